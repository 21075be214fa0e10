import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serve, type Served } from '../src/web/serve.js';
import { now } from './browser-articles.js';
import { browserDesk } from './browser-desk.js';
import { launchChromium } from './chromium.js';
import {
  findAccessibilityFaults,
  findSidewaysScroll,
  findWeakContrast,
  boxOf,
  directionOf,
  focused,
  loadedFonts,
} from './page-checks.js';

const key = encodeURIComponent;
const pages = {
  front: '/',
  topic: '/?topic=economy',
  article: '/article/quake-3',
  hostile: `/article/${key('hostile/1?')}`,
  english: '/article/english',
  story: '/story/quake',
  keyword: `/keyword/${key('زلزال_الوادي')}`,
  entity: `/entity/${key('إقليم_الوادي')}`,
  source: '/source/nahr.example',
  sources: '/sources',
  search: `/search?q=${key('زلزال')}`,
  'search for nothing': '/search',
  missing: '/article/none',
  'bad request': '/?topic=gossip',
};

let site: Served;
let browser: Browser;
beforeAll(async () => {
  site = await serve(browserDesk(), { port: 0, timeZone: 'Asia/Riyadh', now: () => now });
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

/** Opens a page in a browser of its own, hands it over, and fails on any complaint of the browser. */
async function visit(
  path: string,
  options: BrowserContextOptions,
  use: (page: Page) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext(options);
  const complaints: string[] = [];
  const elsewhere: string[] = [];
  try {
    const page = await context.newPage();
    page.on('console', (message) => {
      // A 404 page is itself a 'failed' load to the browser.
      if (!/status of 40[04]/.test(message.text())) complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('dialog', (dialog) => {
      complaints.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on('request', (request) => {
      if (new URL(request.url()).origin !== site.url) elsewhere.push(request.url());
    });
    await page.goto(site.url + path);
    if (options.javaScriptEnabled !== false) await page.evaluate(loadedFonts);
    await use(page);
  } finally {
    await context.close();
  }
  expect(complaints, 'console, errors, dialogs').toEqual([]);
  expect(elsewhere, 'requests to other hosts').toEqual([]);
}

const desk = { viewport: { width: 1280, height: 900 } };
const phone = { viewport: { width: 390, height: 844 } };

describe('the article page', () => {
  test('shows every part, in Arabic, right to left', async () => {
    await visit(pages.article, desk, async (page) => {
      const main = page.locator('main');
      const parts: Array<[string, string]> = [
        ['h1', 'ارتفاع حصيلة زلزال الوادي إلى 142 قتيلاً'],
        ['.kicker', 'حوادث'],
        ['.meta', 'المصدر صحيفة النهر الخبر في موقعه'],
        ['.meta', 'السبت 14 مارس 2026، 16:30 (عُدّل 17:30)'],
        ['.meta', 'بقلم ريم الأسعد'],
        ['.meta', 'نقلاً عن أفق برس، هيئة الطوارئ الوطنية'],
        ['.brief', 'ارتفع عدد ضحايا الزلزال'],
        ['.body h2', 'ليلة ثانية في العراء'],
        ['.body blockquote', 'ما دام هناك صوت تحت الركام'],
        ['.body figure', 'رجال الإنقاذ يرفعون الأنقاض'],
        ['.body ul', 'أكثر من 3 آلاف منزل متضرر'],
        ['.body table', '04:12 6.4'],
        ['.body .embed', 'جولة في بلدة العين'],
        ['.printed-tags', 'وسوم الناشر كما طُبعت زلزال كوارث عاجل'],
        ['.about', 'الحدث كل ما نُشر فيه، من أول خبر 6 أخبار من 4 مصادر'],
        ['.about', 'نُشر أيضاً في موقع المنارة'],
        ['.about .tags', 'هيئة الطوارئ الوطنية'],
        ['.about', 'أشخاص سليم الحداد، هالة منصور'],
        ['.next-read', 'اقرأ أيضاً تطور جديد'],
        ['.next-read .body', 'الأولوية لإجلاء الجرحى'],
        ['.similar', 'أخبار مشابهة'],
        ['.similar .reason', 'عن: زلزال الوادي'],
      ];
      for (const [selector, words] of parts) {
        const texts = await main.locator(selector).allInnerTexts();
        const seen = texts.join(' ').replace(/[:#\s]+/g, ' ');
        expect(seen, selector).toContain(words.replace(/[:#\s]+/g, ' '));
      }
      const title = page.locator('h1');
      expect(await title.evaluate(directionOf)).toBe('rtl');
      expect((await title.evaluate(boxOf)).right).toBeGreaterThan(1000);
    });
  });

  test('sorts similar articles by a click, without losing the place', async () => {
    await visit(pages.article, phone, async (page) => {
      const titles = () => page.locator('.similar-list h3').allInnerTexts();
      const bySimilarity = await titles();
      await page.getByRole('link', { name: 'الأحدث' }).click();
      await page.waitForURL(/sort=date#similar$/);
      expect(await titles()).toEqual(bySimilarity.reverse());
      await expect
        .poll(async () => (await page.locator('#similar').evaluate(boxOf)).top)
        .toBeLessThan(400);
    });
  });

  test('is set in our own typefaces', async () => {
    await visit(pages.article, desk, async (page) => {
      expect(await page.evaluate(loadedFonts)).toEqual([
        'IBM Plex Sans Arabic',
        'Noto Naskh Arabic',
      ]);
    });
  });
});

test('a title with <script> shows as text, and nothing in the article runs', async () => {
  await visit(pages.hostile, desk, async (page) => {
    expect(await page.locator('h1').innerText()).toContain('<script>alert("x")</script>');
    expect(await page.locator('main script, main img').count()).toBe(0);
    expect(await page.locator('a[href^="javascript"]').count()).toBe(0);
  });
});

test('search finds from the field, and marks the words', async () => {
  await visit(pages.front, phone, async (page) => {
    await page.getByRole('searchbox').fill('الفائدة');
    await page.keyboard.press('Enter');
    await page.waitForURL(/search\?q=/);
    expect(await page.locator('mark').first().innerText()).toBe('الفائدة');
    expect(await page.getByRole('status').innerText()).toContain('نتيجتان');
  });
});

test('every page works without scripts', async () => {
  await visit(pages.front, { ...phone, javaScriptEnabled: false }, async (page) => {
    await page.locator('.lead-story-title a').click();
    await page.waitForURL(/\/story\//);
    await page.locator('.entry-title a').first().click();
    await page.waitForURL(/\/article\//);
    await page.locator('.about .tags a').first().click();
    await page.waitForURL(/\/keyword\//);
    expect(await page.locator('h1').innerText()).toBe('زلزال الوادي');
  });
});

describe('by keyboard', () => {
  test('the first stop is the skip link, and it leads past the menus', async () => {
    await visit(pages.article, desk, async (page) => {
      await page.keyboard.press('Tab');
      expect(await page.evaluate(focused)).toMatchObject({
        text: 'تخطَّ إلى المحتوى',
        visible: true,
        outlined: true,
      });
      await page.keyboard.press('Enter');
      await expect.poll(async () => (await page.evaluate(focused)).id).toBe('main');
      await page.keyboard.press('Tab');
      expect((await page.evaluate(focused)).text).toBe('حوادث');
    });
  });

  test('stops follow the reading order, and each is seen', async () => {
    await visit(pages.front, desk, async (page) => {
      const stops: string[] = [];
      for (let stop = 0; stop < 32; stop++) {
        await page.keyboard.press('Tab');
        const at = await page.evaluate(focused);
        expect(at, `stop ${stop}`).toMatchObject({ visible: true, outlined: true });
        stops.push(at.text);
      }
      expect(stops.slice(0, 6)).toEqual(['تخطَّ إلى المحتوى', 'ورّاق', 'q', 'ابحث', 'الكل', 'سياسة']);
      const notice = stops.indexOf('احذف الأخبار التجريبية');
      expect(notice).toBeGreaterThan(5);
      const rising = stops.indexOf('الأكثر صعوداً');
      expect(rising).toBe(notice + 1);
      const headline = stops.findIndex((stop) => stop.includes('زلزال الوادي'));
      expect(headline).toBeGreaterThan(rising);
    });
  });
});

test.each(Object.entries(pages))(
  '%s: has what a screen reader needs, fits every width, is readable by day and night',
  async (_name, path) => {
    await visit(path, desk, async (page) => {
      expect(await page.evaluate(findAccessibilityFaults)).toEqual([]);
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        expect(await page.evaluate(findWeakContrast), colorScheme).toEqual([]);
      }
      for (const width of [320, 390, 768, 1280]) {
        await page.setViewportSize({ width, height: 800 });
        expect(await page.evaluate(findSidewaysScroll), `${width} px`).toEqual([]);
      }
    });
  },
);

test('one click removes the sample', async () => {
  const own = await serve(browserDesk(), { port: 0, now: () => now });
  const page = await browser.newPage();
  try {
    await page.goto(own.url);
    await page.getByRole('button', { name: 'احذف الأخبار التجريبية' }).click();
    await page.waitForURL(`${own.url}/`);
    expect(await page.locator('.notice').count()).toBe(0);
    expect(await page.locator('main').innerText()).not.toContain('قناة الساحة');
  } finally {
    await page.close();
    await own.close();
  }
});
