import type { Profile } from '../profile/profile.js';
import { WEIGHT_OF_LEVEL } from '../term-index/weights.js';
import type { Lexicon } from './lexicon.js';

/** The strongest terms say it all; the rest cost time. */
const STRONGEST = 30;

export interface StrongTerm {
  term: number;
  /** What the term counts in a query: its weight in the article, and how telling it is. */
  weight: number;
  /** Its weight in the article: the most that it may add to a score is `weight` times as much. */
  own: number;
}

/** The terms of an article that weigh most, the heaviest first. */
export function strongestTerms({ terms }: Profile, lexicon: Lexicon): StrongTerm[] {
  const { numbers, levels } = terms;
  return Array.from(numbers, (term, i) => {
    const own = WEIGHT_OF_LEVEL[levels[i]!]!;
    return { term, weight: own * lexicon.idf(term) ** 2, own };
  })
    .sort((a, b) => b.weight - a.weight)
    .slice(0, STRONGEST);
}

/** What an article's strongest terms may add up to in itself. */
export function mostOf(strongest: StrongTerm[]): number {
  return strongest.reduce((sum, { weight, own }) => sum + weight * own, 0);
}
