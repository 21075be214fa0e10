import type { Comparison } from './compare.js';

/**
 * From here on two articles do not stand in one list: shared text counts as such, more where the shorter
 * is in the longer, and more where title and lead say the same. Wider than what makes a copy (1.06).
 */
const SAME_TEXT = { contained: 0.6, lead: 0.6, limit: 0.98 };

/** Symmetric. */
export function isSameText({ text, lead }: Pick<Comparison, 'text' | 'lead'>): boolean {
  const { contained, limit } = SAME_TEXT;
  const shared = text.jaccard + contained * Math.max(text.first, text.second);
  return text.jaccard > 0 && shared + SAME_TEXT.lead * lead >= limit;
}
