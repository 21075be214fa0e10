import type { FeedEntry } from '../../model/document.js';
import { readLocalDate } from './dates.js';
import { present, type Feed, type ReadFeed } from './feed.js';
import { plainLine } from './plain-text.js';
import { resolveUrl } from './xml-tree.js';

/** JSON Feed 1 and 1.1; undefined where the object is none. */
export function readJsonFeed(text: string, base?: string): ReadFeed | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return undefined;
  }
  if (!isObject(value) || !Array.isArray(value['items'])) return undefined;
  const hubs = Array.isArray(value['hubs']) ? value['hubs'].filter(isObject) : [];
  return {
    feed: present<Feed>({
      format: 'json',
      title: string(value['title']),
      link: address(value['home_page_url'], base),
      description: string(value['description']),
      language: string(value['language']),
      image: address(value['icon'] ?? value['favicon'], base),
      hub: string(hubs[0]?.['url']),
      self: address(value['feed_url'], base),
    }),
    entries: value['items'].filter(isObject).map((item) => readItem(item, base)),
  };
}

function readItem(item: Record<string, unknown>, base?: string): FeedEntry {
  const url = address(item['url'] ?? item['external_url'], base);
  const text = string(item['content_text']);
  const authors = Array.isArray(item['authors']) ? item['authors'] : [item['author']];
  const title = string(item['title']);
  return present<FeedEntry>({
    id: string(item['id']) ?? url ?? title ?? '',
    url,
    title: title && plainLine(title),
    content: string(item['content_html']) ?? (text && asHtml(text)),
    summary: string(item['summary']),
    author: authors
      .filter(isObject)
      .flatMap((author) => string(author['name']) ?? [])
      .join('، '),
    published: readLocalDate(string(item['date_published']) ?? ''),
    updated: readLocalDate(string(item['date_modified']) ?? ''),
    tags: Array.isArray(item['tags']) ? item['tags'].flatMap((tag) => string(tag) ?? []) : [],
    image: address(item['image'] ?? item['banner_image'], base),
  });
}

function asHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\n', '<br>');
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function string(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value.trim() ? value.trim() : undefined;
}

function address(value: unknown, base?: string): string | undefined {
  const text = string(value);
  return text && resolveUrl(text, base);
}
