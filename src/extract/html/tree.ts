import { ownCopy } from '../../arabic/letters/own-copy.js';

export type Attributes = Readonly<Record<string, string>>;
export const NO_ATTRIBUTES: Attributes = Object.freeze({});
const NO_CHILDREN: ReadonlyArray<HtmlElement | string> = [];

/** An element of a parsed page; text nodes are plain strings among its children. */
export class HtmlElement {
  children = NO_CHILDREN;
  readonly depth: number;
  /** Its place among the elements of the page, in document order. */
  readonly at: number;
  /** The place of the first element behind it that it does not hold; set by `closeTree`. */
  end = 0;

  /**
   * @param className its `class`, '' where it has none; so its `id`
   * @param attribs every other attribute that is read
   * @param page all elements of the page, in document order
   */
  constructor(
    readonly tag: string,
    readonly className: string,
    readonly id: string,
    readonly attribs: Attributes,
    readonly parent: HtmlElement | undefined,
    readonly page: HtmlElement[],
  ) {
    this.depth = parent ? parent.depth + 1 : 0;
    this.at = page.length;
    page.push(this);
  }

  /** Adds an element, or text, at the end. Only while the tree is built, to whatever was last added or what holds it. */
  add(tag: string, className: string, id: string, attribs: Attributes): HtmlElement {
    const element = new HtmlElement(tag, className, id, attribs, this, this.page);
    this.append(element);
    return element;
  }
  append(child: HtmlElement | string): void {
    // Most elements have one child, and an array that was never pushed to is as small as what it holds.
    if (this.children === NO_CHILDREN) this.children = [child];
    else (this.children as Array<HtmlElement | string>).push(child);
  }

  /** Characters of text below, and those of them inside links; set by `measure`. */
  chars = 0;
  linkChars = 0;
  /** Characters of prose below: of texts as long as sentences are. */
  prose = 0;
  /** Headings and pictures below, itself included. */
  headings = 0;
  pictures = 0;

  /** What its makers call it: `class`, `id` and the name of its component, lower case, `camelCase` as `camel-case`. */
  get names(): string {
    return (this.cachedNames ??= namesOf(this));
  }
  private cachedNames: string | undefined;
}

/** Pages name many elements alike: each spelling is worked out once. */
let spelled = new Map<string, string>();
const MOST_SPELLED = 20_000;

function namesOf({ className, id, attribs }: HtmlElement): string {
  const component =
    attribs === NO_ATTRIBUTES
      ? ''
      : (attribs['aria-labelledby'] ?? attribs['data-component'] ?? attribs['data-testid'] ?? '');
  if (!className && !id && !component) return '';
  const written =
    id || component
      ? `${className.slice(0, 500)} ${id.slice(0, 200)} ${component.slice(0, 100)}`
      : className.slice(0, 500);
  let names = spelled.get(written);
  if (names === undefined) {
    if (spelled.size >= MOST_SPELLED) spelled = new Map();
    const own = ownCopy(written);
    names = own
      .replace(/([a-z])([A-Z])/g, '$1-$2')
      .toLowerCase()
      .trim();
    spelled.set(own, names);
  }
  return names;
}

/** Tells every element of a tree that is built where what it holds ends. */
export function closeTree({ page }: HtmlElement): void {
  for (let at = page.length - 1; at >= 0; at -= 1) {
    const element = page[at]!;
    element.end ||= at + 1;
    const { parent } = element;
    if (parent && parent.end < element.end) parent.end = element.end;
  }
}

/** Visits the elements of a subtree in document order; `visit` returning false skips what an element holds. */
export function visit(root: HtmlElement, enter: (element: HtmlElement) => boolean | void): void {
  const { page, end } = root;
  for (let at = root.at; at < end;) {
    const element = page[at]!;
    at = enter(element) === false ? element.end : at + 1;
  }
}

/** Visits a subtree with its text in document order without recursion; `enter` returning false skips what an element holds. */
export function walk(
  root: HtmlElement,
  enter: (element: HtmlElement) => boolean | void,
  text: (text: string, parent: HtmlElement) => void,
  leave: (element: HtmlElement) => void = () => {},
): void {
  if (enter(root) === false) return;
  const open: HtmlElement[] = [];
  const places: number[] = [];
  let element = root;
  let next = 0;
  for (;;) {
    if (next < element.children.length) {
      const child = element.children[next]!;
      next += 1;
      if (typeof child === 'string') text(child, element);
      else if (enter(child) !== false) {
        open.push(element);
        places.push(next);
        element = child;
        next = 0;
      }
      continue;
    }
    leave(element);
    const above = open.pop();
    if (!above) return;
    element = above;
    next = places.pop()!;
  }
}

/** White space that is to be one space; the single spaces that are one already cost nothing. */
export const BLANKS = /\s{2,}|[^\S ]/g;

/** All text of a subtree, without what `skip` names. */
export function textOf(root: HtmlElement, skip?: (element: HtmlElement) => boolean): string {
  let text = '';
  walk(
    root,
    (element) => {
      if (skip?.(element)) return false;
      if (element.tag === 'br' || BLOCK_TAGS.has(element.tag)) text += ' ';
      return true;
    },
    (part) => {
      text += part;
    },
    (element) => {
      if (BLOCK_TAGS.has(element.tag)) text += ' ';
    },
  );
  return text.replace(BLANKS, ' ').trim();
}

/** The first element of a subtree, in document order, that `test` accepts. */
export function find(
  root: HtmlElement,
  test: (element: HtmlElement) => boolean,
): HtmlElement | undefined {
  const { page, end } = root;
  for (let at = root.at; at < end; at += 1) if (test(page[at]!)) return page[at];
  return undefined;
}

/** What boxes of one kind share: tag and class names, without the words that number them. */
export function signature({ tag, className }: HtmlElement): string {
  return `${tag}.${countless(className).join('.')}`;
}

/** A box as its site names it: tag, id, up to three classes, without names that count; '' where it has no name. */
export function boxName({ tag, className, id }: HtmlElement): string {
  if (!id && !className) return '';
  const named = `${id && !/\d/.test(id) ? `#${id.slice(0, 60)}` : ''}${countless(className)
    .map((name) => `.${name}`)
    .join('')}`;
  return named && tag + named;
}

/** Of a `class`, the first three names that number nothing; each spelling is worked out once. */
function countless(className: string): readonly string[] {
  if (!className) return NONE;
  let names = split.get(className);
  if (!names) {
    if (split.size >= MOST_SPELLED) split = new Map();
    const own = ownCopy(className);
    names = own
      .slice(0, 200)
      .split(/\s+/)
      .filter((name) => name && !/\d/.test(name))
      .slice(0, 3);
    split.set(own, names);
  }
  return names;
}
let split = new Map<string, readonly string[]>();
const NONE: readonly string[] = [];

/** A link, not a mere anchor (`<a name>`). */
export const isLink = ({ tag, attribs }: HtmlElement): boolean =>
  tag === 'a' && attribs.href !== undefined;

/** Is an element the container itself, or somewhere below it? */
export const isInside = ({ at }: HtmlElement, container: HtmlElement): boolean =>
  at >= container.at && at < container.end;

/** Elements that begin and end a block of text. */
export const BLOCK_TAGS = new Set(
  'address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);

/** An element itself where it makes a block, else the nearest block that it stands in. */
export function blockAround(element: HtmlElement): HtmlElement {
  let at = element;
  while (at.parent && !BLOCK_TAGS.has(at.tag)) at = at.parent;
  return at;
}
