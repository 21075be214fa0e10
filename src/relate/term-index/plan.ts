import type { TermQuery } from './term-index.js';
import { fixedPoint } from './weights.js';

/** A query made ready for every part of the index. */
export interface QueryPlan {
  /** Distinct terms with a weight above zero. */
  terms: PlannedTerm[];
  /** The sum that a score of 1 comes to. */
  scale: number;
  /** The times that are asked for, newest first. */
  stretches: Stretch[];
  reckoned: number;
  /** The least sum that is asked for anywhere. */
  atLeast: number;
  sources: Set<string> | undefined;
  skip: ((seq: number) => boolean) | undefined;
}

export interface PlannedTerm {
  number: number;
  /** What it adds to a document's sum for each unit of the squared level. */
  factor: number;
}

/** Documents with `after <= time < before`, and the least sum that is asked of them. */
export interface Stretch {
  after: number;
  before: number;
  atLeast: number;
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
  const leastSum = (score: number) => Math.max(1, Math.ceil(score * scale - ROUNDING));
  return {
    terms,
    scale,
    stretches: stretchesOf(query, leastSum),
    reckoned: query.reckoned ?? 1,
    atLeast: leastSum(query.atLeast ?? 0),
    sources: query.sources && new Set(query.sources),
    skip: query.skip,
  };
}

function stretchesOf(query: TermQuery, leastSum: (score: number) => number): Stretch[] {
  const { after = -Infinity, before = Infinity, outside, farther } = query;
  let stretches = [{ after, before, atLeast: leastSum(query.atLeast ?? 0) }];
  if (outside)
    stretches = stretches.flatMap((stretch) => [
      ...part(stretch, outside.before, Infinity),
      ...part(stretch, -Infinity, outside.after),
    ]);
  for (const step of farther?.steps ?? []) {
    const [first, end] = [farther!.time - step.beyond, farther!.time + step.beyond + 1];
    const least = leastSum(step.atLeast);
    stretches = stretches.flatMap((stretch) => [
      ...part(stretch, end, Infinity, least),
      ...part(stretch, first, end),
      ...part(stretch, -Infinity, first, least),
    ]);
  }
  return stretches;
}

/** What of a stretch has these times, if any, with at least so much asked of it. */
function part({ after, before, atLeast }: Stretch, from: number, to: number, least = 0): Stretch[] {
  const [first, end] = [Math.max(after, from), Math.min(before, to)];
  return first < end ? [{ after: first, before: end, atLeast: Math.max(atLeast, least) }] : [];
}
