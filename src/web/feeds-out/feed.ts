import { generateJsonFeed, generateRssFeed } from 'feedsmith';
import type { ArticleSummary } from '../../store/store.js';
import { articlePath } from '../paths.js';
import { topicNames } from '../wording/names.js';

/** A list of articles on its way out as a feed. */
export interface OutFeed {
  title: string;
  description: string;
  /** Absolute address of the page that the feed follows, and of the feed itself. */
  page: string;
  self: string;
  /** Absolute address of our own site. */
  site: string;
  articles: ArticleSummary[];
}

/** RSS 2.0. Carries the first words and a link, not the publisher's whole text. */
export function rss(feed: OutFeed): string {
  return generateRssFeed({
    title: xmlText(feed.title),
    link: feed.page,
    description: xmlText(feed.description),
    language: 'ar',
    generator: 'Warraq',
    atom: { links: [{ href: feed.self, rel: 'self', type: 'application/rss+xml' }] },
    items: feed.articles.map((article) => ({
      title: xmlText(article.title || article.lead),
      link: feed.site + articlePath(article.id),
      guid: { value: xmlText(article.id), isPermaLink: false },
      pubDate: dateOf(article),
      // A description is read as HTML; the lead is plain text.
      description: escapeHtml(xmlText(article.lead)),
      dc: { creators: [xmlText(article.sourceName)] },
      ...(article.topic ? { categories: [{ name: topicNames[article.topic] }] } : {}),
    })),
  });
}

/** JSON Feed 1.1. */
export function jsonFeed(feed: OutFeed): string {
  return JSON.stringify(
    generateJsonFeed({
      title: feed.title,
      description: feed.description,
      home_page_url: feed.page,
      feed_url: feed.self,
      language: 'ar',
      items: feed.articles.map((article) => ({
        id: article.id,
        url: feed.site + articlePath(article.id),
        ...(article.url ? { external_url: article.url } : {}),
        title: article.title,
        content_text: article.lead,
        date_published: dateOf(article),
        authors: [{ name: article.sourceName }],
        ...(article.topic ? { tags: [topicNames[article.topic]] } : {}),
      })),
    }),
  );
}

function dateOf(article: ArticleSummary): Date {
  const published = new Date(article.published ?? article.collected);
  return Number.isNaN(published.getTime()) ? new Date(article.collected) : published;
}

/** Without the characters that XML 1.0 cannot carry in any form (production [2] Char). */
function xmlText(text: string): string {
  return text.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, ' ');
}

function escapeHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
