import { expect, test } from 'vitest';
import { isSameOrigin } from './security.js';

const host = { host: '127.0.0.1:8080' };

test.each([
  [{ ...host, 'sec-fetch-site': 'same-origin', origin: 'null' }, true],
  [{ ...host, 'sec-fetch-site': 'cross-site' }, false],
  [{ ...host, 'sec-fetch-site': 'same-site' }, false],
  [{ ...host, 'sec-fetch-site': 'none' }, false],
  [{ ...host, origin: 'http://127.0.0.1:8080' }, true],
  [{ host: 'news.example.org', origin: 'https://news.example.org' }, true],
  [{ ...host, origin: 'http://evil.example' }, false],
  [{ ...host, origin: 'null' }, false],
  [host, false],
])('%j: %s', (headers, expected) => {
  expect(isSameOrigin(new Headers(headers))).toBe(expected);
});
