import type { TermIndex, WeightedTerm } from '../term-index/term-index.js';

/**
 * An article as a vector: each term with its idf worked in, and the length for cosines. Terms are the lexicon's
 * numbers, ascending, so that two vectors are compared in one walk over both.
 */
export interface TermVector {
  terms: Uint32Array;
  weights: Float32Array;
  norm: number;
}

/** A frequency once read serves until the store has grown by this share. */
const STALE_AFTER = 1.2;
const MOST_REMEMBERED = 200_000;
const MOST_NUMBERED = 400_000;
/** Flattens idf a little: rare words are telling, but misspellings are rare as well. */
const IDF_POWER = 0.8;
/** A young store counts as if so many articles without the term were in it: its own few say little. */
const PRIOR_DOCUMENTS = 1000;

/** What the articles at hand say about how telling a term is. */
export class Lexicon {
  private readonly known = new Map<string, number>();
  private readonly numbers = new Map<string, number>();
  private readAt = 0;
  private generation = 0;

  constructor(private readonly index: TermIndex) {}

  /** Changes when idf or the terms' numbers do: what was worked out under another era is to be worked out anew. */
  get era(): number {
    if (this.numbers.size > MOST_NUMBERED) {
      this.numbers.clear();
      this.generation += 1;
    }
    return this.documents + this.generation / 1024;
  }

  /** Articles that idf was read at. */
  private get documents(): number {
    const { size } = this.index;
    if (size > this.readAt * STALE_AFTER || size < this.readAt / STALE_AFTER) {
      this.known.clear();
      this.readAt = size;
    }
    return this.readAt;
  }

  /** Inverse document frequency, 0 (in every article) to 1 (in one of many). */
  idf(term: string): number {
    const documents = this.documents + PRIOR_DOCUMENTS;
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
    const valueOf = new Map<number, number>();
    for (const { term, weight } of terms) {
      const idf = this.idf(term);
      valueOf.set(this.numberOf(term), weight * (power === 1 ? idf : idf ** power));
    }
    const numbers = Uint32Array.from(valueOf.keys()).sort();
    const weights = Float32Array.from(numbers, (number) => valueOf.get(number)!);
    return { terms: numbers, weights, norm: Math.sqrt(weights.reduce((sum, w) => sum + w * w, 0)) };
  }

  private numberOf(term: string): number {
    let number = this.numbers.get(term);
    if (number === undefined) this.numbers.set(term, (number = this.numbers.size));
    return number;
  }
}

/** 0 to 1; symmetric. */
export function cosine(a: TermVector, b: TermVector): number {
  if (!a.norm || !b.norm) return 0;
  let dot = 0;
  let i = 0;
  let j = 0;
  while (i < a.terms.length && j < b.terms.length) {
    const x = a.terms[i]!;
    const y = b.terms[j]!;
    if (x === y) dot += a.weights[i++]! * b.weights[j++]!;
    else if (x < y) i += 1;
    else j += 1;
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
