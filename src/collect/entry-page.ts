import type { EntryDocument, FeedEntry, HtmlDocument } from '../model/document.js';
import type { SourceHint } from '../model/source.js';
import type { Fetcher } from './http.js';
import type { FetchFailure } from './http/failure.js';

/**
 * The page of an entry, or the entry as the feed gave it, with the reason; `again` where the page may
 * well be had later.
 */
export async function fetchEntry(
  entry: FeedEntry,
  source: SourceHint,
  fetcher: Fetcher,
  signal: AbortSignal | undefined,
): Promise<{ document: HtmlDocument | EntryDocument; again: boolean }> {
  const fetchedAt = new Date().toISOString();
  const asEntry = (reason: string, again: boolean) => ({
    document: {
      form: 'entry' as const,
      name: entry.url ?? entry.id,
      entry,
      source,
      reason,
      fetchedAt,
    },
    again,
  });
  if (entry.post) return asEntry('A post of a channel; it has no page of its own.', false);
  if (!entry.url || !/^https?:/i.test(entry.url))
    return asEntry('The entry names no page of its own.', false);
  const page = await fetcher.get(entry.url, signal ? { signal } : {});
  if (page.failure) return asEntry(page.english, isPassing(page));
  const type = page.contentType ?? '';
  if (type && !/html|xml|text\/plain/i.test(type))
    return asEntry(`The entry leads to no page but to ${type.slice(0, 60)}.`, false);
  return {
    document: {
      form: 'html',
      name: page.url,
      bytes: page.bytes,
      url: page.url,
      source,
      entry,
      fetchedAt,
      ...(type ? { contentType: type } : {}),
    },
    again: false,
  };
}

/** Whether the same request may well succeed later. */
function isPassing(problem: FetchFailure): boolean {
  if (problem.status !== undefined) return problem.status >= 500 || problem.status === 429;
  return /timeout|unreachable|refused|host|unavailable|stopped/.test(problem.code);
}
