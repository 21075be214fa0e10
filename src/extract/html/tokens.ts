import { decodeHTML, decodeHTMLAttribute } from 'entities';

/** What a page's markup is made of, in order. */
export interface TokenHandler {
  /** Within `<svg>` or `<math>`, where text is never raw and a slash at the end closes an element. */
  readonly foreign: boolean;
  /** Nothing more is wanted. */
  readonly done: boolean;
  text(text: string): void;
  /** A tag begins; false where nobody wants its attributes. */
  name(tag: string): boolean;
  attribute(name: string, value: string): void;
  /** The tag begun last is complete. */
  open(closesItself: boolean): void;
  close(tag: string): void;
}

/** Elements that hold text up to their own end tag; whether that text has entities. */
const RAW = new Map([
  ['script', false],
  ['style', false],
  ['iframe', false],
  ['noembed', false],
  ['noframes', false],
  ['xmp', false],
  ['title', true],
  ['textarea', true],
]);
const [TAB, LINE, FEED, RETURN, SPACE] = [9, 10, 12, 13, 32];
const [BANG, QUOTE, APOSTROPHE, DASH, SLASH, EQUALS, GREATER, QUESTION] = [
  33, 34, 39, 45, 47, 61, 62, 63,
];

const isSpace = (code: number): boolean =>
  code === SPACE || code === LINE || code === TAB || code === RETURN || code === FEED;
const endsName = (code: number): boolean => code === GREATER || code === SLASH || isSpace(code);
const isLetter = (code: number): boolean => (code | 32) >= 97 && (code | 32) <= 122;
const decoded = (text: string): string => (text.includes('&') ? decodeHTML(text) : text);

/**
 * Reads markup of any quality as HTML's tokenizer does, in one pass that never goes back: text, tags and raw
 * text; comments and declarations are passed over. Made for speed: what nobody asks for is never cut out.
 */
export function readTokens(html: string, handler: TokenHandler): void {
  new Scanner(html, handler).run();
}

class Scanner {
  private at = 0;
  private readonly length: number;

  constructor(
    private readonly html: string,
    private readonly handler: TokenHandler,
  ) {
    this.length = html.length;
  }

  run(): void {
    const { html, handler, length } = this;
    let from = 0;
    for (let lt = html.indexOf('<'); lt >= 0; lt = html.indexOf('<', this.at)) {
      const code = html.charCodeAt(lt + 1);
      const isTag = isLetter(code);
      if (!isTag && code !== SLASH && code !== BANG && code !== QUESTION) {
        this.at = lt + 1;
        continue;
      }
      if (code === SLASH && lt + 2 >= length) break;
      if (lt > from) handler.text(decoded(html.slice(from, lt)));
      if (isTag) this.openTag(lt + 1);
      else if (code === SLASH) this.closeTag(lt + 2);
      else if (code === BANG) this.declaration(lt + 2);
      else this.skipPast('>', lt + 2);
      from = this.at;
      if (handler.done) return;
    }
    if (from < length) handler.text(decoded(html.slice(from)));
  }

  private skipPast(sign: string, from: number): void {
    const found = this.html.indexOf(sign, from);
    this.at = found < 0 ? this.length : found + sign.length;
  }

  /** The end of a name that begins at `from`: where white space, a slash or `>` follows. */
  private endOfName(from: number): number {
    let at = from;
    while (at < this.length && !endsName(this.html.charCodeAt(at))) at += 1;
    return at;
  }

  private openTag(from: number): void {
    const end = this.endOfName(from);
    if (end >= this.length) return this.finish();
    const tag = this.html.slice(from, end).toLowerCase();
    const hasEntities = this.handler.foreign ? undefined : RAW.get(tag);
    const wanted = this.handler.name(tag);
    const closesItself = this.attributes(end, wanted);
    if (closesItself === undefined) return;
    this.handler.open(closesItself);
    if (tag === 'plaintext') this.rest();
    else if (hasEntities !== undefined) this.rawText(tag, hasEntities);
  }

  /** Reads attributes up to the `>`. @returns whether a slash stood before it; undefined where the page ends first */
  private attributes(from: number, wanted: boolean): boolean | undefined {
    const { html, length } = this;
    let slash = false;
    for (let at = from; at < length;) {
      const code = html.charCodeAt(at);
      if (code === GREATER) {
        this.at = at + 1;
        return slash;
      }
      if (code === SLASH || isSpace(code)) {
        slash ||= code === SLASH;
        at += 1;
        continue;
      }
      slash = false;
      at = this.attribute(at, wanted);
    }
    this.finish();
    return undefined;
  }

  /** One attribute that begins at `from`. @returns where it ends */
  private attribute(from: number, wanted: boolean): number {
    const { html, length } = this;
    let end = from + 1;
    let code = 0;
    for (; end < length; end += 1) {
      code = html.charCodeAt(end);
      if (code === EQUALS || endsName(code)) break;
    }
    let at = end;
    while (at < length && isSpace((code = html.charCodeAt(at)))) at += 1;
    if (code !== EQUALS || at >= length) {
      if (wanted && at < length) this.handler.attribute(html.slice(from, end), '');
      return at;
    }
    at += 1;
    while (at < length && isSpace((code = html.charCodeAt(at)))) at += 1;
    if (at >= length) return at;
    code = html.charCodeAt(at);
    let start = at;
    let close: number;
    if (code === QUOTE || code === APOSTROPHE) {
      start = at + 1;
      close = html.indexOf(code === QUOTE ? '"' : "'", start);
      if (close < 0) return length;
      at = close + 1;
    } else {
      while (at < length && (code = html.charCodeAt(at)) !== GREATER && !isSpace(code)) at += 1;
      if (at >= length) return at;
      close = at;
    }
    if (wanted) {
      const value = html.slice(start, close);
      this.handler.attribute(
        html.slice(from, end),
        value.includes('&') ? decodeHTMLAttribute(value) : value,
      );
    }
    return at;
  }

  private closeTag(from: number): void {
    const code = this.html.charCodeAt(from);
    if (!isLetter(code)) return this.skipPast('>', from);
    const end = this.endOfName(from);
    if (end < this.length) this.handler.close(this.html.slice(from, end).toLowerCase());
    this.skipPast('>', end);
  }

  /** What begins with `<!`: a comment, a section of characters, a doctype. */
  private declaration(from: number): void {
    const { html } = this;
    if (html.startsWith('[CDATA[', from)) return this.skipPast(']]>', from + 7);
    if (html.charCodeAt(from) !== DASH || html.charCodeAt(from + 1) !== DASH)
      return this.skipPast('>', from);
    const begin = from + 2;
    if (html.startsWith('>', begin) || html.startsWith('->', begin))
      return this.skipPast('>', begin);
    for (let at = html.indexOf('--', begin); at >= 0; at = html.indexOf('--', at + 1)) {
      const next = html.charCodeAt(at + 2);
      if (next === GREATER || (next === BANG && html.charCodeAt(at + 3) === GREATER))
        return this.skipPast('>', at + 2);
    }
    this.finish();
  }

  /** Text up to the element's own end tag, which is read too. */
  private rawText(tag: string, hasEntities: boolean): void {
    const { html, handler } = this;
    const from = this.at;
    for (let at = html.indexOf('</', from); at >= 0; at = html.indexOf('</', at + 2)) {
      const end = at + 2 + tag.length;
      if (end >= this.length || !endsName(html.charCodeAt(end))) continue;
      if (html.slice(at + 2, end).toLowerCase() !== tag) continue;
      if (at > from)
        handler.text(hasEntities ? decoded(html.slice(from, at)) : html.slice(from, at));
      return this.closeTag(at + 2);
    }
    this.rest(hasEntities);
  }

  /** All that is left is text. */
  private rest(hasEntities = false): void {
    const text = this.html.slice(this.at);
    if (text) this.handler.text(hasEntities ? decoded(text) : text);
    this.finish();
  }

  private finish(): void {
    this.at = this.length;
  }
}
