import { describe, expect, it } from 'vitest';
import type { Article } from '../model/article.js';
import { bodyText } from '../model/text.js';
import { extract } from './extract.js';
import { body, heading, layouts, title, url } from './fixtures/layouts.js';

function read(html: string, at = url): Article {
  const extraction = extract({
    form: 'html',
    name: 'layout',
    fetchedAt: '2021-05-17T08:00:00Z',
    url: at,
    bytes: new TextEncoder().encode(html),
  });
  if ('refused' in extraction) throw new Error(extraction.refused);
  return extraction.articles[0]!;
}

describe('one article in every layout', () => {
  it.each(Object.entries(layouts))('%s', (_, html) => {
    const article = read(html);
    expect(bodyText(article)).toBe(body.join('\n'));
    expect(article.title).toBe(title);
    expect(article.published?.slice(0, 10)).toBe('2021-05-16');
  });
});

describe('what stands around the article is kept apart', () => {
  it('read-also inserts are links', () => {
    expect(read(layouts['read also inserts']!).readAlso).toEqual([
      { title: 'حريق محدود في مستودع للأخشاب جنوب المدينة', url: 'https://news.example/n/1' },
      {
        title: 'المنتخب يتعادل في مباراته الودية الثانية هذا الشهر',
        url: 'https://news.example/n/2',
      },
    ]);
  });
  it('captions belong to their pictures', () => {
    const images = read(layouts['figures with captions']!).blocks.filter(
      (block) => block.type === 'image',
    );
    expect(images).toHaveLength(2);
    expect(images[0]).toMatchObject({
      url: 'https://news.example/lead.jpg',
      caption: 'زوار في السوق يوم الافتتاح (أرشيفية)',
    });
  });
  it('lazy pictures have their real address', () => {
    expect(read(layouts['lazy pictures']!).blocks[0]).toMatchObject({
      type: 'image',
      url: 'https://news.example/real.jpg',
    });
  });
  it('tags, byline, credits and source', () => {
    expect(read(layouts['tags in the container']!).tags).toEqual(['السوق', 'المدينة القديمة']);
    expect(read(layouts['JSON-LD graph']!).byline).toBe('ليلى ناصر');
    expect(read(layouts['WordPress theme']!).byline).toBe('ليلى ناصر');
    expect(read(layouts['source line']!).credits.map(({ name }) => name)).toEqual(['وكالات']);
    expect(read(layouts['article element']!)).toMatchObject({
      source: 'news.example',
      sourceName: 'صحيفة السوق',
      published: '2021-05-16T06:30:00Z',
    });
  });
  it('headings are headings', () => {
    expect(read(layouts['article element']!).blocks.find(({ type }) => type === 'heading')).toEqual(
      { type: 'heading', level: 2, text: heading },
    );
  });
});

describe('not an article', () => {
  const page = (head: string, inner: string, at = url) =>
    extract({
      form: 'html',
      name: 'p',
      fetchedAt: '2021-05-17T08:00:00Z',
      url: at,
      bytes: new TextEncoder().encode(`<html><head>${head}</head><body>${inner}</body></html>`),
    });
  const teasers = Array.from(
    { length: 12 },
    (_, at) =>
      `<div class="card"><img src="/${at}.jpg"><h3><a href="/n/${at}">خبر رقم ${at} من أخبار هذا الصباح في المدينة</a></h3><p>سطر قصير يصف الخبر في القائمة.</p></div>`,
  ).join('');
  it.each([
    [
      'bot-wall',
      page(
        '<title>Just a moment...</title>',
        '<h1>news.example</h1><p>Checking your browser before accessing the site. This process is automatic.</p>',
      ),
    ],
    [
      'error-page',
      page(
        '<title>404 - الصفحة غير موجودة</title>',
        '<h1>الصفحة غير موجودة</h1><p>عذرا، الصفحة التي تبحث عنها غير موجودة أو نقلت إلى عنوان آخر على موقعنا.</p>',
      ),
    ],
    [
      'login-page',
      page(
        '<title>تسجيل الدخول</title>',
        '<h1>تسجيل الدخول</h1><form><input name="u"><input type="password"><p>أدخل بريدك وكلمة المرور لمتابعة القراءة.</p></form>',
      ),
    ],
    [
      'cookie-wall',
      page(
        '<title>صحيفة السوق</title>',
        '<h1>نهتم بخصوصيتك</h1><p>نستخدم نحن وشركاؤنا ملفات تعريف الارتباط لتخزين المعلومات على جهازك والوصول إليها من أجل تحسين الخدمة.</p><p>يمكنك قبول جميع ملفات تعريف الارتباط أو إدارة خياراتك في أي وقت من صفحة الإعدادات.</p>',
      ),
    ],
    ['front-page', page('<title>صحيفة السوق</title>', teasers, 'https://news.example/')],
    [
      'list-page',
      page(
        '<title>أرشيف الوسم</title>',
        `<div class="archive">${teasers}</div>`,
        'https://news.example/tag/suq',
      ),
    ],
    ['no-text', page('<title>صحيفة السوق</title>', '<div id="app"></div>')],
  ])('%s', (why, extraction) => {
    expect(extraction).toMatchObject({ why });
  });
});

it('updates of a live blog are entries with their time', () => {
  const update = (hour: number): string =>
    `<div class="update"><time datetime="2021-05-16T${hour}:00:00Z">${hour}:00</time><h3>فرق جديدة تصل عند الساعة ${hour}</h3><p>وصلت فرق الإنقاذ إلى الموقع عند الساعة ${hour} وبدأت عملها على الفور بمساعدة الأهالي.</p></div>`;
  const article = read(
    `<html><head><title>تغطية مباشرة لعملية الإنقاذ</title></head><body><main><h1>تغطية مباشرة لعملية الإنقاذ</h1><div class="updates">${[12, 13, 14, 15].map(update).join('')}</div></main></body></html>`,
  );
  expect(article.kind).toBe('live');
  expect(article.blocks.filter(({ type }) => type === 'entry')).toHaveLength(4);
  expect(article.blocks[0]).toMatchObject({
    type: 'entry',
    time: '2021-05-16T12:00:00Z',
    title: 'فرق جديدة تصل عند الساعة 12',
  });
});
