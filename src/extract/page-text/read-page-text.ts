import type { Block, PrintedLink } from '../../model/article.js';
import type { TextDocument } from '../../model/document.js';
import type { Learned, SiteFurniture, SiteLesson } from '../../model/learned.js';
import { blockText } from '../../model/text.js';
import { siteHost } from '../canonical-url.js';
import type { Draft } from '../draft.js';
import type { Refused } from '../extract.js';
import { isCut, join } from '../lines/rejoin.js';
import {
  countWords,
  endsSentence,
  isBullet,
  looksLikeHeading,
  withoutBullet,
} from '../lines/shape.js';
import { oneLine, plainWords } from '../text-cleaning.js';
import { isPath, readHead } from './head.js';
import { readPrintedTags } from './printed-tags.js';
import { splitSections, type Section } from './sections.js';

/** Characters from which a section of text below 'read also' is an article rather than a list of titles. */
const WHOLE_ARTICLE = 400;

/**
 * The text of a whole page, as scrapers leave it: its article, its labelled parts, and the article that it
 * prints in full below 'read also' as a second draft. Of a page with an address, what it tells about its site too.
 * @param sites what earlier pages of each host have taught
 */
export function readPageText(
  text: string,
  document: TextDocument,
  { sites }: Pick<Learned, 'sites'>,
): { drafts: Draft[]; lesson: SiteLesson | undefined } | Refused {
  const written = text.split(/\r\n|[\n\r\u2028\u2029\f]/).map(oneLine);
  if (!written.some((line) => /[\p{L}\p{N}]/u.test(line)))
    return { refused: 'holds no text', why: 'no-text' };
  const host = siteHost(document.url);
  const sections = splitSections(written);
  leaveLearned(sections, host ? sites.get(host) : undefined);
  const head = readHead(sections[0]!.lines);
  const own: Draft = {
    blocks: paragraphsToBlocks(head.body),
    title: head.title,
    url: document.url,
    published: [head.date],
    modified: [head.updated],
    byline: head.byline,
    section: head.section,
    source: document.source,
    readAlso: [],
    similar: [],
    creditLines: [],
    collected: document.fetchedAt,
  };
  const drafts = [own];
  const tagLines: string[] = [];
  for (const section of sections.slice(1)) readSection(section, own, tagLines, drafts);
  own.tags = readPrintedTags(tagLines, own.blocks.map(blockText).join('\n'));
  return { drafts, lesson: host ? { host, lines: shortLines(written), boxes: [] } : undefined };
}

/** Lines longer than this are an article's own; so are those far down a page. */
const LONGEST_LINE = 300;
const MOST_LINES = 160;

const shortLines = (lines: readonly string[]): string[] =>
  lines
    .filter((line) => line && line.length <= LONGEST_LINE)
    .slice(0, MOST_LINES)
    .map(plainWords)
    .filter(Boolean);

/** Takes lines that recur across the site's pages out of bodies; labels, and what stands below them, stay. */
function leaveLearned(sections: Section[], furniture: SiteFurniture | undefined): void {
  if (!furniture?.lines.length) return;
  const learned = new Set(furniture.lines.map(({ line }) => line));
  for (const section of sections)
    if (section.kind === 'body')
      section.lines = section.lines.filter(
        (line) => line.length > LONGEST_LINE || isPath(line) || !learned.has(plainWords(line)),
      );
}

function readSection(section: Section, own: Draft, tagLines: string[], drafts: Draft[]): void {
  const lines = section.lines.filter(Boolean);
  switch (section.kind) {
    case 'body':
      own.blocks.push(...paragraphsToBlocks(lines));
      return;
    case 'source':
      own.creditLines!.push(...lines.slice(0, 2));
      if (!isAgencies(lines[0])) own.sourceName ??= lines[0];
      return;
    case 'tags':
      tagLines.push(...lines);
      return;
    case 'byline':
      own.byline ??= lines[0];
      return;
    case 'date':
      own.published!.push(lines[0]);
      return;
    case 'section':
      own.section ??= lines[0];
      return;
    case 'similar':
      own.similar!.push(...titles(lines));
      return;
    case 'read-also': {
      const article = wholeArticle(lines, own);
      if (article) {
        own.readAlso!.push({ title: article.title! });
        drafts.push(article);
      } else own.readAlso!.push(...titles(lines));
    }
  }
}

/** «وكالات» credits agencies, it names no source. */
const isAgencies = (line = ''): boolean => /^(?:ال)?وكالات(?:\s|$)/u.test(line);

/** Lines below 'read also' that are an article in full: a title, then paragraphs. */
function wholeArticle(lines: string[], own: Draft): Draft | undefined {
  const [title, ...rest] = lines;
  const length = rest.reduce((sum, line) => sum + line.length, 0);
  if (!title || length < WHOLE_ARTICLE || !rest.some(endsSentence)) return undefined;
  const titled = looksLikeHeading(title);
  const blocks = paragraphsToBlocks(titled ? rest : lines);
  return {
    title: titled ? title : undefined,
    blocks,
    source: own.source,
    collected: own.collected,
  };
}

function titles(lines: string[]): PrintedLink[] {
  return lines
    .map(withoutBullet)
    .filter((line) => countWords(line) >= 3 && line.length <= 300)
    .map((title) => ({ title }));
}

/** Lines to blocks: cut paragraphs rejoined, bullets as lists, short lines between paragraphs as headings. */
export function paragraphsToBlocks(lines: readonly string[]): Block[] {
  const whole: string[] = [];
  for (const line of lines) {
    if (!line) continue;
    const before = whole.at(-1);
    if (before !== undefined && isCut(before, line) && !isBullet(line))
      whole[whole.length - 1] = join(before, line);
    else whole.push(line);
  }
  const blocks: Block[] = [];
  for (const [at, line] of whole.entries()) {
    const last = blocks.at(-1);
    if (isBullet(line) && (isBullet(whole[at - 1] ?? '') || isBullet(whole[at + 1] ?? ''))) {
      if (last?.type === 'list' && isBullet(whole[at - 1] ?? ''))
        last.items.push(withoutBullet(line));
      else
        blocks.push({ type: 'list', ordered: /^\s*\d/.test(line), items: [withoutBullet(line)] });
    } else if (isHeadingBetween(whole, at)) blocks.push({ type: 'heading', level: 2, text: line });
    else blocks.push({ type: 'paragraph', text: line });
  }
  return blocks;
}

/** Short, unfinished, with a longer paragraph after it, and not the only kind of line there is. */
function isHeadingBetween(lines: readonly string[], at: number): boolean {
  const line = lines[at]!;
  const after = lines[at + 1];
  if (at === 0 || after === undefined || !looksLikeHeading(line) || countWords(line) > 14)
    return false;
  return after.length >= Math.max(60, line.length * 1.3) && !/:$/.test(line);
}
