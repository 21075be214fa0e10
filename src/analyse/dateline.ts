import type { SentenceSpan } from '../arabic/words/sentences.js';
import type { Word } from './reading.js';
import { isVerb } from './verbs.js';

/**
 * «واشنطن (وكالات) --», «عمان - وكالات:»: before the first sentence, its place and who reports it. A
 * colon alone is taken for one only where a dash stands before it, since a speaker's name ends with one too.
 */
const DATELINE =
  /^[^.؟?!:«"“]{0,60}?(?:\([^()]{2,25}\)\s*(?:--+|[—–:-])|\s--+|\s?[—–-]\s?[^.؟?!:«"“—–-]{2,30}:)\s*(?=\S)/;
const LONGEST_DATELINE = 100;

/** So many lines of their own may stand before the text. */
const MOST_LINES = 2;
/** A line that is longer, or has more words, says more than who reports from where, and when. */
const LONGEST_LINE = 90;
const MOST_WORDS = 14;
/** Among so few words one that looks like a verb or a particle is taken for a name. */
const FEW_WORDS = 8;
/** More words than this in another alphabet are a text. */
const MOST_FOREIGN = 2;
/** «حامد الصالح – عمّان», «دبي ـ وكالات». */
const PARTED = /[^\s\d*•-]\s*(?:\s[-–—_ـ]|[-–—_ـ]\s|[-–—])\s*\S/u;
/** «الرياض 25 شوال 1436 هـ الموافق 10 أغسطس 2015 م». */
const DATED = /\d{4} ?(?:هـ?|م)(?!\p{L})/u;
const ENDED = /[.؟?!،…:]\s*$/;
const ARABIC = /[\u0621-\u064a]/;

/**
 * Where a body begins after its datelines, be they before its first sentence or lines of their own.
 * @param sentences those of the body
 * @param words those of the body
 * @returns an offset in `text`; 0 where there is none
 */
export function afterDatelines(text: string, sentences: SentenceSpan[], words: Word[]): number {
  let opening = 0;
  for (const { start, end } of sentences.slice(0, MOST_LINES)) {
    if (start < opening) break;
    const own = words.filter((word) => word.start >= start && word.start < end);
    const after = afterDateline(text, start, end, own);
    if (after === start) break;
    opening = after;
    if (after < end) break;
  }
  return opening;
}

/**
 * Where a sentence begins after its dateline, which names where the reporter is and for whom, not what the
 * article is about.
 * @param start offset in `text` where the sentence begins, with the dateline if it has one
 * @param end where it ends
 * @param words those of the sentence, at least its first
 * @returns an offset in `text`; `start` where there is no dateline
 */
export function afterDateline(text: string, start: number, end: number, words: Word[]): number {
  const next = nextLine(text, end);
  if (next !== undefined && isCreditLine(text.slice(start, end), words, end)) return next;
  const line = DATELINE.exec(text.slice(start, Math.min(end, start + LONGEST_DATELINE)));
  if (!line) return start;
  const after = start + line[0].length;
  for (const word of words) {
    if (word.end > after) break;
    if (isVerb(word.lexeme.bare)) return start;
  }
  return after;
}

/** Where the line after the one that ends at `end` begins; undefined where the sentence ends within its line, or the text does. */
function nextLine(text: string, end: number): number | undefined {
  if (text[end] !== '\n') return undefined;
  let at = end;
  while (at < text.length && /\s/.test(text[at]!)) at += 1;
  return at < text.length ? at : undefined;
}

/** Whether a line holds nothing but a reporter, an outlet, a place or a date, or the words of a slide show. */
function isCreditLine(line: string, words: Word[], end: number): boolean {
  if (line.length > LONGEST_LINE || ENDED.test(line)) return false;
  const own = words.filter((word) => word.start < end);
  if (own.length === 0 || own.length > MOST_WORDS) return false;
  if (!ARABIC.test(line)) return own.length <= MOST_FOREIGN;
  if (DATED.test(line)) return true;
  if (!PARTED.test(line)) return false;
  // Names and agencies may look like verbs («نواف», «واس») or particles («علي», «خلف»).
  const told = own.filter(
    ({ lexeme, folded, on }) =>
      isVerb(lexeme.bare) || (lexeme.functional && (on || folded !== 'علي')),
  );
  return told.length <= (own.length <= FEW_WORDS ? 1 : 0);
}
