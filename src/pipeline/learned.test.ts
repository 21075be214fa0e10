import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stem } from '../arabic/stems/stem.js';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openDesk } from '../desk/open.js';
import type { HtmlDocument } from '../model/document.js';
import { bodyText } from '../model/text.js';
import { journey } from '../pipeline.js';
import { frequenciesOf, Terms } from './learned-terms.js';
import { learnedFrom } from './learned.js';
import { prepare } from './prepare.js';

let directory: string;
beforeEach(() => (directory = mkdtempSync(join(tmpdir(), 'warraq-learned-'))));
afterEach(() => rmSync(directory, { recursive: true, force: true }));

const places = 'الميناء المتحف المطار السوق الجامعة المكتبة الحديقة المسرح البلدية المستشفى'.split(
  ' ',
);
const strap = 'تصدر صحيفة السوق كل صباح منذ ثلاثين عاما.';

function page(at: number, place: string, body = ''): HtmlDocument {
  const title = `افتتاح ${place} الجديد بعد أعمال ترميم`;
  return {
    form: 'html',
    name: `page ${at}`,
    url: `https://souq.example/${at}`,
    fetchedAt: '2026-01-05T08:00:00Z',
    bytes: new TextEncoder().encode(
      `<title>${title}</title><article><h1>${title}</h1>
       <p>افتتح ${place} أبوابه أمام الزوار في اليوم ${at} من الشهر بعد أعمال ترميم طويلة شملت ${place} وما حوله.</p>${body}
       <p>${strap}</p></article>`,
    ),
  };
}

async function read(documents: HtmlDocument[]): Promise<string[]> {
  const desk = await openDesk(directory);
  try {
    const became: string[] = [];
    async function* stream() {
      yield* documents;
    }
    for await (const outcome of journey(stream(), desk)) became.push(outcome.became);
    return became;
  } finally {
    await desk.close();
  }
}

test('what pages of a host have taught is kept in the store and used by the threads', async () => {
  await read(places.map((place, at) => page(at, place)));
  const extra = '<p>وحضر الافتتاح جمهور كبير من أهل المدينة ومن القرى المجاورة لها صباح اليوم.</p>';
  await read([page(77, 'القصر', extra)]);
  const desk = await openDesk(directory, { readonly: true });
  try {
    const { sites } = await learnedFrom(desk.store);
    expect(sites.get('souq.example')!.lines.map(({ line }) => line)).toHaveLength(1);
    const bodies: string[] = [];
    for await (const { article } of desk.store.scan()) bodies.push(bodyText(article));
    expect(bodies[0]).toContain(strap);
    expect(bodies.at(-1)).toContain('القرى المجاورة');
    expect(bodies.at(-1)).not.toContain(strap);
  } finally {
    await desk.close();
  }
});

test('the newer version of one article teaches nothing', async () => {
  const versions = Array.from({ length: 4 }, (_, at) =>
    page(1, 'الميناء', `<p>التحديث ${at} للخبر عن الميناء الجديد في المدينة.</p>`),
  );
  for (const version of versions) await read([version]);
  const desk = await openDesk(directory, { readonly: true });
  try {
    expect((await learnedFrom(desk.store)).sites.get('souq.example')).toMatchObject({
      pages: 1,
      lines: [],
    });
  } finally {
    await desk.close();
  }
});

test('how many articles hold a word is told to the threads when it has grown, and kept', async () => {
  const terms = new Terms();
  for (let at = 0; at < 60; at += 1) {
    const title = `افتتاح ${places[at % places.length]} بعد أعمال الترميم`;
    const record = { title, body: `${title} أمام الزوار.` };
    const fetchedAt = '2026-01-05T08:00:00Z';
    const prepared = prepare({ form: 'record', name: title, fetchedAt, record });
    if ('articles' in prepared) terms.learn(prepared.articles[0]!);
  }
  const told = terms.changed()!.terms!;
  expect(told.documents).toBe(60);
  expect(frequenciesOf(told).frequency(stem('ترميم'))).toBe(60);
  expect(frequenciesOf(told).frequency(stem('متحف'))).toBe(6);
  expect(terms.changed()).toBeUndefined();
  const [kept] = terms.toKeep(false).values();
  const { store } = await openDesk(directory);
  try {
    await store.setSetting('learned.terms', kept!);
    expect((await learnedFrom(store)).terms).toEqual(told);
  } finally {
    await store.close();
  }
});
