import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Subscription, Subscriptions } from '../model/feed.js';
import { collectAlways, collectOnce, type CollectOptions } from './collector.js';
import { memorySubscriptions } from './subscriptions.js';
import { startTestServer, type TestServer } from './test-server.js';

let server: TestServer;
let kept: Subscriptions;
beforeEach(async () => {
  server = await startTestServer();
  kept = memorySubscriptions();
});
afterEach(() => server.close());

const subscription = (path = '/feed', more: Partial<Subscription> = {}): Subscription => ({
  id: `test${path}`,
  address: server.origin + path,
  kind: 'feed',
  source: { name: 'اختبار' },
  ...more,
});

const item = (name: string, title = `خبر ${name}`) =>
  `<item><title>${title}</title><link>${server.origin}/${name}</link><description>موجز ${name}</description></item>`;

function feed(...items: string[]) {
  server.page(
    '/feed',
    `<rss version="2.0"><channel><title>ق</title>${items.join('')}</channel></rss>`,
    {
      'content-type': 'text/xml',
    },
  );
}

async function only(subscriptions: Subscription[]) {
  for (const { subscription } of await kept.list())
    if (!subscriptions.some(({ id }) => id === subscription.id)) await kept.remove(subscription.id);
  await kept.put(subscriptions);
}

async function collect(
  subscriptions: Subscription[] = [subscription()],
  options: CollectOptions & { all?: boolean } = {},
) {
  const got: string[] = [];
  await only(subscriptions);
  const items = collectOnce(kept, {
    allowHosts: ['127.0.0.1'],
    gapMs: 0,
    timeoutMs: 2000,
    all: true,
    ...options,
  });
  for await (const one of items) {
    if ('event' in one) {
      if (one.event === 'failed') got.push(`failed ${one.failure.code}`);
      if ('commit' in one) await one.commit();
    } else if ('form' in one) got.push(`${one.form} ${one.name.replace(server.origin, '')}`);
  }
  return got;
}

describe('collectOnce', () => {
  it('brings the page of each entry once, oldest first, and again when its entry changes', async () => {
    server.page('/a', '<p>أ</p>');
    server.page('/b', '<p>ب</p>');
    feed(item('b'), item('a'));
    expect(await collect()).toEqual(['html /a', 'html /b']);
    expect(await collect()).toEqual([]);
    feed(item('c'), item('b'), item('a', 'خبر معدل'));
    server.page('/c', '<p>ج</p>');
    expect(await collect()).toEqual(['html /a', 'html /c']);
  });

  it('keeps what the feed gave where the page fails, and tries again while that may help', async () => {
    feed(item('gone'), item('down'));
    server.routes.set('/down', (_request, response) => response.writeHead(503).end());
    expect((await collect()).sort()).toEqual(['entry ' + '/down', 'entry /gone']);
    expect(await collect()).toEqual(['entry /down']);
    server.page('/down', '<p>عاد</p>');
    expect(await collect()).toEqual(['html /down']);
    expect(await collect()).toEqual([]);
  });

  it('gives up a page after three tries', async () => {
    feed(item('down'));
    server.routes.set('/down', (_request, response) => response.writeHead(503).end());
    for (let run = 0; run < 3; run++) expect(await collect()).toEqual(['entry /down']);
    expect(await collect()).toEqual([]);
  });

  it('loses nothing where the reader stops in the middle', async () => {
    for (const name of ['a', 'b', 'c']) server.page(`/${name}`, '<p>x</p>');
    feed(item('c'), item('b'), item('a'));
    await kept.put([subscription()]);
    for await (const one of collectOnce(kept, {
      allowHosts: ['127.0.0.1'],
      gapMs: 0,
    }))
      if ('form' in one) break;
    expect(await collect()).toEqual(['html /a', 'html /b', 'html /c']);
  });

  it('keeps what a long visit has brought so far, and asks for the rest after a stop', async () => {
    const names = Array.from({ length: 30 }, (_, at) => `p${String(at).padStart(2, '0')}`);
    for (const name of names) server.page(`/${name}`, '<p>x</p>');
    server.routes.set('/feed', (request, response) => {
      if (request.headers['if-none-match'] === '"1"') return void response.writeHead(304).end();
      response.writeHead(200, { etag: '"1"' }).end(
        `<rss><channel>${[...names]
          .reverse()
          .map((name) => item(name))
          .join('')}</channel></rss>`,
      );
    });
    await kept.put([subscription()]);
    let taken = 0;
    for await (const one of collectOnce(kept, { allowHosts: ['127.0.0.1'], gapMs: 0 })) {
      if ('form' in one) taken += 1;
      if ('event' in one && one.event === 'partly') {
        await one.commit();
        break;
      }
    }
    expect(taken).toBe(20);
    expect(await collect()).toEqual(names.slice(20).map((name) => `html /${name}`));
    expect(await collect()).toEqual([]);
  });

  it('asks for the whole feed while pages are still to be had, whatever the server would answer 304', async () => {
    server.routes.set('/feed', (request, response) => {
      if (request.headers['if-none-match'] === '"1"') return void response.writeHead(304).end();
      response.writeHead(200, { etag: '"1"' }).end(`<rss><channel>${item('a')}</channel></rss>`);
    });
    server.routes.set('/a', (_request, response) => response.writeHead(503).end());
    expect(await collect()).toEqual(['entry /a']);
    server.page('/a', '<p>أ</p>');
    expect(await collect()).toEqual(['html /a']);
    expect(await collect()).toEqual([]);
  });

  it('finds a feed itself where only the site is known, and where a given address is none', async () => {
    server.page(
      '/',
      '<html><head><link rel="alternate" type="application/rss+xml" href="/feed"></head></html>',
    );
    server.page('/a', '<p>أ</p>');
    feed(item('a'));
    expect(await collect([subscription('/', { kind: 'site' })])).toEqual(['html /a']);
    expect(await collect([subscription('/', { kind: 'site' })])).toEqual([]);
    const moved = subscription('/old-feed', { source: { url: `${server.origin}/` } });
    expect(await collect([moved])).toEqual(['html /a']);
    expect((await kept.get('test/old-feed'))?.state?.found?.address).toBe(`${server.origin}/feed`);
  });

  it('sends back what the server gave, and takes 304 for an answer', async () => {
    server.page('/a', '<p>أ</p>');
    const body = `<rss><channel>${item('a')}</channel></rss>`;
    server.routes.set('/feed', (request, response) => {
      if (request.headers['if-none-match'] === '"7"') response.writeHead(304).end();
      else response.writeHead(200, { etag: '"7"', 'content-type': 'text/xml' }).end(body);
    });
    expect(await collect()).toEqual(['html /a']);
    expect(await collect()).toEqual([]);
    expect(await collect()).toEqual([]);
    expect(
      server.requests.filter((request) => request.headers['if-none-match'] === '"7"'),
    ).toHaveLength(2);
  });

  it('asks the new address after a permanent redirect', async () => {
    server.routes.set('/old', (_request, response) =>
      response.writeHead(301, { location: '/feed' }).end(),
    );
    feed();
    await collect([subscription('/old')]);
    await collect([subscription('/old')]);
    expect(server.asked).toEqual(['/old', '/feed', '/feed']);
  });

  it('says why a feed fails, waits longer each time, and retires what is gone', async () => {
    const visits: string[] = [];
    for (let run = 0; run < 8; run++) visits.push(...(await collect()));
    expect(visits).toEqual(Array(8).fill('failed http-404'));
    const { state } = (await kept.get('test/feed'))!;
    expect(state).toMatchObject({ retired: true, failures: 8 });
    expect(state?.lastFailure?.arabic).toBe('الصفحة لم تعد موجودة (404).');
    expect(await kept.due(Date.now() + 1e12)).toEqual([]);
    feed();
    await collect();
    expect((await kept.get('test/feed'))?.state?.retired).toBeUndefined();
    server.page('/page', '<html><body>صفحة</body></html>');
    expect(await collect([subscription('/page')])).toEqual(['failed not-a-feed']);
  });

  it('visits only what is due, and nothing paused', async () => {
    feed();
    await collect();
    expect(server.asked).toHaveLength(1);
    await collect([subscription()], { all: false });
    await collect([subscription('/feed', { id: 'other', paused: true })]);
    expect(server.asked).toHaveLength(1);
  });

  it('is not delayed by a host that hangs', async () => {
    const slow = await startTestServer();
    slow.routes.set('/feed', () => {});
    server.page('/a', '<p>أ</p>');
    feed(item('a'));
    const order = await collect(
      [{ ...subscription(), id: 'slow', address: `${slow.origin}/feed` }, subscription()],
      { timeoutMs: 1000 },
    );
    await slow.close();
    expect(order).toEqual(['html /a', 'failed timeout']);
  });

  it('reads a channel back to the last post known, and its edited posts again', async () => {
    const post = (id: number, text = `منشور ${id}`) =>
      `<div class="tgme_widget_message" data-post="warraq/${id}"><div class="tgme_widget_message_text">عنوان ${id}<br>${text}</div></div>`;
    const older = (before: number) => `<a class="tme_messages_more" data-before="${before}"></a>`;
    server.page('/s/warraq', older(5) + post(5) + post(6));
    server.page('/s/warraq?before=5', older(3) + post(3) + post(4));
    server.page('/s/warraq?before=3', post(2));
    const channel = [subscription('/s/warraq', { kind: 'telegram' })];
    const posts = (...ids: number[]) => ids.map((id) => `entry /warraq/${id}`);
    expect(await collect(channel)).toEqual(posts(2, 3, 4, 5, 6));
    server.page('/s/warraq', older(6) + post(6, 'بعد التعديل') + post(7));
    expect(await collect(channel)).toEqual(posts(6, 7));
    expect(server.asked.filter((path) => path === '/s/warraq?before=6')).toEqual([]);
  });

  it('reads a site without a feed from its front page', async () => {
    const headlines = [
      'اتفاق جديد ينهي أزمة المياه',
      'البرلمان يقر قانون الموازنة الجديد',
      'فوز كبير للمنتخب في افتتاح البطولة',
    ];
    const links = headlines.map(
      (headline, at) =>
        `<article><h2><a href="/2023/09/story-number-${at}.html">${headline}</a></h2></article>`,
    );
    headlines.forEach((_, at) => server.page(`/2023/09/story-number-${at}.html`, '<p>نص</p>'));
    server.page(
      '/',
      `<nav><a href="/about">من نحن ومن يكتب لنا هنا</a><a href="/section/politics">سياسة</a></nav>${links.join('')}<a href="https://other.example/x-y-z-w">إعلان عن منتج جديد في السوق</a>`,
    );
    expect((await collect([subscription('/', { kind: 'listing' })])).sort()).toEqual(
      headlines.map((_, at) => `html /2023/09/story-number-${at}.html`),
    );
  });
});

describe('collectAlways', () => {
  it('takes up what is added and what is to be retried, and stops when told', async () => {
    const stop = new AbortController();
    server.page('/a', '<p>أ</p>');
    feed(item('a'));
    setTimeout(() => void kept.put([subscription()]), 200);
    const got: string[] = [];
    for await (const one of collectAlways(kept, {
      allowHosts: ['127.0.0.1'],
      gapMs: 0,
      signal: stop.signal,
    })) {
      if ('form' in one) got.push(one.form);
      if (!('event' in one) || one.event !== 'visited') continue;
      await one.commit();
      got.push(`${one.fresh} new`);
      if (got.length > 2) stop.abort();
      else setTimeout(() => void kept.retry('test/feed'), 50);
    }
    expect(got).toEqual(['html', '1 new', '0 new']);
  }, 20_000);

  it('a host that hangs for long does not keep others from their next visits', async () => {
    const slow = await startTestServer();
    slow.routes.set('/feed', () => {});
    feed();
    await kept.put([
      { ...subscription(), id: 'slow', address: `${slow.origin}/feed` },
      subscription(),
    ]);
    const stop = new AbortController();
    let visits = 0;
    for await (const one of collectAlways(kept, {
      allowHosts: ['127.0.0.1'],
      gapMs: 0,
      timeoutMs: 30_000,
      signal: stop.signal,
    })) {
      if (!('event' in one) || one.event !== 'visited') continue;
      await one.commit();
      visits += 1;
      if (visits === 3) stop.abort();
      else await kept.retry('test/feed');
    }
    await slow.close();
    expect(visits).toBe(3);
  }, 20_000);
});
