import type { RelationChange, Relations } from '../model/relations.js';
import type { Neighbours } from './neighbours.js';
import { groupId, type Memberships, storyId } from './stories/memberships.js';

/** Where an article belongs, in the ids that store and readers know. */
export function relationsOf(
  seq: number,
  memberships: Memberships,
  neighbours: Neighbours,
): Relations {
  const story = storyId(memberships.storyOf(seq) ?? seq);
  const copy = memberships.copyOf(seq);
  const original = copy && neighbours.profile(copy.original)?.id;
  if (!copy || !original) return { story };
  return { story, copies: { group: groupId(copy.group), original, how: copy.how } };
}

/** What the store is to change of articles whose story, and whose copy group, is now another. */
export function changesOf(
  moved: Iterable<number>,
  regrouped: Iterable<number>,
  memberships: Memberships,
  neighbours: Neighbours,
): RelationChange[] {
  const changes: RelationChange[] = [];
  for (const seq of new Set(moved)) {
    const article = neighbours.profile(seq)?.id;
    const { story } = relationsOf(seq, memberships, neighbours);
    if (article) changes.push({ change: 'story', article, story });
  }
  for (const seq of new Set(regrouped)) {
    const article = neighbours.profile(seq)?.id;
    const copies = relationsOf(seq, memberships, neighbours).copies ?? null;
    if (article) changes.push({ change: 'copies', article, copies });
  }
  return changes;
}
