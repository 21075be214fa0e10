import { overlap, type Overlap } from '../copies/sketch.js';
import type { Profile } from '../profile/profile.js';
import { WEIGHT_OF_LEVEL } from '../term-index/weights.js';
import { cosine, coverage, type Lexicon, type TermVector } from './lexicon.js';

/** A profile with what comparing it needs worked out once. */
export interface Prepared {
  profile: Profile;
  terms: TermVector;
  lead: TermVector;
  title: TermVector;
  names: TermVector;
}

/** What tells whether two articles report one event, 0 to 1 but for `days`. */
export interface EventComparison {
  /** Cosine of all weighted terms. */
  terms: number;
  /** Cosine of the terms of title and lead. */
  lead: number;
  /** Share of the first one's title that the other holds anywhere, and the other way round. */
  titleThere: number;
  titleHere: number;
  /** Between their publication. */
  days: number;
}

/** What two articles have in common. Seen from the first; only what says so swaps with the direction. */
export interface Comparison extends EventComparison {
  /** Cosine of the names of people, places and organisations. */
  names: number;
  /** Of their texts as written. */
  text: Overlap;
}

/** Titles and leads are short: their rare words tell the event. */
const SHARP = 1.25;
const DAY = 86_400_000;

export function prepare(profile: Profile, lexicon: Lexicon): Prepared {
  const { terms, leadTerms, titleTerms, nameTerms } = profile;
  return {
    profile,
    terms: lexicon.vector(
      terms.numbers,
      Float32Array.from(terms.levels, (level) => WEIGHT_OF_LEVEL[level]!),
    ),
    lead: lexicon.vector(leadTerms.numbers, Float32Array.from(leadTerms.prominence), SHARP),
    title: lexicon.vector(titleTerms, new Float32Array(titleTerms.length).fill(1), SHARP),
    names: lexicon.vector(nameTerms.numbers, prominences(nameTerms)),
  };
}

function prominences({ title, lead, count }: Profile['nameTerms']): Float32Array {
  return Float32Array.from(count, (n, i) => Math.sqrt(n + 2 * title[i]! + lead[i]!));
}

export function eventComparison(from: Prepared, other: Prepared): EventComparison {
  return {
    terms: cosine(from.terms, other.terms),
    lead: cosine(from.lead, other.lead),
    titleThere: coverage(from.title, other.terms),
    titleHere: coverage(other.title, from.terms),
    days: Math.abs(from.profile.time - other.profile.time) / DAY,
  };
}

export function compare(from: Prepared, other: Prepared): Comparison {
  return {
    ...eventComparison(from, other),
    names: cosine(from.names, other.names),
    text: overlap(from.profile.sketch, other.profile.sketch),
  };
}
