import type { PrintedLink } from '../../../model/article.js';
import type { Piece } from '../pieces.js';
import type { HtmlElement } from '../tree.js';

/** What cleaning decides by, beside the pieces. */
export interface CleanContext {
  title: string | undefined;
  byline: string | undefined;
  /** JSON-LD `articleBody`, '' where there is none. */
  articleBody: string;
  /** Folded lines that recur across pages of this host. */
  learned: ReadonlySet<string>;
  /** Folded lines that the user's rule for the site leaves out. */
  ruledOut: ReadonlySet<string>;
  /** The site's host. */
  host: string | undefined;
  /** The element that shows the headline. */
  headline: HtmlElement | undefined;
}

export interface Cleaned {
  kept: Piece[];
  /** What was taken out, with the rule that did. */
  removed: Array<{ piece: Piece; rule: string }>;
  readAlso: PrintedLink[];
  similar: PrintedLink[];
  tags: string[];
  creditLines: string[];
}
