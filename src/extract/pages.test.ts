import { describe, expect, it } from 'vitest';
import type { Block } from '../model/article.js';
import { blockText, bodyText } from '../model/text.js';
import { extract } from './extract.js';
import { pages } from './fixtures/pages.js';

const pictureOf = (block: Block) =>
  block.type === 'image' ? [{ caption: block.caption, credit: block.credit }] : [];

describe('pages as Arabic news sites build them', () => {
  it.each(pages.map((page) => [page.name, page] as const))('%s', (_, page) => {
    const { html, url, contentType } = page;
    const extraction = extract({
      form: 'html',
      name: url,
      url,
      fetchedAt: '2023-11-22T08:00:00Z',
      bytes: typeof html === 'string' ? new TextEncoder().encode(html) : html,
      ...(contentType ? { contentType } : {}),
    });
    if ('refused' in extraction) throw new Error(extraction.refused);
    const article = extraction.articles[0]!;
    const got = {
      text: bodyText(article).split('\n'),
      title: article.title,
      published: article.published,
      about: Object.fromEntries(
        Object.keys(page.about ?? {}).map((key) => [key, article[key as keyof typeof article]]),
      ),
      credits: page.credits && article.credits.map(({ name }) => name),
      readAlso: page.readAlso && article.readAlso.map(({ title }) => title),
      pictures: page.pictures && article.blocks.flatMap(pictureOf),
      blocks: page.blocks && article.blocks.map(({ type }) => type),
    };
    expect(got).toEqual({
      text: page.text,
      title: page.title,
      published: page.published,
      about: page.about ?? {},
      credits: page.credits,
      readAlso: page.readAlso,
      pictures: page.pictures,
      blocks: page.blocks,
    });
    expect(article.blocks.map(blockText).join(' ')).not.toMatch(/https?:/);
  });
});
