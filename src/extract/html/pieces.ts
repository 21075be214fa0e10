import type { Block } from '../../model/article.js';
import { httpUrl } from '../canonical-url.js';
import { blockText } from '../../model/text.js';
import { MAX_BLOCKS } from '../limits.js';
import { rejoin } from '../lines/rejoin.js';
import { oneLine, plainWords } from '../text-cleaning.js';
import { captioned, embedBlock, imageAddress, imageBlock, isCredit } from './media.js';
import { attribute } from './parse.js';
import { readTable } from './table.js';
import { BLOCK_TAGS, find, BLANKS, isLink, textOf, visit, walk, type HtmlElement } from './tree.js';

/** A block with where it came from: what cleaning decides by. */
export interface Piece {
  block: Block;
  /** The innermost block element that holds it. */
  element: HtmlElement;
  /** Characters of its text, and those of them inside links. */
  chars: number;
  linkChars: number;
  /** The first link in it. */
  href?: string;
  /** What `wordsOf` found. */
  words?: string;
}

export const hasText = ({ block }: Piece): boolean =>
  block.type !== 'image' && block.type !== 'embed';

/** The folded words of a piece's text: what it is compared by. Worked out once. */
export const wordsOf = (piece: Piece): string =>
  (piece.words ??= plainWords(blockText(piece.block)));

const SKIPPED = new Set(
  'script style noscript template svg canvas button input select textarea option label object applet map area dialog meta link title head'.split(
    ' ',
  ),
);
const POST_QUOTE = /twitter-tweet|instagram-media|tiktok-embed|fb-post|telegram-post/;

interface Open {
  element: HtmlElement;
  quote: boolean;
  list:
    | {
        ordered: boolean;
        items: string[];
        element: HtmlElement;
        chars: number;
        linkChars: number;
        href?: string;
      }
    | undefined;
}

/**
 * A subtree as blocks in reading order.
 * @param dropped elements to leave out
 * @param base what addresses are resolved against
 */
export function toPieces(
  root: HtmlElement,
  dropped: ReadonlySet<HtmlElement> = new Set(),
  base?: string,
): Piece[] {
  const builder = new PieceBuilder(dropped, base);
  walk(
    root,
    (element) => builder.enter(element),
    (text) => builder.text(text),
    (element) => builder.leave(element),
  );
  builder.flush(root);
  return builder.pieces.slice(0, MAX_BLOCKS);
}

class PieceBuilder {
  readonly pieces: Piece[] = [];
  private buffer: string[] = [];
  private chars = 0;
  private linkChars = 0;
  private href: string | undefined;
  private links = 0;
  private pre = 0;
  private readonly open: Open[] = [];

  constructor(
    private readonly dropped: ReadonlySet<HtmlElement>,
    private readonly base: string | undefined,
  ) {}

  enter(element: HtmlElement): boolean {
    const { tag } = element;
    if (SKIPPED.has(tag) || this.dropped.has(element)) return false;
    if (tag === 'br') {
      this.buffer.push('\n');
      return false;
    }
    if (tag === 'img' || tag === 'amp-img') return this.image(element);
    if (tag === 'figure' || tag === 'picture') return this.figure(element);
    if (
      tag === 'iframe' ||
      tag === 'video' ||
      tag === 'audio' ||
      tag === 'embed' ||
      tag.startsWith('amp-')
    )
      if (this.embed(element)) return false;
    if (tag === 'blockquote' && POST_QUOTE.test(element.names)) {
      this.post(element);
      return false;
    }
    if (tag === 'table' && this.table(element)) return false;
    if ((tag === 'cite' || tag === 'footer') && this.quoted(element)) return false;
    if (isLink(element)) this.links += 1;
    if (tag === 'a' && attribute(element, 'href')) this.href ??= element.attribs.href;
    if (!BLOCK_TAGS.has(tag)) {
      if (tag === 'wbr') return false;
      return true;
    }
    this.flush(element.parent ?? element);
    if (tag === 'pre') this.pre += 1;
    const above = this.open.at(-1);
    const list =
      tag === 'ul' || tag === 'ol' || tag === 'menu'
        ? (above?.list ?? { ordered: tag === 'ol', items: [], element, chars: 0, linkChars: 0 })
        : BLOCK_TAGS.has(tag)
          ? above?.list
          : undefined;
    this.open.push({ element, quote: tag === 'blockquote' || (above?.quote ?? false), list });
    return true;
  }

  text(text: string): void {
    this.buffer.push(this.pre ? text : text.replace(BLANKS, ' '));
    const length = text.trim().length;
    this.chars += length;
    if (this.links) this.linkChars += length;
  }

  leave(element: HtmlElement): void {
    if (isLink(element)) this.links -= 1;
    if (!BLOCK_TAGS.has(element.tag)) return;
    this.flush(element);
    if (element.tag === 'pre') this.pre -= 1;
    const closed = this.open.pop();
    const list = closed?.list;
    if (list && list !== this.open.at(-1)?.list && list.items.length) {
      const { ordered, items, chars, linkChars, href } = list;
      this.pieces.push({
        block: { type: 'list', ordered, items },
        element: list.element,
        chars,
        linkChars,
        ...(href ? { href } : {}),
      });
    }
  }

  flush(element: HtmlElement): void {
    const raw = this.buffer.join('');
    const { chars, linkChars, href } = this;
    this.buffer = [];
    this.chars = this.linkChars = 0;
    this.href = undefined;
    if (!raw.trim()) return;
    const open = this.open.at(-1);
    const inside = this.open.length ? open!.element : element;
    const list = open?.list;
    if (list) {
      list.items.push(oneLine(raw));
      list.chars += chars;
      list.linkChars += linkChars;
      if (href) list.href ??= href;
      return;
    }
    const level = headingLevel(inside);
    for (const text of this.pre ? [raw.trim()] : splitLines(raw)) {
      const block: Block = level
        ? { type: 'heading', level, text }
        : open?.quote
          ? { type: 'quote', text }
          : { type: 'paragraph', text };
      const share = chars ? text.length / Math.max(chars, text.length) : 1;
      this.pieces.push({
        block,
        element: inside,
        chars: text.length,
        linkChars: Math.round(linkChars * share),
        ...(href ? { href } : {}),
      });
    }
  }

  private image(element: HtmlElement): false {
    // A picture stands between words, whatever the markup leaves out.
    this.buffer.push(' ');
    const block = this.open.at(-1)?.list ? undefined : imageBlock(element, this.base);
    if (block) this.pieces.push({ block, element, chars: 0, linkChars: 0 });
    return false;
  }

  /** A figure with an image: the image with its caption. One that holds text of its own is read as a box. */
  private figure(element: HtmlElement): boolean {
    const image = find(
      element,
      ({ tag, attribs }) =>
        (tag === 'img' || tag === 'amp-img') && !!imageAddress({ attribs } as HtmlElement),
    );
    if (!image || find(element, ({ tag }) => tag === 'table' || tag === 'blockquote')) return true;
    const caption = find(element, ({ tag }) => tag === 'figcaption');
    const before = this.pieces.length;
    this.image(image);
    const piece = this.pieces[before];
    if (piece?.block.type !== 'image') return false;
    const shown = caption ?? element;
    const credit = find(shown, (inner) => inner !== shown && isCredit(inner));
    const said = credit && oneLine(textOf(credit));
    if (said) piece.block.credit = said;
    const text = oneLine(
      textOf(shown, (inner) => SKIPPED.has(inner.tag) || inner === credit).slice(0, 1000),
    );
    if (text) captioned(piece.block, text);
    return false;
  }

  private embed(element: HtmlElement): boolean {
    const block = embedBlock(element, this.base);
    if (!block) return element.tag === 'iframe' || element.tag === 'embed';
    this.flush(element.parent ?? element);
    this.pieces.push({ block, element, chars: 0, linkChars: 0 });
    return true;
  }

  /** A post of a social network, quoted: a placeholder, since its words are shown by another host. */
  private post(element: HtmlElement): void {
    const links: string[] = [];
    visit(element, ({ tag, attribs }) => {
      if (tag === 'a' && attribs.href) links.push(attribs.href);
    });
    const url = httpUrl(links.at(-1), this.base)?.href;
    this.flush(element.parent ?? element);
    const text = oneLine(textOf(element).slice(0, 2000));
    if (text.length > 20)
      this.pieces.push({
        block: { type: 'quote', text },
        element,
        chars: text.length,
        linkChars: 0,
      });
    this.pieces.push({
      block: { type: 'embed', kind: 'post', ...(url ? { url } : {}) },
      element,
      chars: 0,
      linkChars: 0,
    });
  }

  /** Who a quote is by: the `<cite>` or `<footer>` that ends it. */
  private quoted(element: HtmlElement): boolean {
    if (!this.open.at(-1)?.quote || element.chars > 120) return false;
    const ended = this.open.at(-1)!.element;
    if (ended.tag !== 'blockquote') return false;
    const last = ended.children.filter((child) => typeof child !== 'string' || child.trim()).at(-1);
    if (last !== element || this.buffer.join('').trim().length > 400) return false;
    this.flush(ended);
    const block = this.pieces.at(-1)?.block;
    const by = oneLine(textOf(element)).replace(/^[—–-]\s*/u, '');
    if (block?.type !== 'quote' || !by) return false;
    block.by = by;
    return true;
  }

  /** A table of data as rows; one that lays out a page is read through. */
  private table(element: HtmlElement): boolean {
    const found = readTable(element, (inner) => SKIPPED.has(inner.tag) || this.dropped.has(inner));
    if (!found) return false;
    const { rows, linkChars } = found;
    this.flush(element.parent ?? element);
    const chars = rows.reduce((sum, row) => sum + row.join(' ').length, 0);
    this.pieces.push({ block: { type: 'table', rows }, element, chars, linkChars });
    return true;
  }
}

function headingLevel({ tag }: HtmlElement): 2 | 3 | 4 | undefined {
  if (tag === 'h1' || tag === 'h2') return 2;
  if (tag === 'h3') return 3;
  return tag === 'h4' || tag === 'h5' || tag === 'h6' ? 4 : undefined;
}

/**
 * The lines of a text with `<br>` in it: an empty line between, or lines that are sentences of their own,
 * make paragraphs; else the break was only for looks.
 */
export function splitLines(raw: string): string[] {
  const lines = raw.split('\n').map(oneLine);
  if (lines.length === 1) return lines.filter(Boolean);
  return rejoin(lines.filter(Boolean));
}
