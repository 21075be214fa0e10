import type { Lexeme } from '../lexeme.js';
import type { Word } from '../reading.js';
import { countryOfNisba, matchAt } from './gazetteer.js';
import {
  FOREIGN_GIVEN_NAMES,
  NAME_PARTICLES,
  PERSON_TITLES,
  SPEECH_VERBS,
  TITLE_WORDS,
} from './name-lists.js';

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
/** Whether a word is a title that only a name follows («الملك», «الشيخ»). */
export function isHonorific({ bare }: Lexeme): boolean {
  return HONORIFICS.has(bare);
}

/** «علي» and «على» fold alike: a name only beside a name. */
export function isAli(words: Word[], at: number): boolean {
  if (words[at]!.on) return false;
  const next = words[at + 1];
  const before = words[at - 1];
  const isGiven = (word: Word) =>
    FOREIGN_GIVEN_NAMES.has(word.lexeme.core) || NAME_PARTICLES.has(word.lexeme.folded);
  if (before && !words[at]!.apart && (isGiven(before) || HONORIFICS.has(before.lexeme.bare)))
    return true;
  return Boolean(next && !next.apart && isGiven(next) && !next.lexeme.prepositional);
}

/** «الرئيس», «الشيخ» right before: a definite word after them is a name, not what they preside over. */
export function afterHonorific(words: Word[], at: number): boolean {
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

/** «قال المالكي», «وأكد عليوة»: a verb of speech right before. */
export function isAfterSpeech(words: Word[], at: number): boolean {
  const before = words[at - 1];
  return Boolean(before && !words[at]!.apart && SPEECH_VERBS.has(before.lexeme.bare));
}

/** «النجم المغربي مروان الشماخ», «مسؤول تركي»: what somebody is by nation, no part of a name. */
export function isNationality(words: Word[], at: number): boolean {
  const { definite, bare, conjoined } = words[at]!.lexeme;
  const before = words[at - 1];
  if (!before || words[at]!.apart || conjoined || countryOfNisba(bare) === undefined) return false;
  if (definite) return before.lexeme.definite;
  const { functional, verb } = before.lexeme;
  const noun = before.kind === 'arabic' && !functional && !before.lexeme.definite && !verb;
  return noun && !PERSON_TITLES.has(before.lexeme.bare);
}

/** Prizes, cups and dynasties bear names of people but are none. */
const NAMED_AFTER = new Set(
  'جايزه جوايز كاس بطوله دوري سلاله اسره تقويم موتمر شارع مسجد جامع ملعب استاد قانون معاهده اتفاق شهر برنامج فيلم'.split(
    ' ',
  ),
);

/** Whether what begins at a word is called after a person: «كأس», «شارع» right before. */
export function isNamedAfter(words: Word[], at: number): boolean {
  return at > 0 && !words[at]!.apart && NAMED_AFTER.has(words[at - 1]!.lexeme.bare);
}
