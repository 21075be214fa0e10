import type { Word } from '../reading.js';
import { matchAt, type Known } from './gazetteer.js';
import { SPEECH_VERBS } from './name-lists.js';
import { isAloneInBrackets, setApartLength } from './marks.js';

/** What captions call agencies by, in brackets: «(الفرنسية)». */
const AGENCIES = new Map([
  ['الفرنسيه', 'فرانس برس'],
  ['الالمانيه', 'د ب أ'],
  ['الاوروبيه', 'وكالة الصورة الأوروبية'],
]);
/** Longest name of an outlet, in words. */
const MAX_WORDS = 3;

/** Words, besides verbs of speech, before what somebody told. */
const TOLD = new Set('تصريح تصريحات حديث حوار مقابله خاص خاصه قايلا موكدا'.split(' '));
const TOLD_WITHIN = 10;

/** «قال المدير العام لـ«…»»: somebody speaks in the words before. */
function isTold(words: Word[], at: number): boolean {
  return words
    .slice(Math.max(0, at - TOLD_WITHIN), at)
    .some(({ lexeme: { bare } }) => SPEECH_VERBS.has(bare) || TOLD.has(bare));
}

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
  // «التحضير لـ"هجوم"» tells nobody anything.
  if (!word.lexeme.definite && !isTold(words, at)) return undefined;
  const length = setApartLength(words, at);
  if (!length || length > MAX_WORDS) return undefined;
  const match = matchAt(words, at);
  if (match?.known.type === 'person') return undefined;
  return match?.known.type === 'organisation' && match.length === length
    ? { length, known: match.known }
    : { length };
}
