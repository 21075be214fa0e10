import { overlap, type Overlap } from '../copies/sketch.js';
import type { Profile, ProfileName } from '../profile/profile.js';
import { cosine, coverage, type Lexicon, type TermVector } from './lexicon.js';

/** A profile with what comparing it needs worked out once. */
export interface Prepared {
  profile: Profile;
  terms: TermVector;
  lead: TermVector;
  title: TermVector;
  names: TermVector;
}

/** What two articles have in common, 0 to 1 but for `days`. Seen from `from`; only `titleThere` and `titleHere` swap. */
export interface Comparison {
  /** Cosine of all weighted terms. */
  terms: number;
  /** Cosine of the terms of title and lead. */
  lead: number;
  /** Share of the first one's title that the other holds anywhere, and the other way round. */
  titleThere: number;
  titleHere: number;
  /** Cosine of the names of people, places and organisations. */
  names: number;
  /** Between their publication. */
  days: number;
  /** Of their texts as written. */
  text: Overlap;
}

const DAY = 86_400_000;

export function prepare(profile: Profile, lexicon: Lexicon): Prepared {
  return {
    profile,
    terms: lexicon.vector(profile.terms),
    lead: lexicon.vector(profile.leadTerms),
    title: lexicon.vector(profile.titleTerms.map((term) => ({ term, weight: 1 }))),
    names: lexicon.vector(
      profile.names.map((name) => ({ term: nameTerm(name.key), weight: prominence(name) })),
    ),
  };
}

/** The index term of a name: its words joined, as `Term.term` has them. */
export function nameTerm(key: string): string {
  return key.replaceAll(' ', '_');
}

function prominence(name: ProfileName): number {
  return Math.sqrt(name.count + 2 * name.title + name.lead);
}

/** What `from` and `other` have in common. */
export function compare(from: Prepared, other: Prepared): Comparison {
  return {
    terms: cosine(from.terms, other.terms),
    lead: cosine(from.lead, other.lead),
    titleThere: coverage(from.title, other.terms),
    titleHere: coverage(other.title, from.terms),
    names: cosine(from.names, other.names),
    days: Math.abs(from.profile.time - other.profile.time) / DAY,
    text: overlap(from.profile.sketch, other.profile.sketch),
  };
}
