import type { FeedEntry } from '../model/document.js';
import type { FeedState } from '../model/feed.js';
import { decodeText } from './feeds/charset.js';
import { isVoidElement, scanHtml } from './html-scan.js';

/** A link as a page prints it. */
export interface PageLink {
  url: string;
  /** The longest text that leads there. */
  text: string;
  /** Inside a heading or an article element. */
  heading: boolean;
  /** Inside nav, header, footer or aside. */
  aside: boolean;
}

const asideElements = new Set(['nav', 'header', 'footer', 'aside', 'form']);
const headingElements = new Set(['h1', 'h2', 'h3', 'h4', 'article']);
const mostLinks = 3000;

/** Every link of a page to a web address, absolute, each address once, in order. */
export function pageLinks(html: string, url: string): PageLink[] {
  const found = new Map<string, PageLink>();
  const open: string[] = [];
  let base = url;
  let current: { url: string; text: string } | undefined;
  const finish = () => {
    if (!current) return;
    const text = current.text.replace(/\s+/g, ' ').trim();
    const heading = open.some((name) => headingElements.has(name));
    const aside = open.some((name) => asideElements.has(name)) && !open.includes('article');
    const known = found.get(current.url);
    if (known) {
      if (text.length > known.text.length) known.text = text;
      known.heading ||= heading;
      known.aside &&= aside;
    } else if (found.size < mostLinks)
      found.set(current.url, { url: current.url, text, heading, aside });
    current = undefined;
  };
  scanHtml(html, {
    onopentag(name, attributes) {
      if (name === 'base' && attributes['href']) base = absolute(attributes['href'], url) ?? base;
      if (name === 'a') {
        finish();
        const target = attributes['href'] && absolute(attributes['href'], base);
        if (target) current = { url: target, text: attributes['title'] ?? '' };
        if (current) current.text = '';
      }
      if (!isVoidElement(name) && open.length < 100) open.push(name);
    },
    ontext(text) {
      if (current && current.text.length < 500) current.text += text;
    },
    onclosetag(name) {
      if (name === 'a') finish();
      const at = open.lastIndexOf(name);
      if (at >= 0) open.length = at;
    },
  });
  finish();
  return [...found.values()];
}

function absolute(href: string, base: string): string | undefined {
  try {
    const url = new URL(href.trim(), base);
    if (url.protocol !== 'http:' && url.protocol !== 'https:') return undefined;
    url.hash = '';
    return url.href;
  } catch {
    return undefined;
  }
}

/** Paths that lead to lists, forms and legal pages on any site. */
const noArticle =
  /(?:^|\/)(?:tags?|categor(?:y|ies)|topics?|sections?|authors?|writers?|users?|pages?|search|login|signin|register|subscribe|newsletter|about(?:-?us)?|contact(?:-?us)?|privacy|terms|policy|cookies?|advertise|ads|jobs|careers|feed|rss|sitemap|wp-(?:admin|login|content|json)|cart|account|share|print|amp|go|cdn-cgi)(?:\/|$|\.\w+$|-policy)|(?:^|\/)archives?\/?$|\.(?:jpe?g|png|gif|svg|webp|pdf|mp[34]|zip|css|js|xml|json)$/i;

/**
 * The form of an address: digits and long words stand for any others, so that the articles of one
 * site share a few forms.
 */
export function pathShape(address: string): string {
  const url = new URL(address);
  const segments = safeDecode(url.pathname).split('/');
  const shape = segments
    .map((segment) => {
      if (/^(?:19|20)\d{2}$/.test(segment)) return 'YYYY';
      if (/^\d+$/.test(segment)) return segment.length <= 2 ? 'NN' : 'N';
      if (segment.length > 15 || /[-_].*[-_]/.test(segment)) return 'slug';
      return segment.replace(/\d+/g, 'N');
    })
    .join('/');
  const keys = [...url.searchParams.keys()].sort().map((key) => `${key}=`);
  return keys.length ? `${shape}?${keys.join('&')}` : shape;
}

function safeDecode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/**
 * The links of a listing page that look like articles of the same site, as entries of a feed.
 * A link counts by its text (a headline has several words), its place and its address; addresses of
 * one form support each other, and forms that led to articles before count more.
 */
export function listingEntries(
  bytes: Uint8Array,
  page: { url: string; contentType?: string },
  shapes: NonNullable<FeedState['shapes']> = {},
): FeedEntry[] {
  const html = decodeText(bytes, page.contentType);
  const home = new URL(page.url);
  const links = pageLinks(html, page.url).filter((link) => {
    const url = new URL(link.url);
    return (
      sameSite(url.hostname, home.hostname) &&
      link.url !== page.url &&
      url.pathname + url.search !== '/'
    );
  });
  const byShape = new Map<string, PageLink[]>();
  for (const link of links) {
    const shape = pathShape(link.url);
    byShape.set(shape, [...(byShape.get(shape) ?? []), link]);
  }
  const entries: FeedEntry[] = [];
  for (const link of links) {
    const shape = pathShape(link.url);
    if (articleScore(link, shape, byShape.get(shape) ?? [], shapes[shape]) < 3) continue;
    entries.push({ id: link.url, url: link.url, ...(link.text ? { title: link.text } : {}) });
  }
  return entries;
}

function articleScore(
  link: PageLink,
  shape: string,
  alike: readonly PageLink[],
  learned: { articles: number; others: number } | undefined,
): number {
  const path = safeDecode(new URL(link.url).pathname);
  let score = wordCount(link.text) >= 4 ? 2 : 0;
  if (link.heading) score += 1;
  if (link.aside) score -= 1;
  if (/slug|YYYY|\bN\b|id=/.test(shape)) score += 1;
  const headlines = alike.filter((other) => wordCount(other.text) >= 4).length;
  if (headlines >= 3 && headlines * 2 > alike.length) score += 1;
  if (noArticle.test(path)) score -= 3;
  if (learned) score += learned.articles > learned.others ? 2 : learned.others > 3 ? -2 : 0;
  return score;
}

function wordCount(text: string): number {
  return text ? text.split(' ').length : 0;
}

function sameSite(a: string, b: string): boolean {
  const bare = (host: string) => host.replace(/^(?:www|m|amp)\./, '');
  return bare(a) === bare(b);
}

/**
 * What a visit teaches of a page's forms of address: articles come and go, menus stay. A form that
 * had something new counts for, one that stayed the same while others changed counts against.
 * The first visit teaches nothing, since everything is new then.
 * @param fresh ids of the entries not seen before
 */
export function learnShapes(
  state: Pick<FeedState, 'shapes' | 'lastSuccess'>,
  entries: readonly FeedEntry[],
  fresh: ReadonlySet<string>,
): NonNullable<FeedState['shapes']> {
  const learned = { ...state.shapes };
  if (!state.lastSuccess || fresh.size === 0) return learned;
  const changed = new Map<string, boolean>();
  for (const entry of entries) {
    if (!entry.url) continue;
    const shape = pathShape(entry.url);
    changed.set(shape, (changed.get(shape) ?? false) || fresh.has(entry.id));
  }
  for (const [shape, hasNew] of changed) {
    const before = learned[shape] ?? { articles: 0, others: 0 };
    // Old lessons fade, so that a site may change.
    const fade = before.articles + before.others >= 20 ? 0.5 : 1;
    learned[shape] = {
      articles: before.articles * fade + (hasNew ? 1 : 0),
      others: before.others * fade + (hasNew ? 0 : 1),
    };
  }
  return Object.fromEntries(Object.entries(learned).slice(-50));
}
