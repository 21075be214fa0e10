import { expect, test } from 'vitest';
import { addAll, related, relationsIn, type Draft } from '../testing.js';

const LEAD =
  'افتتح وزير النقل في [بحران] صباح اليوم جسرا جديدا يربط ضفتي النهر ويختصر الطريق إلى الميناء';
const REST =
  'وقال الوزير إن العمل في الجسر استغرق عامين وشاركت فيه شركات محلية، وإن المرحلة الثانية تبدأ في الربيع المقبل بعد دراسة حركة السير.';
const MORE =
  'ويخدم الجسر سكان القرى المجاورة الذين كانوا يقطعون مسافة طويلة للوصول إلى أسواق المدينة ومدارسها ومستشفاها.';
const OTHER =
  'وانتقد صيادون في القرى مسار الجسر لأن أعمدته ضيقت مدخل المرفأ القديم، وطالبوا بتعويضات عن موسمين ضاعا عليهم.';

const draft = (id: string, hour: number, ...body: string[]): Draft => ({
  id,
  title: 'افتتاح جسر جديد على النهر في [بحران]',
  body: body.join('\n'),
  at: `2024-05-01T${String(hour).padStart(2, '0')}:00:00Z`,
  source: id,
});

const WHOLE = draft('whole', 8, LEAD, REST, MORE);
const SHORT = draft('short', 9, LEAD, REST);
const AGAIN = draft('again', 10, LEAD, REST, MORE);
const REPORT = draft('report', 11, OTHER, OTHER.split('').reverse().join(''));

async function groups(drafts: Draft[]): Promise<Record<string, string | undefined>> {
  const { relater, store } = await related(drafts);
  const relations = relationsIn(store);
  for (const change of await relater.tidy())
    if (change.change === 'copies') {
      if (change.copies) relations.get(change.article)!.copies = change.copies;
      else delete relations.get(change.article)!.copies;
    }
  return Object.fromEntries([...relations].map(([id, { copies }]) => [id, copies?.original]));
}

test('copies are the same whichever text came first, and a report of the same event is none', async () => {
  const expected = { whole: 'whole', short: 'whole', again: 'whole', report: undefined };
  const all = [WHOLE, SHORT, AGAIN, REPORT];
  expect(await groups(all)).toEqual(expected);
  expect(await groups([...all].reverse())).toEqual(expected);
  expect(await groups([SHORT, REPORT, AGAIN, WHOLE])).toEqual(expected);
});

test('tidying a second time changes no group', async () => {
  const { relater, store } = await related([WHOLE, SHORT]);
  await relater.tidy();
  expect(await relater.tidy()).toEqual([]);
  await addAll([AGAIN], relater, store);
  const { copies } = relationsIn(store).get('again')!;
  await relater.tidy();
  expect((await relater.story(relationsIn(store).get('whole')!.story))?.articles).toContain(
    'again',
  );
  expect(copies?.original).toBe('whole');
});
