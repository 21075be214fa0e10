import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleArticles } from './articles.js';
import { sampleExtraGold, sampleGold } from './gold.js';
import { startSampleNewsroom, type SampleNewsroom } from './newsroom.js';

let newsroom: SampleNewsroom;
beforeAll(async () => {
  newsroom = await startSampleNewsroom();
});
afterAll(() => newsroom.close());

async function pageText(url: string): Promise<string> {
  const address = new URL(url);
  const origin = newsroom.connectTo[address.hostname] ?? '';
  const response = await fetch(origin + address.pathname + address.search);
  expect(response.status, url).toBe(200);
  const site = newsroom.sites.find((candidate) => candidate.origin === origin);
  return new TextDecoder(site?.encoding).decode(await response.arrayBuffer());
}

const unescape = (text: string) =>
  text.replaceAll('&quot;', '"').replaceAll('&amp;', '&').replaceAll('&lt;', '<');

describe('the sample newsroom', () => {
  it('has five sites in five designs and forty or more articles', () => {
    expect(newsroom.sites).toHaveLength(5);
    const gold = sampleGold();
    expect(gold.length).toBeGreaterThanOrEqual(40);
    expect(new Set(gold.map((article) => article.url)).size).toBe(gold.length);
    for (const article of gold) {
      const words = article.text.join(' ').split(/\s+/).length;
      expect(words, article.slug).toBeGreaterThanOrEqual(120);
      expect(words, article.slug).toBeLessThan(360);
    }
  });

  it('prints every paragraph of every article, and its stable address', async () => {
    for (const article of sampleGold()) {
      const html = unescape(await pageText(article.url));
      expect(html).toContain(`<link rel="canonical" href="${article.url}"`);
      expect(html).toContain(article.title);
      for (const paragraph of article.text)
        for (const cell of paragraph.split('\t')) expect(html, article.slug).toContain(cell);
    }
  });

  it('serves pages of other layouts with their text, listed nowhere', async () => {
    const gold = sampleExtraGold();
    expect(new Set(gold.map((page) => page.layout))).toEqual(
      new Set(['live', 'gallery', 'video', 'opinion', 'scroll', 'amp']),
    );
    for (const page of gold) {
      const html = unescape(await pageText(page.url));
      for (const paragraph of page.text)
        for (const cell of paragraph.split('\t')) expect(html, page.slug).toContain(cell);
    }
  });

  it('serves one site in windows-1256 and one without a feed', async () => {
    const old = newsroom.sites.find((site) => site.encoding === 'windows-1256');
    const response = await fetch(old?.feed ?? '');
    expect(new TextDecoder('windows-1256').decode(await response.arrayBuffer())).toContain(
      'encoding="windows-1256"',
    );
    expect(newsroom.sites.filter((site) => !site.feed)).toHaveLength(1);
  });

  it('answers 304 to what was had before, and 404 to what is not there', async () => {
    const feed = newsroom.sites[0]?.feed ?? '';
    const etag = (await fetch(feed)).headers.get('etag') ?? '';
    expect((await fetch(feed, { headers: { 'if-none-match': etag } })).status).toBe(304);
    expect((await fetch(`${newsroom.origin}/nothing`)).status).toBe(404);
  });

  it('leads to its own port when asked there, and to its stable address by its name', async () => {
    const site = newsroom.sites[0];
    const text = await (await fetch(site?.feed ?? '')).text();
    expect(text).toContain(`<link>${site?.origin}/`);
    expect(text).toContain(`<guid isPermaLink="false">${site?.canonical}/`);
  });

  it('serves each picture that an article names', async () => {
    for (const article of sampleArticles()) {
      if (!article.image) continue;
      const origin = newsroom.connectTo[article.site.host] ?? '';
      const response = await fetch(`${origin}/img/${article.image.name}.svg`);
      expect(response.headers.get('content-type')).toBe('image/svg+xml');
    }
  });
});
