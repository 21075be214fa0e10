import { describe, expect, it } from 'vitest';
import { readOpml, subscriptionId, writeOpml } from './opml.js';
import type { Subscription } from '../model/feed.js';

const subscriptions: Subscription[] = [
  ['https://a.example/feed?x=1&y=2', 'صحيفة "ألف"', ['عربي', 'مصر']],
  ['https://b.example/rss', 'باء & أصحابه', []],
].map(([address, name, folders]) => ({
  id: subscriptionId(address as string),
  address: address as string,
  kind: 'feed',
  source: { name: name as string },
  ...((folders as string[]).length ? { folders: folders as string[] } : {}),
}));

describe('OPML', () => {
  it('comes back as it went out, with folders', () => {
    const read = readOpml(Buffer.from(writeOpml(subscriptions, 'مصادري')));
    expect(read).toEqual({ subscriptions: expect.arrayContaining(subscriptions) as unknown });
    expect('subscriptions' in read && read.subscriptions).toHaveLength(2);
  });

  it('takes each address once and no others than web addresses', () => {
    const read = readOpml(
      Buffer.from(
        '<opml><body><outline xmlUrl="https://a.example/f" text="أ"/><outline text="مجلد"><outline xmlUrl="https://a.example/f"/><outline xmlUrl="javascript:x"/><outline xmlUrl="file:///etc/passwd"/></outline>',
      ),
    );
    expect('subscriptions' in read && read.subscriptions.map((one) => one.address)).toEqual([
      'https://a.example/f',
    ]);
  });

  it('says what is wrong with other files', () => {
    expect(readOpml(Buffer.from('<rss/>'))).toEqual({ reason: 'It is no OPML file.' });
    expect(readOpml(Buffer.from('<opml/>'))).toEqual({ reason: 'The OPML file lists no feed.' });
  });
});
