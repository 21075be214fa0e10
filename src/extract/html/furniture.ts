import { isCommentsName, isFurnitureName } from './vocabulary.js';
import { walk, type HtmlElement } from './tree.js';

const FURNITURE_TAGS = new Set('nav footer aside form menu dialog'.split(' '));
const FURNITURE_ROLES = new Set(
  'navigation complementary banner contentinfo search dialog menu menubar alertdialog toolbar tablist'.split(
    ' ',
  ),
);
const NEVER = new Set(['#root', 'html', 'body', 'main']);
const HIDDEN_STYLE = /(?:display\s*:\s*none|visibility\s*:\s*hidden)/i;
/** A box with more than this of the page's prose is the article's, whatever its name. */
const TOO_MUCH = 0.35;
const TOO_MUCH_COMMENTS = 0.93;

/** Why an element is left out, for `--explain`. */
export type DropReason = 'tag' | 'role' | 'hidden' | 'name' | 'comments' | 'learned';

/** The boxes of a page that are no part of any article: by tag, role, name, or because nobody sees them. */
export function findFurniture(root: HtmlElement): Map<HtmlElement, DropReason> {
  const dropped = new Map<HtmlElement, DropReason>();
  const { prose } = root;
  walk(root, (element) => {
    const reason = NEVER.has(element.tag) ? undefined : furnitureReason(element);
    if (!reason) return true;
    const limit = reason === 'comments' ? TOO_MUCH_COMMENTS : TOO_MUCH;
    if (element.prose > prose * limit && element.prose > 200) return true;
    if (holdsArticle(element)) return true;
    dropped.set(element, reason);
    return false;
  });
  return dropped;
}

function furnitureReason(element: HtmlElement): DropReason | undefined {
  const { tag, attribs } = element;
  if (FURNITURE_TAGS.has(tag)) return 'tag';
  if (attribs.role && FURNITURE_ROLES.has(attribs.role)) return 'role';
  if ('hidden' in attribs || attribs['aria-hidden'] === 'true') return 'hidden';
  if (attribs.style && attribs.style.length < 4096 && HIDDEN_STYLE.test(attribs.style))
    return 'hidden';
  if (isCommentsName(element)) return 'comments';
  return isFurnitureName(element) ? 'name' : undefined;
}

function holdsArticle(element: HtmlElement): boolean {
  return /articlebody/i.test(element.attribs.itemprop ?? '');
}
