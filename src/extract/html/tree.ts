/** An element of a parsed page; text nodes are plain strings among its children. */
export class HtmlElement {
  readonly children: Array<HtmlElement | string> = [];
  constructor(
    readonly tag: string,
    readonly attribs: Readonly<Record<string, string>>,
    readonly parent: HtmlElement | undefined,
    readonly depth: number,
  ) {}

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
    return (this.cachedNames ??= namesOf(this.attribs));
  }
  private cachedNames: string | undefined;
}

/** Pages name many elements alike: each spelling is worked out once. */
let spelled = new Map<string, string>();
const MOST_SPELLED = 20_000;

function namesOf(attribs: Readonly<Record<string, string>>): string {
  const { class: classes = '', id = '' } = attribs;
  const component =
    attribs['aria-labelledby'] ?? attribs['data-component'] ?? attribs['data-testid'] ?? '';
  if (!classes && !id && !component) return '';
  const written = `${classes.slice(0, 500)} ${id.slice(0, 200)} ${component.slice(0, 100)}`;
  let names = spelled.get(written);
  if (names === undefined) {
    if (spelled.size >= MOST_SPELLED) spelled = new Map();
    names = written
      .replace(/([a-z])([A-Z])/g, '$1-$2')
      .toLowerCase()
      .trim();
    spelled.set(written, names);
  }
  return names;
}

/** Visits a subtree in document order without recursion; `enter` returning false skips an element's children. */
export function walk(
  root: HtmlElement,
  enter: (element: HtmlElement) => boolean | void,
  text: (text: string, parent: HtmlElement) => void = () => {},
  leave: (element: HtmlElement) => void = () => {},
): void {
  const stack: Array<{ element: HtmlElement; next: number }> = [];
  if (enter(root) === false) return;
  stack.push({ element: root, next: 0 });
  while (stack.length) {
    const frame = stack[stack.length - 1]!;
    const child = frame.element.children[frame.next];
    if (child === undefined) {
      leave(frame.element);
      stack.pop();
    } else {
      frame.next += 1;
      if (typeof child === 'string') text(child, frame.element);
      else if (enter(child) !== false) stack.push({ element: child, next: 0 });
    }
  }
}

/** All text of a subtree, without what `skip` names. */
export function textOf(root: HtmlElement, skip?: (element: HtmlElement) => boolean): string {
  const parts: string[] = [];
  walk(
    root,
    (element) => {
      if (skip?.(element)) return false;
      if (element.tag === 'br' || BLOCK_TAGS.has(element.tag)) parts.push(' ');
      return true;
    },
    (text) => void parts.push(text),
    (element) => {
      if (BLOCK_TAGS.has(element.tag)) parts.push(' ');
    },
  );
  return parts.join('').replace(/\s+/g, ' ').trim();
}

/** The first element of a subtree, in document order, that `test` accepts. */
export function find(
  root: HtmlElement,
  test: (element: HtmlElement) => boolean,
): HtmlElement | undefined {
  let found: HtmlElement | undefined;
  walk(root, (element) => {
    if (found) return false;
    if (test(element)) found = element;
    return !found;
  });
  return found;
}

/** What boxes of one kind share: tag and class names, without the words that number them. */
export function signature({ tag, attribs }: HtmlElement): string {
  const classes = (attribs.class ?? '')
    .slice(0, 200)
    .split(/\s+/)
    .filter((name) => name && !/\d/.test(name));
  return `${tag}.${classes.slice(0, 3).join('.')}`;
}

/** A link, not a mere anchor (`<a name>`). */
export const isLink = ({ tag, attribs }: HtmlElement): boolean =>
  tag === 'a' && attribs.href !== undefined;

/** Is an element the container itself, or somewhere below it? */
export function isInside(element: HtmlElement, container: HtmlElement): boolean {
  for (let at: HtmlElement | undefined = element; at; at = at.parent)
    if (at === container) return true;
  return false;
}

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
