import { expect, test } from 'vitest';
import { count, number } from './counts.js';

test.each([
  [0, 'لا أخبار'],
  [1, 'خبر واحد'],
  [2, 'خبران'],
  [3, '3 أخبار'],
  [10, '10 أخبار'],
  [11, '11 خبراً'],
  [99, '99 خبراً'],
  [100, '100 خبر'],
  [103, '103 أخبار'],
  [1234, '1,234 خبراً'],
])('%i articles are «%s»', (articles, written) => {
  expect(count(articles, 'article')).toBe(written);
});

test('the dual bends after a preposition', () => {
  expect(`من ${count(2, 'outlet', 'oblique')}`).toBe('من مصدرين');
  expect(count(2, 'outlet')).toBe('مصدران');
});

test('a feminine noun agrees', () => {
  expect(count(1, 'result')).toBe('نتيجة واحدة');
  expect(count(5, 'result')).toBe('5 نتائج');
});

test('digits are 0-9', () => {
  expect(number(9876543)).toBe('9,876,543');
});
