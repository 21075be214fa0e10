import { fold } from '../letters/fold.js';

export type Bound = 'exact' | 'about' | 'at-least' | 'at-most' | 'more-than' | 'less-than';

/** Phrases before a number; the longest that fits decides. */
const BEFORE: Array<[Bound, string]> = [
  ['more-than', 'أكثر من'],
  ['more-than', 'ما يزيد على'],
  ['more-than', 'ما يزيد عن'],
  ['more-than', 'يزيد على'],
  ['more-than', 'يزيد عن'],
  ['more-than', 'تزيد على'],
  ['more-than', 'تزيد عن'],
  ['more-than', 'أزيد من'],
  ['more-than', 'أعلى من'],
  ['more-than', 'فوق'],
  ['more-than', 'تجاوز'],
  ['more-than', 'تجاوزت'],
  ['more-than', 'يتجاوز'],
  ['more-than', 'تتجاوز'],
  ['more-than', 'يفوق'],
  ['more-than', 'تفوق'],
  ['less-than', 'أقل من'],
  ['less-than', 'دون'],
  ['less-than', 'أدنى من'],
  ['at-least', 'ما لا يقل عن'],
  ['at-least', 'لا يقل عن'],
  ['at-least', 'لا تقل عن'],
  ['at-least', 'على الأقل'],
  ['at-most', 'ما يصل إلى'],
  ['at-most', 'يصل إلى'],
  ['at-most', 'تصل إلى'],
  ['at-most', 'على الأكثر'],
  ['at-most', 'بحد أقصى'],
  ['at-least', 'بحد أدنى'],
  ['at-most', 'ما لا يزيد على'],
  ['at-most', 'ما لا يزيد عن'],
  ['at-most', 'لا يزيد على'],
  ['at-most', 'لا يزيد عن'],
  ['at-most', 'لا تزيد على'],
  ['at-most', 'لا تزيد عن'],
  ['at-most', 'لا يتجاوز'],
  ['at-most', 'لا تتجاوز'],
  ['at-most', 'لم يتجاوز'],
  ['at-most', 'لم تتجاوز'],
  ['about', 'نحو'],
  ['about', 'حوالي'],
  ['about', 'حوالى'],
  ['about', 'زهاء'],
  ['about', 'قرابة'],
  ['about', 'ما يقارب'],
  ['about', 'ما يقرب من'],
  ['about', 'يقارب'],
  ['about', 'تقارب'],
  ['about', 'يناهز'],
  ['about', 'تناهز'],
  ['about', 'ما يناهز'],
  ['about', 'بحدود'],
  ['about', 'في حدود'],
];

const AFTER: Array<[Bound, string]> = [
  ['at-least', 'على الأقل'],
  ['at-most', 'على الأكثر'],
  ['at-most', 'كحد أقصى'],
  ['at-least', 'كحد أدنى'],
  ['about', 'تقريبا'],
  ['more-than', 'أو أكثر'],
];

const folded = (phrases: Array<[Bound, string]>) =>
  new Map(phrases.map(([bound, phrase]) => [fold(phrase), bound]));
const BEFORE_FOLDED = folded(BEFORE);
const AFTER_FOLDED = folded(AFTER);
/** Last words of what stands before a number and first words of what stands after: nearly all words are neither. */
const BEFORE_ENDS = new Set([...BEFORE_FOLDED.keys()].map((phrase) => phrase.split(' ').at(-1)!));
const AFTER_BEGINS = new Set([...AFTER_FOLDED.keys()].map((phrase) => phrase.split(' ')[0]!));
const LONGEST = 4;
/** «على الأقل» may stand behind what is counted: «مقتل 20 مدنيا على الأقل». */
const FAR = 3;

const unjoined = (word: string): string =>
  word.replace(/^[وفبل](?=نحو|حوالي|اكثر|اقل|زهاء|قرابه|ما$|دون)/, '');

/** The bound that stands around the words `at` to `next - 1` of a text. */
export function boundAround(words: readonly string[], at: number, next: number): Bound {
  // «قرابة الـ200»
  const first = words[at - 1] === 'ال' ? at - 1 : at;
  const last = words[first - 1];
  const ends = last !== undefined && (BEFORE_ENDS.has(last) || BEFORE_ENDS.has(unjoined(last)));
  for (let count = LONGEST; ends && count >= 1; count -= 1) {
    const start = first - count;
    if (start < 0) continue;
    const phrase = words.slice(start, first);
    phrase[0] = unjoined(phrase[0]!);
    const bound = BEFORE_FOLDED.get(phrase.join(' '));
    if (bound) return bound;
  }
  for (let start = next; start < Math.min(next + FAR, words.length); start += 1) {
    if (!AFTER_BEGINS.has(words[start]!)) continue;
    const bound =
      AFTER_FOLDED.get(words.slice(start, start + 2).join(' ')) ??
      (start === next ? AFTER_FOLDED.get(words[start]!) : undefined);
    if (bound) return bound;
  }
  return 'exact';
}
