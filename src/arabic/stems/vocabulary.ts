import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { fold } from '../letters/fold.js';
import { ARABIC_NAMES } from '../names/arabic-names.js';
import { ARABIC_PLACES } from '../names/arabic-places.js';
import { FOREIGN_PEOPLE } from '../names/foreign-people.js';
import { FOREIGN_PLACES } from '../names/foreign-places.js';

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
const MORE_WORDS =
  'الله لله شعبان سانا درنه فزان ماكرون طالبان امراه ورقه كورونا زيلينسكي شولتس عون ميقاتي كيان ايوان مهرجان';
const THEIR_SHARE = -6;

/** Spellings of names that are forms of commoner words as well: these have their stems. */
const COMMONER_AS_FORMS = new Set(
  'ليلا موسا عيسا سلما لبنا مرسا اسماء باسم بركات كريمه اقصا عربيه سلامه ناديه اميره امينه'.split(
    ' ',
  ),
);

/** The folded Arabic spellings of the tables of names, but for adjectives («سورية») and those with the article. */
function namesOfTables(): string[] {
  return [ARABIC_NAMES, ARABIC_PLACES, FOREIGN_PEOPLE, FOREIGN_PLACES]
    .join('\n')
    .split(/\s+/)
    .map(fold)
    .filter(
      (name) =>
        name.charCodeAt(0) > 0x600 &&
        name.length > 2 &&
        !/يه$/.test(name) &&
        !(/^ال/.test(name) && ARABIC_PLACES.includes(name)) &&
        !COMMONER_AS_FORMS.has(name),
    );
}

/** «أعضائها», «أعضاؤه»: so common that the table has them, but surely «أعضاء» with a pronoun. */
const CARRIED_HAMZA = /^(.{2,}ا)(?:ي(?:ها|هم|هما)|و(?:ه|ها|هم|هما))$/;

let vocabulary: Vocabulary | undefined;

/** Folded Arabic words that no clitic or ending may be taken from; read when first asked for. */
export function wholeWords(): Vocabulary {
  if (vocabulary) return vocabulary;
  const packed = readFileSync(new URL('./data/vocabulary.txt.gz', import.meta.url));
  const words = readVocabulary(gunzipSync(packed).toString('utf8'));
  for (const word of [...MORE_WORDS.split(' '), ...namesOfTables()])
    if (!words.has(word)) words.set(word, THEIR_SHARE);
  for (const word of words.keys()) {
    const bare = CARRIED_HAMZA.exec(word)?.[1];
    if (bare !== undefined && words.has(`${bare}ء`)) words.delete(word);
  }
  vocabulary = words;
  return vocabulary;
}
