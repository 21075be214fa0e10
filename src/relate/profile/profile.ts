import type { EntityType } from '../../model/analysis.js';
import type { Forms } from './forms.js';
import type { DocumentTerms } from '../term-index/term-index.js';

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

/** The parts of a profile that are words for people: read by themselves, as few comparisons need them. */
export interface ProfileTexts {
  id: string;
  title: string;
  sourceName: string;
  names: ProfileName[];
  phrases: ProfilePhrase[];
  figures: KeyFigure[];
  /** Canonical names of the agencies that the article credits. */
  agencies: string[];
}

/** The parts that comparing needs: terms by number (`termNumber`), rising, in parallel arrays. */
export interface ProfileTerms {
  /** Document side weights; idf is not in them. They live in the term index, all else in the payload beside them. */
  terms: DocumentTerms;
  /** Stems of the title, function words left out, each once. */
  titleTerms: Uint32Array;
  /** Terms of title and lead, each with its prominence there, 1 to 3. */
  leadTerms: { numbers: Uint32Array; prominence: Uint8Array };
  /** For each of `terms`, how often it stands in the title and the opening words, 0 to 255. */
  headCounts: Uint8Array;
  /** Words of title and body as they are written, function words left out. */
  forms: Forms;
  /** Who and where the article is about: its names in title and lead, and their countries. */
  principals: Uint32Array;
  /** The names as terms, with the mentions of each. */
  nameTerms: { numbers: Uint32Array; title: Uint8Array; lead: Uint8Array; count: Uint8Array };
}

/** What relate keeps of an article: enough to compare it with any other without its text. */
export interface Profile extends ProfileTexts, ProfileTerms {
  seq: number;
  source: string;
  /** Publication time (else collection), ms since 1970, UTC. */
  time: number;
  /** Words of the body. */
  words: number;
  /** Bottom-k sketch of the body's word shingles, ascending. */
  sketch: Uint32Array;
}
