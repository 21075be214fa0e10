import type { IsoTime, Span } from './article.js';

/** One thing searched for, already analysed: `words` folded as written, `stems` beside them. */
export interface SearchPhrase {
  field: 'any' | 'title' | 'source' | 'keyword';
  /** More than one word: they must stand next to each other. */
  words: string[];
  stems: string[];
  /** In quotes. */
  exact: boolean;
}

/** All of `all`, where each is one phrase or several of which one is enough; none of `none`. */
export interface SearchQuery {
  all: SearchPhrase[][];
  none: SearchPhrase[];
  after?: IsoTime;
  before?: IsoTime;
  /** What the reader typed. */
  text: string;
}

export interface SearchHit {
  id: string;
  score: number;
}

export interface SearchPage {
  hits: SearchHit[];
  total: number;
}

/** A stretch of a text with what is to be highlighted in it. */
export interface Snippet {
  text: string;
  hits: Span[];
}
