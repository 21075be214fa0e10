import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Desk } from '../desk.js';
import { openDesk } from '../desk/open.js';
import type { RecordDocument } from '../model/document.js';
import { journey } from '../pipeline.js';
import type { Newsroom } from './keep.js';
import { stretches } from './stretches.js';
import { DOCUMENTS_A_TIDYING, Tidying } from './tidy.js';
import { note } from './unsettled.js';

let directory: string;
beforeEach(() => (directory = mkdtempSync(join(tmpdir(), 'warraq-tidy-'))));
afterEach(() => rmSync(directory, { recursive: true, force: true }));

const BODIES = {
  dam: 'انهار سد وادي الحور فجر اليوم بعد أمطار غزيرة وغمرت المياه قرى السهل وشردت مئات الأسر من بيوتها.',
  flood:
    'غمرت مياه سد وادي الحور الذي انهار فجر اليوم بعد أمطار غزيرة قرى السهل، وقال الدفاع المدني إن مئات الأسر بلا مأوى.',
  match: 'فاز اتحاد المرج بكأس البلاد بركلات الترجيح أمام نادي الرافد في مباراة حضرها أربعون ألفا.',
};

async function imported(desk: Desk): Promise<void> {
  async function* documents(): AsyncGenerator<RecordDocument> {
    for (const [id, body] of Object.entries(BODIES))
      yield {
        form: 'record',
        name: id,
        fetchedAt: '2026-01-05T08:00:00Z',
        record: { id, body, title: body.slice(0, 40), date: '2026-01-05T07:00:00Z', source: id },
      };
  }
  for await (const { became } of journey(documents(), desk)) expect(became).toBe('stored');
}

test('a journey leaves nothing untidied, and the second opening finds the stories of the first', async () => {
  const desk = await openDesk(directory);
  await imported(desk);
  expect(desk.relater.untidied).toBe(0);
  const before = await Promise.all(
    Object.keys(BODIES).map(async (id) => (await desk.store.article(id))!.relations.story),
  );
  await desk.close();
  const again = await openDesk(directory);
  for (const [i, id] of Object.keys(BODIES).entries())
    expect((await again.relater.story(before[i]!))?.articles).toContain(id);
  await again.close();
});

test('a stop between saving and flushing what tidying moved leaves store and index agreed', async () => {
  const desk = await openDesk(directory);
  await imported(desk);
  const { story } = (await desk.store.article('dam'))!.relations;
  await note(desk.store, { changed: ['match'] });
  await desk.store.save([], [{ change: 'story', article: 'match', story }]);
  await desk.close();
  const again = await openDesk(directory);
  const settled = (await again.store.article('match'))!.relations.story;
  expect((await again.relater.story(settled))?.articles).toContain('match');
  expect((await again.store.story(settled)).map(({ id }) => id)).toEqual(['match']);
  await again.close();
});

test('tidying falls after the same documents however they were gathered', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 3000 })), async (sizes) => {
      let came = 0;
      const tidied: number[] = [];
      const relater = {
        untidied: 1,
        tidy: async () => {
          tidied.push(came);
          return [];
        },
      };
      const spent = { extract: 0, analyse: 0, relate: 0, store: 0 };
      const tidying = new Tidying({ relater } as unknown as Newsroom, spent);
      for (const size of sizes)
        for (const part of stretches(new Array(size).fill(0), came)) {
          came += part.length;
          await tidying.whenDue(part.length);
        }
      expect(came).toBe(sizes.reduce((sum, size) => sum + size, 0));
      const due = Math.floor(came / DOCUMENTS_A_TIDYING);
      expect(tidied).toEqual(Array.from({ length: due }, (_, i) => (i + 1) * DOCUMENTS_A_TIDYING));
    }),
  );
});
