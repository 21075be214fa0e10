import { describe, expect, it } from 'vitest';
import type { Article } from '../model/article.js';
import { canonicalUrl, siteHost } from './canonical-url.js';
import { findCredits } from './credits/credits.js';
import { extract } from './extract.js';
import { languageOf } from './language.js';
import { labelOf } from './lines/labels.js';
import { rejoin } from './lines/rejoin.js';
import { toMarkdown } from './markdown.js';
import { learnedFurniture, learnSite, type SiteMemory } from './site-memory.js';
import { deriveTitle } from './title.js';

describe('canonical address', () => {
  it.each([
    ['https://a.example/x?utm_source=t&id=7&fbclid=1#c', 'https://a.example/x?id=7'],
    ['https://amp.a.example/x', 'https://www.a.example/x'],
    ['https://a.example/x/amp/', 'https://a.example/x'],
    ['https://a.example/x.amp.html', 'https://a.example/x.html'],
    ['https://a.example/', 'https://a.example/'],
  ])('%s', (address, canonical) => expect(canonicalUrl(address)).toBe(canonical));
  it('is none of javascript:, data: and the like', () => {
    for (const address of [
      'javascript:alert(1)',
      'data:text/html,x',
      'ftp://a/b',
      '//x',
      '',
      undefined,
    ])
      expect(canonicalUrl(address)).toBeUndefined();
  });
  it('is the same when taken again', () => {
    const once = canonicalUrl('https://m.a.example/amp/x?ref=1&b=2#z')!;
    expect(canonicalUrl(once)).toBe(once);
    expect(siteHost('https://www.m.a.example/')).toBe('a.example');
  });
});

describe('credits', () => {
  const names = (text: string, lines: string[] = []) =>
    findCredits(text, lines).map(({ name }) => name);
  it.each([
    ['القاهرة - أ ف ب: وصل الوفد مساء أمس.', 'فرانس برس'],
    ['وصل الوفد مساء أمس (رويترز).', 'رويترز'],
    ['ونقلت وكالة الأناضول عن المسؤول قوله إن العمل مستمر.', 'الأناضول'],
    ['قال لوكالة فرانس برس إن العمل مستمر.', 'فرانس برس'],
    ['وصل الوفد نقلا عن صحيفة "الأيام" أن العمل مستمر.', 'الأيام'],
    ['وأعلنت وزارة الصحة السورية فتح المركز.', 'وزارة الصحة السورية'],
  ])('%s', (text, name) => expect(names(text)).toContain(name));
  it('short forms count only where a credit stands', () => {
    expect(names('زار الرجل مدينة بترا مع أسرته وعاد في المساء إلى بيته.')).toEqual([]);
    expect(names('نص الخبر.', ['المصدر: واس'])).toEqual(['وكالة الأنباء السعودية']);
  });
});

describe('lines', () => {
  it('labels need a colon before what follows them', () => {
    expect(labelOf('اقرأ أيضاً: عودة السفن')).toEqual({ kind: 'read-also', rest: 'عودة السفن' });
    expect(labelOf('مقالات مشابهة')).toEqual({ kind: 'similar', rest: '' });
    expect(labelOf('المصدر الذي تحدث إلينا طلب ألا يذكر اسمه')).toBeUndefined();
  });
  it('a lone «و» is written with the next word', () => {
    const before = 'يستمر العمل في الميناء حتى نهاية الأسبوع المقبل كما كان مقررا و';
    expect(rejoin([before, 'قال المدير ذلك.'])).toEqual([`${before}قال المدير ذلك.`]);
    expect(rejoin(['فقرة كاملة تنتهي بنقطة كما ينبغي لها أن تنتهي.', 'فقرة ثانية.'])).toHaveLength(
      2,
    );
  });
  it('a derived title ends where a clause ends', () => {
    const title = deriveTitle(
      'أعلنت إدارة الميناء صباح اليوم عودة حركة السفن إلى طبيعتها بعد توقف دام ثلاثة أيام، وقالت إن تفريغ السفن المنتظرة سيستغرق يومين على الأقل.',
    );
    expect(title.length).toBeLessThanOrEqual(111);
    expect(title).not.toMatch(/[،.]$/);
  });
});

it('languages', () => {
  expect(languageOf('قال الوزير إن الاتفاق دخل حيز التنفيذ بعد توقيع الطرفين على النص')).toBe('ar');
  expect(languageOf('این خبر را برای شما از تهران گزارش می دهیم که در آن شد')).toBe('fa');
  expect(languageOf('The bridge was opened to the public in the morning')).toBe('en');
  expect(languageOf('12345')).toBe('und');
});

describe('what a site teaches', () => {
  const article = (lines: string[]): Pick<Article, 'blocks'> => ({
    blocks: lines.map((text) => ({ type: 'paragraph', text })),
  });
  const strap = 'صحيفة يومية مستقلة تأسست عام ألف وتسعمئة وتسعين في المدينة القديمة.';
  it('is the lines that stand on many pages, and nothing else', () => {
    let memory: SiteMemory | undefined;
    for (let page = 0; page < 5; page += 1)
      memory = learnSite(memory, 'a.example', article([`خبر رقم ${page} من أخبار اليوم.`, strap]));
    expect(learnedFurniture(memory)).toHaveLength(1);
    expect(learnedFurniture(memory)[0]!.pages).toBe(5);
    const html = `<title>خبر جديد في المدينة</title><article><h1>خبر جديد في المدينة</h1><p>افتتح المتحف أبوابه للزوار صباح اليوم بعد أعمال صيانة استمرت شهرين كاملين في قاعاته.</p><p>${strap}</p></article>`;
    const document = {
      form: 'html' as const,
      name: 'p',
      fetchedAt: '2026-01-05T08:00:00Z',
      bytes: new TextEncoder().encode(html),
    };
    const blocks = (learned?: SiteMemory) => {
      const extraction = extract(document, learned);
      return 'articles' in extraction ? extraction.articles[0]!.blocks.length : 0;
    };
    expect(blocks()).toBe(2);
    expect(blocks(memory)).toBe(1);
  });
  it('does not change what it is given', () => {
    const memory = learnSite(undefined, 'a', article(['س ص']));
    const copy = structuredClone(memory);
    learnSite(memory, 'a', article(['س ص']));
    expect(memory).toEqual(copy);
  });
});

it('Markdown escapes what would be markup', () => {
  const extraction = extract({
    form: 'record',
    name: 'r',
    fetchedAt: '2026-01-05T08:00:00Z',
    record: { title: 'خبر [1]', body: '# ليس عنوانا\n*نص* عادي <b>' },
  });
  if ('refused' in extraction) throw new Error(extraction.refused);
  const markdown = toMarkdown(extraction.articles[0]!);
  expect(markdown).toContain('# خبر \\[1\\]');
  expect(markdown).toContain('\\# ليس عنوانا');
  expect(markdown).toContain('\\*نص\\* عادي \\<b\\>');
});

describe('a feed entry without its page', () => {
  const entry = (content: string, summary = '') => {
    const extraction = extract({
      form: 'entry',
      name: 'e',
      fetchedAt: '2026-01-05T08:00:00Z',
      reason: 'x',
      source: { id: 'a.example', name: 'السوق' },
      entry: {
        id: '1',
        title: 'عنوان &amp; خبر',
        url: 'https://a.example/1',
        content,
        summary,
        published: '2026-01-04T10:00:00Z',
      },
    });
    if ('refused' in extraction) throw new Error(extraction.refused);
    return extraction.articles[0]!;
  };
  it('is partial where only a summary is there', () => {
    expect(entry('', 'ملخص قصير للخبر.')).toMatchObject({
      partial: true,
      sourceName: 'السوق',
      published: '2026-01-04T10:00:00Z',
    });
  });
  it('is whole where the feed gives the text', () => {
    const article = entry(
      `<p>${'فقرة أولى طويلة من نص الخبر. '.repeat(8)}</p><p>${'فقرة ثانية. '.repeat(12)}</p><script>x</script>`,
      'ملخص.',
    );
    expect(article.partial).toBeUndefined();
    expect(article.blocks).toHaveLength(2);
  });
});
