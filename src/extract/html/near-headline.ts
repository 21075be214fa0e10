import { blockText } from '../../model/text.js';
import { countWords } from '../lines/shape.js';
import { oneLine, plainWords } from '../text-cleaning.js';
import { BEHIND_DATE, isByline, saysDate } from './clean/line-rules.js';
import { bylineBehindPlace, cleanName } from './metadata/byline.js';
import type { Metadata } from './metadata/metadata.js';
import { wordsOf, type Piece } from './pieces.js';
import { isInside, isLink, textOf, visit, type HtmlElement } from './tree.js';

/** How many pieces before and after the headline a line about the article may stand. */
const NEAR = { before: 6, after: 8 };
const LONGEST = { byline: 110, section: 30 };

/** Pieces right before and after the headline. */
function near(
  pieces: readonly Piece[],
  headline: HtmlElement | undefined,
  { before, after } = NEAR,
): Piece[] {
  const at = headline ? pieces.findIndex(({ element }) => isInside(element, headline)) : 0;
  return at < 0 ? [] : pieces.slice(Math.max(0, at - before), at + after + 1);
}

/** Lines around the headline that hold a date, whatever their boxes are called. */
export function dateLines(
  pieces: readonly Piece[],
  headline: HtmlElement | undefined,
  times: Metadata['times'],
): Metadata['times'] {
  const marked = times.filter(({ element }) => element.attribs.datetime);
  return near(pieces, headline)
    .filter(({ block }) => block.type === 'paragraph' && saysDate(block.text))
    .filter((piece) => !marked.some(({ element }) => isInside(element, piece.element)))
    .map(({ block, element }) => ({ value: blockText(block), element }));
}

/** Who wrote it, on a line of its own around the headline, behind the date or behind a place. */
export function bylineNear(
  pieces: readonly Piece[],
  headline: HtmlElement | undefined,
): string | undefined {
  for (const { block } of near(pieces, headline)) {
    if (block.type !== 'paragraph' || block.text.length > LONGEST.byline) continue;
    const behind = saysDate(block.text) && BEHIND_DATE.exec(block.text)?.groups?.name;
    const name =
      behind || bylineBehindPlace(block.text) || (isByline(block.text) ? block.text : undefined);
    const clean = name && cleanName(name);
    if (clean) return clean;
  }
  return undefined;
}

/**
 * The section, where a line beside the headline says no more than a link of the site's menus does, or is the
 * path to it («الرئيسية / اقتصاد»).
 * @param dropped the boxes that menus stand in
 */
export function sectionNear(
  pieces: readonly Piece[],
  headline: HtmlElement | undefined,
  dropped: Iterable<HtmlElement>,
): string | undefined {
  if (!headline) return undefined;
  const lines = near(pieces, headline, { before: 3, after: 1 }).filter(
    ({ block, chars, element }) =>
      block.type === 'paragraph' && chars <= LONGEST.section * 2 && !isInside(element, headline),
  );
  let menu: Set<string> | undefined;
  const found: string[] = [];
  for (const piece of lines) {
    const text = blockText(piece.block);
    const [home, ...path] = text
      .split(/[<>»›/\\|«‹]/)
      .map(oneLine)
      .filter(Boolean);
    if (path.length && /^(?:ال)?رئيسي[ةه]$|^home$/iu.test(home!)) return path.find(isSectionName);
    if (!isSectionName(text)) continue;
    menu ??= menuOf(dropped);
    if (menu.has(wordsOf(piece))) found.push(text);
  }
  // Several are a menu themselves.
  return found.length === 1 ? found[0] : undefined;
}

const isSectionName = (text: string): boolean =>
  text.length <= LONGEST.section && countWords(text) >= 1 && countWords(text) <= 3;

/** What the links of menus say, folded; the site's own front is no section. */
export function menuOf(boxes: Iterable<HtmlElement>): Set<string> {
  const links = new Set<string>();
  for (const box of boxes)
    visit(box, (element) => {
      if (!isLink(element)) return true;
      const { href } = element.attribs;
      if (element.chars <= LONGEST.section && href !== '/' && !href!.startsWith('#'))
        links.add(plainWords(textOf(element)));
      return false;
    });
  links.delete('');
  return links;
}
