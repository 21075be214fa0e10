import type { SourceHint } from './source.js';

/** A line of a JSON Lines file, as published by `warraq export` and by corpora. All but `body` optional. */
export interface ArticleRecord {
  id?: string;
  title?: string;
  body: string;
  /** Any written form of a date; read by `arabic`. */
  date?: string;
  source?: string;
  url?: string;
}

interface Named {
  /** What messages call it: a path, `path:line`, or an address. */
  name: string;
  /** When it was fetched or read; ISO 8601, UTC. Relative dates («أمس») count from here. */
  fetchedAt: string;
}

/** One line of a JSON Lines file. */
export interface RecordDocument extends Named {
  form: 'record';
  record: ArticleRecord;
}

/** A page as bytes, still in the publisher's encoding. */
export interface HtmlDocument extends Named {
  form: 'html';
  bytes: Uint8Array;
  /** The HTTP Content-Type, where it came over HTTP. */
  contentType?: string;
  url?: string;
  source?: SourceHint;
  /** What the feed said of the page, where a feed led to it. */
  entry?: FeedEntry;
}

/** The text of a whole page, as scrapers leave it. */
export interface TextDocument extends Named {
  form: 'text';
  bytes: Uint8Array;
  url?: string;
  source?: SourceHint;
}

/** A feed's entry whose page could not be fetched: kept with what the feed gave. */
export interface EntryDocument extends Named {
  form: 'entry';
  entry: FeedEntry;
  source: SourceHint;
  /** Why the page itself is not here. */
  reason: string;
}

/** One entry of a feed, mended; times are ISO 8601, UTC. */
export interface FeedEntry {
  id: string;
  url?: string;
  title?: string;
  /** HTML as the feed gave it. */
  content?: string;
  summary?: string;
  author?: string;
  published?: string;
  updated?: string;
  tags?: string[];
  image?: string;
  /** Set on a channel's post, which has no page of its own. */
  post?: ChannelPost;
}

/** What a channel tells of a post beside its text. */
export interface ChannelPost {
  views?: number;
  edited?: boolean;
  forwardedFrom?: { name: string; url?: string };
  /** Address of the post that it answers. */
  replyTo?: string;
  /** Addresses of pictures. */
  images?: string[];
}

/** What collect hands to extract. */
export type RawDocument = RecordDocument | HtmlDocument | TextDocument | EntryDocument;

/** An input that could not be used: named, with the reason, so that a person can mend it. */
export interface Refusal {
  name: string;
  /** English, one sentence, says what is wrong and what to do where that is known. */
  reason: string;
}
