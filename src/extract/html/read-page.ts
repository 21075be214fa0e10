import { plainWords } from '../text-cleaning.js';
import type { Block } from '../../model/article.js';
import type { HtmlDocument } from '../../model/document.js';
import type { Learned, SiteLesson } from '../../model/learned.js';
import type { SiteRule } from '../../model/site-rules.js';
import { blockText } from '../../model/text.js';
import { httpUrl, siteHost } from '../canonical-url.js';
import type { Draft } from '../draft.js';
import type { Refused } from '../extract.js';
import { ruleFor } from '../site-rules.js';
import { sensibleTime } from '../times.js';
import { clean } from './clean/clean.js';
import type { Cleaned } from './clean/cleaned.js';
import { readAround } from './around.js';
import { standfirst } from './standfirst.js';
import { findCards, withoutTeasers } from './cards.js';
import { chooseContainer, electContainer, type Candidate } from './container.js';
import { blocksFromPage } from './fallback.js';
import { lessonOf } from './lesson.js';
import { kindShown } from './kind.js';
import { bylineNear, dateLines, sectionNear } from './near-headline.js';
import { notArticle } from './not-article/not-article.js';
import { findFurniture, type DropReason } from './furniture.js';
import { toBlocks } from './blocks.js';
import { ofOneArticle } from './one-article.js';
import { measure } from './measure.js';
import { aboutOf, ownUrl, type About } from './metadata/about.js';
import { headlineOf } from './metadata/headline.js';
import { readMetadata, type Metadata } from './metadata/metadata.js';
import { parsePage } from './parse.js';
import { toPieces, type Piece } from './pieces.js';
import { select } from './select.js';
import { blockAround, boxName, isInside, textOf, type HtmlElement } from './tree.js';

/** Characters below which the page of a paid article shows only its beginning. */
const TEASER = 1500;

/** What is known of sites before a page is read. */
export type Known = Pick<Learned, 'sites' | 'rules'>;

/** The stages of reading a page, for reading it and for explaining how it was read. */
export interface PageReading {
  root: HtmlElement;
  /** The site that it belongs to, without `www.`. */
  host: string | undefined;
  about: About;
  title: string | undefined;
  /** Boxes that are no part of any article. */
  dropped: Map<HtmlElement, DropReason>;
  /** Everything else on the page. */
  pieces: Piece[];
  candidates: Candidate[];
  winner: HtmlElement | undefined;
  cleaned: Cleaned;
  /** Why the page is no article. */
  refused: Refused | undefined;
  /** The article's blocks; from the page's data, where the page itself shows too little. */
  blocks: Block[];
  /** What the page tells about its site; undefined where it is no article or has no address. */
  lesson: SiteLesson | undefined;
}

/**
 * Reads a page down to the pieces of its article.
 * @param known what the pages of each host, and the user, have taught
 */
export function readPieces(
  html: string,
  url: string | undefined,
  fetchedAt: string,
  { sites, rules }: Known,
  publisher?: string,
): PageReading {
  const page = parsePage(html, rules.size > 0);
  const { root } = page;
  measure(root);
  const metadata = readMetadata(page, url);
  const { text: shownTitle, element: shownAt } = headlineOf(metadata, root, url, publisher);
  const headline = shownAt && blockAround(shownAt);
  // The address that the page came from comes first: what it says of itself could name another's.
  const host = siteHost(url) ?? siteHost(ownUrl(metadata, url));
  const furniture = host ? sites.get(host) : undefined;
  const dropped = findFurniture(root, new Set(furniture?.boxes.map(({ box }) => box)));
  const rule = ruleFor(rules, host);
  for (const selector of rule?.remove ?? [])
    for (const element of select(root, selector)) dropped.set(element, 'rule');
  const pieces = toPieces(root, new Set(dropped.keys()), url);
  const about = aboutOf(
    { ...metadata, times: [...metadata.times, ...dateLines(pieces, headline, metadata.times)] },
    root,
    url,
    fetchedAt,
    headline,
  );
  const cards = findCards(root, headline);
  const candidates = electContainer(pieces, root, { cards, headline });
  const winner = textBox(root, rule) ?? chooseContainer(candidates);
  const title = textAt(root, rule?.title) ?? shownTitle;
  about.byline = textAt(root, rule?.byline) ?? about.byline;
  about.byline ??= bylineNear(pieces, headline);
  const shownTime = textAt(root, rule?.published);
  if (shownTime) about.published.unshift(shownTime);
  const inside = winner
    ? [
        ...standfirst(pieces, winner, title),
        ...ofOneArticle(
          withoutTeasers(
            pieces.filter((piece) => isInside(piece.element, winner)),
            cards,
          ),
          headline,
        ),
      ]
    : pieces;
  const cleaned = clean(inside, {
    title,
    byline: about.byline,
    articleBody: metadata.linked?.body ?? '',
    learned: new Set(furniture?.lines.map(({ line }) => line)),
    ruledOut: new Set(rule?.lines?.map(plainWords)),
    host,
    headline,
  });
  const { kept } = cleaned;
  const chars = kept.reduce((sum, piece) => sum + piece.chars, 0);
  const fromData = blocksFromPage(chars, metadata.linked?.body, page.dataScripts, url);
  if (about.kind === 'video') kept.unshift(...playerAbove(pieces, winner, kept));
  const { blocks, live } = toBlocks(kept, [...metadata.times, ...clocks(cleaned)], {
    reference: fetchedAt,
    day: () =>
      about.published.map((time) => sensibleTime(time, { reference: fetchedAt })).find(Boolean),
  });
  if (live) about.kind = 'live';
  const refused = fromData.length
    ? undefined
    : notArticle({
        root,
        metadata,
        title,
        inside,
        kept,
        cards: cards.size,
        dropped: dropped.keys(),
        url,
      });
  const around = readAround(dropped, pieces, winner);
  cleaned.tags.push(...around.tags);
  cleaned.creditLines.push(...around.creditLines);
  cleaned.readAlso.push(...around.readAlso);
  cleaned.similar.push(...around.similar);
  about.section ??= around.section ?? sectionNear(pieces, headline, dropped.keys());
  if (about.kind === 'report')
    about.kind = kindShown(fromData.length ? fromData : blocks, { ...about, title });
  const left = new Set<string>();
  for (const [element, reason] of dropped) if (reason === 'learned') left.add(boxName(element));
  const lesson = refused || !host ? undefined : lessonOf(host, inside, winner, cleaned, left);
  return {
    root,
    host,
    about,
    title,
    dropped,
    pieces,
    candidates,
    winner,
    cleaned,
    refused,
    blocks: fromData.length ? fromData : blocks,
    lesson,
  };
}

/** Clocks beside the updates of a live blog, which are no text. */
const clocks = ({ removed }: Cleaned): Metadata['times'] =>
  removed
    .filter(({ rule }) => rule === 'date')
    .map(({ piece }) => ({ value: blockText(piece.block), element: piece.element }));

/** The player that a video's page shows above its text, where it stands outside of it. */
function playerAbove(
  pieces: readonly Piece[],
  winner: HtmlElement | undefined,
  kept: readonly Piece[],
): Piece[] {
  const isPlayer = ({ block }: Piece): boolean => block.type === 'embed' && block.kind === 'video';
  if (!winner || kept.some(isPlayer)) return [];
  return pieces.filter((piece) => isPlayer(piece) && piece.element.at < winner.at).slice(0, 1);
}

/** The box that the user's rule names as the article's. */
function textBox(root: HtmlElement, rule: SiteRule | undefined): HtmlElement | undefined {
  return rule?.article ? select(root, rule.article)[0] : undefined;
}

function textAt(root: HtmlElement, selector: string | undefined): string | undefined {
  const element = selector ? select(root, selector)[0] : undefined;
  return (
    (element && (element.attribs.content ?? element.attribs.datetime ?? textOf(element))) ||
    undefined
  );
}

export function readPage(
  html: string,
  document: HtmlDocument,
  known: Known,
  watch?: (reading: PageReading) => void,
): { drafts: Draft[]; lesson: SiteLesson | undefined } | Refused {
  const { url, entry, fetchedAt, source } = document;
  const reading = readPieces(html, url, fetchedAt, known, source?.name);
  watch?.(reading);
  const { about, title, cleaned, refused, blocks } = reading;
  if (refused) return refused;
  const walled = about.paywalled || cleaned.removed.some(({ rule }) => rule.startsWith('paywall'));
  const teaser = walled && cleaned.kept.reduce((sum, { chars }) => sum + chars, 0) < TEASER;
  const absolute = (address: string | undefined): string | undefined => httpUrl(address, url)?.href;
  const draft: Draft = {
    title: title ?? entry?.title,
    blocks,
    url: about.url,
    published: [...about.published.slice(0, 1), entry?.published, ...about.published.slice(1)],
    modified: [...about.modified, entry?.updated],
    byline: about.byline ?? entry?.author,
    section: about.section,
    tags: [...about.tags, ...cleaned.tags, ...(entry?.tags ?? [])],
    kind: teaser ? 'teaser' : about.kind,
    image: about.image ?? entry?.image,
    ...(teaser ? { partial: true } : {}),
    readAlso: cleaned.readAlso.map(({ title, url }) => ({ title, ...withUrl(absolute(url)) })),
    similar: cleaned.similar.map(({ title, url }) => ({ title, ...withUrl(absolute(url)) })),
    source: document.source,
    sourceName: about.publisher,
    language: about.language,
    creditLines: cleaned.creditLines,
    collected: fetchedAt,
  };
  return { drafts: [draft], lesson: reading.lesson };
}

const withUrl = (url: string | undefined): { url?: string } => (url ? { url } : {});
