import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '../letters/fold.js';
import { repair } from '../letters/repair.js';
import { stem } from '../stems/stem.js';
import { sentences } from './sentences.js';
import { tokenise } from './tokenise.js';

const unit = fc.constantFrom(
  ...'ابتوئأءلً\u0654ـ\u200f\u200d 12٣٫٬,.؟!؛…"«»()#@_-/:aB\'é½\ud83d\n',
  'د. ',
  'أ ف ب',
  'http://',
  'a@b.com',
  'www.',
  'ﷺ',
);
const texts = fc.oneof(fc.string({ unit, maxLength: 80 }), fc.string({ unit: 'binary' }));

describe('laws', () => {
  it('offsets of tokens delimit the token in the original', () => {
    fc.assert(
      fc.property(texts, (text) => {
        let last = 0;
        for (const { start, end, folded, kind } of tokenise(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(folded).not.toBe('');
          expect(folded).not.toMatch(/\s/);
          if (kind === 'arabic' || kind === 'latin' || kind === 'address')
            expect(folded).toBe(fold(text.slice(start, end)));
          last = end;
        }
      }),
      { numRuns: 3000 },
    );
  });

  it('sentences are in order, trimmed, and lose no word', () => {
    fc.assert(
      fc.property(texts, (text) => {
        let last = 0;
        const inSentences = sentences(text).flatMap(({ start, end }) => {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(text.slice(start, end).trim()).not.toBe('');
          last = end;
          return [...text.slice(start, end)].filter((letter) => /\p{L}/u.test(letter));
        });
        expect(inSentences).toEqual([...text].filter((letter) => /\p{L}/u.test(letter)));
      }),
      { numRuns: 2000 },
    );
  });

  it('a stem is never empty and never throws', () => {
    fc.assert(
      fc.property(texts, (text) => {
        for (const { folded } of tokenise(text)) expect(stem(folded)).not.toBe('');
      }),
    );
  });

  it('nothing takes more than linear time', () => {
    const units = [
      'ئ\u064b',
      '«',
      '"',
      'http://.',
      'a.',
      'a@',
      '#',
      '1,',
      'د. ',
      'أ ',
      'ﻻ',
      'Çá',
      'ی',
      '\u200d',
      '."',
      'و',
    ];
    for (const one of units) {
      const text = one.repeat(50_000 / one.length);
      for (const run of [fold, repair, tokenise, sentences]) {
        const start = performance.now();
        run(text);
        expect(performance.now() - start, `${run.name} of ${JSON.stringify(one)}`).toBeLessThan(
          2000,
        );
      }
    }
  });
});
