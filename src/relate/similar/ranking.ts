import type { ScorePart } from '../../model/relations.js';
import type { Candidate, Comparisons } from '../comparisons.js';
import type { Neighbour } from '../neighbours.js';
import type { Profile } from '../profile/profile.js';
import { LIKENESS } from './likeness.js';
import { isSameText } from './same-text.js';

export interface Ranked {
  profile: Profile;
  score: number;
  parts: Record<string, ScorePart>;
}

/** A candidate that was compared: what it is ranked as, or a bound of its score. */
interface Waiting {
  score: number;
  neighbour: Neighbour;
  ranked?: Ranked;
}

/**
 * The candidates that are worth a reader's time, best first; near copies of the article are none. A
 * candidate is read, and then judged, only when the bound of its likeness is above what is asked for: a
 * short list leaves many of them unread and most of them unjudged.
 */
export class Ranking {
  private readonly bySeq: Map<number, Candidate>;

  /** @param candidates as `Comparisons.candidates` has them */
  constructor(
    private readonly comparisons: Comparisons,
    private readonly candidates: Candidate[],
  ) {
    this.bySeq = new Map(candidates.map((candidate) => [candidate.seq, candidate]));
  }

  *[Symbol.iterator](): Generator<Ranked> {
    /** The best last. */
    const waiting: Waiting[] = [];
    for (const candidate of this.candidates) {
      if (candidate.bound < LIKENESS.least) break;
      while (waiting.length && waiting.at(-1)!.score > candidate.bound) yield* this.best(waiting);
      const neighbour = this.comparisons.neighbour(candidate.seq);
      if (!neighbour) continue;
      const score = this.comparisons.tighterBound(candidate, neighbour);
      if (score > 0) put(waiting, { score, neighbour });
    }
    while (waiting.length) yield* this.best(waiting);
  }

  /** Hands out the last one where it is ranked already, else ranks it. */
  private *best(waiting: Waiting[]): Generator<Ranked> {
    const { neighbour, ranked } = waiting.pop()!;
    if (ranked) {
      yield ranked;
      return;
    }
    const judged = this.judge(neighbour);
    if (judged) put(waiting, { score: judged.score, neighbour, ranked: judged });
  }

  /** A candidate as it is ranked; undefined where it is none, or not worth listing. */
  of(seq: number): Ranked | undefined {
    const neighbour = this.bySeq.has(seq) ? this.comparisons.neighbour(seq) : undefined;
    return neighbour && this.judge(neighbour);
  }

  private judge(neighbour: Neighbour): Ranked | undefined {
    const { score, parts } = this.comparisons.likeness(neighbour);
    if (score <= 0 || isSameText(neighbour.shared)) return undefined;
    return { profile: neighbour.profile, score, parts };
  }
}

/** Higher scores come first; of equal scores those not ranked yet, then the newer, by time and by number. */
function put(waiting: Waiting[], one: Waiting): void {
  let place = waiting.length;
  while (place > 0 && comesFirst(waiting[place - 1]!, one)) place -= 1;
  waiting.splice(place, 0, one);
}

function comesFirst(a: Waiting, b: Waiting): boolean {
  if (a.score !== b.score) return a.score > b.score;
  if (!a.ranked || !b.ranked) return !a.ranked;
  const [x, y] = [a.ranked.profile, b.ranked.profile];
  return x.time > y.time || (x.time === y.time && x.seq > y.seq);
}
