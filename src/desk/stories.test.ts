import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Desk } from '../desk.js';
import type { ArticleRecord, RecordDocument } from '../model/document.js';
import { journey } from '../pipeline.js';
import { openDesk } from './open.js';

let directory: string;
let desk: Desk;
beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), 'warraq-stories-'));
  desk = await openDesk(directory);
});
afterEach(async () => {
  await desk.close();
  rmSync(directory, { recursive: true, force: true });
});

async function imported(...records: ArticleRecord[]): Promise<void> {
  async function* documents(): AsyncGenerator<RecordDocument> {
    for (const record of records)
      yield { form: 'record', name: record.id!, fetchedAt: '2026-03-01T08:00:00Z', record };
  }
  for await (const { became } of journey(documents(), desk)) expect(became).toBe('stored');
}

const storyOf = async (id: string) => (await desk.store.article(id))!.relations.story;

/** Three events of one conflict, a week apart, and a match. */
const sealed: ArticleRecord[] = [
  {
    id: 'sealed-one',
    source: 'daily',
    date: '2026-02-02T08:00:00Z',
    title: 'أرمينيا وأذربيجان توقعان اتفاقا لوقف إطلاق النار في كاراباخ',
    body: 'وقعت أرمينيا وأذربيجان في جنيف اتفاقا لوقف إطلاق النار في إقليم كاراباخ بعد ستة أسابيع من القتال.\nويقضي الاتفاق بانسحاب الوحدات الثقيلة من خط التماس وبتبادل الأسرى.',
  },
  {
    id: 'sealed-two',
    source: 'coast',
    date: '2026-02-02T10:00:00Z',
    title: 'اتفاق في جنيف على وقف إطلاق النار بين أرمينيا وأذربيجان في كاراباخ',
    body: 'اتفقت أرمينيا وأذربيجان في جنيف على وقف إطلاق النار في كاراباخ بعد قتال دام ستة أسابيع، وسيتبادل الطرفان الأسرى.\nورحبت يريفان وباكو بانسحاب الوحدات الثقيلة من خط التماس.',
  },
];
const broken: ArticleRecord[] = [
  {
    id: 'broken-one',
    source: 'daily',
    date: '2026-02-12T08:00:00Z',
    title: 'مقتل جنديين في خرق للهدنة بين أرمينيا وأذربيجان في كاراباخ',
    body: 'قتل جنديان من أرمينيا بنيران قناص في كاراباخ في أول خرق للهدنة مع أذربيجان.\nواتهمت يريفان باكو بإطلاق النار، ونفت وزارة الدفاع في أذربيجان ذلك وقالت إن الحادث قيد التحقيق.',
  },
  {
    id: 'broken-two',
    source: 'coast',
    date: '2026-02-12T11:00:00Z',
    title: 'أذربيجان تنفي خرق الهدنة في كاراباخ بعد مقتل جنديين من أرمينيا',
    body: 'نفت أذربيجان إطلاق النار على جنديين من أرمينيا قتلا بنيران قناص في كاراباخ، وقالت إن الحادث قيد التحقيق.\nوكانت يريفان اتهمت باكو بأول خرق للهدنة.',
  },
];
const match: ArticleRecord = {
  id: 'match',
  source: 'daily',
  date: '2026-02-11T20:00:00Z',
  title: 'نادي المرج يتوج بكأس البلاد بركلات الترجيح',
  body: 'توج نادي المرج بكأس البلاد بعد فوزه على نادي الرافد بركلات الترجيح في مباراة حضرها أربعون ألف متفرج.\nوقال مدرب الفريق إن الشباب صنعوا الفارق في الشوط الثاني.',
};

test('a story leads to what came before it in its affair, and to what came after', async () => {
  await imported(...sealed, ...broken, match);
  const [first, second] = [await storyOf('sealed-one'), await storyOf('broken-one')];
  expect(first).not.toBe(second);
  const [before, after] = [await desk.storyPage(first), await desk.storyPage(second)];
  expect(before).toMatchObject({ earlier: [], later: [{ id: second, last: broken[1]!.date }] });
  expect(after).toMatchObject({ earlier: [{ id: first, last: sealed[1]!.date }], later: [] });
  expect(after!.earlier[0]!.title).toBe(before!.title);
});

test('of one affair one story leads, as long as there is other news', async () => {
  await imported(...sealed, ...broken, match);
  const leading = async (limit: number) =>
    (await desk.topStories(limit)).map(({ entries }) => entries[0]!.summary.id);
  expect(await leading(2)).toEqual(['broken-one', 'match']);
  expect(await leading(3)).toEqual(['broken-one', 'match', 'sealed-one']);
});

test('an article whose story is nothing but its copies names the outlets, not a story', async () => {
  const copy = { ...match, id: 'match-copy', source: 'coast', date: '2026-02-11T21:00:00Z' };
  await imported(match);
  async function* again(): AsyncGenerator<RecordDocument> {
    yield { form: 'record', name: 'copy', fetchedAt: '2026-03-01T08:00:00Z', record: copy };
  }
  for await (const { became } of journey(again(), desk)) expect(became).toBe('copy');
  expect(await storyOf('match')).toBe(await storyOf('match-copy'));
  const page = await desk.articlePage('match');
  expect(page).toMatchObject({ story: undefined, alsoIn: [{ id: 'match-copy' }] });
});

test('lists show the first words of the news, not the line that says who reports it from where', async () => {
  const first = 'توج نادي المرج بكأس البلاد بعد فوزه على نادي الرافد بركلات الترجيح.';
  await imported({ ...match, body: `سامي الحداد – وكالة الساحل\n${first}` });
  const { items } = await desk.latest();
  expect(items.map(({ summary }) => summary.lead)).toEqual([first]);
});
