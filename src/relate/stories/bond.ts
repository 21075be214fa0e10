import { DAY } from '../day.js';
import { product, type Centre } from './centre.js';

/**
 * Log-odds that two stories are one event, fitted by `eval/story-bond.ts` on the merges that lead to
 * the development stories. What decides is how near the two are *beside how near each is in itself*: a
 * loose story of many voices takes in what a tight one leaves alone. Two large stories need more to
 * become one than a large and a small. `days` and `bias` were set with the days around the judged ones in
 * the store: there the same affair goes on, and time has more to keep apart.
 */
export const BOND = {
  bias: 7.4,
  terms: 3.9,
  lead: 1.9,
  loose: -9.6,
  days: -1.5,
  smaller: -2.4,
};

/** Added before a logarithm, so that nothing in common counts as little, not as minus infinity. */
const FLOOR = { terms: 0.01, lead: 0.01 };

export type BondParts = Record<keyof typeof BOND, number>;

/** What each part adds to the log-odds. Symmetric. */
export function bondParts(a: Centre, b: Centre): BondParts {
  const pairs = a.size * b.size;
  return {
    ...apart(a, b),
    terms: BOND.terms * Math.log(product(a.terms, b.terms) / pairs + FLOOR.terms),
    lead: BOND.lead * Math.log(product(a.lead, b.lead) / pairs + FLOOR.lead),
  };
}

/** The parts that need no look at what the two share. */
function apart(a: Centre, b: Centre): Omit<BondParts, 'terms' | 'lead'> {
  const days = Math.abs(a.timeSum / a.size - b.timeSum / b.size) / DAY;
  return {
    bias: BOND.bias,
    loose: (BOND.loose * (looseness(a) + looseness(b))) / 2,
    days: BOND.days * Math.log1p(4 * days),
    smaller: BOND.smaller * Math.log(Math.min(a.size, b.size)),
  };
}

const looseness = ({ inner, size }: Centre): number => Math.log(inner / size ** 2 + FLOOR.terms);

/** Below this a bond is hopeless and need not be known exactly. */
const HOPELESS = -3;

/** What the terms, and the leads, of two centres have in common: products of their sums, so that those of a merged centre are sums of its parts'. */
export interface Common {
  readonly terms: number;
  /** Asked for only where the terms leave hope. */
  readonly lead: number;
}

/** Above 0 two stories are one. Below -3 it may be told too high. */
export function bond(a: Centre, b: Centre, common: Common = new Products(a, b)): number {
  const pairs = a.size * b.size;
  const { bias, loose, days, smaller } = apart(a, b);
  const rest = bias + loose + days + smaller;
  const terms = BOND.terms * Math.log(common.terms / pairs + FLOOR.terms);
  if (rest + terms < HOPELESS) return rest + terms;
  return rest + terms + BOND.lead * Math.log(common.lead / pairs + FLOOR.lead);
}

class Products implements Common {
  constructor(
    private readonly a: Centre,
    private readonly b: Centre,
  ) {}

  get terms(): number {
    return product(this.a.terms, this.b.terms);
  }

  get lead(): number {
    return product(this.a.lead, this.b.lead);
  }
}
