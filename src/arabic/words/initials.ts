import { ARABIC_LETTER, characterClass, OTHER_LETTER } from '../letters/characters.js';

const POINT = 0x2e;
const SPACE = 0x20;
const MOST_LETTERS = 6;
const WAW = 0x648;

/** Whether exactly one letter of the class stands at `at`. */
function isLoneLetter(text: string, at: number, letter: number): boolean {
  return characterClass[text.charCodeAt(at)] === letter && !characterClass[text.charCodeAt(at + 1)];
}

/**
 * Where letters written one by one end: «أ.ف.ب», «د. ب. أ», "U.S." from two letters on where stops divide
 * them, «أ ف ب» from three on where only spaces do. The last stop is left out, since it may be the sentence's.
 * @param start of the first letter
 * @param end of the first letter
 * @returns undefined where no abbreviation starts here
 */
export function spelledOutEnd(text: string, start: number, end: number): number | undefined {
  if (end - start !== 1) return undefined;
  const letter = characterClass[text.charCodeAt(start)];
  if (letter !== ARABIC_LETTER && letter !== OTHER_LETTER) return undefined;
  if (start > 0 && characterClass[text.charCodeAt(start - 1)]) return undefined;
  let letters = 1;
  let last = end;
  let stops = 0;
  for (let at = end; letters < MOST_LETTERS; letters++) {
    const stop = text.charCodeAt(at) === POINT;
    if (stop) at++;
    if (text.charCodeAt(at) === SPACE && (stop || letter === ARABIC_LETTER)) at++;
    if (at === last || !isLoneLetter(text, at, letter)) break;
    if (letter === ARABIC_LETTER && !stop && text.charCodeAt(at) === WAW) break;
    if (letter === OTHER_LETTER && text.charCodeAt(at - 1) === SPACE) break;
    if (stop) stops++;
    last = ++at;
  }
  const enough = stops > 0 ? 2 : 3;
  const startsWithAnd = text.charCodeAt(start) === WAW && stops === 0;
  return letters >= enough && !startsWithAnd ? last : undefined;
}
