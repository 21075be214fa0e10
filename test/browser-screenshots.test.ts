import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { expect, test } from 'vitest';
import type { Desk } from '../src/desk.js';
import { openDesk } from '../src/desk/open.js';
import { fillFromSample } from '../src/sample-run.js';
import { serve } from '../src/web/serve.js';
import { launchChromium } from './chromium.js';
import { loadedFonts } from './page-checks.js';

/**
 * Not a test but the README's pictures of the sample newsroom, taken into docs/screenshots/ after a
 * build: `SCREENSHOTS=1 npx vitest run test/browser-screenshots.test.ts`.
 */
const out = join(dirname(dirname(fileURLToPath(import.meta.url))), 'docs', 'screenshots');
const widths = { desk: { width: 1280, height: 900 }, phone: { width: 390, height: 844 } };
const largest = 300_000;

test.skipIf(!process.env.SCREENSHOTS)('takes the pictures', async () => {
  mkdirSync(out, { recursive: true });
  const directory = mkdtempSync(join(tmpdir(), 'warraq-screenshots-'));
  const desk = await openDesk(directory);
  await fillFromSample(desk, (name, reason) => console.error(`${name}: ${reason}`));
  const site = await serve(desk, { port: 0, timeZone: 'UTC' });
  const browser = await launchChromium();
  try {
    const article = `/article/${encodeURIComponent(await richest(desk))}`;
    await take(browser, site.url, 'front');
    await take(browser, site.url + article, 'article');
  } finally {
    await browser.close();
    await site.close();
    await desk.close();
    rmSync(directory, { recursive: true, force: true });
  }
});

/** One page in both widths, by day and by night. */
async function take(browser: Browser, address: string, name: string): Promise<void> {
  for (const [width, viewport] of Object.entries(widths))
    for (const colorScheme of ['light', 'dark'] as const) {
      const page = await browser.newPage({ viewport, colorScheme });
      await page.goto(address);
      await page.evaluate(loadedFonts);
      const path = join(out, `${name}-${width}-${colorScheme}.png`);
      expect((await page.screenshot({ path })).length, path).toBeLessThan(largest);
      await page.close();
    }
}

/** The article with most around it: copies, similar articles, a next read, a story of many outlets. */
async function richest(desk: Desk): Promise<string> {
  let best = { id: '', score: -1 };
  for await (const { article } of desk.store.scan()) {
    const page = await desk.articlePage(article.id);
    if (!page) continue;
    const around = page.alsoIn.length * 3 + page.similar.length + (page.nextRead ? 5 : 0);
    const score = around + (page.story?.outlets ?? 0) * 3 + page.stored.brief.length;
    if (score > best.score) best = { id: article.id, score };
  }
  return best.id;
}
