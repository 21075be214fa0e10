import type { Neighbour, Neighbours } from '../neighbours.js';
import type { Profile } from '../profile/profile.js';
import type { Memberships } from '../stories/memberships.js';
import { copyVerdict, type CopyKind } from './verdict.js';

/**
 * Puts an article into the copy group of the text that it repeats most of.
 * @returns earlier articles whose group or original changed
 */
export function placeAmongCopies(
  profile: Profile,
  near: Neighbour[],
  memberships: Memberships,
  neighbours: Neighbours,
): number[] {
  let best: { seq: number; how: CopyKind; shared: number } | undefined;
  for (const { profile: other, shared } of near) {
    const how = copyVerdict(profile, other, shared);
    if (!how || how === 'update') continue;
    const { jaccard, first, second } = shared.text;
    const strength = jaccard + Math.max(first, second) / 10;
    if (strength > (best?.shared ?? -1)) best = { seq: other.seq, how, shared: strength };
  }
  if (!best) return [];
  const group = memberships.copyOf(best.seq)?.group ?? best.seq;
  const members = [...new Set([...memberships.groupOf(group), best.seq, profile.seq])];
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
