import { wordKey } from './arabic-parts.js';
import { nameOfSkeleton, spellingOfLatin } from './name-table.js';
import { consonantsOf, latinSkeleton } from './skeleton.js';
import {
  ARTICLE_COUNTS,
  BEFORE_ALLAH,
  HOUSES,
  isArabicWord,
  type NameUnit,
} from './words-of-names.js';

const LONGEST = 40;
const CACHED_WORDS = 1 << 15;
const LATIN = /^[a-zß-ɏə]+$/;
const ARTICLE = /^[ae]l$/;
const SON_OF = /^(?:bin|ibn|ben)$/;
const FATHER_OF = /^ab(?:u|ou|o)l?$/;
const SERVANT_OF = /^abd(?:[aeou]+l?)?$/;
/** "Abdelfattah", "Abderrahmane", "Abdullah": what is after the vowel, perhaps with the article's letter. */
const JOINED_SERVANT_OF = /^abd(?:[aeou]+)([^aeou].{2,})$/;
const JOINED_DIN = /^(.{2,}?)(?:[aeou]l)?[aeou]?d?d(?:in|ine|een)$/;
const NAME_OF_GOD: Readonly<Record<string, string>> = { مالك: 'ملك', ماجد: 'مجيد', حافظ: 'حفيظ' };

const keys = new Map<string, string>();

/** Key of the part of a name that begins at a word that is not Arabic. */
export function latinUnit(words: readonly string[], at: number): NameUnit {
  const word = words[at] as string;
  const following = words[at + 1];
  if (following === undefined || isArabicWord(following) || !LATIN.test(following))
    return { key: latinKey(word), next: at + 1 };
  if (ARTICLE.test(word)) return afterArticle(words, at + 1);
  if (FATHER_OF.test(word)) return fatherOf(words, at);
  if (SERVANT_OF.test(word)) {
    const god = skipArticle(words, at + 1);
    const key = servantOf(words[god] as string);
    if (key) return { key, next: god + 1 };
  }
  if (following === 'allah' || following === 'ullah') {
    const name = latinKey(word);
    if (BEFORE_ALLAH.has(name)) return { key: wordKey(`${name}الله`), next: at + 2 };
  }
  return { key: latinKey(word), next: at + 1 };
}

function afterArticle(words: readonly string[], at: number): NameUnit {
  const key = latinKey(words[at] as string);
  if (HOUSES.has(key)) return { key: `ال ${key}`, next: at + 1 };
  if (ARTICLE_COUNTS.has(key)) return { key: `ال${key}`, next: at + 1 };
  return { key: '', next: at };
}

function skipArticle(words: readonly string[], at: number): number {
  return ARTICLE.test(words[at] as string) && at + 1 < words.length ? at + 1 : at;
}

function fatherOf(words: readonly string[], at: number): NameUnit {
  const child = skipArticle(words, at + 1);
  const article = child > at + 1 || (words[at] as string).endsWith('l') ? 'ال' : '';
  const key = latinKey(words[child] as string);
  if (!isArabicWord(key) || key.includes(' ')) return { key: 'ابو', next: at + 1 };
  const bare = key.startsWith('ال') ? key.slice(2) : key;
  return bare.length < 3
    ? { key: 'ابو', next: at + 1 }
    : { key: wordKey(`ابو${article}${bare}`), next: child + 1 };
}

/** «عبد» and the name of God that a Latin word writes, if it is one that we know. */
function servantOf(latin: string): string | undefined {
  if (/^(?:u|a)?l?lah?$/.test(latin)) return 'عبدالله';
  const name = spellingOfLatin(latin);
  if (!name || name.includes(' ') || name.startsWith('ال')) return undefined;
  return wordKey(`عبدال${NAME_OF_GOD[name] ?? name}`);
}

function latinKey(word: string): string {
  const known = keys.get(word);
  if (known !== undefined) return known;
  if (word.length > LONGEST || !LATIN.test(word)) return word;
  const key = makeKey(word);
  if (keys.size >= CACHED_WORDS) keys.clear();
  keys.set(word, key);
  return key;
}

function makeKey(word: string): string {
  if (SON_OF.test(word)) return 'بن';
  const name = spellingOfLatin(word) ?? joined(word);
  if (name !== undefined) return wordKey(name);
  if (!/[aeiouyà-ɏə]/.test(word)) return word; // "BBC"
  const skeleton = latinSkeleton(word);
  if (!skeleton) return word;
  return (consonantsOf(skeleton) > 3 && nameOfSkeleton(skeleton)) || `~${skeleton}`;
}

/** Standard spelling of words written as one: "Elsisi", "Abdelfattah", "Noureddine". */
function joined(word: string): string | undefined {
  const rest = JOINED_SERVANT_OF.exec(word)?.[1];
  if (rest) {
    const key = servantOf(rest) ?? servantOf(rest.slice(1));
    if (key) return key;
  }
  if (word.length > 5 && ARTICLE.test(word.slice(0, 2))) {
    const name = spellingOfLatin(word.slice(2));
    if (name) return name;
  }
  const before = JOINED_DIN.exec(word)?.[1];
  const first = before === undefined ? undefined : spellingOfLatin(before);
  return first && isArabicWord(first) ? `${first}الدين` : undefined;
}
