import { once } from 'node:events';
import type { ChildProcess } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium } from './chromium.js';
import { findAccessibilityFaults, findSidewaysScroll, findWeakContrast } from './page-checks.js';
import { startPublisher, type Publisher } from './publisher.js';
import { start, temporary } from './warraq.js';

/** With `SOURCES_SHOTS=folder` each page is photographed there, in both widths, by day and by night. */
const shots = process.env.SOURCES_SHOTS;

let publisher: Publisher;
let browser: Browser;
let server: ChildProcess;
let site = '';
let directory: string;
let remove: () => void;

beforeAll(async () => {
  ({ directory, remove } = temporary());
  publisher = await startPublisher('صحيفة المنارة');
  publisher.publish(
    'افتتاح جسر جديد يربط ضفتي النهر في مدينة السد',
    'افتتح وزير النقل صباح اليوم جسراً جديداً يربط ضفتي النهر في مدينة السد بعد عامين من العمل فيه، وقال إن الجسر سيختصر طريق آلاف العاملين كل يوم.',
    'ويبلغ طول الجسر ثمانمئة متر، وفيه ممر للمشاة وآخر للدراجات، وكلّف بناؤه مئتي مليون دينار دفعتها خزانة الدولة وصندوق التنمية.',
    'وعبر سكان الضفة الشرقية عن فرحهم بالجسر، وطالبوا بربط قراهم البعيدة بطريق معبد يصل إليه.',
  );
  publisher.publish(
    'مزارعو الوادي يبدؤون حصاد القمح بعد موسم ماطر',
    'بدأ مزارعو الوادي أمس حصاد القمح بعد موسم ماطر وفير، وتوقعت وزارة الزراعة محصولاً يزيد على محصول العام الماضي بمقدار الثلث.',
    'وقال رئيس اتحاد المزارعين إن أسعار الشراء التي أعلنتها الحكومة مجزية، لكن نقص الحصادات يؤخر العمل في القرى البعيدة.',
  );
  server = start([
    'serve',
    '--db',
    join(directory, 'data'),
    '--port',
    '0',
    '--no-sample',
    '--gap',
    '0',
    '--allow-host',
    publisher.host,
  ]);
  const [line] = (await once(server.stdout!.setEncoding('utf8'), 'data')) as [string];
  site = /http:\S+/.exec(line)![0];
  browser = await launchChromium();
}, 120_000);

afterAll(async () => {
  await browser?.close();
  if (server?.exitCode === null) {
    server.kill('SIGTERM');
    await once(server, 'close');
  }
  await publisher?.close();
  remove();
});

/** What anybody may expect of the page that is open, at phone and desk width, by day and by night. */
async function sound(page: Page, name: string): Promise<void> {
  for (const viewport of [
    { width: 360, height: 740 },
    { width: 1280, height: 900 },
  ]) {
    await page.setViewportSize(viewport);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await page.evaluate(findAccessibilityFaults), name).toEqual([]);
      expect(await page.evaluate(findSidewaysScroll), name).toEqual([]);
      expect(await page.evaluate(findWeakContrast), name).toEqual([]);
      if (!shots) continue;
      mkdirSync(shots, { recursive: true });
      const picture = await page.screenshot({ fullPage: viewport.height < 800 });
      writeFileSync(join(shots, `${name}-${viewport.width}-${colorScheme}.png`), picture);
    }
  }
}

/** Loads a page again until it shows what is waited for. */
async function until(page: Page, shows: string): Promise<void> {
  await expect
    .poll(
      async () => {
        await page.reload();
        return page.locator('main').innerText();
      },
      { timeout: 30_000, interval: 500 },
    )
    .toContain(shows);
}

test('an address becomes a source: found, kept, collected, read, paused, broken, removed', async () => {
  const context = await browser.newContext({ javaScriptEnabled: true, locale: 'ar' });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (!/status of 4\d\d/.test(message.text())) complaints.push(message.text());
  });

  await page.goto(`${site}/sources`);
  await sound(page, '1-empty');
  expect(await page.locator('main').innerText()).toContain('لا يُجمع شيء بعد');

  await page.getByLabel('عنوان موقع').fill(publisher.origin);
  await page.keyboard.press('Enter');
  await page.waitForURL('**/sources/find');
  const found = await page.locator('main').innerText();
  expect(found).toContain('صحيفة المنارة');
  expect(found).toContain('مادتان');
  expect(found).toContain('مزارعو الوادي يبدؤون حصاد القمح');
  expect(publisher.asked.map(({ path }) => path)).not.toContain('/news/1');
  await sound(page, '2-found');

  await page.getByLabel('المجلد').fill('محلية / يومية');
  await page.getByRole('button', { name: 'احفظ ما اخترت' }).click();
  await page.waitForURL('**/sources?done=kept**');
  expect(await page.getByRole('status').innerText()).toContain('أُضيف مصدر واحد');
  await until(page, 'يعمل');
  expect(await page.getByRole('heading', { name: 'محلية / يومية' }).count()).toBe(1);
  await sound(page, '3-list');

  await page.getByRole('link', { name: 'صحيفة المنارة' }).click();
  await sound(page, '4-source');
  await page.getByRole('link', { name: 'اقرأ أخباره' }).click();
  await page.getByRole('link', { name: /افتتاح جسر جديد/ }).click();
  expect(await page.locator('article').first().innerText()).toContain(
    'ويبلغ طول الجسر ثمانمئة متر',
  );
  expect(await page.locator('main').innerText()).not.toContain('جميع الحقوق محفوظة');

  await page.goto(`${site}/sources`);
  await page.getByRole('button', { name: 'أوقفه: صحيفة المنارة' }).click();
  await page.waitForURL('**done=paused');
  expect(await page.locator('main').innerText()).toContain('متوقف بطلب منك');
  await page.getByRole('button', { name: 'استأنف زيارته' }).click();
  await page.waitForURL('**done=resumed');

  publisher.status = 503;
  await page.getByRole('button', { name: 'زره الآن' }).click();
  await page.waitForURL('**done=retry');
  await until(page, 'خطأ في خادم الموقع (503)');
  await sound(page, '5-failing');
  await page.goto(`${site}/sources`);
  expect(await page.locator('main').innerText()).toContain('1 منها لا يعمل');
  await sound(page, '6-list-failing');

  publisher.status = 200;
  publisher.publish(
    'عودة الكهرباء إلى أحياء المدينة',
    'عادت الكهرباء مساء اليوم إلى أحياء المدينة كلها بعد عطل دام ست ساعات أصاب المحطة الرئيسة، وقالت الشركة إنها أصلحت العطل.',
  );
  await page.getByRole('button', { name: 'زره الآن' }).click();
  await until(page, 'يعمل جيداً');
  await page.goto(`${site}/`);
  await until(page, 'عودة الكهرباء إلى أحياء المدينة');

  await page.goto(`${site}/sources`);
  await page.getByRole('link', { name: 'صحيفة المنارة' }).click();
  await page.getByRole('link', { name: 'احذفه' }).click();
  await sound(page, '7-remove');
  await page.getByRole('button', { name: /احذفه مع أخباره/ }).click();
  await page.waitForURL('**done=removed**');
  expect(await page.getByRole('status').innerText()).toContain('حُذف المصدر ومعه 3 أخبار');
  await page.goto(`${site}/`);
  expect(await page.locator('main').innerText()).not.toContain('عودة الكهرباء');
  expect(complaints).toEqual([]);
  await context.close();
}, 180_000);

test('the pages work without scripts: bundles, OPML in and out, a reason in Arabic for what fails', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false, locale: 'ar' });
  const page = await context.newPage();
  await page.goto(`${site}/sources`);
  await page.getByLabel('عنوان موقع').fill('http://169.254.169.254/latest');
  await page.getByRole('button', { name: 'ابحث', exact: true }).last().click();
  expect(await page.locator('main').innerText()).toContain('شبكة داخلية');

  await page.goto(`${site}/sources`);
  const outline = (name: string, path: string) =>
    `<outline text="${name}" xmlUrl="${publisher.origin}${path}"/>`;
  await page.locator('#opml').setInputFiles({
    name: 'mine.opml',
    mimeType: 'text/xml',
    buffer: Buffer.from(
      `<opml version="2.0"><body><outline text="محلية">${outline('المنارة', '/feed')}</outline></body></opml>`,
    ),
  });
  await page.getByRole('button', { name: 'استورد' }).click();
  expect(await page.getByRole('status').innerText()).toContain('أُضيف مصدر واحد');
  const opml = await (await fetch(`${site}/sources/warraq.opml`)).text();
  expect(opml).toContain(`<outline text="محلية">`);
  expect(opml).toContain(`xmlUrl="${publisher.origin}/feed"`);
  await context.close();

  const phone = await browser.newPage();
  await phone.goto(`${site}/sources/start`);
  await sound(phone, '8-start');
  expect(await phone.getByLabel('وكالات الأنباء').count()).toBe(1);
  await phone.close();
}, 60_000);

test('changes are taken from our own pages and from programs only', async () => {
  const post = (path: string, headers: Record<string, string>, body = '') =>
    fetch(site + path, { method: 'POST', headers, body, redirect: 'manual' }).then(
      ({ status }) => status,
    );
  const json = { 'content-type': 'application/json' };
  const address = JSON.stringify({ address: publisher.origin });
  expect(await post('/api/subscriptions/find', json, address)).toBe(200);
  expect(
    await post('/api/subscriptions/find', { ...json, origin: 'https://evil.example' }, address),
  ).toBe(403);
  expect(
    await post('/api/subscriptions/find', { ...json, 'sec-fetch-site': 'cross-site' }, address),
  ).toBe(403);
  expect(
    await post(
      '/sources/find',
      { 'content-type': 'application/x-www-form-urlencoded' },
      'address=x',
    ),
  ).toBe(403);
});
