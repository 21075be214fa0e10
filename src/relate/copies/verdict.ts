import type { Profile } from '../profile/profile.js';
import type { Comparison } from '../similar/compare.js';

export type CopyKind = 'exact' | 'edited' | 'abridged' | 'update';

/** From how much shared text two articles are the same text. */
export const COPY_LIMITS = {
  /** Of all shingles of both. */
  jaccard: 0.4,
  /** Of the shorter one's shingles, in the longer. */
  contained: 0.7,
  exact: 0.97,
  /** An abridged text shorter than this share of the other is a report of its own. */
  shortest: 0.25,
};

/**
 * Whether two articles are the same text. A differing key figure makes the later one an update.
 * @returns undefined where they are two texts
 */
export function copyVerdict(
  a: Profile,
  b: Profile,
  { text }: Pick<Comparison, 'text'>,
): CopyKind | undefined {
  const contained = Math.max(text.first, text.second);
  const shorter = Math.min(a.words, b.words) / Math.max(1, a.words, b.words);
  if (text.jaccard >= COPY_LIMITS.exact) return figuresDiffer(a, b) ? 'update' : 'exact';
  if (text.jaccard >= COPY_LIMITS.jaccard) return figuresDiffer(a, b) ? 'update' : 'edited';
  if (contained >= COPY_LIMITS.contained && shorter >= COPY_LIMITS.shortest)
    return figuresDiffer(a, b) ? 'update' : 'abridged';
  return undefined;
}

/** Each states a number that the other does not. */
function figuresDiffer(a: Profile, b: Profile): boolean {
  const lacks = (x: Profile, y: Profile) =>
    x.figures.some((f) => !y.figures.some((g) => g.value === f.value));
  return lacks(a, b) && lacks(b, a);
}
