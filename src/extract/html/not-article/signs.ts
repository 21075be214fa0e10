import { fold } from '../../../arabic/letters/fold.js';
import { blockText } from '../../../model/text.js';
import type { Metadata } from '../metadata/metadata.js';
import { metaOf } from '../metadata/metadata.js';
import type { Piece } from '../pieces.js';
import { textOf, type HtmlElement } from '../tree.js';

/** What tells an article's page from another. */
export interface PageSigns {
  root: HtmlElement;
  metadata: Metadata;
  title: string | undefined;
  /** The container's pieces before cleaning, and those that stayed. */
  inside: readonly Piece[];
  kept: readonly Piece[];
  /** How many teasers of other articles were found on the page. */
  cards: number;
  /** Boxes that are no part of any article. */
  dropped: Iterable<HtmlElement>;
  url: string | undefined;
}

/** The same, worked out for the judges. */
export interface Evidence extends PageSigns {
  /** Characters of prose that stayed. */
  chars: number;
  /** Headline and title of the page, as written. */
  titles: string[];
  /** The first short lines of the container; of a page that says hardly anything, all that it says. */
  lines: string[];
  /** Says in its data when it was published: only articles do. */
  dated: boolean;
}

const LONGEST_LINE = 220;
const MOST_LINES = 12;
/** Characters up to which a page is read whole. */
const TINY = 800;

export function evidenceOf(signs: PageSigns): Evidence {
  const { root, metadata, title, inside, kept } = signs;
  const lines = inside
    .slice(0, 40)
    .map(({ block }) => blockText(block))
    .filter((text) => text && text.length <= LONGEST_LINE)
    .slice(0, MOST_LINES);
  if (root.chars <= TINY) lines.push(textOf(root).slice(0, TINY * 2));
  return {
    ...signs,
    chars: kept.filter(isProse).reduce((sum, piece) => sum + piece.chars, 0),
    titles: [title ?? '', metadata.htmlTitle].filter(Boolean),
    lines,
    dated: !!(
      metadata.linked?.published ??
      metaOf(metadata, 'article:published_time', 'og:published_time', 'datepublished')
    ),
  };
}

export const isProse = ({ block, chars, linkChars }: Piece): boolean =>
  block.type !== 'heading' && chars >= 60 && linkChars < chars * 0.5;

/** A pattern as folded Arabic text is matched by. */
export const folded = (source: string): RegExp => new RegExp(fold(source), 'iu');

const SEPARATOR = /\s+[-–—|:·»«]+\s+|\s*\|\s*/u;

/**
 * Do the words of a pattern make up most of a title, or of a part of it? A title that only mentions them is that
 * of an article about such things.
 */
export function isTitled(title: string, patterns: readonly RegExp[]): boolean {
  return [title, ...title.split(SEPARATOR)].some((part) => {
    const text = fold(part).trim();
    return patterns.some((pattern) => (pattern.exec(text)?.[0].length ?? 0) >= text.length * 0.5);
  });
}

export const says = (lines: readonly string[], patterns: readonly RegExp[]): boolean =>
  lines.some((line) => {
    const text = fold(line);
    return patterns.some((pattern) => pattern.test(text));
  });
