import { HtmlElement, NO_ATTRIBUTES, closeTree } from './tree.js';
import { readTokens, type TokenHandler } from './tokens.js';

/** Deeper elements become children of the deepest one allowed: no layout needs more. */
const MAX_DEPTH = 400;
const MAX_ELEMENTS = 200_000;
/** Elements open below the deepest level at which a page is no page any more. */
const MAX_BEYOND = 3000;
const MAX_ATTRIBUTE = 8192;
/** Elements whose text nobody reads; the scripts that hold data are kept apart. */
const SILENT = new Set(['style', 'template', 'object', 'applet', 'math', 'svg']);
const DATA_SCRIPT = /json/i;
/** Where frameworks leave what a page was made from. */
const STATE = /__NEXT_DATA__|__NUXT|__(?:INITIAL|PRELOADED|APOLLO|REDUX)_?STATE__/;
const MAX_SCRIPT = 3_000_000;

const words = (list: string): string[] => list.split(' ');
const VOID = new Set(
  words(
    'area base basefont br col command embed frame hr img input isindex keygen link meta param source track wbr',
  ),
);
const CLOSES_P = new Set(['p']);
/** Open elements that end where another begins, by what begins. */
const ENDED_BY = new Map<string, ReadonlySet<string>>([
  ...words(
    'p address article aside blockquote details div dl fieldset figcaption figure footer form header hr main nav ol pre section table ul',
  ).map((tag) => [tag, CLOSES_P] as const),
  ...words('h1 h2 h3 h4 h5 h6').map((tag) => [tag, new Set(words('h1 h2 h3 h4 h5 h6 p'))] as const),
  ...words('select input output button datalist textarea').map(
    (tag) =>
      [tag, new Set(words('input option optgroup select button datalist textarea'))] as const,
  ),
  ...words('tbody tfoot').map((tag) => [tag, new Set(['thead', 'tbody'])] as const),
  ...words('dd dt').map((tag) => [tag, new Set(['dd', 'dt'])] as const),
  ...words('rt rp').map((tag) => [tag, new Set(['rt', 'rp'])] as const),
  ['tr', new Set(['tr', 'th', 'td'])],
  ['th', new Set(['th'])],
  ['td', new Set(['thead', 'th', 'td'])],
  ['body', new Set(['head', 'link', 'script'])],
  ['a', new Set(['a'])],
  ['li', new Set(['li'])],
  ['option', new Set(['option'])],
  ['optgroup', new Set(['optgroup', 'option'])],
]);
/** Elements of `<svg>` and `<math>` that hold HTML again. */
const INTEGRATES = new Set(words('mi mo mn ms mtext annotation-xml foreignObject desc title'));

/** Attributes that are read; others are left in the page, unless a user's selector may ask for them. */
const READ = new Map(
  words(
    'class id href src rel content name property itemprop http-equiv datetime lang xml:lang amp ⚡ type style role hidden aria-hidden aria-labelledby data-component data-testid data-date data-src data-lazy-src data-original srcset alt title width height data-url data-href addthis:url data-share-url pubdate',
  ).map((name) => [name, name]),
);

/** A page as a tree, and the data that its scripts carry. */
export interface ParsedPage {
  root: HtmlElement;
  /** Text of `<script type="application/ld+json">`, in order. */
  jsonLd: string[];
  /** Other JSON in scripts (`__NEXT_DATA__` and the like). */
  dataScripts: string[];
  elements: number;
  /** The page had more elements than are read. */
  cut: boolean;
}

/**
 * Parses markup of any quality within bounds of depth and number; never throws.
 * @param whole keep every attribute, for selectors of a user's
 */
export function parsePage(html: string, whole = false): ParsedPage {
  const builder = new TreeBuilder(whole);
  readTokens(html, builder);
  closeTree(builder.page.root);
  return builder.page;
}

/** What an open element makes of the markup that it holds. */
type Context = 'html' | 'svg' | 'math';

class TreeBuilder implements TokenHandler {
  readonly page: ParsedPage;
  done = false;
  /** The innermost element of the tree that is open. */
  private current: HtmlElement;
  /** Names of the elements that are open in the markup, whether the tree has them or not. */
  private readonly opened: string[] = [];
  private readonly contexts: Context[] = [];
  /** Open elements below `MAX_DEPTH` that were not made. */
  private beyond = 0;
  /** Open elements whose text nobody reads. */
  private silent = 0;
  private script: string[] | undefined;
  private scriptType = '';
  /** The tag being read; '' for one that counts for nothing. */
  private tag = '';
  private className = '';
  private id = '';
  private attribs: Record<string, string> | undefined;

  constructor(private readonly whole: boolean) {
    this.current = new HtmlElement('#root', '', '', NO_ATTRIBUTES, undefined, []);
    this.page = { root: this.current, jsonLd: [], dataScripts: [], elements: 0, cut: false };
  }

  get foreign(): boolean {
    const context = this.contexts.at(-1);
    return context !== undefined && context !== 'html';
  }

  text(text: string): void {
    if (this.script) this.script.push(text);
    else if (!this.silent) this.current.append(text);
  }

  name(written: string): boolean {
    const tag = this.nameOf(written);
    this.className = this.id = '';
    this.attribs = undefined;
    // A form within a form is none.
    if (tag === 'form' && this.opened.includes('form')) {
      this.tag = '';
      return false;
    }
    this.tag = tag;
    const ended = ENDED_BY.get(tag);
    while (ended?.has(this.opened.at(-1) ?? '')) this.pop();
    if (!VOID.has(tag)) this.push(tag);
    return !this.silent;
  }

  attribute(written: string, value: string): void {
    const name = READ.get(written) ?? READ.get(written.toLowerCase());
    if (name === 'class') this.className ||= value;
    else if (name === 'id') this.id ||= value;
    else if (name ?? this.whole) {
      this.attribs ??= {};
      this.attribs[name ?? written.toLowerCase()] ??= value;
    }
  }

  open(closesItself: boolean): void {
    const { tag } = this;
    if (!tag) return;
    this.make(tag);
    if (VOID.has(tag)) this.leave(tag);
    else if (closesItself && this.foreign && this.opened.at(-1) === tag) this.pop();
  }

  close(written: string): void {
    const tag = this.nameOf(written);
    if (VOID.has(tag)) {
      if (tag === 'br') this.empty('br');
      return;
    }
    const at = this.opened.lastIndexOf(tag);
    if (at >= 0) while (this.opened.length > at) this.pop();
    else if (tag === 'p') this.empty('p');
  }

  /** An element that only its end tag tells of. */
  private empty(tag: string): void {
    this.name(tag);
    this.open(false);
    if (!VOID.has(tag)) this.pop();
  }

  private nameOf(written: string): string {
    const context = this.contexts.at(-1) ?? 'html';
    if (written === 'image' && context === 'html') return 'img';
    if (written === 'foreignobject' && (context === 'svg' || this.opened.includes('foreignObject')))
      return 'foreignObject';
    return written;
  }

  private push(tag: string): void {
    this.opened.push(tag);
    if (tag === 'svg' || tag === 'math') this.contexts.push(tag);
    else if (INTEGRATES.has(tag)) this.contexts.push('html');
  }

  private pop(): void {
    const tag = this.opened.pop()!;
    if (tag === 'svg' || tag === 'math' || INTEGRATES.has(tag)) this.contexts.pop();
    this.leave(tag);
  }

  /** Puts the element that was read into the tree. */
  private make(tag: string): void {
    const { page, attribs } = this;
    if (tag === 'script') {
      this.script = [];
      this.scriptType = `${attribs?.type ?? ''} ${this.id}`;
      return;
    }
    if (SILENT.has(tag)) this.silent += 1;
    if (this.silent) return;
    page.elements += 1;
    if (this.current.depth >= MAX_DEPTH) this.beyond += 1;
    else {
      const parent = tag === 'a' ? closeLink(this.current) : this.current;
      this.current = parent.add(tag, this.className, this.id, attribs ?? NO_ATTRIBUTES);
    }
    page.cut = this.done = page.elements >= MAX_ELEMENTS || this.beyond >= MAX_BEYOND;
  }

  private leave(tag: string): void {
    if (tag === 'script') {
      keepScript(this.page, this.scriptType, this.script);
      this.script = undefined;
    } else if (this.silent) this.silent -= SILENT.has(tag) ? 1 : 0;
    else if (this.beyond) this.beyond -= 1;
    else if (this.current.tag === tag && this.current.parent) this.current = this.current.parent;
  }
}

function keepScript(page: ParsedPage, type: string, script: string[] | undefined): void {
  if (!script) return;
  const isData =
    DATA_SCRIPT.test(type) || STATE.test(type) || STATE.test(script[0]?.slice(0, 200) ?? '');
  if (!isData) return;
  const text = script.join('');
  if (text.length > MAX_SCRIPT) return;
  if (/ld\+json/i.test(type)) page.jsonLd.push(text);
  else page.dataScripts.push(text);
}

/** An attribute's value, cut where it is absurdly long. */
export function attribute(element: HtmlElement, name: string): string | undefined {
  const value = element.attribs[name];
  return value && value.length > MAX_ATTRIBUTE ? value.slice(0, MAX_ATTRIBUTE) : value;
}

/** A link cannot stand in a link: one that was never closed ends where the next begins. */
function closeLink(current: HtmlElement): HtmlElement {
  let at: HtmlElement | undefined = current;
  for (let steps = 0; at && steps < 12; steps += 1, at = at.parent)
    if (at.tag === 'a') return at.parent ?? current;
  return current;
}
