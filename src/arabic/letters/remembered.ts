import { ownCopy } from './own-copy.js';

/** The engine copies shorter ones itself where they are cut out of a text. */
const SHORTEST_CUT = 13;

/**
 * What was once found out about words, for those met lately: two generations of a bounded size, so that what is
 * asked for again stays and memory does not grow. Forgetting all at once would make every word cold again.
 */
export class Remembered<T> {
  #young = new Map<string, T>();
  #old = new Map<string, T>();

  /** @param size of each generation, in words */
  constructor(readonly size: number) {}

  /** What is remembered of a word, or else what `find` says, which must depend on the word only. */
  of(word: string, find: (word: string) => T): T {
    const young = this.#young.get(word);
    if (young !== undefined) return young;
    const found = this.#old.get(word) ?? find(word);
    if (this.#young.size >= this.size) {
      this.#old = this.#young;
      this.#young = new Map();
    }
    this.#young.set(word.length < SHORTEST_CUT ? word : ownCopy(word), found);
    return found;
  }
}
