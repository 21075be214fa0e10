import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newFeedState } from './feed-states.js';
import { nextVisit } from './schedule.js';

const now = Date.UTC(2026, 10, 22, 12);
const minutes = (iso: string) => (Date.parse(iso) - now) / 60_000;
const well = { ...newFeedState(), lastSuccess: new Date(now - 3_600_000).toISOString() };

describe('nextVisit', () => {
  it('comes often to a busy feed and seldom to a quiet one', () => {
    const busy = minutes(nextVisit({ ...well, perDay: 200 }, { ok: true, fresh: 8 }, now, 0.5));
    const quiet = minutes(nextVisit({ ...well, perDay: 0.2 }, { ok: true, fresh: 0 }, now, 0.5));
    expect(busy).toBe(10);
    expect(quiet).toBe(720);
  });

  it('honours ttl, cache headers, Retry-After and skipHours', () => {
    const state = { ...well, perDay: 200 };
    const ttl = { ok: true, fresh: 8, feed: { format: 'rss' as const, minutesBetween: 60 } };
    expect(minutes(nextVisit(state, ttl, now, 0.5))).toBe(60);
    expect(minutes(nextVisit(state, { ok: true, fresh: 8, maxAge: 1800 }, now, 0.5))).toBe(30);
    expect(minutes(nextVisit(state, { ok: false, fresh: 0, retryAfter: 86_400 }, now))).toBe(1440);
    const night = { ok: true, fresh: 8, feed: { format: 'rss' as const, skipHours: [12, 13] } };
    expect(nextVisit(state, night, now, 0.5)).toBe('2026-11-22T14:00:00.000Z');
  });

  it('waits longer with each failure, up to a day', () => {
    const waits = [0, 1, 2, 5, 20].map((failures) =>
      minutes(nextVisit({ ...well, failures }, { ok: false, fresh: 0 }, now, 0.5)),
    );
    expect(waits).toEqual([10, 20, 40, 320, 1440]);
  });

  it('always lies ahead and within reason', () => {
    fc.assert(
      fc.property(
        fc.record({ perDay: fc.double({ min: 0, max: 1e6, noNaN: true }), failures: fc.nat(100) }),
        fc.boolean(),
        fc.nat(1000),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.uniqueArray(fc.nat(23)),
        (state, ok, fresh, random, skipHours) => {
          const result = { ok, fresh, feed: { format: 'rss' as const, skipHours } };
          const wait = minutes(nextVisit({ ...well, ...state }, result, now, random));
          expect(wait).toBeGreaterThanOrEqual(9);
          expect(wait).toBeLessThan(60 * 50);
        },
      ),
    );
  });
});
