import type { Word } from '../reading.js';
import { matchAt, type Known } from './gazetteer.js';
import { isAloneInBrackets, setApartLength } from './marks.js';

/** What captions call agencies by, in brackets: «(الفرنسية)». */
const AGENCIES = new Map([
  ['الفرنسيه', 'فرانس برس'],
  ['الالمانيه', 'د ب أ'],
  ['الاوروبيه', 'وكالة الصورة الأوروبية'],
]);
/** Longest name of an outlet, in words. */
const MAX_WORDS = 3;

export interface OutletMatch {
  length: number;
  known?: Known;
}

/**
 * An outlet by how news writes it: whom somebody told something («قال لـ«الرياض»»), or an agency alone in brackets;
 * undefined elsewhere.
 */
export function outletAt(words: Word[], at: number): OutletMatch | undefined {
  const word = words[at]!;
  if (!word.mark) return undefined;
  const agency = isAloneInBrackets(words, at) ? AGENCIES.get(word.lexeme.folded) : undefined;
  if (agency) return { length: 1, known: { type: 'organisation', name: agency } };
  if (words[at - 1]?.lexeme.folded !== 'ل') return undefined;
  const length = setApartLength(words, at);
  if (!length || length > MAX_WORDS) return undefined;
  const match = matchAt(words, at);
  if (match?.known.type === 'person') return undefined;
  return match?.known.type === 'organisation' && match.length === length
    ? { length, known: match.known }
    : { length };
}
