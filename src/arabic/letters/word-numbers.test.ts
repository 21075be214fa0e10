import fc from 'fast-check';
import { expect, test } from 'vitest';
import { WordNumbers } from './word-numbers.js';

const word = fc.stringMatching(/^[ا-ي]{1,9}$/);
const MOST = 200;

test('every word has the number that it was given last, and no other word has one', () => {
  const given = fc.array(fc.tuple(word, fc.nat({ max: 4094 })), { maxLength: MOST });
  fc.assert(
    fc.property(given, fc.array(word), (pairs, others) => {
      const numbers = new WordNumbers(MOST);
      for (const [written, number] of pairs) numbers.set(number, written);
      const expected = new Map(pairs);
      for (const written of [...expected.keys(), ...others])
        expect(numbers.get(written)).toBe(expected.get(written) ?? -1);
    }),
    { numRuns: 100 },
  );
});

test('a word may stand within a text', () => {
  const numbers = new WordNumbers(2);
  numbers.set(7, '- 3 كتاب قلم', 4, 8);
  expect(numbers.get('كتاب')).toBe(7);
  expect(numbers.get('في كتاب', 3)).toBe(7);
  expect(numbers.get('قلم')).toBe(-1);
});

test('hundreds of thousands of words are told apart', () => {
  const numbers = new WordNumbers(200_000);
  const written = Array.from({ length: 200_000 }, (_, i) => `ك${i.toString(36)}ت`);
  written.forEach((one, i) => numbers.set(i % 4000, one));
  expect(written.every((one, i) => numbers.get(one) === i % 4000)).toBe(true);
  expect(written.some((one) => numbers.get(`${one}ا`) >= 0)).toBe(false);
});
