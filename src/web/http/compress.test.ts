import { expect, test } from 'vitest';
import { acceptedEncoding } from './compress.js';

test.each([
  ['gzip, deflate, br', 'br'],
  ['gzip;q=1.0, br;q=0', 'gzip'],
  ['GZIP', 'gzip'],
  ['*', 'gzip'],
  ['identity', undefined],
  [undefined, undefined],
])('%j takes %s', (header, expected) => {
  expect(acceptedEncoding(header)).toBe(expected);
});
