import { isFunctionWord } from '../../arabic/function-words/function-words.js';
import { termNumber } from '../term-index/terms.js';

/** Forms have numbers below this: of some hundred in an article one may share its number with another's. */
export const FORM_NUMBERS = 2 ** 16;
/** Forms kept of an article, the first ones: nine articles of ten have fewer. */
const MOST_FORMS = 256;
const MOST_COUNTED = 255;

/** Words of a text as they are written, but for letters folded: each form's number, rising, and how often it stands there. */
export interface Forms {
  numbers: Uint16Array;
  counts: Uint8Array;
}

/** @param words folded */
export function formsOf(words: Iterable<string>): Forms {
  const counted = new Map<number, number>();
  for (const word of words) {
    if (isFunctionWord(word)) continue;
    const number = termNumber(word) % FORM_NUMBERS;
    const count = counted.get(number) ?? 0;
    if (count || counted.size < MOST_FORMS) counted.set(number, count + 1);
  }
  const numbers = Uint16Array.from(counted.keys()).sort();
  const counts = Uint8Array.from(numbers, (number) => Math.min(MOST_COUNTED, counted.get(number)!));
  return { numbers, counts };
}
