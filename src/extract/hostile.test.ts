import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { extract } from './extract.js';
import { explainExtraction } from './explain.js';

const fetchedAt = '2026-01-05T08:00:00Z';
const PARAGRAPH =
  '<p>قالت إدارة المطار إن الرحلات استؤنفت صباح اليوم بعد توقف استمر ست ساعات بسبب الضباب الكثيف الذي غطى المدرج الرئيسي.</p>';
const page = (body: string): string =>
  `<html><head><title>استئناف الرحلات</title></head><body><article><h1>استئناف الرحلات</h1>${PARAGRAPH}${body}${PARAGRAPH}</article></body></html>`;
const read = (html: string) =>
  extract({ form: 'html', name: 'hostile', fetchedAt, bytes: new TextEncoder().encode(html) });

/** Generous, for a machine that others use too; a quadratic step would need minutes. */
const BOUND_MS = 15_000;

describe('hostile pages end in time and never throw', () => {
  const cases: Array<[string, () => string]> = [
    ['100,000 nested boxes', () => page('<div>'.repeat(100_000) + 'x' + '</div>'.repeat(100_000))],
    ['100,000 boxes never closed', () => page('<div>'.repeat(100_000))],
    ['nested inline elements', () => page('<b><i>'.repeat(50_000) + 'x')],
    ['nested lists', () => page('<ul><li>'.repeat(30_000) + 'x')],
    ['nested tables', () => page('<table><tr><td>'.repeat(20_000) + 'x')],
    ['nested quotes', () => page('<blockquote>'.repeat(50_000) + 'x')],
    ['a million links', () => page('<a href=/a>b</a>'.repeat(1_000_000))],
    ['links never closed', () => page('<a href=/a>خبر '.repeat(100_000))],
    ['18 MB of one attribute', () => page(`<div class="${'a '.repeat(9_000_000)}">x</div>`)],
    [
      '100,000 attributes',
      () => page(`<div ${Array.from({ length: 100_000 }, (_, n) => `a${n}=1`).join(' ')}>x</div>`),
    ],
    ['entities', () => page('&amp;'.repeat(2_000_000))],
    ['opening brackets only', () => page('<'.repeat(2_000_000))],
    ['tags never ended', () => page('<p '.repeat(500_000))],
    ['200,000 paragraphs', () => page('<p>نص قصير</p>'.repeat(200_000))],
    ['one paragraph of 10 MB', () => page(`<p>${'كلمة '.repeat(1_200_000)}</p>`)],
    ['a line of white space', () => page(`<p>${' \u00a0'.repeat(2_000_000)}</p>`)],
    ['a million line breaks', () => page(`<p>${'س<br>'.repeat(1_000_000)}</p>`)],
    ['a label repeated', () => page(`<p>${'المصدر: '.repeat(300_000)}</p>`)],
    ['separators in the title', () => `<title>${'أ | '.repeat(200_000)}</title>${PARAGRAPH}`],
    [
      'JSON-LD nested 100,000 deep',
      () => page(`<script type="application/ld+json">${'['.repeat(100_000)}</script>`),
    ],
    [
      'JSON-LD with much in it',
      () =>
        page(
          `<script type="application/ld+json">[${'{"@type":"NewsArticle","author":[{"name":"س"}]},'.repeat(40_000)}{}]</script>`,
        ),
    ],
    ['100,000 headings', () => page('<h1>عنوان</h1>'.repeat(100_000))],
    ['100,000 times', () => page('<time>2020-01-01</time>'.repeat(100_000))],
    ['comments never closed', () => page('<!--'.repeat(300_000))],
    ['a style never closed', () => page(`<style>${'a{}'.repeat(300_000)}`)],
    [
      'rows of a table',
      () => page(`<table>${'<tr><td>أ</td><td>ب</td></tr>'.repeat(200_000)}</table>`),
    ],
  ];
  it.each(cases)(
    '%s',
    (_, html) => {
      const begun = performance.now();
      const extraction = read(html());
      expect(performance.now() - begun).toBeLessThan(BOUND_MS);
      expect('articles' in extraction || extraction.refused.length > 0).toBe(true);
    },
    BOUND_MS * 2,
  );

  it(
    'a scraped text of 15 MB',
    () => {
      const begun = performance.now();
      const text = 'اقرأ أيضا: خبر\nالمصدر: س\nفقرة و\n\n'.repeat(200_000);
      extract({ form: 'text', name: 't', fetchedAt, bytes: new TextEncoder().encode(text) });
      expect(performance.now() - begun).toBeLessThan(BOUND_MS);
    },
    BOUND_MS * 2,
  );
});

it('articles and what is remembered of names do not keep their pages in memory', () => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const used = (): number => {
    collect();
    return process.memoryUsage().heapUsed / 1e6;
  };
  const articles: unknown[] = [];
  const before = used();
  for (let at = 0; at < 60; at += 1)
    articles.push(
      read(
        page(`<div class="the-name-of-box-x${at}x">${PARAGRAPH}</div><!--${'س'.repeat(1e6)}-->`),
      ),
    );
  // Sixty pages of two megabytes each.
  expect(used() - before).toBeLessThan(40);
  expect(articles).toHaveLength(60);
});

describe('what is kept holds nothing that runs', () => {
  const attacks = [
    '<script>alert(1)</script>',
    '<img src="javascript:alert(1)" width=600 height=400>',
    '<img src=x onerror=alert(1)>',
    '<a href="javascript:alert(1)">اقرأ الخبر كاملا من هنا الآن</a>',
    '<a href="JaVaScRiPt:alert(1)">اقرأ الخبر كاملا من هنا الآن</a>',
    '<a href=" &#14; javascript:alert(1)">اقرأ الخبر كاملا من هنا الآن</a>',
    '<a href="data:text/html;base64,PHNjcmlwdD4=">اقرأ الخبر كاملا من هنا الآن</a>',
    '<iframe src="javascript:alert(1)"></iframe>',
    '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
    '<svg onload=alert(1)><script>alert(1)</script></svg>',
    '<math><mtext><script>alert(1)</script></mtext></math>',
    '<video src="javascript:alert(1)"><source onerror="alert(1)"></video>',
    '<object data="javascript:alert(1)"></object><embed src="javascript:alert(1)">',
    '<p style="background:url(javascript:alert(1))">نص قصير هنا.</p>',
    '<form action="javascript:alert(1)"><button>x</button></form>',
    '<img src="https://t.example/pixel.gif" width="1" height="1">',
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
    '<style><img src="</style><img src=x onerror=alert(1)//">',
    '<template><script>alert(1)</script></template>',
    '<meta http-equiv="refresh" content="0;url=javascript:alert(1)">',
    '<base href="javascript:alert(1)//">',
  ];
  it.each(attacks)('%s', (attack) => {
    const extraction = read(page(attack + PARAGRAPH));
    if ('refused' in extraction) throw new Error(extraction.refused);
    const [article] = extraction.articles;
    const addresses: string[] = [];
    JSON.stringify(article, (name, value: unknown) => {
      if (['url', 'image'].includes(name) && typeof value === 'string') addresses.push(value);
      return value;
    });
    for (const address of addresses) expect(address).toMatch(/^https?:\/\//);
    expect(addresses.join(' ')).not.toContain('pixel');
    for (const block of article!.blocks)
      if (block.type === 'paragraph') expect(block.text).not.toMatch(/alert\(1\)|<script|onerror/);
  });

  it('keeps markup that was text as text', () => {
    const extraction = read(
      page(
        '<p>كتب الطالب &lt;script&gt; في دفتره، ثم شرح لزملائه معنى هذه الكلمة في لغة الويب.</p>',
      ),
    );
    expect(JSON.stringify(extraction)).toContain('<script>');
  });
});

it('an explanation names the winner, the rules and the times', () => {
  const html = page(
    '<div class="share-buttons">شارك</div><p><a href="/x">اقرأ أيضا: عودة الرحلات في مطار آخر</a></p>' +
      PARAGRAPH,
  );
  const explanation = explainExtraction({
    form: 'html',
    name: 'e',
    fetchedAt,
    bytes: new TextEncoder().encode(html),
  });
  expect(explanation.winner).toContain('article');
  expect(explanation.lines.map(({ rule }) => rule)).toContain('read-also');
  expect(explanation.boxes.map(({ path }) => path).join()).toContain('share-buttons');
});
