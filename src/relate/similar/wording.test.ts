import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { formsOf } from '../profile/forms.js';
import type { Prepared } from './compare.js';
import { FormCounter, readFormFrequencies, writeFormFrequencies } from './form-frequencies.js';
import { Wording } from './wording.js';

const directory = mkdtempSync(join(tmpdir(), 'warraq-forms-'));
afterAll(() => rmSync(directory, { recursive: true }));

const texts = [
  'انهار السد فجر اليوم وغمرت المياه القرى',
  'السد انهار فجرا والمياه تغمر القريه',
  'افتتح الوزير الملعب الجديد اليوم',
  'الوزراء يفتتحون ملاعب جديده',
].map((text) => text.split(' '));

function article(words: string[]): Prepared {
  return { profile: { words: words.length, forms: formsOf(words) } } as unknown as Prepared;
}

const counter = new FormCounter();
for (const words of texts) counter.add(formsOf(words));
const wording = new Wording(counter.counted);

test('the same words in other forms are shared less than in the same forms', () => {
  const [dam, told, opening] = texts.map(article) as [Prepared, Prepared, Prepared];
  const repeated = article([...texts[0]!.slice(0, 4), 'صباحا']);
  expect(wording.share(dam, dam)).toBeCloseTo(1);
  expect(wording.share(dam, repeated)).toBeGreaterThan(wording.share(dam, told));
  expect(wording.share(dam, told)).toBeGreaterThan(wording.share(dam, opening));
});

test('a share is between 0 and 1, and 0 where no form is shared', () => {
  const words = fc.array(fc.constantFrom(...texts.flat()), { maxLength: 400 });
  fc.assert(
    fc.property(words, words, (a, b) => {
      const share = wording.share(article(a), article(b));
      expect(share).toBeGreaterThanOrEqual(0);
      expect(share).toBeLessThanOrEqual(1);
      if (!a.some((word) => b.includes(word))) expect(share).toBe(0);
    }),
  );
});

test('kept frequencies are read as they were; damaged ones are none', () => {
  writeFormFrequencies(directory, counter.counted);
  expect(readFormFrequencies(directory)).toEqual(counter.counted);
  const path = join(directory, 'form-frequencies');
  const bytes = readFileSync(path);
  writeFileSync(path, bytes.subarray(0, -1));
  expect(readFormFrequencies(directory)).toBeUndefined();
  bytes[100]! ^= 1;
  writeFileSync(path, bytes);
  expect(readFormFrequencies(directory)).toBeUndefined();
});
