import type { EntryDocument, FeedEntry, HtmlDocument } from '../model/document.js';
import type { FeedState, Subscription } from '../model/feed.js';
import { readAnswer } from './answers.js';
import { bestOf, discover } from './discover.js';
import { hashOf, keyOf } from './entry-marks.js';
import { fetchEntry } from './entry-page.js';
import type { Feed } from './feeds/feed.js';
import { putBack, timesAhead } from './feeds/zones.js';
import type { Fetched, Fetcher } from './http.js';
import type { FetchFailure } from './http/failure.js';
import { learnShapes } from './listing.js';
import { firstPerDay, nextPerDay, nextVisit } from './schedule.js';
import { sourceOf, timeZoneOf } from './source.js';

/** How a visit ended, with the state to keep once its documents are safe. */
export interface Visit {
  state: FeedState;
  failure?: FetchFailure;
  /** Entries that the feed or page lists, and those of them not seen before. */
  found: number;
  fresh: number;
}

/** A document of a visit; now and then with the state to keep once it is safe, should the visit be cut off. */
interface Step {
  document: HtmlDocument | EntryDocument;
  soFar?: FeedState;
}

const tries = 3;
/** 404 or 410 so often in a row, over days by then, mean that a feed is gone. */
const goneLimit = 8;
/** Documents after which a long visit keeps what it has. */
const keptEvery = 20;

/**
 * Visits a subscription: hands each new or changed entry on as a document, oldest first, and
 * returns the state to keep. Never throws for what a server does.
 */
export async function* visit(
  subscription: Subscription,
  state: FeedState,
  fetcher: Fetcher,
  signal?: AbortSignal,
): AsyncGenerator<Step, Visit> {
  const now = Date.now();
  const stopping = signal ? { signal } : {};
  let target = { ...subscription, ...state.found };
  if (subscription.kind === 'site' && !state.found) {
    const found = await lookFor(subscription.address, fetcher, signal);
    if ('failure' in found) return failed(state, found, now);
    state = { ...state, found };
    target = { ...subscription, ...found };
  }
  const address = state.movedTo ?? target.address;
  const answer = await fetcher.get(address, { ...conditions(state), ...stopping });
  const read = answer.failure
    ? answer
    : answer.status === 304
      ? undefined
      : await readAnswer(target, state, answer, fetcher, now, timeZoneOf(subscription));
  if (read && 'failure' in read) {
    const found = await instead(subscription, state, read, fetcher, signal);
    if (!found) return failed(state, read, now);
    return yield* visit(subscription, { ...state, found }, fetcher, signal);
  }
  const fetched = answer as Fetched;
  if (!read) return succeeded(state, fetched, [], undefined, {}, now);
  const source = sourceOf(subscription, target.kind, read.feed, address);
  const fresh = read.entries.filter((entry) => {
    const known = state.seen[keyOf(entry)];
    return known !== hashOf(entry) && known !== `${hashOf(entry)}!${tries}`;
  });
  // Marks tell entries by their times as written: they are taken before the times are mended.
  const marked = fresh.map((entry) => ({ entry, key: keyOf(entry), hash: hashOf(entry) }));
  const ahead = timesAhead(read.entries, fresh, state, source.timeZone, now);
  const after: FeedState = { ...state, ...(source.id ? { source: source.id } : {}) };
  if (ahead) after.ahead = ahead;
  else delete after.ahead;
  const listed = read.entries.map((entry) => ({ ...entry }));
  putBack(fresh, ahead);
  const marks: Record<string, string> = {};
  let cut = false;
  for (const { entry, key, hash } of oldestFirst(marked)) {
    const { document, again } = await fetchEntry(entry, source, fetcher, signal);
    cut = signal?.aborted ?? false;
    if (cut) break;
    const before = Number(/!(\d)$/.exec(state.seen[key] ?? '')?.[1] ?? 0);
    marks[key] = hash + (again ? `!${before + 1}` : '');
    const count = Object.keys(marks).length;
    if (count % keptEvery) yield { document };
    else yield { document, soFar: cutOff(after, marks, listed) };
  }
  if (cut)
    return {
      state: cutOff(after, marks, listed),
      found: listed.length,
      fresh: Object.keys(marks).length,
    };
  const visited = succeeded(after, fetched, listed, read.feed, marks, now);
  if (target.kind === 'listing')
    visited.state.shapes = learnShapes(state, listed, new Set(fresh.map((entry) => entry.id)));
  return visited;
}

/**
 * What a server may answer 304 to. Nothing where pages are still to be had: the feed is needed then
 * to know their addresses.
 */
function conditions(state: FeedState): { etag?: string; lastModified?: string } {
  const pending = Object.values(state.seen).some((mark) => /![12]$/.test(mark));
  if (pending) return {};
  return {
    ...(state.etag ? { etag: state.etag } : {}),
    ...(state.lastModified ? { lastModified: state.lastModified } : {}),
  };
}

/** The state of a visit that was cut off: what it handed on is marked, and it is due again. */
function cutOff(
  state: FeedState,
  marks: Record<string, string>,
  entries: readonly FeedEntry[],
): FeedState {
  const kept = { ...state, seen: trimSeen({ ...state.seen, ...marks }, entries) };
  delete kept.etag;
  delete kept.lastModified;
  delete kept.nextVisit;
  return kept;
}

/** The best that a site offers. */
async function lookFor(
  address: string,
  fetcher: Fetcher,
  signal: AbortSignal | undefined,
): Promise<NonNullable<FeedState['found']> | FetchFailure> {
  const looked = await discover(address, fetcher, signal);
  if ('failure' in looked) return looked;
  const { subscription } = bestOf(looked.found);
  return { address: subscription.address, kind: subscription.kind };
}

/** What the site offers where a feed's address never worked: publishers move their feeds. */
async function instead(
  { kind, source }: Subscription,
  state: FeedState,
  problem: FetchFailure,
  fetcher: Fetcher,
  signal: AbortSignal | undefined,
): Promise<FeedState['found']> {
  const wrong = problem.code === 'not-a-feed' || problem.status === 404 || problem.status === 410;
  if (!wrong || kind !== 'feed' || state.lastSuccess || state.found || !source.url)
    return undefined;
  const found = await lookFor(source.url, fetcher, signal);
  return 'failure' in found ? undefined : found;
}

/** By time where every entry has one; otherwise from the last listed, since feeds list the newest first. */
function oldestFirst<T extends { entry: FeedEntry }>(entries: readonly T[]): T[] {
  const turned = [...entries].reverse();
  if (!turned.every(({ entry }) => entry.published)) return turned;
  return turned.sort((a, b) => (a.entry.published ?? '').localeCompare(b.entry.published ?? ''));
}

function succeeded(
  state: FeedState,
  answer: Fetched,
  entries: readonly FeedEntry[],
  feed: Feed | undefined,
  marks: Record<string, string>,
  now: number,
): Visit {
  const fresh = Object.keys(marks).length;
  const at = new Date(now).toISOString();
  const kept = { ...state };
  delete kept.lastFailure;
  delete kept.etag;
  delete kept.lastModified;
  delete kept.retired;
  const unchanged = answer.status === 304;
  const etag = answer.etag ?? (unchanged ? state.etag : undefined);
  const lastModified = answer.lastModified ?? (unchanged ? state.lastModified : undefined);
  const links = hubOf(answer.link);
  const hub = links.hub ?? feed?.hub ?? state.hub;
  const self = links.self ?? feed?.self ?? (feed ? undefined : state.self);
  const perDay = state.lastSuccess
    ? nextPerDay(state, fresh, now)
    : (firstPerDay(entries, now) ?? state.perDay);
  const result = { ok: true, ...(feed ? { feed } : {}) };
  return {
    found: entries.length,
    fresh,
    state: {
      ...kept,
      seen: unchanged ? state.seen : trimSeen({ ...state.seen, ...marks }, entries),
      visited: at,
      lastSuccess: at,
      ...(fresh ? { lastChange: at } : {}),
      failures: 0,
      gone: 0,
      ...(perDay === undefined ? {} : { perDay }),
      nextVisit: nextVisit(
        perDay,
        state.failures,
        { ...result, ...(answer.maxAge ? { maxAge: answer.maxAge } : {}) },
        now,
      ),
      ...(etag ? { etag } : {}),
      ...(lastModified ? { lastModified } : {}),
      ...(answer.movedTo ? { movedTo: answer.movedTo } : {}),
      ...(hub ? { hub } : {}),
      ...(self ? { self } : {}),
    },
  };
}

/** A hub and the feed's own address there, as a Link header names them; it counts before the body. */
function hubOf(header: string | undefined): { hub?: string; self?: string } {
  const found: { hub?: string; self?: string } = {};
  for (const [, address = '', rest = ''] of (header ?? '').matchAll(/<([^<>]{1,2000})>([^<]*)/g)) {
    const rel = /\brel\s*=\s*"?\s*(hub|self)\b/i.exec(rest)?.[1]?.toLowerCase();
    if ((rel === 'hub' || rel === 'self') && /^https?:/i.test(address)) found[rel] ??= address;
  }
  return found;
}

/** Keeps the marks of what the feed lists now, and of as many again that it listed before. */
function trimSeen(
  seen: Record<string, string>,
  entries: readonly FeedEntry[],
): Record<string, string> {
  const listed = new Set(entries.map(keyOf));
  const earlier = Object.entries(seen).filter(([key]) => !listed.has(key));
  const now = Object.entries(seen).filter(([key]) => listed.has(key));
  return Object.fromEntries([...earlier.slice(-Math.max(200, listed.size)), ...now]);
}

function failed(state: FeedState, problem: FetchFailure, now: number): Visit {
  const at = new Date(now).toISOString();
  const stopped = problem.code === 'stopped';
  const gone = problem.status === 410 || problem.status === 404 ? state.gone + 1 : 0;
  const { code, arabic, english, retryAfter } = problem;
  return {
    failure: problem,
    found: 0,
    fresh: 0,
    state: stopped
      ? state
      : {
          ...state,
          visited: at,
          // A host that asked for rest has not failed.
          failures: state.failures + (code === 'host-resting' || code === 'host-down' ? 0 : 1),
          gone,
          lastFailure: { at, code, arabic, english },
          nextVisit: nextVisit(
            state.perDay,
            state.failures,
            { ok: false, ...(retryAfter ? { retryAfter } : {}) },
            now,
          ),
          ...(gone >= goneLimit ? { retired: true } : {}),
        },
  };
}
