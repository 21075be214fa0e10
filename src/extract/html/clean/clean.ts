import { plainWords } from '../../text-cleaning.js';
import type { PrintedLink } from '../../../model/article.js';
import { blockText } from '../../../model/text.js';
import { labelOf, tagsOf } from '../../lines/labels.js';
import { countWords, endsSentence } from '../../lines/shape.js';
import { hasText, wordsOf, type Piece } from '../pieces.js';
import { isInside } from '../tree.js';
import { captionsBox, showsLinkedTitle } from './pictures.js';
import type { CleanContext, Cleaned } from './cleaned.js';
import {
  announcesLink,
  isByline,
  isCaption,
  isDateLine,
  isHashtags,
  isMarkup,
  isPaywall,
  isPromotion,
  saysDate,
} from './line-rules.js';
import { leadsElsewhere } from './leads-elsewhere.js';
import { printedTwice } from './printed-twice.js';
import { trimEnd } from './trim-end.js';

/** From this share of a piece inside links on, it is a link and no text. */
const LINKED = 0.8;
/** Rules look at the beginning of a piece: none is about a text longer than this. */
const LONGEST_JUDGED = 4000;
/** Nor is a longer one a title, a byline, or a line that the site repeats. */
const LONGEST_LINE = 300;
/** How many pieces from the top may still be a title, a byline, a date. */
const HEAD = 8;

const density = ({ chars, linkChars }: Piece): number =>
  chars ? Math.min(1, linkChars / chars) : 0;

/** Takes out of a container's pieces what is no text of the article, and keeps what that tells about it. */
export function clean(pieces: readonly Piece[], context: CleanContext): Cleaned {
  const cleaner = new Cleaner(pieces, context);
  cleaner.run();
  return cleaner.result;
}

class Cleaner {
  readonly result: Cleaned = {
    kept: [],
    removed: [],
    readAlso: [],
    similar: [],
    tags: [],
    creditLines: [],
  };
  private readonly titleKey: string;
  private readonly longestLine: number;
  private foldedBody: string | undefined;
  private readonly twice: ReadonlySet<Piece>;
  private readonly bylineKey: string;
  /** Prose characters at and after each piece. */
  private readonly proseFrom: number[];
  /** The headline's place among the pieces; 0 where it stands outside. */
  private readonly headlineAt: number;
  private at = 0;
  private textsSeen = 0;

  constructor(
    private readonly pieces: readonly Piece[],
    private readonly context: CleanContext,
  ) {
    this.titleKey = plainWords(context.title ?? '');
    this.longestLine = context.ruledOut.size ? LONGEST_JUDGED : LONGEST_LINE;
    this.bylineKey = plainWords(context.byline ?? '');
    this.twice = printedTwice(pieces);
    const { headline } = context;
    this.headlineAt = headline ? pieces.findIndex(({ element }) => isInside(element, headline)) : 0;
    this.proseFrom = new Array<number>(pieces.length + 1).fill(0);
    for (let at = pieces.length - 1; at >= 0; at -= 1)
      this.proseFrom[at] = this.proseFrom[at + 1]! + proseOf(pieces[at]!);
  }

  run(): void {
    for (this.at = 0; this.at < this.pieces.length; this.at += 1) {
      const piece = this.pieces[this.at]!;
      if (!hasText(piece)) {
        if (showsLinkedTitle(piece)) this.result.removed.push({ piece, rule: 'teaser' });
        else this.result.kept.push(piece);
        continue;
      }
      const rule = this.ruleFor(piece, blockText(piece.block).slice(0, LONGEST_JUDGED));
      if (rule === 'end' || rule === 'paywall-end') {
        for (const rest of this.pieces.slice(this.at))
          this.result.removed.push({ piece: rest, rule });
        break;
      }
      if (rule) this.result.removed.push({ piece, rule });
      else this.result.kept.push(piece);
      this.textsSeen += 1;
    }
    trimEnd(this.result);
  }

  /** The rule that takes a piece out, or undefined where it stays. */
  private ruleFor(piece: Piece, text: string): string | undefined {
    const { block } = piece;
    if (!/[\p{L}\p{N}]/u.test(text)) return 'no-letters';
    if (isMarkup(text)) return 'markup';
    if (this.twice.has(piece)) return 'printed-twice';
    const folded = text.length <= this.longestLine ? wordsOf(piece) : '';
    if (
      this.titleKey &&
      folded === this.titleKey &&
      (this.textsSeen < HEAD || block.type === 'heading')
    )
      return 'title';
    if (this.context.ruledOut.has(folded)) return 'rule';
    if (this.context.learned.has(folded)) return 'learned';
    const single = block.type !== 'list' && block.type !== 'table';
    if (single) {
      const labelled = this.byLabel(piece, text);
      if (labelled) return labelled;
      if (isDateLine(text) || (this.textsSeen < HEAD && saysDate(text))) return 'date';
      if (
        this.textsSeen < HEAD &&
        (isByline(text) ||
          (this.bylineKey &&
            folded.length < this.bylineKey.length + 25 &&
            folded.includes(this.bylineKey)))
      )
        return 'byline';
      if (this.isAnnounced(piece, text)) return 'read-also';
      if (this.besideImage() && isCaption(text)) return 'caption';
      if (captionsBox(this.pieces, this.at, text)) return 'caption';
      if (isPaywall(text)) return this.endsHere() ? 'paywall-end' : 'paywall';
      if (isPromotion(text)) return 'promotion';
      if (isHashtags(text)) {
        this.result.tags.push(...text.split(/[\s،,|-]*#/).map((tag) => tag.replaceAll('_', ' ')));
        return 'tags';
      }
      if (this.at < this.headlineAt && text.length < 40 && !endsSentence(text)) return 'kicker';
    }
    return this.byLinks(piece, text);
  }

  private byLabel(piece: Piece, text: string): string | undefined {
    const label = labelOf(text);
    if (!label) return undefined;
    const { rest } = label;
    switch (label.kind) {
      case 'furniture':
        return countWords(rest) <= 4 ? 'furniture' : undefined;
      case 'next':
        if (rest) return undefined;
        return this.nextIsAnother() || this.endsHere() ? 'end' : 'furniture';
      case 'end':
        return rest ? undefined : this.endsHere() ? 'end' : 'furniture';
      case 'read-also':
        if (rest && rest.length <= 250) {
          if (density(piece) < 0.2 && endsSentence(rest)) return undefined;
          this.result.readAlso.push(link(rest, piece));
          return 'read-also';
        }
        if (rest) return undefined;
        this.takeLinks(this.result.readAlso);
        return 'read-also';
      case 'similar':
        if (rest && (rest.length > 250 || (density(piece) < 0.2 && endsSentence(rest))))
          return undefined;
        if (!rest && this.endsHere(0.12)) return 'end';
        if (rest) this.result.similar.push(link(rest, piece));
        this.takeLinks(this.result.similar);
        return 'similar';
      case 'tags':
        if (!rest && piece.block.type === 'paragraph' && piece.chars > 40) return undefined;
        if (rest.length > 300) return undefined;
        if (rest) this.result.tags.push(...tagsOf(rest));
        else this.takeTags();
        return 'tags';
      case 'source':
        if (rest.length > 60) return undefined;
        this.result.creditLines.push(rest || text);
        return 'source';
      case 'byline':
        return rest.length <= 80 && this.textsSeen < HEAD ? 'byline' : undefined;
      case 'date':
        return rest.length <= 90 && (rest === '' || /[\d٠-٩۰-۹]/.test(rest)) ? 'date' : undefined;
      case 'section':
        return this.textsSeen < HEAD && rest.length < 60 ? 'section' : undefined;
    }
  }

  /** A linked title behind a few words that announce it: kept as a link. */
  private isAnnounced(piece: Piece, text: string): boolean {
    const { linkChars } = piece;
    if (linkChars < 20 || linkChars < text.length * 0.5 || endsSentence(text)) return false;
    const lead = text.slice(0, text.length - linkChars);
    if (!announcesLink(lead)) return false;
    this.result.readAlso.push(link(text.slice(lead.length).trim(), piece));
    return true;
  }

  private byLinks(piece: Piece, text: string): string | undefined {
    const linked = density(piece);
    const { block } = piece;
    if (linked < LINKED) {
      if (block.type === 'list' && linked > 0.6 && block.items.length >= 3) return 'links';
      return undefined;
    }
    if (this.isInArticleBody(piece) || leadsElsewhere(piece, this.context.host)) return undefined;
    if (block.type === 'heading') return this.nextIsProse() ? undefined : 'links';
    if (block.type === 'list') {
      this.result.readAlso.push(
        ...block.items
          .filter((item) => countWords(item) >= 4)
          .slice(0, 20)
          .map((title) => ({ title })),
      );
      return 'links';
    }
    if (block.type === 'table') return linked > 0.95 ? 'links' : undefined;
    if (countWords(text) >= 4) this.result.readAlso.push(link(text, piece));
    return 'links';
  }

  private isInArticleBody(piece: Piece): boolean {
    if (!this.context.articleBody) return false;
    this.foldedBody ??= plainWords(this.context.articleBody);
    const folded = wordsOf(piece);
    return folded.length > 15 && this.foldedBody.includes(folded);
  }

  /** Links right below a label belong to it. */
  private takeLinks(into: PrintedLink[]): void {
    while (this.at + 1 < this.pieces.length) {
      const next = this.pieces[this.at + 1]!;
      if (hasText(next)) {
        if (density(next) < 0.6) return;
        const { block } = next;
        if (block.type === 'list')
          into.push(...block.items.slice(0, 40).map((title) => ({ title })));
        else into.push(link(blockText(block), next));
        this.result.removed.push({ piece: next, rule: 'links-below-label' });
      }
      this.at += 1;
    }
  }

  private takeTags(): void {
    while (this.at + 1 < this.pieces.length) {
      const next = this.pieces[this.at + 1]!;
      const text = blockText(next.block);
      const { block } = next;
      if (
        !hasText(next) ||
        !(density(next) > 0.6 || (block.type === 'list' && text.length / block.items.length < 30))
      )
        return;
      this.result.tags.push(...(block.type === 'list' ? block.items : [text]));
      this.result.removed.push({ piece: next, rule: 'tags' });
      this.at += 1;
    }
  }

  /** Is what follows so little prose that the article ends here? */
  private endsHere(share = 0.25): boolean {
    const all = this.proseFrom[0]!;
    return (
      this.proseFrom[this.at + 1]! <= all * share &&
      this.proseFrom[0]! - this.proseFrom[this.at]! > 0
    );
  }

  /** Is what follows the linked headline of another article? */
  private nextIsAnother(): boolean {
    const next = this.pieces.slice(this.at + 1).find(hasText);
    return next?.block.type === 'heading' && density(next) >= LINKED;
  }

  private nextIsProse(): boolean {
    const next = this.pieces.slice(this.at + 1, this.at + 6).find(hasText);
    return !!next && next.block.type !== 'heading' && density(next) < 0.5 && next.chars > 60;
  }

  private besideImage(): boolean {
    const near = [this.pieces[this.at - 1], this.pieces[this.at - 2], this.pieces[this.at + 1]];
    return this.textsSeen < 3 || near.some((piece) => piece && !hasText(piece));
  }
}

function proseOf(piece: Piece): number {
  return hasText(piece) && piece.chars >= 60 && density(piece) < 0.5 ? piece.chars : 0;
}

function link(title: string, { href }: Piece): PrintedLink {
  return { title: title.replace(/^[\s>»«›←•*-]+(?=\p{L})/u, ''), ...(href ? { url: href } : {}) };
}
