import type { Word } from '../reading.js';

const QUOTES = new Set([...'"«“”„‟»'].map((mark) => mark.charCodeAt(0)));
const BRACKET = '('.charCodeAt(0);
/** A longer quotation is no name. */
const MAX_QUOTED = 5;

/** How many words stand between the quotation mark before a word and the next mark; 0 where no quotation mark is. */
export function quotedLength(words: Word[], at: number): number {
  return QUOTES.has(words[at]?.mark ?? 0) ? lengthToMark(words, at) : 0;
}

/** How many words stand between a quotation mark or a bracket before a word and the next mark; 0 where neither is. */
export function setApartLength(words: Word[], at: number): number {
  return words[at]?.mark === BRACKET ? lengthToMark(words, at) : quotedLength(words, at);
}

/** «(الفرنسية)»: one word between brackets. */
export function isAloneInBrackets(words: Word[], at: number): boolean {
  return words[at]?.mark === BRACKET && lengthToMark(words, at) === 1;
}

/** Up to the next mark: 0 where it is far. */
function lengthToMark(words: Word[], at: number): number {
  for (let length = 1; length <= MAX_QUOTED; length += 1) {
    const next = words[at + length];
    if (!next || next.apart) return length;
  }
  return 0;
}
