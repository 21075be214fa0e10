import type { Neighbour, Neighbours } from '../neighbours.js';
import { eventComparison } from '../similar/compare.js';
import { fit, JOIN, link, MERGE } from './link.js';
import type { Memberships } from './memberships.js';

const DAY = 86_400_000;

/** A story without an article for so long is closed: what comes later begins another. */
export const IDLE_DAYS = 5;

/** Members that are asked when two stories may be one: the newest of each. */
const MOST_ASKED = 12;
/** Stories beside the chosen one that may be one with it, and how near they must be to the newcomer. */
const MOST_RIVALS = 3;
const RIVAL = -1.5;

export interface Candidate {
  story: number;
  fit: number;
}

/** The stories that an article may belong to, best first. */
export function storiesNear(near: Neighbour[], memberships: Memberships): Candidate[] {
  const links = new Map<number, number[]>();
  for (const { profile, shared } of near) {
    if (shared.days > IDLE_DAYS) continue;
    const story = memberships.storyOf(profile.seq);
    if (story === undefined) continue;
    const known = links.get(story);
    if (known) known.push(link(shared));
    else links.set(story, [link(shared)]);
  }
  return [...links]
    .map(([story, list]) => ({ story, fit: fit(list, memberships.membersOf(story).length) }))
    .sort((a, b) => b.fit - a.fit || a.story - b.story);
}

/**
 * Puts an article into the story that it fits best, else into one of its own, and joins stories
 * that it shows to be one.
 * @returns earlier articles whose story changed
 */
export function placeInStory(
  seq: number,
  near: Neighbour[],
  memberships: Memberships,
  neighbours: Neighbours,
): number[] {
  const candidates = storiesNear(near, memberships);
  const [best] = candidates;
  if (!best || best.fit <= JOIN) memberships.setStory(seq, memberships.freeStory(seq));
  else memberships.setStory(seq, best.story);
  return joinRivals(seq, candidates, memberships, neighbours).filter((other) => other !== seq);
}

/**
 * Makes one of an article's story and those beside it that it shows to be the same.
 * @returns articles whose story changed
 */
export function joinRivals(
  seq: number,
  candidates: Candidate[],
  memberships: Memberships,
  neighbours: Neighbours,
): number[] {
  const moved: number[] = [];
  for (const rival of candidates.slice(0, MOST_RIVALS)) {
    const story = memberships.storyOf(seq)!;
    if (rival.story === story || rival.fit < RIVAL) continue;
    if (storiesFit(story, rival.story, memberships, neighbours) > MERGE)
      moved.push(...merge(story, rival.story, memberships));
  }
  return moved;
}

/** How well the smaller of two stories fits into the larger: the mean over its newest members. */
export function storiesFit(
  a: number,
  b: number,
  memberships: Memberships,
  neighbours: Neighbours,
): number {
  const [x, y] = [memberships.membersOf(a), memberships.membersOf(b)];
  const [small, large] = x.length < y.length ? [x, y] : [y, x];
  const asked = small.slice(-MOST_ASKED);
  let sum = 0;
  for (const seq of asked) {
    const from = neighbours.ready(seq);
    if (!from) continue;
    const others = nearestInTime(large, from.profile.time, neighbours);
    const links: number[] = [];
    for (const other of others) {
      const shared = eventComparison(from, other);
      if (shared.days <= IDLE_DAYS) links.push(link(shared));
    }
    sum += fit(links, large.length);
  }
  return asked.length ? sum / asked.length : -Infinity;
}

function nearestInTime(seqs: readonly number[], time: number, neighbours: Neighbours) {
  const asked = seqs.length > 2 * MOST_ASKED ? seqs.slice(-8 * MOST_ASKED) : seqs;
  return asked
    .map((seq) => neighbours.ready(seq))
    .filter((ready) => ready !== undefined)
    .filter(({ profile }) => Math.abs(profile.time - time) <= IDLE_DAYS * DAY)
    .sort((a, b) => Math.abs(a.profile.time - time) - Math.abs(b.profile.time - time))
    .slice(0, 2 * MOST_ASKED);
}

/** The larger story takes the smaller in; among equals the one founded first. */
function merge(a: number, b: number, memberships: Memberships): number[] {
  const [x, y] = [memberships.membersOf(a).length, memberships.membersOf(b).length];
  const [into, from] = x > y || (x === y && a < b) ? [a, b] : [b, a];
  const moved = [...memberships.membersOf(from)];
  for (const seq of moved) memberships.setStory(seq, into);
  return moved;
}
