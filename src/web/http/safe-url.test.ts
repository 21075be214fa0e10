import { expect, test } from 'vitest';
import { safeUrl } from './safe-url.js';

test.each([
  'javascript:alert(1)',
  ' JaVaScRiPt:alert(1)',
  'java\nscript:alert(1)',
  'data:text/html,<script>',
  'vbscript:x',
  'file:///etc/passwd',
  '//evil.example',
  '/article/1',
  'https://user:pass@evil.example/',
  'http://',
  '',
])('%j is dropped', (url) => {
  expect(safeUrl(url)).toBeUndefined();
});

test('http and https go through, written in full', () => {
  expect(safeUrl('https://nahr.example/خبر?a=1&b=2')).toBe(
    'https://nahr.example/%D8%AE%D8%A8%D8%B1?a=1&b=2',
  );
});
