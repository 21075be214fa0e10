import { generateJsonFeed, generateRssFeed } from 'feedsmith';
import type { Topic } from '../../model/analysis.js';
import type { ArticleSummary } from '../../store/store.js';
import { articlePath } from '../paths.js';
import { topicNames } from '../wording/names.js';

/** A list on its way out as a feed. */
export interface OutFeed {
  title: string;
  description: string;
  /** Absolute address of the page that the feed follows, and of the feed itself. */
  page: string;
  self: string;
  /** Absolute address of our own site. */
  site: string;
  items: OutItem[];
}

/** One entry of a feed: an article, or a subject that is in the news. */
export interface OutItem {
  /** Same for ever; a reader knows by it what is new. */
  id: string;
  title: string;
  /** First words, plain. */
  text: string;
  /** Path on our own site. */
  path: string;
  /** Where the publisher has it. */
  elsewhere?: string;
  at: Date;
  by?: string;
  topic?: Topic;
}

export function articleItem(article: ArticleSummary): OutItem {
  return {
    id: article.id,
    title: article.title,
    text: article.lead,
    path: articlePath(article.id),
    ...(article.url ? { elsewhere: article.url } : {}),
    at: dateOf(article),
    by: article.sourceName,
    ...(article.topic ? { topic: article.topic } : {}),
  };
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
    items: feed.items.map((item) => ({
      title: xmlText(item.title || item.text),
      link: feed.site + item.path,
      guid: { value: xmlText(item.id), isPermaLink: false },
      pubDate: item.at,
      // A description is read as HTML; the text is plain.
      description: escapeHtml(xmlText(item.text)),
      ...(item.by === undefined ? {} : { dc: { creators: [xmlText(item.by)] } }),
      ...(item.topic ? { categories: [{ name: topicNames[item.topic] }] } : {}),
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
      items: feed.items.map((item) => ({
        id: item.id,
        url: feed.site + item.path,
        ...(item.elsewhere === undefined ? {} : { external_url: item.elsewhere }),
        title: item.title,
        content_text: item.text,
        date_published: item.at,
        ...(item.by === undefined ? {} : { authors: [{ name: item.by }] }),
        ...(item.topic ? { tags: [topicNames[item.topic]] } : {}),
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
