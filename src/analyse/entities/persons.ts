import type { Word } from '../reading.js';
import { isEmptyWord } from '../keyphrases/empty-words.js';
import { isVerb } from '../verbs.js';
import { bareRarity, definiteRarity } from '../word-frequencies.js';
import { countryOfNisba, matchAt, personNames } from './gazetteer.js';
import {
  FOREIGN_GIVEN_NAMES,
  NAME_OPENERS,
  NAME_PARTICLES,
  PERSON_TITLES,
  SPEECH_VERBS,
  TITLE_WORDS,
} from './name-lists.js';
import { isNameShaped } from './name-shape.js';

/** Longest name of a person, in words. */
const MAX_WORDS = 7;
/** Definite words rarer than this (in steps of 0.2 decades) may be family names. */
const RARE_DEFINITE = 23;

/** What a word may be in a person's name; strong: it is hardly anything else. */
type Part = 'given' | 'family' | 'shaped' | 'definite' | undefined;

function partOf(words: Word[], at: number): Part {
  const { lexeme, kind } = words[at]!;
  if (kind !== 'arabic') return kind === 'abbreviation' ? 'shaped' : undefined;
  const { bare, core, folded } = lexeme;
  const { given, family } = personNames();
  if (FOREIGN_GIVEN_NAMES.has(core) || given.has(core)) return 'given';
  if (FOREIGN_GIVEN_NAMES.has(folded) || given.has(folded)) return 'given';
  if (lexeme.functional || isEmptyWord(bare)) return undefined;
  if (family.has(core) && !(!lexeme.definite && isVerb(bare))) return 'family';
  if (isNameShaped(lexeme) && countryOfNisba(bare) === undefined) return 'shaped';
  if (lexeme.definite && !lexeme.prepositional && !lexeme.conjoined && mayBeFamilyName(bare))
    return 'definite';
  return undefined;
}

function mayBeFamilyName(bare: string): boolean {
  if (bare === 'له' || bare === 'رحمن') return true;
  if (countryOfNisba(bare) !== undefined || PERSON_TITLES.has(bare) || TITLE_WORDS.has(bare))
    return false;
  if (/(?:ات|ون|ين|يه)$/.test(bare)) return false;
  return Math.min(definiteRarity(bare), bareRarity(bare)) >= RARE_DEFINITE;
}

/** Whether a title («الرئيس المصري», «وزير الخارجية») stands right before a word. */
export function afterTitle(words: Word[], at: number): boolean {
  for (let back = 1; back <= 5 && at - back >= 0; back += 1) {
    const word = words[at - back]!;
    if (back === 1 && words[at]!.apart && !isBracketApart(words, at)) return false;
    const { bare } = word.lexeme;
    if (PERSON_TITLES.has(bare)) return true;
    if (!TITLE_WORDS.has(bare) && countryOfNisba(bare) === undefined && !matchAt(words, at - back))
      return false;
    if (word.apart) return false;
  }
  return false;
}

/** «وزير الخارجية، سامح شكري»: a comma does not part a title from its name. */
function isBracketApart(words: Word[], at: number): boolean {
  return words[at]!.start - words[at - 1]!.end <= 2;
}

/**
 * The number of words of a person's name that begins at a word; 0 where none does.
 * @param context what speaks for a person here: a title or a verb of speech before it
 */
export function personAt(words: Word[], at: number): number {
  const first = words[at]!;
  const title = afterTitle(words, at);
  const opener = isOpener(words, at);
  const part = partOf(words, at);
  if (!opener && part === undefined) return 0;
  if (part === 'definite' && !title) return 0;
  if (!opener && part !== 'given' && PERSON_TITLES.has(first.lexeme.bare)) return 0;
  let length = opener ? 2 : 1;
  let strong = part === 'given' || opener ? 1 : 0;
  while (length < MAX_WORDS && at + length < words.length) {
    const next = at + length;
    const word = words[next]!;
    if (word.apart || word.lexeme.conjoined) break;
    if (NAME_PARTICLES.has(word.lexeme.folded) && mayFollow(words, next + 1)) {
      length += 2;
      strong += 1;
      continue;
    }
    if (!mayFollow(words, next)) break;
    const followed = partOf(words, next);
    if (followed === 'definite' && strong === 0 && part === 'shaped' && length === 1 && !title)
      break;
    if (followed === 'given') strong += 1;
    length += 1;
  }
  return isPerson(words, at, length, { title, strong, part }) ? length : 0;
}

function isOpener(words: Word[], at: number): boolean {
  const { lexeme } = words[at]!;
  const next = words[at + 1];
  if (!next || next.apart || (!NAME_OPENERS.has(lexeme.folded) && !NAME_OPENERS.has(lexeme.core)))
    return false;
  if (lexeme.bare === 'عبد')
    return (
      next.lexeme.definite || partOf(words, at + 1) !== undefined || next.lexeme.folded === 'الله'
    );
  return mayFollow(words, at + 1);
}

function mayFollow(words: Word[], at: number): boolean {
  const word = words[at];
  if (!word || word.apart || word.lexeme.conjoined) return false;
  if (word.lexeme.folded === 'الله') return true;
  if (matchAt(words, at)?.known.type === 'organisation') return false;
  return partOf(words, at) !== undefined || isOpener(words, at);
}

function isPerson(
  words: Word[],
  at: number,
  length: number,
  { title, strong, part }: { title: boolean; strong: number; part: Part },
): boolean {
  if (title) return true;
  if (length > 1) return strong > 0 || length > 1;
  if (part === 'given') return FOREIGN_GIVEN_NAMES.has(words[at]!.lexeme.core);
  const before = words[at - 1];
  return Boolean(
    part === 'shaped' && before && !words[at]!.apart && SPEECH_VERBS.has(before.lexeme.bare),
  );
}
