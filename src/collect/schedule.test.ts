import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstPerDay, nextPerDay, nextVisit } from './schedule.js';

const now = Date.UTC(2026, 10, 22, 12);
const minutes = (iso: string) => (Date.parse(iso) - now) / 60_000;

describe('nextVisit', () => {
  it('comes often to a busy feed and seldom to a quiet one', () => {
    const busy = minutes(nextVisit(200, 0, { ok: true }, now, 0.5));
    const quiet = minutes(nextVisit(0.2, 0, { ok: true }, now, 0.5));
    expect(busy).toBe(10);
    expect(quiet).toBe(720);
  });

  it('honours ttl, cache headers, Retry-After and skipHours', () => {
    const ttl = { ok: true, feed: { format: 'rss' as const, minutesBetween: 60 } };
    expect(minutes(nextVisit(200, 0, ttl, now, 0.5))).toBe(60);
    expect(minutes(nextVisit(200, 0, { ok: true, maxAge: 1800 }, now, 0.5))).toBe(30);
    expect(minutes(nextVisit(200, 0, { ok: false, retryAfter: 86_400 }, now))).toBe(1440);
    const night = { ok: true, feed: { format: 'rss' as const, skipHours: [12, 13] } };
    expect(nextVisit(200, 0, night, now, 0.5)).toBe('2026-11-22T14:00:00.000Z');
  });

  it('learns how often a feed brings something, on the first visit from its dates', () => {
    const ago = (hours: number) => ({
      id: String(hours),
      published: new Date(now - hours * 3_600_000).toISOString(),
    });
    expect(firstPerDay([ago(1), ago(24), ago(48)], now)).toBe(1.5);
    expect(firstPerDay([{ id: 'undated' }, ago(3)], now)).toBeUndefined();
    const yesterday = { lastSuccess: new Date(now - 24 * 3_600_000).toISOString(), perDay: 10 };
    expect(nextPerDay(yesterday, 20, now)).toBe(15);
  });

  it('waits longer with each failure, up to a day', () => {
    const waits = [0, 1, 2, 5, 20].map((failures) =>
      minutes(nextVisit(undefined, failures, { ok: false }, now, 0.5)),
    );
    expect(waits).toEqual([10, 20, 40, 320, 1440]);
  });

  it('always lies ahead and within reason', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1e6, noNaN: true }),
        fc.nat(100),
        fc.boolean(),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.uniqueArray(fc.nat(23)),
        (perDay, failures, ok, random, skipHours) => {
          const result = { ok, feed: { format: 'rss' as const, skipHours } };
          const wait = minutes(nextVisit(perDay, failures, result, now, random));
          expect(wait).toBeGreaterThanOrEqual(9);
          expect(wait).toBeLessThan(60 * 50);
        },
      ),
    );
  });
});
