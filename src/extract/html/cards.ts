import type { Piece } from './pieces.js';
import { isLink, signature, visit, type HtmlElement } from './tree.js';

const CARD_TAGS = new Set('div li article section td a'.split(' '));
/** Boxes of one kind from which on they are a list of teasers. */
const MANY = 3;
const LONGEST = { article: 5000, other: 800 };
/** Letters that a linked title has at least. */
const TITLE = 20;
/** Prose of one teaser; boxes with more are sections of an article or entries of a live blog. */
const TEASER_PROSE = 220;

/**
 * Teasers of other articles: boxes of one kind, each with a heading or a picture, a link and a few words.
 * @param headline the page's headline; the box that holds it is no teaser
 */
export function findCards(root: HtmlElement, headline: HtmlElement | undefined): Set<HtmlElement> {
  const kinds = new Map<string, { cards: HtmlElement[]; all: number }>();
  const above = new Set<HtmlElement>();
  for (let at = headline; at; at = at.parent) above.add(at);
  visit(root, (element) => {
    if (!CARD_TAGS.has(element.tag) || element.chars < 15 || above.has(element)) return true;
    const limit = element.tag === 'article' ? LONGEST.article : LONGEST.other;
    if (element.chars > limit) return true;
    if (!element.className && element.tag !== 'article' && element.tag !== 'li') return true;
    // Boxes without a name are of one kind with their brothers only.
    const kind = element.className ? signature(element) : `${element.tag} ${element.parent!.at}`;
    let found = kinds.get(kind);
    if (!found) kinds.set(kind, (found = { cards: [], all: 0 }));
    found.all += 1;
    const shown =
      element.headings ||
      (element.tag !== 'article' && element.pictures) ||
      beginsWithLink(element);
    if (shown && element.linkChars >= 12) found.cards.push(element);
    return true;
  });
  const cards = new Set<HtmlElement>();
  for (const { cards: boxes, all } of kinds.values()) {
    if (boxes.length < MANY || boxes.length < all * 0.6) continue;
    const prose = boxes.reduce((sum, box) => sum + box.prose, 0);
    const rest = root.prose - prose;
    const builtOfThem = boxes[0]!.tag !== 'article' && prose / boxes.length > TEASER_PROSE;
    if (prose > 300 && (rest < 300 || builtOfThem)) continue;
    for (const box of boxes) cards.add(box);
  }
  return cards;
}

/** Of an article's prose, how much may stand in teasers of other articles. */
const LITTLE = 0.2;

/** Pieces without teasers that stand within the article: boxes that begin with a linked title. */
export function withoutTeasers(pieces: Piece[], cards: ReadonlySet<HtmlElement>): Piece[] {
  if (!cards.size) return pieces;
  const teaser = new Map<HtmlElement, boolean>();
  const isTeaser = (box: HtmlElement): boolean => {
    if (!cards.has(box)) return false;
    let begins = teaser.get(box);
    if (begins === undefined) teaser.set(box, (begins = beginsWithLink(box)));
    return begins;
  };
  const inTeaser = ({ element, block }: Piece): boolean => {
    for (let at: HtmlElement | undefined = element; at; at = at.parent)
      if (isTeaser(at)) return true;
    if (block.type !== 'list') return false;
    const items = element.children.filter((child) => typeof child !== 'string' && child.chars > 0);
    return items.length >= MANY && items.every((item) => isTeaser(item as HtmlElement));
  };
  const kept = pieces.filter((piece) => !inTeaser(piece));
  const chars = (some: readonly Piece[]): number => some.reduce((sum, one) => sum + one.chars, 0);
  return chars(kept) >= chars(pieces) * (1 - LITTLE) - 500 && chars(kept) > 0 ? kept : pieces;
}

/** Is the first thing that a box says a link as long as a title? */
function beginsWithLink(box: HtmlElement): boolean {
  let at = box;
  for (let steps = 0; steps < 6; steps += 1) {
    if (isLink(at)) return at.chars >= TITLE && at.chars < box.chars;
    const first = at.children.find((child) =>
      typeof child === 'string' ? child.trim() : child.chars || isLink(child),
    );
    if (!first || typeof first === 'string') return false;
    at = first;
  }
  return false;
}
