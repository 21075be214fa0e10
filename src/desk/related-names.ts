import type { RelatedName } from '../desk.js';
import type { Store } from '../store/store.js';

/** Of a name in more articles, only these many newest are looked at. */
const NEWEST = 500;
const LEAST_TOGETHER = 2;

/** Who and what appears with a name more than chance would have it, the most telling first. */
export async function relatedNames(
  store: Store,
  { key, articles }: { key: string; articles: number },
  limit: number,
): Promise<RelatedName[]> {
  const { all, names } = await store.namesWith(key, { newest: NEWEST, least: LEAST_TOGETHER });
  const own = Math.min(articles, NEWEST);
  return names
    .map((name) => ({ name, score: association(name.together, own, name.articles, all) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || b.name.together - a.name.together)
    .slice(0, limit)
    .map(({ name: { key, name, type, together } }) => ({ key, name, type, together }));
}

/**
 * How surely two names go together: the log-likelihood ratio of their counts (Dunning, "Accurate methods for the
 * statistics of surprise and coincidence", 1993), 0 where they meet no more often than chance has it. Unlike the
 * mere count it does not put «الولايات المتحدة» on every page, unlike mutual information no name met twice.
 * @param together articles that carry both  @param one articles of the one  @param other articles of the other
 */
export function association(together: number, one: number, other: number, all: number): number {
  const both = Math.min(together, one, other);
  const total = Math.max(all, one + other - both);
  if (both * total <= one * other) return 0;
  const part = (seen: number, expected: number) =>
    seen > 0 ? seen * Math.log(seen / expected) : 0;
  return (
    2 *
    (part(both, (one * other) / total) +
      part(one - both, (one * (total - other)) / total) +
      part(other - both, ((total - one) * other) / total) +
      part(total - one - other + both, ((total - one) * (total - other)) / total))
  );
}
