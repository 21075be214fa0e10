export interface Sample {
  features: number[];
  yes: boolean;
  weight: number;
}

/** As scikit-learn has it with C = 0.3. */
const RIDGE = 1 / 0.3;
const STEPS = 25;

/**
 * Weighted logistic regression by Newton's method, features brought to one spread, with a ridge.
 * @param ridge strength of the pull towards zero, on features of one spread
 * @returns a weight for each feature as given, then the bias
 */
export function fitLogistic(samples: Sample[], ridge = RIDGE): number[] {
  const size = samples[0]!.features.length;
  const mean = Array.from({ length: size }, (_, i) => average(samples.map((s) => s.features[i]!)));
  const spread = mean.map((m, i) =>
    Math.sqrt(average(samples.map((s) => (s.features[i]! - m) ** 2)) + 1e-12),
  );
  const rows = samples.map(({ features }) => [
    ...features.map((value, i) => (value - mean[i]!) / spread[i]!),
    1,
  ]);
  let weights = new Array<number>(size + 1).fill(0);
  for (let step = 0; step < STEPS; step += 1) {
    const gradient = weights.map((weight, i) => (i < size ? ridge * weight : 0));
    const hessian = weights.map((_, i) =>
      weights.map((__, j) => (i === j && i < size ? ridge : 1e-9)),
    );
    rows.forEach((row, n) => {
      const { yes, weight } = samples[n]!;
      const odds = row.reduce((sum, value, i) => sum + value * weights[i]!, 0);
      const chance = 1 / (1 + Math.exp(-odds));
      row.forEach((x, i) => {
        gradient[i]! += weight * (chance - (yes ? 1 : 0)) * x;
        row.forEach((y, j) => (hessian[i]![j]! += weight * chance * (1 - chance) * x * y));
      });
    });
    const change = solved(hessian, gradient);
    weights = weights.map((weight, i) => weight - change[i]!);
    if (Math.max(...change.map(Math.abs)) < 1e-6) break;
  }
  const plain = weights.slice(0, size).map((weight, i) => weight / spread[i]!);
  return [...plain, weights[size]! - plain.reduce((sum, weight, i) => sum + weight * mean[i]!, 0)];
}

const average = (values: number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** Gaussian elimination with pivots. */
function solved(matrix: number[][], right: number[]): number[] {
  const rows = matrix.map((row, i) => [...row, right[i]!]);
  for (let i = 0; i < rows.length; i += 1) {
    let pivot = i;
    for (let k = i + 1; k < rows.length; k += 1)
      if (Math.abs(rows[k]![i]!) > Math.abs(rows[pivot]![i]!)) pivot = k;
    [rows[i], rows[pivot]] = [rows[pivot]!, rows[i]!];
    for (let k = 0; k < rows.length; k += 1) {
      const times = rows[k]![i]! / rows[i]![i]!;
      if (k !== i && times) rows[k] = rows[k]!.map((value, j) => value - times * rows[i]![j]!);
    }
  }
  return rows.map((row, i) => row.at(-1)! / row[i]!);
}
