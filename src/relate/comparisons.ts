import type { Hit, Neighbour, Neighbours } from './neighbours.js';
import type { Prepared } from './similar/compare.js';
import type { Likeness } from './similar/likeness.js';

/** A hit, with an upper bound of its likeness by what is known without reading it. */
export interface Candidate extends Hit {
  bound: number;
}

/**
 * One article beside others: each of these is read, compared and judged when it is first asked for, and
 * once, whichever of the article's answers asks. Holds until the index or the term space changes.
 */
export class Comparisons {
  private readonly compared = new Map<number, Neighbour | undefined>();
  private readonly known = new Map<number, Candidate>();
  private readonly judged = new Map<number, Likeness>();

  constructor(
    readonly from: Prepared,
    private readonly neighbours: Neighbours,
  ) {}

  /** @returns undefined where the article is no more */
  neighbour(seq: number): Neighbour | undefined {
    if (!this.compared.has(seq)) this.compared.set(seq, this.neighbours.neighbour(this.from, seq));
    return this.compared.get(seq);
  }

  private candidate({ seq, time, share }: Hit): Candidate {
    let known = this.known.get(seq);
    if (!known) {
      const bound = this.neighbours.likenessBound(this.from, { seq, time, share });
      this.known.set(seq, (known = { seq, time, share, bound }));
    }
    return known;
  }

  /** A tighter bound of a candidate's likeness now that it is compared; 0 where it is not to be listed. */
  tighterBound(candidate: Candidate, neighbour: Neighbour): number {
    return this.neighbours.tighterBound(this.from, neighbour, candidate);
  }

  likeness(neighbour: Neighbour): Likeness {
    const { seq } = neighbour.profile;
    let likeness = this.judged.get(seq);
    if (!likeness)
      this.judged.set(seq, (likeness = this.neighbours.likeness(this.from, neighbour)));
    return likeness;
  }

  /** Hits as candidates, each once, those that can be most alike first. */
  candidates(hits: Hit[]): Candidate[] {
    const candidates = new Set(hits.map((hit) => this.candidate(hit)));
    return [...candidates].sort((a, b) => b.bound - a.bound);
  }
}

/**
 * The hits that are still there, compared, in their order.
 * @param least share of the article's strongest terms that a hit must have
 */
export function compared(comparisons: Comparisons, hits: Hit[], least = 0): Neighbour[] {
  return hits
    .filter(({ share }) => share >= least)
    .flatMap(({ seq }) => comparisons.neighbour(seq) ?? []);
}
