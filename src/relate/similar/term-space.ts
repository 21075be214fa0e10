import type { Profile } from '../profile/profile.js';
import { WEIGHT_OF_LEVEL } from '../term-index/weights.js';

/** Directions in which articles differ most; more of them tell apart more, and cost as much more. */
export const DIMENSIONS = 96;

/**
 * What the store's own articles say about which words go together: a term's place in a space of few
 * dimensions, so that «إنستغرام» and «فيسبوك» lie near each other without standing in one article
 * (latent semantic analysis: Deerwester et al. 1990). Learned by `learnTermSpace`.
 */
export class TermSpace {
  /**
   * @param numbers of the terms that have a place, rising
   * @param places `DIMENSIONS` for each of them, times its idf when the space was learned: so an article's place does not
   *   depend on when it is worked out
   * @param learnedAt articles that the store had
   */
  constructor(
    readonly numbers: Uint32Array,
    readonly places: Float32Array,
    readonly learnedAt: number,
  ) {}

  /** Where an article lies, as a vector of length 1; of length 0 where none of its terms has a place. */
  place({ numbers: terms, levels }: Profile['terms']): Float32Array {
    const { numbers, places } = this;
    const place = new Float32Array(DIMENSIONS);
    let from = 0;
    for (let i = 0; i < terms.length; i += 1) {
      from = firstNotBelow(numbers, terms[i]!, from);
      if (numbers[from] !== terms[i]) continue;
      const weight = WEIGHT_OF_LEVEL[levels[i]!]!;
      for (let d = 0, at = from * DIMENSIONS; d < DIMENSIONS; d += 1, at += 1)
        place[d]! += weight * places[at]!;
    }
    let squares = 0;
    for (let d = 0; d < DIMENSIONS; d += 1) squares += place[d]! ** 2;
    const scale = squares > 0 ? 1 / Math.sqrt(squares) : 0;
    for (let d = 0; d < DIMENSIONS; d += 1) place[d]! *= scale;
    return place;
  }
}

/** A place in a byte for each dimension: its direction, which is all that `nearness` asks for. */
export function inBytes(place: Float32Array): Int8Array {
  let most = 0;
  for (const x of place) most = Math.max(most, Math.abs(x));
  return Int8Array.from(place, (x) => (most ? Math.round((x * 127) / most) : 0));
}

/** Cosine of two places, -1 to 1; 0 where one of them is nowhere. */
export function nearness(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let [dot, squaresA, squaresB] = [0, 0, 0];
  for (let d = 0; d < DIMENSIONS; d += 1) {
    const [x, y] = [a[d]!, b[d]!];
    dot += x * y;
    squaresA += x * x;
    squaresB += y * y;
  }
  return dot && dot / Math.sqrt(squaresA * squaresB);
}

function firstNotBelow(rising: Uint32Array, wanted: number, from: number): number {
  let low = from;
  let high = rising.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (rising[middle]! < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
