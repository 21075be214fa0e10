import type { Analysis, DocumentFrequencies } from '../model/analysis.js';
import type { Article } from '../model/article.js';
import type { Draft } from './profile/build.js';
import type {
  NextRead,
  RelationChange,
  Relations,
  SimilarArticle,
  Story,
} from '../model/relations.js';

/** An article on its way into the store, with its analysis. */
export interface AnalysedArrival {
  seq: number;
  article: Article;
  analysis: Analysis;
}

/** The same, or as relate's own draft of both, made where there was time. */
export type Arrival = AnalysedArrival | { seq: number; draft: Draft };

export interface SimilarOptions {
  /** Default 10. */
  top?: number;
  sort?: 'similarity' | 'date';
  /** Ids already on the page. */
  leaveOut?: string[];
  explain?: boolean;
}

/** What relate needs of the store to start, to catch up, and to verify copies on the text. */
export interface Kept {
  /** Arrivals with seq >= `fromSeq` as kept, with what was decided of them then. */
  scan(fromSeq: number): AsyncIterable<AnalysedArrival & { relations: Relations }>;
  seqOf(ids: string[]): Promise<Map<string, number>>;
  idOf(seqs: number[]): Promise<Map<number, string>>;
}

/** Answers, for each article: copies, similar, story, next read. */
export interface Relater {
  /** Live document frequencies, for keyphrases. */
  readonly frequencies: DocumentFrequencies;
  /** Relates one new article to all others and adds it; the changes concern earlier articles. */
  add(arrival: Arrival): Promise<{ relations: Relations; changes: RelationChange[] }>;
  /** An article whose text changed. */
  replace(arrival: Arrival): Promise<{ relations: Relations; changes: RelationChange[] }>;
  remove(seqs: number[]): Promise<RelationChange[]>;
  /** Makes durable what was added; call after the store has saved. */
  flush(): Promise<void>;
  /**
   * Groups anew the stories of what came since the last call, and those beside them: some become one,
   * some become two. Call now and then, at the latest after some thousand articles; save the changes,
   * then flush.
   */
  tidy(): Promise<RelationChange[]>;
  /** Articles that came or changed since `tidy`. */
  readonly untidied: number;
  similar(id: string, options?: SimilarOptions): Promise<SimilarArticle[]>;
  nextRead(id: string): Promise<NextRead | undefined>;
  /** A story that was made one with another leads to that one: its `id` is then another than asked for. */
  story(id: string): Promise<Story | undefined>;
  /** The title of the same story, at a small part of the cost of `story`. */
  headline(id: string): Promise<string | undefined>;
  /** Which rule put the article into its story and copy group, for a person to argue with. */
  explain(id: string): Promise<Record<string, unknown>>;
  close(): Promise<void>;
}
