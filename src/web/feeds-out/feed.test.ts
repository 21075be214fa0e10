import { parseJsonFeed, parseRssFeed } from 'feedsmith';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { now } from '../../../test/browser-articles.js';
import { browserDesk } from '../../../test/browser-desk.js';
import { createApp } from '../app.js';
import { jsonFeed, rss } from './feed.js';

const app = createApp(browserDesk(), { timeZone: 'UTC', now: () => now });
const word = encodeURIComponent('زلزال');
const key = encodeURIComponent('زلزال_الوادي');

test.each([
  ['/feed', 12],
  ['/feed?topic=economy', 2],
  [`/keyword/${key}/feed`, 3],
  [`/entity/${encodeURIComponent('إقليم_الوادي')}/feed`, 4],
  ['/source/nahr.example/feed', 3],
  ['/story/quake/feed', 4],
  [`/search/feed?q=${word}`, 6],
])('%s is read back from both forms', async (address, articles) => {
  const [path, query] = address.split('?');
  const of = async (form: string) =>
    (await app.request(`${path}.${form}${query ? `?${query}` : ''}`)).text();
  const xml = parseRssFeed(await of('xml'));
  expect(xml.items).toHaveLength(articles);
  expect(xml.items?.[0]?.link).toMatch(/^http:\/\/localhost\/article\//);
  const json = parseJsonFeed(JSON.parse(await of('json')));
  expect(json.items?.map((item) => item.title)).toEqual(xml.items?.map((item) => item.title));
});

test('the public address stands in the links', async () => {
  const behind = createApp(browserDesk(), { publicUrl: 'https://news.example.org/' });
  const feed = parseRssFeed(await (await behind.request('/feed.xml')).text());
  expect(feed.link).toBe('https://news.example.org/');
  expect(feed.items?.[0]?.link).toMatch(/^https:\/\/news\.example\.org\/article\//);
});

test('a feed of nothing known is a 404, of no words a 400', async () => {
  expect((await app.request('/source/none/feed.xml')).status).toBe(404);
  expect((await app.request('/search/feed.xml')).status).toBe(400);
});

test('any text comes out of RSS as it went in, but for what XML cannot carry', () => {
  const allowed = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;
  fc.assert(
    fc.property(fc.string({ unit: 'binary', minLength: 1 }), (noise) => {
      const title = `عنوان ${noise} تمام`;
      const feed = {
        title: 'ورّاق',
        description: 'x',
        page: 'http://localhost/',
        self: 'http://localhost/feed.xml',
        site: 'http://localhost',
        items: [{ id: '1', title, text: title, path: '/article/1', at: now }],
      };
      const read = parseRssFeed(rss(feed));
      const squeeze = (text: string | undefined) => text?.replace(/\s+/g, ' ');
      expect(squeeze(read.items?.[0]?.title)).toBe(squeeze(title.replace(allowed, ' ')));
      expect(JSON.parse(jsonFeed(feed)).items[0].id).toBe('1');
    }),
  );
});

test('what rises is followed by its subjects, with links to their pages', async () => {
  const xml = parseRssFeed(await (await app.request('/rising/feed.xml')).text());
  expect(xml.items?.map((item) => item.title)).toEqual(['زلزال الوادي', 'إقليم الوادي']);
  expect(xml.items?.[0]?.link).toBe(`http://localhost/keyword/${key}`);
  expect(xml.items?.[0]?.description).toContain('6 أخبار من 4 مصادر');
});
