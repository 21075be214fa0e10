import { describe, expect, it } from 'vitest';
import { exampleEntry } from './example-entries.js';
import type { Entry, Store } from './store.js';
import { withStoreForEach } from './testing.js';

const range = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index);
const entries = (from: number, to: number): Entry[] => range(from, to).map((n) => exampleEntry(n));

let store: Store;
withStoreForEach((opened) => {
  store = opened;
});

describe('lists', () => {
  it('pages through all articles, newest first, each once', async () => {
    await store.save(entries(1, 45));
    const seen: string[] = [];
    let from: string | undefined;
    do {
      const page = await store.latest({ limit: 10, ...(from ? { from } : {}) });
      seen.push(...page.items.map(({ id }) => id));
      from = page.next;
    } while (from);
    expect(seen).toEqual(
      range(1, 45)
        .reverse()
        .map((n) => `article-${n}`),
    );
  });

  it('orders by collection what has no time, and does not believe a time to come', async () => {
    const collected = '2024-01-01T00:00:00.000Z';
    const bare = exampleEntry(1);
    delete bare.article.published;
    await store.save([
      exampleEntry(2, {
        article: { published: '20188-01-01T00:00:00Z', collected: '2020-01-01T00:00:00Z' },
      }),
      exampleEntry(3, {
        article: { published: '2031-01-01T00:00:00Z', collected: '2020-06-01T00:00:00Z' },
      }),
      { ...bare, article: { ...bare.article, collected } },
    ]);
    const { items } = await store.latest();
    expect(items.map(({ id }) => id)).toEqual(['article-1', 'article-3', 'article-2']);
  });

  it('filters by source, topic and time', async () => {
    await store.save(entries(1, 30));
    const ids = async (options: Parameters<Store['latest']>[0]): Promise<string[]> =>
      (await store.latest(options)).items.map(({ id }) => id);
    expect(await ids({ source: 'source-1.example', limit: 2 })).toEqual([
      'article-28',
      'article-25',
    ]);
    expect(await ids({ topic: 'sport', limit: 2 })).toEqual(['article-30', 'article-28']);
    expect(await ids({ after: '2020-01-03', before: '2020-01-05' })).toEqual([
      'article-4',
      'article-3',
    ]);
    expect(await ids({ source: 'nobody.example' })).toEqual([]);
  });

  it('folds copies into their original, or the earliest where the original is not in the list', async () => {
    const copies = { group: 'g', original: 'article-2', how: 'exact' } as const;
    await store.save(
      [1, 2, 3, 4, 5, 6].map((n) => exampleEntry(n, n < 5 ? { relations: { copies } } : {})),
    );
    const ids = async (options: Parameters<Store['latest']>[0]): Promise<string[]> =>
      (await store.latest({ foldCopies: true, ...options })).items.map(({ id }) => id);
    expect(await ids({})).toEqual(['article-6', 'article-5', 'article-2']);
    expect(await ids({ source: 'source-1.example' })).toEqual(['article-1']);
    expect(await ids({ limit: 2 })).toEqual(['article-6', 'article-5']);
    expect((await store.copyGroup('g')).map(({ id }) => id)).toEqual([
      'article-1',
      'article-2',
      'article-3',
      'article-4',
    ]);
    const first = await store.latest({ foldCopies: true, limit: 2 });
    const second = await store.latest({ foldCopies: true, limit: 2, from: first.next ?? '' });
    expect(second).toMatchObject({ items: [{ id: 'article-2' }] });
    expect(second.next).toBeUndefined();
  });

  it('ends a full page where nothing but copies of what is older follows', async () => {
    const copies = { group: 'g', original: 'article-1', how: 'exact' } as const;
    const copy = (n: number) => exampleEntry(n, { relations: { copies } });
    await store.save([copy(1), copy(2), copy(3), copy(4), copy(5), exampleEntry(6)]);
    const first = await store.latest({ foldCopies: true, limit: 1 });
    expect(first.items.map(({ id }) => id)).toEqual(['article-6']);
    const second = await store.latest({ foldCopies: true, limit: 1, from: first.next ?? '' });
    expect(second.items.map(({ id }) => id)).toEqual(['article-1']);
    expect(second.next).toBeUndefined();
  });

  it('begins at the beginning for a cursor that is none', async () => {
    await store.save(entries(1, 2));
    expect((await store.latest({ from: "1' OR 1" })).items).toHaveLength(2);
    expect((await store.stories({ from: 'x' })).items).toHaveLength(1);
  });

  it('gives summaries in the order asked for, without those it does not keep', async () => {
    await store.save(entries(1, 3));
    const wanted = await store.summaries(['article-3', 'none', 'article-1']);
    expect(wanted.map(({ id }) => id)).toEqual(['article-3', 'article-1']);
    expect((await store.bySeq([2, 99, 1])).map(({ seq }) => seq)).toEqual([2, 1]);
    expect((await store.articles(['article-2', 'none'])).map(({ seq }) => seq)).toEqual([2]);
    expect(wanted[0]).toMatchObject({
      sourceName: 'البوابة',
      lead: 'كشفت الشركة عن هاتفها الجديد، بحسب بيان صدر مساء اليوم رقم 3.',
      story: 'story-0',
      topic: 'economy',
    });
    expect(await store.byUrl('https://source-2.example/2')).toBe('article-2');
    expect(await store.byUrl('https://source-2.example/3')).toBeUndefined();
  });
});

describe('keyphrases and entities', () => {
  it('lists their articles newest first, with how many and how many a day', async () => {
    await store.save(entries(1, 12));
    expect(await store.keyphrase('موضوع_1')).toEqual({
      key: 'موضوع_1',
      text: 'موضوع 1',
      articles: 3,
    });
    expect(await store.entity('مدينه_0')).toEqual({
      key: 'مدينه_0',
      name: 'مدينة 0',
      type: 'place',
      articles: 2,
    });
    const page = await store.byKeyphrase('موضوع_1', { limit: 2 });
    expect(page.items.map(({ id }) => id)).toEqual(['article-9', 'article-5']);
    expect((await store.byKeyphrase('موضوع_1', { from: page.next ?? '' })).items).toHaveLength(1);
    expect((await store.byEntity('مدينه_0')).items.map(({ id }) => id)).toEqual([
      'article-10',
      'article-5',
    ]);
    expect(await store.perDay({ entity: 'مدينه_0' })).toEqual([
      { day: '2020-01-05', articles: 1 },
      { day: '2020-01-10', articles: 1 },
    ]);
    expect(await store.keyphrase('ليس هنا')).toBeUndefined();
  });
});
