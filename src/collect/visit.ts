import type { EntryDocument, FeedEntry, HtmlDocument } from '../model/document.js';
import type { FeedState, Subscription } from '../model/feed.js';
import type { SourceHint } from '../model/source.js';
import { readAnswer } from './answers.js';
import { hashOf, keyOf } from './entry-marks.js';
import type { Feed } from './feeds/feed.js';
import type { Fetched, Fetcher } from './http.js';
import type { FetchFailure } from './http/failure.js';
import { learnShapes } from './listing.js';
import { nextPerDay, nextVisit } from './schedule.js';

/** How a visit ended, with the state to keep once its documents are safe. */
export interface Visit {
  state: FeedState;
  failure?: FetchFailure;
  /** Entries that the feed or page lists, and those of them not seen before. */
  found: number;
  fresh: number;
}

const tries = 3;
/** 404 or 410 so often in a row, over days by then, mean that a feed is gone. */
const goneLimit = 8;

/**
 * Visits a subscription: hands each new or changed entry on as a document, oldest first, and
 * returns the state to keep. Never throws for what a server does.
 */
export async function* visit(
  subscription: Subscription,
  state: FeedState,
  fetcher: Fetcher,
  signal?: AbortSignal,
): AsyncGenerator<HtmlDocument | EntryDocument, Visit> {
  const now = Date.now();
  const address = state.movedTo ?? subscription.address;
  const answer = await fetcher.get(address, {
    ...(state.etag ? { etag: state.etag } : {}),
    ...(state.lastModified ? { lastModified: state.lastModified } : {}),
    ...(signal ? { signal } : {}),
  });
  if (answer.failure) return failed(state, answer, now);
  if (answer.status === 304) return succeeded(state, answer, [], undefined, {}, now);
  const read = await readAnswer(subscription, state, answer, fetcher, now);
  if ('failure' in read) return failed(state, read, now);
  const source = sourceOf(subscription, read.feed, address);
  const fresh = read.entries.filter((entry) => {
    const known = state.seen[keyOf(entry)];
    return known !== hashOf(entry) && known !== `${hashOf(entry)}!${tries}`;
  });
  const marks: Record<string, string> = {};
  for (const entry of oldestFirst(fresh)) {
    if (signal?.aborted) return { state, found: read.entries.length, fresh: 0 };
    const document = await fetchEntry(entry, source, fetcher, signal);
    yield document.document;
    const before = Number(/!(\d)$/.exec(state.seen[keyOf(entry)] ?? '')?.[1] ?? 0);
    marks[keyOf(entry)] = hashOf(entry) + (document.again ? `!${before + 1}` : '');
  }
  const after = succeeded(state, answer, read.entries, read.feed, marks, now);
  if (subscription.kind === 'listing')
    after.state.shapes = learnShapes(state, read.entries, new Set(fresh.map((entry) => entry.id)));
  return after;
}

/** What is known of the source: the user's word first, then the feed's. */
function sourceOf(subscription: Subscription, feed: Feed | undefined, address: string): SourceHint {
  const url = feed?.link && /^https?:/.test(feed.link) ? feed.link : new URL(address).origin;
  return {
    id: new URL(url).hostname.replace(/^www\./, ''),
    url,
    ...(feed?.title ? { name: feed.title } : {}),
    ...(feed?.language ? { language: feed.language } : {}),
    ...subscription.source,
  };
}

/** By time where every entry has one; otherwise from the last listed, since feeds list the newest first. */
function oldestFirst(entries: readonly FeedEntry[]): FeedEntry[] {
  const turned = [...entries].reverse();
  if (!turned.every((entry) => entry.published)) return turned;
  return turned.sort((a, b) => (a.published ?? '').localeCompare(b.published ?? ''));
}

async function fetchEntry(
  entry: FeedEntry,
  source: SourceHint,
  fetcher: Fetcher,
  signal: AbortSignal | undefined,
): Promise<{ document: HtmlDocument | EntryDocument; again: boolean }> {
  const fetchedAt = new Date().toISOString();
  const asEntry = (reason: string, again: boolean) => ({
    document: {
      form: 'entry' as const,
      name: entry.url ?? entry.id,
      entry,
      source,
      reason,
      fetchedAt,
    },
    again,
  });
  if (entry.post) return asEntry('A post of a channel; it has no page of its own.', false);
  if (!entry.url || !/^https?:/i.test(entry.url))
    return asEntry('The entry names no page of its own.', false);
  const page = await fetcher.get(entry.url, signal ? { signal } : {});
  if (page.failure) return asEntry(page.english, isPassing(page));
  const type = page.contentType ?? '';
  if (type && !/html|xml|text\/plain/i.test(type))
    return asEntry(`The entry leads to no page but to ${type.slice(0, 60)}.`, false);
  return {
    document: {
      form: 'html',
      name: page.url,
      bytes: page.bytes,
      url: page.url,
      source,
      entry,
      fetchedAt,
      ...(type ? { contentType: type } : {}),
    },
    again: false,
  };
}

/** Whether the same request may well succeed later. */
function isPassing(problem: FetchFailure): boolean {
  if (problem.status !== undefined) return problem.status >= 500 || problem.status === 429;
  return /timeout|unreachable|refused|host|unavailable|stopped/.test(problem.code);
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
  const hub = feed?.hub ?? state.hub;
  const result = { ok: true, fresh, ...(feed ? { feed } : {}) };
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
      perDay: nextPerDay(state, fresh, now),
      nextVisit: nextVisit(
        state,
        { ...result, ...(answer.maxAge ? { maxAge: answer.maxAge } : {}) },
        now,
      ),
      ...(etag ? { etag } : {}),
      ...(lastModified ? { lastModified } : {}),
      ...(answer.movedTo ? { movedTo: answer.movedTo } : {}),
      ...(hub ? { hub } : {}),
    },
  };
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
            state,
            { ok: false, fresh: 0, ...(retryAfter ? { retryAfter } : {}) },
            now,
          ),
          ...(gone >= goneLimit ? { retired: true } : {}),
        },
  };
}
