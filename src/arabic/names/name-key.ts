import { fold } from '../letters/fold.js';
import { arabicUnit, beginsSeveral, wordKey } from './arabic-parts.js';
import { latinUnit } from './latin-parts.js';
import { isArabicWord } from './words-of-names.js';

const PLAIN_ARABIC = /^[ء-غف-ي]+(?: [ء-غف-ي]+)*$/;
const WORDS = /~[a-z]+|\p{L}+|\p{N}+/gu;
const APOSTROPHES = /['’‘`´ʼʻʾʿ]/g;
/** The article before a sun letter: "ash-Shabab", "ad-Din". */
const LATIN_ARTICLE = /(^|[\s-])[aeu](?:l|r|sh|ch|s|n|t|d|dh|th|z)[-‐‑–]/g;
/** «عمّان» with its doubled letter is Amman; «عمان» without may be either. */
const AMMAN = /ع[\p{M}\p{Cf}ـ]*م([\p{M}\p{Cf}ـ]*)[اﺍﺎ][\p{M}\p{Cf}ـ]*ن(?![\p{L}\p{M}ـ])/gu;
const SHADDA = 'ّ';

/**
 * One key for all the spellings of a name («نتنياهو», «نتانياهو», "Netanyahu"): equal keys, same name. For
 * names of people, places and organisations of one word or several; the order of words counts. Arabic names
 * keep their vowels («حسن» is not «حسين»); the article, «أبو/أبي/أبا» and «ابن/بن» are made one; a foreign
 * name becomes the spelling of the table or `~` and its consonants. In doubt two names stay apart.
 * `nameKey(nameKey(name))` is `nameKey(name)`. Never throws; linear in the length of `name`.
 */
export function nameKey(name: string): string {
  const marked = name.includes(SHADDA)
    ? name.replace(AMMAN, (word, marks: string) => (marks.includes(SHADDA) ? ' ~amman ' : word))
    : name;
  const folded = fold(marked);
  const words = PLAIN_ARABIC.test(folded) ? folded.split(' ') : wordsOf(folded);
  if (words.length === 0) return folded.replace(/\s+/g, ' ').trim();
  let key = '';
  for (let at = 0; at < words.length;) {
    const word = words[at] as string;
    let part: string;
    if (isArabicWord(word) && !beginsSeveral(word, words[at + 1])) {
      part = wordKey(word);
      at++;
    } else {
      const unit = isArabicWord(word) ? arabicUnit(words, at) : latinUnit(words, at);
      part = unit.key;
      at = unit.next;
    }
    if (part) key += key ? ` ${part}` : part;
  }
  return key;
}

function wordsOf(folded: string): string[] {
  const text = folded.replace(APOSTROPHES, '').replace(LATIN_ARTICLE, '$1al ');
  return text.match(WORDS) ?? [];
}
