import type { CopyKind } from '../copies/verdict.js';

export const NONE = 0xffffffff;

export interface CopyPlace {
  group: number;
  original: number;
  how: CopyKind;
}

/** Where each article belongs: its story, and its copy group where it is in one. Numbers, not ids: small. */
export class Memberships {
  private stories = new Uint32Array(1024).fill(NONE);
  private readonly members = new Map<number, number[]>();
  private readonly copies = new Map<number, CopyPlace>();
  private readonly groups = new Map<number, number[]>();

  storyOf(seq: number): number | undefined {
    const story = this.stories[seq] ?? NONE;
    return story === NONE ? undefined : story;
  }

  membersOf(story: number): readonly number[] {
    return this.members.get(story) ?? [];
  }

  copyOf(seq: number): CopyPlace | undefined {
    return this.copies.get(seq);
  }

  groupOf(group: number): readonly number[] {
    return this.groups.get(group) ?? [];
  }

  setStory(seq: number, story: number | undefined): void {
    if (seq >= this.stories.length) {
      const grown = new Uint32Array(Math.max(seq + 1, this.stories.length * 2)).fill(NONE);
      grown.set(this.stories);
      this.stories = grown;
    }
    const before = this.storyOf(seq);
    if (before === story) return;
    if (before !== undefined) drop(this.members, before, seq);
    this.stories[seq] = story ?? NONE;
    if (story !== undefined) put(this.members, story, seq);
  }

  setCopy(seq: number, place: CopyPlace | undefined): void {
    const before = this.copies.get(seq);
    if (before && before.group !== place?.group) drop(this.groups, before.group, seq);
    if (!place) {
      this.copies.delete(seq);
      return;
    }
    this.copies.set(seq, place);
    if (before?.group !== place.group) put(this.groups, place.group, seq);
  }

  /** A number that no story has, `wanted` where it is free. */
  freeStory(wanted: number): number {
    let story = wanted;
    while (this.members.has(story)) story = (story + 0x80000000 + wanted) % NONE;
    return story;
  }
}

function put(map: Map<number, number[]>, key: number, seq: number): void {
  const list = map.get(key);
  if (list) list.push(seq);
  else map.set(key, [seq]);
}

function drop(map: Map<number, number[]>, key: number, seq: number): void {
  const rest = map.get(key)?.filter((other) => other !== seq) ?? [];
  if (rest.length) map.set(key, rest);
  else map.delete(key);
}

/** Ids as the store and readers see them. */
export const storyId = (story: number): string => `s${story.toString(36)}`;
export const groupId = (group: number): string => `c${group.toString(36)}`;

/** The number in an id of `storyId` or `groupId`; undefined where it is none. */
export function numberIn(id: string): number | undefined {
  if (!/^[sc][0-9a-z]{1,7}$/.test(id)) return undefined;
  return parseInt(id.slice(1), 36);
}
