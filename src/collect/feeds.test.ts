import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFeed } from './feeds.js';
import { readFeedDate } from './feeds/dates.js';

/** Arabic letters as windows-1256 has them. */
function windows1256(text: string): Uint8Array {
  const decoder = new TextDecoder('windows-1256');
  const bytes = new Map<string, number>();
  for (let byte = 0; byte < 256; byte++) bytes.set(decoder.decode(Uint8Array.of(byte)), byte);
  return Uint8Array.from([...text].map((character) => bytes.get(character) ?? 63));
}

const rss = (item: string, encoding = 'utf-8') =>
  `<?xml version="1.0" encoding="${encoding}"?><rss version="2.0"><channel><title>صدى</title><link>https://sada.example/</link><item>${item}</item></channel></rss>`;

function first(bytes: Uint8Array | string, contentType?: string) {
  const read = readFeed(typeof bytes === 'string' ? Buffer.from(bytes) : bytes, {
    url: 'https://sada.example/feed',
    ...(contentType ? { contentType } : {}),
  });
  if ('reason' in read) throw new Error(read.reason);
  return { feed: read.feed, entry: read.entries[0] };
}

describe('readFeed', () => {
  it('reads windows-1256 whether named rightly, wrongly or not at all', () => {
    const text = rss('<title>أعلنت الوزارة عن خطة جديدة لدعم المزارعين</title>', 'windows-1256');
    const bytes = windows1256(text);
    const want = 'أعلنت الوزارة عن خطة جديدة لدعم المزارعين';
    expect(first(bytes).entry?.title).toBe(want);
    expect(first(bytes, 'text/xml; charset=utf-8').entry?.title).toBe(want);
    expect(first(windows1256(text.replace('windows-1256', 'utf-8'))).entry?.title).toBe(want);
    expect(first(windows1256(text.replace(' encoding="windows-1256"', ''))).entry?.title).toBe(
      want,
    );
  });

  it('reads UTF-8 that calls itself windows-1256', () => {
    expect(first(rss('<title>خبر</title>', 'windows-1256')).entry?.title).toBe('خبر');
  });

  it('mends what is not well-formed', () => {
    const broken = `\n<rss><channel><title>أخبار & تقارير</title><item><title>سوق&nbsp;المال &amp;quot;اليوم&amp;quot;</title><link>/a?x=1&y=2</link><description><p>نص<br>بلا إغلاق</description></item><item><title>ثان`;
    const { feed, entry } = first(broken);
    expect(feed.title).toBe('أخبار & تقارير');
    expect(entry).toMatchObject({
      title: 'سوق المال "اليوم"',
      url: 'https://sada.example/a?x=1&y=2',
    });
    const read = readFeed(Buffer.from(broken));
    expect('entries' in read && read.entries).toHaveLength(2);
  });

  it('finds items that lack their end tags', () => {
    const read = readFeed(
      Buffer.from(
        '<rss><channel><item><title>أ</title><item><title>ب</title><item><title>ج</title>',
      ),
    );
    expect('entries' in read && read.entries.map((entry) => entry.title)).toEqual(['أ', 'ب', 'ج']);
  });

  it('reads the extensions whatever their prefixes are', () => {
    const { entry } = first(
      '<rss xmlns:x="http://purl.org/rss/1.0/modules/content/" xmlns:d="http://purl.org/dc/elements/1.1/" xmlns:m="http://search.yahoo.com/mrss/"><channel><item><x:encoded><![CDATA[<p>كامل</p>]]></x:encoded><d:creator>ليلى</d:creator><d:date>2023-09-09T10:00:00+01:00</d:date><m:content url="/p.jpg" medium="image"/><m:title>صورة</m:title></item></channel></rss>',
    );
    expect(entry).toMatchObject({
      content: '<p>كامل</p>',
      author: 'ليلى',
      published: '2023-09-09T09:00:00Z',
      image: 'https://sada.example/p.jpg',
    });
  });

  it('reads Atom with its kinds of text, and JSON Feed', () => {
    const { entry } = first(
      '<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://b.example/x/"><entry><id>tag:1</id><title type="html">&lt;b&gt;عاجل&lt;/b&gt;: خبر</title><link href="y"/><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>نص</p></div></content><updated>2020-11-10T00:00:00Z</updated></entry></feed>',
    );
    expect(entry).toMatchObject({
      id: 'tag:1',
      title: 'عاجل: خبر',
      url: 'https://b.example/x/y',
      content: '<p>نص</p>',
    });
    const json = first(
      JSON.stringify({
        version: 'https://jsonfeed.org/version/1.1',
        title: 'خلاصة',
        items: [{ id: 1, url: '/a', content_text: 'نص', authors: [{ name: 'سامي' }] }],
      }),
    );
    expect(json.entry).toMatchObject({ id: '1', url: 'https://sada.example/a', author: 'سامي' });
  });

  it('expands no entity beyond plain ones, and no bomb', () => {
    const bomb = `<!DOCTYPE rss [<!ENTITY a "${'ha'.repeat(50)}"><!ENTITY b "&a;&a;&a;"><!ENTITY x SYSTEM "file:///etc/passwd">]>${rss(`<title>${'&b;&x;'.repeat(10)}</title>`)}`;
    const started = Date.now();
    expect(first(bomb).entry?.title).not.toMatch(/haha|root:/);
    const many = `<!DOCTYPE rss [<!ENTITY a "${'x'.repeat(500)}">]>${rss(`<title>${'&a;'.repeat(1_000_000)}</title>`)}`;
    first(many);
    const deep = rss(`${'<a>'.repeat(300_000)}<title>في العمق</title>`);
    first(deep);
    expect(Date.now() - started).toBeLessThan(10_000);
  });

  it('takes references to control characters for those of windows-1252', () => {
    expect(first(rss('<description>don&#146;t &#x85;</description>')).entry?.summary).toBe(
      'don’t …',
    );
  });

  it('unwraps escaped HTML that an old tool put into a div', () => {
    const content = '<div xmlns="http://www.w3.org/1999/xhtml">نص &lt;b&gt;مهم&lt;/b&gt;</div>';
    const atom = `<feed xmlns="http://www.w3.org/2005/Atom"><entry><content type="html">${content}</content></entry></feed>`;
    expect(first(atom).entry?.content).toBe('نص <b>مهم</b>');
  });

  it('says what a page is that is no feed', () => {
    expect(readFeed(Buffer.from('<!doctype html><html><body>مرحبا</body></html>'))).toEqual({
      reason: 'It is a web page, not a feed.',
    });
    expect(readFeed(new Uint8Array())).toEqual({ reason: 'The document is empty.' });
  });

  it('throws for no bytes whatever', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        readFeed(bytes);
      }),
      { numRuns: 300 },
    );
    const parts = fc.constantFrom(
      '<rss>',
      '<item',
      '>',
      '</',
      '<![CDATA[',
      ']]>',
      '&#x',
      '<!--',
      '<feed xmlns="',
      '{"items":[',
      'خبر',
      '<?xml',
      '"',
      '<!DOCTYPE a [',
    );
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 40 }), (pieces) => {
        readFeed(Buffer.from(pieces.join('')));
      }),
      { numRuns: 500 },
    );
  });
});

describe('readFeedDate', () => {
  const now = new Date('2026-11-01T00:00:00Z');
  it.each([
    ['Tue, 10 Nov 2020 02:10:00 +0100', '2020-11-10T01:10:00Z'],
    ['10 Nov 20 02:10 GMT', '2020-11-10T02:10:00Z'],
    ['Thu, 04 Jul 2019 09:00:00 EDT', '2019-07-04T13:00:00Z'],
    ['Wed Sep 13 21:00:00 2023', '2023-09-13T21:00:00Z'],
    ['September 13, 2023 9:05 PM', '2023-09-13T21:05:00Z'],
    ['2023-09-13T21:00:00.123+01:00', '2023-09-13T20:00:00Z'],
    ['2023-09-13 21:00', '2023-09-13T21:00:00Z'],
    ['20230913T210000Z', '2023-09-13T21:00:00Z'],
    ['2023-09', '2023-09-01T00:00:00Z'],
    ['الأربعاء، 13 سبتمبر 2023 - 09:05 م', '2023-09-13T21:05:00Z'],
    ['١٣ أيلول ٢٠٢٣، ٠٩:٠٥ ص', '2023-09-13T09:05:00Z'],
    ['13 أيلول/سبتمبر 2023', '2023-09-13T00:00:00Z'],
    ['الخميس 5 تشرين الأول 2023 12:30 ص', '2023-10-05T00:30:00Z'],
    ['13/09/2023 21:00:00', '2023-09-13T21:00:00Z'],
    ['9/13/2023 9:00:00 PM', '2023-09-13T21:00:00Z'],
  ])('reads %s', (written, want) => {
    expect(readFeedDate(written, now)).toBe(want);
  });

  it.each([
    '',
    'أمس',
    'Tue, 32 Nov 2020',
    '20188-01-01',
    '0001-01-01T00:00:00Z',
    '2099-01-01',
    '31/02/2020',
  ])('refuses %s', (written) => {
    expect(readFeedDate(written, now)).toBeUndefined();
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.string(), (text) => void readFeedDate(text)));
  });
});
