/** A moment or a day: ISO 8601, `2018-04-09T10:00:00Z` (UTC) or `2018-04-09` where only the day is known. */
export type IsoTime = string;

/** A piece of an article, in reading order. Text is repaired for showing, plain (no markup). */
export type Block =
  | { type: 'heading'; level: 2 | 3 | 4; text: string }
  | { type: 'paragraph'; text: string }
  | { type: 'quote'; text: string; by?: string }
  | { type: 'list'; ordered: boolean; items: string[] }
  | { type: 'table'; rows: string[][]; caption?: string }
  | { type: 'image'; url: string; alt?: string; caption?: string; credit?: string }
  | { type: 'embed'; kind: 'video' | 'audio' | 'post' | 'other'; url?: string; title?: string }
  | { type: 'entry'; time?: IsoTime; title?: string; text: string };

/** Who the article itself says it has its news from. */
export interface Credit {
  /** As written («أ ف ب», «وكالات», «وزارة الدفاع الروسية»). */
  text: string;
  kind: 'agency' | 'publisher' | 'official' | 'person';
  /** One name for all spellings («فرانس برس»). */
  name: string;
}

/** A link to another article that a page prints: 'read also', 'similar articles'. */
export interface PrintedLink {
  title: string;
  url?: string;
}

export type ArticleKind = 'report' | 'opinion' | 'live' | 'gallery' | 'video' | 'brief' | 'teaser';

/** An article as an editor would cut it out of its page. */
export interface Article {
  /** Given by the input, else a hash of the canonical URL, else of source and text. */
  id: string;
  title: string;
  /** The document had no title; this one is cut from its first sentence. */
  titleDerived?: boolean;
  blocks: Block[];
  /** Id of its Source. */
  source: string;
  sourceName: string;
  url?: string;
  published?: IsoTime;
  /** Offset from UTC that the publisher wrote that time with, as «+03:00»: its day may be another. */
  publishedOffset?: string;
  modified?: IsoTime;
  /** When we first had it; ISO 8601, UTC. */
  collected: IsoTime;
  byline?: string;
  credits: Credit[];
  section?: string;
  /** The publisher's own keywords, as printed, repaired; never mixed with ours. */
  tags: string[];
  language: string;
  kind: ArticleKind;
  image?: string;
  /** Only a beginning of the text is here (paywall, feed summary). */
  partial?: boolean;
  /** Its page could not be read: this is what the feed gave of it. */
  fromFeed?: boolean;
  /** Links that the page printed as 'read also' and as 'similar articles'. */
  readAlso: PrintedLink[];
  similar: PrintedLink[];
  /** Belongs to the sample newsroom. */
  sample?: boolean;
}

/** A range of UTF-16 code units, end exclusive. */
export interface Span {
  start: number;
  end: number;
}
