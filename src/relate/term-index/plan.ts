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
  outside: { after: number; before: number } | undefined;
  reckoned: number;
  /** The least sum that is asked for. */
  atLeast: number;
  sources: Set<string> | undefined;
  skip: ((seq: number) => boolean) | undefined;
}

export interface PlannedTerm {
  number: number;
  /** What it adds to a document's sum for each unit of the squared level. */
  factor: number;
}

/** Sums are whole numbers; a score is a sum divided by the scale, and times the scale nearly that sum again. */
const ROUNDING = 1e-3;

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
    outside: query.outside,
    reckoned: query.reckoned ?? 1,
    atLeast: Math.max(1, Math.ceil((query.atLeast ?? 0) * scale - ROUNDING)),
    sources: query.sources && new Set(query.sources),
    skip: query.skip,
  };
}
