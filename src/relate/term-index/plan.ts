import type { TermQuery } from './term-index.js';
import { fixedPoint } from './weights.js';

/** A query made ready for every part of the index. */
export interface QueryPlan {
  /** Distinct terms with a weight above zero. */
  terms: PlannedTerm[];
  /** The sum that a score of 1 comes to. */
  scale: number;
  after: number;
  before: number;
  sources: Set<string> | undefined;
  skip: ((seq: number) => boolean) | undefined;
}

export interface PlannedTerm {
  number: number;
  /** What it adds to a document's sum for each unit of the squared level. */
  factor: number;
}

/** Weights of a term that is named twice are added; a weight that is not above zero counts for nothing. */
export function planQuery(query: TermQuery): QueryPlan {
  const weights = new Map<number, number>();
  for (const { term, weight } of query.terms) {
    if (!(weight > 0) || weight === Infinity) continue;
    weights.set(term, (weights.get(term) ?? 0) + weight);
  }
  const { factors, scale } = fixedPoint([...weights.values()]);
  const terms = [...weights.keys()].map((number, i) => ({ number, factor: factors[i]! }));
  return {
    terms,
    scale,
    after: query.after ?? -Infinity,
    before: query.before ?? Infinity,
    sources: query.sources && new Set(query.sources),
    skip: query.skip,
  };
}
