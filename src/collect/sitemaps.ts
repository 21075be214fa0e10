import { gunzipSync } from 'node:zlib';
import type { FeedEntry } from '../model/document.js';
import { decodeText } from './feeds/charset.js';
import { readFeedDate, readLocalDate } from './feeds/dates.js';
import { present } from './feeds/feed.js';
import { placeTimes } from './feeds/zones.js';
import { plainLine } from './feeds/plain-text.js';
import {
  child,
  childrenNamed,
  readXml,
  resolveUrl,
  textOf,
  type XmlElement,
} from './feeds/xml-tree.js';

/** A sitemap's pages, or the sitemaps that an index lists. */
export type ReadSitemap =
  | { kind: 'pages'; entries: FeedEntry[]; publication?: string }
  | { kind: 'index'; sitemaps: Array<{ url: string; updated?: string }> };

const largest = 50 * 1024 * 1024;

/** Reads a sitemap or a sitemap index, packed or not, with the news and image extensions. */
export function readSitemap(
  bytes: Uint8Array,
  url?: string,
  timeZone?: string,
): ReadSitemap | { reason: string } {
  const unpacked = unpack(bytes);
  if (!unpacked) return { reason: 'The sitemap could not be unpacked.' };
  const document = readXml(decodeText(unpacked), url);
  const index = document.children.find((element) => element.name === 'sitemapindex');
  if (index)
    return {
      kind: 'index',
      sitemaps: childrenNamed(index, 'sitemap').flatMap((element) => {
        const address = textOf(element, 'loc');
        const updated = readFeedDate(textOf(element, 'lastmod') ?? '');
        return address ? { url: resolveUrl(address, url), ...(updated ? { updated } : {}) } : [];
      }),
    };
  const set = document.children.find((element) => element.name === 'urlset');
  if (!set) return { reason: 'It is no sitemap.' };
  const pages = childrenNamed(set, 'url');
  const news = pages.find((page) => child(page, 'news:news'));
  const publication =
    news &&
    textOf(child(child(news, 'news:news') ?? news, 'news:publication') ?? news, 'news:name');
  return {
    kind: 'pages',
    entries: placeTimes(
      pages.flatMap((page) => toEntry(page, url) ?? []),
      timeZone,
    ),
    ...(publication ? { publication } : {}),
  };
}

function toEntry(page: XmlElement, base: string | undefined): FeedEntry | undefined {
  const address = textOf(page, 'loc');
  if (!address) return undefined;
  const url = resolveUrl(address, base);
  const news = child(page, 'news:news');
  const title = news && textOf(news, 'news:title');
  const keywords = (news && textOf(news, 'news:keywords')) ?? '';
  const picture = child(page, 'image:image');
  return present<FeedEntry>({
    id: url,
    url,
    title: title && plainLine(title),
    published: news && readLocalDate(textOf(news, 'news:publication_date') ?? ''),
    updated: readLocalDate(textOf(page, 'lastmod') ?? ''),
    tags: keywords.split(/[,،]/).flatMap((keyword) => plainLine(keyword) || []),
    image: picture && textOf(picture, 'image:loc'),
  });
}

function unpack(bytes: Uint8Array): Uint8Array | undefined {
  if (!(bytes[0] === 0x1f && bytes[1] === 0x8b)) return bytes;
  try {
    return gunzipSync(bytes, { maxOutputLength: largest });
  } catch {
    return undefined;
  }
}

/** The sitemaps of an index to look into: those for news where there are such, the last changed first. */
export function newestSitemaps(
  sitemaps: ReadonlyArray<{ url: string; updated?: string }>,
  most: number,
): string[] {
  const news = sitemaps.filter(({ url }) => /news|latest|recent/i.test(url));
  const others = sitemaps.filter(({ url }) => !/tag|categor|author|page-|image|video/i.test(url));
  const chosen = news.length ? news : others.length ? others : sitemaps;
  // Without times the last one of a numbered row usually grows.
  return [...chosen]
    .reverse()
    .sort((a, b) => (b.updated ?? '').localeCompare(a.updated ?? ''))
    .slice(0, most)
    .map(({ url }) => url);
}

/** The entries that count as news: dated within `days`, or all where a page of news names them so. */
export function recentEntries(entries: readonly FeedEntry[], now: number, days = 3): FeedEntry[] {
  const oldest = new Date(now - days * 86_400_000).toISOString();
  return entries.filter((entry) => (entry.published ?? entry.updated ?? '') >= oldest);
}
