import fc from 'fast-check';
import { expect, test } from 'vitest';
import { extract } from './extract.js';
import { atOffset } from './times.js';

test('an article after midnight on the publisher’s clock keeps the day that its page shows', () => {
  const text = 'افتتحت المكتبة العامة أبوابها بعد ترميم استمر عامين، وحضر المئات من أهل الحي. ';
  const html = `<html lang="ar"><head><title>افتتاح المكتبة</title>
    <meta property="article:published_time" content="2024-03-02T00:30:00+03:00"></head>
    <body><article><h1>افتتاح المكتبة</h1><p>${text.repeat(3)}</p><p>${text.repeat(3)}</p></article></body></html>`;
  const extraction = extract({
    name: 'library.html',
    form: 'html',
    bytes: new TextEncoder().encode(html),
    fetchedAt: '2024-05-01T00:00:00Z',
  });
  if ('refused' in extraction) throw new Error(extraction.refused);
  const { published, publishedOffset } = extraction.articles[0]!;
  expect(published).toBe('2024-03-01T21:30:00Z');
  expect(atOffset(published!, publishedOffset)).toBe('2024-03-02T00:30:00+03:00');
});

test('a time at an offset is the same instant', () => {
  const offsets = fc.constantFrom('+03:00', '-04:30', '+05:45', '-12:00', undefined);
  const times = fc.date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true });
  fc.assert(
    fc.property(times, offsets, (date, offset) => {
      date.setMilliseconds(0);
      const time = date.toISOString().replace('.000Z', 'Z');
      expect(Date.parse(atOffset(time, offset))).toBe(date.getTime());
    }),
  );
});
