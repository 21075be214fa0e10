import { expect, test } from 'vitest';
import type { Entity } from '../model/analysis.js';
import { exampleEntry } from './example-entries.js';
import type { Entry, Store } from './store.js';
import { withStoreForEach } from './testing.js';

let store: Store;
withStoreForEach((opened) => {
  store = opened;
});

const person = (key: string): Entity => ({
  type: 'person',
  text: key,
  name: `الاسم ${key}`,
  key,
  field: 'body',
  start: 0,
  end: 3,
});

/** The `n`th article, of the `n`th day, that names these people. */
const naming = (n: number, keys: string[], relations: Entry['relations'] | object = {}): Entry =>
  exampleEntry(n, { analysis: { entities: keys.map(person) }, relations });

const together = async (key: string, newest: number, least: number) => {
  const { names } = await store.namesWith(key, { newest, least });
  return names.map(({ key, together, articles }) => [key, together, articles]).sort();
};

test('names that stand together in enough articles, with all articles of each', async () => {
  await store.save([
    naming(1, ['سامي', 'ليلى', 'نبيل']),
    naming(2, ['سامي', 'ليلى']),
    naming(3, ['ليلى']),
    naming(4, ['سامي', 'نبيل']),
    naming(5, ['منى']),
  ]);
  const { all, names } = await store.namesWith('سامي', { newest: 10, least: 2 });
  expect(all).toBe(5);
  expect(names.find(({ key }) => key === 'ليلى')).toEqual({
    key: 'ليلى',
    name: 'الاسم ليلى',
    type: 'person',
    articles: 3,
    together: 2,
  });
  expect(await together('سامي', 10, 2)).toEqual([
    ['ليلى', 2, 3],
    ['نبيل', 2, 2],
  ]);
  expect(await together('سامي', 10, 3)).toEqual([]);
});

test('only the newest articles of a name count', async () => {
  await store.save([
    naming(1, ['سامي', 'ليلى']),
    naming(2, ['سامي', 'نبيل']),
    naming(3, ['سامي', 'نبيل']),
  ]);
  expect(await together('سامي', 2, 1)).toEqual([['نبيل', 2, 2]]);
});

test('copies of one text count once', async () => {
  const copies = { group: 'g', original: 'article-1', how: 'exact' as const };
  await store.save([
    naming(1, ['سامي', 'ليلى'], { copies }),
    naming(2, ['سامي', 'ليلى'], { copies }),
    naming(3, ['سامي', 'ليلى']),
  ]);
  const found = await store.namesWith('سامي', { newest: 10, least: 1 });
  expect(found.names.map(({ together }) => together)).toEqual([2]);
});

test('a name that no article carries has no company', async () => {
  await store.save([naming(1, ['سامي', 'ليلى'])]);
  expect(await together('غائب', 10, 1)).toEqual([]);
});
