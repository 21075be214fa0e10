import type { Profile } from '../profile/profile.js';
import type { Prepared } from './compare.js';
import type { FormFrequencies } from './form-frequencies.js';

/** As BM25 is usually set (Robertson and Zaragoza 2009): how slowly counts saturate, how much long texts pay. */
const K1 = 1.5;
const B = 0.75;
const USUAL_LENGTH = 250;
/** The forms that tell most of an article; more of them say what everybody writes. */
const STRONGEST = 25;

/** An article's strongest forms, rising, with the idf of each, and what they come to in itself. */
interface StrongestForms {
  numbers: Uint16Array;
  weights: Float64Array;
  most: number;
}

/**
 * How much of an article another tells in the very same forms of words: a stem joins «فاز», «فوز» and
 * «الفائزون», while reports of one event take over forms from each other and from the agency behind them.
 */
export class Wording {
  private readonly strongest = new WeakMap<Prepared, StrongestForms>();

  constructor(private readonly frequencies: FormFrequencies) {}

  /** BM25 of the first one's strongest forms in the other, as a share of what they come to in itself; 0 to 1. */
  share(from: Prepared, { profile }: Prepared): number {
    const { numbers, weights, most } = this.strongestOf(from);
    const theirs = profile.forms;
    const slow = slowness(profile);
    let found = 0;
    for (let i = 0, j = 0; i < numbers.length && j < theirs.numbers.length;) {
      const [x, y] = [numbers[i]!, theirs.numbers[j]!];
      if (x === y) found += weights[i]! * saturated(theirs.counts[j]!, slow);
      i += +(x <= y);
      j += +(y <= x);
    }
    return most ? Math.min(1, found / most) : 0;
  }

  private strongestOf(prepared: Prepared): StrongestForms {
    let known = this.strongest.get(prepared);
    if (!known) this.strongest.set(prepared, (known = this.findStrongest(prepared.profile)));
    return known;
  }

  private findStrongest(profile: Profile): StrongestForms {
    const { idf } = this.frequencies;
    const slow = slowness(profile);
    const { numbers, counts } = profile.forms;
    const strongest = Array.from(numbers, (number, i) => ({ number, count: counts[i]! }))
      .sort((a, b) => b.count * idf[b.number]! - a.count * idf[a.number]!)
      .slice(0, STRONGEST)
      .sort((a, b) => a.number - b.number);
    return {
      numbers: Uint16Array.from(strongest, ({ number }) => number),
      weights: Float64Array.from(strongest, ({ number }) => idf[number]!),
      most: strongest.reduce(
        (sum, { number, count }) => sum + idf[number]! * saturated(count, slow),
        0,
      ),
    };
  }
}

function slowness({ words }: Profile): number {
  return K1 * (1 - B + (B * words) / USUAL_LENGTH);
}

function saturated(count: number, slow: number): number {
  return count / (count + slow);
}
