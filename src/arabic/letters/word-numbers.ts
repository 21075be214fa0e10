import { SPREAD } from './interned.js';

/** Multiplies the second hash (murmur3's): its upper bits are those that count. */
const OTHER_SPREAD = 0x85ebca6b | 0;
const NUMBER_BITS = 12;
const NUMBER_MASK = (1 << NUMBER_BITS) - 1;
/** The largest number that a word may have. */
const LARGEST = NUMBER_MASK - 1;

/** Of the word looked for last. */
let lastHash = 0;
let lastCheck = 0;

/**
 * A small number for each of many words, in eight bytes a place and without the words: each is known by 52 bits of
 * two hashes, so that a word that is none of them is taken for one once in a million billion times. A Map of a hundred
 * thousand words takes ten times the room and misses the processor's caches three times where this does once.
 */
export class WordNumbers {
  readonly #slots: Int32Array;
  readonly #mask: number;

  /** @param most words that it may come to hold */
  constructor(most: number) {
    const places = 2 ** Math.ceil(Math.log2(2 * most));
    this.#slots = new Int32Array(2 * places);
    this.#mask = places - 1;
  }

  /** The number of the word in a text from one place to another; -1 where it has none. */
  get(text: string, from = 0, to = text.length): number {
    const found = this.#slots[this.#find(text, from, to) + 1]!;
    return found ? (found & NUMBER_MASK) - 1 : -1;
  }

  /** @param number 0 to 4,094 */
  set(number: number, text: string, from = 0, to = text.length): void {
    if (number < 0 || number > LARGEST) throw new RangeError(`No number for a word: ${number}`);
    const at = this.#find(text, from, to);
    this.#slots[at] = lastHash;
    this.#slots[at + 1] = lastCheck | (number + 1);
  }

  /** Where a word is, or is to be. */
  #find(text: string, from: number, to: number): number {
    let hash = 0;
    let check = 0;
    for (let at = from; at < to; at += 1) {
      const code = text.charCodeAt(at);
      hash = Math.imul(hash ^ code, SPREAD);
      check = Math.imul(check ^ code, OTHER_SPREAD);
    }
    lastHash = hash;
    lastCheck = check &= ~NUMBER_MASK;
    const slots = this.#slots;
    let at = 2 * ((hash ^ (hash >>> 15)) & this.#mask);
    for (;;) {
      const found = slots[at + 1]!;
      if (!found || (slots[at] === hash && (found & ~NUMBER_MASK) === check)) return at;
      at = (at + 2) & (2 * this.#mask + 1);
    }
  }
}
