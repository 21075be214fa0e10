import type { Piece } from './pieces.js';
import { find, isInside, signature, type HtmlElement } from './tree.js';

/**
 * Pieces without those of further articles on the page (infinite scroll, a list of posts below the post):
 * what stands in another `<article>` beside the one that holds the headline, or the first text.
 */
export function ofOneArticle(pieces: Piece[], headline: HtmlElement | undefined): Piece[] {
  const alone = headline ? withoutBrothers(pieces, headline) : pieces;
  if (alone.length < pieces.length) return alone;
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

/** Prose of a box below which it is no article of its own. */
const ARTICLE_PROSE = 200;

/**
 * Pieces without those of boxes beside the headline's own that are built like it: same names, a headline in the
 * same kind of element, and prose of their own.
 */
function withoutBrothers(pieces: Piece[], headline: HtmlElement): Piece[] {
  const kind = signature(headline);
  // Sections of one article have lesser headings that lead nowhere.
  if (headline.tag !== 'h1' && !headline.linkChars) return pieces;
  for (let own = headline.parent; own?.parent; own = own.parent) {
    if (own.prose < ARTICLE_PROSE || !own.className) continue;
    const box = own;
    const like = signature(box);
    const brothers = box.parent!.children.filter(
      (child): child is HtmlElement =>
        typeof child !== 'string' &&
        child !== box &&
        child.prose >= ARTICLE_PROSE &&
        signature(child) === like &&
        !!find(
          child,
          (inner) => inner.tag === headline.tag && inner.chars >= 15 && signature(inner) === kind,
        ),
    );
    if (!brothers.length || brothers.some(({ prose }) => prose > own!.prose * 8)) continue;
    const others = new Set(brothers);
    return pieces.filter(({ element }) => {
      for (let at: HtmlElement | undefined = element; at; at = at.parent)
        if (others.has(at)) return false;
      return true;
    });
  }
  return pieces;
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
