import type { CopyKind } from '../copies/verdict.js';

export const NONE = 0xffffffff;

/** Between the numbers of stories that are named after one article. */
const ANOTHER = 0x10000001;

/** The seq of the article that a story is named after: it leads on where the story is no more. */
export const articleNamed = (story: number): number => story % ANOTHER;

export interface CopyPlace {
  group: number;
  /** The seq of the group's original. */
  original: number;
  how: CopyKind;
}

/**
 * Where each article belongs: its story, and its copy group where it is in one. Numbers, not ids.
 * A story is numbered after an article of it, so that a story of one article costs four bytes.
 */
export class Memberships {
  private stories = new Uint32Array(1024).fill(NONE);
  /** Stories of more than one article, or not numbered after their only one. */
  private readonly members = new Map<number, number[]>();
  private readonly copies = new Map<number, CopyPlace>();
  private readonly groups = new Map<number, number[]>();
  /** Articles whose place changed since `takeChanged`. */
  private readonly changed = new Set<number>();

  storyOf(seq: number): number | undefined {
    const story = this.stories[seq] ?? NONE;
    return story === NONE ? undefined : story;
  }

  membersOf(story: number): readonly number[] {
    return this.members.get(story) ?? (this.storyOf(story) === story ? [story] : []);
  }

  copyOf(seq: number): CopyPlace | undefined {
    return this.copies.get(seq);
  }

  groupOf(group: number): readonly number[] {
    return this.groups.get(group) ?? [];
  }

  setStory(seq: number, story: number | undefined): void {
    if (this.storyOf(seq) === story) return;
    this.putInStory(seq, story);
    this.changed.add(seq);
  }

  private putInStory(seq: number, story: number | undefined): void {
    const before = this.storyOf(seq);
    if (seq >= this.stories.length) {
      const grown = new Uint32Array(Math.max(seq + 1, this.stories.length * 2)).fill(NONE);
      grown.set(this.stories);
      this.stories = grown;
    }
    // Most articles are alone in their story, and a million of them are restored at once.
    if (before === undefined && story === seq && !this.members.has(story)) {
      this.stories[seq] = story;
      return;
    }
    if (before !== undefined) this.keep(before, without(this.membersOf(before), seq));
    const others = story === undefined ? [] : this.membersOf(story);
    this.stories[seq] = story ?? NONE;
    if (story !== undefined) this.keep(story, [...others, seq]);
  }

  private keep(story: number, members: number[]): void {
    const implied = members.length === 0 || (members.length === 1 && members[0] === story);
    if (implied) this.members.delete(story);
    else this.members.set(story, members);
  }

  setCopy(seq: number, place: CopyPlace | undefined): void {
    if (!place && !this.copies.has(seq)) return;
    this.putAmongCopies(seq, place);
    this.changed.add(seq);
  }

  private putAmongCopies(seq: number, place: CopyPlace | undefined): void {
    const before = this.copies.get(seq);
    if (before && before.group !== place?.group) {
      const rest = without(this.groupOf(before.group), seq);
      if (rest.length) this.groups.set(before.group, rest);
      else this.groups.delete(before.group);
    }
    if (place) {
      this.copies.set(seq, place);
      if (before?.group !== place.group)
        this.groups.set(place.group, [...this.groupOf(place.group), seq]);
    } else this.copies.delete(seq);
  }

  /** Puts an article where it was: that is no change. */
  restore(seq: number, story: number | undefined, copy: CopyPlace | undefined): void {
    if (this.storyOf(seq) !== story) this.putInStory(seq, story);
    if (copy || this.copies.has(seq)) this.putAmongCopies(seq, copy);
  }

  /** A number that no story has, `wanted` where it is free. */
  freeStory(wanted: number): number {
    let story = wanted;
    while (this.membersOf(story).length) story = (story + ANOTHER) % NONE;
    return story;
  }

  /** A number that no copy group has, `wanted` where it is free. */
  freeGroup(wanted: number): number {
    let group = wanted;
    while (this.groups.has(group)) group = (group + ANOTHER) % NONE;
    return group;
  }

  /** Articles whose place changed since the last call. */
  takeChanged(): number[] {
    const changed = [...this.changed];
    this.changed.clear();
    return changed;
  }

  /** Every article that has a place. */
  *all(): Generator<number> {
    for (let seq = 0; seq < this.stories.length; seq += 1)
      if (this.stories[seq] !== NONE || this.copies.has(seq)) yield seq;
  }
}

const without = (list: readonly number[], seq: number): number[] =>
  list.filter((other) => other !== seq);

/** Ids as the store and readers see them. */
export const storyId = (story: number): string => `s${story.toString(36)}`;
export const groupId = (group: number): string => `c${group.toString(36)}`;

/** The number in an id of `storyId` or `groupId`; undefined where it is none. */
export function numberIn(id: string): number | undefined {
  if (!/^[sc][0-9a-z]{1,7}$/.test(id)) return undefined;
  const number = parseInt(id.slice(1), 36);
  return number < NONE ? number : undefined;
}
