import { describe, expect, it } from 'vitest';
import { learnShapes, listingEntries, pageLinks, pathShape } from './listing.js';

const bytes = (html: string) => Buffer.from(html);
const page = { url: 'https://a.example/' };
const urls = (html: string) => listingEntries(bytes(html), page).map((entry) => entry.url);

describe('listingEntries', () => {
  it('takes headlines and leaves menus, tags, other sites and pictures', () => {
    const articles = [1, 2, 3].map(
      (at) => `<li><a href="/node/400${at}">عنوان خبر طويل رقم ${at} من الصفحة الأولى</a></li>`,
    );
    expect(
      urls(
        `<nav><a href="/section/world">العالم والناس في كل مكان</a></nav>${articles.join('')}<a href="/tag/x">وسم من أربع كلمات طويلة</a><a href="/4001.jpg">صورة كبيرة من مكان الحادث</a><a href="https://b.example/node/1">إعلان في موقع آخر بعيد</a><a href="/">الصفحة الرئيسية من هذا الموقع</a>`,
      ),
    ).toEqual([1, 2, 3].map((at) => `https://a.example/node/400${at}`));
  });

  it('takes articles under /archives/, as many WordPress sites have them', () => {
    const links = [1, 2, 3].map(
      (at) => `<h2><a href="/archives/67230${at}">عنوان خبر طويل رقم ${at} هنا</a></h2>`,
    );
    expect(
      urls(`${links.join('')}<a href="/archives/">أرشيف الموقع كله من البداية</a>`),
    ).toHaveLength(3);
  });

  it('takes the longest text of an address that is linked twice', () => {
    const html =
      '<h2><a href="/2023/09/a-b-c-d"><img></a></h2><h2><a href="/2023/09/a-b-c-d">عنوان الخبر في أربع كلمات</a></h2>';
    expect(listingEntries(bytes(html), page)).toMatchObject([
      { title: 'عنوان الخبر في أربع كلمات' },
    ]);
  });

  it('ends on hostile pages', () => {
    const started = Date.now();
    pageLinks('<a href="/x">'.repeat(200_000), 'https://a.example/');
    pageLinks('<div>'.repeat(500_000), 'https://a.example/');
    expect(Date.now() - started).toBeLessThan(10_000);
  });
});

describe('pathShape', () => {
  it('is one for the articles of a site', () => {
    expect(pathShape('https://a.example/2023/09/some-long-slug-here')).toBe('/YYYY/NN/slug');
    expect(pathShape('https://a.example/news.asp?id=12')).toBe('/news.asp?id=');
  });
});

describe('learnShapes', () => {
  it('counts for forms that bring something new and against those that stay', () => {
    const entries = ['/node/5000', '/node/5001', '/guide/how-to-subscribe-now'].map((path) => ({
      id: path,
      url: `https://a.example${path}`,
    }));
    const state = { lastSuccess: '2026-01-01T00:00:00Z' };
    expect(learnShapes({}, entries, new Set(['/node/5000']))).toEqual({});
    expect(learnShapes(state, entries, new Set(['/node/5000']))).toEqual({
      '/node/N': { articles: 1, others: 0 },
      '/guide/slug': { articles: 0, others: 1 },
    });
  });
});
