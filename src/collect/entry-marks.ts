import { createHash } from 'node:crypto';
import type { FeedEntry } from '../model/document.js';

/** What an entry is known by between visits. */
export function keyOf(entry: FeedEntry): string {
  return digest(entry.id || entry.url || entry.title || '');
}

/**
 * Changes where the publisher changed the entry: its headline, its address or its time; a channel's
 * post, which has no page, with its text.
 */
export function hashOf(entry: FeedEntry): string {
  return digest(
    `${entry.title ?? ''}\n${entry.url ?? ''}\n${entry.updated ?? entry.published ?? ''}${entry.post ? (entry.content ?? '') : ''}`,
  );
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 12);
}
