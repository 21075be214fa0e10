import fc from 'fast-check';
import { expect, test } from 'vitest';
import { timeWriter } from './times.js';

const now = new Date('2026-03-14T15:30:00Z');
const times = timeWriter('Asia/Riyadh', () => now);

test.each([
  ['2026-03-14T15:29:30Z', 'الآن'],
  ['2026-03-14T15:28:00Z', 'قبل دقيقتين'],
  ['2026-03-14T15:06:00Z', 'قبل 24 دقيقة'],
  ['2026-03-14T13:30:00Z', 'قبل ساعتين'],
  ['2026-03-14T05:00:00Z', 'قبل 10 ساعات'],
  ['2026-03-13T12:00:00Z', 'أمس'],
  ['2026-03-10T12:00:00Z', 'قبل 4 أيام'],
  ['2026-01-05T12:00:00Z', '5 يناير'],
  ['2018-04-09', '9 أبريل 2018'],
  ['2026-03-14', 'اليوم'],
])('%s is «%s»', (time, written) => {
  expect(times.write(time)?.short).toBe(written);
});

test('a full time names weekday, day, month, year and time of day in the zone', () => {
  expect(times.write('2026-03-13T22:15:00Z')).toMatchObject({
    machine: '2026-03-13T22:15:00.000Z',
    full: 'السبت 14 مارس 2026، 01:15',
    clock: '01:15',
  });
});

test('a day without a time has no time of day', () => {
  expect(times.write('2018-04-09')).toEqual({
    machine: '2018-04-09',
    full: 'الاثنين 9 أبريل 2018',
    short: '9 أبريل 2018',
  });
});

test('a time to come is a date, not a distance', () => {
  expect(times.write('2026-03-14T18:00:00Z')?.short).toBe('اليوم');
  expect(times.write('2026-03-20T18:00:00Z')?.short).toBe('20 مارس');
});

test.each(['', 'أمس', '20188-01-01', '2026-13-45', 'NaN'])('%j is no time', (time) => {
  expect(times.write(time)).toBeUndefined();
});

test('never throws', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      times.write(text);
      times.dayHeading(times.day(text));
    }),
  );
});
