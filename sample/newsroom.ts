import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { SourceHint } from '../src/model/source.js';
import { sampleArticles, type SampleArticle } from './articles.js';
import { designs } from './designs.js';
import { extraPage } from './extra-pages.js';
import { renderFeed } from './feeds.js';
import { placeholderImage } from './images.js';
import { sampleSites, siteUrl, sourceOf, type SampleSite } from './sites.js';
import { encodeWindows1256 } from './windows-1256.js';

/** One site of the running newsroom. */
export interface ServedSite {
  id: string;
  name: string;
  /** `http://127.0.0.1:PORT`; another one at each start. */
  origin: string;
  /** The site's invented address, the same at each start; pages name it as canonical. */
  canonical: string;
  /** On `origin`. Asked by this name, links lead to `origin` as well. */
  feed?: string;
  /** The page that lists the articles, on `origin`. */
  listing: string;
  encoding: 'utf-8' | 'windows-1256';
  source: SourceHint;
}

/** What collect needs to read the newsroom: stable addresses, and where they are served now. */
export interface SampleNewsroom {
  /** Of the first site. */
  origin: string;
  sites: ServedSite[];
  /** By the invented addresses; pass with `connectTo` to `collectOnce`. */
  subscriptions: Array<{
    id: string;
    address: string;
    kind: 'feed' | 'listing';
    source: SourceHint;
  }>;
  /** Invented host → the origin that serves it. */
  connectTo: Record<string, string>;
  close(): Promise<void>;
}

/**
 * Starts the five sites of the sample newsroom on 127.0.0.1, a port each.
 * @param options.port of the first site, the others follow; any free ports without it
 */
export async function startSampleNewsroom(
  options: { port?: number } = {},
): Promise<SampleNewsroom> {
  const all = sampleArticles();
  const servers: Server[] = [];
  const sites: ServedSite[] = [];
  const close = async () => {
    await Promise.all(
      servers.map(
        (server) =>
          new Promise<void>((resolve) => {
            server.close(() => resolve());
            server.closeAllConnections();
          }),
      ),
    );
  };
  try {
    for (const [index, site] of sampleSites.entries()) {
      const server = createServer((request, response) => answer(site, all, request, response));
      servers.push(server);
      await listen(server, options.port ? options.port + index : 0);
      const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
      sites.push({
        id: site.id,
        name: site.name,
        origin,
        canonical: siteUrl(site),
        ...(site.feed ? { feed: origin + site.feed.path } : {}),
        listing: `${origin}/`,
        encoding: site.encoding,
        source: sourceOf(site),
      });
    }
  } catch (error) {
    await close();
    throw error;
  }
  return {
    origin: sites[0]?.origin ?? '',
    sites,
    subscriptions: sampleSites.map((site) => ({
      id: `sample-${site.id}`,
      address: siteUrl(site) + (site.feed?.path ?? '/'),
      kind: site.feed ? 'feed' : 'listing',
      source: sourceOf(site),
    })),
    connectTo: Object.fromEntries(
      sites.map((site) => [new URL(site.canonical).hostname, site.origin]),
    ),
    close,
  };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve());
  });
}

interface Page {
  type: string;
  body: Uint8Array;
  modified: string;
}

function answer(
  site: SampleSite,
  all: readonly SampleArticle[],
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const host = request.headers.host ?? site.host;
  const base = host === site.host ? siteUrl(site) : `http://${host}`;
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { allow: 'GET, HEAD' }).end();
    return;
  }
  const page = pageAt(site, all, request.url ?? '/', base);
  if (!page) {
    const body = Buffer.from(
      '<!DOCTYPE html><html lang="ar" dir="rtl"><head><meta charset="utf-8"><title>الصفحة غير موجودة</title></head><body><h1>عذراً، الصفحة غير موجودة</h1><p><a href="/">العودة إلى الرئيسية</a></p></body></html>',
    );
    response.writeHead(404, { 'content-type': 'text/html; charset=utf-8' }).end(body);
    return;
  }
  const etag = `"${createHash('sha256').update(page.body).digest('hex').slice(0, 16)}"`;
  const modified = new Date(page.modified).toUTCString();
  const headers = { etag, 'last-modified': modified, 'cache-control': 'max-age=60' };
  const sent = request.headers;
  const unchanged = sent['if-none-match']
    ? sent['if-none-match'] === etag
    : sent['if-modified-since'] === modified;
  if (unchanged) {
    response.writeHead(304, headers).end();
    return;
  }
  response.writeHead(200, {
    ...headers,
    'content-type': page.type,
    'content-length': page.body.length,
  });
  response.end(request.method === 'HEAD' ? undefined : page.body);
}

function pageAt(
  site: SampleSite,
  all: readonly SampleArticle[],
  path: string,
  base: string,
): Page | undefined {
  const own = all.filter((article) => article.site === site);
  const modified = own[0]?.published ?? '2023-01-01T00:00:00Z';
  const design = designs[site.design];
  const encode = (text: string) =>
    site.encoding === 'windows-1256' ? encodeWindows1256(text) : Buffer.from(text);
  // The old site names its encoding in the page alone, as such sites do.
  const html = site.encoding === 'windows-1256' ? 'text/html' : 'text/html; charset=utf-8';
  if (path === '/') return { type: html, body: encode(design.front(site, own)), modified };
  if (path === '/robots.txt') {
    const body = Buffer.from('User-agent: *\nDisallow: /go/\nDisallow: /share/\nAllow: /\n');
    return { type: 'text/plain', body, modified };
  }
  if (path === site.feed?.path) {
    const type = site.feed.format === 'atom' ? 'application/atom+xml' : 'text/xml';
    return { type, body: encode(renderFeed(site, own, all, base)), modified };
  }
  const image = /^\/img\/([a-z0-9-]+)\.svg$/.exec(path)?.[1];
  if (image) return { type: 'image/svg+xml', body: Buffer.from(placeholderImage(image)), modified };
  const article = own.find((candidate) => candidate.path === path);
  if (!article) {
    const extra = extraPage(site, all, path);
    return extra && { type: html, body: encode(extra.html), modified: extra.modified };
  }
  return {
    type: html,
    body: encode(design.article(article, all)),
    modified: article.published,
  };
}
