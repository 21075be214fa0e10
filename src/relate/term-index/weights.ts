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

/** What a level counts: its square, as its weight is the square of its share. */
export const SQUARE_OF_LEVEL: Int32Array = Int32Array.from(
  { length: LEVELS + 1 },
  (_, level) => level ** 2,
);

/** What the factors of a query's terms add up to: their sums with squares of levels stay exact in 32-bit integers. */
const FACTORS_TOTAL = 2 ** 14;

/**
 * Scores are summed in whole numbers, so that a sum does not depend on the order of its terms and equal
 * documents tie exactly, whichever segment they are in. A term adds its factor times the square of its
 * level. Error: for each term at most one part in 2^15 of the sum of query weights.
 * @returns the factor of each weight, at least 1, and the sum that a score of 1 comes to
 */
export function fixedPoint(queryWeights: number[]): { factors: number[]; scale: number } {
  const total = queryWeights.reduce((sum, weight) => sum + weight, 0);
  const factors = queryWeights.map((weight) =>
    Math.max(1, Math.round((weight / total) * FACTORS_TOTAL)),
  );
  return { factors, scale: (FACTORS_TOTAL / total) * LEVELS ** 2 };
}
