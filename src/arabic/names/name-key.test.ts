import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nameKey } from './name-key.js';
import { DIFFERENT, KNOWN_APART, KNOWN_TOGETHER, SAME } from './name-cases.js';

const lines = (text: string) =>
  text
    .split('\n')
    .filter(Boolean)
    .map((line) => line.split('|'));
const all = [SAME, DIFFERENT, KNOWN_APART, KNOWN_TOGETHER].flatMap(lines).flat();

describe('nameKey', () => {
  it.each(lines(SAME))('takes %s for the same name as all its spellings', (first, ...others) => {
    for (const other of others) expect([other, nameKey(other)]).toEqual([other, nameKey(first)]);
  });

  it.each(lines(DIFFERENT))('keeps %s apart from the others of its line', (...names) => {
    const keys = new Map<string, string>();
    for (const name of names) {
      const key = nameKey(name);
      expect([name, key, keys.get(key)]).toEqual([name, key, undefined]);
      keys.set(key, name);
    }
  });

  it.each(lines(KNOWN_APART))('still keeps %s apart from %s', (one, other) => {
    expect(nameKey(one as string)).not.toBe(nameKey(other as string));
  });

  it.each(lines(KNOWN_TOGETHER))('still takes %s for %s', (one, other) => {
    expect(nameKey(one as string)).toBe(nameKey(other as string));
  });

  it.each(all)('gives %s a key that is its own key', (name) => {
    expect(nameKey(nameKey(name))).toBe(nameKey(name));
  });

  it('is its own key for any text', () => {
    const arabic = fc.string({
      unit: fc.constantFrom(...'ابتةجحدرزسشعغفقكلمنهويىءأإؤئ ~-aeilدنالوع'),
    });
    const latin = fc.string({ unit: fc.constantFrom(..."abcdeghijklmnorstuwyz -'~") });
    fc.assert(
      fc.property(fc.oneof(arabic, latin, fc.string({ unit: 'binary' })), (text) => {
        expect(nameKey(nameKey(text))).toBe(nameKey(text));
      }),
      { numRuns: 3000 },
    );
  });

  it('does not see marks, tatweel, controls and hamza carriers', () => {
    const names = all.filter((name) => /^[ء-ي ]+$/.test(name) && !/عمان/.test(name));
    const signs = fc.constantFrom(
      '\u064b',
      '\u064e',
      '\u064f',
      '\u0650',
      '\u0652',
      '\u0651',
      'ـ',
      '\u200f',
      '\u202b',
      '\u200d',
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...names),
        fc.array(signs, { maxLength: 4 }),
        fc.nat(),
        (name, added, seed) => {
          const at = 1 + (seed % name.length);
          const marked = name.slice(0, at) + added.join('') + name.slice(at);
          expect(nameKey(marked)).toBe(nameKey(name));
          expect(nameKey(name.replace(/[أإآ]/g, 'ا'))).toBe(nameKey(name));
          expect(nameKey(name.replace(/ة/g, 'ه').replace(/ى/g, 'ي'))).toBe(nameKey(name));
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('takes time in proportion to the length, whatever the text', () => {
    const parts = [
      'ال',
      'al ',
      'abu ',
      'عبد ',
      'أبو ',
      'الدين',
      'e',
      'ae',
      'عّ',
      '~a',
      'abd',
      "'",
      '-',
      'el-',
      'x',
    ];
    for (const part of parts) {
      const started = performance.now();
      nameKey(part.repeat(20_000));
      expect(performance.now() - started).toBeLessThan(2000);
    }
  });

  it('answers anything with a text', () => {
    expect(nameKey('')).toBe('');
    expect(nameKey('  \n')).toBe('');
    expect(nameKey('؟!')).toBe('؟!');
    expect(nameKey('\ud800')).toBeTypeOf('string');
    expect(nameKey('24')).toBe('24');
  });
});
