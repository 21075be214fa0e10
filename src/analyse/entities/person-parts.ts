import type { Lexeme } from '../lexeme.js';
import type { Word } from '../reading.js';
import { isEmptyWord } from '../keyphrases/empty-words.js';
import { isVerb } from '../verbs.js';
import { bareRarity, definiteRarity, isKnownWord } from '../word-frequencies.js';
import { foreignness } from '../foreign-shape.js';
import { countryOfNisba } from './gazetteer.js';
import { FOREIGN_GIVEN_NAMES, NAME_OPENERS, PERSON_TITLES, TITLE_WORDS } from './name-lists.js';
import { isNameShaped } from './name-shape.js';
import { isAli } from './person-context.js';
import { personNames } from './person-names.js';

/** Definite words rarer than this (in steps of 0.2 decades) may be family names. */
const RARE_DEFINITE = 23;
/** Foreignness from which on a word alone, without a title, is taken for a person. */
export const LONE = 0.8;
/** «عبدالرحمن», «أبوتريكة». */
const JOINED_OPENER = /^و?(?:عبدال..|ابو...|بوال..)/;

/** What a word may be in a person's name. */
export type Part = 'given' | 'weak' | 'family' | 'shaped' | 'definite' | undefined;

export const ALI = 'علي';

export function partOf(words: Word[], at: number): Part {
  const { lexeme, kind } = words[at]!;
  if (kind !== 'arabic') return kind === 'abbreviation' ? 'shaped' : undefined;
  if (lexeme.folded === ALI) return isAli(words, at) ? 'given' : undefined;
  return partAnywhere(lexeme);
}

function partAnywhere(lexeme: Lexeme): Part {
  lexeme.personPart ??= readPart(lexeme) ?? 'none';
  return lexeme.personPart === 'none' ? undefined : lexeme.personPart;
}

/** Whether a person's name may begin with a word of Arabic letters. */
export function mayBeginPerson(lexeme: Lexeme): boolean {
  return lexeme.folded === ALI || mayOpen(lexeme) || partAnywhere(lexeme) !== undefined;
}

function readPart(lexeme: Lexeme): Part {
  const { bare, core, folded, definite } = lexeme;
  const { given, alsoWords, family, foreign } = personNames();
  if (lexeme.functional) return undefined;
  if (FOREIGN_GIVEN_NAMES.has(core) || FOREIGN_GIVEN_NAMES.has(folded)) return 'given';
  if (PERSON_TITLES.has(bare)) return undefined;
  if (JOINED_OPENER.test(folded)) return 'given';
  if (given.has(folded) && !isOtherwiseUsed(folded)) return 'given';
  if (given.has(bare)) return definite ? 'family' : isOtherwiseUsed(bare) ? 'weak' : 'given';
  if (lexeme.empty) return undefined;
  if (alsoWords.has(bare)) return definite ? 'family' : 'weak';
  if (family.has(core) && !(!definite && lexeme.verb)) return 'family';
  if (!definite && foreign.has(bare)) return 'shaped';
  if (isNameShaped(lexeme) && countryOfNisba(bare) === undefined) return 'shaped';
  if (definite && !lexeme.prepositional && !lexeme.conjoined && mayBeFamilyName(bare))
    return 'definite';
  return undefined;
}

/** Whether a word is first of all a given name («محمد», «جورج»). */
export function beginsWithGivenName(words: Word[], at: number): boolean {
  return partOf(words, at) === 'given';
}

/** «أسماء», «شرف»: names that text shows more often as words. */
export function isCommonNoun(bare: string): boolean {
  return definiteRarity(bare) < 28 || isOtherwiseUsed(bare);
}

function isOtherwiseUsed(bare: string): boolean {
  return isVerb(bare) || isEmptyWord(bare);
}

export function mayBeFamilyName(bare: string): boolean {
  if (bare === 'له' || bare === 'رحمن') return true;
  if (countryOfNisba(bare) !== undefined || PERSON_TITLES.has(bare) || TITLE_WORDS.has(bare))
    return false;
  if (/(?:ات|ون|ين|يه|ان)$/.test(bare) || isVerbalNoun(bare)) return false;
  if (Math.min(bareRarity(`${bare}ه`), definiteRarity(`${bare}ه`)) < 34) return false;
  return Math.min(definiteRarity(bare), bareRarity(bare)) >= RARE_DEFINITE;
}

/** «تزايد», «الترويج», «انتشال»: what happens, where the word is known as such. */
export function isVerbalNoun(bare: string): boolean {
  if (!/^(?:ت..ي.|ت.ا..|(?:است|ان|ا.ت).{1,2}ا.)$/.test(bare) || !isKnownWord(bare)) return false;
  const { given, family } = personNames();
  return !given.has(bare) && !family.has(bare) && foreignness(bare) <= LONE;
}

/** «المصنف», «المنتقلة»: what a person is said to be, where both genders are words. */
export function isParticiple(bare: string): boolean {
  if (personNames().family.has(`ال${bare}`) || personNames().family.has(bare)) return false;
  const feminine = bare.endsWith('ه') ? bare : `${bare}ه`;
  const masculine = feminine.slice(0, -1);
  return bare.startsWith('م') && isKnownWord(feminine) && isKnownWord(masculine);
}

export function mayOpen({ folded, core, conjoined, bare }: Lexeme): boolean {
  return (
    NAME_OPENERS.has(folded) || NAME_OPENERS.has(core) || (conjoined && NAME_OPENERS.has(bare))
  );
}
