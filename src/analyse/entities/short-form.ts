import { fold } from '../../arabic/letters/fold.js';
import { nameKey } from '../../arabic/names/name-key.js';
import { FOREIGN_GIVEN_NAMES, NAME_PARTICLES, PERSON_TITLES } from './name-lists.js';
import { personNames } from './person-names.js';

/**
 * `nameKey` of the way in which news shortens a full name: its last word. Undefined where that tells nobody
 * apart: a given name («صلاح محمد»), a word joined to the one before it («بن سلمان»), a title.
 */
export function shortFormOf(fullName: string): string | undefined {
  const words = fold(fullName).split(' ');
  const last = words.at(-1) ?? '';
  const before = words.at(-2);
  if (before === undefined || last.length < 4 || NAME_PARTICLES.has(before)) return undefined;
  if (FOREIGN_GIVEN_NAMES.has(last) || personNames().given.has(last)) return undefined;
  if (last === 'الله' || PERSON_TITLES.has(last.replace(/^ال/, ''))) return undefined;
  return nameKey(last);
}
