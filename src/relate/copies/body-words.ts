import { fold } from '../../arabic/letters/fold.js';
import { eachToken } from '../../arabic/words/tokenise.js';
import type { ReadWord } from '../../model/analysis.js';

/**
 * Lines of a page that are nobody's text: sign-offs, invitations, links to other articles. The words that one begins
 * with, and what must follow, matched against the folded line.
 */
const FURNITURE: Array<[begins: string, follows: string]> = [
  ['المصدر المصادر مصدر المحرر تحرير اعداد ترجمه كتب تصوير الصوره', '\\s*[:：]'],
  ['اقرا اقري اقراو شاهد تابع طالع', '\\s+(?:ايضا|المزيد|كذلك)'],
  ['مواضيع مقالات اخبار موضوعات', '\\s+(?:ذات صله|مشابهه|متعلقه|مرتبطه)'],
  ['كلمات كلمه', '\\s+(?:دلاليه|مفتاحيه)'],
  ['للمزيد لمتابعه لقراءه', '\\s'],
  ['حقوق', ' النشر'],
  ['جميع', ' الحقوق'],
];
const FURNITURE_LINES = FURNITURE.map(
  ([begins, follows]) => new RegExp(`^(?:${begins.replaceAll(' ', '|')})${follows}`),
);
/** Lines that begin otherwise need not be looked at as a whole. */
const FURNITURE_BEGINS = new Set(FURNITURE.flatMap(([begins]) => begins.split(' ')));

/**
 * Agencies as they sign, folded: at the end of a text («رويترز»), in brackets, or in a dateline («الرياض - واس»). Not the
 * end of another word («القوام»).
 */
const AGENCY =
  '(?<![\\u0621-\\u064aa-z])(?:وكاله\\s+)?(?:الانباء\\s+)?(?:رويترز|ا\\s?\\.?\\s?ف\\s?\\.?\\s?ب|اف ب|افب|فرانس برس|واس|د\\s?\\.?\\s?ب\\s?\\.?\\s?ا|د ب ا|ا\\s?\\.?\\s?ب|اسوشيتد برس|اسوشييتد برس|وكالات|قنا|كونا|وام|بترا|ا ش ا|الاناضول|شينخوا|تاس|سبوتنيك|سبا|afp|reuters|ap|cnn|dpa)';
const SIGN_OFF = new RegExp(`[\\s.،,–—-]*[([«"]?\\s*${AGENCY}\\s*[)\\]»"]?\\s*\\.?$`);
const DATELINE = new RegExp(`^[^.:،\\n]{0,40}?[([«"–—-]?\\s*${AGENCY}\\s*[)\\]»"]?\\s*[:–—-]+\\s*`);

/** What are other words when folded first: «ﷺ» is four, a comma between digits groups them. */
const READ_OTHERWISE = /[\ufb50-\ufdff]|[\d٠-٩۰-۹]،[\d٠-٩۰-۹]/;
/** A dateline ends and a sign-off begins within so many units of a line's beginning and end. */
const HEAD = 240;
const TAIL = 120;

/**
 * The words of a body by which copies are recognised: folded, as written, without datelines,
 * agency sign-offs and page furniture.
 * @param known the words of the body, where it was read before: lines without such are not read again
 */
export function bodyWords(body: string, known?: readonly ReadWord[]): string[] {
  const words: string[] = [];
  const lines = body.split('\n');
  let next = 0;
  let start = 0;
  lines.forEach((line, i) => {
    const end = start + line.length;
    const isFirst = i === 0;
    const isLast = i >= lines.length - 2;
    const from = next;
    while (known && next < known.length && known[next]!.start < end) next += 1;
    const read = known?.slice(from, next);
    if (read && isPlain(line, read, isFirst, isLast))
      for (const one of read) words.push(one.folded);
    else addWords(words, line, isFirst, isLast);
    start = end + 1;
  });
  return words;
}

/** Whether nothing of a line is left out, and folding it first gives the same words. */
function isPlain(
  line: string,
  words: readonly ReadWord[],
  isFirst: boolean,
  isLast: boolean,
): boolean {
  if (!words.length || FURNITURE_BEGINS.has(words[0]!.folded)) return false;
  if (words.some(({ kind }) => kind === 'abbreviation') || READ_OTHERWISE.test(line)) return false;
  if (isFirst && DATELINE.test(fold(line.slice(0, HEAD)).trim())) return false;
  return !(isLast && SIGN_OFF.test(fold(line.slice(-TAIL)).trim()));
}

function addWords(words: string[], line: string, isFirst: boolean, isLast: boolean): void {
  let folded = fold(line).trim();
  if (!folded || FURNITURE_LINES.some((pattern) => pattern.test(folded))) return;
  if (isFirst) folded = folded.replace(DATELINE, '');
  if (isLast) folded = folded.replace(SIGN_OFF, '');
  eachToken(folded, (_start, _end, word) => words.push(word));
}
