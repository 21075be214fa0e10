import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MemoryIndex } from '../memory-index.js';
import { NewsRelater } from '../news-relater.js';
import { addAll, relationsIn, TestStore } from '../testing.js';
import { NEWS } from '../testing-news.js';
import { Memberships, storyId } from './memberships.js';

/** The news, then some articles put into stories by hand, as if earlier decisions had been others. */
async function misplaced(places: Record<string, string>) {
  const store = new TestStore();
  const memberships = new Memberships();
  const relater = new NewsRelater(new MemoryIndex(), store, memberships);
  await addAll(NEWS, relater, store);
  const seqOf = (id: string) => store.saved.findIndex(({ article }) => article.id === id);
  for (const [id, place] of Object.entries(places)) memberships.setStory(seqOf(id), seqOf(place));
  return { relater, storyOf: (id: string) => storyId(memberships.storyOf(seqOf(id))!) };
}

test('two events in one story become two', async () => {
  const { relater, storyOf } = await misplaced({
    match: 'bank',
    'bank-copy': 'bank',
    bank: 'bank',
  });
  expect(storyOf('match')).toBe(storyOf('bank'));
  const changes = await relater.tidy();
  expect(storyOf('match')).not.toBe(storyOf('bank'));
  expect(storyOf('bank-copy')).toBe(storyOf('bank'));
  expect(changes).toContainEqual({ change: 'story', article: 'match', story: storyOf('match') });
});

test('one event in two stories becomes one, and the address of the other leads to it', async () => {
  const { relater, storyOf } = await misplaced({ 'quake-later': 'quake-later' });
  const before = [storyOf('quake-first'), storyOf('quake-later')];
  expect(before[0]).not.toBe(before[1]);
  await relater.tidy();
  expect(storyOf('quake-later')).toBe(storyOf('quake-first'));
  for (const id of before) expect((await relater.story(id))?.id).toBe(storyOf('quake-first'));
});

test('a second time finds nothing to do, and nothing waits', async () => {
  const { relater } = await misplaced({ match: 'bank' });
  expect(relater.untidied).toBe(NEWS.length);
  await relater.tidy();
  expect(relater.untidied).toBe(0);
  expect(await relater.tidy()).toEqual([]);
});

/** The stories of articles that came in this order, tidied after those at `moments` and at the end. */
async function storiesOf(drafts: typeof NEWS, moments: Set<number>): Promise<string[]> {
  const store = new TestStore();
  const relater = new NewsRelater(new MemoryIndex(), store, new Memberships());
  const tidy = async () => {
    const relations = relationsIn(store);
    for (const change of await relater.tidy())
      if (change.change === 'story') relations.get(change.article)!.story = change.story;
  };
  for (const [at, draft] of drafts.entries()) {
    await addAll([draft], relater, store);
    if (moments.has(at)) await tidy();
  }
  await tidy();
  const groups = new Map<string, string[]>();
  for (const [id, { story }] of relationsIn(store))
    groups.set(story, [...(groups.get(story) ?? []), id]);
  return [...groups.values()].map((ids) => ids.sort().join(' ')).sort();
}

test('tidied stories are the same in any order of arrival, whenever they were tidied between', async () => {
  const expected = await storiesOf(NEWS, new Set());
  const moment = fc.nat({ max: NEWS.length - 1 });
  await fc.assert(
    fc.asyncProperty(
      fc.shuffledSubarray(NEWS, { minLength: NEWS.length }),
      fc.uniqueArray(moment),
      async (drafts, moments) => {
        expect(await storiesOf(drafts, new Set(moments))).toEqual(expected);
      },
    ),
    { numRuns: 15 },
  );
});
