import type { Neighbours } from '../neighbours.js';
import type { Memberships } from '../stories/memberships.js';
import { originalOf } from './placing.js';
import { copyOdds, copyVerdict } from './verdict.js';

/** Texts nearer than this to one that is looked at, in log-odds, are looked at with it. */
export const FAMILY = -1.5;
/** Of more texts in one family the groups stay as they are: each comparison is of two. */
const MOST_IN_FAMILY = 60;

export interface Family {
  neighbours: Neighbours;
  memberships: Memberships;
  /** Articles near an article, by the index. */
  beside(seq: number): ArrayLike<number>;
}

/**
 * Groups anew the copies among some articles and those beside them, from single texts up: the two groups
 * whose texts are likest on average become one, again and again, while they are more likely one text
 * than two. So a group does not depend on which of its texts came first.
 * @returns articles whose group or original changed
 */
export function tidyCopies(touched: Iterable<number>, desk: Family): number[] {
  const changed: number[] = [];
  for (const family of familiesOf(touched, desk))
    if (family.length <= MOST_IN_FAMILY) changed.push(...regroup(family, desk));
  return changed;
}

function familiesOf(touched: Iterable<number>, desk: Family): number[][] {
  const family = new Map<number, number[]>();
  const join = (a: number, b: number) => {
    const [x, y] = [family.get(a) ?? [a], family.get(b) ?? [b]];
    if (x === y) return;
    x.push(...y);
    for (const seq of x) family.set(seq, x);
  };
  for (const seq of touched) {
    const from = desk.neighbours.ready(seq);
    if (!from) continue;
    for (const other of Array.from(desk.beside(seq))) {
      const near = desk.neighbours.neighbour(from, other);
      if (near && copyOdds(from.profile, near.profile, near.shared) > FAMILY) join(seq, other);
    }
    const group = desk.memberships.copyOf(seq)?.group;
    if (group !== undefined) for (const other of desk.memberships.groupOf(group)) join(seq, other);
  }
  return [...new Set(family.values())];
}

function regroup(family: number[], desk: Family): number[] {
  const { memberships, neighbours } = desk;
  const groups = agglomerated(inTime(family, neighbours), (a, b) => {
    const from = neighbours.ready(a);
    const near = from && neighbours.neighbour(from, b);
    return near ? copyOdds(from.profile, near.profile, near.shared) : 0;
  });
  const numbers = numbersOf(groups, memberships);
  const changed: number[] = [];
  groups.forEach((members, i) => {
    const group = numbers[i]!;
    const original = originalOf(members, neighbours);
    for (const seq of members) {
      const before = memberships.copyOf(seq);
      if (members.length < 2) {
        if (!before) continue;
        memberships.setCopy(seq, undefined);
      } else if (before?.group !== group || before.original !== original)
        memberships.setCopy(seq, { group, original, how: howOf(seq, original, neighbours) });
      else continue;
      changed.push(seq);
    }
  });
  return changed;
}

function inTime(seqs: number[], neighbours: Neighbours): number[] {
  return seqs
    .map((seq) => neighbours.profile(seq))
    .filter((profile) => profile !== undefined)
    .sort((a, b) => a.time - b.time || (a.id < b.id ? -1 : 1))
    .map(({ seq }) => seq);
}

/**
 * Groups of texts, each with itself at first: the two that are likest on average become one while that is above 0.
 * @param odds log-odds that two are one text
 */
export function agglomerated(seqs: number[], odds: (a: number, b: number) => number): number[][] {
  // Sums of log-odds over all pairs of two groups; a merged group takes the place of its first.
  const sums = seqs.map((a, i) => seqs.slice(0, i).map((b) => odds(a, b)));
  const at = (i: number, j: number) => (i > j ? sums[i]![j]! : sums[j]![i]!);
  const groups: Array<number[] | undefined> = seqs.map((seq) => [seq]);
  for (;;) {
    let best: { i: number; j: number; mean: number } | undefined;
    groups.forEach((some, i) => {
      for (let j = 0; some && j < i; j += 1) {
        const others = groups[j];
        const mean = others ? at(i, j) / (some.length * others.length) : 0;
        if (mean > (best?.mean ?? 0)) best = { i, j, mean };
      }
    });
    if (!best) return groups.filter((group) => group !== undefined);
    const { i, j } = best;
    groups[j]!.push(...groups[i]!);
    groups[i] = undefined;
    groups.forEach((group, other) => {
      if (!group || other === j) return;
      if (other > j) sums[other]![j]! += at(i, other);
      else sums[j]![other]! += at(i, other);
    });
  }
}

/** A group keeps the number that most of its texts have; one without gets a new one. */
function numbersOf(groups: number[][], memberships: Memberships): number[] {
  const taken = new Set<number>();
  return groups.map((members) => {
    const votes = new Map<number, number>();
    for (const seq of members) {
      const group = memberships.copyOf(seq)?.group;
      if (group !== undefined && !taken.has(group)) votes.set(group, (votes.get(group) ?? 0) + 1);
    }
    const [known] = [...votes].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
    const number = known?.[0] ?? memberships.freeGroup(members[0]!);
    taken.add(number);
    return number;
  });
}

function howOf(seq: number, original: number, neighbours: Neighbours) {
  const from = neighbours.ready(seq);
  const near = from && neighbours.neighbour(from, original);
  return (near && copyVerdict(from.profile, near.profile, near.shared)) ?? 'edited';
}
