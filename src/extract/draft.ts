import type { Article, ArticleKind, Block, Credit, PrintedLink } from '../model/article.js';
import type { Source, SourceHint } from '../model/source.js';
import { blockText } from '../model/text.js';
import { canonicalUrl } from './canonical-url.js';
import { findCredits } from './credits/credits.js';
import { shortHash } from './ids.js';
import { languageOf } from './language.js';
import { MAX_BLOCKS, MAX_LINE, MAX_LINKS, MAX_TAGS } from './limits.js';
import { sourceOf } from './source.js';
import { mapBlock, oneLine, repaired } from './text-cleaning.js';
import { ownCopy } from '../arabic/letters/own-copy.js';
import { sensibleTime, writtenOffset, type TimeContext } from './times.js';
import { deriveTitle } from './title.js';

/** What a reader of some form found in a document, still as written there. */
export interface Draft {
  id?: string | undefined;
  title?: string | undefined;
  blocks: Block[];
  url?: string | undefined;
  /** Times as written; the first that can be read and can be right is taken. */
  published?: Array<string | undefined>;
  modified?: Array<string | undefined>;
  byline?: string | undefined;
  section?: string | undefined;
  tags?: string[];
  kind?: ArticleKind;
  image?: string | undefined;
  partial?: boolean;
  fromFeed?: boolean;
  readAlso?: PrintedLink[];
  similar?: PrintedLink[];
  /** What was known of the source before the document was read. */
  source?: SourceHint | undefined;
  /** Name of the source as the document gives it. */
  sourceName?: string | undefined;
  /** Language that the page declares. */
  language?: string | undefined;
  /** Lines that hold nothing but a credit. */
  creditLines?: string[];
  collected: string;
}

/** A draft made an article: repaired for showing, times read, id and source decided, credits found. */
export function finishArticle(draft: Draft): { article: Article; source: Source } {
  const rawBody = bodyOf(draft.blocks);
  const language = languageOf(rawBody || (draft.title ?? ''), draft.language);
  const clean = (text: string): string => ownCopy(repaired(oneLine(text), language));
  const short = (text: string | undefined): string => clean((text ?? '').slice(0, MAX_LINE));
  const blocks: Block[] = [];
  for (const block of draft.blocks.slice(0, MAX_BLOCKS)) {
    const cleaned = mapBlock(block, clean);
    if (cleaned) blocks.push(cleaned);
  }
  const body = bodyOf(blocks);
  const url = canonicalUrl(draft.url);
  const source = sourceOf(draft.source, short(draft.sourceName) || undefined, url, language);
  const context = { reference: draft.collected, timeZone: source.timeZone };
  const published = firstTime(draft.published, context);
  const modified = firstTime(draft.modified, context)?.time;
  const given = short(draft.title);
  const title = given || deriveTitle(body);
  const byline = short(draft.byline);
  const section = short(draft.section);
  const image = canonicalImage(draft.image);
  const article: Article = {
    id: idOf(draft, url, source, title, body),
    title,
    ...(given ? {} : { titleDerived: true }),
    blocks,
    source: source.id,
    sourceName: source.name,
    ...(url ? { url } : {}),
    ...(published ? { published: published.time } : {}),
    ...(published?.offset ? { publishedOffset: published.offset } : {}),
    ...(modified ? { modified } : {}),
    collected: draft.collected,
    ...(byline ? { byline } : {}),
    credits: creditsOf(body, [...(draft.creditLines ?? []), byline], source),
    ...(section ? { section } : {}),
    tags: unique((draft.tags ?? []).map(short)).slice(0, MAX_TAGS),
    language,
    kind: draft.kind ?? 'report',
    ...(image ? { image } : {}),
    ...(draft.partial ? { partial: true } : {}),
    ...(draft.fromFeed ? { fromFeed: true } : {}),
    readAlso: links(draft.readAlso, short),
    similar: links(draft.similar, short),
    ...(source.sample ? { sample: true } : {}),
  };
  return { article, source };
}

/** The first of the times as written that can be read, with the offset that it was written with. */
function firstTime(
  written: Array<string | undefined> = [],
  context: TimeContext,
): { time: string; offset: string | undefined } | undefined {
  for (const text of written) {
    const time = sensibleTime(text, context);
    if (time) return { time, offset: time.endsWith('Z') ? writtenOffset(text!) : undefined };
  }
  return undefined;
}

const bodyOf = (blocks: Block[]): string => blocks.map(blockText).filter(Boolean).join('\n');
const unique = (texts: string[]): string[] => [...new Set(texts.filter(Boolean))];

function idOf(draft: Draft, url: string | undefined, source: Source, title: string, body: string) {
  const given = oneLine(draft.id ?? '');
  // An address never leads to «.» or «..», however they are written.
  if (given) return given.length <= 200 && !/^\.{1,2}$/.test(given) ? given : shortHash(given);
  return shortHash(url ?? `${source.id}\n${title}\n${body}`);
}

function canonicalImage(address: string | undefined): string | undefined {
  return address && /^https?:\/\//i.test(address) && address.length <= 4096 ? address : undefined;
}

function creditsOf(body: string, lines: string[], source: Source): Credit[] {
  return findCredits(body, lines).filter(({ name }) => name !== source.name);
}

function links(given: PrintedLink[] = [], short: (text: string) => string): PrintedLink[] {
  const kept = new Map<string, PrintedLink>();
  for (const { title, url } of given) {
    const text = short(title);
    if (!text || kept.has(text) || kept.size >= MAX_LINKS) continue;
    const address = canonicalUrl(url);
    kept.set(text, { title: text, ...(address ? { url: address } : {}) });
  }
  return [...kept.values()];
}
