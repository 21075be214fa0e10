import { isCommentsName, isFurnitureName } from './vocabulary.js';
import { boxName, NO_ATTRIBUTES, signature, visit, type HtmlElement } from './tree.js';

const FURNITURE_TAGS = new Set('nav footer aside form menu dialog'.split(' '));
const FURNITURE_ROLES = new Set(
  'navigation complementary banner contentinfo search dialog menu menubar alertdialog toolbar tablist'.split(
    ' ',
  ),
);
const NEVER = new Set(['#root', 'html', 'body', 'main']);
const EMBED = /(?:^|[\s_-])(?:embed\w*|oembed|tweet|instagram-media)(?=$|[\s_-])/;
const HIDDEN_STYLE = /(?:display\s*:\s*none|visibility\s*:\s*hidden)/i;
/** A box with more than this of the page's prose is the article's, whatever its name. */
const TOO_MUCH = 0.35;
const TOO_MUCH_COMMENTS = 0.997;
/** Of what boxes of one name hold together. */
const MOST = 0.5;
/** Tags that mean the same on every page. */
const SURELY_BESIDE = new Set(['aside', 'nav', 'footer', 'menu']);
const TOO_MUCH_BESIDE = 0.997;

/** Why an element is left out, for `--explain`. */
export type DropReason = 'tag' | 'role' | 'hidden' | 'name' | 'comments' | 'learned' | 'rule';

/**
 * The boxes of a page that are no part of any article: by tag, role, name, or because nobody sees them.
 * @param learned names of boxes that this site's pages have taught to leave out
 */
export function findFurniture(
  root: HtmlElement,
  learned: ReadonlySet<string> = new Set(),
): Map<HtmlElement, DropReason> {
  const dropped = new Map<HtmlElement, DropReason>();
  const { prose } = root;
  visit(root, (element) => {
    const reason = NEVER.has(element.tag) ? undefined : furnitureReason(element, learned);
    if (!reason) return true;
    const limit = limitOf(element, reason);
    if (element.prose > prose * limit && element.prose > 200) return true;
    if (holdsArticle(element)) return true;
    dropped.set(element, reason);
    return false;
  });
  restoreRepeated(dropped, prose);
  return dropped;
}

function limitOf({ tag }: HtmlElement, reason: DropReason): number {
  if (reason === 'comments') return TOO_MUCH_COMMENTS;
  return SURELY_BESIDE.has(tag) ? TOO_MUCH_BESIDE : TOO_MUCH;
}

/** Boxes of one name that together hold much of the page's prose are how its article is built. */
function restoreRepeated(dropped: Map<HtmlElement, DropReason>, prose: number): void {
  const sums = new Map<string, number>();
  const restorable = [...dropped].filter(
    ([{ tag }, reason]) => reason === 'name' || (reason === 'tag' && !SURELY_BESIDE.has(tag)),
  );
  for (const [element] of restorable) {
    const kind = signature(element);
    sums.set(kind, (sums.get(kind) ?? 0) + element.prose);
  }
  for (const [element] of restorable)
    if (prose > 400 && sums.get(signature(element))! > prose * MOST) dropped.delete(element);
}

function furnitureReason(
  element: HtmlElement,
  learned: ReadonlySet<string>,
): DropReason | undefined {
  const { tag, attribs } = element;
  if (FURNITURE_TAGS.has(tag)) return 'tag';
  if (attribs !== NO_ATTRIBUTES) {
    if (attribs.role && FURNITURE_ROLES.has(attribs.role)) return 'role';
    if (attribs.hidden !== undefined || attribs['aria-hidden'] === 'true') return 'hidden';
    if (attribs.style && attribs.style.length < 4096 && HIDDEN_STYLE.test(attribs.style))
      return 'hidden';
  }
  if (isCommentsName(element)) return 'comments';
  if (learned.size && learned.has(boxName(element))) return 'learned';
  // A post of a social network is quoted in the article, whatever the box around it is called.
  return isFurnitureName(element) && !EMBED.test(element.names) ? 'name' : undefined;
}

function holdsArticle(element: HtmlElement): boolean {
  return /articlebody/i.test(element.attribs.itemprop ?? '');
}
