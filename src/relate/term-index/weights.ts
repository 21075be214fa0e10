/**
 * Document weights in one byte. The scale is quadratic (weight = (level / 255)²): small weights,
 * which long articles are full of, keep a relative step under 6 % down to 0.001 where a linear
 * scale would round them to nothing. No weight becomes zero.
 */
const LEVELS = 255;

/** The weight that each level 0..255 stands for; level 0 is never stored. */
export const WEIGHT_OF_LEVEL: Float64Array = Float64Array.from(
  { length: LEVELS + 1 },
  (_, level) => (level / LEVELS) ** 2,
);

/** A weight in (0, 1] to its level 1..255; above 1 counts as 1, and 0 says that it is no weight. */
export function levelOf(weight: number): number {
  if (!(weight > 0)) return 0;
  return Math.max(1, Math.round(Math.sqrt(Math.min(weight, 1)) * LEVELS));
}

/** Total that the weights of one query are scaled to: sums stay exact in 32-bit integers. */
const FIXED_POINT_TOTAL = 2 ** 30;

/**
 * Scores are summed in fixed point, so that a sum does not depend on the order of its terms and
 * equal documents tie exactly, whichever segment they are in. Error: at most one part in 2^30 of
 * the sum of query weights, for each term.
 */
export function fixedPointScale(sumOfQueryWeights: number): number {
  return FIXED_POINT_TOTAL / sumOfQueryWeights;
}

/** What each level of a document weight adds to the fixed-point score; at least 1 from level 1 on. */
export function contributions(queryWeight: number, scale: number): Int32Array {
  const table = new Int32Array(LEVELS + 1);
  const unit = (queryWeight * scale) / (LEVELS * LEVELS);
  for (let level = 1; level <= LEVELS; level++) {
    table[level] = (unit * level * level + 0.5) | 0 || 1;
  }
  return table;
}
