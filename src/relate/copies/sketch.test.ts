import fc from 'fast-check';
import { expect, test } from 'vitest';
import { overlap, sketch } from './sketch.js';

const words = fc.array(fc.stringMatching(/^[ا-ي]{2,5}$/), { maxLength: 600 });

test('a text has all of itself', () => {
  fc.assert(
    fc.property(words, (list) => {
      const own = sketch(list);
      const expected = list.length ? 1 : 0;
      expect(overlap(own, own)).toEqual({
        jaccard: expected,
        first: expected,
        second: expected,
      });
    }),
    { numRuns: 50 },
  );
});

test('overlap is symmetric', () => {
  fc.assert(
    fc.property(words, words, (a, b) => {
      const there = overlap(sketch(a), sketch(b));
      const back = overlap(sketch(b), sketch(a));
      expect(there).toEqual({ jaccard: back.jaccard, first: back.second, second: back.first });
    }),
    { numRuns: 50 },
  );
});

test('an excerpt of a long text is found to be contained in it', () => {
  const long = Array.from({ length: 900 }, (_, i) => `كلمة${i}`);
  const { first, second } = overlap(sketch(long.slice(200, 420)), sketch(long));
  expect(first).toBeGreaterThan(0.9);
  expect(second).toBeGreaterThan(0.12);
  expect(second).toBeLessThan(0.38);
});
