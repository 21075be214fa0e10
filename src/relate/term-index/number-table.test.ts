import fc from 'fast-check';
import { expect, it } from 'vitest';
import { NumberTable } from './number-table.js';

it('counts as a Map does, however it grows', () => {
  const number = fc.integer({ min: 1, max: 0xffffffff });
  fc.assert(
    fc.property(fc.array(number, { minLength: 3000, maxLength: 9000 }), (numbers) => {
      const table = new NumberTable();
      const map = new Map<number, number>();
      for (const one of [...numbers, ...numbers.slice(0, 500)]) {
        table.add(one, 1);
        map.set(one, (map.get(one) ?? 0) + 1);
      }
      for (const [one, count] of map) expect(table.get(one)).toBe(count);
    }),
    { numRuns: 10 },
  );
});
