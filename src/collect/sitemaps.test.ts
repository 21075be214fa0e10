import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { newestSitemaps, readSitemap, recentEntries } from './sitemaps.js';

const news = `<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:n="http://www.google.com/schemas/sitemap-news/0.9">
<url><loc>https://a.example/1</loc><n:news><n:publication><n:name>ألف</n:name></n:publication><n:publication_date>2023-09-09T10:00:00+03:00</n:publication_date><n:title>عنوان &amp; خبر</n:title><n:keywords>زلزال، المغرب</n:keywords></n:news></url>
<url><loc>https://a.example/2</loc><lastmod>2020-01-01</lastmod></url></urlset>`;

describe('readSitemap', () => {
  it('reads news sitemaps, packed too', () => {
    for (const bytes of [Buffer.from(news), gzipSync(news)])
      expect(readSitemap(bytes)).toEqual({
        kind: 'pages',
        publication: 'ألف',
        entries: [
          {
            id: 'https://a.example/1',
            url: 'https://a.example/1',
            title: 'عنوان & خبر',
            published: '2023-09-09T07:00:00Z',
            tags: ['زلزال', 'المغرب'],
          },
          {
            id: 'https://a.example/2',
            url: 'https://a.example/2',
            updated: '2020-01-01T00:00:00Z',
          },
        ],
      });
  });

  it('chooses the news of an index, and recent pages', () => {
    const read = readSitemap(
      Buffer.from(
        '<sitemapindex><sitemap><loc>https://a.example/tags.xml</loc></sitemap><sitemap><loc>https://a.example/news-1.xml</loc><lastmod>2023-01-01</lastmod></sitemap><sitemap><loc>https://a.example/news-2.xml</loc><lastmod>2023-09-01</lastmod></sitemap></sitemapindex>',
      ),
    );
    if (!('kind' in read) || read.kind !== 'index') throw new Error('no index');
    expect(newestSitemaps(read.sitemaps, 1)).toEqual(['https://a.example/news-2.xml']);
    const pages = readSitemap(Buffer.from(news));
    if (!('kind' in pages) || pages.kind !== 'pages') throw new Error('no pages');
    expect(recentEntries(pages.entries, Date.UTC(2023, 8, 10))).toHaveLength(1);
  });

  it('refuses other documents and bombs', () => {
    expect(readSitemap(Buffer.from('<rss/>'))).toEqual({ reason: 'It is no sitemap.' });
    expect(readSitemap(gzipSync(Buffer.alloc(60 * 1024 * 1024)))).toEqual({
      reason: 'The sitemap could not be unpacked.',
    });
  });
});
