import { describe, expect, it } from 'vitest';
import { readFeed } from '../feeds.js';
import { inUtc, putBack, timesAhead, zoneOfCountry } from './zones.js';

const now = Date.parse('2026-11-22T12:00:00Z');
const entry = (published: string) => ({ id: published, published });

describe('times that name no zone', () => {
  it('are in the zone of the publisher, summer and winter', () => {
    expect(inUtc('2023-01-12T10:00:00', 'Africa/Cairo')).toBe('2023-01-12T08:00:00Z');
    expect(inUtc('2023-07-12T10:00:00', 'Africa/Cairo')).toBe('2023-07-12T07:00:00Z');
    expect(inUtc('2023-07-12T10:00:00', undefined)).toBe('2023-07-12T10:00:00Z');
    expect(inUtc('2023-07-12T10:00:00Z', 'Africa/Cairo')).toBe('2023-07-12T10:00:00Z');
  });

  it('are read so from a feed; a day alone and a named zone stay', () => {
    const dates = ['12 سبتمبر 2023 10:30 ص', '2023-09-12', 'Tue, 12 Sep 2023 10:30:00 GMT'];
    const items = dates.map(
      (date, at) => `<item><guid>${at}</guid><title>خبر</title><pubDate>${date}</pubDate></item>`,
    );
    const read = readFeed(
      new TextEncoder().encode(`<rss><channel>${items.join('')}</channel></rss>`),
      {
        timeZone: 'Asia/Riyadh',
      },
    );
    expect('entries' in read && read.entries.map(({ published }) => published)).toEqual([
      '2023-09-12T07:30:00Z',
      '2023-09-12T00:00:00Z',
      '2023-09-12T10:30:00Z',
    ]);
  });

  it('the zone of a country is known where it has one', () => {
    expect(zoneOfCountry('EG')).toBe('Africa/Cairo');
    expect(zoneOfCountry('PS')).toBe('Asia/Gaza');
    expect(zoneOfCountry('uk')).toBe('Europe/London');
    expect(zoneOfCountry('US')).toBeUndefined();
    expect(zoneOfCountry('nonsense')).toBeUndefined();
  });
});

describe('local times named GMT', () => {
  const early = [
    entry('2026-11-22T14:30:00Z'),
    entry('2026-11-22T14:00:00Z'),
    entry('2026-11-22T09:00:00Z'),
  ];

  it('are known by lying in the future, by as much as the publisher is ahead', () => {
    expect(timesAhead(early, early, {}, 'Asia/Riyadh', now)).toBe(180);
    expect(timesAhead(early, early, {}, undefined, now)).toBe(150);
    const mended = structuredClone(early);
    putBack(mended, 180);
    expect(mended[0]?.published).toBe('2026-11-22T11:30:00Z');
  });

  it('stay known on a quiet evening, until new entries would be older than the last visit', () => {
    const old = [entry('2026-11-22T10:00:00Z')];
    expect(
      timesAhead(old, [], { ahead: 180, lastSuccess: '2026-11-22T11:00:00Z' }, undefined, now),
    ).toBe(180);
    const true_ = [entry('2026-11-22T11:55:00Z')];
    expect(
      timesAhead(true_, true_, { ahead: 180, lastSuccess: '2026-11-22T11:50:00Z' }, undefined, now),
    ).toBe(0);
  });

  it('a clock that is a little fast, or one announced date, moves nothing', () => {
    expect(
      timesAhead(
        [entry('2026-11-22T12:06:00Z'), entry('2026-11-22T12:05:00Z')],
        [],
        {},
        'Asia/Riyadh',
        now,
      ),
    ).toBe(0);
    expect(
      timesAhead(
        [entry('2026-11-22T15:00:00Z'), entry('2026-11-22T11:00:00Z')],
        [],
        {},
        'Asia/Riyadh',
        now,
      ),
    ).toBe(0);
    expect(
      timesAhead(
        [entry('2027-02-01T15:00:00Z'), entry('2027-03-01T11:00:00Z')],
        [],
        {},
        'Asia/Riyadh',
        now,
      ),
    ).toBe(0);
  });
});
