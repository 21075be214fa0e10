import { WordNumbers } from '../arabic/letters/word-numbers.js';
import { tableLines } from './data-table.js';

/** Levels are steps of 0.2 of a decade; this one is rarer than any word listed. */
const UNSEEN = 36;
const STEP = 0.2;

/** Both levels of a word as one number, so that one look-up finds them: the bare one in the low six bits. */
let levels: WordNumbers | undefined;
const BITS = 6;
const MASK = (1 << BITS) - 1;
const UNLISTED = (UNSEEN << BITS) | UNSEEN;
/** So many words the table has room for; it lists 95,000. */
const MOST_WORDS = 120_000;

function load(): WordNumbers {
  const found = new WordNumbers(MOST_WORDS);
  for (const line of tableLines('word-frequencies.txt.gz')) {
    const [bareLevel = '', definiteLevel = ''] = line.split(' ', 2);
    let from = bareLevel.length + definiteLevel.length + 2;
    while (from < line.length) {
      const space = line.indexOf(' ', from);
      const to = space < 0 ? line.length : space;
      const listed = found.get(line, from, to);
      const before = listed < 0 ? UNLISTED : listed;
      const bare = bareLevel === '-' ? before & MASK : Number(bareLevel);
      const definite = definiteLevel === '-' ? before >> BITS : Number(definiteLevel);
      found.set((definite << BITS) | bare, line, from, to);
      from = to + 1;
    }
  }
  return found;
}

function levelsOf(word: string): number {
  const found = (levels ??= load()).get(word);
  return found < 0 ? UNLISTED : found;
}

/** Whether general Arabic text holds the word, with the article or without. */
export function isKnownWord(word: string): boolean {
  return (levels ??= load()).get(word) >= 0;
}

/**
 * How rare a word is in general Arabic text: minus log10 of its share of all words, 2 («في») to 7.2 (unseen).
 * @param word folded, without clitics
 */
export function rarity(word: string): number {
  const both = levelsOf(word);
  return STEP * Math.min(both & MASK, both >> BITS);
}

/** In steps: how rare the word is without the article. */
export function bareRarity(word: string): number {
  return levelsOf(word) & MASK;
}

/** In steps: how rare the word is with the article. Verbs and most names never take it. */
export function definiteRarity(word: string): number {
  return levelsOf(word) >> BITS;
}
