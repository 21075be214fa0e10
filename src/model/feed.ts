import type { IsoTime } from './article.js';
import type { SourceHint } from './source.js';

/** Something that is visited again and again for news. */
export interface Subscription {
  /** Never changes; the key of its FeedState. */
  id: string;
  address: string;
  /** `site`: whatever the first visit finds there. */
  kind: 'feed' | 'listing' | 'sitemap' | 'telegram' | 'site';
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
  /** Entries a day, smoothed; not set while nothing tells. */
  perDay?: number;
  /** A WebSub hub that it names, and the feed's address there. */
  hub?: string;
  self?: string;
  /** Id of the source that its articles are kept under. */
  source?: string;
  /** Minutes by which its times run ahead of the true ones, where it names the wrong zone. */
  ahead?: number;
  /** What a visit found in the place of an address that led to no feed. */
  found?: { address: string; kind: Subscription['kind'] };
  /** On a listing page: path shape → how often it led to an article, or did not. */
  shapes?: Record<string, { articles: number; others: number }>;
}

/** A subscription with what is remembered of it; nothing before its first visit. */
export interface Followed {
  subscription: Subscription;
  state?: FeedState;
}

/** What a hub was asked to do for a subscription (WebSub). */
export interface Push {
  hub: string;
  /** The feed's address as the hub knows it. */
  topic: string;
  /** Stands in the address that the hub calls, so that nobody else can guess it. */
  token: string;
  /** Key of the signatures under what the hub sends. */
  secret: string;
  asked: IsoTime;
  /** Until when the hub will call; not set before it has confirmed. */
  until?: IsoTime;
}

/**
 * The user's subscriptions, what is remembered of each, and when each is due. A write has survived
 * a crash once its promise resolves. Other processes may add, pause and remove meanwhile.
 */
export interface Subscriptions {
  /** All in the order in which they were added, their states without `seen`. */
  list(): Promise<Followed[]>;
  get(id: string): Promise<Followed | undefined>;
  /**
   * Adds those whose id is new, due at once, and puts in the others' place; returns how many were
   * new. What is remembered of a subscription stays.
   */
  put(subscriptions: readonly Subscription[]): Promise<number>;
  remove(id: string): Promise<void>;
  /** Those to be visited by `now` (ms since 1970), longest waiting first; none paused or retired. */
  due(now: number): Promise<Array<{ id: string; host: string }>>;
  /** Makes it due at once, whatever its schedule; returns whether there is such a one. */
  retry(id: string): Promise<boolean>;
  /** Keeps what a visit left. Nothing happens where the subscription was removed meanwhile. */
  saveState(id: string, state: FeedState): Promise<void>;
  push(id: string): Promise<Push | undefined>;
  savePush(id: string, push: Push | null): Promise<void>;
}
