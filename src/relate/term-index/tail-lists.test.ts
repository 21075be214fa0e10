import fc from 'fast-check';
import { expect, it } from 'vitest';
import { TailLists } from './tail-lists.js';

it('keeps the postings of each term together, in order, however many come', () => {
  const terms = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 3000 });
  fc.assert(
    fc.property(terms, (added) => {
      const lists = new TailLists();
      const expected = new Map<number, number[]>();
      added.forEach((term, posting) => {
        lists.add(term, posting);
        expected.set(term, [...(expected.get(term) ?? []), posting]);
      });
      for (const [term, postings] of expected) {
        const block = lists.block(term);
        expect([...lists.pool.slice(lists.start(block), lists.end(block))]).toEqual(postings);
      }
      expect(lists.block(41)).toBe(-1);
    }),
    { numRuns: 30 },
  );
});
