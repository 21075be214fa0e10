import { fold } from '../../arabic/letters/fold.js';
import { eachToken } from '../../arabic/words/tokenise.js';

/**
 * Lines of a page that are nobody's text: sign-offs, invitations, links to other articles.
 * Matched against the whole folded line.
 */
const FURNITURE = [
  /^(?:المصدر|المصادر|مصدر|المحرر|تحرير|اعداد|ترجمه|كتب|تصوير|الصوره)\s*[:：]/,
  /^(?:اقرا|اقري|اقراو|شاهد|تابع|طالع)\s+(?:ايضا|المزيد|كذلك)/,
  /^(?:مواضيع|مقالات|اخبار|موضوعات)\s+(?:ذات صله|مشابهه|متعلقه|مرتبطه)/,
  /^(?:كلمات|كلمه)\s+(?:دلاليه|مفتاحيه)/,
  /^(?:للمزيد|لمتابعه|لقراءه)\s/,
  /^(?:حقوق النشر|جميع الحقوق)/,
];

/** Agencies as they sign, folded: at the end of a text («رويترز»), in brackets, or in a dateline («الرياض - واس»). */
const AGENCY =
  '(?:وكاله\\s+)?(?:الانباء\\s+)?(?:رويترز|ا\\s?\\.?\\s?ف\\s?\\.?\\s?ب|اف ب|افب|فرانس برس|واس|د\\s?\\.?\\s?ب\\s?\\.?\\s?ا|د ب ا|ا\\s?\\.?\\s?ب|اسوشيتد برس|اسوشييتد برس|وكالات|قنا|كونا|وام|بترا|ا ش ا|الاناضول|شينخوا|تاس|سبوتنيك|سبا|afp|reuters|ap|cnn|dpa)';
const SIGN_OFF = new RegExp(`[\\s.،,–—-]*[([«"]?\\s*${AGENCY}\\s*[)\\]»"]?\\s*\\.?$`);
const DATELINE = new RegExp(`^[^.:،\\n]{0,40}?[([«"–—-]?\\s*${AGENCY}\\s*[)\\]»"]?\\s*[:–—-]+\\s*`);

/**
 * The words of a body by which copies are recognised: folded, as written, without datelines,
 * agency sign-offs and page furniture.
 */
export function bodyWords(body: string): string[] {
  const words: string[] = [];
  const lines = body.split('\n');
  lines.forEach((line, i) => {
    let folded = fold(line).trim();
    if (!folded || FURNITURE.some((pattern) => pattern.test(folded))) return;
    if (i === 0) folded = folded.replace(DATELINE, '');
    if (i >= lines.length - 2) folded = folded.replace(SIGN_OFF, '');
    eachToken(folded, (_start, _end, word) => words.push(word));
  });
  return words;
}
