import { describe, expect, it } from 'vitest';
import { bodyText } from '../model/text.js';
import { extract } from './extract.js';
import { lookalikes, notArticles } from './fixtures/not-articles.js';

const read = ({ url, html }: { url: string; html: string }) =>
  extract({
    form: 'html',
    name: url,
    url,
    fetchedAt: '2023-11-22T08:00:00Z',
    bytes: new TextEncoder().encode(html),
  });

describe('pages that are no article say so', () => {
  it.each(notArticles.map((page) => [page.why, page.name, page] as const))(
    '%s: %s',
    (_, __, page) => {
      expect(read(page)).toMatchObject({ why: page.why });
    },
  );
});

describe('articles that look like none stay articles', () => {
  it.each(lookalikes.map((page) => [page.name, page] as const))('%s', (_, page) => {
    const extraction = read(page);
    if ('refused' in extraction) throw new Error(extraction.refused);
    expect(bodyText(extraction.articles[0]!).split('\n')).toEqual(page.text);
  });
});
