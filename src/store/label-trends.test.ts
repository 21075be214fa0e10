import { expect, test } from 'vitest';
import { exampleEntry } from './example-entries.js';
import type { Store } from './store.js';
import { withStoreForEach } from './testing.js';

let store: Store;
withStoreForEach((opened) => {
  store = opened;
});

const day = (n: number): string => new Date(Date.UTC(2020, 0, n)).toISOString();

test('counts the labels of a span and of the one before, a copy group once', async () => {
  const copies = { group: 'g', original: 'article-20', how: 'exact' as const };
  await store.save(
    Array.from({ length: 24 }, (_, at) => at + 1).map((n) =>
      exampleEntry(n, n === 20 || n === 21 ? { relations: { copies } } : {}),
    ),
  );
  const span = { before: day(11), since: day(19), until: day(25), least: 2 };
  const { articles, earlier, labels } = await store.labelTrends(span);
  expect([articles, earlier]).toEqual([5, 8]);
  const daily = labels.find(({ key }) => key === 'اخبار_يوم')!;
  expect(daily).toMatchObject({ kind: 'keyphrase', outlets: 3, earlier: 8 });
  expect(daily.groups).toHaveLength(5);
  expect(labels.every(({ groups }) => groups.length >= 2)).toBe(true);
});

test('stories of several articles that carry a label, the newest first', async () => {
  await store.save([1, 5, 11, 21, 26].map((n) => exampleEntry(n)));
  const found = await store.storiesWith({ entity: 'مدينه_1' }, 5);
  expect(found).toEqual([{ id: 'story-2', articles: 2, last: '2020-01-26T09:00:00.000Z' }]);
  expect(await store.storiesWith({ keyphrase: 'none' }, 5)).toEqual([]);
});
