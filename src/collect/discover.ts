import type { Subscription } from '../model/feed.js';
import { readFeed } from './feeds.js';
import { decodeText } from './feeds/charset.js';
import { plainLine } from './feeds/plain-text.js';
import { scanHtml } from './html-scan.js';
import type { Fetched, Fetcher } from './http.js';
import { failure, type FetchFailure } from './http/failure.js';
import { listingEntries, pageLinks } from './listing.js';
import { readOpml, subscriptionId } from './opml.js';
import { readSitemap } from './sitemaps.js';
import { channelAddress, readChannelPage } from './telegram.js';

/** Something to subscribe to, looked at and found to work. */
export interface Found {
  subscription: Subscription;
  /** What it offers now. */
  entries: number;
  /** ISO 8601, UTC. */
  latest?: string;
  /** A few of its headlines, so that a person can tell what it is. */
  headlines: string[];
  /** Entries carry their full text. */
  full: boolean;
  /** Where it was found. */
  how: 'itself' | 'link-tag' | 'link' | 'well-known' | 'robots' | 'opml' | 'listing';
}

const wellKnown = [
  '/feed/',
  '/rss.xml',
  '/rss',
  '/feed.xml',
  '/atom.xml',
  '/index.xml',
  '/feed.json',
];
const mostTried = 8;

/**
 * Finds what an address offers: a feed, sitemap, channel or OPML file itself, or what a site's page
 * names in link tags, in links, at well-known places, in robots.txt; at last the page as a listing.
 * Every find was fetched and read. Best first; nothing is kept.
 */
export async function discover(
  written: string,
  plainFetcher: Fetcher,
  signal?: AbortSignal,
): Promise<{ found: Found[] } | FetchFailure> {
  const fetcher = within(plainFetcher, signal);
  const channel = channelAddress(written);
  if (channel) return single(await look(channel, 'itself', fetcher, true), channel);
  const address = /^[a-z]+:\/\//i.test(written.trim())
    ? written.trim()
    : `https://${written.trim()}`;
  const answer = await fetcher.get(address);
  if (answer.failure) return answer;
  const itself = await examine(answer, 'itself');
  if (itself) return { found: itself };
  const html = decodeText(answer.bytes, answer.contentType);
  const found = new Map<string, Found>();
  const tried = new Set<string>([answer.url]);
  const tryAll = async (addresses: readonly string[], how: Found['how']) => {
    for (const one of addresses) {
      if (tried.has(one) || tried.size > mostTried) continue;
      tried.add(one);
      const looked = await look(one, how, fetcher);
      if (Array.isArray(looked))
        for (const find of looked) found.set(find.subscription.address, find);
    }
  };
  await tryAll(linkTags(html, answer.url), 'link-tag');
  if (found.size === 0) await tryAll(feedLinks(html, answer.url), 'link');
  const absolute = (path: string) => new URL(path, answer.url).href;
  if (found.size === 0) await tryAll(wellKnown.map(absolute), 'well-known');
  if (found.size === 0) {
    const { sitemaps } = await fetcher.rules(answer.url);
    await tryAll(sitemaps.filter((url) => /news/i.test(url)).slice(0, 2), 'robots');
  }
  const listing = asListing(answer);
  if (listing) found.set(listing.subscription.address, listing);
  if (found.size === 0) return failure('no-links', answer.url);
  return { found: [...found.values()].sort((a, b) => rank(b) - rank(a)) };
}

/** The fetcher with every request ended by the signal. */
function within(fetcher: Fetcher, signal: AbortSignal | undefined): Pick<Fetcher, 'get' | 'rules'> {
  return {
    get: (url) => fetcher.get(url, signal ? { signal } : {}),
    rules: (url) => fetcher.rules(url),
  };
}

function single(looked: Found[] | FetchFailure | undefined, url: string) {
  if (Array.isArray(looked)) return { found: looked };
  return looked ?? failure('not-a-feed', url);
}

async function look(
  address: string,
  how: Found['how'],
  fetcher: Pick<Fetcher, 'get'>,
  channel = false,
): Promise<Found[] | FetchFailure | undefined> {
  const answer = await fetcher.get(address);
  if (answer.failure) return answer;
  if (!channel) return examine(answer, how);
  const page = readChannelPage(decodeText(answer.bytes, answer.contentType), answer.url);
  if ('reason' in page) return failure('not-a-feed', address, { detail: page.reason });
  const source = {
    kind: 'channel' as const,
    url: address,
    ...(page.title ? { name: page.title } : {}),
  };
  return [describe(address, 'telegram', page.entries, source, how)];
}

/** What an answer is when it is something to subscribe to itself. */
async function examine(answer: Fetched, how: Found['how']): Promise<Found[] | undefined> {
  const from = {
    url: answer.url,
    ...(answer.contentType ? { contentType: answer.contentType } : {}),
  };
  const address = answer.movedTo ?? answer.url;
  const read = readFeed(answer.bytes, from);
  if (!('reason' in read)) {
    const { title, link, language } = read.feed;
    const source = {
      ...(title ? { name: title } : {}),
      ...(link ? { url: link } : {}),
      ...(language ? { language } : {}),
    };
    return [describe(address, 'feed', read.entries, source, how)];
  }
  const opml = readOpml(answer.bytes);
  if ('subscriptions' in opml)
    return opml.subscriptions.map((subscription) => ({
      subscription,
      entries: 0,
      headlines: [],
      full: false,
      how: 'opml',
    }));
  const sitemap = readSitemap(answer.bytes, answer.url);
  if ('reason' in sitemap) return undefined;
  const entries = sitemap.kind === 'pages' ? sitemap.entries : [];
  const name = sitemap.kind === 'pages' ? sitemap.publication : undefined;
  return [describe(address, 'sitemap', entries, name ? { name } : {}, how)];
}

function describe(
  address: string,
  kind: Subscription['kind'],
  entries: ReadonlyArray<{
    title?: string;
    published?: string;
    updated?: string;
    content?: string;
  }>,
  source: Subscription['source'],
  how: Found['how'],
): Found {
  const latest = entries
    .map((entry) => entry.published ?? entry.updated ?? '')
    .reduce((a, b) => (a > b ? a : b), '');
  const long = entries.filter((entry) => (entry.content?.length ?? 0) > 800).length;
  return {
    subscription: { id: subscriptionId(address), address, kind, source },
    entries: entries.length,
    ...(latest ? { latest } : {}),
    headlines: entries.flatMap((entry) => entry.title ?? []).slice(0, 3),
    full: long * 2 > entries.length,
    how,
  };
}

function asListing(answer: Fetched): Found | undefined {
  const entries = listingEntries(answer.bytes, answer);
  if (entries.length < 3) return undefined;
  const html = decodeText(answer.bytes, answer.contentType);
  const title = plainLine(/<title[^>]*>([^<]{1,300})/i.exec(html)?.[1] ?? '');
  const source = { url: answer.url, ...(title ? { name: title } : {}) };
  return describe(answer.url, 'listing', entries, source, 'listing');
}

/** Addresses in `<link rel=alternate>` of a feed's type, in order. */
function linkTags(html: string, url: string): string[] {
  const found: string[] = [];
  // Link tags stand in the head; a long body is not worth the walk.
  scanHtml(html.slice(0, 300_000), {
    onopentag(name, attributes) {
      if (name !== 'link' || !attributes['href']) return;
      const types = /^(?:application|text)\/(?:(?:rss|atom|rdf)\+xml|feed\+json|xml)/i;
      const alternate = /\balternate\b/i.test(attributes['rel'] ?? '');
      if (!alternate || !types.test(attributes['type'] ?? '')) return;
      if (URL.canParse(attributes['href'], url)) found.push(new URL(attributes['href'], url).href);
    },
  });
  return found;
}

function feedLinks(html: string, url: string): string[] {
  return pageLinks(html, url)
    .filter(
      (link) =>
        /(?:^|[/._=-])(?:rss2?|feeds?|atom|rdf)(?:[/._?-]|$)/i.test(
          new URL(link.url).pathname + new URL(link.url).search,
        ) || /^(?:rss|خلاصات?|الخلاصات|تلقيم)\b/i.test(link.text),
    )
    .map((link) => link.url);
}

/** The one to take where nobody can be asked. */
export function bestOf(found: readonly Found[]): Found {
  const [best] = [...found].sort((a, b) => rank(b) - rank(a));
  if (!best) throw new RangeError('nothing was found');
  return best;
}

/** Feeds before sitemaps before listings; a site's comments last. */
function rank({ subscription, entries, full, how }: Found): number {
  const kinds = { feed: 100, telegram: 100, sitemap: 60, listing: 40, site: 0 };
  const comments = /comment|تعليق/i.test(
    `${readableAddress(subscription.address)} ${subscription.source.name ?? ''}`,
  );
  return (
    kinds[subscription.kind] +
    (how === 'link-tag' ? 5 : 0) +
    (full ? 10 : 0) +
    (entries ? 10 : 0) -
    (comments ? 90 : 0)
  );
}

function readableAddress(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}
