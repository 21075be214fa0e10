import { BOND, bond, type BondParts, type Common } from './bond.js';
import { product, together, type Centre } from './centre.js';

interface Pair {
  odds: number;
  a: number;
  b: number;
}

/** Centres with a bond below this meet again only through others that are nearer to both. */
const HOPELESS = -4;

/** Centres that became one. */
export interface Group {
  /** Their places, rising. */
  places: number[];
  centre: Centre;
}

/**
 * Groups centres from the bottom up: the two with the strongest bond become one, again and again, until
 * no bond is above 0. The same whatever the order in which `pairs` come.
 * @param centres in an order that does not depend on their arrival: ties go to those first in it
 * @param pairs of places in `centres` that may belong together; others meet only through these
 * @param weights of the bond's parts
 * @returns the groups, those with the first places first
 */
export function agglomerate(
  centres: Centre[],
  pairs: Iterable<[number, number]>,
  weights: BondParts = BOND,
): Group[] {
  const live: Array<Centre | undefined> = [...centres];
  const beside: Array<Map<number, Common>> = centres.map(() => new Map());
  const heap = new PairHeap();
  const meet = (a: number, b: number, common: Common) => {
    const odds = bond(live[a]!, live[b]!, common, weights);
    if (odds < HOPELESS) return;
    beside[a]!.set(b, common);
    beside[b]!.set(a, common);
    if (odds > 0) heap.push({ odds, a: Math.min(a, b), b: Math.max(a, b) });
  };
  for (const [a, b] of pairs)
    if (a !== b && !beside[a]!.has(b)) meet(a, b, new Met(live[a]!, live[b]!));
  // A merged story takes a new place at the end: pairs of the old places are seen to be stale.
  const parts: number[][] = centres.map((_, place) => [place]);
  for (let pair = heap.pop(); pair; pair = heap.pop()) {
    const [x, y] = [live[pair.a], live[pair.b]];
    if (!x || !y) continue;
    const place = live.push(together(x, y, beside[pair.a]!.get(pair.b)!.terms)) - 1;
    live[pair.a] = live[pair.b] = undefined;
    parts.push([...parts[pair.a]!, ...parts[pair.b]!]);
    const [besideX, besideY] = [beside[pair.a]!, beside[pair.b]!];
    beside.push(new Map());
    for (const other of new Set([...besideX.keys(), ...besideY.keys()])) {
      if (other === pair.a || other === pair.b) continue;
      const its = live[other]!;
      const withX = besideX.get(other) ?? new Met(x, its);
      const withY = besideY.get(other) ?? new Met(y, its);
      beside[other]!.delete(pair.a);
      beside[other]!.delete(pair.b);
      meet(other, place, new Summed(withX, withY));
    }
    besideX.clear();
    besideY.clear();
  }
  return live
    .flatMap((centre, place) =>
      centre ? [{ places: parts[place]!.sort((a, b) => a - b), centre }] : [],
    )
    .sort((a, b) => a.places[0]! - b.places[0]!);
}

/** Of two centres that meet. */
class Met implements Common {
  readonly terms: number;
  private ownLead: number | undefined;

  constructor(
    private readonly a: Centre,
    private readonly b: Centre,
  ) {
    this.terms = product(a.terms, b.terms);
  }

  get lead(): number {
    return (this.ownLead ??= product(this.a.lead, this.b.lead));
  }
}

/** Of a merged centre with another: the sum over its two parts, however long they are. */
class Summed implements Common {
  readonly terms: number;
  private ownLead: number | undefined;

  constructor(
    private readonly first: Common,
    private readonly second: Common,
  ) {
    this.terms = first.terms + second.terms;
  }

  get lead(): number {
    return (this.ownLead ??= this.first.lead + this.second.lead);
  }
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
