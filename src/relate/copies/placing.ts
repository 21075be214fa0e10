import type { Neighbour, Neighbours } from '../neighbours.js';
import type { Profile } from '../profile/profile.js';
import type { Memberships } from '../stories/memberships.js';
import { copyOdds, copyVerdict, type CopyKind } from './verdict.js';

/** Members of a group that are compared: a text that a hundred outlets print costs no more than ten. */
const MOST_COMPARED = 10;

/** A copy group, or an article in none, that a newcomer has the text of. */
interface Rival {
  members: number[];
  odds: number;
  how: CopyKind;
}

/**
 * Puts an article into the copy group whose texts, taken together, it is one with, and joins groups that
 * it shows to be one. All members speak: of three texts the first and the last may be two.
 * @returns earlier articles whose group or original changed
 */
export function placeAmongCopies(
  profile: Profile,
  near: Neighbour[],
  memberships: Memberships,
  neighbours: Neighbours,
): number[] {
  let members = [profile.seq];
  let best: Rival | undefined;
  for (const rival of rivalsOf(profile, near, memberships)) {
    if (meanOdds(members, rival.members, neighbours) <= 0) continue;
    best ??= rival;
    members = [...members, ...rival.members];
  }
  if (!best) return [];
  const [nearest] = best.members;
  const group = memberships.copyOf(nearest!)?.group ?? nearest!;
  const original = originalOf(members, neighbours);
  const changed: number[] = [];
  for (const seq of members) {
    const before = memberships.copyOf(seq);
    const how = seq === profile.seq ? best.how : (before?.how ?? best.how);
    if (before?.group === group && before.original === original) continue;
    memberships.setCopy(seq, { group, original, how });
    if (seq !== profile.seq) changed.push(seq);
  }
  return changed;
}

/** Strongest first. */
function rivalsOf(profile: Profile, near: Neighbour[], memberships: Memberships): Rival[] {
  const rivals = new Map<number, Rival>();
  for (const { profile: other, shared } of near) {
    const how = copyVerdict(profile, other, shared);
    if (!how || how === 'update') continue;
    const group = memberships.copyOf(other.seq)?.group;
    const odds = copyOdds(profile, other, shared);
    const key = group ?? other.seq;
    if ((rivals.get(key)?.odds ?? -Infinity) >= odds) continue;
    const members = group === undefined ? [other.seq] : [...memberships.groupOf(group)];
    rivals.set(key, { members, odds, how });
  }
  return [...rivals.values()].sort((a, b) => b.odds - a.odds);
}

function meanOdds(some: number[], others: number[], neighbours: Neighbours): number {
  let sum = 0;
  let pairs = 0;
  for (const a of some.slice(-MOST_COMPARED)) {
    const from = neighbours.ready(a);
    for (const b of others.slice(-MOST_COMPARED)) {
      const near = from && neighbours.neighbour(from, b);
      if (!near) continue;
      sum += copyOdds(from.profile, near.profile, near.shared);
      pairs += 1;
    }
  }
  return pairs ? sum / pairs : -Infinity;
}

/** What the others were copied from: the credited agency's own, else the earliest. */
export function originalOf(members: number[], neighbours: Neighbours): number {
  const profiles = members
    .map((seq) => neighbours.profile(seq))
    .filter((profile) => profile !== undefined)
    .sort((a, b) => a.time - b.time || a.seq - b.seq);
  const credited = new Set(profiles.flatMap((profile) => profile.agencies));
  const own = profiles.find(({ sourceName }) => credited.has(sourceName));
  return (own ?? profiles[0])?.seq ?? members[0]!;
}

/**
 * Settles a group that lost articles: one alone is no group, and another may be the original now.
 * @returns its articles
 */
export function mendGroup(
  group: number,
  memberships: Memberships,
  neighbours: Neighbours,
): number[] {
  const members = [...memberships.groupOf(group)];
  const original = originalOf(members, neighbours);
  for (const seq of members) {
    const place = memberships.copyOf(seq)!;
    memberships.setCopy(seq, members.length > 1 ? { ...place, original } : undefined);
  }
  return members;
}
