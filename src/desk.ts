import type { Risen } from './desk/rising.js';
import type { EntityType } from './model/analysis.js';
import type { NextRead, Reason } from './model/relations.js';
import type { Snippet } from './model/search.js';
import type { SiteRules } from './model/site-rules.js';
import type { Source } from './model/source.js';
import type { ArticleSummary, ListOptions, Page, Store, StoredArticle } from './store/store.js';
import type { Relater } from './relate/relater.js';

/** Everything that an article's page shows: the parts of the seed page, done right. */
export interface ArticlePage {
  stored: StoredArticle;
  source: Source | undefined;
  /** Other outlets with the same text. */
  alsoIn: ArticleSummary[];
  /** Absent where nothing but its own copies tells the event. */
  story: { id: string; title: string; articles: number; outlets: number } | undefined;
  nextRead: { stored: StoredArticle; because: NextRead['because']; reason: Reason } | undefined;
  similar: Array<{ summary: ArticleSummary; score: number; reason: Reason }>;
}

/** One entry of a list: an article, with the outlets that printed the same text. */
export interface ListEntry {
  summary: ArticleSummary;
  alsoIn: ArticleSummary[];
}

export interface SearchEntry extends ListEntry {
  title: Snippet;
  snippet: Snippet;
}

export interface StoryPage {
  /** Another than asked for where that story was made one with this. */
  id: string;
  title: string;
  names: string[];
  terms: string[];
  outlets: number;
  first: string;
  last: string;
  /** By time, oldest first; copies folded. */
  entries: ListEntry[];
  /** Stories of the same affair: those that began before this one, the newest first … */
  earlier: StoryLine[];
  /** … and those that began after it, the oldest first. */
  later: StoryLine[];
}

/** Another story of an affair, as one line; its time is that of its newest article. */
export interface StoryLine {
  id: string;
  title: string;
  last: string;
}

/** A sentence of a story's brief with the report that it is taken from. */
export interface StoryBriefLine {
  text: string;
  start: number;
  summary: ArticleSummary;
}

/** What rises in the newest news, best first. */
export interface Rising {
  /** The span that is looked at; it ends with the newest article. Absent where there is none. */
  span?: { since: string; until: string };
  items: RisingItem[];
}

export interface RisingItem extends Risen {
  /** The newest article of the span that carries it. */
  newest?: ArticleSummary;
}

/** A subject's page: its articles, newest first, and how many a day. */
interface SubjectPage {
  key: string;
  articles: number;
  /** Stories of several articles that it stands in, the newest first. */
  stories: Array<{ id: string; title: string; articles: number; last: string }>;
  perDay: Array<{ day: string; articles: number }>;
  page: Page<ListEntry>;
}

export interface KeyphrasePage extends SubjectPage {
  text: string;
}

export interface EntityPage extends SubjectPage {
  name: string;
  type: EntityType;
  /** ISO 3166-1 code of the country that a place lies in, where known. */
  country?: string;
  /** Degrees north and east of a place, where known. */
  at?: [number, number];
  /** Names that appear with it, by association rather than by mere count. */
  related: RelatedName[];
}

export interface RelatedName {
  key: string;
  name: string;
  type: EntityType;
  /** Newest articles that carry both. */
  together: number;
}

export interface SourcePage {
  source: Source;
  page: Page<ListEntry>;
}

/** The open news desk: what commands and pages ask. */
export interface Desk {
  readonly store: Store;
  readonly relater: Relater;
  /** The user's rules for reading sites, from the store's directory. */
  readonly siteRules: SiteRules;
  latest(options?: ListOptions): Promise<Page<ListEntry>>;
  topStories(limit: number): Promise<StoryPage[]>;
  articlePage(
    id: string,
    options?: { sort?: 'similarity' | 'date' },
  ): Promise<ArticlePage | undefined>;
  storyPage(id: string): Promise<StoryPage | undefined>;
  /** Two or three sentences of its reports that together tell a story, by time. */
  storyBrief(id: string): Promise<StoryBriefLine[]>;
  /** Keyphrases and names of the last 24 hours of news that were rarer in the days before. */
  rising(limit: number): Promise<Rising>;
  keyphrasePage(key: string, options?: ListOptions): Promise<KeyphrasePage | undefined>;
  entityPage(key: string, options?: ListOptions): Promise<EntityPage | undefined>;
  sourcePage(id: string, options?: ListOptions): Promise<SourcePage | undefined>;
  search(
    text: string,
    options?: { sort?: 'relevance' | 'date'; from?: string; limit?: number },
  ): Promise<{ total: number; entries: SearchEntry[]; next?: string }>;
  /** Takes away every article of the sample newsroom; returns how many. */
  removeSample(): Promise<number>;
  /** Takes away every article of a source; returns how many. */
  removeArticlesOf(source: string): Promise<number>;
  /** Joins stories that have grown together; for quiet times, since it may take a while. */
  tidy(): Promise<void>;
  close(): Promise<void>;
}
