import { DAY } from './day.js';
import type { Hit, Neighbours } from './neighbours.js';
import type { Prepared } from './similar/compare.js';
import { IDLE_DAYS } from './stories/placing.js';

/** Candidates compared when an article arrives. */
const CANDIDATES = 60;
/** An article that shares less of the newcomer's strongest terms is neither its copy nor of its story. */
const LEAST_SHARE = 0.1;
/** Articles whose nearest are remembered, so that tidying need not ask the index again. */
const BESIDE = 30;
const MOST_REMEMBERED = 20_000;

/** What was published near an article in time and words: its copies and its story are among that. */
export class Vicinity {
  private readonly remembered = new Map<number, Uint32Array>();

  constructor(private readonly neighbours: Neighbours) {}

  /** As `hits`, of an article that has just come: the nearest are remembered for `beside`. */
  arrived(article: Prepared): Hit[] {
    const hits = this.hits(article);
    this.remember(article.profile.seq, hits);
    return hits;
  }

  /** By the index alone, best first. */
  hits(article: Prepared): Hit[] {
    const { time } = article.profile;
    const within = { after: time - IDLE_DAYS * DAY, before: time + IDLE_DAYS * DAY + 1 };
    return this.neighbours.hits(article, { top: CANDIDATES, least: LEAST_SHARE, ...within });
  }

  /** The nearest when it came, else now. */
  beside(seq: number): Uint32Array {
    const article = this.remembered.has(seq) ? undefined : this.neighbours.ready(seq);
    if (article) this.arrived(article);
    return this.remembered.get(seq) ?? new Uint32Array();
  }

  forget(seq: number): void {
    this.remembered.delete(seq);
  }

  private remember(seq: number, hits: Hit[]): void {
    const nearest = Uint32Array.from(hits.slice(0, BESIDE), (hit) => hit.seq);
    this.remembered.delete(seq);
    this.remembered.set(seq, nearest);
    if (this.remembered.size > MOST_REMEMBERED)
      this.remembered.delete(this.remembered.keys().next().value!);
  }
}
