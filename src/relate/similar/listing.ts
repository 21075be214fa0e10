import type { SimilarArticle } from '../../model/relations.js';
import type { Neighbour } from '../neighbours.js';
import type { Profile } from '../profile/profile.js';
import type { SimilarOptions } from '../relater.js';
import type { Lexicon } from './lexicon.js';
import { isSameText, similarity } from './rank.js';
import { reasonFor } from './reason.js';

interface Ranked {
  profile: Profile;
  score: number;
  parts: Record<string, number>;
}

/** The neighbours that are worth a reader's time, best first; near copies are none. */
export function rank(near: Neighbour[]): Ranked[] {
  const ranked: Ranked[] = [];
  for (const { profile, shared } of near) {
    if (isSameText(shared)) continue;
    const { score, parts } = similarity(shared);
    if (score > 0) ranked.push({ profile, score, parts });
  }
  return ranked.sort((a, b) => b.score - a.score || b.profile.time - a.profile.time);
}

/** The similar articles that a page lists, each with its reason. */
export function list(
  from: Profile,
  near: Neighbour[],
  lexicon: Lexicon,
  { top = 10, sort = 'similarity', leaveOut = [], explain = false }: SimilarOptions,
): SimilarArticle[] {
  const leave = new Set([from.id, ...leaveOut]);
  const listed = rank(near)
    .filter(({ profile }) => !leave.has(profile.id))
    .slice(0, Math.max(0, top));
  if (sort === 'date') listed.sort((a, b) => b.profile.time - a.profile.time);
  return listed.map(({ profile, score, parts }) => ({
    id: profile.id,
    score,
    reason: reasonFor(from, profile, lexicon),
    ...(explain && { parts }),
  }));
}
