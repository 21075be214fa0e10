import { decodeHTML } from 'entities';
import type { FeedEntry, RawDocument, Refusal } from '../model/document.js';
import { readAtom } from './feeds/atom.js';
import { decodeText } from './feeds/charset.js';
import type { ReadFeed } from './feeds/feed.js';
import { readJsonFeed } from './feeds/json-feed.js';
import { readRss } from './feeds/rss.js';
import { placeTimes } from './feeds/zones.js';
import { child, readXml, type XmlElement } from './feeds/xml-tree.js';

/** Whether an entry has anything to show; feeds hold others, with a time or an id alone. */
export function isReadable(entry: FeedEntry): boolean {
  return Boolean(entry.url ?? entry.title ?? entry.content ?? entry.summary);
}

/**
 * Reads RSS 0.9x to 2.0, RDF, Atom and JSON Feed from bytes as they came, in whatever encoding,
 * well formed or not. Throws nothing: what is no feed comes back with the reason.
 * @param from.contentType as HTTP gave it
 * @param from.url where it came from; relative addresses count from there
 * @param from.timeZone IANA name; of the times that name no zone, UTC without it
 */
export function readFeed(
  bytes: Uint8Array,
  from: { contentType?: string; url?: string; timeZone?: string } = {},
): ReadFeed | { reason: string } {
  const text = decodeText(bytes, from.contentType).replaceAll('\0', '');
  const start = text.slice(0, 2000).trimStart();
  if (!start) return { reason: 'The document is empty.' };
  const read =
    start.startsWith('{') || start.startsWith('\ufeff{')
      ? readJsonFeed(text, from.url)
      : readXmlFeed(readXml(expandEntities(mendReferences(text)), from.url));
  if (!read)
    return {
      reason: /<(?:!doctype html|html)\b/i.test(start)
        ? 'It is a web page, not a feed.'
        : 'It is no feed of a known format (RSS, RDF, Atom, JSON Feed).',
    };
  placeTimes(read.entries, from.timeZone);
  return read;
}

/** References to control characters (`&#146;`) mean those of windows-1252, as in HTML. */
function mendReferences(text: string): string {
  return text.replace(/&#(?:1[2-5]\d|x[89][\da-f]);/gi, (reference) => decodeHTML(reference));
}

/**
 * Puts in the entities that a document type declares as plain text. One that names another is left
 * alone, and so is a document that uses them more often than a person would: nothing can explode.
 */
function expandEntities(text: string): string {
  const doctype = /<!DOCTYPE[^>[]*\[([^\]]{0,20000})\]/.exec(text.slice(0, 30_000))?.[1];
  if (!doctype?.includes('<!ENTITY')) return text;
  const entities = new Map<string, string>();
  for (const [, name = '', value = ''] of doctype.matchAll(
    /<!ENTITY\s+([\w.-]{1,50})\s+(?:"([^"&%<]{0,500})"|'[^']*')\s*>/g,
  ))
    if (value) entities.set(name, value);
  let left = 5000;
  return text.replace(/&([\w.-]{1,50});/g, (whole, name: string) => {
    const value = entities.get(name);
    return value !== undefined && left-- > 0 ? value : whole;
  });
}

function readXmlFeed(document: XmlElement): ReadFeed | undefined {
  // Broken documents have junk, or a second root, before the one that counts.
  const roots = [document, ...document.children, ...document.children.flatMap((c) => c.children)];
  for (const root of roots) {
    if (root.name === 'rss') return readRss(root, 'rss');
    if (root.name === 'rdf:rdf' || root.name === 'rdf') return readRss(root, 'rdf');
    if (root.name === 'feed' || root.name === 'entry') return readAtom(root);
  }
  const channel = roots.find((root) => child(root, 'channel') ?? child(root, 'item'));
  return channel && readRss(channel, 'rss');
}

/** The entries of a feed that lies in a file, each as a document of its own. */
export function* feedDocuments(
  name: string,
  bytes: Uint8Array,
  fetchedAt: string,
): Generator<RawDocument | Refusal> {
  const read = readFeed(bytes);
  if ('reason' in read) {
    yield { name, reason: read.reason };
    return;
  }
  const { feed } = read;
  const entries = read.entries.filter(isReadable);
  if (entries.length === 0) yield { name, reason: 'The feed has no entries.' };
  const source = {
    ...(feed.title ? { name: feed.title } : {}),
    ...(feed.link ? { url: feed.link } : {}),
    ...(feed.language ? { language: feed.language } : {}),
  };
  for (const [index, entry] of entries.entries())
    yield {
      form: 'entry',
      name: `${name}:${index + 1}`,
      entry,
      source,
      fetchedAt,
      reason: 'Read from a feed file; its page was not fetched.',
    };
}
