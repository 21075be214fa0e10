import type { TermIndex } from '../term-index/term-index.js';

/**
 * An article as a vector: each term with its idf worked in, and the length for cosines. Terms are numbers,
 * ascending, so that two vectors are compared in one walk over both.
 */
export interface TermVector {
  terms: Uint32Array;
  weights: Float32Array;
  norm: number;
}

/** A size of the store once read serves until the store has grown by this share. */
const STALE_AFTER = 1.2;
/** Flattens idf a little: rare words are telling, but misspellings are rare as well. */
const IDF_POWER = 0.8;
/** A young store counts as if so many articles without the term were in it: its own few say little. */
const PRIOR_DOCUMENTS = 1000;
/** Terms in more articles have their idf worked out at each look. */
const MOST_TABLED = 1 << 20;

/** A word of less than this idf is an everyday word, and no subject by itself: in every three hundredth article. */
export const TELLING_WORD = 0.62;

/** What the articles at hand say about how telling a term is. */
export class Lexicon {
  private readAt = 0;
  /** By the power of idf: idf by frequency, 0 where it was not asked for yet. */
  private readonly tables = new Map<number, Float32Array>();

  constructor(private readonly index: TermIndex) {}

  /** Changes when idf does: what was worked out under another era is to be worked out anew. */
  get era(): number {
    const { size } = this.index;
    if (size > this.readAt * STALE_AFTER || size < this.readAt / STALE_AFTER) {
      this.tables.clear();
      this.readAt = size;
    }
    return this.readAt;
  }

  /** Inverse document frequency of a term's number, 0 (in every article) to 1 (in one of many). */
  idf(term: number): number {
    return this.tabled(this.index.frequency(term), 1, this.table(1));
  }

  /**
   * @param terms rising
   * @param weights one for each; idf is worked into them in place
   * @param power of idf, beside the one that is in it: above 1 for the few words of a title or lead
   */
  vector(terms: Uint32Array, weights: Float32Array, power = 1): TermVector {
    const table = this.table(power);
    let squares = 0;
    for (let i = 0; i < terms.length; i += 1) {
      const weight = weights[i]! * this.tabled(this.index.frequency(terms[i]!), power, table);
      weights[i] = weight;
      squares += weight * weight;
    }
    return { terms, weights, norm: Math.sqrt(squares) };
  }

  private table(power: number): Float32Array {
    void this.era;
    let table = this.tables.get(power);
    if (!table) this.tables.set(power, (table = new Float32Array(MOST_TABLED)));
    return table;
  }

  private tabled(frequency: number, power: number, table: Float32Array): number {
    if (frequency >= MOST_TABLED) return this.idfOf(frequency) ** power;
    if (!table[frequency]) table[frequency] = this.idfOf(frequency) ** power;
    // As the table has it, also at the first look: the same question has the same answer to the last bit.
    return table[frequency]!;
  }

  private idfOf(frequency: number): number {
    const documents = this.readAt + PRIOR_DOCUMENTS;
    const share = Math.log((documents + 1) / Math.max(1, frequency)) / Math.log(documents + 2);
    return Math.max(0.01, share) ** IDF_POWER;
  }
}

/** 0 to 1; symmetric. */
export function cosine(a: TermVector, b: TermVector): number {
  if (!a.norm || !b.norm) return 0;
  const [mine, theirs] = [a.terms, b.terms];
  let dot = 0;
  let i = 0;
  let j = 0;
  // Which of two terms comes first is a coin toss: counted with, not branched on, as a wrong guess costs more.
  while (i < mine.length && j < theirs.length) {
    const x = mine[i]!;
    const y = theirs[j]!;
    if (x === y) dot += a.weights[i]! * b.weights[j]!;
    i += +(x <= y);
    j += +(y <= x);
  }
  return Math.min(1, dot / (a.norm * b.norm));
}

/** How much of `wanted`, by weight, stands in `text` at all; 0 to 1. */
export function coverage(wanted: TermVector, text: TermVector): number {
  let all = 0;
  let found = 0;
  let j = 0;
  for (let i = 0; i < wanted.terms.length; i += 1) {
    const term = wanted.terms[i]!;
    all += wanted.weights[i]!;
    while (j < text.terms.length && text.terms[j]! < term) j += 1;
    if (text.terms[j] === term) found += wanted.weights[i]!;
  }
  return all ? found / all : 0;
}
