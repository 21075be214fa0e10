import type { Neighbours } from '../neighbours.js';
import { agglomerate } from './agglomerate.js';
import { bond } from './bond.js';
import type { Centre } from './centre.js';
import type { Centres } from './centres.js';
import type { Memberships } from './memberships.js';

/** Stories so near to one that is looked at are looked at with it. */
const NEAR = -1.5;
/** The newest articles of a story that may leave it; older ones stay together. */
const MOST_FREE = 160;
/** Articles looked at together; of more, whole stories stay together, the oldest first. */
const MOST_TOGETHER = 4000;

/** Articles that stay together: one, or the older part of a long story. */
interface Piece {
  seqs: number[];
  centre: Centre;
}

export interface Tidied {
  memberships: Memberships;
  centres: Centres;
  neighbours: Neighbours;
  /** Articles near an article, by the index. */
  beside(seq: number): ArrayLike<number>;
}

/**
 * Groups anew the stories of some articles, and those beside them, from single articles up: stories
 * that have grown together become one, one that holds two events becomes two. What comes out hardly
 * depends on the order in which the articles came.
 * @returns articles whose story changed
 */
export function tidyStories(touched: Iterable<number>, desk: Tidied): number[] {
  const moved: number[] = [];
  for (const stories of neighbourhoods(touched, desk)) moved.push(...regroup(stories, desk));
  return moved;
}

/** Sets of stories that are to be looked at together. */
function neighbourhoods(touched: Iterable<number>, desk: Tidied): number[][] {
  const { memberships, centres } = desk;
  const near = new Map<number, Set<number>>();
  for (const seq of touched) {
    const story = memberships.storyOf(seq);
    if (story === undefined) continue;
    const others = near.get(story) ?? new Set();
    near.set(story, others);
    for (const other of Array.from(desk.beside(seq))) {
      const its = memberships.storyOf(other);
      if (its !== undefined && its !== story) others.add(its);
    }
  }
  const links: Array<[number, number]> = [];
  for (const [story, others] of near) {
    const own = centres.of(story);
    if (!own) continue;
    for (const other of others) {
      if (near.get(other)?.has(story) && other < story) continue;
      const centre = centres.of(other);
      if (centre && bond(own, centre) > NEAR) links.push([story, other]);
    }
  }
  return components(near.keys(), links);
}

function components(nodes: Iterable<number>, links: Array<[number, number]>): number[][] {
  const above = new Map<number, number>();
  const top = (node: number): number => {
    let at = node;
    for (let next = above.get(at); next !== undefined; next = above.get(at)) at = next;
    return at;
  };
  for (const [a, b] of links) {
    const [x, y] = [top(a), top(b)];
    if (x !== y) above.set(Math.max(x, y), Math.min(x, y));
  }
  const found = new Map<number, number[]>();
  for (const node of new Set([...nodes, ...links.flat()])) {
    const known = found.get(top(node));
    if (known) known.push(node);
    else found.set(top(node), [node]);
  }
  return [...found.values()];
}

function regroup(stories: number[], desk: Tidied): number[] {
  if (stories.length === 1 && desk.memberships.membersOf(stories[0]!).length === 1) return [];
  const pieces = piecesOf(stories, desk);
  const placeOf = new Map<number, number>();
  pieces.forEach(({ seqs }, place) => seqs.forEach((seq) => placeOf.set(seq, place)));
  const pairs: Array<[number, number]> = [];
  pieces.forEach(({ seqs }, place) => {
    for (const seq of seqs.slice(-MOST_FREE))
      for (const other of Array.from(desk.beside(seq))) {
        const its = placeOf.get(other);
        if (its !== undefined) pairs.push([place, its]);
      }
  });
  const groups = agglomerate(
    pieces.map(({ centre }) => centre),
    pairs,
  ).map(({ places, centre }) => ({
    seqs: places.flatMap((place) => pieces[place]!.seqs),
    centre,
  }));
  const moved = rename(
    groups.map(({ seqs }) => seqs),
    desk.memberships,
  );
  for (const { seqs, centre } of groups)
    desk.centres.tell(desk.memberships.storyOf(seqs[0]!)!, centre);
  return moved;
}

/** By time, so that nothing depends on the order of arrival. */
function piecesOf(stories: number[], { memberships, centres, neighbours }: Tidied): Piece[] {
  const timed = stories.map((story) =>
    memberships
      .membersOf(story)
      .map((seq) => neighbours.profile(seq))
      .filter((profile) => profile !== undefined)
      .sort((a, b) => a.time - b.time || (a.id < b.id ? -1 : 1)),
  );
  timed.sort((a, b) => (b.at(-1)?.time ?? 0) - (a.at(-1)?.time ?? 0));
  let room = MOST_TOGETHER;
  const pieces: Array<Piece & { id: string }> = [];
  for (const members of timed) {
    const free = Math.min(MOST_FREE, members.length, Math.max(0, room));
    room -= free;
    const old = members.slice(0, members.length - free);
    for (const part of [old, ...members.slice(members.length - free).map((one) => [one])]) {
      const seqs = part.map(({ seq }) => seq);
      const centre = seqs.length ? centres.made(seqs) : undefined;
      if (centre) pieces.push({ seqs, centre, id: part[0]!.id });
    }
  }
  return pieces.sort((a, b) => a.centre.first - b.centre.first || (a.id < b.id ? -1 : 1));
}

/** Gives each group the number of the old story that most of it comes from; what is left gets a new one. */
function rename(groups: number[][], memberships: Memberships): number[] {
  const shares: Array<{ group: number; story: number; shared: number }> = [];
  groups.forEach((seqs, group) => {
    const from = new Map<number, number>();
    for (const seq of seqs) {
      const story = memberships.storyOf(seq)!;
      from.set(story, (from.get(story) ?? 0) + 1);
    }
    for (const [story, shared] of from) shares.push({ group, story, shared });
  });
  shares.sort((a, b) => b.shared - a.shared || a.story - b.story || a.group - b.group);
  const named = new Map<number, number>();
  const taken = new Set<number>();
  for (const { group, story } of shares) {
    if (named.has(group) || taken.has(story)) continue;
    named.set(group, story);
    taken.add(story);
  }
  const moved: number[] = [];
  groups.forEach((seqs, group) => {
    const story = named.get(group) ?? memberships.freeStory(seqs[0]!);
    for (const seq of seqs) {
      if (memberships.storyOf(seq) === story) continue;
      memberships.setStory(seq, story);
      moved.push(seq);
    }
  });
  return moved;
}
