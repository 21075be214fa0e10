import type { CopyKind } from '../copies/verdict.js';
import { MemberLists, NONE } from './member-lists.js';

/** By the number that a place is kept with. */
const KINDS: CopyKind[] = ['exact', 'edited', 'abridged', 'update'];

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

/** One article's place in numbers, as it is kept; `NONE` for no story, and for no group. */
export interface KeptPlace {
  story: number;
  group: number;
  original: number;
  /** Number of the kind of copy. */
  kind: number;
}

/**
 * Where each article belongs: its story, and its copy group where it is in one. Numbers, not ids.
 * A story is numbered after an article of it.
 */
export class Memberships {
  /** A column for each part of a place. */
  private stories = new Uint32Array(0);
  private groups = new Uint32Array(0);
  private originals = new Uint32Array(0);
  private kinds = new Uint8Array(0);
  /** Articles below this may have a place. */
  private end = 0;
  /** Stories of more than one article, not numbered after their only one, or restored. */
  private readonly ofStories = new MemberLists();
  private readonly ofGroups = new MemberLists();
  /** Whether the columns were restored and the lists are yet to be. */
  private restoring = false;
  /** Articles whose place changed since `takeChanged`. */
  private readonly changed = new Set<number>();

  storyOf(seq: number): number | undefined {
    const story = this.stories[seq] ?? NONE;
    return story === NONE ? undefined : story;
  }

  membersOf(story: number): readonly number[] {
    this.restoreLists();
    return this.ofStories.of(story) ?? (this.storyOf(story) === story ? [story] : []);
  }

  copyOf(seq: number): CopyPlace | undefined {
    const group = this.groups[seq] ?? NONE;
    if (group === NONE) return undefined;
    return { group, original: this.originals[seq]!, how: KINDS[this.kinds[seq]!] ?? 'edited' };
  }

  groupOf(group: number): readonly number[] {
    this.restoreLists();
    return this.ofGroups.of(group) ?? [];
  }

  setStory(seq: number, story: number | undefined): void {
    if (this.storyOf(seq) === story) return;
    this.putInStory(seq, story);
    this.changed.add(seq);
  }

  private putInStory(seq: number, story: number | undefined): void {
    this.restoreLists();
    const before = this.storyOf(seq);
    this.makeRoom(seq);
    // Most articles are alone in their story: that is implied.
    if (before === undefined && story === seq && !this.ofStories.of(story)) {
      this.stories[seq] = story;
      return;
    }
    if (before !== undefined) this.keep(before, without(this.membersOf(before), seq));
    const others = story === undefined ? [] : this.membersOf(story);
    this.stories[seq] = story ?? NONE;
    if (story !== undefined) this.keep(story, [...others, seq]);
  }

  private keep(story: number, members: number[]): void {
    if (members.length) this.ofStories.set(story, members);
    else this.ofStories.forget(story);
  }

  setCopy(seq: number, place: CopyPlace | undefined): void {
    const before = this.groups[seq] ?? NONE;
    if (!place && before === NONE) return;
    this.restoreLists();
    this.makeRoom(seq);
    const group = place?.group ?? NONE;
    if (before !== group) {
      if (before !== NONE) this.ofGroups.set(before, without(this.groupOf(before), seq));
      if (group !== NONE) this.ofGroups.set(group, [...this.groupOf(group), seq]);
    }
    this.groups[seq] = group;
    this.originals[seq] = place?.original ?? NONE;
    this.kinds[seq] = place ? KINDS.indexOf(place.how) : 0;
    this.changed.add(seq);
  }

  /** Puts an article where it was: that is no change. What is restored later counts. */
  restore(seq: number, { story, group, original, kind }: KeptPlace): void {
    this.makeRoom(seq);
    this.stories[seq] = story;
    this.groups[seq] = group;
    this.originals[seq] = original;
    this.kinds[seq] = kind;
    this.restoring = true;
  }

  private restoreLists(): void {
    if (!this.restoring) return;
    this.restoring = false;
    this.ofStories.restore(this.stories.subarray(0, this.end));
    this.ofGroups.restore(this.groups.subarray(0, this.end));
  }

  /** As it is to be kept. */
  placeOf(seq: number): KeptPlace {
    return {
      story: this.stories[seq] ?? NONE,
      group: this.groups[seq] ?? NONE,
      original: this.originals[seq] ?? NONE,
      kind: this.kinds[seq] ?? 0,
    };
  }

  private makeRoom(seq: number): void {
    this.end = Math.max(this.end, seq + 1);
    if (seq < this.stories.length) return;
    const length = Math.max(seq + 1, 1024, this.stories.length * 2);
    this.stories = enlarged(this.stories, length);
    this.groups = enlarged(this.groups, length);
    this.originals = enlarged(this.originals, length);
    const kinds = new Uint8Array(length);
    kinds.set(this.kinds);
    this.kinds = kinds;
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
    while (this.groupOf(group).length) group = (group + ANOTHER) % NONE;
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
    for (let seq = 0; seq < this.end; seq += 1)
      if (this.stories[seq] !== NONE || this.groups[seq] !== NONE) yield seq;
  }
}

function enlarged(column: Uint32Array, length: number): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(length).fill(NONE);
  larger.set(column);
  return larger;
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
