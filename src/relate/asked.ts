import { type Candidate, Comparisons } from './comparisons.js';
import { Nearest } from './nearest.js';
import type { Hit, Neighbours } from './neighbours.js';
import { LEAST_CHOSEN } from './next-read.js';
import type { Prepared } from './similar/compare.js';
import { leastToEnter, type ListOptions, type ListSources } from './similar/listing.js';

/** Of all articles, and of those of the days around, which a long background does not crowd out. */
const SIMILAR_CANDIDATES = { ever: 80, around: 40, days: 30 };

/** An article that is asked about, beside those it was compared with: one question finds what another one found. */
export class Asked {
  readonly comparisons: Comparisons;
  private readonly nearest: Nearest;
  /** What came near it in time, once that was looked for. */
  vicinity: Hit[] | undefined;

  constructor(
    readonly from: Prepared,
    private readonly neighbours: Neighbours,
  ) {
    this.comparisons = new Comparisons(from, neighbours);
    this.nearest = new Nearest(from, neighbours, SIMILAR_CANDIDATES);
  }

  /** What may stand in a list of similar articles; in haste the days around tell first what is worth looking for. */
  similar(sources: ListSources, options: ListOptions): Candidate[] {
    const { comparisons, nearest } = this;
    let worth = 0;
    if (this.neighbours.inHaste) {
      const around = comparisons.candidates(nearest.around);
      // What next read may choose is looked for at once.
      worth = Math.min(LEAST_CHOSEN, leastToEnter(comparisons, around, sources, options));
    }
    return comparisons.candidates(nearest.all(worth));
  }

  /** What may be read next. */
  next(vicinity: Hit[]): Candidate[] {
    return this.comparisons.candidates([...this.nearest.all(LEAST_CHOSEN), ...vicinity]);
  }
}
