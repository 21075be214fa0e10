import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NOTHING_LEARNED, type Learned } from '../model/learned.js';
import { DOCUMENTS_LATER, Schedule } from './schedule.js';
import { STRETCH, stretches } from './stretches.js';

/** What is learned from the first `documents`. */
const after = (documents: number): Learned => ({
  ...NOTHING_LEARNED,
  terms: { documents, counts: new Map() },
});

test('a document is read with the same, however far keeping is behind and however both are gathered', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 700 }), { minLength: 1 }),
      fc.nat(),
      (sizes, seed) => {
        const schedule = new Schedule(after(0));
        let kept = 0;
        let sent = 0;
        for (const [i, size] of sizes.entries()) {
          for (const message of stretches(new Array(size).fill(0), sent)) {
            const due = Math.floor(Math.max(0, sent - DOCUMENTS_LATER) / STRETCH) * STRETCH;
            expect(schedule.at(sent).terms.documents).toBe(due);
            sent += message.length;
            const most = sent - ((seed >> (i % 20)) % (DOCUMENTS_LATER - STRETCH));
            for (const part of stretches(new Array(Math.max(0, most - kept)).fill(0), kept)) {
              kept += part.length;
              if (kept % STRETCH === 0) schedule.learned(after(kept), kept);
            }
          }
        }
      },
    ),
  );
});
