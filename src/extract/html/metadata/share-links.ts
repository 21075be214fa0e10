import { httpUrl } from '../../canonical-url.js';
import { visit, type HtmlElement } from '../tree.js';

/** Parameters in which the sharing pages of social networks take the address to share. */
const SHARED_IN = ['url', 'u', 'href', 'link', 'text', 'canonicalUrl'];
export const SHARES =
  /(?:^|\.)(?:facebook|twitter|x|linkedin|pinterest|reddit|whatsapp|telegram|tumblr|vk|addtoany|addthis)\.(?:com|me)$|^(?:t\.me|wa\.me|api\.whatsapp\.com|plus\.google\.com)$/;
/** Attributes in which sharing widgets take it. */
const WIDGET_ATTRIBUTES = ['data-url', 'data-href', 'addthis:url', 'data-share-url'];
const WIDGET = /share|sharing|social|tweet|fb-like|addthis|addtoany/;
const MOST = 400;

/**
 * The address that a page's own share buttons send on: where a saved page has no canonical address, they still
 * know it. Pages in a list have buttons too, so the commonest address is taken, and only if no other is as common.
 */
export function sharedAddress(root: HtmlElement): string | undefined {
  const counts = new Map<string, number>();
  let seen = 0;
  visit(root, (element) => {
    if (seen >= MOST) return false;
    const address = sharedBy(element);
    if (!address) return true;
    seen += 1;
    counts.set(address, (counts.get(address) ?? 0) + 1);
    return true;
  });
  const [first, second] = [...counts].sort((a, b) => b[1] - a[1]);
  return first && first[1] > (second?.[1] ?? 0) ? first[0] : undefined;
}

function sharedBy({ tag, attribs, names }: HtmlElement): string | undefined {
  if (tag === 'a' || tag === 'iframe') return sharedThrough(attribs.href ?? attribs.src);
  if (!WIDGET.test(names)) return undefined;
  for (const name of WIDGET_ATTRIBUTES) {
    const address = pageAddress(attribs[name]);
    if (address) return address;
  }
  return undefined;
}

function sharedThrough(address: string | undefined): string | undefined {
  const page = httpUrl(address, 'https://page.invalid');
  if (!page?.search || !SHARES.test(page.hostname)) return undefined;
  for (const name of SHARED_IN) {
    // WhatsApp and Telegram take words and address in one.
    const value = page.searchParams.get(name);
    const shared = pageAddress(/https?:\/\/\S+/.exec(value ?? '')?.[0]);
    if (shared) return shared;
  }
  return undefined;
}

/** An address of a page, not of a site's front or of a profile to follow. */
function pageAddress(address: string | undefined): string | undefined {
  const url = httpUrl(address);
  if (!url || SHARES.test(url.hostname)) return undefined;
  if (url.pathname === '/' && !url.search) return undefined;
  url.hash = '';
  return url.href;
}
