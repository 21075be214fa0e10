import { DAY } from '../day.js';
import { product, type Centre } from './centre.js';

/**
 * Log-odds that two stories are one event. What decides is how near the two are *beside how near each is
 * in itself*: a loose story of many voices takes in what a tight one leaves alone. Two large stories need
 * more to become one than a large and a small. Chosen by `eval/stories.ts` on eight windows of days and sixty
 * other events, with the days around them in the store: there the same affairs go on.
 */
export const BOND = {
  bias: 7,
  terms: 4.15,
  lead: 1.3,
  loose: -4,
  days: -0.9,
  later: -2,
  smaller: -0.6,
};

/** Days that an event's own reports may lie apart: each one more counts as `later`. A series goes on day by day and never ends. */
const OWN_DAYS = 2;

/** Added before a logarithm, so that nothing in common counts as little, not as minus infinity. */
const FLOOR = { terms: 0.01, lead: 0.01 };

/** What each part weighs, and what each adds. */
export type BondParts = Record<keyof typeof BOND, number>;

/** What each part adds to the log-odds. Symmetric. */
export function bondParts(a: Centre, b: Centre, weights: BondParts = BOND): BondParts {
  const pairs = a.size * b.size;
  return {
    ...apart(a, b, weights),
    terms: weights.terms * Math.log(product(a.terms, b.terms) / pairs + FLOOR.terms),
    lead: weights.lead * Math.log(product(a.lead, b.lead) / pairs + FLOOR.lead),
  };
}

/** The parts that need no look at what the two share. */
function apart(a: Centre, b: Centre, weights: BondParts): Omit<BondParts, 'terms' | 'lead'> {
  const days = Math.abs(a.timeSum / a.size - b.timeSum / b.size) / DAY;
  return {
    bias: weights.bias,
    loose: (weights.loose * (looseness(a) + looseness(b))) / 2,
    days: weights.days * Math.log1p(4 * days),
    later: weights.later * Math.max(0, days - OWN_DAYS),
    smaller: weights.smaller * Math.log(Math.min(a.size, b.size)),
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

/**
 * Above 0 two stories are one. Below -3 it may be told too high.
 * @param weights others than those built are tried by `eval/stories.ts`
 */
export function bond(
  a: Centre,
  b: Centre,
  common: Common = new Products(a, b),
  weights: BondParts = BOND,
): number {
  const pairs = a.size * b.size;
  const { bias, loose, days, later, smaller } = apart(a, b, weights);
  const rest = bias + loose + days + later + smaller;
  const terms = weights.terms * Math.log(common.terms / pairs + FLOOR.terms);
  if (rest + terms < HOPELESS) return rest + terms;
  return rest + terms + weights.lead * Math.log(common.lead / pairs + FLOOR.lead);
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
