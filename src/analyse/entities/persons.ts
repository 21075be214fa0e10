import type { Lexeme } from '../lexeme.js';
import type { Word } from '../reading.js';
import { foreignness } from '../foreign-shape.js';
import { countryOfNisba, isNameAsWritten, matchAt } from './gazetteer.js';
import {
  FOREIGN_GIVEN_NAMES,
  NAME_PARTICLES,
  NO_PEOPLE,
  PERSON_TITLES,
  SPEECH_VERBS,
  TITLE_WORDS,
} from './name-lists.js';
import { bareRarity, definiteRarity, isKnownWord } from '../word-frequencies.js';
import { ENDINGS, hidesKnownWord, isNounWithAlef } from './name-shape.js';
import {
  afterHonorific,
  afterTitle,
  isAfterSpeech,
  isNamedAfter,
  isNationality,
} from './person-context.js';
import {
  ALI,
  isCommonNoun,
  isParticiple,
  isVerbalNoun,
  LONE,
  mayBeFamilyName,
  mayOpen,
  partOf,
  type Part,
} from './person-parts.js';
import { isVerb } from '../verbs.js';
import { personNames } from './person-names.js';

/** Longest name of a person, in words. */
const MAX_WORDS = 7;
/** Foreignness of a word as written from which on no particle is looked for in it («بالاك»). */
const CLEARLY_FOREIGN = 0.8;
/** After a particle, these take one word more: «بن عبد الكريم», «بن أبي طالب». */
const JOINS_NEXT = new Set(['عبد', 'ابو', 'ابي', 'ابا', 'ام', 'ال']);
const REGNAL = /^(?:اول|ثاني|ثالث|رابع|خامس|سادس|سابع|ثامن|تاسع|عاشر)$/;

/** The number of words of a person's name that begins at a word; 0 where none does. */
export function personAt(words: Word[], at: number): number {
  const first = words[at]!;
  const opener = isOpener(words, at);
  const part = partOf(words, at);
  if (!opener && part === undefined) return 0;
  const title = afterTitle(words, at);
  if (isNationality(words, at) || isPrepositionalPhrase(first)) return 0;
  // «بتوفيق الله», «بفضل الله»
  if (first.lexeme.prepositional && words[at + 1]?.lexeme.folded === 'الله' && !opener) return 0;
  const spoke = isAfterSpeech(words, at);
  if (part === 'definite' && !afterHonorific(words, at) && !spoke) return 0;
  if (part === 'family' && !mayBeginWithFamily(words, at, title || opener || spoke)) return 0;
  if (part === 'weak' && !title && !opener && !spoke && !isBesideName(words, at + 1)) return 0;
  if (!opener && part !== 'given' && PERSON_TITLES.has(first.lexeme.bare)) return 0;
  const start = {
    length: opener ? 2 : 1,
    strong: part === 'given' || part === 'weak' || opener ? 1 : 0,
  };
  const { length, strong } = goOn(
    words,
    at,
    start,
    part === 'shaped' ? { shaped: true, title } : {},
  );
  return isPerson(words, at, length, { title, strong, part }) ? length : 0;
}

/** How many words a name has that is known to have `length` and goes on by a particle: «محمد بن راشد | آل مكتوم». */
export function longerName(words: Word[], at: number, length: number): number {
  return goOn(words, at, { length, strong: 1 }, {}).length;
}

interface NameSoFar {
  length: number;
  /** How many parts of it are hardly anything but a name. */
  strong: number;
}

/** Takes the words that go on a name. @param first whether the name begins with a word that only looks foreign */
function goOn(
  words: Word[],
  at: number,
  { length, strong }: NameSoFar,
  first: { shaped?: boolean; title?: boolean },
): NameSoFar {
  /** Right after a given name nearly anything is the next part of the name. */
  let fresh = strong > 0;
  while (length < MAX_WORDS && at + length < words.length) {
    const next = at + length;
    const word = words[next]!;
    if (word.apart || word.lexeme.conjoined || isSurelyPlace(words, next)) break;
    if (NAME_PARTICLES.has(word.lexeme.folded) && mayFollowParticle(words, next + 1)) {
      const kunya = JOINS_NEXT.has(words[next + 1]!.lexeme.folded);
      length += kunya && mayFollowParticle(words, next + 2) ? 3 : 2;
      strong += 1;
      fresh = true;
      continue;
    }
    const followed = partOf(words, next);
    const lone = strong === 0 && length === 1 && first.shaped;
    if (!mayFollow(words, next) && !((strong > 0 || lone) && maySurname(words, next, fresh))) break;
    if (followed === 'definite' && lone && !first.title) break;
    fresh = followed === 'given' || word.lexeme.folded === OF_THE_FAITH;
    if (fresh) strong += 1;
    length += 1;
  }
  return { length, strong };
}

/** «عبد الكريم الخطابي بأغادير», «موسى فلسطين»: a place beside a name is no part of it, a country or after a particle. */
function isSurelyPlace(words: Word[], at: number): boolean {
  const match = matchAt(words, at);
  if (match?.known.type !== 'place') return false;
  const { folded, prepositional } = words[at]!.lexeme;
  if (prepositional && match.length === 1 && !isNameAsWritten(folded)) return true;
  return !match.known.weak && match.known.country !== undefined && !match.known.at;
}

/** «رئيس النادي رامون»: a definite word that is common is a person only after «الشيخ» and the like. */
function mayBeginWithFamily(words: Word[], at: number, introduced: boolean): boolean {
  const { definite, bare } = words[at]!.lexeme;
  if (!introduced) return false;
  return !definite || definiteRarity(bare) >= COMMON_DEFINITE || afterHonorific(words, at);
}

/** «لصالح», «بكريم»: what is commoner with its particle than without is no name after one. */
function isPrepositionalPhrase({ lexeme: { prepositional, folded, bare } }: Word): boolean {
  return prepositional && bareRarity(folded) <= bareRarity(bare) + 2 && isKnownWord(folded);
}

/** «جلال الدين»: with the word before it one given name. */
const OF_THE_FAITH = 'الدين';

/** «أمين فارس»: a given name that is a word as well needs another name after it. */
function isBesideName(words: Word[], at: number): boolean {
  const word = words[at];
  if (!word || word.apart || word.lexeme.conjoined || word.lexeme.prepositional) return false;
  if (isOpener(words, at) || word.lexeme.folded === OF_THE_FAITH) return true;
  const part = partOf(words, at);
  if (part === 'given') return true;
  // «اعتماد مهني»: both are words.
  if (part === 'family')
    return word.lexeme.definite || definiteRarity(word.lexeme.bare) > COMMON_ADJECTIVE;
  return part === 'shaped' && personNames().foreign.has(word.lexeme.bare);
}

/** In steps: with the article, adjectives are commoner than this («المهني»). */
const COMMON_ADJECTIVE = 24;

/** «أبو حمزة المصري»: after «أبو» and its name a nationality belongs to the name. */
function isOfKunya(words: Word[], at: number): boolean {
  const { lexeme } = words[at]!;
  if (countryOfNisba(lexeme.bare) === undefined || lexeme.prepositional) return false;
  return [2, 3].some((back) => /^(?:ابو|ابي|ابا)$/.test(words[at - back]?.lexeme.bare ?? ''));
}

/** Whether a word is the first part of the name that begins after it. */
export function isFirstNameBefore(words: Word[], at: number): boolean {
  const { lexeme, kind } = words[at]!;
  const { folded, bare, core } = lexeme;
  if (kind !== 'arabic' || lexeme.functional || lexeme.empty || lexeme.prepositional) return false;
  const { given, alsoWords } = personNames();
  const next = words[at + 1]!.lexeme;
  // «سلطان بن سلمان»: a title that is a name as well.
  if (!lexeme.definite && alsoWords.has(bare) && next.folded === 'بن') return true;
  if (PERSON_TITLES.has(bare) || TITLE_WORDS.has(bare) || SPEECH_VERBS.has(bare)) return false;
  const match = matchAt(words, at);
  if (match && match.known.weak === undefined) return false;
  if (/^(?:بن|بنت|ولد)$/.test(next.folded))
    return !isVerb(bare) && countryOfNisba(bare) === undefined;
  if (lexeme.definite) return false;
  if (given.has(core) || given.has(folded)) return true;
  if (lexeme.verb || ENDINGS.test(bare) || /(?:ه|ها|نا)$/.test(bare)) return false;
  return lexeme.rarity >= RAREST && !hidesKnownWord(folded);
}

/** A word as rare as this is hardly anything but a name. */
const RAREST = 6;

/** Foreignness below which a word after one that only looks foreign is no surname («متساهل»). */
const NATIVE = -0.4;

/** In steps: the commonest definite words are no family names but the listed ones. */
const COMMON_DEFINITE = 22;

/** «الأوفر», «الأكبر» say how a person is. */
function isSuperlative({ bare, core }: Lexeme): boolean {
  return /^ا[^ل]..$/.test(bare) && !personNames().family.has(core);
}

function isSeldom({ bare, core }: Lexeme): boolean {
  return definiteRarity(bare) >= COMMON_DEFINITE || personNames().family.has(core);
}

/** In steps: nouns («مسؤول») are commoner with the article than names are. */
const RARELY_DEFINITE = 30;

/** A word that is a name only by standing after a given one: «كوندوليزا رايس», «أحمد التوفيق», «محمد السادس». */
function maySurname(words: Word[], at: number, fresh: boolean): boolean {
  const { lexeme, kind } = words[at]!;
  const { bare, functional, definite, prepositional, rarity, folded } = lexeme;
  if (fresh && definite && (REGNAL.test(bare) || isOfKunya(words, at))) return true;
  if (kind !== 'arabic' || functional) return false;
  if (matchAt(words, at)?.known.type === 'organisation') return false;
  if (fresh && foreignness(folded) > CLEARLY_FOREIGN && !lexeme.conjoined) return true;
  if (prepositional || lexeme.empty) return false;
  const nationality = countryOfNisba(bare) !== undefined && !(fresh && !definite);
  if (nationality || PERSON_TITLES.has(bare) || TITLE_WORDS.has(bare)) return false;
  if (definite)
    return (
      !isParticiple(bare) &&
      !isSuperlative(lexeme) &&
      !isVerbalNoun(bare) &&
      ((fresh && isSeldom(lexeme)) || mayBeFamilyName(bare)) &&
      !/(?:ات|ون|ين)$/.test(bare)
    );
  if (foreignness(bare) > LONE) return true;
  if (isVerbalNoun(bare)) return false;
  if (lexeme.verb || /^(?:سي|ست|سن|كال)/.test(bare)) return false;
  if (definiteRarity(bare) <= RARELY_DEFINITE && !personNames().family.has(bare)) return false;
  if (ENDINGS.test(bare) || isNounWithAlef(bare)) return false;
  const hides = hidesKnownWord(bare);
  if (fresh) return rarity >= 4.2 && (!/(?:ها|هم|ه|ا)$/.test(bare) || (rarity > RAREST && !hides));
  return rarity >= 5 && !hides && foreignness(bare) > NATIVE;
}

function isOpener(words: Word[], at: number): boolean {
  return mayOpen(words[at]!.lexeme) && mayFollowParticle(words, at + 1);
}

/** After «عبد» and «آل» any definite word is a name; after the others what may be one anywhere. */
function mayFollowParticle(words: Word[], at: number): boolean {
  const word = words[at];
  if (!word || word.apart || word.kind !== 'arabic') return false;
  if (word.lexeme.conjoined) return false;
  if (word.lexeme.folded === ALI) return !word.on;
  if (word.lexeme.functional) return false;
  const particle = words[at - 1]!.lexeme.bare;
  if (particle === 'عبد') return word.lexeme.definite || word.lexeme.folded === 'الله';
  if (/^(?:ال|بن|ابو|ابي|ابا)$/.test(particle))
    return !word.lexeme.verb && !word.lexeme.prepositional;
  return mayFollow(words, at) || maySurname(words, at, true);
}

function mayFollow(words: Word[], at: number): boolean {
  const word = words[at];
  if (!word || word.apart || word.lexeme.conjoined) return false;
  if (word.lexeme.folded === 'الله') return true;
  if (word.lexeme.folded === OF_THE_FAITH)
    return /^(?:given|weak)$/.test(partOf(words, at - 1) ?? '');
  if (matchAt(words, at)?.known.type === 'organisation') return false;
  return isOpener(words, at) || (partOf(words, at) !== undefined && !isAfterParticle(word));
}

/** In steps: nouns that may stand beside a name by chance are commoner, and take the article. */
const COMMON_NOUN = 28;
const NEVER_DEFINITE = 33;

/** «عمر البشير بغصن», «علوش لصلاح»: a common noun after its particle is another part of the sentence. */
function isAfterParticle({ lexeme: { prepositional, definite, bare, folded } }: Word): boolean {
  if (!prepositional || definite || bareRarity(bare) >= COMMON_NOUN) return false;
  const { given, family } = personNames();
  return definiteRarity(bare) < NEVER_DEFINITE && !given.has(folded) && !family.has(folded);
}

/** Given names met more often as words: alone they need another name after them. */
const ALSO_WORDS = new Set('اسماء جو نصر كبير صدام وسام سيل جمال حسن فريد ولد'.split(' '));

function isPerson(
  words: Word[],
  at: number,
  length: number,
  { title, strong, part }: { title: boolean; strong: number; part: Part },
): boolean {
  if (length === 1 && NO_PEOPLE.has(words[at]!.lexeme.core)) return false;
  if (title) return true;
  if (isNamedAfter(words, at)) return false;
  if (length > 1) return strong > 1 || !ALSO_WORDS.has(words[at]!.lexeme.bare);
  const { lexeme } = words[at]!;
  if (lexeme.definite && !words[at]!.apart && words[at - 1]?.lexeme.definite) return false;
  const spoke = isAfterSpeech(words, at);
  if (spoke && (part === 'given' || part === 'weak' || part === 'family' || part === 'definite'))
    return true;
  if (part === 'given') return FOREIGN_GIVEN_NAMES.has(lexeme.core) && !isCommonNoun(lexeme.bare);
  if (part !== 'shaped') return false;
  if (words[at]!.kind === 'abbreviation') return false;
  return foreignness(lexeme.bare) > (spoke ? 0 : LONE);
}
