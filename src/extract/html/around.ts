import type { PrintedLink } from '../../model/article.js';
import { MAX_LINKS } from '../limits.js';
import { labelOf, tagsOf } from '../lines/labels.js';
import { countWords } from '../lines/shape.js';
import { oneLine } from '../text-cleaning.js';
import type { DropReason } from './furniture.js';
import type { Piece } from './pieces.js';
import { isInside, isLink, textOf, visit, walk, type HtmlElement } from './tree.js';

/** Boxes with the tags of one article; a cloud of them is the site's. */
const TAGS =
  /(?:^|[\s_-])(?:tags|taglist|tag-list|post-tags|entry-tags|post-labels|article-tags|keywords|tags-links|td-tags)(?=$|[\s_-])/;
const TAG_CLOUD = /cloud|widget|trending|popular|sidebar/;
/** Boxes of other articles, and the path of sections above one. */
const ALSO = /(?:^|[\s_-])(?:also|read-?also|see-?also|also-?read)(?=$|[\s_-])/;
const RELATED = /(?:^|[\s_-])(?:related\w*|jp-relatedposts|recommend\w*)(?=$|[\s_-])/;
const BREADCRUMB = /(?:^|[\s_-])(?:breadcrumbs?|crumbs?)(?=$|[\s_-])/;
/** How a line begins that says where the news is from. */
const SOURCE = /^\s*(?:المصدر|المصادر|مصدر|نقلا|source)/iu;
const LONGEST = { box: 1800, tagBox: 600, tag: 60, credit: 70 };
/** How many pieces below the article may still tell where it is from. */
const BELOW = 12;

/** What stands around the article and tells about it: its tags, and the lines that credit its sources. */
export interface Around {
  tags: string[];
  creditLines: string[];
  /** Of the path of sections above the article, the innermost. */
  section: string | undefined;
  /** Linked titles in boxes that stand among the text, by what their boxes are called. */
  readAlso: PrintedLink[];
  similar: PrintedLink[];
}

/**
 * @param dropped boxes left out, of which some are named for tags or begin with «المصدر»
 * @param pieces of the whole page
 */
export function readAround(
  dropped: ReadonlyMap<HtmlElement, DropReason>,
  pieces: readonly Piece[],
  winner: HtmlElement | undefined,
): Around {
  const tags: string[] = [];
  const creditLines: string[] = [];
  const readAlso: PrintedLink[] = [];
  const similar: PrintedLink[] = [];
  let section: string | undefined;
  for (const [box, reason] of dropped) {
    section ??= sectionIn(box);
    if (reason !== 'hidden' && box.names && winner && isInside(box, winner)) {
      if (ALSO.test(box.names)) readAlso.push(...linkedTitles(box));
      else if (RELATED.test(box.names)) similar.push(...linkedTitles(box));
    }
    if (
      reason !== 'hidden' &&
      reason !== 'comments' &&
      box.chars &&
      box.chars <= LONGEST.box &&
      !inOtherArticle(box, winner)
    )
      readBox(box, tags, creditLines);
  }
  const end = winner ? pieces.findLastIndex(({ element }) => isInside(element, winner)) : -1;
  if (end >= 0)
    for (const { block } of pieces.slice(end + 1, end + 1 + BELOW))
      if (block.type === 'paragraph' && !addCredit(block.text, creditLines))
        addTags(block.text, tags);
  return {
    tags: [...new Set(tags)],
    creditLines: [...new Set(creditLines)],
    section,
    readAlso,
    similar,
  };
}

/** Does a box belong to another `<article>` of the page? */
function inOtherArticle(box: HtmlElement, winner: HtmlElement | undefined): boolean {
  let at: HtmlElement | undefined = box;
  while (at && at.tag !== 'article') at = at.parent;
  return !!at && !!winner && !isInside(winner, at) && !isInside(at, winner);
}

/** One walk over a box that was left out: the innermost boxes of tags in it, and lines that begin with a source label. */
function readBox(box: HtmlElement, tags: string[], creditLines: string[]): void {
  const open: HtmlElement[] = [];
  let innermost: HtmlElement | undefined;
  walk(
    box,
    (element) => {
      if (!element.chars) return false;
      if (isTagBox(element)) open.push((innermost = element));
      return true;
    },
    (text, parent) => {
      if (!SOURCE.test(text)) return;
      for (let at: HtmlElement | undefined = parent, steps = 0; at && steps < 3; steps += 1) {
        if (at.chars > LONGEST.credit || addCredit(spaced(at), creditLines)) return;
        at = at === box ? undefined : at.parent;
      }
    },
    (element) => {
      if (open.at(-1) !== element) return;
      open.pop();
      if (innermost === element) tags.push(...linkTexts(element));
    },
  );
}

function isTagBox({ names, parent, chars }: HtmlElement): boolean {
  return (
    names !== '' &&
    chars <= LONGEST.tagBox &&
    TAGS.test(names) &&
    !TAG_CLOUD.test(names) &&
    !TAG_CLOUD.test(parent?.names ?? '')
  );
}

function linkTexts(box: HtmlElement): string[] {
  const texts: string[] = [];
  visit(box, (element) => {
    if (!isLink(element)) return true;
    const text = oneLine(textOf(element)).replace(/^#\s*/, '');
    if (text && text.length <= LONGEST.tag) texts.push(text);
    return false;
  });
  return texts;
}

/** «وسوم: السد - المياه» */
function addTags(line: string, into: string[]): void {
  if (line.length > 300) return;
  const label = labelOf(line);
  if (label?.kind === 'tags' && label.rest) into.push(...tagsOf(label.rest));
}

/** The innermost section of a path «الرئيسية > أخبار > اقتصاد»; the headline at its end is none. */
function sectionIn(box: HtmlElement): string | undefined {
  if (box.chars > 400 || !BREADCRUMB.test(box.names)) return undefined;
  const parts: string[] = [];
  walk(
    box,
    () => true,
    (text) =>
      void parts.push(
        ...text
          .split(/[<>»›/\\|«‹]/)
          .map(oneLine)
          .filter(Boolean),
      ),
  );
  const [, ...below] = parts;
  return below.findLast(
    (part) => countWords(part) >= 1 && countWords(part) <= 3 && part.length <= 40,
  );
}

function linkedTitles(box: HtmlElement): PrintedLink[] {
  const links: PrintedLink[] = [];
  visit(box, (element) => {
    if (!isLink(element)) return links.length < MAX_LINKS;
    const title = oneLine(textOf(element));
    if (countWords(title) >= 4) links.push({ title, url: element.attribs.href! });
    return false;
  });
  return links;
}

/** All text of a box, a space between its parts: a label often stands against what it labels. */
function spaced(box: HtmlElement): string {
  const parts: string[] = [];
  walk(
    box,
    () => true,
    (text) => void parts.push(text),
  );
  return oneLine(parts.join(' '));
}

/** Keeps a line that begins with «المصدر», without the label. */
function addCredit(text: string, into: string[]): boolean {
  if (text.length > LONGEST.credit) return false;
  const label = labelOf(text);
  const found = label?.rest ? label : labelOf(text.replace(/^(\S+)\s+/u, '$1: '));
  if (found?.kind !== 'source' || !found.rest) return false;
  into.push(found.rest);
  return true;
}
