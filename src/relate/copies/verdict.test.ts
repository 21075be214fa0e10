import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formsOf } from '../profile/forms.js';
import { copyOdds, copyVerdict } from './verdict.js';

const share = fc.double({ min: 0, max: 1, noNaN: true });
const forms = formsOf(['1', '2', 'بلد']);
const text = fc.record({
  words: fc.integer({ min: 12, max: 2000 }),
  forms: fc.constantFrom(forms, formsOf([])),
  source: fc.constantFrom('a', 'b'),
  figures: fc.array(fc.record({ value: fc.integer({ min: 1, max: 4 }) }), { maxLength: 3 }),
});
const shared = fc.record({
  text: fc.record({ jaccard: share, first: share, second: share }),
  lead: share,
  titles: share,
  terms: share,
});

test('odds are bounded, and the same both ways', () => {
  fc.assert(
    fc.property(text, text, shared, (a, b, common) => {
      const { jaccard, first, second } = common.text;
      const back = { ...common, text: { jaccard, first: second, second: first } };
      const odds = copyOdds(a, b, common);
      expect(odds).toBe(copyOdds(b, a, back));
      expect(odds).toBeGreaterThanOrEqual(-3);
      expect(odds).toBeLessThanOrEqual(4);
      expect(copyVerdict(a, b, common)).toBe(copyVerdict(b, a, back));
    }),
  );
});

test('a text under another headline is no less a copy', () => {
  fc.assert(
    fc.property(text, text, shared, share, (a, b, common, titles) => {
      const other = { ...common, titles: Math.min(titles, common.titles) };
      // With a differing figure the surer of two is an update and no copy.
      const [x, y] = [a, { ...b, figures: a.figures }];
      expect(copyOdds(x, y, other)).toBeGreaterThanOrEqual(copyOdds(x, y, common));
    }),
  );
});
