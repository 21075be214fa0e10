import type { Comparison } from './compare.js';

/**
 * From here on two articles do not stand in one list: shared text counts as such, more where the shorter
 * is in the longer, and more where title and lead say the same. Wider than what makes a copy (1.06).
 */
const SAME_TEXT = { contained: 0.6, lead: 0.6, limit: 0.98 };

/** Symmetric. */
export function isSameText(shared: Pick<Comparison, 'text' | 'lead'>): boolean {
  const { text } = shared;
  if (!text.jaccard) return false;
  const repeated = text.jaccard + SAME_TEXT.contained * Math.max(text.first, text.second);
  // The lead is compared only where it may decide.
  const rest = SAME_TEXT.limit - repeated;
  return rest <= 0 || (rest <= SAME_TEXT.lead && SAME_TEXT.lead * shared.lead >= rest);
}
