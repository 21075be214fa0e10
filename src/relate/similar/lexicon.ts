import type { TermIndex, WeightedTerm } from '../term-index/term-index.js';
import type { Profile } from '../profile/profile.js';

/** An article as a vector: each term with its idf worked in, and the length for cosines. */
export interface TermVector {
  weights: Map<string, number>;
  norm: number;
}

/** What the articles at hand say about how telling a term is. */
export class Lexicon {
  constructor(private readonly index: TermIndex) {}

  /** Inverse document frequency, 0 (in every article) to 1 (in one of many). */
  idf(term: string): number {
    const documents = Math.max(this.index.size, 1);
    const frequency = Math.max(1, this.index.frequency(term));
    return Math.max(0, Math.log((documents + 1) / frequency) / Math.log(documents + 2));
  }

  vector(terms: WeightedTerm[]): TermVector {
    const weights = new Map<string, number>();
    let sum = 0;
    for (const { term, weight } of terms) {
      const value = weight * this.idf(term);
      if (value <= 0) continue;
      weights.set(term, value);
      sum += value * value;
    }
    return { weights, norm: Math.sqrt(sum) };
  }

  titleVector(profile: Profile): TermVector {
    return this.vector(profile.titleTerms.map((term) => ({ term, weight: 1 })));
  }
}

/** 0 to 1; symmetric. */
export function cosine(a: TermVector, b: TermVector): number {
  if (!a.norm || !b.norm) return 0;
  const [small, large] = a.weights.size <= b.weights.size ? [a, b] : [b, a];
  let dot = 0;
  for (const [term, weight] of small.weights) dot += weight * (large.weights.get(term) ?? 0);
  return dot / (a.norm * b.norm);
}
