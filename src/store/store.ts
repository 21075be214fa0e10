import type { Article, IsoTime } from '../model/article.js';
import type { StoredAnalysis, Entity, Keyphrase, Topic, BriefSentence } from '../model/analysis.js';
import type { Subscriptions } from '../model/feed.js';
import type { RelationChange, Relations } from '../model/relations.js';
import type { SearchPage, SearchQuery } from '../model/search.js';
import type { Source } from '../model/source.js';
import type { EncodedArticle } from './codec.js';

/** An article with everything that was found out about it, ready to be kept. */
export interface Entry {
  article: Article;
  analysis: StoredAnalysis;
  relations: Relations;
  /** Of article and analysis, where it was made already. */
  encoded?: EncodedArticle;
}

/** An article as kept. */
export interface StoredArticle {
  /** Grows by one with each new article and never changes: the document number of the term index. */
  seq: number;
  article: Article;
  keyphrases: Keyphrase[];
  entities: Entity[];
  brief: BriefSentence[];
  topic?: Topic;
  relations: Relations;
}

/** What a list shows of an article, without its blocks. */
export interface ArticleSummary {
  seq: number;
  id: string;
  title: string;
  source: string;
  sourceName: string;
  url?: string;
  published?: IsoTime;
  collected: IsoTime;
  /** The standfirst or the first words. */
  lead: string;
  image?: string;
  story: string;
  /** Set where it is in a copy group; lists show the original with the others as 'also in'. */
  copyGroup?: string;
  topic?: Topic;
  sample?: boolean;
}

/** A page of a list: pass `next` back to go on. */
export interface Page<T> {
  items: T[];
  next?: string;
}

export interface ListOptions {
  limit?: number;
  /** `next` of the page before. */
  from?: string;
  source?: string;
  topic?: Topic;
  after?: IsoTime;
  before?: IsoTime;
  /** One entry for each copy group. */
  foldCopies?: boolean;
}

export interface SaveOptions {
  /** The analyses are new although the articles are the same (`warraq reindex`): they replace what is kept. */
  reanalysed?: boolean;
}

export type SaveOutcome = 'stored' | 'updated' | 'unchanged';

/** A span of time, and the longer one before it that it is compared with. */
export interface LabelSpan {
  /** The beginning of the earlier span; it ends at `since`. */
  before: IsoTime;
  since: IsoTime;
  until: IsoTime;
  /** Labels of fewer articles are left out. */
  least: number;
}

export interface LabelTrends {
  /** Articles in the span and in the one before it. */
  articles: number;
  earlier: number;
  labels: LabelTrend[];
}

export interface LabelTrend {
  kind: 'keyphrase' | 'entity';
  key: string;
  text: string;
  type?: Entity['type'];
  outlets: number;
  /** One number for each article or copy group of the span; the same for every label. */
  groups: number[];
  /** Articles in the earlier span. */
  earlier: number;
}

/** A fault that `check` found, with what mends it. */
export interface Fault {
  what: string;
  mend: string;
}

/**
 * Keeps and finds. Asynchronous throughout so that a store over the network fits behind it.
 * Every write has survived a crash once its promise resolves.
 */
export interface Store {
  /** What is kept under these ids: seq and a hash of the content, to tell new, changed and unchanged apart. */
  known(ids: string[]): Promise<Map<string, { seq: number; hash: string }>>;
  /** The number that the next new article will get. */
  nextSeq(): Promise<number>;
  /**
   * Keeps all of `entries` and `changes` or, where it throws, none. Entries get their seq in order.
   * An article already kept with other content keeps its earlier version; with the same content nothing changes.
   */
  save(entries: Entry[], changes?: RelationChange[], options?: SaveOptions): Promise<SaveOutcome[]>;
  /** Removes articles of a source, or all of the sample newsroom; returns how many. */
  remove(which: { source: string } | { sample: true } | { ids: string[] }): Promise<number>;

  article(id: string): Promise<StoredArticle | undefined>;
  articles(ids: string[]): Promise<StoredArticle[]>;
  bySeq(seqs: number[]): Promise<ArticleSummary[]>;
  summaries(ids: string[]): Promise<ArticleSummary[]>;
  byUrl(url: string): Promise<string | undefined>;
  versions(id: string): Promise<Array<{ at: IsoTime; article: Article }>>;
  /** Every article with seq >= `fromSeq`, by seq. */
  scan(fromSeq?: number): AsyncIterable<StoredArticle>;

  latest(options?: ListOptions): Promise<Page<ArticleSummary>>;
  search(
    query: SearchQuery,
    options?: ListOptions & { sort?: 'relevance' | 'date' },
  ): Promise<SearchPage>;
  byKeyphrase(key: string, options?: ListOptions): Promise<Page<ArticleSummary>>;
  byEntity(key: string, options?: ListOptions): Promise<Page<ArticleSummary>>;
  copyGroup(group: string): Promise<ArticleSummary[]>;
  story(id: string): Promise<ArticleSummary[]>;
  relatedStories(id: string): Promise<string[]>;
  /** Stories with most outlets and freshest articles first. */
  stories(
    options?: ListOptions,
  ): Promise<
    Page<{ id: string; articles: number; outlets: number; first: IsoTime; last: IsoTime }>
  >;
  keyphrase(key: string): Promise<{ key: string; text: string; articles: number } | undefined>;
  entity(
    key: string,
  ): Promise<{ key: string; name: string; type: Entity['type']; articles: number } | undefined>;
  /** Articles a day that carry a keyphrase or an entity. */
  perDay(
    what: { keyphrase: string } | { entity: string },
  ): Promise<Array<{ day: string; articles: number }>>;

  /** What is collected. */
  readonly subscriptions: Subscriptions;
  /** Keyphrases and names of the articles from `since` to before `until`, copies counted once. */
  labelTrends(span: LabelSpan): Promise<LabelTrends>;
  /**
   * The names that stand in at least `least` of the `newest` articles that carry a name, copies counted once, each
   * with the number of all articles that carry it; and the number of all articles.
   */
  namesWith(
    key: string,
    options: { newest: number; least: number },
  ): Promise<{
    all: number;
    names: Array<{
      key: string;
      name: string;
      type: Entity['type'];
      articles: number;
      together: number;
    }>;
  }>;
  /** Stories of several articles that carry a keyphrase or an entity, the newest first. */
  storiesWith(
    what: { keyphrase: string } | { entity: string },
    limit: number,
  ): Promise<Array<{ id: string; articles: number; last: IsoTime }>>;

  saveSource(source: Source): Promise<void>;
  source(id: string): Promise<Source | undefined>;
  sources(): Promise<Array<Source & { articles: number; latest?: IsoTime }>>;
  setting(key: string): Promise<string | undefined>;
  setSetting(key: string, value: string | null): Promise<void>;
  /** Every setting whose key begins with `prefix`, by the rest of its key. */
  settingsUnder(prefix: string): Promise<Map<string, string>>;
  /** All of them in one transaction; null takes a setting away. */
  setSettings(values: ReadonlyMap<string, string | null>): Promise<void>;

  stats(): Promise<{ articles: number; sources: number; bytes: number; schema: number }>;
  check(): Promise<Fault[]>;
  /** Copies the live store into `directory`, which must not exist or be empty. */
  backup(directory: string, progress?: (done: number, total: number) => void): Promise<void>;
  close(): Promise<void>;
}
