import type { HtmlDocument, Refusal, TextDocument } from '../model/document.js';
import { createFetcher, type FetchSettings } from './http.js';

const PAGE = /^(?:text\/html|application\/xhtml\+xml)\b/i;

/**
 * Gets single pages by their addresses, with the guards of collecting: robots.txt asked, no address inside the
 * network, bounds on time and size. Never throws for an address: what brought no page comes as a Refusal.
 */
export async function* fetchPages(
  addresses: string[],
  settings: FetchSettings = {},
): AsyncGenerator<HtmlDocument | TextDocument | Refusal> {
  const fetcher = createFetcher(settings);
  try {
    for (const address of addresses) {
      const answer = await fetcher.get(address);
      if (answer.failure) {
        yield { name: address, reason: answer.english };
        continue;
      }
      const { url, bytes, contentType } = answer;
      const document = { name: address, url, bytes, fetchedAt: new Date().toISOString() };
      if (!contentType || PAGE.test(contentType))
        yield { form: 'html', ...document, ...(contentType ? { contentType } : {}) };
      else if (/^text\/plain\b/i.test(contentType)) yield { form: 'text', ...document };
      else
        yield {
          name: address,
          reason: `The answer is ${contentType.slice(0, 80)}, not a page; give the address of an article.`,
        };
    }
  } finally {
    await fetcher.close();
  }
}
