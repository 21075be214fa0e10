import { expect, test } from 'vitest';
import { direction } from './direction.js';

test.each([
  ['خبر عاجل', 'rtl'],
  ['Apple تعلن حاسوباً جديداً', 'rtl'],
  ['Harbour report من المرفأ', 'ltr'],
  ['2026', 'rtl'],
  ['', 'rtl'],
])('%j runs %s', (text, expected) => {
  expect(direction(text)).toBe(expected);
});
