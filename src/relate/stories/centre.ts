import type { Prepared } from '../similar/compare.js';
import type { TermVector } from '../similar/lexicon.js';

/** Sums of weights by term: parallel arrays, terms ascending. */
export interface TermSum {
  terms: Uint32Array;
  weights: Float32Array;
}

/**
 * What the articles of a story say together: sums of their vectors, so that the mean over all pairs of
 * two stories' articles is one product of two sums, whatever the stories' sizes.
 */
export interface Centre {
  size: number;
  /** Of vectors of length 1 over all terms. */
  terms: TermSum;
  /** Of vectors of length 1 over the terms of title and lead. */
  lead: TermSum;
  /** The sum of `terms` by itself: how alike the articles are. */
  inner: number;
  /** Sum of publication times, ms; the first of them. */
  timeSum: number;
  first: number;
}

/**
 * A few strong words of an article must not decide alone: the long tail of what it says, who was there and
 * how it came, tells events of one affair apart.
 */
const FLATTENED = 0.6;

/**
 * What the article opens with counts for more, up to so many mentions: reports of one affair share their
 * background, and two matches of one cup their words, but each opens with its own event.
 */
const OPENING = { worth: 1, most: 3 };

/** A story of one article. */
export function centreOf({ profile, terms, lead }: Prepared): Centre {
  return {
    size: 1,
    terms: unit(terms, (weight, i) => {
      const opening = OPENING.worth * Math.min(OPENING.most, profile.headCounts[i]!);
      return (weight * (1 + opening)) ** FLATTENED;
    }),
    lead: unit(lead, (weight) => weight),
    inner: terms.norm ? 1 : 0,
    timeSum: profile.time,
    first: profile.time,
  };
}

/**
 * The centre of two stories made one.
 * @param shared product of their terms, where it is known
 */
export function together(a: Centre, b: Centre, shared = product(a.terms, b.terms)): Centre {
  const terms = added(a.terms, b.terms);
  return {
    size: a.size + b.size,
    terms,
    lead: added(a.lead, b.lead),
    inner: a.inner + b.inner + 2 * shared,
    timeSum: a.timeSum + b.timeSum,
    first: Math.min(a.first, b.first),
  };
}

/** @param worth of a weight, by its place */
function unit(
  { terms, weights }: TermVector,
  worth: (weight: number, place: number) => number,
): TermSum {
  const raised = weights.map(worth);
  let squares = 0;
  for (const weight of raised) squares += weight * weight;
  const norm = Math.sqrt(squares);
  return { terms, weights: norm ? raised.map((weight) => weight / norm) : raised };
}

function added(a: TermSum, b: TermSum): TermSum {
  const terms = new Uint32Array(a.terms.length + b.terms.length);
  const weights = new Float32Array(terms.length);
  let [i, j, length] = [0, 0, 0];
  while (i < a.terms.length || j < b.terms.length) {
    const x = i < a.terms.length ? a.terms[i]! : Infinity;
    const y = j < b.terms.length ? b.terms[j]! : Infinity;
    terms[length] = Math.min(x, y);
    weights[length++] = (x <= y ? a.weights[i++]! : 0) + (y <= x ? b.weights[j++]! : 0);
  }
  return { terms: terms.slice(0, length), weights: weights.slice(0, length) };
}

/** Where one is this many times longer, its terms are looked up instead of walked over. */
const LOPSIDED = 12;

export function product(a: TermSum, b: TermSum): number {
  if (a.terms.length > b.terms.length) return product(b, a);
  if (a.terms.length * LOPSIDED < b.terms.length) return lookedUp(a, b);
  let sum = 0;
  let i = 0;
  let j = 0;
  while (i < a.terms.length && j < b.terms.length) {
    const x = a.terms[i]!;
    const y = b.terms[j]!;
    if (x === y) sum += a.weights[i++]! * b.weights[j++]!;
    else if (x < y) i += 1;
    else j += 1;
  }
  return sum;
}

function lookedUp(short: TermSum, long: TermSum): number {
  let sum = 0;
  let from = 0;
  for (let i = 0; i < short.terms.length; i += 1) {
    const wanted = short.terms[i]!;
    let low = from;
    let high = long.terms.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (long.terms[middle]! < wanted) low = middle + 1;
      else high = middle;
    }
    if (long.terms[low] === wanted) sum += short.weights[i]! * long.weights[low]!;
    from = low;
  }
  return sum;
}
