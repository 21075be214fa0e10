import type { ArticleKind } from '../../../model/article.js';
import { httpUrl } from '../../canonical-url.js';
import { labelOf } from '../../lines/labels.js';
import { sensibleTime } from '../../times.js';
import { oneLine } from '../../text-cleaning.js';
import { find, textOf, type HtmlElement } from '../tree.js';
import { isFurnitureName } from '../vocabulary.js';
import { metaOf, type Metadata } from './metadata.js';
import { sharedAddress } from './share-links.js';

/** Facts about an article, as written, best source first. */
export interface About {
  published: string[];
  modified: string[];
  byline: string | undefined;
  publisher: string | undefined;
  section: string | undefined;
  tags: string[];
  image: string | undefined;
  language: string | undefined;
  url: string | undefined;
  description: string | undefined;
  kind: ArticleKind;
  /** Says itself that it is not all here for everybody. */
  paywalled: boolean;
}

const PUBLISHED_META = [
  'article:published_time',
  'og:article:published_time',
  'og:published_time',
  'datepublished',
  'article.published',
  'publish-date',
  'publishdate',
  'publish_date',
  'publication_date',
  'publicationdate',
  'published_time',
  'published-date',
  'parsely-pub-date',
  'sailthru.date',
  'dc.date.issued',
  'dcterms.issued',
  'dcterms.created',
  'dcterms.date',
  'dc.date.created',
  'dc.date',
  'dc.created',
  'article_date_original',
  'article-date',
  'cxenseparse:recs:publishtime',
  'cxenseparse:publishtime',
  'originalpublicationdate',
  'ptime',
  'pubdate',
  'pub_date',
  'date',
  'displaydate',
  'timestamp',
  'created',
  'citation_publication_date',
  'shareaholic:article_published_time',
  'rnews:datepublished',
  'lastpubdate',
];
const MODIFIED_META = [
  'article:modified_time',
  'og:updated_time',
  'datemodified',
  'lastmod',
  'last-modified',
  'dcterms.modified',
  'dc.date.modified',
  'article:updated_time',
  'revised',
];
const URL_DATE =
  /\/((?:19|20)\d\d)(?:[/-]|\/[a-z_]{3,20}\/)?(0[1-9]|1[0-2]|[1-9](?!\d))[/-]?(0[1-9]|[12]\d|3[01]|[1-9](?!\d))(?=[/_-]|$)/i;
const BYLINE =
  /(?:^|[\s_-])(?:byline\w*|write-?by|written-?by|writer-name|reporter-name|author(?:-name|s|_name)?|writer|reporter|post-author|article-author|entry-author)(?=$|[\s_-])/;
const OPINION =
  /^(?:ال)?(?:رأي|رأى|آراء|مقالات(?: الرأي)?|كتاب(?: وآراء)?|كتّاب|افتتاحية|opinions?|editorials?|comment|columns?|columnists?)$/iu;
const SITE_TAGS = new Set(['header', 'nav', 'footer', 'aside']);
const NOT_A_NAME =
  /https?:|@|\.com\b|^(?:admin|editor|staff|administrator|user|root|null|undefined)$/i;

/**
 * @param reference when the page was fetched; relative dates count from here
 * @param headline the element that shows the headline
 */
export function aboutOf(
  metadata: Metadata,
  root: HtmlElement,
  url: string | undefined,
  reference: string,
  headline: HtmlElement | undefined,
): About {
  const { linked, props, meta } = metadata;
  const own = ownUrl(metadata, url) ?? sharedAddress(root);
  const prop = (...names: string[]): string[] =>
    names.map((name) => props.get(name)).filter((value): value is string => !!value);
  const metas = (names: string[]): string[] =>
    names.map((name) => metaOf(metadata, name)).filter((value): value is string => !!value);
  const given = [
    ...(linked?.published ? [linked.published] : []),
    ...metas(PUBLISHED_META),
    ...prop('datepublished', 'datecreated'),
  ];
  // What the page shows is read only where its data does not tell: reading dates costs.
  const shown = given.some((time) => sensibleTime(time, { reference }))
    ? { published: [], modified: [] }
    : shownTimes(metadata, root, headline, url ?? own, reference);
  const tags = [
    ...(meta.get('article:tag') ?? []).flatMap(splitTags),
    ...(linked?.keywords ?? []),
    ...(metaOf(metadata, 'news_keywords', 'keywords') ?? '').split(/[,،;|]/),
  ].map(oneLine);
  return {
    published: [...given, ...shown.published],
    modified: [
      ...(linked?.modified ? [linked.modified] : []),
      ...metas(MODIFIED_META),
      ...prop('datemodified'),
      ...shown.modified,
    ],
    byline: bylineOf(metadata, root),
    publisher:
      metaOf(metadata, 'og:site_name') ?? linked?.publisher ?? metaOf(metadata, 'application-name'),
    section: linked?.section ?? metaOf(metadata, 'article:section', 'section', 'parsely-section'),
    tags: tags.filter((tag) => tag && tag.length <= 60),
    image: httpUrl(
      metaOf(
        metadata,
        'og:image',
        'og:image:url',
        'og:image:secure_url',
        'twitter:image',
        'twitter:image:src',
      ) ?? linked?.image,
      url,
    )?.href,
    language:
      metadata.language ?? linked?.language ?? metaOf(metadata, 'og:locale', 'content-language'),
    url: own,
    description:
      metaOf(metadata, 'og:description', 'description', 'twitter:description') ??
      linked?.description,
    kind: kindOf(metadata),
    paywalled:
      linked?.free === false ||
      /locked|metered|subscription|premium/i.test(metaOf(metadata, 'article:content_tier') ?? ''),
  };
}

const splitTags = (value: string): string[] => value.split(/[,،;]/);

/** The page's own address: canonical, unless it names another site or only the front page. */
export function ownUrl(
  { canonical, meta, linked }: Metadata,
  url: string | undefined,
): string | undefined {
  const usable = (address: string | undefined): string | undefined => {
    const parsed = httpUrl(address, url);
    if (!parsed || (parsed.pathname === '/' && !parsed.search)) return undefined;
    return parsed.href;
  };
  return usable(canonical) ?? usable(meta.get('og:url')?.[0]) ?? url ?? usable(linked?.url);
}

function urlDate(url: string | undefined): string[] {
  const match = URL_DATE.exec(url ?? '');
  if (!match) return [];
  const [, year, month, day] = match;
  return [`${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}`];
}

/**
 * Times that the page shows, then the day in its address. Where the address has a day, what the page shows
 * counts only if it agrees: else it is a change, or the day of reading. Of one day, the clock is wanted too.
 */
function shownTimes(
  metadata: Metadata,
  root: HtmlElement,
  headline: HtmlElement | undefined,
  url: string | undefined,
  reference: string,
): { published: string[]; modified: string[] } {
  const inUrl = urlDate(url);
  const published: string[] = [];
  const modified: string[] = [];
  for (const { value, updated } of visibleTimes(metadata, root, headline)) {
    const time = sensibleTime(value, { reference });
    if (time) (updated ? modified : published).push(time);
  }
  const shown = [...withClock(published), ...modified];
  if (!inUrl.length) return { published: shown, modified };
  const day = Date.parse(inUrl[0]!);
  const agree = shown.filter((time) => Math.abs(Date.parse(time) - day) < 36 * 3600 * 1000);
  return { published: [...agree, ...inUrl], modified };
}

/** A bare day gives way to a time of the same day. */
function withClock(times: string[]): string[] {
  const [first] = times;
  if (!first || first.length > 10) return times;
  const whole = times.find((time) => time.length > 10 && time.startsWith(first));
  return whole ? [whole, ...times] : times;
}

const UPDATED = /updat|modif|تحديث|تعديل/i;
const PUBLISHED = /publish|posted|نشر/i;
/** A site's own clock, and what is told of a reader's day. */
const CLOCK = /(?:^|[\s_-])(?:now|today|current|clock|hijri|weather|prayer)(?=$|[\s_-])/;
/** How many dates of a page are looked at. */
const MOST_TIMES = 8;

/** Dates that the page shows, those right before and after the headline first; changes last. */
function visibleTimes(
  { times }: Metadata,
  root: HtmlElement,
  headline: HtmlElement | undefined,
): Array<{ value: string; updated: boolean }> {
  if (!times.length) return [];
  const order = new Map<HtmlElement, number>();
  let at = 0;
  const wanted = new Set<HtmlElement>(times.map(({ element }) => element));
  if (headline) wanted.add(headline);
  find(root, (element) => {
    at += 1;
    if (wanted.has(element)) order.set(element, at);
    return false;
  });
  const above = new Set<HtmlElement>();
  for (let box = headline; box; box = box.parent) above.add(box);
  const from = headline ? (order.get(headline) ?? 0) : 0;
  const rank = (element: HtmlElement): number => {
    const gap = (order.get(element) ?? 0) - from;
    const marked =
      'pubdate' in element.attribs || /publish|posted|created/.test(element.names) ? 0.5 : 1;
    return (gap < 0 ? -gap * 3 : gap) * marked * (isBeside(element, above) ? 10 : 1);
  };
  const ranked = times.map(({ value, element }) => ({
    value: value.replace(/^[^\d٠-٩]{0,40}?[:：]\s*/u, ''),
    updated:
      UPDATED.test(element.names) ||
      [element, element.parent].some((box) => box && box.chars < 60 && onlyUpdated(textOf(box))),
    rank: rank(element),
  }));
  return ranked
    .sort((a, b) => Number(a.updated) - Number(b.updated) || a.rank - b.rank)
    .slice(0, MOST_TIMES);
}

const onlyUpdated = (text: string): boolean => UPDATED.test(text) && !PUBLISHED.test(text);

/** Does a date stand in the site's own furniture, where the headline does not? */
function isBeside(element: HtmlElement, above: ReadonlySet<HtmlElement>): boolean {
  if (CLOCK.test(element.names)) return true;
  for (let at = element.parent; at && !above.has(at); at = at.parent)
    if (SITE_TAGS.has(at.tag) || isFurnitureName(at)) return true;
  return false;
}

function bylineOf(metadata: Metadata, root: HtmlElement): string | undefined {
  const { linked, props } = metadata;
  const named = (linked?.authors ?? []).map(cleanName).filter((name): name is string => !!name);
  if (named.length) return [...new Set(named)].slice(0, 5).join('، ');
  for (const value of [
    metaOf(
      metadata,
      'author',
      'article:author',
      'dc.creator',
      'byl',
      'parsely-author',
      'sailthru.author',
      'dcterms.creator',
    ),
    props.get('author'),
  ]) {
    const name = cleanName(value);
    if (name) return name;
  }
  const element = find(
    root,
    (candidate) =>
      candidate.chars > 2 &&
      candidate.chars < 100 &&
      (candidate.attribs.rel === 'author' ||
        (candidate.names !== '' && BYLINE.test(candidate.names))),
  );
  return element && cleanName(textOf(element));
}

/** A name without «كتب», "By", dates and the like; undefined where what is left is none. */
export function cleanName(value: string | undefined): string | undefined {
  const text = oneLine((value ?? '').slice(0, 200));
  const label = labelOf(text);
  const name = (label?.kind === 'byline' && label.rest ? label.rest : text)
    .replace(/^(?:by|written by|كتبت?|بقلم|بواسطة|إعداد|تحرير)\s*(?:[-–—:：]\s*|\s)/iu, '')
    .replace(/\s*[:：]$/u, '')
    .replace(/\s*[|,،–-]\s*(?:\d|[٠-٩]).*$/u, '')
    .trim();
  if (name.length < 2 || name.length > 100 || NOT_A_NAME.test(name) || /\d{3}/.test(name))
    return undefined;
  return name;
}

function kindOf({ linked, types, meta }: Metadata): ArticleKind {
  const all = [...(linked?.types ?? [])].join(' ');
  if (/liveblog/i.test(all)) return 'live';
  const section = linked?.section ?? meta.get('article:section')?.[0] ?? '';
  if (/opinion/i.test(all) || OPINION.test(section.trim())) return 'opinion';
  if (/imagegallery|mediagallery/i.test([...types].join(' '))) return 'gallery';
  const og = meta.get('og:type')?.[0] ?? '';
  if (/^video/i.test(og) || (/videoobject/i.test(all) && !/article/i.test(all))) return 'video';
  return 'report';
}
