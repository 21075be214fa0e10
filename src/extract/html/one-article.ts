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
  // Asked once for each `<article>`, not for each of its pieces: a page may have many of both.
  const belongs = new Map<HtmlElement, boolean>();
  const kept = pieces.filter(({ element }) => {
    const own = articleOf(element);
    if (!own) return true;
    let answer = belongs.get(own);
    if (answer === undefined) {
      answer = isInside(own, first) || isInside(first, own) || !hasHeadline(own);
      belongs.set(own, answer);
    }
    return answer;
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
