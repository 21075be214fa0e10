import type { FeedEntry } from '../model/document.js';
import type { FeedState } from '../model/feed.js';
import type { Feed } from './feeds/feed.js';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** Between two visits that succeed. */
const shortest = 10 * minute;
const longest = 12 * hour;
/** Entries a day of a feed of which nothing is known. */
const assumed = 24;

/** What one visit brought, as far as the schedule needs it. */
export interface VisitResult {
  ok: boolean;
  /** Seconds. */
  maxAge?: number;
  /** Seconds. */
  retryAfter?: number;
  feed?: Feed;
}

/**
 * When to come again. A feed that works is visited about twice for each entry that it brings,
 * within limits and never sooner than it wishes (ttl, cache headers, skipHours); one that fails
 * doubles its pause each time, up to a day. A tenth of chance keeps feeds from marching in step.
 * @param perDay entries a day; once an hour is assumed where nothing tells
 * @param failures in a row, before this visit
 * @param random 0 to 1
 */
export function nextVisit(
  perDay: number | undefined,
  failures: number,
  result: VisitResult,
  now: number,
  random = Math.random(),
): string {
  const jitter = 0.9 + random * 0.2;
  let pause: number;
  if (result.ok) {
    const expected = perDay ?? assumed;
    pause = clamp(expected > 0 ? day / expected / 2 : longest, shortest, longest);
    const wish = Math.max((result.feed?.minutesBetween ?? 0) * minute, (result.maxAge ?? 0) * 1000);
    pause = Math.max(pause, Math.min(wish, day)) * jitter;
  } else pause = Math.min(shortest * 2 ** Math.min(failures, 10), day) * jitter;
  pause = Math.max(pause, (result.retryAfter ?? 0) * 1000);
  return new Date(outsideSkips(now + pause, result.feed)).toISOString();
}

/** Entries a day, smoothed over visits so that a quiet night does not count as a dead feed. */
export function nextPerDay(
  state: Pick<FeedState, 'lastSuccess' | 'perDay'>,
  fresh: number,
  now: number,
): number {
  const days = Math.max((now - Date.parse(state.lastSuccess ?? '')) / day, 1 / 1440);
  const weight = Math.min(1, days / 2);
  return (state.perDay ?? assumed) * (1 - weight) + (fresh / days) * weight;
}

/** What the dates of a first visit's entries tell; undefined where few have one. */
export function firstPerDay(entries: readonly FeedEntry[], now: number): number | undefined {
  const times = entries
    .map(({ published }) => Date.parse(published ?? ''))
    .filter((time) => time <= now + hour);
  if (times.length < 2) return undefined;
  const span = Math.max(now, ...times) - Math.min(...times);
  return times.length / Math.max(span / day, 1);
}

function outsideSkips(at: number, feed: Feed | undefined): number {
  const hours = new Set(feed?.skipHours ?? []);
  const days = new Set(feed?.skipDays ?? []);
  // A feed that skips everything means nothing by it.
  if (hours.size >= 24) hours.clear();
  if (days.size >= 7) days.clear();
  for (let step = 0; step < 24 * 7; step++) {
    const date = new Date(at);
    if (!hours.has(date.getUTCHours()) && !days.has(date.getUTCDay())) return at;
    at = Math.floor(at / hour) * hour + hour;
  }
  return at;
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high);
}
