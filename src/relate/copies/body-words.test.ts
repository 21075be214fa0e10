import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readWords } from '../testing.js';
import { bodyWords } from './body-words.js';

const word = fc.oneof(
  fc.stringMatching(/^[ا-ي]{2,7}$/),
  fc.constantFrom('رويترز', 'واس', '(وام)', 'أ.ف.ب', 'الرياض -', 'المصدر:', 'اقرأ أيضا', 'كلمات'),
  fc.constantFrom(
    '١٬٨٠٠',
    '١٤٣٧،١٤٤١',
    'ﷺ',
    '2018',
    'F16',
    'BBC',
    '#وقف_الحرب',
    'الـ',
    '«',
    '.',
    ':',
    '،',
    'مُدَرِّس',
  ),
);
const line = fc.array(word, { maxLength: 40 }).map((words) => words.join(' '));
const body = fc.array(line, { maxLength: 6 }).map((lines) => lines.join('\n'));

test('words that were read before are those of the text', () => {
  fc.assert(
    fc.property(body, (text) => {
      expect(bodyWords(text, readWords(text))).toEqual(bodyWords(text));
    }),
    { numRuns: 200 },
  );
});

test('datelines, sign-offs and lines of furniture are no words of a text', () => {
  const plain = 'أعلنت الوزارة خطة جديدة للمياه.\nوتبدأ الخطة العام المقبل.';
  const signed =
    'الرياض - واس: أعلنت الوزارة خطة جديدة للمياه.\nاقرأ أيضا: خبر آخر تماما\nوتبدأ الخطة العام المقبل. (رويترز)';
  const furniture = 'كلمات دلالية: مياه، خطة\nالمصدر: الجريدة';
  for (const known of [undefined, readWords] as const) {
    const words = (text: string) => bodyWords(text, known?.(text));
    expect(words(signed)).toEqual(words(plain));
    expect(words(furniture)).toEqual([]);
  }
});

test('a word that ends like an agency is no sign-off', () => {
  for (const known of [undefined, readWords] as const) {
    const words = (text: string) => bodyWords(text, known?.(text));
    expect(words('حافظت الراقصة على رشاقة القوام')).toContain('القوام');
    expect(words('دوّت في القاعة أصوات الأقواس')).toContain('الاقواس');
  }
});
