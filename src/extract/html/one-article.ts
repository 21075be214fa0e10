import type { Piece } from './pieces.js';
import { find, isInside, type HtmlElement } from './tree.js';

/**
 * Pieces without those of further articles on the page (infinite scroll, a list of posts below the post):
 * what stands in another `<article>` beside the one that holds the headline, or the first text.
 */
export function ofOneArticle(pieces: Piece[], headline: HtmlElement | undefined): Piece[] {
  const first =
    (headline && articleOf(headline)) ??
    pieces.map(({ element }) => articleOf(element)).find(Boolean);
  if (!first) return pieces;
  const kept = pieces.filter(({ element }) => {
    const own = articleOf(element);
    return !own || !hasHeadline(own) || isInside(own, first) || isInside(first, own);
  });
  const chars = (some: Piece[]): number => some.reduce((sum, piece) => sum + piece.chars, 0);
  return chars(kept) >= Math.min(400, chars(pieces) * 0.5) ? kept : pieces;
}

function articleOf(element: HtmlElement): HtmlElement | undefined {
  for (let at: HtmlElement | undefined = element; at; at = at.parent)
    if (at.tag === 'article') return at;
  return undefined;
}

/** Sections of an article have lesser headings; an article in full has one of its own. */
function hasHeadline(article: HtmlElement): boolean {
  if (!article.headings) return false;
  return !!find(article, ({ tag }) => tag === 'h1' || (tag === 'h2' && article.prose >= 500));
}
