import type { Profile } from '../profile/profile.js';
import type { Comparison } from '../similar/compare.js';

export type CopyKind = 'exact' | 'edited' | 'abridged' | 'update';

/**
 * Shared text counts as such, more where the shorter one is wholly in the longer, and more where
 * title and lead say the same: reports of two events that repeat one background are no copies.
 */
const SAME = { contained: 0.6, lead: 0.6, limit: 1.06 };
const EXACT = 0.97;
/** A copy shorter than this share of the other is an abridged one. */
const ABRIDGED = 0.75;
/** Fewer words are a headline, not a text. */
const FEWEST_WORDS = 12;

/**
 * Whether two articles are the same text. A differing key figure makes the later one an update.
 * Symmetric.
 * @returns undefined where they are two texts
 */
export function copyVerdict(
  a: Profile,
  b: Profile,
  { text, lead }: Pick<Comparison, 'text' | 'lead'>,
): CopyKind | undefined {
  if (Math.min(a.words, b.words) < FEWEST_WORDS && text.jaccard < EXACT) return undefined;
  const contained = Math.max(text.first, text.second);
  const same = text.jaccard + SAME.contained * contained + SAME.lead * lead;
  if (same < SAME.limit || !text.jaccard) return undefined;
  if (figuresDiffer(a, b)) return 'update';
  if (text.jaccard >= EXACT) return 'exact';
  return Math.min(a.words, b.words) < ABRIDGED * Math.max(a.words, b.words) ? 'abridged' : 'edited';
}

/** Each states a number that the other does not. */
function figuresDiffer(a: Profile, b: Profile): boolean {
  const lacks = (x: Profile, y: Profile) =>
    x.figures.some((f) => !y.figures.some((g) => g.value === f.value));
  return lacks(a, b) && lacks(b, a);
}
