import { extraArticles, sampleArticles, type SampleArticle } from './articles.js';
import { designs } from './designs.js';

/** What a reader of a sample page is to find in it. */
export interface SampleGold {
  url: string;
  slug: string;
  /** Id of the site. */
  site: string;
  title: string;
  /** The text in reading order: the standfirst where printed, paragraphs, sub-headings, quotes, list items, table rows (cells joined by a tab). No inserts, no captions. */
  text: string[];
  /** Those of `text` that are sub-headings. */
  headings: string[];
  /** ISO 8601, UTC. */
  published: string;
  author?: string;
  section: string;
  tags: string[];
  /** Titles that the page prints as 'read also' within the text. */
  readAlso: string[];
  caption?: string;
  /** Of a page beside the newsroom's articles: live, gallery, video, opinion, scroll, amp. */
  layout?: string;
}

/** For each article page of the newsroom what is in it, newest first. */
export function sampleGold(): SampleGold[] {
  const all = sampleArticles();
  return all.map((article) => goldOf(article, all));
}

/**
 * The same for the pages of other layouts, served at their addresses but listed nowhere. The page of
 * layout `amp` is the AMP form of an article; its `url` is where it is served.
 */
export function sampleExtraGold(): SampleGold[] {
  const all = sampleArticles();
  const amp = all
    .filter((article) => article.site.design === 'wordpress')
    .slice(0, 3)
    .map((article) => ({ ...goldOf(article, all), url: `${article.url}amp/`, layout: 'amp' }));
  return [...extraArticles().map((article) => goldOf(article, all)), ...amp];
}

function goldOf(article: SampleArticle, all: readonly SampleArticle[]): SampleGold {
  return {
    url: article.url,
    slug: article.slug,
    site: article.site.id,
    title: article.title,
    text: [
      ...(designs[article.site.design].printsSummary ? [article.summary] : []),
      ...textOf(article),
    ],
    headings: article.blocks.flatMap((block) => (block.type === 'heading' ? block.text : [])),
    published: article.published,
    ...(article.author ? { author: article.author } : {}),
    section: article.section,
    tags: article.tags,
    readAlso: article.blocks.flatMap((block) =>
      block.type === 'read-also'
        ? (all.find((other) => other.slug === block.slug)?.title ?? [])
        : [],
    ),
    ...(article.image ? { caption: article.image.caption } : {}),
    ...(article.layout ? { layout: article.layout } : {}),
  };
}

function textOf(article: SampleArticle): string[] {
  return article.blocks.flatMap((block) => {
    switch (block.type) {
      case 'paragraph':
      case 'heading':
      case 'quote':
        return block.text;
      case 'list':
        return block.items;
      case 'table':
        return block.rows.map((row) => row.join('\t'));
      case 'entry':
        return [block.title, block.text];
      case 'picture':
      case 'read-also':
        return [];
    }
  });
}
