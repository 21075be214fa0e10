import { DAY } from './day.js';
import type { Hit, Neighbours } from './neighbours.js';
import type { Prepared } from './similar/compare.js';
import { leastShare } from './similar/likeness.js';

interface NearestOptions {
  /** How many of all articles. */
  ever: number;
  /** How many of the days around. */
  around: number;
  /** So many before and so many after the query's time are around. */
  days: number;
}

/**
 * Far from the query's days a large store is walked in haste: by fewer terms, with less reckoned of each, whose
 * highest weight is far above its usual one, and only for what can still be as alike as is asked for. So much
 * less is found there that fewer of the days around are enough beside it.
 */
const IN_HASTE = { around: 60, reckoned: 0.3, few: 24 };

/** What lies farther must share more to be as alike: told anew at so many days. */
const STEPS = [30, 60, 120, 240, 480, 960, 1920];

/** The articles nearest to one by the index, looked for as far as they are asked for. */
export class Nearest {
  private ownNear: Hit[] | undefined;
  private ownAll: { worth: number; hits: Hit[] } | undefined;

  constructor(
    private readonly query: Prepared,
    private readonly neighbours: Neighbours,
    private readonly options: NearestOptions,
  ) {}

  private get stretch(): { after: number; before: number } {
    const { time } = this.query.profile;
    const { days } = this.options;
    return { after: time - days * DAY, before: time + days * DAY + 1 };
  }

  /** The best of the days around. */
  get around(): Hit[] {
    return this.near.slice(0, this.options.around);
  }

  private get near(): Hit[] {
    const { ever, around } = this.options;
    const top = Math.max(ever, around);
    return (this.ownNear ??= this.neighbours.hits(this.query, { top, ...this.stretch }));
  }

  /**
   * The best of all articles, and those of the days around, each once. What the days around have tells how much
   * another article must share, which spares most of looking.
   * @param worth likeness below which an article that lies far may be left out
   */
  all(worth = 0): Hit[] {
    if (this.ownAll && this.ownAll.worth <= worth) return this.ownAll.hits;
    const { ever } = this.options;
    const near = this.neighbours.inHaste ? this.near.slice(0, IN_HASTE.around) : this.near;
    const best = [...near, ...this.beyond(worth)];
    best.sort((a, b) => b.share - a.share || b.seq - a.seq);
    const hits = [...new Set([...best.slice(0, ever), ...this.around])];
    this.ownAll = { worth, hits };
    return hits;
  }

  private beyond(worth: number): Hit[] {
    const { ever } = this.options;
    const least = this.near[ever - 1]?.share ?? 0;
    const within = { top: ever, outside: this.stretch, least };
    if (!this.neighbours.inHaste) return this.neighbours.hits(this.query, within);
    const { reckoned, few } = IN_HASTE;
    const farther = STEPS.map((days) => ({ beyond: days * DAY, least: leastShare(worth, days) }));
    return this.neighbours.hits(this.query, { ...within, reckoned, few, farther });
  }
}
