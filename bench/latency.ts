/**
 * Latency: from an entry's appearing in a feed to its readable, related article page.
 *
 *     npm run build && tsx bench/latency.ts [articles=20]
 *
 * `warraq serve` follows a publisher on loopback. Each round publishes one article and then either lets
 * a WebSub hub announce it, or asks for a visit as «زره الآن» does, and waits until its page answers with
 * its text. Where no hub announces, half of the feed's own pause between visits comes on top: that is
 * printed for feeds of several rhythms.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { nextVisit } from '../src/collect/schedule.js';
import { startHub } from '../test/hub.js';
import { startPublisher } from '../test/publisher.js';

const rounds = Number(process.argv[2] ?? 20);
const warraq = new URL('../dist/src/cli/main.js', import.meta.url).pathname;
const folder = mkdtempSync(join(tmpdir(), 'warraq-latency-'));
const publisher = await startPublisher('صحيفة المنارة');
const hub = await startHub();
publisher.hub = hub.url;
const text = (n: number) =>
  `قالت وزارة المياه في بيانها رقم ${n} إن منسوب السد ارتفع ${n} سنتيمتراً بعد أمطار الأسبوع، وإن خطة توزيع المياه على قرى الوادي تبدأ يوم الأحد، ودعت المزارعين إلى تسجيل حاجتهم.`;
for (let n = 0; n < 5; n++) publisher.publish(`بيان رقم ${n} عن منسوب السد`, text(n));

const port = 20_000 + Math.floor(Math.random() * 20_000);
const site = `http://127.0.0.1:${port}`;
const settings = ['--gap', '0', '--allow-host', publisher.host, hub.host];
const server = spawn(
  process.execPath,
  [
    warraq,
    'serve',
    '--no-sample',
    '--db',
    join(folder, 'data'),
    '--port',
    String(port),
    '--public-url',
    site,
    ...settings,
  ],
  { stdio: ['ignore', 'pipe', 'inherit'] },
);
await once(server.stdout, 'data');

const post = async (path: string, body: unknown) =>
  fetch(site + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
const found = (await (
  await post('/api/subscriptions/find', { address: publisher.origin })
).json()) as {
  items: Array<{ subscription: { id: string } }>;
};
const { subscription } = found.items[0]!;
await post('/api/subscriptions', { sources: [subscription] });
while (!hub.confirmed) await sleep(100);

/** Milliseconds until the article's page shows its text. */
async function readable(n: number, announce: () => Promise<unknown>): Promise<number> {
  const headline = `بيان رقم ${n} عن منسوب السد`;
  publisher.publish(headline, text(n));
  const published = performance.now();
  await announce();
  for (;;) {
    const latest = (await (await fetch(`${site}/api/articles?limit=5`)).json()) as {
      items: Array<{ id: string; title: string; alsoIn: Array<{ id: string; title: string }> }>;
    };
    const all = latest.items.flatMap((item) => [item, ...item.alsoIn]);
    const article = all.find(({ title }) => title === headline);
    if (article) {
      const page = await (await fetch(`${site}/article/${article.id}`)).text();
      if (page.includes(`بيانها رقم ${n} `)) return performance.now() - published;
    }
    await sleep(20);
  }
}

async function measure(
  name: string,
  from: number,
  announce: () => Promise<unknown>,
): Promise<void> {
  const times: number[] = [];
  for (let n = 0; n < rounds; n++) times.push(await readable(from + n, announce));
  times.sort((a, b) => a - b);
  const at = (share: number) => ((times[Math.floor(share * (rounds - 1))] ?? 0) / 1000).toFixed(2);
  console.log(`${name}: median ${at(0.5)} s, at most ${at(1)} s (${rounds} articles)`);
}
await measure('announced by a hub', 100, () => hub.announce());
await measure('visit asked for', 500, () =>
  post(`/api/subscriptions/${subscription.id}/retry`, {}),
);
for (const perDay of [200, 72, 24, 6, 1]) {
  const pause = Date.parse(nextVisit(perDay, 0, { ok: true }, 0, 0.5)) / 60_000;
  console.log(
    `a feed of ${perDay} a day without a hub: ${(pause / 2).toFixed(0)} min more on average`,
  );
}
server.kill('SIGTERM');
await once(server, 'close');
await publisher.close();
await hub.close();
rmSync(folder, { recursive: true });
