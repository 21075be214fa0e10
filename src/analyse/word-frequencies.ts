import { tableLines } from './data-table.js';

/** Levels are steps of 0.2 of a decade; this one is rarer than any word listed. */
const UNSEEN = 36;
const STEP = 0.2;

interface Levels {
  bare: Map<string, number>;
  definite: Map<string, number>;
}

let levels: Levels | undefined;

function load(): Levels {
  const bare = new Map<string, number>();
  const definite = new Map<string, number>();
  for (const line of tableLines('word-frequencies.txt.gz')) {
    const [bareLevel, definiteLevel, ...words] = line.split(' ');
    for (const word of words) {
      if (bareLevel !== '-') bare.set(word, Number(bareLevel));
      if (definiteLevel !== '-') definite.set(word, Number(definiteLevel));
    }
  }
  return { bare, definite };
}

/** Whether general Arabic text holds the word, with the article or without. */
export function isKnownWord(word: string): boolean {
  const { bare, definite } = (levels ??= load());
  return bare.has(word) || definite.has(word);
}

/**
 * How rare a word is in general Arabic text: minus log10 of its share of all words, 2 («في») to 7.2 (unseen).
 * @param word folded, without clitics
 */
export function rarity(word: string): number {
  return STEP * Math.min(bareRarity(word), definiteRarity(word));
}

/** In steps: how rare the word is without the article. */
export function bareRarity(word: string): number {
  return (levels ??= load()).bare.get(word) ?? UNSEEN;
}

/** In steps: how rare the word is with the article. Verbs and most names never take it. */
export function definiteRarity(word: string): number {
  return (levels ??= load()).definite.get(word) ?? UNSEEN;
}
