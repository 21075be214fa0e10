import fc from 'fast-check';
import { expect, test } from 'vitest';
import { association } from './related-names.js';

test('a rare name that is always there goes before a frequent one that is everywhere', () => {
  expect(association(8, 10, 8, 1000)).toBeGreaterThan(association(10, 10, 700, 1000));
});

test('two chance meetings weigh less than many', () => {
  expect(association(2, 100, 2, 10_000)).toBeLessThan(association(40, 100, 60, 10_000));
});

test('what meets no more often than chance has it is not related, whatever the counts', () => {
  const count = fc.integer({ min: 1, max: 500 });
  fc.assert(
    fc.property(count, count, count, (one, other, more) => {
      const all = one + other + more;
      const chance = Math.floor((one * other) / all);
      expect(association(chance, one, other, all)).toBe(0);
      expect(association(one, one, other, all)).toBeGreaterThanOrEqual(0);
    }),
  );
});
