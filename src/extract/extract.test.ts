import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Article } from '../model/article.js';
import type { ArticleRecord } from '../model/document.js';
import { bodyText } from '../model/text.js';
import { extract } from './extract.js';

const fetchedAt = '2026-01-05T08:00:00Z';

function record(fields: ArticleRecord): Article {
  const extraction = extract({ form: 'record', name: 'a.jsonl:1', fetchedAt, record: fields });
  if ('refused' in extraction) throw new Error(extraction.refused);
  return extraction.articles[0]!;
}
const textPage = (text: string) =>
  extract({ form: 'text', name: 'p.txt', fetchedAt, bytes: new TextEncoder().encode(text) });
function articles(text: string): Article[] {
  const extraction = textPage(text);
  if ('refused' in extraction) throw new Error(extraction.refused);
  return extraction.articles;
}

describe('a record', () => {
  it('keeps titles that its publisher put between the lines as links of their own', () => {
    const first = 'افتتح الوزير صباح اليوم السد الجديد بحضور أهالي الوادي.';
    const last = 'وقال المهندسون إن العمل استغرق ثلاثة أعوام.';
    const other = 'باحثون يرصدون طيوراً مهاجرة لأول مرة';
    const inserts = [
      `اقرأ أيضا: ${other}`,
      `قد يهمك/ ${other}`,
      `قد يهمك| ${other}`,
      `للمزيد - ${other}`,
      `إقرأ أيضا ${other}`,
      `قد يهمك أيضاً.. ${other}`,
      `اقرأ أيضاً:\n${other}`,
    ];
    for (const insert of inserts) {
      const article = record({ body: `${first}\n${insert}\n${last}` });
      expect(bodyText(article), insert).toBe(`${first}\n${last}`);
      expect(article.readAlso, insert).toEqual([{ title: other }]);
    }
  });

  it('keeps lines that only begin like such a title', () => {
    const body = [
      'شاهد الآلاف العرض في الساحة الكبرى.',
      'للمزيد من المعلومات يتصل الراغبون بالبلدية.',
      'تابع أيضاً الوزير شرحاً قدمه المهندسون عن مراحل العمل في السد الجديد وما أنجز منها حتى الآن، قبل أن يلتقي أهالي القرى المجاورة ويستمع إلى مطالبهم بشأن الطريق والمدرسة والمستوصف.',
    ].join('\n');
    expect(bodyText(record({ body }))).toBe(body);
  });

  it('keeps its id, cuts its body at line feeds, reads its date', () => {
    const article = record({
      id: 'x-1',
      title: 'افتتاح جسر جديد',
      body: 'افتتحت البلدية جسرا جديدا.\n\nوقال رئيسها إن العمل استمر عامين.',
      date: '2015-07-22 20:09:07',
      source: 'الجسر',
      url: 'https://www.example.com/news/1?utm_source=x#top',
    });
    expect(article).toMatchObject({
      id: 'x-1',
      published: '2015-07-22T20:09:07Z',
      source: 'example.com',
      sourceName: 'الجسر',
      url: 'https://www.example.com/news/1',
      language: 'ar',
    });
    expect(article.blocks).toHaveLength(2);
    expect(article.titleDerived).toBeUndefined();
  });

  it.each([
    'شارك من خلال تويتر فيسبوك جوجل بلس اكتب رأيك ',
    'Next Previous\n',
    'Share Tweet Print ',
  ])('leaves out the buttons of its page before the text: %j', (buttons) => {
    const body = 'وصل الوفد إلى المدينة مساء أمس.';
    expect(bodyText(record({ body: buttons + body }))).toBe(body);
  });

  it('leaves out what only leads back to the article itself', () => {
    const body = 'وصل الوفد إلى المدينة مساء أمس.';
    const link = 'رابط الخبر بصحيفة الساحل: وصول الوفد إلى المدينة';
    expect(bodyText(record({ body: `${body}\n${link}` }))).toBe(body);
    expect(bodyText(record({ body: `${body} ${link}` }))).toBe(body);
    const told = 'رابط الخبر بين القريتين طريق ترابي قديم: هكذا يراه الأهالي.';
    expect(bodyText(record({ body: `${body}\n${told}` }))).toBe(`${body}\n${told}`);
  });

  it.each([
    'شارك عبر تويتر آلاف القراء في الحملة.',
    'تويتر وفيسبوك يحذفان الحسابات.',
    'Facebook تطلق خدمة جديدة.',
  ])('keeps a sentence that begins with such a word: %s', (body) =>
    expect(bodyText(record({ body }))).toBe(body),
  );

  it('derives a title and a stable id where none is given', () => {
    const body = 'وصل الوفد إلى المدينة مساء أمس. وبدأت المحادثات فورا.';
    const article = record({ body });
    expect(article.title).toBe('وصل الوفد إلى المدينة مساء أمس');
    expect(article.titleDerived).toBe(true);
    expect(record({ body }).id).toBe(article.id);
  });

  it('gives an id that no address can hold another one', () => {
    const article = record({ id: '..', body: 'وصل الوفد إلى المدينة مساء أمس.' });
    expect(new URL(`https://desk.example/article/${article.id}`).pathname).toBe(
      `/article/${article.id}`,
    );
  });

  it('keeps the article where the date cannot be right', () => {
    for (const date of ['20188-01-01', '1812-06-24', '2099-01-01', ''])
      expect(record({ body: 'نص الخبر.', date }).published).toBeUndefined();
  });

  it('removes NUL and other control characters and repairs Persian letters', () => {
    const article = record({
      title: 'خبر\0 عاجل',
      body: 'قالت الوزارة إن الاتفاق فی طریقه إلى التوقیع من قبل الطرفين.',
    });
    expect(article.title).toBe('خبر عاجل');
    expect(JSON.stringify(article.blocks)).not.toMatch(/[یک]/);
  });

  it('keeps markup in a title as text', () => {
    expect(record({ title: '<script>alert(1)</script>', body: 'نص.' }).title).toBe(
      '<script>alert(1)</script>',
    );
  });

  it('keeps an article without Arabic, with its language', () => {
    expect(
      record({ body: 'The bridge was opened in the morning and is now in use.' }).language,
    ).toBe('en');
  });

  it('refuses what holds no text', () => {
    expect(
      extract({ form: 'record', name: 'a', fetchedAt, record: { body: ' \n ' } }),
    ).toMatchObject({ why: 'no-text' });
  });

  it('refuses what is not a record at all, and throws nothing', () => {
    for (const body of [null, 7, {}, []])
      expect(() =>
        extract({ form: 'record', name: 'a', fetchedAt, record: { body } as never }),
      ).not.toThrow();
  });
});

describe('bad input', () => {
  it('is refused with a reason', () => {
    const bytes = (size: number) => new Uint8Array(size).fill(0x41);
    expect(extract({ form: 'text', name: 'p', fetchedAt, bytes: bytes(0) })).toMatchObject({
      why: 'empty',
    });
    expect(
      extract({ form: 'html', name: 'p', fetchedAt, bytes: bytes(21 * 1024 * 1024) }),
    ).toMatchObject({ why: 'too-large' });
    const noise = Uint8Array.from({ length: 5000 }, (_, at) => (at * 7919) % 251);
    expect(extract({ form: 'text', name: 'p', fetchedAt, bytes: noise })).toMatchObject({
      why: 'unreadable',
    });
  });
});

const PARAGRAPH =
  'أعلنت إدارة الميناء صباح اليوم أن حركة السفن عادت إلى طبيعتها بعد توقف دام ثلاثة أيام بسبب الرياح الشديدة التي ضربت الساحل.';
const SECOND =
  'وقال مدير الميناء إن أكثر من أربعين سفينة كانت تنتظر خارج الأرصفة، وإن تفريغها سيستغرق يومين على الأقل إذا بقي الطقس هادئا.';

describe('the text of a page', () => {
  it('has its title, date and byline above the first paragraph', () => {
    const [article] = articles(
      `الرئيسية\nاقتصاد\nالميناء يستأنف العمل بعد ثلاثة أيام من التوقف\nكتب: سامي العلي\n2021-03-04\n\n${PARAGRAPH}\n\n${SECOND}\n\nالمصدر: وكالات`,
    );
    expect(article).toMatchObject({
      title: 'الميناء يستأنف العمل بعد ثلاثة أيام من التوقف',
      byline: 'سامي العلي',
      published: '2021-03-04',
    });
    expect(article!.blocks).toHaveLength(2);
    expect(article!.credits.map(({ name }) => name)).toContain('وكالات');
  });

  it.each([
    ['كلمات مفتاحية', 'مقالات مشابهة'],
    ['وسوم', 'مواضيع ذات صلة'],
    ['الكلمات الدالة', 'أخبار متعلقة'],
    ['كلمات دلالية', 'قد يهمك أيضا'],
    ['الوسوم', 'إقرأ أيضاً'],
  ])('has parts under «%s» and «%s»', (tags, links) => {
    const [article, ...others] = articles(
      `${PARAGRAPH}\n\nعودة تدريجية\n\n${SECOND}\n\n${tags}: الميناء، حركة السفن\n\n${links}:\n\n• السفن تعود إلى البحر بعد العاصفة\n• الأرصاد تحذر من رياح جديدة`,
    );
    expect(others).toEqual([]);
    expect(article!.blocks.map(({ type }) => type)).toEqual(['paragraph', 'heading', 'paragraph']);
    expect(article!.tags).toEqual(['الميناء', 'حركة السفن']);
    expect([...article!.readAlso, ...article!.similar]).toHaveLength(2);
  });

  it('takes a read-also title out of the middle of the article', () => {
    const [article] = articles(
      `${PARAGRAPH}\n\nاقرأ أيضا: خسائر العاصفة بالأرقام\n\n${SECOND}\n\nالمصدر: الساحل`,
    );
    expect(article!.blocks).toHaveLength(2);
    expect(article!.readAlso).toEqual([{ title: 'خسائر العاصفة بالأرقام' }]);
  });

  it('rejoins a paragraph cut after «و»', () => {
    const cut = `${PARAGRAPH} و\n\nقال مدير الميناء إن العمل مستمر.`;
    expect(articles(cut)[0]!.blocks).toEqual([
      { type: 'paragraph', text: `${PARAGRAPH} وقال مدير الميناء إن العمل مستمر.` },
    ]);
  });
});

const seed = new URL('../../../shared/seed/page.txt', import.meta.url);
describe.skipIf(!existsSync(seed))('the seed page (skipped where ../shared is absent)', () => {
  const read = () => {
    const extraction = extract({
      form: 'text',
      name: 'seed',
      fetchedAt,
      bytes: readFileSync(seed),
    });
    if ('refused' in extraction) throw new Error(extraction.refused);
    return extraction.articles;
  };

  it('is read into its parts', () => {
    const [article, next] = read();
    expect(article!.blocks.filter(({ type }) => type === 'heading')).toHaveLength(4);
    expect(article!.blocks.filter(({ type }) => type === 'paragraph')).toHaveLength(16);
    expect(article!.sourceName).toBe('البوابة');
    expect(article!.similar).toHaveLength(10);
    expect(article!.readAlso).toEqual([{ title: next!.title }]);
    expect(article!.titleDerived).toBe(true);
    expect(next!.blocks).toHaveLength(11);
    expect(next!.titleDerived).toBeUndefined();
  });

  it('has keywords without column labels, stop phrases and Persian letters', () => {
    const [article] = read();
    expect(article!.tags).toHaveLength(2);
    expect(article!.tags.join(' ')).not.toMatch(/[یک]|التشابه|المنطقة/);
  });
});
