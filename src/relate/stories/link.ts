import type { EventComparison } from '../similar/compare.js';

/**
 * Log-odds that two articles tell of the same event. Fitted by logistic regression on pairs of the
 * development stories of two corpora; eval/relate.ts measures what it gives.
 */
const LINK = { lead: 7.45, title: 2.44, terms: 0.4, time: -0.75, bias: -3.47 };

/** Nothing in common counts like this, and never for less: one odd member does not break a story. */
export const NO_LINK = -4;

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

/** How many members of a story speak for an article, and what the nearest of them alone counts for. */
const SPEAKERS = 5;
const NEAREST = 0.3;

/** An article joins a story, and two stories are one, above these. */
export const JOIN = 0;
export const MERGE = 0.1;

/**
 * How well an article fits into a story: the mean of its strongest links into it.
 * @param links to members; those not given count as `NO_LINK`
 * @param members of the story
 */
export function fit(links: number[], members: number): number {
  const strongest = [...links].sort((a, b) => b - a);
  const speakers = Math.min(SPEAKERS, members);
  let sum = 0;
  for (let i = 0; i < speakers; i += 1) sum += strongest[i] ?? NO_LINK;
  return NEAREST * (strongest[0] ?? NO_LINK) + ((1 - NEAREST) * sum) / Math.max(1, speakers);
}
