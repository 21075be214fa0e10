import { expect, test } from 'vitest';
import { extract } from '../../extract.js';

const sentence =
  'وصلت سفينة الإغاثة إلى الميناء صباح اليوم وعلى متنها ألف طن من القمح وأجهزة لتنقية المياه، وقال القبطان إن الرحلة استغرقت تسعة أيام بسبب الرياح. ';

function read(buttons: string) {
  const html = `<html lang="ar"><head><title>وصول سفينة الإغاثة</title></head><body>
    <h1>وصول سفينة الإغاثة</h1>${buttons}<p>${sentence}</p><p>${sentence}</p><p>${sentence}</p></body></html>`;
  const extraction = extract({
    name: 'saved.html',
    form: 'html',
    bytes: new TextEncoder().encode(html),
    fetchedAt: '2024-05-01T00:00:00Z',
  });
  if ('refused' in extraction) throw new Error(extraction.refused);
  return extraction.articles[0]!;
}

const facebook = (address: string) =>
  `<iframe src="//www.facebook.com/plugins/like.php?href=${encodeURIComponent(address)}"></iframe>`;
const twitter = (address: string) =>
  `<a href="https://twitter.com/intent/tweet?text=x&amp;url=${encodeURIComponent(address)}">غرّد</a>`;

test('a saved page without canonical address has the one that its share buttons send on, and the day in it', () => {
  const address = 'http://news.example/2019/world/4/3/ship/index.html';
  const article = read(facebook(address) + twitter(address));
  expect(article.url).toBe(address);
  expect(article.published?.slice(0, 10)).toBe('2019-04-03');
});

test('a widget with the address as data counts', () => {
  const article = read('<div class="share-box" data-url="https://news.example/a/17"></div>');
  expect(article.url).toBe('https://news.example/a/17');
});

test('buttons that share different pages, a front page or a profile tell nothing', () => {
  const buttons =
    twitter('https://news.example/a/1') +
    twitter('https://news.example/a/2') +
    facebook('https://news.example/') +
    '<a href="https://www.facebook.com/newsexample">تابعنا</a>';
  expect(read(buttons).url).toBeUndefined();
});
