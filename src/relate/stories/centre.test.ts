import fc from 'fast-check';
import { expect, test } from 'vitest';
import { agglomerate } from './agglomerate.js';
import { bond, bondParts } from './bond.js';
import type { Prepared } from '../similar/compare.js';
import { centreOf, product, together, type Centre } from './centre.js';

const vector = fc
  .uniqueArray(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 25 })
  .map((terms) => {
    const sorted = Uint32Array.from(terms).sort();
    return {
      terms: sorted,
      weights: new Float32Array(sorted.length).fill(1 / Math.sqrt(sorted.length)),
    };
  });

/** One article: here its lead is its text. */
const article = fc.tuple(vector, fc.integer({ min: 0, max: 3 })).map(([sum, day]): Centre => {
  const time = day * 86_400_000;
  return {
    size: 1,
    terms: sum,
    lead: sum,
    inner: 1,
    timeSum: time,
    first: time,
  };
});

const joined = (centres: Centre[]): Centre => centres.reduce((a, b) => together(a, b));

test('a product of sums is the sum of the products of all pairs', () => {
  fc.assert(
    fc.property(
      fc.array(article, { minLength: 1, maxLength: 6 }),
      fc.array(article, { minLength: 1, maxLength: 6 }),
      (some, others) => {
        const each = some.flatMap((a) => others.map((b) => product(a.terms, b.terms)));
        const all = product(joined(some).terms, joined(others).terms);
        expect(all).toBeCloseTo(
          each.reduce((sum, one) => sum + one, 0),
          4,
        );
        const own = some.flatMap((a) => some.map((b) => product(a.terms, b.terms)));
        expect(joined(some).inner).toBeCloseTo(
          own.reduce((sum, one) => sum + one, 0),
          4,
        );
      },
    ),
  );
});

test('a bond is symmetric and the sum of its parts', () => {
  fc.assert(
    fc.property(article, article, article, (a, b, c) => {
      const ab = together(a, b);
      expect(bond(ab, c)).toBeCloseTo(bond(c, ab), 4);
      const sum = Object.values(bondParts(ab, c)).reduce((all, part) => all + part, 0);
      if (sum > -3) expect(bond(ab, c)).toBeCloseTo(sum, 6);
    }),
  );
});

test('groups do not depend on the order of the pairs', () => {
  fc.assert(
    fc.property(
      fc.array(article, { minLength: 2, maxLength: 12 }).chain((centres) => {
        const pairs = centres.flatMap((_, a) =>
          centres.slice(a + 1).map((__, i): [number, number] => [a, a + 1 + i]),
        );
        return fc.tuple(
          fc.constant(centres),
          fc.constant(pairs),
          fc.shuffledSubarray(pairs, { minLength: pairs.length }),
        );
      }),
      ([centres, pairs, shuffled]) => {
        const places = (of: typeof pairs) => agglomerate(centres, of).map((group) => group.places);
        const groups = places(pairs);
        expect(places(shuffled)).toEqual(groups);
        expect(groups.flat().sort((a, b) => a - b)).toEqual(centres.map((_, place) => place));
        expect(groups.map(([first]) => first)).toEqual(groups.map((group) => Math.min(...group)));
      },
    ),
  );
});

test('a group’s centre is that of its articles together', () => {
  fc.assert(
    fc.property(fc.array(article, { minLength: 2, maxLength: 12 }), (centres) => {
      const pairs = centres.flatMap((_, a) =>
        centres.slice(a + 1).map((__, i): [number, number] => [a, a + 1 + i]),
      );
      for (const { places, centre } of agglomerate(centres, pairs)) {
        const wanted = joined(places.map((place) => centres[place]!));
        expect(centre.size).toBe(wanted.size);
        expect(centre.inner).toBeCloseTo(wanted.inner, 4);
        expect(product(centre.terms, wanted.terms)).toBeCloseTo(wanted.inner, 4);
      }
    }),
  );
});

/** An article of words that weigh the same, some of them in its opening. */
function articleOf(words: number[], opening: number[], time = 0): Centre {
  const terms = Uint32Array.from(words).sort();
  const weights = new Float32Array(terms.length).fill(1);
  const vector = { terms, weights, norm: Math.sqrt(terms.length) };
  const headCounts = Uint8Array.from(terms, (term) => Number(opening.includes(term)));
  return centreOf({
    profile: { time, headCounts },
    terms: vector,
    lead: vector,
  } as unknown as Prepared);
}

test('what two articles open with makes them nearer than as much background', () => {
  const cup = [1, 2, 3, 4];
  const north = articleOf([...cup, 10, 11], [10, 11]);
  const south = articleOf([...cup, 20, 21], [20, 21]);
  const again = articleOf([5, 6, 7, 8, 10, 11, 12, 13], [10, 11]);
  expect(product(north.terms, north.terms)).toBeCloseTo(1);
  // Four words in common beside two.
  expect(product(north.terms, south.terms)).toBeLessThan(product(north.terms, again.terms));
});

test('a series of much the same each day never becomes one story of weeks', () => {
  const DAYS = 21;
  const weather = [1, 2, 3, 4, 5, 6, 7, 8];
  const series = Array.from({ length: DAYS }, (_, day) =>
    articleOf([...weather, 100 + day, 200 + day], weather, day * 86_400_000),
  );
  const pairs = series.flatMap((_, a) =>
    series.slice(a + 1, a + 6).map((__, i): [number, number] => [a, a + 1 + i]),
  );
  const spans = agglomerate(series, pairs).map(({ places }) => places.at(-1)! - places[0]!);
  expect(Math.max(...spans)).toBeGreaterThan(0);
  expect(Math.max(...spans)).toBeLessThanOrEqual(7);
});
