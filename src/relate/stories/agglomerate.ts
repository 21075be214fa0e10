import { bond } from './bond.js';
import { together, type Centre } from './centre.js';

interface Pair {
  odds: number;
  a: number;
  b: number;
}

/**
 * Groups centres from the bottom up: the two with the strongest bond become one, again and again, until
 * no bond is above 0. The same whatever the order in which `pairs` come.
 * @param centres in an order that does not depend on their arrival: ties go to those first in it
 * @param pairs of places in `centres` that may belong together; others meet only through these
 * @returns for each centre the place of the first one of its group
 */
export function agglomerate(centres: Centre[], pairs: Iterable<[number, number]>): number[] {
  const live: Array<Centre | undefined> = [...centres];
  const group = centres.map((_, place) => place);
  const beside: Array<Set<number>> = centres.map(() => new Set());
  const heap = new PairHeap();
  const meet = (a: number, b: number) => {
    const odds = bond(live[a]!, live[b]!);
    if (odds > 0) heap.push({ odds, a: Math.min(a, b), b: Math.max(a, b) });
  };
  for (const [a, b] of pairs)
    if (a !== b && !beside[a]!.has(b)) {
      beside[a]!.add(b);
      beside[b]!.add(a);
      meet(a, b);
    }
  // A merged story takes a new place at the end: pairs of the old places are seen to be stale.
  const parts: number[][] = centres.map((_, place) => [place]);
  for (let pair = heap.pop(); pair; pair = heap.pop()) {
    const [x, y] = [live[pair.a], live[pair.b]];
    if (!x || !y) continue;
    const place = live.push(together(x, y)) - 1;
    live[pair.a] = live[pair.b] = undefined;
    parts.push([...parts[pair.a]!, ...parts[pair.b]!]);
    const others = new Set([...beside[pair.a]!, ...beside[pair.b]!]);
    others.delete(pair.a);
    others.delete(pair.b);
    beside.push(others);
    for (const other of others) {
      const known = beside[other]!;
      known.delete(pair.a);
      known.delete(pair.b);
      known.add(place);
      meet(other, place);
    }
  }
  live.forEach((centre, place) => {
    if (!centre) return;
    const first = Math.min(...parts[place]!);
    for (const part of parts[place]!) group[part] = first;
  });
  return group;
}

const before = (x: Pair, y: Pair): boolean =>
  x.odds !== y.odds ? x.odds > y.odds : x.a !== y.a ? x.a < y.a : x.b < y.b;

/** A binary heap, the strongest pair at its head. */
class PairHeap {
  private readonly pairs: Pair[] = [];

  push(pair: Pair): void {
    const { pairs } = this;
    let at = pairs.push(pair) - 1;
    while (at > 0) {
      const above = (at - 1) >> 1;
      if (!before(pair, pairs[above]!)) break;
      pairs[at] = pairs[above]!;
      at = above;
    }
    pairs[at] = pair;
  }

  pop(): Pair | undefined {
    const { pairs } = this;
    const head = pairs[0];
    const last = pairs.pop();
    if (!head || !last || !pairs.length) return head;
    let at = 0;
    for (;;) {
      let below = 2 * at + 1;
      if (below >= pairs.length) break;
      if (below + 1 < pairs.length && before(pairs[below + 1]!, pairs[below]!)) below += 1;
      if (!before(pairs[below]!, last)) break;
      pairs[at] = pairs[below]!;
      at = below;
    }
    pairs[at] = last;
    return head;
  }
}
