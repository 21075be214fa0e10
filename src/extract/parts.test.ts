import { describe, expect, it } from 'vitest';
import type { Known } from './html/read-page.js';
import { NOTHING_LEARNED } from '../model/learned.js';
import { blockText } from '../model/text.js';
import { canonicalUrl, siteHost } from './canonical-url.js';
import { findCredits } from './credits/credits.js';
import { extract } from './extract.js';
import { languageOf } from './language.js';
import { labelOf } from './lines/labels.js';
import { rejoin } from './lines/rejoin.js';
import { toMarkdown } from './markdown.js';
import { emptyMemory, furnitureOf, learnPage, readMemory, writeMemory } from './site-memory.js';
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
  const host = 'a.example';
  const page = (body: string, at: number) => ({
    form: 'html' as const,
    name: `p${at}`,
    url: `https://${host}/news/${at}`,
    fetchedAt: '2026-01-05T08:00:00Z',
    bytes: new TextEncoder().encode(
      `<title>خبر جديد رقم ${at} في المدينة</title><article><h1>خبر جديد رقم ${at} في المدينة</h1>
       <p>افتتح المتحف رقم ${at} أبوابه للزوار صباح اليوم بعد أعمال صيانة استمرت شهرين كاملين في قاعاته.</p>${body}
       <p>وقال المدير ${at} إن القاعات الجديدة تضم عشرات القطع التي لم تعرض من قبل أمام الجمهور.</p></article>`,
    ),
  });
  const texts = (body: string, at: number, learned?: Known) => {
    const extraction = extract(page(body, at), learned);
    if ('refused' in extraction) throw new Error(extraction.refused);
    return extraction.articles[0]!.blocks.map(blockText);
  };
  /** What pages with these bodies teach, one after the other. */
  const taughtBy = (bodies: string[]): Known => {
    const memory = emptyMemory();
    for (const [at, body] of bodies.entries()) {
      const extraction = extract(page(body, at));
      if ('refused' in extraction || !extraction.lesson) throw new Error('no lesson');
      learnPage(memory, extraction.lesson);
    }
    const sites = new Map([[host, furnitureOf(readMemory(writeMemory(memory)))]]);
    return { ...NOTHING_LEARNED, sites };
  };
  const strap = '<p>صحيفة يومية مستقلة تأسست عام ألف وتسعمئة وتسعين.</p>';

  it('is the lines that stand on many pages, and nothing else', () => {
    const learned = taughtBy(Array.from({ length: 5 }, () => strap));
    expect(texts(strap, 9)).toHaveLength(3);
    expect(texts(strap, 9, learned)).toHaveLength(2);
    expect(learned.sites.get(host)!.lines).toMatchObject([{ pages: 5 }]);
  });
  it('is the boxes that always say the same, and then all that is in them', () => {
    const box = (extra = '') =>
      `<div class="zz-strap"><p>تصدر صحيفة السوق كل صباح منذ ثلاثين عاما في سبع مدن، وتصل إلى قرائها قبل السابعة، وتنشر ملحقا أسبوعيا للكتب والفنون يحرره نخبة من الكتاب في المدينة القديمة وضواحيها.</p>${extra}</div>`;
    const learned = taughtBy(Array.from({ length: 6 }, () => box()));
    expect(learned.sites.get(host)!.boxes).toMatchObject([
      { box: 'div.zz-strap', because: 'same-text' },
    ]);
    expect(texts(box('<p>عدد خاص اليوم عن المتاحف.</p>'), 9, learned)).toHaveLength(2);
  });
  it('is no sentence that a few articles share, and no box with text of its own', () => {
    const background = `<div class="body-part"><p>وكانت الأعمال قد بدأت قبل عامين بعد أن تضرر سقف القاعة الكبرى في عاصفة ضربت الساحل الشمالي كله.</p></div>`;
    const own = (at: number) =>
      `<div class="body-part"><p>وأضاف أن المرحلة رقم ${at} من الأعمال ستنتهي قبل نهاية العام الحالي إن توفر المال.</p></div>`;
    const learned = taughtBy([background, background, own(1), own(2), background, own(3), own(4)]);
    expect(learned.sites.get(host)).toMatchObject({ lines: [], boxes: [] });
    expect(texts(background, 9, learned)).toHaveLength(3);
  });
  it('is the lines of scraped texts too, but not their labels and what stands below them', () => {
    const text = (at: number) =>
      [
        'صحيفة يومية مستقلة تأسست عام ألف وتسعمئة وتسعين',
        'أخبار / ثقافة',
        `المتحف رقم ${at} يفتح أبوابه للزوار من جديد`,
        `افتتح المتحف رقم ${at} أبوابه للزوار صباح اليوم بعد أعمال صيانة استمرت شهرين كاملين في قاعاته.`,
        'كل ما ينشر هنا محفوظ لأصحابه',
        `وقال المدير ${at} إن القاعات الجديدة تضم عشرات القطع التي لم تعرض من قبل أمام الجمهور.`,
        'المصدر',
        'البوابة',
      ].join('\n');
    const read = (at: number, known?: Known) =>
      extract({ ...page('', at), form: 'text', bytes: new TextEncoder().encode(text(at)) }, known);
    const memory = emptyMemory();
    for (let at = 0; at < 5; at += 1) {
      const extraction = read(at);
      if ('refused' in extraction || !extraction.lesson) throw new Error('no lesson');
      learnPage(memory, extraction.lesson);
    }
    const extraction = read(9, {
      ...NOTHING_LEARNED,
      sites: new Map([[host, furnitureOf(memory)]]),
    });
    if ('refused' in extraction) throw new Error(extraction.refused);
    expect(extraction.articles[0]).toMatchObject({ section: 'ثقافة', sourceName: 'البوابة' });
    expect(extraction.articles[0]!.blocks.map(blockText).join()).not.toContain('لأصحابه');
    expect(extraction.articles[0]!.blocks).toHaveLength(2);
  });
  it('is not learned of a host by a page from another that names it', () => {
    const document = page('<link rel="canonical" href="https://b.example/x">', 1);
    const extraction = extract(document);
    expect('lesson' in extraction && extraction.lesson?.host).toBe(host);
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
