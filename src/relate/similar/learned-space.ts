import type { Neighbours } from '../neighbours.js';
import type { TermIndex } from '../term-index/term-index.js';
import { prepare } from './compare.js';
import { learnTermSpace } from './learn-space.js';
import type { Lexicon } from './lexicon.js';
import { readTermSpace, writeTermSpace } from './space-file.js';

/** A space is learned from so many articles, spread over the store, and anew when the store is so many times as large. */
const ARTICLES = 4096;
const FEWEST = 512;
const GROWN = 4;

/** Keeps the term space in step with the store. Derived data: what is missing is learned anew. */
export class LearnedSpace {
  private learnedAt = FEWEST / GROWN;

  /** @param directory where the space is kept; absent where nothing is */
  constructor(
    private readonly index: TermIndex,
    private readonly lexicon: Lexicon,
    private readonly neighbours: Neighbours,
    private readonly directory?: string,
  ) {
    const space = directory === undefined ? undefined : readTermSpace(directory);
    if (!space) return;
    this.learnedAt = space.learnedAt;
    neighbours.useSpace(space);
  }

  /** Learns where that is due. For the process that writes. */
  async refresh(): Promise<void> {
    if (this.index.size < GROWN * this.learnedAt) return;
    const articles = [];
    const step = Math.max(1, this.index.next / ARTICLES);
    for (let at = 0; at < this.index.next; at += step) {
      const profile = this.neighbours.profile(Math.floor(at));
      if (profile) articles.push(prepare(profile, this.lexicon).terms);
    }
    const space = await learnTermSpace(articles, this.index.size);
    this.learnedAt = space.learnedAt;
    this.neighbours.useSpace(space);
    if (this.directory !== undefined) writeTermSpace(this.directory, space);
  }
}
