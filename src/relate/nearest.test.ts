import { afterEach, expect, test } from 'vitest';
import { MemoryIndex } from './memory-index.js';
import { Nearest } from './nearest.js';
import { HASTE, Neighbours } from './neighbours.js';
import { documentOf } from './news-relater.js';
import { Lexicon } from './similar/lexicon.js';
import { arrivalOf, related } from './testing.js';
import { NEWS } from './testing-news.js';

const { articles } = HASTE;
afterEach(() => {
  HASTE.articles = articles;
});

const quake = NEWS.find(({ id }) => id === 'quake-first')!;
const body =
  'ضرب زلزال بقوة 6 درجات بلدة [وادي الحور] قبل سنوات.\nوقال مهندسون إن تربة الوادي تجعل كل هزة فيه أشد.';

/** Numbers of the articles nearest to the first one that are worth so much. */
function nearest(worth: number): number[] {
  const index = new MemoryIndex();
  const drafts = [
    quake,
    { ...quake, id: 'same-years-before', at: '2019-03-03T04:00:00Z' },
    { ...quake, id: 'some-years-before', body, at: '2019-03-03T04:00:00Z' },
    { ...quake, id: 'some-of-the-day', body, at: '2024-03-03T09:00:00Z' },
  ];
  drafts.forEach((draft, seq) => index.add(documentOf(arrivalOf(seq, draft))));
  const neighbours = new Neighbours(index, new Lexicon(index));
  const options = { ever: 10, around: 5, days: 30 };
  const hits = new Nearest(neighbours.ready(0)!, neighbours, options).all(worth);
  return hits.map(({ seq }) => seq).sort();
}

test('a large store leaves out what lies so far that it cannot be as alike as is asked', () => {
  HASTE.articles = 0;
  expect(nearest(0)).toEqual([1, 2, 3]);
  expect(nearest(0.33)).toEqual([1, 3]);
});

test('a small store leaves out nothing', () => {
  expect(nearest(0.33)).toEqual([1, 2, 3]);
});

test('lists and next reads are the same where haste has nothing to leave out', async () => {
  const answers = async () => {
    const { relater } = await related(NEWS);
    const ids = NEWS.map(({ id }) => id);
    return Promise.all(
      ids.map(async (id) => [await relater.similar(id), await relater.nextRead(id)]),
    );
  };
  const exact = await answers();
  HASTE.articles = 0;
  expect(await answers()).toEqual(exact);
});
