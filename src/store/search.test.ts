import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SearchPhrase, SearchQuery } from '../model/search.js';
import { exampleEntry, exampleStem, type ExampleParts } from './example-entries.js';
import { openStore } from './open.js';
import type { SearchOptions } from './search.js';
import type { Store } from './store.js';

let directory: string;
let store: Store;

function paper(n: number, title: string, body: string, more: ExampleParts = {}) {
  return exampleEntry(n, {
    ...more,
    article: { title, blocks: [{ type: 'paragraph', text: body }], ...more.article },
  });
}

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'warraq-search-'));
  store = await openStore(directory);
  const copies = { group: 'g', original: 'article-3', how: 'exact' } as const;
  await store.save([
    paper(1, 'زلزال يضرب الجزيرة', 'اهتزت المباني في مدينة الساحل'),
    paper(2, 'أخبار متفرقة', 'ذكر التقرير زلزال الأمس في سطر واحد مع كلام كثير آخر عن الطقس'),
    paper(3, 'البنك المركزي يرفع الفائدة', 'قرر مجلس البنك زيادة قدرها 1.5 نقطة', {
      relations: { copies },
    }),
    paper(4, 'البنك المركزي يرفع الفائدة', 'قرر مجلس البنك زيادة قدرها 1.5 نقطة', {
      relations: { copies },
    }),
    paper(5, 'المركزي للبحوث', "نشر البنك الدولي تقريرا عن u.n و #وسم_طويل وo'neil"),
    paper(6, 'مباراة اليوم', 'رئيس النادي يتحدث'),
    paper(7, 'مباراة الأمس', 'الرئيس يتحدث'),
  ]);
});

afterAll(async () => {
  await store.close();
  rmSync(directory, { recursive: true, force: true });
});

const phrase = (text: string, more: Partial<SearchPhrase> = {}): SearchPhrase => {
  const words = text.replace(/[إأآ]/g, 'ا').replace(/ة/g, 'ه').split(' ');
  return { field: 'any', words, stems: words.map(exampleStem), exact: false, ...more };
};

const asking = (...all: Array<SearchPhrase | SearchPhrase[]>): SearchQuery => ({
  all: all.map((group) => [group].flat()),
  none: [],
  text: '',
});

async function found(query: SearchQuery, options?: SearchOptions): Promise<number[]> {
  const { hits } = await store.search(query, options);
  return hits.map(({ id }) => Number(id.replace('article-', '')));
}

describe('search', () => {
  it('puts the title before the body, and the written form before its kin', async () => {
    expect(await found(asking(phrase('زلزال')))).toEqual([1, 2]);
    expect(await found(asking(phrase('الرئيس')))).toEqual([7, 6]);
    expect(await found(asking(phrase('رئيس')))).toEqual([6, 7]);
  });

  it('takes a phrase in quotes as written, its words side by side', async () => {
    expect(await found(asking(phrase('الرئيس', { exact: true })))).toEqual([7]);
    expect(await found(asking(phrase('البنك الدولي', { exact: true })))).toEqual([5]);
    expect(await found(asking(phrase('الدولي البنك', { exact: true })))).toEqual([]);
  });

  it('wants all groups, any within a group, and none of what is unwanted', async () => {
    const both = asking([phrase('زلزال'), phrase('البنك')], phrase('تقرير'));
    expect((await found(both)).slice(0, 1)).toEqual([2]);
    const without = { ...asking(phrase('البنك')), none: [phrase('الدولي')] };
    expect((await found(without)).sort()).toEqual([3, 4]);
    expect((await found({ all: [], none: [phrase('البنك')], text: '' })).sort()).toEqual([
      1, 2, 6, 7,
    ]);
  });

  it('follows few articles with all words by those with most of them', async () => {
    expect(await found(asking(phrase('زلزال'), phrase('مدينة')))).toEqual([1, 2]);
    expect((await store.search(asking(phrase('زلزال'), phrase('ناقة')))).total).toBe(2);
    const byDate = await found(asking(phrase('زلزال'), phrase('مدينة')), { sort: 'date' });
    expect(byDate).toEqual([1, 2]);
  });

  it('ranks a question, of which one word is enough, by how many and how rare its words are', async () => {
    const question = asking(
      ['زلزال', 'مدينة', 'الساحل', 'البنك', 'يتحدث'].map((word) => phrase(word)),
    );
    const { hits, total } = await store.search(question);
    expect(hits[0]?.id).toBe('article-1');
    expect(total).toBe(7);
    expect((await found(question, { sort: 'date' })).at(-1)).toBe(1);
  });

  it('looks in title, source and keywords where it is told to', async () => {
    expect(await found(asking(phrase('الأمس', { field: 'title' })))).toEqual([7]);
    expect((await found(asking(phrase('الميناء', { field: 'source' })))).sort()).toEqual([1, 4, 7]);
    expect((await found(asking(phrase('source-2.example', { field: 'source' })))).sort()).toEqual([
      2, 5,
    ]);
    expect(await found(asking(phrase('موضوع 2', { field: 'keyword' })))).toEqual(
      expect.arrayContaining([2, 6]),
    );
    const mixed = asking([phrase('النهر', { field: 'source' }), phrase('زلزال')]);
    expect((await found(mixed)).sort()).toEqual([1, 2, 5]);
    expect(
      await found({ ...asking(phrase('البنك')), none: [phrase('النهر', { field: 'source' })] }),
    ).not.toContain(5);
  });

  it('filters by time, source and topic', async () => {
    const query = { ...asking(phrase('البنك')), after: '2020-01-04', before: '2020-01-05' };
    expect(await found(query)).toEqual([4]);
    expect(await found(asking(phrase('البنك')), { source: 'source-0.example' })).toEqual([3]);
    expect(await found(asking(phrase('البنك')), { topic: 'sport' })).toEqual([4]);
  });

  it('sorts by date, folds copies into the original and counts what it shows', async () => {
    expect(await found(asking(phrase('البنك')), { sort: 'date' })).toEqual([5, 4, 3]);
    const folded = await store.search(asking(phrase('البنك')), { sort: 'date', foldCopies: true });
    expect(folded.hits.map(({ id }) => id)).toEqual(['article-5', 'article-3']);
    expect(folded.total).toBe(2);
    expect(
      await found(asking(phrase('البنك')), { source: 'source-1.example', foldCopies: true }),
    ).toEqual([4]);
  });

  it('pages by position', async () => {
    const query = asking(phrase('البنك'));
    const all = await found(query);
    expect(await found(query, { limit: 2 })).toEqual(all.slice(0, 2));
    expect(await found(query, { limit: 2, from: '2' })).toEqual(all.slice(2));
    expect(await found(query, { from: 'x' })).toEqual(all);
  });

  it.each(['1.5', 'u.n', '#وسم_طويل', "وo'neil"])('finds the token %s whole', async (token) => {
    expect(await found(asking(phrase(token)))).toHaveLength(token === '1.5' ? 2 : 1);
  });

  it('does not take part of a token for it', async () => {
    expect(await found(asking(phrase('5', { exact: true })))).toEqual([]);
    expect(await found(asking(phrase('طويل', { exact: true })))).toEqual([]);
  });

  it('finds nothing for nothing', async () => {
    expect(await store.search(asking({ ...phrase(''), words: [], stems: [] }))).toEqual({
      hits: [],
      total: 0,
    });
  });

  it('finds nothing where nothing is asked, and all that is left where only that is said', async () => {
    expect((await store.search({ all: [], none: [], text: '(((' })).total).toBe(0);
    expect((await store.search({ all: [], none: [], after: '2000-01-01', text: '' })).total).toBe(
      7,
    );
  });

  it('takes the shorter of two articles with the same words of a question', async () => {
    const long = 'كلام كثير عن أمور أخرى لا شأن لها بما يسأل عنه القارئ '.repeat(20);
    const asked = 'سد وادي الحجر ومياه الري القديمة';
    await store.save([paper(90, 'خبر', `${asked} ${long} ${asked}`), paper(91, 'خبر', asked)]);
    const question = asking(asked.split(' ').map((word) => phrase(word)));
    expect((await found(question)).slice(0, 2)).toEqual([91, 90]);
    await store.remove({ ids: ['article-90', 'article-91'] });
  });

  it('answers whatever is asked', async () => {
    const text = fc.oneof(
      fc.string(),
      fc.constantFrom('"', 'NEAR(', '*', 'OR', '{a} :', '\0', '^', '-'),
    );
    const phrases = fc.record({
      field: fc.constantFrom('any', 'title', 'source', 'keyword'),
      words: fc.array(text, { maxLength: 3 }),
      stems: fc.array(text, { maxLength: 3 }),
      exact: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(phrases, { maxLength: 3 }), { maxLength: 3 }),
        fc.array(phrases, { maxLength: 2 }),
        async (all, none) => {
          const page = await store.search({ all, none, text: '' } as SearchQuery);
          expect(page.total).toBeGreaterThanOrEqual(page.hits.length);
        },
      ),
      { numRuns: 150 },
    );
  });
});

it('an article with more of the words is found behind thousands that have the same words', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'warraq-search-'));
  const many = await openStore(folder);
  const common = 'يفتح أبوابه كل صباح أمام الزوار';
  try {
    const crowd = Array.from({ length: 2200 }, (_, n) => paper(n, 'سوق المدينة', common));
    await many.save([...crowd, paper(9000, 'سوق المدينة', `${common} الفستق`)]);
    const words = `سوق المدينة ${common} الفستق الزعفران`.split(' ').map((word) => phrase(word));
    const { hits } = await many.search(asking(...words), { limit: 5 });
    expect(hits[0]?.id).toBe('article-9000');
  } finally {
    await many.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
