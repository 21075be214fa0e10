import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { exampleEntry } from './example-entries.js';
import { openStore } from './open.js';
import type { Entry, Store } from './store.js';

const range = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index);
const entries = (from: number, to: number): Entry[] => range(from, to).map((n) => exampleEntry(n));

let directory: string;
let store: Store;

beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), 'warraq-store-'));
  store = await openStore(directory);
});

afterEach(async () => {
  await store.close();
  rmSync(directory, { recursive: true, force: true });
});

describe('save', () => {
  it('gives each new article the next seq, in order, and never one twice', async () => {
    expect(await store.nextSeq()).toBe(1);
    expect(await store.save(entries(1, 3))).toEqual(['stored', 'stored', 'stored']);
    expect((await store.article('article-2'))?.seq).toBe(2);
    await store.remove({ ids: ['article-3'] });
    expect(await store.nextSeq()).toBe(4);
    await store.save(entries(3, 3));
    expect((await store.article('article-3'))?.seq).toBe(4);
  });

  it('hands back the article with its analysis and relations as it was given', async () => {
    const copies = { group: 'g', original: 'article-1', how: 'edited' } as const;
    const entry = exampleEntry(1, { relations: { copies } });
    await store.save([entry]);
    expect(await store.article('article-1')).toEqual({
      seq: 1,
      article: entry.article,
      keyphrases: entry.analysis.keyphrases,
      entities: entry.analysis.entities,
      brief: entry.analysis.brief,
      topic: 'economy',
      relations: { story: 'story-0', copies },
    });
  });

  it('changes nothing for the same content', async () => {
    await store.save(entries(1, 2));
    const before = await store.article('article-1');
    const again = exampleEntry(1, { article: { collected: '2024-05-05T00:00:00.000Z' } });
    expect(await store.save([again])).toEqual(['unchanged']);
    expect(await store.article('article-1')).toEqual(before);
    expect(await store.versions('article-1')).toEqual([]);
  });

  it('keeps the earlier version of a changed article, found by its new words only', async () => {
    await store.save(entries(1, 1));
    const changed = exampleEntry(1, {
      article: { title: 'تراجع مفاجئ', collected: '2024-05-05T00:00:00.000Z' },
    });
    expect(await store.save([changed])).toEqual(['updated']);
    const stored = await store.article('article-1');
    expect(stored?.seq).toBe(1);
    expect(stored?.article.title).toBe('تراجع مفاجئ');
    expect(stored?.article.collected).toBe('2024-01-01T00:00:00.000Z');
    const versions = await store.versions('article-1');
    expect(versions.map(({ at, article }) => [at, article.title])).toEqual([
      ['2024-05-05T00:00:00.000Z', exampleEntry(1).article.title],
    ]);
    const found = async (word: string): Promise<number> =>
      (
        await store.search({
          all: [[{ field: 'title', words: [word], stems: [word], exact: false }]],
          none: [],
          text: word,
        })
      ).total;
    expect([await found('مفاجئ'), await found('وصلت')]).toEqual([1, 0]);
    expect(await store.check()).toEqual([]);
  });

  it('knows what it keeps by id, with a hash that follows the content', async () => {
    await store.save(entries(1, 2));
    const known = await store.known(['article-1', 'article-9']);
    expect([...known.keys()]).toEqual(['article-1']);
    const { hash } = known.get('article-1') as { hash: string };
    await store.save([exampleEntry(1, { article: { title: 'آخر' } })]);
    expect((await store.known(['article-1'])).get('article-1')?.hash).not.toBe(hash);
  });

  it('takes the second of two with one id in a batch for a new version', async () => {
    const second = exampleEntry(1, { article: { title: 'نص آخر' } });
    expect(await store.save([exampleEntry(1), second])).toEqual(['stored', 'updated']);
    expect(await store.versions('article-1')).toHaveLength(1);
    expect(await store.check()).toEqual([]);
  });

  it('keeps none of a batch that fails', async () => {
    await store.save(entries(1, 2));
    const broken = { ...exampleEntry(4), article: undefined } as unknown as Entry;
    await expect(store.save([exampleEntry(3), broken])).rejects.toThrow();
    expect((await store.stats()).articles).toBe(2);
    expect(await store.nextSeq()).toBe(3);
    expect(await store.check()).toEqual([]);
  });

  it('replaces the analyses, not the articles, when told that they are new', async () => {
    await store.save(entries(1, 2));
    const entry = exampleEntry(1);
    entry.analysis.keyphrases = [{ text: 'جديد', key: 'جديد', score: 1, places: [] }];
    await store.save([entry], [], { reanalysed: true });
    expect((await store.byKeyphrase('جديد')).items.map(({ id }) => id)).toEqual(['article-1']);
    expect(await store.versions('article-1')).toEqual([]);
    expect(await store.check()).toEqual([]);
  });

  it('survives hostile texts: NUL, lone surrogates, quotes, nothing at all', async () => {
    const text = 'قبل\0بعد \ud800 "\'); DROP TABLE articles; --';
    await store.save([
      exampleEntry(1, { article: { title: text, blocks: [{ type: 'paragraph', text }] } }),
      exampleEntry(2, { article: { id: '', title: '', blocks: [], collected: 'ليس وقتا' } }),
    ]);
    expect((await store.article('article-1'))?.article.title).toBe(text);
    expect(await store.check()).toEqual([]);
  });

  it('ends in the same state whatever the batches', async () => {
    const all = [
      ...entries(1, 24),
      exampleEntry(5, { article: { title: 'معدل' } }),
      exampleEntry(7),
    ];
    const reference = await stateAfter([all]);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 12 }),
        async (sizes) => {
          const batches: Entry[][] = [];
          let rest = all;
          for (const size of sizes) {
            batches.push(rest.slice(0, size));
            rest = rest.slice(size);
          }
          expect(await stateAfter([...batches, rest])).toEqual(reference);
        },
      ),
      { numRuns: 8 },
    );
  });
});

async function stateAfter(batches: Entry[][]): Promise<unknown> {
  const directory = mkdtempSync(join(tmpdir(), 'warraq-batches-'));
  const store = await openStore(directory);
  for (const batch of batches) await store.save(batch);
  const kept = [];
  for await (const stored of store.scan()) kept.push(stored);
  const state = {
    kept,
    latest: await store.latest({ limit: 100 }),
    stories: await store.stories(),
    sources: await store.sources(),
    keyphrase: await store.keyphrase('موضوع_1'),
    perDay: await store.perDay({ entity: 'مدينه_1' }),
    versions: await store.versions('article-5'),
    faults: await store.check(),
  };
  await store.close();
  rmSync(directory, { recursive: true });
  return state;
}

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
