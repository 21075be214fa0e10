import type { Lexeme } from '../lexeme.js';
import { foreignness } from '../foreign-shape.js';
import { isEmptyWord } from '../keyphrases/empty-words.js';
import { isVerb } from '../verbs.js';
import { bareRarity, definiteRarity, isKnownWord } from '../word-frequencies.js';

/** Steps by which inflected forms must be rarer than the plain one. */
const NEVER_INFLECTED = 8;
const RARE = 33;
/** Foreignness from which on a word counts, by what else speaks for it. */
const KNOWN = -0.5;
const UNKNOWN = 0;
const CERTAIN = 0.9;
const SUFFIXES = [
  'ها',
  'هم',
  'ات',
  'ون',
  'ين',
  'ان',
  'يه',
  'تها',
  'ته',
  'نا',
  'ه',
  'ا',
  'ي',
  'ت',
  'وا',
  'تهم',
  'هما',
  'ك',
  'يا',
];

/** Pronouns, the dual and verbs of «أنتم»: no name ends so, foreign as the letters may look. */
export const ENDINGS = /(?:..ها|هم|هن|كم|كن|هما|تين|تان|.تم)$/;

/** Endings and beginnings of inflected words that no list needs to know. */
const INFLECTED =
  /(?:ها|هم|هن|كم|كن|هما|تين|تان|تم|تهن|ويه|ايه)$|^(?:سي|ست|سن|سا|است|مست|يست|تست|يت|مت|لل|لاي|لات|فل|في)/;

/**
 * Whether a word is shaped like a proper name that Arabic writes without the article: general text never
 * shows it with the article or with endings («بوتين»), or never at all and no known word hides in it.
 */
export function isNameShaped(lexeme: Lexeme): boolean {
  if (lexeme.functional || lexeme.definite) return false;
  return (lexeme.nameShaped ??= looksLikeName(lexeme.bare));
}

function looksLikeName(bare: string): boolean {
  if (bare.length < 3 || isVerb(bare) || isEmptyWord(bare)) return false;
  if (isPluralOfDefective(bare) || ENDINGS.test(bare)) return false;
  const foreign = foreignness(bare);
  if (isKnownWord(bare) && bareRarity(bare) <= RARE)
    return foreign > KNOWN && isNeverInflected(bare);
  if (isNounWithAlef(bare)) return false;
  return foreign > CERTAIN || (foreign > UNKNOWN && !INFLECTED.test(bare) && !hidesKnownWord(bare));
}

/** «أغان», «مبان»: written with their ي once they take the article. */
function isPluralOfDefective(bare: string): boolean {
  return /^..ا.$/.test(bare) && definiteRarity(`${bare}ي`) < 26;
}

/** «سلوكا», «بلديتا»: a noun in the accusative, or two of it. */
export function isNounWithAlef(bare: string): boolean {
  if (!bare.endsWith('ا')) return false;
  const noun = bare.slice(0, -1);
  if (isCommon(noun) && definiteRarity(noun) < RARE) return true;
  return noun.endsWith('ت') && isCommon(`${noun.slice(0, -1)}ه`);
}

function isNeverInflected(bare: string): boolean {
  const plain = bareRarity(bare);
  if (plain < 17) return false;
  const limit = Math.min(RARE + 2, plain + NEVER_INFLECTED);
  if (definiteRarity(bare) < limit) return false;
  if (
    ['ها', 'هم', 'ه', 'ا', 'نا', 'ت', 'ات', 'ين', 'ون', 'وا'].some(
      (end) => bareRarity(bare + end) < limit,
    )
  )
    return false;
  return !hidesKnownWord(bare);
}

/** Whether a commoner word with an ending or a verb's prefix makes this one. */
export function hidesKnownWord(bare: string): boolean {
  for (const suffix of SUFFIXES)
    if (bare.endsWith(suffix) && bare.length - suffix.length >= 3) {
      const rest = bare.slice(0, -suffix.length);
      if (isCommon(rest) || (suffix.startsWith('ت') && isCommon(`${rest}ه`))) return true;
    }
  for (const prefix of ['ي', 'ت', 'ن', 'سي', 'ست', 'ا', 'لي', 'لت', 'ب', 'ل', 'ك', 'ف', 'و'])
    if (bare.startsWith(prefix) && bare.length - prefix.length >= 3) {
      const rest = bare.slice(prefix.length);
      if (isCommon(rest) && (definiteRarity(rest) < RARE || isVerb(rest) || prefix.length === 2))
        return true;
    }
  return false;
}

function isCommon(word: string): boolean {
  return Math.min(bareRarity(word), definiteRarity(word)) < RARE - 1;
}
