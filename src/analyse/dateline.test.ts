import { expect, test } from 'vitest';
import { analyse } from './analyse.js';
import { testArticle } from '../model/testing.js';

const STORY = 'أقر مجلس بلدية صفاقس ميزانية الميناء الجديد بعد نقاش طويل بين أعضائه.';
const analysed = (opening: string) =>
  analyse(testArticle('ميزانية جديدة لميناء صفاقس', [`${opening}${STORY}`]));

test.each(['عمان، الأردن (رويترز) -- ', 'عمان - الأناضول: ', 'الأردن (د ب أ) - '])(
  'what a dateline names is not what the article is about: %s',
  (dateline) => {
    const { keyphrases, entities, terms } = analysed(dateline);
    const plain = analysed('');
    expect(keyphrases.map(({ key }) => key)).toEqual(plain.keyphrases.map(({ key }) => key));
    const named = entities.filter(({ name }) => /الأردن|عم|رويترز|الأناضول/.test(name));
    expect(named.length).toBeGreaterThan(0);
    expect(named.every((entity) => entity.dateline)).toBe(true);
    const leads = (of: typeof terms) =>
      of
        .filter(({ lead }) => lead > 0)
        .map(({ term, lead }) => `${term} ${lead}`)
        .sort();
    expect(leads(terms)).toEqual(leads(plain.terms));
  },
);

test('what stands in the text as well is named there', () => {
  const { entities } = analyse(
    testArticle('', ['عمان (بترا) - استضافت عمان مؤتمراً للمياه حضره خبراء من دول عربية عدة.']),
  );
  const amman = entities.filter(({ text }) => text === 'عمان');
  expect(amman.map(({ dateline = false }) => dateline)).toEqual([true, false]);
});

test.each([
  'سامي الحداد – وكالة الساحل\n',
  'دبي ـ وكالات\n',
  'صفاقس 3 شعبان 1445 هـ الموافق 13 فبراير 2024 م واس\n',
  'Next Previous\nوكالة الساحل - متابعات\n',
])('a line of its own that says who reports from where is a dateline: %j', (lines) => {
  const { entities, opening, brief } = analysed(lines);
  const plain = analysed('');
  expect(opening).toBe(lines.length);
  expect(entities.filter(({ dateline }) => !dateline).map(({ name }) => name)).toEqual(
    plain.entities.map(({ name }) => name),
  );
  expect(brief.map(({ text }) => text)).toEqual(plain.brief.map(({ text }) => text));
});

test.each([
  'عاد الميناء إلى العمل – وهذه قصته\n',
  'ميناء صفاقس\n',
  'الميزانية - «الجديدة» كما أقرت - رفعت حصة الميناء.\n',
])('a first line that tells or names something else is none: %j', (line) =>
  expect(analysed(line).opening).toBeUndefined(),
);
