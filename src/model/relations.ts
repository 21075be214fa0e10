import type { IsoTime } from './article.js';

/** Articles with the same text. The original is the earliest, or the agency's where one is credited. */
export interface CopyGroup {
  id: string;
  original: string;
  /** Ids of the others, by time. */
  copies: string[];
}

/** One event with its developments. */
export interface Story {
  id: string;
  /** A real headline from it. */
  title: string;
  /** Ids of its articles, by time. */
  articles: string[];
  sources: string[];
  first: IsoTime;
  last: IsoTime;
  names: string[];
  terms: string[];
  /** Stories of the same affair, newest first. */
  related: string[];
}

/** Why an article is listed, as a reader understands it. */
export interface Reason {
  /** Shared names and keyphrases in their written form, strongest first. */
  about: string[];
  /** One Arabic line: «عن: قوات حفظ السلام الروسية، ناغورني كاراباخ». */
  text: string;
}

/** A thing that two articles share or that sets them apart, and what it takes away from a score of 1. */
export interface ScorePart {
  /** 0 to 1; of `days` the days between. */
  value: number;
  /** 0 to 1. */
  factor: number;
}

export interface SimilarArticle {
  id: string;
  /** 0 to 1. */
  score: number;
  reason: Reason;
  /** What the score is the product of, by name, for `--explain`. */
  parts?: Record<string, ScorePart>;
}

export interface NextRead {
  id: string;
  because: 'development' | 'background';
  reason: Reason;
}

/** What arriving made of an article among all others. */
export interface Relations {
  /** Set where the article is in a copy group. */
  copies?: { group: string; original: string; how: 'exact' | 'edited' | 'abridged' | 'update' };
  story: string;
}

/** A change to what is already kept, decided when a later article arrived. */
export type RelationChange =
  | { change: 'story'; article: string; story: string }
  | { change: 'copies'; article: string; copies: Relations['copies'] | null }
  | { change: 'link-stories'; story: string; related: string[] };
