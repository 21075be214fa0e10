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

/** @param word folded */
const formNumber = (word: string): number => termNumber(word) % FORM_NUMBERS;

/** Whether a form is among those of a text, or shares its number with one of them. */
export function hasForm({ numbers }: Forms, word: string): boolean {
  return numbers.includes(formNumber(word));
}

/** How often each form was met in the text at hand; all 0 between two texts. */
const met = new Uint32Array(FORM_NUMBERS);

/**
 * The first forms of a text, function words left out.
 * @param words of the text, folded
 */
export function formsOf(words: Iterable<string>): Forms {
  const found = new Uint16Array(MOST_FORMS);
  let length = 0;
  for (const word of words) {
    const number = formNumber(word);
    if (met[number]) met[number] += 1;
    else if (length < MOST_FORMS && !isFunctionWord(word)) {
      met[number] = 1;
      found[length++] = number;
    }
  }
  const numbers = found.slice(0, length).sort();
  const counts = Uint8Array.from(numbers, (number) => Math.min(MOST_COUNTED, met[number]!));
  for (const number of numbers) met[number] = 0;
  return { numbers, counts };
}
