import { siteHost } from '../../canonical-url.js';
import { countWords } from '../../lines/shape.js';
import { oneLine, plainWords } from '../../text-cleaning.js';
import { find, isInside, isLink, textOf, type HtmlElement } from '../tree.js';
import { metaOf, type Metadata } from './metadata.js';

const SEPARATOR = /\s+[|»«›·•:–—-]+\s+|\s*\|\s*|\s+::\s+/u;

/** A page's headline: its text as a reader knows it, and the element that shows it. */
export interface Headline {
  text: string | undefined;
  element: HtmlElement | undefined;
}

/**
 * The headline on the page where head and page agree on one, else the head's, without the name of the site.
 * @param publisher its name, where it is known before the page is read
 */
export function headlineOf(
  metadata: Metadata,
  root: HtmlElement,
  url: string | undefined,
  publisher?: string,
): Headline {
  const site = siteNames(metadata, url);
  for (const h1 of metadata.h1s) if (leadsHome(h1)) site.add(plainWords(textOf(h1)));
  if (publisher) site.add(plainWords(publisher));
  const said = saidTitles(metadata, site);
  const { shown, best } = shownHeadline(metadata, site, said);
  if (best) return { text: withoutSite(best.text, site), element: best.element };
  const elsewhere = shownElsewhere(root, [...said, ...partsOf(metadata.htmlTitle)]);
  return {
    text:
      elsewhere?.text ??
      said[0] ??
      (shown.length === 1 ? shown[0]!.text : undefined) ??
      (metadata.htmlTitle ? withoutSite(metadata.htmlTitle, site) : undefined),
    element: elsewhere?.element,
  };
}

/** A headline that links to the front page is the site's name. */
const leadsHome = (h1: HtmlElement): boolean =>
  h1.chars < 40 &&
  !!find(
    h1,
    (element) => isLink(element) && /^(?:https?:\/\/[^/]+)?\/?$/.test(element.attribs.href!),
  );

const NO_HEADLINE = new Set(['a', 'title', 'script', 'style', 'option', 'button']);
/** Words that a part of a title must have to be looked for on the page. */
const FEWEST_WORDS = 4;

/** A title with parts left out at its beginning or its end, the longest first. */
function partsOf(title: string): string[] {
  const parts = title.split(SEPARATOR).slice(0, 6);
  const found: string[] = [];
  for (let left = 1; left < parts.length; left += 1)
    found.push(
      cutOut(title, parts, 0, parts.length - left),
      cutOut(title, parts, left, parts.length),
    );
  return found
    .filter((part) => countWords(part) >= FEWEST_WORDS)
    .sort((a, b) => b.length - a.length);
}

/**
 * The element outside of links that says what one of these titles says, where no `<h1>` does. The first title
 * that is found is taken, headings before other elements.
 */
function shownElsewhere(root: HtmlElement, titles: readonly string[]): Shown | undefined {
  const keys = new Map(
    titles
      .filter((title) => countWords(title) >= FEWEST_WORDS)
      .map((title, at) => [plainWords(title), at] as const)
      .reverse(),
  );
  if (!keys.size) return undefined;
  const longest = Math.max(...titles.map((title) => title.length)) * 1.3 + 20;
  let best: (Shown & { rank: number }) | undefined;
  const body = find(root, ({ tag }) => tag === 'body') ?? root;
  find(body, (element) => {
    if (element.chars < 12 || element.chars > longest || NO_HEADLINE.has(element.tag)) return false;
    const text = oneLine(textOf(element).slice(0, 600));
    const at = keys.get(plainWords(text));
    if (at === undefined) return false;
    const rank = at * 2 + (element.headings ? 0 : 1);
    if (!best || rank < best.rank || (rank === best.rank && isInside(element, best.element)))
      best = { element, text, rank };
    return false;
  });
  return best;
}

/** What head and structured data give as the title, without the site's name, most trusted first. */
function saidTitles(metadata: Metadata, site: ReadonlySet<string>): string[] {
  const { htmlTitle, linked, props } = metadata;
  return [
    metaOf(metadata, 'og:title'),
    linked?.headline,
    metaOf(metadata, 'twitter:title', 'dc.title', 'title', 'headline'),
    htmlTitle,
    props.get('headline'),
  ]
    .filter((title): title is string => !!title)
    .map((title) => withoutSite(oneLine(title), site))
    .filter((title) => title && !site.has(plainWords(title)));
}

interface Shown {
  element: HtmlElement;
  text: string;
}

function shownHeadline(
  { h1s }: Metadata,
  site: ReadonlySet<string>,
  said: readonly string[],
): { shown: Shown[]; best: Shown | undefined } {
  const shown = h1s
    .map((element) => ({ element, text: oneLine(textOf(element).slice(0, 600)) }))
    .filter(({ text }) => text && !site.has(plainWords(text)));
  let best: Shown | undefined;
  let most = 0;
  for (const [at, candidate] of shown.entries()) {
    const agreement = Math.max(0, ...said.map((title) => likeness(candidate.text, title)));
    const score = agreement - at * 0.02;
    if ((agreement >= 0.5 || (!said.length && at === 0)) && (!best || score > most))
      [best, most] = [candidate, score];
  }
  return { shown, best };
}

function siteNames(metadata: Metadata, url: string | undefined): Set<string> {
  const names = [
    metaOf(
      metadata,
      'og:site_name',
      'application-name',
      'apple-mobile-web-app-title',
      'al:ios:app_name',
    ),
    metadata.linked?.publisher,
    siteHost(url),
    siteHost(url)?.split('.')[0],
  ];
  return new Set(names.filter((name): name is string => !!name).map(plainWords));
}

/** A title without the site's name before or after it; parts that are not the site's name stay where they say more. */
export function withoutSite(title: string, site: ReadonlySet<string>): string {
  const [before = '', first = ''] = /^([^:：]{2,40}?)\s*[:：]\s+/u.exec(title) ?? [];
  if (first && site.has(plainWords(first))) return title.slice(before.length);
  const parts = title.split(SEPARATOR);
  if (parts.length < 2) return title;
  const isSite = (part: string): boolean => {
    const named = plainWords(part);
    if (!named) return true;
    for (const name of site)
      if (
        name &&
        (named === name ||
          (name.length >= 4 &&
            named.replaceAll(' ', '').includes(name.replaceAll(' ', '')) &&
            named.length < name.length + 18))
      )
        return true;
    return false;
  };
  const named = parts.filter(isSite).length > 0;
  if (named) {
    const from = parts.findIndex((part) => !isSite(part));
    if (from < 0) return title;
    let to = parts.length;
    while (to > from && isSite(parts[to - 1]!)) to -= 1;
    return cutOut(title, parts, from, to);
  }
  // Nothing known of the site: a short last part behind a bar or a dash is its name or its section.
  const bars = /\s[|»·•]\s|\|/u.test(title);
  const last = parts.at(-1)!;
  if (
    (bars || /\s[-–—]\s/u.test(title)) &&
    countWords(last) <= 4 &&
    countWords(title) - countWords(last) >= 4 &&
    !/[؟?!]$/.test(last)
  )
    return cutOut(title, parts, 0, parts.length - 1);
  return title;
}

/** The stretch of a title from one part to another, separators within kept as written. */
function cutOut(title: string, parts: string[], from: number, to: number): string {
  const start = from === 0 ? 0 : title.indexOf(parts[from]!, parts[from - 1]!.length);
  const last = parts[to - 1]!;
  const end = to === parts.length ? title.length : title.indexOf(last, start) + last.length;
  return title.slice(Math.max(0, start), end).trim();
}

/** 0 to 1: how far two titles are the same words; containing the other counts as much as equalling it nearly. */
export function likeness(a: string, b: string): number {
  const [first, second] = [plainWords(a).split(' '), plainWords(b).split(' ')];
  const words = new Set(second);
  const shared = first.filter((word) => words.has(word)).length;
  const shorter = Math.min(first.length, second.length);
  if (!shorter) return 0;
  const dice = (2 * shared) / (first.length + second.length);
  return shorter >= 3 ? Math.max(dice, (shared / shorter) * 0.9) : dice;
}
