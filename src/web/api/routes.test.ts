import { expect, test } from 'vitest';
import { now } from '../../../test/browser-articles.js';
import { browserDesk } from '../../../test/browser-desk.js';
import { createApp } from '../app.js';

const app = createApp(browserDesk(), { timeZone: 'UTC', now: () => now });

interface Body {
  items: Array<Record<string, unknown>>;
  next?: string;
  error?: string;
  [name: string]: unknown;
}

async function get(path: string, status = 200): Promise<Body> {
  const response = await app.request(path);
  expect(response.status).toBe(status);
  return (await response.json()) as Body;
}

test('a list goes on where its `next` says', async () => {
  const first = await get('/api/articles?limit=5');
  const second = await get(`/api/articles?limit=5&from=${first.next}`);
  const ids = [...first.items, ...second.items].map((item) => item.id);
  expect(new Set(ids).size).toBe(10);
  expect(first.items[0]).not.toHaveProperty('seq');
});

test('an article carries its text and all that was found out about it', async () => {
  const article = await get('/api/articles/quake-3');
  expect(article.body).toContain('ليلة ثانية في العراء');
  expect(article.keyphrases).toHaveLength(5);
  expect(article.alsoIn).toHaveLength(2);
  expect(article.nextRead).toMatchObject({ id: 'relief', because: 'development' });
});

test('similar articles with their reasons', async () => {
  const { items } = await get('/api/articles/quake-3/similar?sort=date');
  expect(items[0]).toMatchObject({ id: 'quake-2', reason: { about: ['زلزال الوادي'] } });
});

test('search tells where the words stand', async () => {
  const { items } = await get(`/api/search?q=${encodeURIComponent('الفائدة')}`);
  expect(items[0]).toHaveProperty('highlights.title.hits');
});

test.each([
  ['/api/articles?limit=0', 'limit: must be at least 1'],
  ['/api/articles?limit=many', 'limit: must be a whole number'],
  ['/api/articles?topic=gossip', 'topic: '],
  ['/api/articles?after=yesterday', 'after: must be a day'],
  ['/api/search', 'q: is missing'],
  ['/api/articles/quake-3/similar?sort=size', 'sort: '],
])('%s is refused: %s', async (path, reason) => {
  expect((await get(path, 400)).error).toContain(reason);
});

test.each(['/api/articles/none', '/api/stories/none', '/api/nothing'])(
  '%s is a 404',
  async (path) => {
    expect((await get(path, 404)).error).toMatch(/^No such|^No /);
  },
);

test('stories, sources, keyphrases and entities', async () => {
  expect((await get('/api/stories?limit=1')).items[0]).toMatchObject({ outlets: 4, articles: 6 });
  expect((await get('/api/stories/quake')).entries).toHaveLength(4);
  expect((await get('/api/sources')).items).toHaveLength(4);
  expect((await get('/api/sources/nahr.example')).items).toHaveLength(3);
  const key = encodeURIComponent('سعر_الفائدة');
  expect((await get(`/api/keyphrases/${key}`)).items).toHaveLength(2);
  const name = encodeURIComponent('إقليم_الوادي');
  expect(await get(`/api/entities/${name}`)).toMatchObject({ type: 'place' });
});
