import type { EventComparison } from '../similar/compare.js';

/**
 * Log-odds that two articles tell of the same event. Fitted by logistic regression on pairs of the
 * development stories of two corpora. No rule asks it, stories are told by `bond`: a person reads it in `explain`.
 */
const LINK = { lead: 7.45, title: 2.44, terms: 0.4, time: -0.75, bias: -3.47 };

/** Nothing in common counts like this, and never for less. */
const NO_LINK = -4;

/** Symmetric. */
export function link({ lead, titleThere, titleHere, terms, days }: EventComparison): number {
  const odds =
    LINK.bias +
    LINK.lead * Math.sqrt(lead) +
    (LINK.title * (titleThere + titleHere)) / 2 +
    LINK.terms * terms +
    LINK.time * Math.log1p(4 * days);
  return Math.max(NO_LINK, odds);
}
