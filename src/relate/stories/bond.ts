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
  return {
    ...apart(a, b),
    terms: BOND.terms * Math.log(product(a.terms, b.terms) / pairs + FLOOR.terms),
    lead: BOND.lead * Math.log(product(a.lead, b.lead) / pairs + FLOOR.lead),
    title: BOND.title * Math.log(titles(a, b) / pairs + FLOOR.title),
  };
}

/** The parts that need no look at what the two share. */
function apart(a: Centre, b: Centre): Omit<BondParts, 'terms' | 'lead' | 'title'> {
  const days = Math.abs(a.timeSum / a.size - b.timeSum / b.size) / DAY;
  return {
    bias: BOND.bias,
    loose: (BOND.loose * (looseness(a) + looseness(b))) / 2,
    days: BOND.days * Math.log1p(4 * days),
    smaller: BOND.smaller * Math.log(Math.min(a.size, b.size)),
  };
}

const looseness = ({ inner, size }: Centre): number => Math.log(inner / size ** 2 + FLOOR.terms);

/** The share of a title that an article of the other story holds, summed over pairs, both ways. */
const titles = (a: Centre, b: Centre): number =>
  (product(a.title, b.held) + product(b.title, a.held)) / 2;

/** Below this a bond is hopeless and need not be known exactly. */
const HOPELESS = -3;

/** Above 0 two stories are one. Below -3 it may be told too high. */
export function bond(a: Centre, b: Centre): number {
  const pairs = a.size * b.size;
  const { bias, loose, days, smaller } = apart(a, b);
  const rest = bias + loose + days + smaller;
  const terms = BOND.terms * Math.log(product(a.terms, b.terms) / pairs + FLOOR.terms);
  if (rest + terms < HOPELESS) return rest + terms;
  const lead = BOND.lead * Math.log(product(a.lead, b.lead) / pairs + FLOOR.lead);
  if (rest + terms + lead < HOPELESS) return rest + terms + lead;
  return rest + terms + lead + BOND.title * Math.log(titles(a, b) / pairs + FLOOR.title);
}
