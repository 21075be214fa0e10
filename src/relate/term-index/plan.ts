import type { TermQuery } from './term-index.js';
import { contributions, fixedPointScale } from './weights.js';

/** A query made ready for every part of the index. */
export interface QueryPlan {
  /** Distinct terms with a weight above zero. */
  terms: PlannedTerm[];
  /** Fixed-point score of a score of 1. */
  scale: number;
  after: number;
  before: number;
  sources: Set<string> | undefined;
  skip: ((seq: number) => boolean) | undefined;
}

export interface PlannedTerm {
  number: number;
  /** Level of the document's weight → what it adds to the fixed-point score. */
  adds: Int32Array;
}

/** Weights of a term that is named twice are added; a weight that is not above zero counts for nothing. */
export function planQuery(query: TermQuery): QueryPlan {
  const weights = new Map<number, number>();
  for (const { term, weight } of query.terms) {
    if (!(weight > 0) || weight === Infinity) continue;
    weights.set(term, (weights.get(term) ?? 0) + weight);
  }
  let total = 0;
  for (const weight of weights.values()) total += weight;
  const scale = fixedPointScale(total);
  const terms: PlannedTerm[] = [];
  for (const [number, weight] of weights) {
    terms.push({ number, adds: contributions(weight, scale) });
  }
  return {
    terms,
    scale,
    after: query.after ?? -Infinity,
    before: query.before ?? Infinity,
    sources: query.sources && new Set(query.sources),
    skip: query.skip,
  };
}
