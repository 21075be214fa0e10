import { fold } from '../letters/fold.js';
import { ARABIC_NAMES } from './arabic-names.js';
import { ARABIC_PLACES } from './arabic-places.js';
import { FOREIGN_PEOPLE } from './foreign-people.js';
import { FOREIGN_PLACES } from './foreign-places.js';
import { arabicSkeleton, consonantsOf } from './skeleton.js';

/** From so many consonants on, equal skeletons are taken for the same name. */
const TELLING = 4;

const spellings = new Map<string, string>();
const loose = new Map<string, string | undefined>();
const skeletons = new Map<string, string | undefined>();

/** Adds to a map in which a key that two names claim belongs to neither. */
function claim(map: Map<string, string | undefined>, key: string, name: string): void {
  map.set(key, map.has(key) && map.get(key) !== name ? undefined : name);
}

const isArabic = (word: string) => word.charCodeAt(0) > 0x600;

/** Latin spelling without what writers of Arabic names agree least about: e or a, o or u, doubled letters. */
function looseForm(latin: string): string {
  return latin
    .replace(/ou|oo/g, 'u')
    .replace(/ee/g, 'i')
    .replace(/([^aeiou])e$/, '$1')
    .replace(/ah$/, 'a')
    .replace(/(.)\1+/g, '$1')
    .replace(/o/g, 'u')
    .replace(/e/g, 'a')
    .replace(/[yj]/g, 'i')
    .replace(/q/g, 'k');
}

/** A final hamza, which is often left out after a long vowel («صنعاء», «صنعا»), is dropped in longer words. */
export function withoutFinalHamza(word: string): string {
  return word.length > 4 && word.endsWith('اء') ? word.slice(0, -1) : word;
}

function addLines(text: string, foreign: boolean): void {
  for (const line of text.split('\n')) {
    const [first, ...others] = line
      .split(' ')
      .filter(Boolean)
      .map((word) => fold(word).replace(/'/g, ''));
    if (!first) continue;
    const name = withoutFinalHamza(first);
    for (const spelling of [name, ...others.map(withoutFinalHamza)]) {
      if (!spellings.has(spelling)) spellings.set(spelling, name);
      if (!isArabic(spelling)) claim(loose, looseForm(spelling), name);
      if (!foreign || !isArabic(spelling)) continue;
      const skeleton = arabicSkeleton(spelling);
      if (consonantsOf(skeleton) >= TELLING) claim(skeletons, skeleton, name);
    }
  }
}
addLines(ARABIC_NAMES, false);
addLines(ARABIC_PLACES, false);
addLines(FOREIGN_PEOPLE, true);
addLines(FOREIGN_PLACES, true);

/** Standard Arabic spelling of a name written in this way, if it is in the table; `word` is folded. */
export function standardSpelling(word: string): string | undefined {
  return spellings.get(word);
}

/** Whether a folded word is a spelling of a name of the table. */
export function isTableName(word: string): boolean {
  return spellings.has(withoutFinalHamza(word));
}

/** As `standardSpelling` for Latin letters, in doubt by the looser form that only one name has. */
export function spellingOfLatin(word: string): string | undefined {
  return spellings.get(word) ?? (word.length > 3 ? loose.get(looseForm(word)) : undefined);
}

/** The name of the table that alone has this skeleton. */
export function nameOfSkeleton(skeleton: string): string | undefined {
  return skeletons.get(skeleton);
}
