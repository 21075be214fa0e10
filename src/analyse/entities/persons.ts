import type { Lexeme } from '../lexeme.js';
import type { Word } from '../reading.js';
import { isEmptyWord } from '../keyphrases/empty-words.js';
import { isVerb } from '../verbs.js';
import { bareRarity, definiteRarity, isKnownWord } from '../word-frequencies.js';
import { foreignness } from '../foreign-shape.js';
import { countryOfNisba, matchAt, personNames } from './gazetteer.js';
import {
  FOREIGN_GIVEN_NAMES,
  NAME_OPENERS,
  NAME_PARTICLES,
  PERSON_TITLES,
  SPEECH_VERBS,
  TITLE_WORDS,
} from './name-lists.js';
import { hidesKnownWord, isNameShaped } from './name-shape.js';

/** Longest name of a person, in words. */
const MAX_WORDS = 7;
/** Definite words rarer than this (in steps of 0.2 decades) may be family names. */
const RARE_DEFINITE = 23;
/** Foreignness from which on a word alone, without a title, is taken for a person. */
const LONE = 0.8;
/** «عبدالرحمن», «أبوتريكة». */
const JOINED_OPENER = /^و?(?:عبدال..|ابو...|بوال..)/;
/** Foreignness of a word as written from which on no particle is looked for in it («بالاك»). */
const CLEARLY_FOREIGN = 0.8;
/** Titles that only a name follows. */
const HONORIFICS = new Set([
  'شيخ',
  'امام',
  'دكتور',
  'دكتوره',
  'سيد',
  'سيده',
  'حاج',
  'امير',
  'ملك',
  'رييس',
  'جنرال',
  'لواء',
  'عميد',
  'مهندس',
  'استاذ',
  'وزير',
]);
/** After a particle, these take one word more: «بن عبد الكريم», «بن أبي طالب». */
const JOINS_NEXT = new Set(['عبد', 'ابو', 'ابي', 'ابا', 'ام', 'ال']);
const REGNAL = /^(?:اول|ثاني|ثالث|رابع|خامس|سادس|سابع|ثامن|تاسع|عاشر)$/;

/** What a word may be in a person's name; strong: it is hardly anything else. */
type Part = 'given' | 'family' | 'shaped' | 'definite' | undefined;

const ALI = 'علي';

/** «علي» and «على» fold alike: a name only beside a name. */
function isAli(words: Word[], at: number): boolean {
  if (words[at]!.on) return false;
  const next = words[at + 1];
  const before = words[at - 1];
  const isGiven = (word: Word) =>
    FOREIGN_GIVEN_NAMES.has(word.lexeme.core) || NAME_PARTICLES.has(word.lexeme.folded);
  if (before && !words[at]!.apart && (isGiven(before) || HONORIFICS.has(before.lexeme.bare)))
    return true;
  return Boolean(next && !next.apart && isGiven(next) && !next.lexeme.prepositional);
}

function partOf(words: Word[], at: number): Part {
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
  const { bare, core, folded } = lexeme;
  const { given, family } = personNames();
  if (lexeme.functional) return undefined;
  if (FOREIGN_GIVEN_NAMES.has(core) || FOREIGN_GIVEN_NAMES.has(folded)) return 'given';
  if (PERSON_TITLES.has(bare)) return undefined;
  if (JOINED_OPENER.test(folded)) return 'given';
  if (given.has(core)) return isCommonNoun(bare) || lexeme.definite ? 'family' : 'given';
  if (given.has(folded) && !isCommonNoun(folded)) return 'given';
  if (lexeme.empty) return undefined;
  if (family.has(core) && !(!lexeme.definite && lexeme.verb)) return 'family';
  if (isNameShaped(lexeme) && countryOfNisba(bare) === undefined) return 'shaped';
  if (lexeme.definite && !lexeme.prepositional && !lexeme.conjoined && mayBeFamilyName(bare))
    return 'definite';
  return undefined;
}

/** Whether a word is first of all a given name («محمد», «جورج»). */
export function beginsWithGivenName(words: Word[], at: number): boolean {
  return partOf(words, at) === 'given';
}

/** «أسماء», «شرف»: names that text shows more often as words. */
function isCommonNoun(bare: string): boolean {
  return definiteRarity(bare) < 28 || isVerb(bare) || isEmptyWord(bare);
}

function mayBeFamilyName(bare: string): boolean {
  if (bare === 'له' || bare === 'رحمن') return true;
  if (countryOfNisba(bare) !== undefined || PERSON_TITLES.has(bare) || TITLE_WORDS.has(bare))
    return false;
  if (/(?:ات|ون|ين|يه|ان)$/.test(bare) || isVerbalNoun(bare)) return false;
  if (Math.min(bareRarity(`${bare}ه`), definiteRarity(`${bare}ه`)) < 34) return false;
  return Math.min(definiteRarity(bare), bareRarity(bare)) >= RARE_DEFINITE;
}

/** «الرئيس», «الشيخ» right before: a definite word after them is a name, not what they preside over. */
function afterHonorific(words: Word[], at: number): boolean {
  const before = words[at - 1];
  return Boolean(
    before?.lexeme.definite && !words[at]!.apart && HONORIFICS.has(before.lexeme.bare),
  );
}

/** Whether a title («الرئيس المصري», «وزير الخارجية») stands right before a word. */
export function afterTitle(words: Word[], at: number): boolean {
  if (words[at]!.lexeme.conjoined || words[at]!.lexeme.prepositional) return false;
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
  const opener = isOpener(words, at);
  const part = partOf(words, at);
  if (!opener && part === undefined) return 0;
  const title = afterTitle(words, at);
  if (isNationality(words, at)) return 0;
  const spoke = isAfterSpeech(words, at);
  if (part === 'definite' && !afterHonorific(words, at) && !spoke) return 0;
  if (part === 'family' && !title && !opener && !spoke) return 0;
  if (!opener && part !== 'given' && PERSON_TITLES.has(first.lexeme.bare)) return 0;
  let length = opener ? 2 : 1;
  let strong = part === 'given' || opener ? 1 : 0;
  /** Right after a given name nearly anything is the next part of the name. */
  let fresh = strong > 0;
  while (length < MAX_WORDS && at + length < words.length) {
    const next = at + length;
    const word = words[next]!;
    if (word.apart || word.lexeme.conjoined) break;
    if (NAME_PARTICLES.has(word.lexeme.folded) && mayFollowParticle(words, next + 1)) {
      const kunya = JOINS_NEXT.has(words[next + 1]!.lexeme.folded);
      length += kunya && mayFollowParticle(words, next + 2) ? 3 : 2;
      strong += 1;
      fresh = true;
      continue;
    }
    const followed = partOf(words, next);
    const given = strong > 0 || (length === 1 && part === 'shaped');
    if (!mayFollow(words, next) && !(given && maySurname(words, next, fresh))) break;
    if (followed === 'definite' && strong === 0 && part === 'shaped' && length === 1 && !title)
      break;
    fresh = followed === 'given';
    if (fresh) strong += 1;
    length += 1;
  }
  return isPerson(words, at, length, { title, strong, part }) ? length : 0;
}

/** «قال المالكي», «وأكد عليوة»: a verb of speech right before. */
function isAfterSpeech(words: Word[], at: number): boolean {
  const before = words[at - 1];
  return Boolean(before && !words[at]!.apart && SPEECH_VERBS.has(before.lexeme.bare));
}

/** «أبو حمزة المصري»: after «أبو» and its name a nationality belongs to the name. */
function isOfKunya(words: Word[], at: number): boolean {
  const { lexeme } = words[at]!;
  if (countryOfNisba(lexeme.bare) === undefined || lexeme.prepositional) return false;
  return [2, 3].some((back) => /^(?:ابو|ابي|ابا)$/.test(words[at - back]?.lexeme.bare ?? ''));
}

/** «النجم المغربي مروان الشماخ»: what a person is by nation, before the name. */
function isNationality(words: Word[], at: number): boolean {
  const { definite, bare } = words[at]!.lexeme;
  return definite && countryOfNisba(bare) !== undefined && words[at - 1]?.lexeme.definite === true;
}

/** Whether a word is the first part of the name that begins after it. */
export function isFirstNameBefore(words: Word[], at: number): boolean {
  const { lexeme, kind } = words[at]!;
  const { folded, bare, core } = lexeme;
  if (kind !== 'arabic' || lexeme.functional || lexeme.empty || lexeme.prepositional) return false;
  if (PERSON_TITLES.has(bare) || TITLE_WORDS.has(bare) || SPEECH_VERBS.has(bare)) return false;
  if (matchAt(words, at)?.known.weak === undefined && matchAt(words, at)) return false;
  const { given } = personNames();
  const next = words[at + 1]!.lexeme;
  if (/^(?:بن|بنت)$/.test(next.folded)) return !isVerb(bare) && countryOfNisba(bare) === undefined;
  if (lexeme.definite) return false;
  if (given.has(core) || given.has(folded)) return true;
  return !lexeme.verb && lexeme.rarity >= RAREST && !hidesKnownWord(folded);
}

/** A word as rare as this is hardly anything but a name. */
const RAREST = 6;

/** A word that is a name only by standing after a given one: «كوندوليزا رايس», «أحمد التوفيق», «محمد السادس». */
function maySurname(words: Word[], at: number, fresh: boolean): boolean {
  const { lexeme, kind } = words[at]!;
  const { bare, functional, definite, prepositional, rarity, folded } = lexeme;
  if (fresh && definite && (REGNAL.test(bare) || isOfKunya(words, at))) return true;
  if (kind !== 'arabic' || functional) return false;
  if (fresh && foreignness(folded) > CLEARLY_FOREIGN && !lexeme.conjoined) return true;
  if (prepositional || lexeme.empty) return false;
  const nationality = countryOfNisba(bare) !== undefined && !(fresh && !definite);
  if (nationality || PERSON_TITLES.has(bare) || TITLE_WORDS.has(bare)) return false;
  if (matchAt(words, at)?.known.type === 'organisation') return false;
  if (definite)
    return (
      !isParticiple(bare) &&
      !isVerbalNoun(bare) &&
      (fresh || mayBeFamilyName(bare)) &&
      !/(?:ات|ون|ين)$/.test(bare)
    );
  if (foreignness(bare) > LONE) return true;
  if (isVerbalNoun(bare)) return false;
  if (lexeme.verb || /^(?:سي|ست|سن|كال)/.test(bare)) return false;
  if (fresh) return rarity >= 4.2 && !/(?:ها|هم|ه|ا)$/.test(bare);
  return rarity >= 5 && !hidesKnownWord(bare);
}

/** «تزايد», «الترويج», «انتشال»: what happens, where the word is known as such. */
function isVerbalNoun(bare: string): boolean {
  if (!/^(?:ت..ي.|ت.ا..|(?:است|ان|ا.ت).{1,2}ا.)$/.test(bare) || !isKnownWord(bare)) return false;
  const { given, family } = personNames();
  return !given.has(bare) && !family.has(bare) && foreignness(bare) <= LONE;
}

/** «المصنف», «المنتقلة»: what a person is said to be, where both genders are words. */
function isParticiple(bare: string): boolean {
  if (personNames().family.has(`ال${bare}`) || personNames().family.has(bare)) return false;
  const feminine = bare.endsWith('ه') ? bare : `${bare}ه`;
  const masculine = feminine.slice(0, -1);
  return bare.startsWith('م') && isKnownWord(feminine) && isKnownWord(masculine);
}

function isOpener(words: Word[], at: number): boolean {
  return mayOpen(words[at]!.lexeme) && mayFollowParticle(words, at + 1);
}

function mayOpen({ folded, core, conjoined, bare }: Lexeme): boolean {
  return (
    NAME_OPENERS.has(folded) || NAME_OPENERS.has(core) || (conjoined && NAME_OPENERS.has(bare))
  );
}

/** After «عبد» and «آل» any definite word is a name; after the others what may be one anywhere. */
function mayFollowParticle(words: Word[], at: number): boolean {
  const word = words[at];
  if (!word || word.apart || word.kind !== 'arabic') return false;
  if (word.lexeme.functional || word.lexeme.conjoined) return false;
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
  if (matchAt(words, at)?.known.type === 'organisation') return false;
  return partOf(words, at) !== undefined || isOpener(words, at);
}

/** Given names met more often as words: alone they need another name after them. */
const ALSO_WORDS = new Set('اسماء جو نصر كبير صدام وسام سيل جمال حسن فريد ولد'.split(' '));

/** Prizes, cups and dynasties bear names of people but are none. */
const NAMED_AFTER = new Set(
  'جايزه جوايز كاس بطوله دوري سلاله اسره تقويم موتمر شارع مسجد جامع ملعب استاد قانون معاهده اتفاق شهر برنامج فيلم'.split(
    ' ',
  ),
);

function isPerson(
  words: Word[],
  at: number,
  length: number,
  { title, strong, part }: { title: boolean; strong: number; part: Part },
): boolean {
  if (title) return true;
  const named = at > 0 && !words[at]!.apart && NAMED_AFTER.has(words[at - 1]!.lexeme.bare);
  if (named) return false;
  if (length > 1) return strong > 1 || !ALSO_WORDS.has(words[at]!.lexeme.bare);
  const { lexeme } = words[at]!;
  if (lexeme.definite && !words[at]!.apart && words[at - 1]?.lexeme.definite) return false;
  const spoke = isAfterSpeech(words, at);
  if (spoke && (part === 'given' || part === 'family' || part === 'definite')) return true;
  if (part === 'given') return FOREIGN_GIVEN_NAMES.has(lexeme.core) && !isCommonNoun(lexeme.bare);
  if (part !== 'shaped') return false;
  if (words[at]!.kind === 'abbreviation') return false;
  return foreignness(lexeme.bare) > (spoke ? 0 : LONE);
}
