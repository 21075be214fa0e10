import { Pace } from '../term-index/pace.js';
import type { TermVector } from './lexicon.js';
import { DIMENSIONS, TermSpace } from './term-space.js';

/** A term in fewer of the articles has no place, nor has one that is in most. */
const FEWEST_ARTICLES = 3;
const MOST_SHARE = 0.25;
const MOST_TERMS = 16_384;
/** Each round brings the space nearer to the strongest directions; after two it hardly moves. */
const ROUNDS = 3;

/** Articles by terms, only what is there: row i is from `starts[i]` to `starts[i + 1]`. */
interface Table {
  starts: Uint32Array;
  columns: Uint32Array;
  values: Float32Array;
}

/**
 * Learns a space from articles by subspace iteration on their normalised term vectors (the strongest
 * singular directions: Halko, Martinsson, Tropp 2011). The same articles give the same space. Rests
 * every few milliseconds so that queries go on.
 * @param articles some thousands are enough; a second or two for 4,000
 * @param learnedAt articles that the store has
 * @param idf of a term's number, as it is in the vectors
 */
export async function learnTermSpace(
  articles: TermVector[],
  learnedAt: number,
  idf: (term: number) => number,
): Promise<TermSpace> {
  const numbers = placedTerms(articles);
  const table = tabulate(articles, numbers);
  const pace = new Pace();
  let places = randomPlaces(numbers.length);
  for (let round = 0; round < ROUNDS; round += 1) {
    // Articles are fewer than terms: it costs less to keep the directions apart there.
    const found = await articlePlaces(table, places, pace);
    await orthonormalise(found, pace);
    places = await termPlaces(table, found, places.length, pace);
  }
  await orthonormalise(places, pace);
  for (let i = 0; i < places.length; i += 1)
    places[i]! *= idf(numbers[Math.floor(i / DIMENSIONS)]!);
  return new TermSpace(numbers, places, learnedAt);
}

function placedTerms(articles: TermVector[]): Uint32Array {
  const frequency = new Map<number, number>();
  for (const { terms } of articles)
    for (const term of terms) frequency.set(term, (frequency.get(term) ?? 0) + 1);
  const most = articles.length * MOST_SHARE;
  const kept = [...frequency].filter(([, n]) => n >= FEWEST_ARTICLES && n <= most);
  if (kept.length > MOST_TERMS) kept.sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  return Uint32Array.from(kept.slice(0, MOST_TERMS), ([term]) => term).sort();
}

function tabulate(articles: TermVector[], numbers: Uint32Array): Table {
  const columnOf = new Map(Array.from(numbers, (number, column) => [number, column]));
  const starts = new Uint32Array(articles.length + 1);
  const columns: number[] = [];
  const values: number[] = [];
  articles.forEach(({ terms, weights, norm }, row) => {
    terms.forEach((term, i) => {
      const column = columnOf.get(term);
      if (column === undefined || !norm) return;
      columns.push(column);
      values.push(weights[i]! / norm);
    });
    starts[row + 1] = columns.length;
  });
  return { starts, columns: Uint32Array.from(columns), values: Float32Array.from(values) };
}

/** Uniform in -1 to 1, the same each time (xorshift32). */
function randomPlaces(terms: number): Float32Array {
  let state = 0x9e3779b9;
  return Float32Array.from({ length: terms * DIMENSIONS }, () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state / 2 ** 31;
  });
}

/** Each article's place by its terms. */
async function articlePlaces(table: Table, places: Float32Array, pace: Pace) {
  const { starts, columns, values } = table;
  const made = new Float32Array((starts.length - 1) * DIMENSIONS);
  for (let row = 0; row + 1 < starts.length; row += 1) {
    const to = row * DIMENSIONS;
    for (let i = starts[row]!; i < starts[row + 1]!; i += 1)
      addScaled(made, to, places, columns[i]! * DIMENSIONS, values[i]!);
    if (pace.due) await pace.rest();
  }
  return made;
}

/** Each term's place by its articles. */
async function termPlaces(table: Table, articles: Float32Array, length: number, pace: Pace) {
  const { starts, columns, values } = table;
  const made = new Float32Array(length);
  for (let row = 0; row + 1 < starts.length; row += 1) {
    const from = row * DIMENSIONS;
    for (let i = starts[row]!; i < starts[row + 1]!; i += 1)
      addScaled(made, columns[i]! * DIMENSIONS, articles, from, values[i]!);
    if (pace.due) await pace.rest();
  }
  return made;
}

function addScaled(to: Float32Array, at: number, from: Float32Array, start: number, scale: number) {
  for (let d = 0; d < DIMENSIONS; d += 1) to[at + d]! += scale * from[start + d]!;
}

/** Makes the dimensions of length 1 and independent of one another, in place, by the Cholesky factor of their products. */
async function orthonormalise(places: Float32Array, pace: Pace): Promise<void> {
  const factor = cholesky(await products(places, pace));
  const row = new Float64Array(DIMENSIONS);
  for (let from = 0; from < places.length; from += DIMENSIONS) {
    for (let d = 0, at = 0; d < DIMENSIONS; d += 1, at = d * DIMENSIONS) {
      let x = places[from + d]!;
      for (let e = 0; e < d; e += 1) x -= factor[at + e]! * row[e]!;
      places[from + d] = row[d] = x / factor[at + d]!;
    }
    if (pace.due) await pace.rest();
  }
}

/** Rows taken together, so that each sum is read and written once for all of them. */
const TOGETHER = 4;

async function products(places: Float32Array, pace: Pace): Promise<Float64Array> {
  const sums = new Float64Array(DIMENSIONS * DIMENSIONS);
  const rows = Array.from({ length: TOGETHER }, () => new Float64Array(DIMENSIONS));
  const [a, b, c, d] = rows as [Float64Array, Float64Array, Float64Array, Float64Array];
  for (let from = 0; from < places.length; from += TOGETHER * DIMENSIONS) {
    rows.forEach((row, i) => {
      const start = from + i * DIMENSIONS;
      row.fill(0);
      row.set(places.subarray(start, start + DIMENSIONS));
    });
    for (let i = 0, at = 0; i < DIMENSIONS; i += 1, at = i * DIMENSIONS) {
      const [p, q, r, s] = [a[i]!, b[i]!, c[i]!, d[i]!];
      for (let j = 0; j <= i; j += 1)
        sums[at + j]! += p * a[j]! + q * b[j]! + r * c[j]! + s * d[j]!;
    }
    if (pace.due) await pace.rest();
  }
  return sums;
}

/** Lower factor, in place. A dimension that the others contain already gets length 1 of nothing. */
function cholesky(sums: Float64Array): Float64Array {
  for (let d = 0; d < DIMENSIONS; d += 1) {
    const before = sums[d * DIMENSIONS + d]!;
    for (let e = 0; e <= d; e += 1) {
      let x = sums[d * DIMENSIONS + e]!;
      for (let f = 0; f < e; f += 1) x -= sums[d * DIMENSIONS + f]! * sums[e * DIMENSIONS + f]!;
      if (e < d) sums[d * DIMENSIONS + e] = x / sums[e * DIMENSIONS + e]!;
      else sums[d * DIMENSIONS + d] = x > before * 1e-9 ? Math.sqrt(x) : Math.max(1, before);
    }
  }
  return sums;
}
