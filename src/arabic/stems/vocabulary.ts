import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

const FIRST_WORD = /^[a-z][\u0621-\u064a]/;
const CODE_OF_SMALL_A = 0x61;
const CODE_OF_CAPITAL_A = 0x41;
/** Levels are half decades above a share of 1e-8. */
const LEAST = -8;
const STEP = 0.5;

/** Whole words with the decimal logarithm of their share of all words in general Arabic text. */
export type Vocabulary = ReadonlyMap<string, number>;

/** The words of a table as scripts/data/stem-vocabulary.py writes it. */
export function readVocabulary(text: string): Map<string, number> {
  const words = new Map<string, number>();
  const line = text.split('\n').find((candidate) => FIRST_WORD.test(candidate)) ?? '';
  let word = '';
  for (let at = 0; at < line.length;) {
    const shared = line.charCodeAt(at) - CODE_OF_SMALL_A;
    let end = at + 1;
    while (line.charCodeAt(end) > 0x600) end++;
    word = word.slice(0, shared) + line.slice(at + 1, end);
    words.set(word, LEAST + STEP * (line.charCodeAt(end) - CODE_OF_CAPITAL_A));
    at = end + 1;
  }
  return words;
}

/** Whole words that the table is too old or too coarse for; folded, written by us. */
const MORE_WORDS = 'ماكرون طالبان امراه ورقه كورونا زيلينسكي شولتس عون ميقاتي كيان ايوان مهرجان';
const THEIR_SHARE = -6;

let vocabulary: Vocabulary | undefined;

/** Folded Arabic words that no clitic or ending may be taken from; read when first asked for. */
export function wholeWords(): Vocabulary {
  if (vocabulary) return vocabulary;
  const packed = readFileSync(new URL('./data/vocabulary.txt.gz', import.meta.url));
  const words = readVocabulary(gunzipSync(packed).toString('utf8'));
  for (const word of MORE_WORDS.split(' ')) if (!words.has(word)) words.set(word, THEIR_SHARE);
  vocabulary = words;
  return vocabulary;
}
