import type { WeightedTerm } from '../term-index/term-index.js';
import type { EntityType } from '../../model/analysis.js';

/** A name in an article with how much of the article is about it. */
export interface ProfileName {
  key: string;
  /** As written. */
  text: string;
  type: EntityType;
  /** Mentions in the title, in the lead, in all. */
  title: number;
  lead: number;
  count: number;
  country?: string;
}

export interface ProfilePhrase {
  key: string;
  text: string;
  /** 0 to 1. */
  score: number;
}

/** A number that the title or the lead states, with the stem of what is counted where that is known. */
export interface KeyFigure {
  value: number;
  of?: string;
}

/**
 * What relate keeps of an article: enough to compare it with any other without its text.
 * `terms` live in the term index, all else in the payload beside them.
 */
export interface Profile {
  seq: number;
  id: string;
  title: string;
  source: string;
  sourceName: string;
  /** Publication time (else collection), ms since 1970, UTC. */
  time: number;
  /** Document side weights, 0 to 1; idf is not in them. */
  terms: WeightedTerm[];
  /** Stems of the title, function words left out, each once, in order. */
  titleTerms: string[];
  /** Terms of title and lead, each with its prominence there, 1 to 3. */
  leadTerms: WeightedTerm[];
  names: ProfileName[];
  phrases: ProfilePhrase[];
  figures: KeyFigure[];
  /** Canonical names of the agencies that the article credits. */
  agencies: string[];
  /** Words of the body. */
  words: number;
  /** Bottom-k sketch of the body's word shingles, ascending. */
  sketch: Uint32Array;
}
