import { brotliDecompressSync } from 'node:zlib';
import { parseHTML } from 'linkedom';
import { beforeAll, expect, test } from 'vitest';
import { now } from '../../test/browser-articles.js';
import { browserDesk } from '../../test/browser-desk.js';
import type { Desk } from '../desk.js';
import { createApp } from './app.js';

const options = { timeZone: 'Asia/Riyadh', now: () => now };
const app = createApp(browserDesk(), options);

type Document = ReturnType<typeof parseHTML>['document'];

async function page(path: string, status = 200): Promise<Document> {
  const response = await app.request(path);
  expect(response.status).toBe(status);
  expect(response.headers.get('content-type')).toMatch(/^text\/html/);
  return parseHTML(await response.text()).document;
}

const texts = (document: Document, selector: string) =>
  [...document.querySelectorAll(selector)].map((each) => each.textContent?.trim());

let front: Document;
beforeAll(async () => {
  front = await page('/');
});

test('the front page folds copies into one entry with the other outlets', () => {
  expect(texts(front, '.latest .entry-title').join()).not.toContain('حصيلة زلزال الوادي ترتفع');
  expect(texts(front, '.latest .also-in')).toEqual(['نُشر أيضاً في: موقع المنارة، قناة الساحة']);
});

test('an article names each other outlet once, and never its own', async () => {
  const desk = browserDesk();
  const twice = createApp(
    {
      ...desk,
      articlePage: async (id, asked) => {
        const page = (await desk.articlePage(id, asked))!;
        const [copy] = page.alsoIn;
        const own = { ...copy!, id: 'own', source: page.stored.article.source };
        return { ...page, alsoIn: [...page.alsoIn, { ...copy!, id: 'again' }, own] };
      },
    },
    options,
  );
  const { document } = parseHTML(await (await twice.request('/article/quake-3')).text());
  expect(texts(document, '.copies a')).toEqual(['موقع المنارة', 'قناة الساحة']);
});

test('the front page leads with the story of most outlets', () => {
  expect(texts(front, '.lead-story-title')[0]).toContain('زلزال الوادي');
  expect(texts(front, '.lead-story .outlets')).toEqual(['4 مصادر']);
});

test('a story of the front page names what else of its affair is news', () => {
  expect(texts(front, '.lead-story .of-the-affair a')).toEqual([
    'البنك يمهل المتضررين من الزلزال',
    'هدنة جزر المرجان',
  ]);
});

test('the page of a story tells what came after it from what came before', async () => {
  const story = await page('/story/quake');
  const links = (heading: string) =>
    [...story.querySelectorAll('.affair')]
      .filter((each) => each.querySelector('h2')?.textContent?.trim() === heading)
      .flatMap((each) => [...each.querySelectorAll('a')].map((link) => link.getAttribute('href')));
  expect(links('ما جدّ بعده في الشأن نفسه')).toEqual(['/story/bank']);
  expect(links('ما سبق في الشأن نفسه')).toEqual(['/story/truce']);
});

test('a story of one report leads to the report', () => {
  const titles = [...front.querySelectorAll('.top-story-title a')];
  const match = titles.find((each) => each.textContent?.includes('نهائي الكأس'));
  expect(match?.getAttribute('href')).toBe('/article/match');
});

test('the latest of one topic', async () => {
  const economy = await page('/?topic=economy');
  expect(texts(economy, 'h1')).toEqual(['اقتصاد']);
  expect(texts(economy, '.entry-title')).toHaveLength(2);
  expect(economy.querySelector('.topics [aria-current]')?.textContent).toBe('اقتصاد');
});

test('a topic that does not exist is a clear 400', async () => {
  const bad = await page('/?topic=gossip', 400);
  expect(texts(bad, 'h1')).toEqual(['طلب غير مفهوم']);
  expect(texts(bad, '.detail')[0]).toContain('topic');
});

test('an empty store says how to fill it', async () => {
  const empty = createApp(browserDesk({ empty: true }), options);
  const text = await (await empty.request('/')).text();
  expect(text).toContain('لا أخبار هنا بعد');
  expect(text).toContain('warraq import');
  expect(text).toContain('http-equiv="refresh"');
});

test('similar articles in either order, each with its reason', async () => {
  const order = async (sort: string) =>
    texts(await page(`/article/quake-3?sort=${sort}`), '.similar-list .entry-title');
  const byDate = await order('date');
  expect(byDate).toHaveLength(2);
  expect(await order('similarity')).toEqual([...byDate].reverse());
  const document = await page('/article/quake-3?sort=date');
  expect(texts(document, '.similar-list .reason')[0]).toMatch(/^عن: /);
  expect(document.querySelector('.choice [aria-current]')?.textContent).toBe('الأحدث');
});

test('headings of the article follow on without a gap', async () => {
  const document = await page('/article/quake-3');
  const levels = [...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].map((heading) =>
    Number(heading.tagName[1]),
  );
  expect(levels[0]).toBe(1);
  levels.reduce((before, level) => {
    expect(level).toBeLessThanOrEqual(before + 1);
    return level;
  });
});

test('a sentence of the brief leads to its paragraph', async () => {
  const document = await page('/article/quake-3');
  for (const link of document.querySelectorAll('.brief a')) {
    const target = document.getElementById(link.getAttribute('href')!.slice(1));
    expect(target?.textContent).toContain(link.textContent);
  }
});

test('hostile text shows as text and hostile links are gone', async () => {
  const document = await page(`/article/${encodeURIComponent('hostile/1?')}`);
  expect(document.querySelector('h1')?.textContent).toContain('<script>alert("x")</script>');
  expect(document.querySelectorAll('script, main img, [onload], [onerror]')).toHaveLength(0);
  for (const link of document.querySelectorAll('[href]'))
    expect(link.getAttribute('href')).toMatch(/^(?:\/|#|https?:)/);
});

test('links to other sites tell them nothing of us', async () => {
  const document = await page('/article/quake-3');
  const outward = [...document.querySelectorAll('a[href^=http]')];
  expect(outward.length).toBeGreaterThan(0);
  for (const link of outward) expect(link.getAttribute('rel')).toBe('noopener noreferrer nofollow');
});

test('search marks what it found and keeps the query in its field', async () => {
  const document = await page(`/search?q=${encodeURIComponent('زلزال')}`);
  expect(texts(document, 'mark')).toContain('زلزال');
  expect(document.querySelector('input[type=search]')?.getAttribute('value')).toBe('زلزال');
});

test('search without words, and without results, says what to do', async () => {
  expect(texts(await page('/search'), '.empty-title')[0]).toContain('اكتب');
  expect(texts(await page('/search?q=zzz'), '.empty-title')[0]).toContain('لم نجد');
});

test('a keyword page draws its days and links its feed', async () => {
  const document = await page(`/keyword/${encodeURIComponent('زلزال_الوادي')}`);
  expect(document.querySelectorAll('.day-chart .bar')).toHaveLength(13);
  expect(document.querySelector('svg[role=img]')?.getAttribute('aria-label')).toContain('2 مارس');
  expect(document.querySelectorAll('link[rel=alternate]')).toHaveLength(4);
});

test.each(['/article/none', '/story/none', '/keyword/none', '/entity/none', '/source/none', '/no'])(
  '%s is a 404 that says what to do',
  async (path) => {
    expect(texts(await page(path, 404), '.message p')[0]).toContain('ابحث عنه');
  },
);

test('a failing desk gives a calm 500 and tells the operator', async () => {
  const faults: string[] = [];
  const broken = { ...browserDesk(), latest: () => Promise.reject(new Error('disk')) } as Desk;
  const failing = createApp(broken, { ...options, onFault: (error) => faults.push(error.message) });
  const response = await failing.request('/');
  expect(response.status).toBe(500);
  expect(await response.text()).not.toContain('disk');
  const api = await failing.request('/api/articles');
  expect(await api.json()).toEqual({ error: 'The server failed; its output says why.' });
  expect(faults).toEqual(['disk', 'disk']);
});

test('the sample is removed by our own form only', async () => {
  const fresh = createApp(browserDesk(), options);
  const remove = (headers: Record<string, string>) =>
    fresh.request('/sample/remove', { method: 'POST', headers });
  expect((await remove({ 'sec-fetch-site': 'cross-site' })).status).toBe(403);
  expect(await (await fresh.request('/')).text()).toContain('هذه أخبار تجريبية');
  expect((await remove({ 'sec-fetch-site': 'same-origin' })).status).toBe(303);
  expect(await (await fresh.request('/')).text()).not.toContain('هذه أخبار تجريبية');
  expect((await fresh.request('/sample/remove')).status).toBe(404);
});

test('every response carries the strict policy', async () => {
  for (const path of ['/', '/no', '/api', '/feed.xml', '/health']) {
    const { headers } = await app.request(path);
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('content-security-policy')).not.toContain('unsafe');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  }
});

test('pages are compressed and revalidated', async () => {
  const plain = await app.request('/');
  const packed = await app.request('/', { headers: { 'accept-encoding': 'gzip, br' } });
  expect(packed.headers.get('content-encoding')).toBe('br');
  const unpacked = brotliDecompressSync(Buffer.from(await packed.arrayBuffer())).toString();
  expect(unpacked).toBe(await plain.text());
  const etag = packed.headers.get('etag')!;
  const again = await app.request('/', { headers: { 'if-none-match': etag } });
  expect(again.status).toBe(304);
});

test('assets are kept for a year under names that change with them', async () => {
  const style = front.querySelector('link[rel=stylesheet]')!.getAttribute('href')!;
  const response = await app.request(style);
  expect(response.headers.get('cache-control')).toContain('immutable');
  const fonts = [...(await response.text()).matchAll(/url\(([^)]+)\)/g)].map((match) => match[1]!);
  expect(fonts).toHaveLength(6);
  for (const font of fonts) {
    expect(font).toMatch(/^\/assets\/[\w.-]+\.[0-9a-f]{10}\.woff2$/);
    expect((await app.request(font)).headers.get('content-type')).toBe('font/woff2');
  }
  expect((await app.request('/assets/..%2fapp.js')).status).toBe(404);
});

test('/health counts articles, and is 503 where the store does not answer', async () => {
  expect(await (await app.request('/health')).json()).toMatchObject({ status: 'ok', articles: 14 });
  const desk = browserDesk();
  desk.store.stats = () => Promise.reject(new Error('gone'));
  const failing = createApp(desk, { ...options, onFault: () => undefined });
  expect((await failing.request('/health')).status).toBe(503);
});
