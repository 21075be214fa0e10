import { httpUrl } from '../../canonical-url.js';
import { oneLine } from '../../text-cleaning.js';
import type { ParsedPage } from '../parse.js';
import { isDateName } from '../vocabulary.js';
import { find, NO_ATTRIBUTES, textOf, visit, type Attributes, type HtmlElement } from '../tree.js';
import { readJsonLd, type LinkedArticle } from './json-ld.js';

/** Everything a page says of itself outside its text. */
export interface Metadata {
  linked: LinkedArticle | undefined;
  /** `@type`s anywhere in the page's JSON-LD. */
  types: Set<string>;
  meta: Map<string, string[]>;
  htmlTitle: string;
  h1s: HtmlElement[];
  /** `itemprop` values outside any other article, first of each. */
  props: Map<string, string>;
  /** `<time>` elements and others that carry a date, in order. */
  times: Array<{ value: string; element: HtmlElement }>;
  canonical: string | undefined;
  language: string | undefined;
  amp: boolean;
}

const RDFA_DATE = /^(?:dc|dcterms|schema):(?:date|created|issued|datePublished)$/i;

/** Reads head, structured data and marked-up facts in one walk over the page. */
export function readMetadata({ root, jsonLd }: ParsedPage, base: string | undefined): Metadata {
  const { article, types } = readJsonLd(jsonLd);
  const found: Metadata = {
    linked: article,
    types,
    meta: new Map(),
    htmlTitle: '',
    h1s: [],
    props: new Map(),
    times: [],
    canonical: undefined,
    language: undefined,
    amp: false,
  };
  visit(root, (element) => readElement(element, found, base));
  return found;
}

function readElement(
  element: HtmlElement,
  found: Metadata,
  base: string | undefined,
): boolean | void {
  const { tag, attribs } = element;
  switch (tag) {
    case 'html':
      found.language = attribs.lang ?? attribs['xml:lang'];
      found.amp = 'amp' in attribs || '⚡' in attribs;
      break;
    case 'title':
      if (!found.htmlTitle && element.parent?.tag !== 'svg')
        found.htmlTitle = oneLine(textOf(element).slice(0, 2000));
      return false;
    case 'meta':
      readMeta(attribs, found);
      break;
    case 'link':
      if (attribs.rel?.toLowerCase() === 'canonical')
        found.canonical ??= httpUrl(attribs.href, base)?.href;
      return false;
    case 'h1':
      if (found.h1s.length < 20) found.h1s.push(element);
      break;
    case 'svg':
    case 'noscript':
      return false;
  }
  const bare = attribs === NO_ATTRIBUTES;
  if (!bare && attribs.itemprop) readProperty(element, found);
  if (
    found.times.length < 60 &&
    (tag === 'time' ||
      (!bare && attribs.property && RDFA_DATE.test(attribs.property)) ||
      ((element.className || element.id) &&
        element.chars < 120 &&
        isDateName(element) &&
        !holdsTime(element)))
  ) {
    const value =
      attribs.datetime ||
      attribs.content ||
      attribs['data-date'] ||
      // What is shown twice, for eyes and for screen readers, is read once.
      oneLine(textOf(element, (inner) => inner.attribs['aria-hidden'] === 'true').slice(0, 300));
    if (value && /[\d٠-٩۰-۹]/.test(value))
      found.times.push({ value: value.slice(0, 300), element });
  }
}

/** Is the time marked up within it? Then its own text says no more. */
function holdsTime(element: HtmlElement): boolean {
  return !!find(element, ({ tag, attribs }) => tag === 'time' && !!attribs.datetime);
}

function readMeta(attribs: Attributes, { meta }: Metadata): void {
  const name = (attribs.property ?? attribs.name ?? attribs.itemprop ?? attribs['http-equiv'])
    ?.trim()
    .toLowerCase();
  const content = attribs.content?.slice(0, 4000).trim();
  if (!name || !content || meta.size > 300) return;
  const values = meta.get(name);
  if (!values) meta.set(name, [content]);
  else if (values.length < 50) values.push(content);
}

function readProperty(element: HtmlElement, { props }: Metadata): void {
  const { attribs } = element;
  const value =
    attribs.content ||
    attribs.datetime ||
    (element.chars < 400 ? oneLine(textOf(element).slice(0, 600)) : '');
  if (!value || props.size > 60) return;
  for (const name of attribs.itemprop!.toLowerCase().split(/\s+/))
    if (!props.has(name)) props.set(name, value.slice(0, 1000));
}

/** The first value of the first of these meta names that has one. */
export function metaOf({ meta }: Metadata, ...names: string[]): string | undefined {
  for (const name of names) {
    const value = meta.get(name)?.[0];
    if (value) return value;
  }
  return undefined;
}
