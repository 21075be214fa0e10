import type { Refused } from '../../extract.js';
import { folded, isTitled, says, type Evidence } from './signs.js';

const ERROR_TITLE = [
  /^(?:error\s*)?(?:404|403|410|500|502|503|504)\b.*|\b(?:404|page|file|article|content) (?:was )?not found\b|^not found$|\b(?:internal server error|bad gateway|service unavailable|gateway time-?out|access denied|forbidden|page (?:no longer exists|does not exist|isn.t available|unavailable)|something went wrong)\b/i,
  folded(
    '(?:الصفحه|الخبر|المقال|المحتوي|الرابط) (?:المطلوبه? |هذه? )?(?:غير (?:موجوده?|متوفره?|متاحه?)|لم (?:تعد|يعد)(?: متاحا| متاحه| موجودا| موجوده)?)|لم يتم العثور.*|لم نعثر.*|عذرا.{0,20}(?:الصفحه|الرابط).*|خطا ?(?:404|500)|^خطا$|حدث خطا.*|الموقع (?:تحت|قيد) الصيانه|نعود (?:اليكم )?قريبا',
  ),
];
/** What such a page says to whoever came. */
const ERROR_SAYS = [
  /the (?:page|article|link|content) (?:you|that you) (?:are looking|were looking|requested|followed)|(?:page|article) (?:could not|cannot|can.t) be found|(?:has|have) been (?:moved|removed) or (?:deleted|no longer)|try again later|we.ll be back/i,
  folded(
    '(?:الصفحه|الخبر|المقال|الرابط) (?:التي|الذي) (?:تبحث|طلبت|تحاول)|(?:لا يمكن|لم نتمكن من|لم يتم|تعذر) العثور علي|(?:هذا|هذه) (?:الخبر|المقال|الرابط|المحتوي|الصفحه) (?:لم يعد|لم تعد|غير) (?:متاح|متوفر|موجود)|تم (?:حذف|ازاله) (?:هذا |هذه )?(?:الخبر|المقال|الصفحه|المحتوي)|^.{0,30}الموقع (?:تحت|قيد) الصيانه|نعود اليكم|حدث خطا (?:غير متوقع|في الخادم|اثناء)|تعذر (?:اتمام|تنفيذ|تحميل|عرض)|^الصفحه غير موجوده',
  ),
];
const NUMBER = [/^\s*(?:error|خطا)?\s*[45]0\d\s*[!.]?\s*$/i];

/** The site says that there is nothing here. */
export function errorPage({ chars, dated, title, titles, lines }: Evidence): Refused | undefined {
  if (dated || chars >= 1200) return undefined;
  const titled = titles.some((text) => isTitled(text, ERROR_TITLE));
  if (!titled && !(chars < 400 && (says(lines, ERROR_SAYS) || says(lines, NUMBER))))
    return undefined;
  const said = (title ?? '').trim() || (lines[0] ?? '');
  return { refused: `is an error page («${said.slice(0, 60)}»)`, why: 'error-page' };
}

const SENDS_ON = [
  /you (?:are being|will be) redirected|^redirecting\b/i,
  folded('جاري? (?:تحويلك|تحويلكم|التحويل|اعاده التوجيه)|سيتم تحويلك'),
];

/** A page that only sends its reader on. */
export function sendsOn({ chars, dated, lines }: Evidence): Refused | undefined {
  if (dated || chars >= 200 || !says(lines, SENDS_ON)) return undefined;
  return { refused: 'only sends on to another page; give that address', why: 'no-text' };
}
