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

describe('stories', () => {
  it('puts more outlets and fresher articles first', async () => {
    const story = (name: string, source: string, n: number): Entry =>
      exampleEntry(n, { relations: { story: name }, article: { source } });
    await store.save([
      story('old', 'a', 1),
      story('old', 'b', 2),
      story('wide', 'a', 19),
      story('wide', 'b', 19.1),
      story('wide', 'c', 19.2),
      story('fresh', 'a', 20),
    ]);
    const { items } = await store.stories();
    expect(items.map(({ id, outlets }) => [id, outlets])).toEqual([
      ['wide', 3],
      ['fresh', 1],
      ['old', 2],
    ]);
    const first = await store.stories({ limit: 2 });
    expect((await store.stories({ limit: 2, from: first.next ?? '' })).items).toEqual([items[2]]);
  });

  it('follows changes: articles move, copies come and go, stories are linked', async () => {
    await store.save(entries(1, 12));
    await store.save(
      [],
      [
        { change: 'story', article: 'article-10', story: 'story-0' },
        { change: 'story', article: 'article-11', story: 'story-0' },
        { change: 'story', article: 'article-12', story: 'other' },
        { change: 'story', article: 'not kept', story: 'other' },
        {
          change: 'copies',
          article: 'article-2',
          copies: { group: 'g', original: 'article-1', how: 'update' },
        },
        { change: 'link-stories', story: 'story-0', related: ['other', 'gone'] },
      ],
    );
    expect(await store.story('story-1')).toEqual([]);
    expect((await store.story('story-0')).length).toBe(11);
    expect(await store.relatedStories('story-0')).toEqual(['other']);
    expect((await store.article('article-2'))?.relations.copies?.group).toBe('g');
    await store.save([], [{ change: 'copies', article: 'article-2', copies: null }]);
    expect((await store.article('article-2'))?.relations.copies).toBeUndefined();
    expect(await store.copyGroup('g')).toEqual([]);
    expect(await store.check()).toEqual([]);
  });
});

describe('remove', () => {
  it('takes all articles of a source, of the sample, or by id, and leaves nothing behind', async () => {
    await store.save([
      ...entries(1, 20),
      exampleEntry(21, { article: { sample: true, source: 'sample.example' } }),
    ]);
    await store.saveSource({ id: 'sample.example', name: 'عيّنة', kind: 'publisher', sample: true });
    await store.save([exampleEntry(4, { article: { title: 'معدل' } })]);
    expect(await store.remove({ source: 'source-1.example' })).toBe(7);
    expect(await store.remove({ sample: true })).toBe(1);
    expect(await store.source('sample.example')).toBeUndefined();
    expect(await store.remove({ ids: ['article-2', 'article-2', 'none'] })).toBe(1);
    expect((await store.stats()).articles).toBe(12);
    expect(await store.check()).toEqual([]);
    const rest = [];
    for await (const { article } of store.scan()) rest.push(article.id);
    expect(await store.remove({ ids: rest })).toBe(12);
    expect(await store.stories()).toEqual({ items: [] });
    expect(await store.keyphrase('اخبار_يوم')).toBeUndefined();
    expect(await store.sources()).toEqual([]);
    expect(await store.check()).toEqual([]);
  });
});

describe('sources and settings', () => {
  it('describes a source once it is told of, with its articles', async () => {
    await store.save(entries(1, 4));
    expect(await store.source('source-0.example')).toEqual({
      id: 'source-0.example',
      name: 'البوابة',
      kind: 'publisher',
    });
    await store.saveSource({
      id: 'source-0.example',
      name: 'الخليج',
      kind: 'agency',
      country: 'AE',
    });
    expect((await store.summaries(['article-3']))[0]?.sourceName).toBe('الخليج');
    expect(await store.sources()).toEqual([
      {
        id: 'source-1.example',
        name: 'الميناء',
        kind: 'publisher',
        articles: 2,
        latest: '2020-01-04T09:00:00.000Z',
      },
      {
        id: 'source-0.example',
        name: 'الخليج',
        kind: 'agency',
        country: 'AE',
        articles: 1,
        latest: '2020-01-03T09:00:00.000Z',
      },
      {
        id: 'source-2.example',
        name: 'صحيفة النهر',
        kind: 'publisher',
        articles: 1,
        latest: '2020-01-02T09:00:00.000Z',
      },
    ]);
  });

  it('keeps settings until they are taken away', async () => {
    await store.setSetting('theme', 'dark');
    await store.setSetting('theme', 'light');
    expect(await store.setting('theme')).toBe('light');
    await store.setSetting('theme', null);
    expect(await store.setting('theme')).toBeUndefined();
  });
});
