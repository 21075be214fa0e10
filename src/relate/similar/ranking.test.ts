import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Candidate, Comparisons } from '../comparisons.js';
import type { Neighbour } from '../neighbours.js';
import { Ranking } from './ranking.js';

/** Scores of a few values, so that some are equal; what is not known yet may be up to 1. */
const article = fc.record({
  score: fc.constantFrom(0, 0.2, 0.3, 0.4, 0.5),
  time: fc.integer({ min: 0, max: 3 }),
  tighter: fc.double({ min: 0, max: 1, noNaN: true }),
  bound: fc.double({ min: 0, max: 1, noNaN: true }),
});

test('hands out what judging all and sorting does, and judges none that is surely less alike', () => {
  fc.assert(
    fc.property(
      fc.array(article, { maxLength: 40 }),
      fc.integer({ min: 1, max: 40 }),
      (drawn, asked) => {
        const articles = drawn.map((one, seq) => {
          const tighter = Math.max(one.score, one.tighter);
          return { ...one, seq, share: 0, tighter, bound: Math.max(tighter, one.bound) };
        });
        const judged = new Set<number>();
        const comparisons = {
          neighbour: (seq: number) => ({
            profile: { seq, time: articles[seq]!.time },
            shared: { text: { jaccard: 0 } },
          }),
          tighterBound: ({ seq }: Candidate) => articles[seq]!.tighter,
          likeness: ({ profile: { seq } }: Neighbour) => {
            judged.add(seq);
            return { score: articles[seq]!.score, parts: {} };
          },
        } as unknown as Comparisons;
        const candidates = [...articles].sort((a, b) => b.bound - a.bound);
        const wanted = articles
          .filter(({ score }) => score > 0)
          .sort((a, b) => b.score - a.score || b.time - a.time || b.seq - a.seq)
          .slice(0, asked);
        const found: number[] = [];
        for (const { profile } of new Ranking(comparisons, candidates)) {
          found.push(profile.seq);
          if (found.length === asked) break;
        }
        expect(found).toEqual(wanted.map(({ seq }) => seq));
        if (wanted.length < asked) return;
        for (const seq of judged)
          expect(articles[seq]!.tighter).toBeGreaterThanOrEqual(wanted.at(-1)!.score);
      },
    ),
  );
});
