import { product, type Centre } from './centre.js';

const DAY = 86_400_000;

/**
 * Log-odds that two stories are one event, fitted by `eval/story-bond.ts` on the merges that lead to
 * the development stories. What decides is how near the two are *beside how near each is in itself*: a
 * loose story of many voices takes in what a tight one leaves alone. Two large stories need more to
 * become one than a large and a small.
 */
export const BOND = {
  bias: 6.24,
  terms: 2.81,
  lead: 1.25,
  title: 1.7,
  loose: -8.81,
  days: -0.94,
  smaller: -2.26,
};

/** Added before a logarithm, so that nothing in common counts as little, not as minus infinity. */
const FLOOR = { terms: 0.01, lead: 0.01, title: 0.05 };

export type BondParts = Record<keyof typeof BOND, number>;

/** What each part adds to the log-odds. Symmetric. */
export function bondParts(a: Centre, b: Centre): BondParts {
  const pairs = a.size * b.size;
  const title = (product(a.title, b.held) + product(b.title, a.held)) / 2;
  const inner = ({ inner: sum, size }: Centre) => Math.log(sum / size ** 2 + FLOOR.terms);
  const days = Math.abs(a.timeSum / a.size - b.timeSum / b.size) / DAY;
  return {
    bias: BOND.bias,
    terms: BOND.terms * Math.log(product(a.terms, b.terms) / pairs + FLOOR.terms),
    lead: BOND.lead * Math.log(product(a.lead, b.lead) / pairs + FLOOR.lead),
    title: BOND.title * Math.log(title / pairs + FLOOR.title),
    loose: (BOND.loose * (inner(a) + inner(b))) / 2,
    days: BOND.days * Math.log1p(4 * days),
    smaller: BOND.smaller * Math.log(Math.min(a.size, b.size)),
  };
}

/** Above 0 two stories are one. */
export function bond(a: Centre, b: Centre): number {
  let odds = 0;
  for (const part of Object.values(bondParts(a, b))) odds += part;
  return odds;
}
