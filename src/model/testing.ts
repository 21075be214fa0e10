import type { Article, Block } from './article.js';

/** An article for tests, of these blocks or of a paragraph a text. */
export function testArticle(
  title: string,
  blocks: Array<Block | string>,
  more: Partial<Article> = {},
): Article {
  return {
    id: 'a1',
    title,
    blocks: blocks.map((block) =>
      typeof block === 'string' ? { type: 'paragraph', text: block } : block,
    ),
    source: 'nahr.example',
    sourceName: 'صحيفة النهر',
    collected: '2024-01-01T00:00:00Z',
    credits: [],
    tags: [],
    language: 'ar',
    kind: 'report',
    readAlso: [],
    similar: [],
    ...more,
  };
}
