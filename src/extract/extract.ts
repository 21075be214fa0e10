import type { Article } from '../model/article.js';
import type { RawDocument } from '../model/document.js';
import type { Source } from '../model/source.js';

/** Why a page is not an article. */
export type NotAnArticle =
  | 'empty'
  | 'front-page'
  | 'list-page'
  | 'error-page'
  | 'bot-wall'
  | 'cookie-wall'
  | 'login-page'
  | 'no-text'
  | 'too-large'
  | 'unreadable';

/**
 * What a page held: its own article first, then those it prints whole ('read also' in full),
 * each with its source; or why it holds none.
 */
export type Extraction =
  { articles: Article[]; sources: Source[] } | { refused: string; why: NotAnArticle };

/** Reads a document down to its article. Throws nothing: what cannot be read is refused with the reason. */
export function extract(document: RawDocument): Extraction {
  return { refused: `${document.name}: not built yet`, why: 'unreadable' };
}
