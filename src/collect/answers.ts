import type { FeedEntry } from '../model/document.js';
import type { FeedState, Subscription } from '../model/feed.js';
import { keyOf } from './entry-marks.js';
import { isReadable, readFeed } from './feeds.js';
import { decodeText } from './feeds/charset.js';
import type { Feed } from './feeds/feed.js';
import type { Fetched, Fetcher } from './http.js';
import { failure, type FetchFailure } from './http/failure.js';
import { listingEntries } from './listing.js';
import { newestSitemaps, readSitemap, recentEntries } from './sitemaps.js';
import { readChannelPage } from './telegram.js';

/** What the subscription's kind makes of an answer. */
export async function readAnswer(
  { kind }: Pick<Subscription, 'kind'>,
  state: FeedState,
  answer: Fetched,
  fetcher: Fetcher,
  now: number,
  timeZone?: string,
): Promise<{ feed?: Feed; entries: FeedEntry[] } | FetchFailure> {
  const { url, bytes, contentType } = answer;
  const from = {
    url,
    ...(contentType ? { contentType } : {}),
    ...(timeZone ? { timeZone } : {}),
  };
  if (kind === 'listing') {
    const entries = listingEntries(bytes, from, state.shapes);
    return entries.length ? { entries } : failure('no-links', url);
  }
  if (kind === 'sitemap') return readSitemaps(answer, fetcher, now, timeZone);
  if (kind === 'telegram') return readChannel(state, answer, fetcher);
  const read = readFeed(bytes, from);
  if ('reason' in read) return failure('not-a-feed', url, { detail: read.reason });
  return { feed: read.feed, entries: read.entries.filter(isReadable) };
}

/** Pages of older posts looked into at most, on a first visit and where more came than a page holds. */
const mostOlderPages = 4;

/** A channel's posts back to the last one known, or some pages of them on the first visit. */
async function readChannel(
  state: FeedState,
  answer: Fetched,
  fetcher: Fetcher,
): Promise<{ entries: FeedEntry[] } | FetchFailure> {
  const entries: FeedEntry[] = [];
  let page: Fetched = answer;
  for (let older = 0; ; older++) {
    const read = readChannelPage(decodeText(page.bytes, page.contentType), page.url);
    if ('reason' in read) {
      if (older === 0) return failure('not-a-feed', page.url, { detail: read.reason });
      break;
    }
    entries.unshift(...read.entries.filter(isReadable));
    const meets = read.entries.some((entry) => state.seen[keyOf(entry)] !== undefined);
    if (meets || !read.older || older >= mostOlderPages) break;
    const next = await fetcher.get(read.older);
    if (next.failure) break;
    page = next;
  }
  // The newest first, as feeds have it.
  return { entries: entries.reverse() };
}

/** The recent pages of a sitemap; of an index, those of its newest sitemaps. */
async function readSitemaps(
  answer: Fetched,
  fetcher: Fetcher,
  now: number,
  timeZone: string | undefined,
): Promise<{ entries: FeedEntry[] } | FetchFailure> {
  const read = readSitemap(answer.bytes, answer.url, timeZone);
  if ('reason' in read) return failure('not-a-feed', answer.url, { detail: read.reason });
  if (read.kind === 'pages') return { entries: recentEntries(read.entries, now) };
  const entries: FeedEntry[] = [];
  for (const url of newestSitemaps(read.sitemaps, 3)) {
    const inner = await fetcher.get(url);
    if (inner.failure) return inner;
    const pages = readSitemap(inner.bytes, inner.url, timeZone);
    if ('kind' in pages && pages.kind === 'pages')
      entries.push(...recentEntries(pages.entries, now));
  }
  return { entries };
}
