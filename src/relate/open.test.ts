import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openRelater } from './open.js';
import { addAll, arrivalOf, related, relationsIn, TestStore } from './testing.js';
import { NEWS } from './testing-news.js';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'relate-'));
});
afterEach(() => {
  rmSync(directory, { recursive: true, force: true });
});

async function addedInParts(cuts: number[], flush: boolean): Promise<TestStore> {
  const store = new TestStore();
  for (const [i, cut] of cuts.entries()) {
    const relater = await openRelater(directory, store);
    await addAll(NEWS.slice(cuts[i - 1] ?? 0, cut), relater, store);
    if (flush) await relater.flush();
    await relater.close();
  }
  return store;
}

test('restarts change nothing', async () => {
  const store = await addedInParts([3, 4, 7, NEWS.length], true);
  expect(relationsIn(store)).toEqual((await related(NEWS)).relations);
});

test('similar and stories are the same after a restart', async () => {
  const store = await addedInParts([NEWS.length], true);
  const relater = await openRelater(directory, store);
  const fresh = (await related(NEWS)).relater;
  for (const { id } of NEWS) {
    const ids = async (of: typeof fresh | typeof relater) =>
      (await of.similar(id)).map((one) => one.id);
    expect(await ids(relater)).toEqual(await ids(fresh));
  }
  const { story } = relationsIn(store).get('quake-first')!;
  expect(await relater.story(story)).toEqual(await fresh.story(story));
  await relater.close();
});

test('an index that is gone is made anew with every decision as it was', async () => {
  const store = await addedInParts([NEWS.length], true);
  const before = new Map(relationsIn(store));
  rmSync(directory, { recursive: true });
  const relater = await openRelater(directory, store);
  expect(relater.frequencies.documents).toBe(NEWS.length);
  for (const [id, { story }] of before)
    expect((await relater.story(story))?.articles).toContain(id);
  await relater.close();
});

test('what was decided of articles that the store never saved is forgotten', async () => {
  const store = new TestStore();
  const relater = await openRelater(directory, store);
  await addAll(NEWS.slice(0, 5), relater, store);
  await relater.flush();
  // Decided and written down, but the process ends before the store saves it.
  await relater.add(arrivalOf(5, NEWS[5]!));
  rmSync(join(directory, 'terms', 'lock'), { force: true });
  await relater.close().catch(() => undefined);
  rmSync(join(directory, 'terms'), { recursive: true });
  const again = await openRelater(directory, store);
  await addAll(NEWS.slice(5), again, store);
  expect(relationsIn(store)).toEqual((await related(NEWS)).relations);
  await again.close();
});

test('a torn end of the membership file loses nothing that the store has', async () => {
  const store = await addedInParts([NEWS.length], true);
  appendFileSync(join(directory, 'memberships'), 'torn');
  const relater = await openRelater(directory, store);
  const { story } = relationsIn(store).get('quake-first')!;
  expect((await relater.story(story))!.articles).toContain('quake-later');
  await relater.close();
});

test('a foreign membership file is made anew from the store', async () => {
  const store = await addedInParts([NEWS.length], true);
  writeFileSync(join(directory, 'memberships'), 'nothing of ours, and longer than one record is');
  const relater = await openRelater(directory, store);
  const { story } = relationsIn(store).get('quake-first')!;
  expect((await relater.story(story))!.articles).toContain('quake-later');
  await relater.close();
});

test('a reader beside the writer answers with what has been flushed', async () => {
  const store = new TestStore();
  const writer = await openRelater(directory, store);
  await addAll(NEWS, writer, store);
  await writer.flush();
  const reader = await openRelater(directory, store, { readonly: true });
  expect((await reader.similar('north-truce'))[0]?.id).toBe('north-truce-talks');
  await reader.close();
  await writer.close();
});
