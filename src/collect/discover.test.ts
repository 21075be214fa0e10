import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { discover } from './discover.js';
import { createFetcher, type Fetcher } from './http.js';
import { startTestServer, type TestServer } from './test-server.js';

let server: TestServer;
let fetcher: Fetcher;
beforeEach(async () => {
  server = await startTestServer();
  fetcher = createFetcher({
    allowHosts: ['127.0.0.1'],
    connectTo: { 't.me': server.origin },
    gapMs: 0,
    timeoutMs: 2000,
  });
});
afterEach(async () => {
  await fetcher.close();
  await server.close();
});

const rss = (title: string) =>
  `<rss><channel><title>${title}</title><item><title>خبر</title><link>/a</link></item></channel></rss>`;

async function found(path: string): Promise<string[]> {
  const result = await discover(path.startsWith('/') ? server.origin + path : path, fetcher);
  if (!('found' in result)) return [result.code];
  return result.found.map(
    ({ subscription, how }) =>
      `${subscription.kind} ${subscription.address.replace(server.origin, '')} ${how}`,
  );
}

describe('discover', () => {
  it('takes a feed, a sitemap and an OPML file for what they are', async () => {
    server.page('/f', rss('ق'));
    server.page('/s.xml', '<urlset><url><loc>/a</loc></url></urlset>');
    server.page('/o', '<opml><body><outline xmlUrl="https://a.example/f"/></body></opml>');
    expect(await found('/f')).toEqual(['feed /f itself']);
    expect(await found('/s.xml')).toEqual(['sitemap /s.xml itself']);
    expect(await found('/o')).toEqual(['feed https://a.example/f opml']);
  });

  it('finds the feeds of link tags, the comments last', async () => {
    server.page('/comments/feed', rss('تعليقات'));
    server.page('/main', rss('الأخبار'));
    server.page(
      '/',
      '<link rel="alternate" type="application/rss+xml" href="/comments/feed"><link rel="alternate" type="application/atom+xml" href="/main"><link rel="alternate" hreflang="en" href="/en">',
    );
    expect(await found('/')).toEqual(['feed /main link-tag', 'feed /comments/feed link-tag']);
  });

  it('finds feeds in links and at well-known places', async () => {
    server.page('/x/rss', rss('ق'));
    server.page('/', '<a href="/x/rss">خدمة</a>');
    expect(await found('/')).toEqual(['feed /x/rss link']);
    server.page('/', '<p>لا روابط هنا</p>');
    server.page('/rss.xml', rss('ق'));
    expect(await found('/')).toEqual(['feed /rss.xml well-known']);
  });

  it('offers the page itself as a listing where there is no feed, and says when there is nothing', async () => {
    const links = [1, 2, 3, 4].map(
      (at) => `<h3><a href="/news/${at}${at}${at}4">عنوان طويل لخبر رقم ${at} في الصحيفة</a></h3>`,
    );
    server.page('/', links.join(''));
    expect(await found('/')).toEqual(['listing / listing']);
    server.page('/', 'فارغة');
    expect(await found('/')).toEqual(['no-links']);
    expect(await found('/missing')).toEqual(['http-404']);
  });

  it('reads a channel by any of its names', async () => {
    server.page(
      '/s/warraq_test',
      '<div class="tgme_channel_info_header_title">قناة</div><div class="tgme_widget_message" data-post="warraq_test/5"><div class="tgme_widget_message_text">خبر</div></div>',
    );
    for (const name of ['@warraq_test', 't.me/warraq_test', 'https://t.me/s/warraq_test/5'])
      expect(await found(name)).toEqual(['telegram https://t.me/s/warraq_test itself']);
  });
});
