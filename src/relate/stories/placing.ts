import type { Hit } from '../neighbours.js';
import { bond } from './bond.js';
import type { Centres } from './centres.js';
import type { Memberships } from './memberships.js';

/** A story without an article for so long is closed: what comes later begins another. */
export const IDLE_DAYS = 5;

/** Stories whose bond with a newcomer is worked out: those of its nearest articles. */
const MOST_ASKED = 10;
/** Stories so near to a newcomer may be one with the story that it joins. */
const RIVAL = -1;

export interface Candidate {
  story: number;
  /** Bond with the article. */
  odds: number;
}

/** The stories that an article may belong to, best first. */
export function storiesNear(
  seq: number,
  hits: Hit[],
  memberships: Memberships,
  centres: Centres,
): Candidate[] {
  const own = centres.article(seq);
  if (!own) return [];
  const stories = new Set<number>();
  for (const hit of hits) {
    const story = memberships.storyOf(hit.seq);
    if (story !== undefined) stories.add(story);
    if (stories.size === MOST_ASKED) break;
  }
  const candidates: Candidate[] = [];
  for (const story of stories) {
    const centre = centres.of(story);
    if (centre) candidates.push({ story, odds: bond(own, centre) });
  }
  return candidates.sort((a, b) => b.odds - a.odds || a.story - b.story);
}

/**
 * Puts a new article into the story that it fits best, else into one of its own, and joins stories
 * that it shows to be one. Provisional: `tidyStories` looks at it again with what came after.
 * @returns earlier articles whose story changed
 */
export function placeInStory(
  seq: number,
  hits: Hit[],
  memberships: Memberships,
  centres: Centres,
): number[] {
  const candidates = storiesNear(seq, hits, memberships, centres);
  const [best, ...rivals] = candidates;
  const joins = best !== undefined && best.odds > 0;
  memberships.setStory(seq, joins ? best.story : memberships.freeStory(seq));
  if (!joins) return [];
  const moved: number[] = [];
  for (const rival of rivals) {
    if (rival.odds < RIVAL) break;
    const story = memberships.storyOf(seq)!;
    const [own, other] = [centres.of(story), centres.of(rival.story)];
    if (own && other && bond(own, other) > 0) moved.push(...merge(story, rival.story, memberships));
  }
  return moved.filter((other) => other !== seq);
}

/** The larger story takes the smaller in; among equals the one founded first. */
function merge(a: number, b: number, memberships: Memberships): number[] {
  const [x, y] = [memberships.membersOf(a).length, memberships.membersOf(b).length];
  const [into, from] = x > y || (x === y && a < b) ? [a, b] : [b, a];
  const moved = [...memberships.membersOf(from)];
  for (const seq of moved) memberships.setStory(seq, into);
  return moved;
}
