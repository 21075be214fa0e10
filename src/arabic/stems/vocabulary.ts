import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { fold } from '../letters/fold.js';
import { WordNumbers } from '../letters/word-numbers.js';
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

/** So many whole words there is room for; there are some 50,000. */
const MOST_WORDS = 65_536;

/** Whole words with the decimal logarithm of their share of all words in general Arabic text. */
export interface Vocabulary {
  has(word: string): boolean;
  get(word: string): number | undefined;
}

class WholeWords implements Vocabulary {
  readonly #levels = new WordNumbers(MOST_WORDS);

  has(word: string): boolean {
    return this.#levels.get(word) >= 0;
  }

  get(word: string): number | undefined {
    const level = this.#levels.get(word);
    return level < 0 ? undefined : LEAST + STEP * level;
  }

  add(word: string, level: number): void {
    this.#levels.set(level, word);
  }
}

/** The words of a table as scripts/data/stem-vocabulary.py writes it, with their levels. */
function eachOfTable(text: string, take: (word: string, level: number) => void): void {
  const line = text.split('\n').find((candidate) => FIRST_WORD.test(candidate)) ?? '';
  let word = '';
  for (let at = 0; at < line.length;) {
    const shared = line.charCodeAt(at) - CODE_OF_SMALL_A;
    let end = at + 1;
    while (line.charCodeAt(end) > 0x600) end++;
    word = word.slice(0, shared) + line.slice(at + 1, end);
    take(word, line.charCodeAt(end) - CODE_OF_CAPITAL_A);
    at = end + 1;
  }
}

/** Whole words that the table is too old or too coarse for; folded, written by us. */
const MORE_WORDS =
  'الله لله شعبان سانا درنه فزان ماكرون طالبان امراه ورقه كورونا زيلينسكي شولتس عون ميقاتي كيان ايوان مهرجان';
/** A share of 1e-6. */
const THEIR_LEVEL = 4;

/**
 * Common words that look like a form of another as common, with their plurals: «رياضة» is no «رياض», «تأمين» no «تام».
 * Folded, written by us. Not those that are oftener the other with a pronoun, which folds alike: «عمله» is mostly his work.
 */
const APART =
  'رياضه رياضات عقيده امانه امانات جنسيه جنسيات كليه كليات مجره مجرات مقاطعه مقاطعات عاده عادات ' +
  'تامين تامينات ادمان ناسا بلاغه حميه';
/** A share of 1e-4. */
const LEVEL_APART = 8;

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
  return (vocabulary ??= load());
}

function load(): Vocabulary {
  const words = new WholeWords();
  const carried = new Map<string, number>();
  const add = (word: string, level: number) => {
    if (!CARRIED_HAMZA.test(word)) words.add(word, level);
    else if (!carried.has(word)) carried.set(word, level);
  };
  const packed = readFileSync(new URL('./data/vocabulary.txt.gz', import.meta.url));
  eachOfTable(gunzipSync(packed).toString('utf8'), add);
  for (const word of APART.split(' ')) if (!words.has(word)) add(word, LEVEL_APART);
  for (const word of [...MORE_WORDS.split(' '), ...namesOfTables()])
    if (!words.has(word)) add(word, THEIR_LEVEL);
  for (const [word, level] of carried)
    if (!words.has(`${CARRIED_HAMZA.exec(word)![1]!}ء`)) words.add(word, level);
  return words;
}
