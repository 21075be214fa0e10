import { blockText } from '../../../model/text.js';
import type { Refused } from '../../extract.js';
import { find } from '../tree.js';
import { folded, isProse, isTitled, says, type Evidence } from './signs.js';

const BOT_TITLE = [
  /^just a moment\b.*|attention required!? ?\|? ?cloudflare|ddos protection.*|pardon our interruption.*|security check(?:point)?$|captcha|bot (?:verification|detection)|access to this page has been denied|(?:verify(?:ing)?|checking) (?:that )?(?:you are (?:a )?human|your browser).*|are you (?:a )?(?:robot|human).*/i,
  folded(
    'لست روبوت.*|التحقق من (?:انك|المتصفح|انك لست).*|جاري? التحقق.*|لحظه من فضلك.*|التحقق الامني.*',
  ),
];
const BOT_SAYS = [
  /checking (?:your browser|if the site connection)|verify(?:ing)? (?:that )?you are (?:a )?human|(?:enable|turn on) javascript and cookies to continue|please enable js and disable any ad ?blocker|unusual traffic|request unsuccessful\. incapsula|don.t have permission to access .{0,300}on this server|complete the (?:captcha|security check)|press (?:&|and) hold to confirm/i,
  folded(
    'انا لست روبوت|(?:جاري?|نقوم ب|يتم) ?التحقق من (?:انك|المتصفح|متصفحك|اتصالك|الاتصال)|انك (?:انسان|لست (?:برنامج )?روبوت)|امان اتصالك|(?:يرجي|الرجاء) تفعيل (?:ال)?جافا ?سكريبت|تفعيل الجافا',
  ),
];

/** A check against robots that stands before the page. */
export function botWall({ chars, dated, titles, lines }: Evidence): Refused | undefined {
  if (dated) return undefined;
  const titled = chars < 1500 && titles.some((title) => isTitled(title, BOT_TITLE));
  if (!titled && !(chars < 400 && says(lines, BOT_SAYS))) return undefined;
  return {
    refused: 'is a check against robots, not the page; fetch it later or less often',
    why: 'bot-wall',
  };
}

const COOKIES =
  /\bcookies?\b|\bconsent\b|personal data|our partners|ملفات تعريف الارتباط|الكوكيز|ملفات الارتباط|معالجة بيانات|البيانات الشخصية|شركائنا|شركاؤنا/iu;
/** A wall speaks of us and to you; an article about cookies does not. */
const ASKS_CONSENT =
  /\b(?:we|us|our)\b.{0,120}\b(?:use|store|partners|value|cookies?)\b|\byou (?:can|may) (?:accept|manage|change|withdraw)\b|\bby (?:clicking|continuing)\b|(?:نحن و|نستخدم|نقوم|نحترم|موافقتك|شركائنا|شركاؤنا)|يستخدم هذا الموقع|يمكنك (?:قبول|الموافقة|إدارة|رفض)/iu;

export function cookieWall({ chars, dated, kept }: Evidence): Refused | undefined {
  if (dated || !chars || chars >= 4000) return undefined;
  const prose = kept.filter(isProse).map(({ block }) => blockText(block));
  const about = prose.filter((text) => COOKIES.test(text));
  if (about.length < prose.length * 0.6 || !about.some((text) => ASKS_CONSENT.test(text)))
    return undefined;
  return {
    refused: 'asks for consent to cookies instead of showing its text',
    why: 'cookie-wall',
  };
}

const LOGIN_TITLE = [
  /^(?:log|sign) ?in(?: (?:to|or|page).*)?$|^login$|^(?:create (?:an )?account|register|sign up)$/i,
  folded(
    '^(?:تسجيل ال)?دخول(?: الاعضاء| المشتركين| الي .*)?$|^سجل الدخول.*|^تسجيل (?:عضويه|حساب).*|^انشاء حساب.*',
  ),
];
const LOGIN_SAYS = [
  /(?:log|sign) ?in to (?:continue|read|your account|view)|(?:enter|forgot) your password/i,
  folded(
    'سجل الدخول (?:او|لمتابعه|للمتابعه|لقراءه|من)|ادخل (?:بريدك|كلمه المرور|اسم المستخدم)|نسيت كلمه المرور',
  ),
];

/** A page that asks who its reader is; a field for a password alone stands on many articles' pages. */
export function loginPage({ root, chars, dated, titles, lines }: Evidence): Refused | undefined {
  if (dated || chars >= 500) return undefined;
  const asks =
    titles.some((title) => isTitled(title, LOGIN_TITLE)) ||
    (chars < 200 && says(lines, LOGIN_SAYS));
  const field = find(
    root,
    ({ tag, attribs }) => tag === 'input' && /^(?:password|email)$/.test(attribs.type ?? ''),
  );
  if (!asks || (!field && chars >= 200)) return undefined;
  return { refused: 'asks to log in instead of showing its text', why: 'login-page' };
}
