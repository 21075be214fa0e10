import type { TermIndex, WeightedTerm } from '../term-index/term-index.js';

/** An article as a vector: each term with its idf worked in, and the length for cosines. */
export interface TermVector {
  weights: Map<string, number>;
  norm: number;
}

/** A frequency once read serves until the store has grown by this share. */
const STALE_AFTER = 1.2;
const MOST_REMEMBERED = 300_000;
/** Flattens idf a little: rare words are telling, but misspellings are rare as well. */
const IDF_POWER = 0.8;
/** A young store counts as if so many articles without the term were in it: its own few say little. */
const PRIOR_DOCUMENTS = 1000;

/** What the articles at hand say about how telling a term is. */
export class Lexicon {
  private readonly known = new Map<string, number>();
  private readAt = 0;

  constructor(private readonly index: TermIndex) {}

  /** Changes when idf does: what was worked out under another era is to be worked out anew. */
  get era(): number {
    const { size } = this.index;
    if (size > this.readAt * STALE_AFTER || size < this.readAt / STALE_AFTER) {
      this.known.clear();
      this.readAt = size;
    }
    return this.readAt;
  }

  /** Inverse document frequency, 0 (in every article) to 1 (in one of many). */
  idf(term: string): number {
    const documents = this.era + PRIOR_DOCUMENTS;
    const known = this.known.get(term);
    if (known !== undefined) return known;
    const frequency = Math.max(1, this.index.frequency(term));
    const share = Math.log((documents + 1) / frequency) / Math.log(documents + 2);
    const idf = Math.max(0.01, share) ** IDF_POWER;
    if (this.known.size >= MOST_REMEMBERED) this.known.clear();
    this.known.set(term, idf);
    return idf;
  }

  /** @param power of idf, beside the one that is in it: above 1 for the few words of a title or lead */
  vector(terms: WeightedTerm[], power = 1): TermVector {
    const weights = new Map<string, number>();
    let sum = 0;
    for (const { term, weight } of terms) {
      const idf = this.idf(term);
      const value = weight * (power === 1 ? idf : idf ** power);
      weights.set(term, value);
      sum += value * value;
    }
    return { weights, norm: Math.sqrt(sum) };
  }
}

/** 0 to 1; symmetric. */
export function cosine(a: TermVector, b: TermVector): number {
  if (!a.norm || !b.norm) return 0;
  const [small, large] = a.weights.size <= b.weights.size ? [a, b] : [b, a];
  let dot = 0;
  for (const [term, weight] of small.weights) {
    const other = large.weights.get(term);
    if (other !== undefined) dot += weight * other;
  }
  return Math.min(1, dot / (a.norm * b.norm));
}

/** How much of `wanted`, by weight, stands in `text` at all; 0 to 1. */
export function coverage(wanted: TermVector, text: TermVector): number {
  let all = 0;
  let found = 0;
  for (const [term, weight] of wanted.weights) {
    all += weight;
    if (text.weights.has(term)) found += weight;
  }
  return all ? found / all : 0;
}
