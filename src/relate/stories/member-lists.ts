/** Instead of the number of a group: there is none. */
export const NONE = 0xffffffff;

/**
 * The members of groups by the groups' numbers. What is restored, of a million articles at once, lies in
 * two arrays; a list of its own has only a group that was asked for or has changed since.
 */
export class MemberLists {
  private readonly lists = new Map<number, readonly number[]>();
  /** Of group n as restored: the members from `starts[n]` to before `starts[n + 1]`. */
  private starts = new Uint32Array(1);
  private members = new Uint32Array(0);

  /** @returns undefined where the group was never heard of; the same list until it changes where there are several */
  of(group: number): readonly number[] | undefined {
    const known = this.lists.get(group);
    if (known || group + 1 >= this.starts.length) return known;
    const restored = this.members.subarray(this.starts[group], this.starts[group + 1]);
    if (restored.length === 0) return undefined;
    const list = [...restored];
    if (list.length > 1) this.lists.set(group, list);
    return list;
  }

  set(group: number, members: readonly number[]): void {
    this.lists.set(group, members);
  }

  /** Back to what was restored of it, which is nothing where nothing was. */
  forget(group: number): void {
    if (group + 1 >= this.starts.length) this.lists.delete(group);
    else this.lists.set(group, []);
  }

  /** @param groups the group of each article, `NONE` where it has none; members are then in the articles' order */
  restore(groups: Uint32Array): void {
    const { lists } = this;
    lists.clear();
    const starts = new Uint32Array(groups.length + 1);
    for (const group of groups) if (group < groups.length) starts[group + 1]! += 1;
    for (let group = 0; group < groups.length; group += 1) starts[group + 1]! += starts[group]!;
    const next = starts.slice();
    const members = new Uint32Array(starts[groups.length]!);
    for (let seq = 0; seq < groups.length; seq += 1) {
      const group = groups[seq]!;
      if (group < groups.length) members[next[group]!++] = seq;
      // A number in second place, as its first was taken: few have one.
      else if (group !== NONE) lists.set(group, [...(lists.get(group) ?? []), seq]);
    }
    this.starts = starts;
    this.members = members;
  }
}
