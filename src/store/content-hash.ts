import { createHash } from 'node:crypto';
import type { Article } from '../model/article.js';

/**
 * Tells whether an article has changed since it was kept: a hash of what a reader sees of it.
 * When it was collected, and what its page linked to, are not part of it.
 * @returns 32 hexadecimal digits
 */
export function contentHash(article: Article): string {
  const { title, blocks, published, url, source, byline } = article;
  return createHash('sha256')
    .update(JSON.stringify([title, blocks, published, url, source, byline]))
    .digest('hex')
    .slice(0, 32);
}
