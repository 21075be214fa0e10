import { expect, test } from 'vitest';
import { analyse } from '../analyse.js';
import { testArticle } from '../../model/testing.js';

function phrasesOf(title: string, ...paragraphs: string[]): string[] {
  return analyse(testArticle(title, paragraphs)).keyphrases.map(({ text }) => text);
}

const LONG =
  'وتعمل فرق الصيانة في الميناء منذ أسابيع على إصلاح الأرصفة القديمة، ويقول عمال الميناء إن السفن الكبيرة لا تجد مكانا ترسو فيه.';

test('a sentence is no phrase: neither its verb nor what is said of its subject belongs to it', () => {
  const phrases = phrasesOf(
    'المنارة البحرية مبنى مهدد بالانهيار',
    `ستشهد المنارة البحرية ترميما شاملا. يحاضر المهندسون عن المنارة البحرية كل شهر. ${LONG}`,
  );
  expect(phrases).toContain('المنارة البحرية');
  expect(phrases.join('|')).not.toMatch(/ستشهد|يحاضر|المنارة البحرية مبنى/);
});

test('past and plural verbs, and set prayers, begin no phrase', () => {
  const phrases = phrasesOf(
    'تراجعت البلدية عن هدم السوق القديم',
    `تراجعت البلدية عن قرارها. التجار يلغون إضرابهم في السوق. وكان الشيخ رحمه الله قد بنى السوق. ${LONG}`,
  );
  expect(phrases.join('|')).not.toMatch(/تراجعت|يلغون|رحمه|الله/);
});

test('words with a pronoun or in the indefinite accusative are in no phrase', () => {
  const phrases = phrasesOf(
    'الصيادون يبيعون قواربهم الخشبية',
    `باع الصيادون قواربهم الخشبية واشتروا صاروخا ملونا لأعيادهم السنوية. ${LONG}`,
  );
  expect(phrases.join('|')).not.toMatch(/قواربهم|أعيادهم|صاروخا|^السنوية|\|السنوية/);
});

test('a preposition written with its noun is no part of the phrase', () => {
  const phrases = phrasesOf(
    'المدينة جاهزة لاستقبال الزوار الجدد',
    `أعلنت المدينة أنها جاهزة لاستقبال الزوار الجدد، وتتوقع لاستقبال الزوار الجدد كلفة كبيرة. ${LONG}`,
  );
  expect(phrases.some((phrase) => phrase.startsWith('لاستقبال'))).toBe(false);
});

test('a preposition that general text writes with the noun as often as not is none either', () => {
  const phrases = phrasesOf(
    'اجتماع لتعزيز الملاحة النهرية في المدينة',
    `عقدت المدينة اجتماعا لتعزيز الملاحة النهرية. وقال التجار إن الخطة لتعزيز الملاحة النهرية جيدة. ${LONG}`,
  );
  expect(phrases.filter((phrase) => phrase.startsWith('ل'))).toEqual([]);
  expect(phrases.join('|')).toContain('الملاحة النهرية');
});

test('no phrase begins with the name of God, which belongs to the word before', () => {
  const phrases = phrasesOf(
    'آية الله الساحلي يزور الميناء القديم',
    `زار آية الله الساحلي الميناء. وقال آية الله الساحلي إن الميناء القديم يخدم المدينة. ${LONG}`,
  );
  expect(phrases.filter((phrase) => phrase.startsWith('الله'))).toEqual([]);
});

test('a ministry of two things is one phrase', () => {
  const phrases = phrasesOf(
    'خطة جديدة لوزارة الطرق والجسور',
    `أعلنت وزارة الطرق والجسور خطتها. وتقول وزارة الطرق والجسور إن الخطة تبدأ قريبا. ${LONG}`,
  );
  expect(phrases).toContain('وزارة الطرق والجسور');
});

test('a short article has few keyphrases, none of them said twice', () => {
  const phrases = phrasesOf(
    'إغلاق جسر الوادي الكبير',
    'أغلقت البلدية جسر الوادي الكبير بعد هبوط في أساسه. وجسر الوادي الكبير أقدم جسور المدينة.',
  );
  expect(phrases.length).toBeLessThanOrEqual(5);
  expect(phrases.filter((phrase) => phrase.includes('جسر الوادي'))).toHaveLength(1);
});

test('the outlet is not what its article is about', () => {
  const phrases = phrasesOf(
    'جسر جديد فوق الوادي',
    `قالت صحيفة النهر إن الجسر الجديد يفتح غدا، وعلمت صحيفة النهر أن كلفة الجسر الجديد كبيرة. ${LONG}`,
  );
  expect(phrases).not.toContain('صحيفة النهر');
});

test('what is no subject: whom somebody told it, a role before a name, a common noun, an opinion', () => {
  const phrases = phrasesOf(
    'المدير العام سامي الحداد يفتتح المنارة البحرية',
    `قال المدير العام سامي الحداد لـ«اليوم» إن المشروع يكتمل في الصيف، وأثنى على الجهود الجبارة في المنارة البحرية. وزار المدير العام سامي الحداد الموقع. ${LONG}`,
  );
  expect(phrases).toContain('سامي الحداد');
  expect(phrases).toContain('المنارة البحرية');
  for (const phrase of [
    'اليوم',
    'المدير العام',
    'المدير العام سامي الحداد',
    'المشروع',
    'الجهود الجبارة',
  ])
    expect(phrases).not.toContain(phrase);
});

test('a role before a name is not torn to make one phrase with it', () => {
  const phrases = phrasesOf(
    'وزير الخارجية المصري سامح شكري يصل إلى الرياض',
    'وصل وزير الخارجية المصري سامح شكري إلى الرياض اليوم لبحث العلاقات.',
  );
  expect(phrases).toContain('سامح شكري');
  expect(phrases).not.toContain('الخارجية المصري سامح شكري');
});

test('a verb that begins like the article («ألغت») begins no phrase', () => {
  const phrases = phrasesOf(
    'إلغاء حفل في المدينة الساحلية',
    `ألغت السلطات المحلية حفلا غنائيا في المدينة الساحلية. والتقت اللجنة الأهالي، وألقى المحافظ كلمة في الساحة. ${LONG}`,
  );
  expect(phrases.join('|')).not.toMatch(/ألغت|التقت|ألقى/);
});

test('a country and its team, written alike, are one phrase', () => {
  const phrases = phrasesOf(
    'البرازيل تفوز على المكسيك',
    `فازت البرازيل على المكسيك بهدفين في مباراة أقيمت أمس. وسجل مهاجم البرازيل الهدف الأول، وأهدر لاعب المكسيك ركلة جزاء. واحتفل سكان المدن في البرازيل حتى الصباح، وأعلنت الحكومة عطلة في كل أنحاء البرازيل. ${LONG}`,
  );
  expect(new Set(phrases).size).toBe(phrases.length);
});

test('«للجنة» is to the committee, not to paradise', () => {
  const phrases = phrasesOf(
    'اجتماع موسع للجنة المركزية',
    `يعقد غدا اجتماع موسع للجنة المركزية، وهو أول اجتماع للجنة المركزية منذ عام. ${LONG}`,
  );
  expect(phrases.join('|')).toMatch(/اللجنة المركزية/);
  expect(phrases.join('|')).not.toMatch(/الجنة المركزية/);
});

test('a name keeps a first letter that looks like a particle', () => {
  const phrases = phrasesOf(
    'بوروسيا دورتموند يزور المدينة',
    `يزور بوروسيا دورتموند المدينة غدا، ويلعب بوروسيا دورتموند في ملعبها الجديد. ${LONG}`,
  );
  expect(phrases).toContain('بوروسيا دورتموند');
});
