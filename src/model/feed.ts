import type { IsoTime } from './article.js';
import type { SourceHint } from './source.js';

/** Something that is visited again and again for news. */
export interface Subscription {
  /** Never changes; the key of its FeedState. */
  id: string;
  address: string;
  kind: 'feed' | 'listing' | 'sitemap' | 'telegram';
  source: SourceHint;
  /** Folders from the outermost in, as in OPML; none at the top. */
  folders?: string[];
  paused?: boolean;
}

/** Why a visit failed, for a person, in both languages. */
export interface VisitFailure {
  at: IsoTime;
  /** For programs: `timeout`, `http-404`, `robots`, `not-a-feed` … */
  code: string;
  arabic: string;
  english: string;
}

/** What is remembered of a subscription between visits; plain JSON, a few kB. */
export interface FeedState {
  etag?: string;
  lastModified?: string;
  /** Key of an entry → hash of what the feed said of it; the newest last. */
  seen: Record<string, string>;
  /** Last visit of any outcome. */
  visited?: IsoTime;
  lastSuccess?: IsoTime;
  /** Last time that something new was there. */
  lastChange?: IsoTime;
  nextVisit?: IsoTime;
  /** In a row. */
  failures: number;
  /** 404 and 410 in a row. */
  gone: number;
  lastFailure?: VisitFailure;
  /** No further visits: gone for good. */
  retired?: boolean;
  /** Where a permanent redirect led; asked from then on. */
  movedTo?: string;
  /** Entries a day, smoothed. */
  perDay?: number;
  /** A WebSub hub that it names. */
  hub?: string;
  /** On a listing page: path shape → how often it led to an article, or did not. */
  shapes?: Record<string, { articles: number; others: number }>;
}

/** Keeps feed states by subscription id. A put has survived a crash once its promise resolves. */
export interface FeedStates {
  get(id: string): Promise<FeedState | undefined>;
  put(id: string, state: FeedState): Promise<void>;
  remove(id: string): Promise<void>;
}
