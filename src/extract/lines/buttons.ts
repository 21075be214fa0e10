import { fold } from '../../arabic/letters/fold.js';

/** What a page's buttons are called, and where they share to; folded. */
const BUTTONS = new Set(
  (
    'شارك شاركها انشر غرد طباعه اطبع ارسال ارسل تويتر فيسبوك فيس بوك جوجل غوغل بلس واتساب واتس اب تلغرام تليجرام تيليجرام ' +
    'لينكد لينكدان انستغرام انستجرام بنترست اكتب رايك علق تعليقك نسخ الرابط البريد الالكتروني ' +
    'next previous share tweet print email facebook twitter google plus whatsapp telegram linkedin pinterest'
  ).split(' '),
);
/** What may stand between them. */
const BETWEEN = new Set('من خلال عبر علي في او و هذا الخبر المقال'.split(' '));
/** So many in a row are no sentence («شارك عبر تويتر آلاف …» is one); two where they are of another alphabet. */
const FEWEST = 3;
const FEWEST_LATIN = 2;
/** So many characters are looked through. */
const LOOKED_THROUGH = 120;

/** A text without the buttons of its page that were exported before its first words («شارك من خلال تويتر فيسبوك …»). */
export function withoutButtons(text: string): string {
  let seen = 0;
  let end = 0;
  const words = /\S+/g;
  const head = text.slice(0, LOOKED_THROUGH);
  for (let match = words.exec(head); match; match = words.exec(head)) {
    const word = fold(match[0]).toLowerCase();
    if (BUTTONS.has(word)) {
      seen += 1;
      end = match.index + match[0].length;
    } else if (!BETWEEN.has(word)) break;
  }
  const fewest = /\p{Script=Arabic}/u.test(text.slice(0, end)) ? FEWEST : FEWEST_LATIN;
  return seen < fewest ? text : text.slice(end).trimStart();
}
