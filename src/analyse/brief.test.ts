import { describe, expect, test } from 'vitest';
import { bodyText } from '../model/text.js';
import { analyse } from './analyse.js';
import { briefOfStory, type Report } from './brief.js';
import { testArticle } from '../model/testing.js';

const article = (...paragraphs: string[]) =>
  testArticle('افتتاح جسر الوادي بعد عامين من العمل', paragraphs);

const LEAD = 'افتتحت بلدية الوادي صباح الأحد جسر الوادي الجديد بعد عامين من العمل المتواصل فيه.';
const WORKS = 'بدأت أعمال جسر الوادي في ربيع العام الماضي وشارك فيها مئات العمال من قرى المنطقة.';
const COST = 'بلغت كلفة جسر الوادي أربعين مليون دينار دفعت البلدية نصفها وتبرع أهل الوادي بالباقي.';

test.each([
  `مدينة النهر (وكالات) -- ${LEAD}`,
  `مدينة النهر، إقليم الوادي (ANN)— ${LEAD}`,
  `النهر - وكالات: ${LEAD}`,
  `سالم الوادي- النهر- عمان: ${LEAD}`,
])('a brief begins after the dateline: %s', (first) => {
  const [sentence] = analyse(article(first, WORKS, COST)).brief;
  expect(sentence!.text).toBe(LEAD);
});

test('a speaker before a colon is no dateline', () => {
  const first = `رئيس بلدية الوادي: جسر الوادي الجديد أكبر جسور الإقليم وأقدمها عهدا بالناس.`;
  expect(analyse(article(first, WORKS, COST)).brief[0]!.text).toBe(first);
});

test('its sentences stand by themselves, at their places', () => {
  const made = article(
    LEAD,
    `و${WORKS}`,
    'وأضاف أن جسر الوادي سيبقى مفتوحا أمام السيارات والمشاة طوال أيام الأسبوع كلها.',
    'كما أن جسر الوادي مضاء ليلا بمصابيح جديدة جاءت بها بلدية الوادي من خارج البلاد.',
    'وقال المهندس عن جسر الوادي "إنه عمل كبير لم تعرف المنطقة مثله منذ سنوات طويلة.',
    `وفي العام الماضي ${COST}`,
  );
  const { brief } = analyse(made);
  expect(brief.map(({ text }) => text)).toEqual([LEAD, WORKS, `في العام الماضي ${COST}`]);
  for (const { start, end, text } of brief) expect(bodyText(made).slice(start, end)).toBe(text);
});

test.each([
  'من جانبه أوضح مدير البلدية أن جسر الوادي سيخدم مئة ألف من أهل الوادي كل يوم.',
  'شمل مشروع جسر الوادي أيضا إنارة الطرق المؤدية إليه وغرس الأشجار على جانبيها كلها.',
])('no sentence that needs the one before it: %s', (leaning) => {
  const { brief } = analyse(article(LEAD, leaning, WORKS, COST));
  expect(brief.map(({ text }) => text)).toEqual([LEAD, WORKS, COST]);
});

test('a first line that says who reports from where opens no brief, and what comes after it is the beginning', () => {
  const { brief } = analyse(article('سالم النهري – وكالة الوادي', LEAD, WORKS, COST));
  expect(brief.map(({ text }) => text)).toEqual([LEAD, WORKS, COST]);
});

describe('of a story', () => {
  const report = (id: string, title: string, paragraphs: string[], more: Partial<Report> = {}) => {
    const made = testArticle(title, paragraphs, { id, source: `${id}.example` });
    return { article: made, analysis: analyse(made), ...more };
  };
  const BRIDGE = 'افتتاح جسر الوادي بعد عامين من العمل';
  const CLINIC =
    'زار رئيس بلدية الوادي مستوصف القرية صباح الأحد ووعد الممرضين بجسر جوي ينقل المرضى من القرية.';

  test('what many outlets printed tells the event, though a report of another thing comes first', () => {
    const stray = report('a', 'رئيس البلدية يزور المستوصف', [CLINIC]);
    const printed = report('b', BRIDGE, [LEAD, WORKS], { printed: 5, titular: true });
    expect(briefOfStory([stray, printed])[0]!.text).toBe(LEAD);
  });

  test('no sentence of it needs the one before', () => {
    const texts = briefOfStory([
      report('a', BRIDGE, [
        LEAD,
        'من جانبهم عبر أهل الوادي عن شكرهم لبلدية الوادي على جسر الوادي الجديد.',
        'وأضاف سالم الوادي أن جسر الوادي الجديد سيخدم قرى إقليم الوادي كلها في الشتاء.',
        'فعلى جسر الوادي الجديد مرت أول سيارة يقودها رئيس بلدية الوادي بعد صلاة العصر.',
        'وبذلك يكون جسر الوادي الجديد أطول جسور إقليم الوادي الثلاثة وأعلاها عن الماء.',
        'وقال: "جسر الوادي الجديد هدية من بلدية الوادي إلى كل من يعبر النهر كل صباح".',
      ]),
    ]).map(({ text }) => text);
    expect(texts).toEqual([LEAD]);
  });
});
