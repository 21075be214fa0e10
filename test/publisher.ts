import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A small publisher on loopback whose news are of our own writing; what it answers can be changed. */
export interface Publisher {
  /** `127.0.0.1:PORT`. */
  host: string;
  origin: string;
  /** Puts an article at the head of the feed. */
  publish(headline: string, ...paragraphs: string[]): string;
  /** Gives an article another time, as publishers do that change it. */
  touch(address: string): void;
  /** 200 for a healthy server; everything is answered with it otherwise. */
  status: number;
  /** What a path answers instead. */
  pages: Map<string, { status: number; body: string }>;
  /** Address of a WebSub hub that the feed names. */
  hub?: string;
  /** Paths asked for, with the time. */
  asked: Array<{ path: string; at: number }>;
  close(): Promise<void>;
}

export async function startPublisher(name: string): Promise<Publisher> {
  const articles: Array<{ path: string; headline: string; paragraphs: string[]; at: Date }> = [];
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    publisher.asked.push({ path, at: Date.now() });
    if (path === '/robots.txt') return void response.writeHead(404).end();
    const instead = publisher.pages.get(path);
    if (instead)
      return void response
        .writeHead(instead.status, { 'content-type': 'text/html; charset=utf-8' })
        .end(instead.body);
    if (publisher.status !== 200) return void response.writeHead(publisher.status).end('broken');
    const send = (type: string, body: string) =>
      response.writeHead(200, { 'content-type': `${type}; charset=utf-8` }).end(body);
    if (path === '/')
      return void send(
        'text/html',
        `<html lang="ar" dir="rtl"><head><title>${name}</title><link rel="alternate" type="application/rss+xml" title="${name}" href="/feed"></head><body><h1>${name}</h1></body></html>`,
      );
    if (path === '/feed')
      return void send(
        'application/rss+xml',
        `<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>${name}</title><link>${publisher.origin}/</link><language>ar</language>${publisher.hub ? `<atom:link rel="hub" href="${publisher.hub}"/><atom:link rel="self" href="${publisher.origin}/feed"/>` : ''}${[
          ...articles,
        ]
          .reverse()
          .map(
            ({ path: at, headline, paragraphs, at: when }) =>
              `<item><title>${headline}</title><link>${publisher.origin}${at}</link><guid>${publisher.origin}${at}</guid><pubDate>${when.toUTCString()}</pubDate><description>${paragraphs[0]}</description></item>`,
          )
          .join('')}</channel></rss>`,
      );
    const article = articles.find((one) => one.path === path);
    if (!article) return void response.writeHead(404).end('nothing here');
    send(
      'text/html',
      `<html lang="ar" dir="rtl"><head><title>${article.headline} - ${name}</title><meta property="og:title" content="${article.headline}"><meta property="article:published_time" content="${article.at.toISOString()}"></head><body><header><nav><a href="/">الرئيسية</a></nav></header><article><h1>${article.headline}</h1>${article.paragraphs.map((text) => `<p>${text}</p>`).join('')}</article><footer>جميع الحقوق محفوظة</footer></body></html>`,
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const publisher: Publisher = {
    host,
    origin: `http://${host}`,
    publish(headline, ...paragraphs) {
      const path = `/news/${articles.length + 1}`;
      articles.push({ path, headline, paragraphs, at: new Date() });
      return publisher.origin + path;
    },
    touch(address) {
      const article = articles.find(({ path }) => address.endsWith(path));
      if (article) article.at = new Date(article.at.getTime() + 60_000);
    },
    status: 200,
    pages: new Map(),
    asked: [],
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return publisher;
}
