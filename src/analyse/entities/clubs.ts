import type { Word } from '../reading.js';
import type { Mention } from './entities.js';
import { countryOfNisba } from './gazetteer.js';
import { beginsWithGivenName } from './person-parts.js';

/** What a club plays against, moves to and leaves: «أمام ليون الفرنسي», «إلى روما الإيطالي». */
const BEFORE_A_CLUB = new Set('مع امام علي الي من ضد بين عن لدي و ثم'.split(' '));

/**
 * Whether a foreign name or a city is a club: a masculine nisba of a country agrees with it, where a city is feminine
 * («روما الإيطالية»), and a person's nation stands before the name.
 */
export function isClub(words: Word[], { type, from, length, known }: Mention): boolean {
  const nisba = words[from + length];
  if (!nisba || nisba.apart || type === 'organisation') return false;
  const { definite, conjoined, prepositional, bare } = nisba.lexeme;
  if (!definite || conjoined || prepositional || !bare.endsWith('ي')) return false;
  if (countryOfNisba(bare) === undefined) return false;
  if (type === 'place' ? !known?.at : known || beginsWithGivenName(words, from)) return false;
  const before = words[from - 1]?.lexeme.folded ?? '';
  if (words[from]!.lexeme.conjoined) return type === 'person';
  return BEFORE_A_CLUB.has(before);
}
