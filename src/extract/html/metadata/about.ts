import type { ArticleKind } from '../../../model/article.js';
import { httpUrl } from '../../canonical-url.js';
import { sensibleTime } from '../../times.js';
import { oneLine } from '../../text-cleaning.js';
import type { HtmlElement } from '../tree.js';
import { isOpinionSection } from '../kind.js';
import { metaOf, type Metadata } from './metadata.js';
import { bylineOf } from './byline.js';
import { shownTimes } from './shown-times.js';
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

function kindOf({ linked, types, meta }: Metadata): ArticleKind {
  const all = [...(linked?.types ?? [])].join(' ');
  if (/liveblog/i.test(all)) return 'live';
  const section = linked?.section ?? meta.get('article:section')?.[0] ?? '';
  if (/opinion/i.test(all) || isOpinionSection(section)) return 'opinion';
  if (/imagegallery|mediagallery/i.test([...types].join(' '))) return 'gallery';
  const og = meta.get('og:type')?.[0] ?? '';
  if (/^video/i.test(og) || (/videoobject/i.test(all) && !/article/i.test(all))) return 'video';
  return 'report';
}
