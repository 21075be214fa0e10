import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { articles } from './articles.js';
import { startHub } from './hub.js';
import { startPublisher, type Publisher } from './publisher.js';
import { start, temporary, warraq } from './warraq.js';

let directory: string;
let db: string;
let remove: () => void;
let publisher: Publisher;
beforeEach(async () => {
  ({ directory, remove } = temporary());
  db = join(directory, 'data');
  publisher = await startPublisher('صحيفة المنارة');
});
afterEach(async () => {
  await publisher.close();
  remove();
});

const open = () => ['--db', db, '--gap', '0', '--allow-host', publisher.host];
const collect = (...more: string[]) => warraq('collect', '--once', '--json', ...open(), ...more);
const exported = async () => (await warraq('export', '--db', db)).lines();

function publishMany(count: number): string[] {
  return Array.from({ length: count }, (_, n) => {
    const { title, body } = articles[n % articles.length]!;
    return publisher.publish(`${title} (${n})`, `الرقم ${n}: ${body}`);
  });
}

test('collecting that is killed again and again loses no article and stores none twice', async () => {
  const published = publishMany(120);
  expect((await warraq('sources', 'add', publisher.origin, ...open())).code).toBe(0);
  const acknowledged = new Set<unknown>();
  for (const pause of [300, 700, 1200]) {
    const child = start(['collect', '--json', ...open()]);
    child.stdout!.setEncoding('utf8').on('data', (text: string) => {
      for (const [, id] of text.matchAll(/"became":"stored","id":"([^"]+)"/g)) acknowledged.add(id);
    });
    const closed = once(child, 'close');
    await Promise.race([once(child.stdout!, 'data'), closed, sleep(8000)]);
    await sleep(pause);
    child.kill('SIGKILL');
    await closed;
  }
  const rest = await collect('--all');
  expect(rest.code).toBe(0);
  const kept = await exported();
  expect(kept.map(({ url }) => url).sort()).toEqual([...published].sort());
  const ids = new Set(kept.map(({ id }) => id));
  expect(ids.size).toBe(published.length);
  expect([...acknowledged].filter((id) => !ids.has(id))).toEqual([]);
  const check = await warraq('check', '--db', db, '--json');
  expect(check.lines().at(-1)).toMatchObject({ articles: published.length, faults: 0 });
}, 240_000);

test('an entry whose page is out of reach, or is no article, is kept with what the feed gave, and marked', async () => {
  const gone = publisher.publish(
    'عنوان خبر سقطت صفحته',
    'موجز ما جاء في الخبر الذي لا تُفتح صفحته اليوم.',
  );
  const wall = publisher.publish(
    'عنوان خبر خلف جدار',
    'موجز ما جاء في الخبر الذي تحجبه صفحة تحقق.',
  );
  const fine = publisher.publish(
    'عنوان خبر سليم',
    'نص الخبر السليم كما جاء في صفحته، وفيه من الكلام ما يكفي لقراءته كاملاً.',
  );
  publisher.pages.set(new URL(gone).pathname, { status: 500, body: '' });
  publisher.pages.set(new URL(wall).pathname, {
    status: 200,
    body: '<html><head><title>Just a moment...</title></head><body><h1>Checking your browser before accessing</h1><div id="cf-challenge-running"></div></body></html>',
  });
  await warraq('sources', 'add', publisher.origin, ...open());
  await collect();
  const byUrl = new Map((await exported()).map((one) => [one.url, one]));
  expect(byUrl.get(gone)).toMatchObject({ title: 'عنوان خبر سقطت صفحته' });
  expect(byUrl.get(wall)?.body).toContain('تحجبه صفحة تحقق');
  const page = async (id: unknown) => {
    const server = start(['serve', '--port', '0', '--no-sample', '--no-collect', '--db', db]);
    const [line] = (await once(server.stdout!.setEncoding('utf8'), 'data')) as [string];
    const html = await (await fetch(`${/http:\S+/.exec(line)![0]}/article/${String(id)}`)).text();
    server.kill('SIGTERM');
    await once(server, 'close');
    return html;
  };
  expect(await page(byUrl.get(gone)?.id)).toContain('تعذّرت قراءة صفحة الخبر في موقعه');
  expect(await page(byUrl.get(fine)?.id)).not.toContain('تعذّرت قراءة');

  publisher.pages.delete(new URL(gone).pathname);
  publisher.pages.set(new URL(fine).pathname, { status: 500, body: '' });
  publisher.touch(fine);
  await collect('--all');
  expect(await page(byUrl.get(fine)?.id)).not.toContain('تعذّرت قراءة');
  expect(await page(byUrl.get(gone)?.id)).not.toContain('تعذّرت قراءة');
}, 120_000);

test('sources are added, paused and retried beside a running server, which takes it up', async () => {
  publishMany(3);
  const server = start(['serve', '--port', '0', '--no-sample', ...open()]);
  const [line] = (await once(server.stdout!.setEncoding('utf8'), 'data')) as [string];
  const site = /http:\S+/.exec(line)![0];
  const count = async () =>
    ((await (await fetch(`${site}/health`)).json()) as { articles: number }).articles;
  const added = await warraq('sources', 'add', publisher.origin, '--json', ...open());
  expect(added.code).toBe(0);
  await expect.poll(count, { timeout: 20_000 }).toBe(3);
  const id = String(added.lines()[0]?.id);
  expect((await warraq('sources', 'pause', id, '--db', db)).code).toBe(0);
  expect((await warraq('sources', 'retry', id, '--db', db)).code).toBe(1);
  publisher.publish(
    'خبر رابع بعد الإيقاف',
    'نص الخبر الرابع الذي نُشر بعد إيقاف الزيارة واستئنافها.',
  );
  await warraq('sources', 'resume', id, '--db', db);
  await warraq('sources', 'retry', `${publisher.origin}/feed`, '--db', db);
  await expect.poll(count, { timeout: 20_000 }).toBe(4);
  const [health] = (await warraq('sources', 'health', '--json', '--db', db)).lines();
  expect(health).toMatchObject({ id, status: 'well', arabic: 'يعمل جيداً.' });
  expect((await warraq('sources', 'remove', id, '--db', db)).code).toBe(0);
  server.kill('SIGTERM');
  const [code] = (await once(server, 'close')) as [number];
  expect(code).toBe(0);
  expect(await exported()).toHaveLength(4);
  expect((await warraq('sources', 'remove', id, '--db', db)).stderr).toContain('no such source');
}, 120_000);

test('import takes the feeds of an OPML file for sources, once', async () => {
  const file = join(directory, 'mine.opml');
  writeFileSync(
    file,
    `<opml><body><outline text="محلية"><outline text="المنارة" xmlUrl="${publisher.origin}/feed"/></outline></body></opml>`,
  );
  const first = await warraq('import', file, '--db', db);
  expect(first.code).toBe(0);
  expect(first.stderr).toContain('1 sources listed in OPML, 1 of them new');
  expect((await warraq('import', file, '--db', db)).stderr).toContain('0 of them new');
  expect((await warraq('sources', 'export', '--db', db)).stdout).toContain(
    '<outline text="محلية">',
  );
}, 60_000);

test('a feed that names a hub is visited when the hub announces it', async () => {
  const hub = await startHub();
  publisher.hub = hub.url;
  publishMany(2);
  // The server must know its own address before it listens.
  const port = 20_000 + Math.floor(Math.random() * 20_000);
  const server = start([
    'serve',
    '--port',
    String(port),
    '--no-sample',
    '--public-url',
    `http://127.0.0.1:${port}`,
    ...open(),
    hub.host,
  ]);
  const site = `http://127.0.0.1:${port}`;
  await once(server.stdout!, 'data');
  const count = async () =>
    ((await (await fetch(`${site}/health`)).json()) as { articles: number }).articles;
  await warraq('sources', 'add', publisher.origin, ...open());
  await expect.poll(count, { timeout: 20_000 }).toBe(2);
  await expect.poll(() => hub.confirmed, { timeout: 20_000 }).toBe(true);
  publisher.publish('خبر أعلنته المحطة', 'نص الخبر الذي أُعلن عنه فور نشره، فوصل من غير انتظار.');
  await hub.announce();
  await expect.poll(count, { timeout: 10_000 }).toBe(3);
  server.kill('SIGTERM');
  await once(server, 'close');
  await hub.close();
}, 180_000);
