import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import { openDesk } from '../desk/open.js';
import type { RawDocument } from '../model/document.js';
import { journey, type JourneyOptions } from '../pipeline.js';
import { DOCUMENTS_LATER } from './schedule.js';

const directory = mkdtempSync(join(tmpdir(), 'warraq-same-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

const PLACES = 'الميناء المتحف المطار السوق الجامعة المكتبة الحديقة المسرح البلدية المستشفى'.split(
  ' ',
);
const DEEDS = 'رمموا وسعوا افتتحوا فحصوا زاروا أغلقوا نظفوا باعوا رسموا حرسوا مدحوا درسوا'.split(
  ' ',
);
const pick = (words: string[], of: number) => words[of % words.length]!;
const FULL = 'وحضر وزير الري سمير الدرغامي مع أهل المدينة.';
const SHORT = 'وقال الدرغامي إن العمل تم.';
const STRAP = 'تصدر صحيفة السوق كل صباح منذ ثلاثين عاما.';

/** Of two hosts that repeat a line of their own, about somebody whom some name in full. */
function page(at: number): RawDocument {
  const place = pick(PLACES, at * 7 + (at >> 4));
  const told = [1, 3, 5, 11].map((step) => `${pick(DEEDS, at * step)} ${pick(PLACES, at + step)}`);
  const title = `${pick(DEEDS, at >> 2)} ${place} في اليوم ${at}`;
  return {
    form: 'html',
    name: `page ${at}`,
    url: `https://${at % 3 ? 'souq' : 'mina'}.example/${at}`,
    fetchedAt: '2026-01-05T08:00:00Z',
    bytes: new TextEncoder().encode(
      `<title>${title}</title><article><h1>${title}</h1><p>${told.join(' ثم ')} بعد أعمال طويلة شملت ${place}.</p>
       <p>${at % 4 ? SHORT : FULL} ${at}</p><p>${STRAP}</p></article>`,
    ),
  };
}

/** Hash of all that is known of the articles, of some lists of similar ones, and how often a name was completed. */
async function imported(
  name: string,
  count: number,
  options: JourneyOptions,
  pause: (at: number, kept: number) => number = () => 0,
) {
  let kept = 0;
  async function* documents() {
    for (let at = 0; at < count; at += 1) {
      for (let ms = pause(at, kept); ms; ms = pause(at, kept)) await sleep(ms);
      yield page(at);
    }
  }
  const desk = await openDesk(join(directory, name));
  try {
    const hash = createHash('sha256');
    for await (const outcome of journey(documents(), desk, options)) {
      hash.update(JSON.stringify(outcome));
      kept += 1;
    }
    let completed = 0;
    const similar: string[] = [];
    for await (const stored of desk.store.scan()) {
      const { article, entities } = stored;
      hash.update(JSON.stringify(stored));
      if (
        JSON.stringify(article.blocks).includes(SHORT) &&
        entities.some(({ name }) => name.startsWith('سمير'))
      )
        completed += 1;
      if (stored.seq % 50 === 0) similar.push(article.id);
    }
    for (const id of similar) hash.update(JSON.stringify(await desk.relater.similar(id)));
    return { hash: hash.digest('hex'), completed };
  } finally {
    await desk.close();
  }
}

test('the same documents give the same desk, whatever their speed and the number of threads', async () => {
  const count = DOCUMENTS_LATER + 300;
  /** Now and then nothing comes until all that came is kept. */
  const keptFirst = (at: number, kept: number) => (at % 130 === 50 && kept < at ? 50 : 0);
  const one = await imported('one', count, { threads: 1 });
  expect(one.completed).toBeGreaterThan(0);
  expect(await imported('two', count, { threads: 3 }, keptFirst)).toEqual(one);
}, 300_000);

test('where documents come as the world goes, the next ones are read with what was just learned', async () => {
  const { completed } = await imported('prompt', 60, { prompt: true }, (at, kept) =>
    at === 50 && kept < at ? 50 : 0,
  );
  expect(completed).toBeGreaterThan(0);
}, 60_000);
