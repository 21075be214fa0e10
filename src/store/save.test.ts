import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exampleEntry } from './example-entries.js';
import { openStore } from './open.js';
import type { Entry, Store } from './store.js';
import { withStoreForEach } from './testing.js';

const range = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index);
const entries = (from: number, to: number): Entry[] => range(from, to).map((n) => exampleEntry(n));

let store: Store;
withStoreForEach((opened) => {
  store = opened;
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

  it('lists an article by its first paragraph without the dateline', async () => {
    const dateline = 'عمان، الأردن (وكالات) -- ';
    const said = 'أقر المجلس ميزانية الميناء الجديد.';
    const blocks = [
      { type: 'image' as const, url: 'https://a.example/1.jpg' },
      { type: 'paragraph' as const, text: dateline + said },
    ];
    const parts = { article: { blocks }, analysis: { opening: dateline.length } };
    await store.save([exampleEntry(1, parts)]);
    expect((await store.latest({})).items[0]?.lead).toBe(said);
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
    const mistyped = exampleEntry(5, { article: { url: {} as string } });
    await expect(store.save([exampleEntry(3), mistyped])).rejects.toThrow(TypeError);
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
    const hostile = exampleEntry(3);
    hostile.analysis.keyphrases = ['\ud800', '\udc00\0', '\0', '"[', ''].map((key) => ({
      key,
      text: key,
      score: 1,
      places: [],
    }));
    expect(await store.save([hostile])).toEqual(['stored']);
    expect(await store.remove({ ids: ['article-3'] })).toBe(1);
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
