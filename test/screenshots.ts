import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openDesk } from '../src/desk/open.js';
import { fillFromSample } from '../src/sample-run.js';
import { serve } from '../src/web/serve.js';
import { launchChromium } from './chromium.js';
import { loadedFonts } from './page-checks.js';

/**
 * Takes the README's pictures of the sample newsroom into docs/screenshots/: front page and the
 * article with most around it, on a desk and a phone, by day and by night. Run after a build.
 */
const out = join(dirname(dirname(fileURLToPath(import.meta.url))), 'docs', 'screenshots');
const widths = { desk: { width: 1280, height: 900 }, phone: { width: 390, height: 844 } };

async function takeScreenshots(): Promise<void> {
  mkdirSync(out, { recursive: true });
  const directory = mkdtempSync(join(tmpdir(), 'warraq-screenshots-'));
  const desk = await openDesk(directory);
  await fillFromSample(desk, (name, reason) => console.error(`${name}: ${reason}`));
  const site = await serve(desk, { port: 0, timeZone: 'UTC' });
  const browser = await launchChromium();
  try {
    const pages = { front: '/', article: `/article/${encodeURIComponent(await richest())}` };
    for (const [name, path] of Object.entries(pages))
      for (const [width, viewport] of Object.entries(widths))
        for (const colorScheme of ['light', 'dark'] as const) {
          const page = await browser.newPage({ viewport, colorScheme });
          await page.goto(site.url + path);
          await page.evaluate(loadedFonts);
          await page.screenshot({ path: join(out, `${name}-${width}-${colorScheme}.png`) });
          await page.close();
        }
  } finally {
    await browser.close();
    await site.close();
    await desk.close();
    rmSync(directory, { recursive: true, force: true });
  }

  /** The article with most copies, similar articles and a next read. */
  async function richest(): Promise<string> {
    let best = { id: '', score: -1 };
    for await (const { article } of desk.store.scan()) {
      const page = await desk.articlePage(article.id);
      if (!page) continue;
      const around = page.alsoIn.length * 3 + page.similar.length + (page.nextRead ? 5 : 0);
      const parts = (page.story?.outlets ?? 0) * 3 + page.stored.brief.length;
      if (around + parts > best.score) best = { id: article.id, score: around + parts };
    }
    return best.id;
  }
}

await takeScreenshots();
