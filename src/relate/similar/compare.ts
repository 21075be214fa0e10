import type { Overlap } from '../copies/sketch.js';
import { overlap } from '../copies/sketch.js';
import type { Profile } from '../profile/profile.js';
import { cosine, type Lexicon, type TermVector } from './lexicon.js';

/** A profile with what comparing it needs worked out once. */
export interface Prepared {
  profile: Profile;
  terms: TermVector;
  title: TermVector;
  names: TermVector;
}

/** What two articles have in common, each 0 to 1 but for `days`; symmetric. */
export interface Comparison {
  terms: number;
  title: number;
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
    title: lexicon.titleVector(profile),
    names: lexicon.vector(
      profile.terms.length
        ? profile.names.map((name) => ({
            term: name.key,
            weight: Math.min(1, 0.3 * name.title + 0.3 * name.lead + 0.1 * name.count),
          }))
        : [],
    ),
  };
}

export function compare(a: Prepared, b: Prepared): Comparison {
  return {
    terms: cosine(a.terms, b.terms),
    title: cosine(a.title, b.title),
    names: cosine(a.names, b.names),
    days: Math.abs(a.profile.time - b.profile.time) / DAY,
    text: overlap(a.profile.sketch, b.profile.sketch),
  };
}
