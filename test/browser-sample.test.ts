import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Desk } from '../src/desk.js';
import { openDesk } from '../src/desk/open.js';
import { fillFromSample } from '../src/sample-run.js';
import { serve, type Served } from '../src/web/serve.js';
import { launchChromium } from './chromium.js';
import { directionOf, findAccessibilityFaults, findSidewaysScroll } from './page-checks.js';

/** The first run as a stranger sees it: an empty store, the sample newsroom, a browser. */
let directory: string;
let desk: Desk;
let site: Served;
let browser: Browser;
let page: Page;
const complaints: string[] = [];

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'warraq-browser-'));
  desk = await openDesk(directory);
  await fillFromSample(desk, (name, reason) => complaints.push(`${name}: ${reason}`));
  site = await serve(desk, { port: 0, timeZone: 'UTC' });
  browser = await launchChromium();
  page = await browser.newPage({ viewport: { width: 390, height: 844 } });
  page.on('console', (message) => complaints.push(message.text()));
  page.on('request', (request) => {
    if (new URL(request.url()).origin !== site.url) complaints.push(request.url());
  });
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
  await desk?.close();
  rmSync(directory, { recursive: true, force: true });
});

test('the first page is alive: stories, latest articles, and the word that they are a sample', async () => {
  await page.goto(site.url);
  expect(await page.locator('.notice').innerText()).toContain('هذه أخبار تجريبية');
  expect(await page.locator('.top-stories h3').count()).toBeGreaterThan(3);
  expect(await page.locator('.latest .entry').count()).toBeGreaterThan(10);
  expect(await page.locator('.also-in').count()).toBeGreaterThan(0);
  expect(await page.evaluate(findAccessibilityFaults)).toEqual([]);
});

test('search finds «الأرمن» when the reader types «أرمن»', async () => {
  await page.goto(site.url);
  await page.getByRole('searchbox').fill('أرمن');
  await page.keyboard.press('Enter');
  await page.waitForURL(/search/);
  expect(await page.locator('mark').allInnerTexts()).toContain('الأرمن');
});

test('an article of the Karabakh story has all parts of the page, in Arabic, right to left', async () => {
  await page.goto(`${site.url}/search?q=${encodeURIComponent('قوات حفظ السلام الروسية')}`);
  await page.locator('.results h2 a').first().click();
  await page.waitForURL(/\/article\//);
  expect(await page.locator('h1').evaluate(directionOf)).toBe('rtl');
  expect((await page.locator('.body p').allInnerTexts()).join(' ')).toMatch(/[\u0621-\u064A]{3}/);
  for (const part of [
    '.meta .source-name',
    '.meta a.outward[href^="https://"]',
    '.meta time',
    '.about .tags a',
    '.about .names a',
    '.similar-list h3 a',
    '.similar-list .reason',
  ])
    expect(await page.locator(part).count(), part).toBeGreaterThan(0);
  expect(await page.evaluate(findAccessibilityFaults)).toEqual([]);
  expect(await page.evaluate(findSidewaysScroll)).toEqual([]);
  const keywords = await page.locator('.about .tags a').allInnerTexts();
  await page.locator('.about .tags a').first().click();
  await page.waitForURL(/\/keyword\//);
  expect(await page.locator('h1').innerText()).toBe(keywords[0]);
});

test('one click takes the sample away, and the browser had nothing to complain of', async () => {
  await page.goto(site.url);
  await page.getByRole('button', { name: 'احذف الأخبار التجريبية' }).click();
  await page.waitForURL(`${site.url}/`);
  expect(await page.locator('.empty').innerText()).toContain('لا أخبار هنا بعد');
  expect((await desk.store.stats()).articles).toBe(0);
  expect(complaints).toEqual([]);
});
