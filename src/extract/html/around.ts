import { labelOf } from '../lines/labels.js';
import { blockText } from '../../model/text.js';
import { oneLine } from '../text-cleaning.js';
import type { DropReason } from './furniture.js';
import type { Piece } from './pieces.js';
import { isInside, isLink, textOf, walk, type HtmlElement } from './tree.js';

/** Boxes with the tags of one article; a cloud of them is the site's. */
const TAGS =
  /(?:^|[\s_-])(?:tags|taglist|tag-list|post-tags|entry-tags|article-tags|keywords|tags-links|td-tags)(?=$|[\s_-])/;
const TAG_CLOUD = /cloud|widget|trending|popular|sidebar/;
/** How a line begins that says where the news is from. */
const SOURCE = /^\s*(?:المصدر|المصادر|مصدر|نقلا|source)/iu;
const LONGEST = { box: 1800, tagBox: 600, tag: 60, credit: 70 };
/** How many pieces below the article may still tell where it is from. */
const BELOW = 12;

/** What stands around the article and tells about it: its tags, and the lines that credit its sources. */
export interface Around {
  tags: string[];
  creditLines: string[];
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
  for (const [box, reason] of dropped)
    if (reason !== 'hidden' && reason !== 'comments' && box.chars && box.chars <= LONGEST.box)
      readBox(box, tags, creditLines);
  const end = winner ? pieces.findLastIndex(({ element }) => isInside(element, winner)) : -1;
  if (end >= 0)
    for (const { block } of pieces.slice(end + 1, end + 1 + BELOW))
      if (block.type === 'paragraph') addCredit(blockText(block), creditLines);
  return { tags: [...new Set(tags)], creditLines: [...new Set(creditLines)] };
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
  walk(box, (element) => {
    if (!isLink(element)) return true;
    const text = oneLine(textOf(element)).replace(/^#\s*/, '');
    if (text && text.length <= LONGEST.tag) texts.push(text);
    return false;
  });
  return texts;
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
