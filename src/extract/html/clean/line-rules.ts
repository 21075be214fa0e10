import { fold } from '../../../arabic/letters/fold.js';
import { isAgency } from '../../credits/credits.js';
import { countWords, endsSentence } from '../../lines/shape.js';

/**
 * Lines that publishers put between the paragraphs of an article, told by how they are worded.
 * Patterns are matched against folded text, and only against lines short enough to be such a line.
 */

const DATE_WORDS = fold(
  'الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد يناير فبراير مارس أبريل ابريل إبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر كانون الثاني شباط آذار نيسان أيار حزيران تموز آب أيلول تشرين الأول جانفي فيفري أفريل ماي جوان جويلية أوت محرم صفر ربيع الآخر جمادى الأولى الآخرة رجب شعبان رمضان شوال ذو القعدة الحجة صباحا مساء ص م الساعة بتوقيت غرينتش جرينتش مكة القاهرة هـ تاريخ النشر نشر في آخر تحديث تم التحديث منذ قبل ساعة ساعات دقيقة دقائق يوم أيام التاريخ بتاريخ الوقت اخر ونشر المحلي العدد الموافق',
).split(/\s+/);
const ENGLISH_DATE_WORDS =
  'monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec am pm a.m. p.m. a p m gmt utc est edt pst pdt cst cdt et ist bst cet st nd rd th at on published updated posted last modified date first the of ago hours hour minutes minute mins min days day read reading time edited created'.split(
    ' ',
  );
const DATE_VOCABULARY = new Set([...DATE_WORDS, ...ENGLISH_DATE_WORDS]);

/** Nothing but a date or a time, with the words that go with one. */
export function isDateLine(line: string): boolean {
  if (line.length > 120 || !/[\d٠-٩۰-۹]/.test(line)) return false;
  if (/^\s*[\d٠-٩۰-۹]{1,2}[:٫.][\d٠-٩۰-۹]{2}\s*(?:[ap]\.?m\.?|ص|م|صباحا|مساء)?\s*$/iu.test(line))
    return true;
  const words = fold(line).match(/[\p{L}\p{M}]+|\d+/gu) ?? [];
  if (words.length < 2 || words.length > 22) return false;
  const others = words.filter((word) => !/^\d/.test(word) && !DATE_VOCABULARY.has(word));
  return (
    others.length <= 0 && words.some((word) => DATE_VOCABULARY.has(word) || /^\d{4}$/.test(word))
  );
}

const POSTED = fold(
  'أرسل أرسلت أرسله نشر نشرت نشره أضيف أضيفت كتب كتبت كتبه تاريخ تم آخر تحديث posted published updated added submitted',
).split(/\s+/);

/** «… - كتب: فلان» */
export const BEHIND_DATE =
  /\s*[-–—|]\s*(?:كتبت?|بقلم|بواسطة|إعداد|by)(?:\s|[:：])\s*(?<name>.*)$/iu;

/** Says when the article appeared, with whoever put it there or how often it was read. */
export function saysDate(line: string): boolean {
  if (line.length > 110 || !/[\d٠-٩۰-۹]{2}/.test(line)) return false;
  if (isDateLine(line.replace(BEHIND_DATE, ''))) return true;
  if (/[.!?؟]$/.test(line)) return false;
  const first = /[\p{L}\p{M}]+/u.exec(fold(line))?.[0] ?? '';
  return POSTED.includes(first) && /(?:19|20|٢٠|۲۰|14|١٤|۱۴)[\d٠-٩۰-۹]{2}/.test(line);
}

const f = (source: string): RegExp => new RegExp(fold(source).replaceAll('_', '\\s*'), 'iu');

/** How a line begins that asks for something; some of these words also tell what someone did. */
const ASKS =
  '^(?:للاشتراك|اشترك|اشتركوا|سجل|سجلوا|تابعوا|تابعونا|تابعنا|تابع|انضم|انضموا|حمل|حملوا|شاركنا|شاركونا|شارك|لمتابعه|لمشاهده|للمزيد من|لقراءه المزيد|اضغط|انقر|لمزيد من الاخبار|للتواصل|لتحميل)';
/** Words that make a line a request only where it does not end as a sentence does. */
const REQUEST = f(`${ASKS}\\s.{0,160}(?:قناه|هنا|رابط|عبر|على|في خدمه|اخبار)`);

/** Asks the reader to do something with the site rather than with the news. */
const PROMOTION = [
  f(
    '(?:التعليقات|تعليقك|تعليقكم|تعليقاتكم|تعليقات القراء|بالنقاش).{0,120}(?:قبل نشرها|لا تعبر|شروط|مراجعه|حذف|مسؤوليه|الاساءه|الالتزام)',
  ),
  f('^(?:و?يمكنكم|يمكنك) (?:متابعه|متابعة|الاشتراك|تحميل)'),
  f(
    `${ASKS}\\s.{0,160}(?:قناتنا|صفحتنا|صفحه|حسابنا|تطبيق|واتساب|تليجرام|تلغرام|فيسبوك|تويتر|يوتيوب|جوجل|غوغل|نيوز|النشره|نشرتنا|البريديه|موقعنا|التواصل)`,
  ),
  f(
    '(?:يعبر|تعبر|يمثل|تمثل) (?:عن )?(?:راي|اراء|وجهه نظر) (?:كاتب|صاحب|اصحاب)|^هل (?:اعجبك|اعجبكم|وجدت|استفدت)|^هذا (?:الخبر|المقال|المحتوي|التقرير) (?:منقول|مقتبس|مترجم)',
  ),
  f(
    '(?:جميع|كافه) (?:الحقوق|حقوق النشر) محفوظ|حقوق (?:النشر|الطبع) محفوظ|لا تعبر بالضروره عن راي|الاراء الوارده|هذا المحتوي من|لا يتحمل الموقع|يرجي الالتزام|شروط (?:النشر|التعليق)',
  ),
  f(
    '^(?:حجم الخط|استمع (?:الي|الى)|اسمع|مده القراءه|وقت القراءه|دقائق? قراءه|عدد المشاهدات|عدد القراءات|عدد الزوار|مشاهدات|قراءه|طباعه|نسخ الرابط|الرابط المختصر|رابط الخبر|رابط المقال|كود الخبر|رقم الخبر|تم نسخ|للمراسله|لمراسله|رمز الخبر|رابط مختصر|للابلاغ عن خطا)',
  ),
  /^(?:please (?:sign|log|subscribe|enable|enter|share|consider (?:making|supporting|subscribing|donating)|support|follow|like)|click (?:here|to)|tap here|sign up|subscribe|get (?:the|our|your|more|all|unlimited)\b.{0,120}(?:inbox|newsletter|app|email|news|updates|here|delivered|access)|follow (?:us|me|him|her|them|@|.{2,60} on (?:twitter|facebook|instagram|x\b|social))|like us|join (?:our|us|the (?:conversation|discussion|newsletter))|download (?:our|the) .{0,40}app|watch (?:live|the video|below|:)|listen (?:to this|now|:)|read (?:more|next|also|the (?:full|original|rest))|see (?:also|more)|more (?:from|on|about|stories|news)\b|related\b.{0,4}[:：]|support (?:our|independent|local)|become a (?:member|subscriber)|have (?:a|any) (?:tip|news tip|story|question|comments?|suggestions?)|send (?:us )?(?:tips|your|news tips)|contact (?:us|the (?:author|reporter|writer)|.{2,40} at )|email (?:us|.{2,40} at )|write to |copyright|©|\(c\) |all rights reserved|image credits?\b|photo(?:s|graph)?(?: credit| by|:)|picture:|getty images|advertisement|sponsored|this (?:article|story|post|piece) (?:was |has been |is |originally |first |may contain|contains affiliate|appeared)|originally published|first published|the views expressed|opinions expressed|share (?:this|on|your|via|it)|leave a (?:comment|reply)|what do you think|let us know|tell us what|don'?t miss|you (?:may|might|can) also|recommended|trending|most (?:read|popular)|if you (?:enjoyed|liked|like|love|value|have (?:a|any) (?:tip|question|news|story))|want (?:more|to (?:read|get|see|know more))|thanks for reading|log in|already a (?:subscriber|member)|create (?:a free |an )account|register (?:now|for|to)|continue reading|enter your email|your email address|report (?:a typo|this|an error)|this slideshow requires|loading|skip to|back to top|view (?:all|comments|gallery|image|on)|\d+ comments?$|by submitting|try it free|buy now|shop now|as an amazon associate|we (?:may|might) earn|affiliate)/i,
  /\b(?:follow (?:him|her|them|me|us) (?:on|at)|on twitter (?:at )?@|can be (?:reached|contacted) (?:at|on|by)|(?:reach|email|contact) (?:him|her|them|me|us) at|sign up (?:for|to) (?:our|the|receive)|subscribe to (?:our|the)|newsletters?\b.{0,60}(?:inbox|sign|subscribe)|download (?:our|the) app|use of cookies|uses cookies|cookie policy|terms of (?:use|service)|privacy policy|all rights reserved|javascript (?:is|must|enabled|disabled|to)|enable javascript)/i,
];
const LONGEST_PROMOTION = 320;
/** «1204 مشاهدة», «3 دقائق قراءة» */
const COUNTER =
  /^[\d.,٬]+\s*(?:الف|k)?\s*(?:مشاهد[هة]|مشاهدات|تعليق|تعليقات|زيار[هة]|قراء[هة]|قراءات|(?:دقا[ئي]ق|دقيق[هة]) قراء[هة]|مشارك[هة]|مشاركات|اعجاب|views?|comments?|shares?|min(?:ute)?s? read)$/iu;
/** «صورة 1 من 8» */
const SLIDE =
  /^(?:caption|التعليق|(?:image|photo|picture|slide|صور[هة]|الصور[هة]|شريح[هة])\s*\d+\s*(?:of|من|\/)\s*\d+)$/iu;
/** «تتمة المقال بعد الإعلان» */
const BESIDE_ADVERT =
  /^(?=.*اعلان)(?:تتم[هة]|بقي[هة]|يتبع|يستكمل|يستمر|تكمل[هة]|المحتوي|الاعلان)\s[^.؟!]{0,45}$/u;

export function isPromotion(line: string): boolean {
  if (line.length > LONGEST_PROMOTION) return false;
  const folded = fold(line).replace(/^[[(]\s*/, '');
  return (
    PROMOTION.some((pattern) => pattern.test(folded)) ||
    (!endsSentence(line) && REQUEST.test(folded)) ||
    (line.length <= 60 &&
      (COUNTER.test(folded) || SLIDE.test(folded) || BESIDE_ADVERT.test(folded)))
  );
}

const CAPTION = [
  f(
    '^(?:\\(|\\[)?(?:صوره|الصوره|صور|تصوير|صوره ارشيفيه|ارشيفيه|ارشيف|من الارشيف|المصدر\\s*[:：]|عدسه|مصدر الصوره|تعليق الصوره|الصوره من)(?:\\s*[:：)\\]/|-]|$)',
  ),
  f('\\s[-–—|(]\\s*(?:تصوير|عدسه|بعدسه|الصوره|صوره|كاميرا)\\s*[:：/]'),
  f(
    '[(\\[/](?:ارشيف|ارشيفيه|صوره ارشيفيه|رويترز|ا_ف_ب|ا_ب|ا_ب_ا|د_ب_ا|غيتي|جيتي|getty(?: images)?|reuters|afp|ap|epa)[)\\]]?$',
  ),
  /^(?:photo|image|picture|pic|credit|source|file|illustration|graphic|video|photograph)s?(?: (?:by|credit|courtesy|source|via|from))?\s*[:：|/]/i,
  /(?:\((?:file )?(?:photo|image|picture|credit)\b[^)]{0,80}\)|(?:getty images|shutterstock|istock|unsplash|reuters|afp|\bap) ?(?:photo|images?)?\)?)$/i,
];

/** The text below a picture, or who took it. Asked only of short lines beside an image. */
export function isCaption(line: string): boolean {
  if (line.length > 220) return false;
  const folded = fold(line);
  return CAPTION.some((pattern) => pattern.test(folded));
}

const BYLINE = f(
  '^(?:كتب|كتبت|كتبه|بقلم|اعداد|تحرير|المحرر|مراسل|مراسلنا|حرره|ترجمه|by|written by|reporting by|editing by|posted by|story by|words by|author|reviewed by|edited by)[\\s:：]',
);

/** Who wrote it, on a line of its own. */
export function isByline(line: string): boolean {
  return (
    line.length <= 90 && countWords(line) <= 12 && BYLINE.test(fold(line)) && !/[.!?؟]$/.test(line)
  );
}

/** Initials of whoever wrote and sent it, as agencies put them below their reports: «ف ق/ع ا», «--(بترا)». */
export function isSignature(line: string): boolean {
  if (line.length > 40) return false;
  return (
    /^[\p{P}\s]*(?:\p{L}{1,2}[\s/.،,–-]+)+\p{L}{1,2}[\p{P}\s]*$/u.test(line) ||
    /^انتهى\s*[/\\.…-].{0,15}$/u.test(line) ||
    /^-{1,3}\s*\([^()]{2,20}\)\s*[\p{L}\s/.-]{0,15}$/u.test(line)
  );
}

/** The agencies that an article came from, on a line of their own: «قناة المحيط/ أ ف ب». */
export function isCreditLine(line: string): boolean {
  if (line.length > 70 || /[.!؟?:،]$/.test(line)) return false;
  const parts = line
    .replace(/^[([]|[)\]]$/g, '')
    .split(/\s*[/+|،]\s*|\s+[-–—]\s+|\s+و(?=\s)/u)
    .filter(Boolean);
  return parts.some(isAgency) && parts.every((part) => isAgency(part) || countWords(part) <= 3);
}

const PAYWALL = [
  f(
    '(?:المحتوي|المقال|الماده|القراءه|التقرير) (?:متاحه? |مخصصه? |متوفره? )?(?:للمشتركين|للاعضاء|حصري للمشتركين)|للمشتركين فقط|^(?:اشترك|سجل|اشتركوا) .{0,60}(?:لمتابعه القراءه|لقراءه|لمواصله القراءه|للاستمرار في القراءه)|^(?:لمتابعه القراءه|لقراءه المقال كاملا|لمواصله القراءه|لاستكمال القراءه)',
  ),
  /^(?:this (?:article|content|story) is (?:for|only available to|exclusive(?:ly)? (?:for|to)) (?:paid )?(?:subscribers|members)|subscribe to (?:continue|keep) reading|to continue reading)/i,
];

/** Says that the rest is for those who pay. */
export function isPaywall(line: string): boolean {
  if (line.length > 200) return false;
  const folded = fold(line);
  return PAYWALL.some((pattern) => pattern.test(folded));
}

/** Nothing but hashtags, two or more. */
export function isHashtags(line: string): boolean {
  return line.length <= 300 && /^(?:#[\p{L}\p{M}\p{N}_]+[\s،,|-]*){2,}$/u.test(line);
}

/** How the words before a linked title announce it: «للمزيد على الموقع:», «قد يعجبك أيضاً». */
const ANNOUNCES = f(
  '^(?:و?اقرا|اقرؤوا|اقراوا|طالع|شاهد|تابع|انظر|للمزيد|لمزيد|لقراءه|للقراءه|للتفاصيل|التفاصيل|للاطلاع|قد ي|ربما ي|موضوع|خبر|مقال|اخبار|تقرير|ذات|ذو|متعلق|المزيد|مواضيع|يمكنك)',
);

/** Words of a line that stand before its link: do they only announce it? */
export function announcesLink(lead: string): boolean {
  return (
    lead.length <= 45 &&
    countWords(lead) <= 6 &&
    ANNOUNCES.test(fold(lead).replace(/^[^\p{L}]+/u, ''))
  );
}

/** Markup that was shown as text. */
export function isMarkup(line: string): boolean {
  return (
    /^<(?:img|script|iframe|div|span|style|a|p|ins|noscript|amp-)[\s>]/i.test(line) ||
    /^(?:\[\/?[a-z_\d-]+(?:\s[^\]]*=[^\]]*)?\])+$/i.test(line) ||
    (/(?:function\s*\(|var\s+\w+\s*=|googletag|window\.|document\.(?:get|write))/.test(line) &&
      /[;{}]/.test(line))
  );
}
