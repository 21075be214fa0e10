import { DAY } from '../day.js';
import { overlap, type Overlap } from '../copies/sketch.js';
import type { Profile } from '../profile/profile.js';
import { WEIGHT_OF_LEVEL } from '../term-index/weights.js';
import { cosine, coverage, type Lexicon, type TermVector } from './lexicon.js';
import { strongestTerms, type StrongTerm } from './strongest.js';

/** A profile with what comparing it needs, each worked out once, when it is first asked for. */
export interface Prepared {
  readonly profile: Profile;
  readonly terms: TermVector;
  readonly lead: TermVector;
  readonly title: TermVector;
  readonly names: TermVector;
  /** The few terms that weigh most, the heaviest first. */
  readonly strongest: StrongTerm[];
}

/** What tells whether two articles report one event, 0 to 1 but for `days`. */
export interface EventComparison {
  /** Cosine of all weighted terms. */
  readonly terms: number;
  /** Cosine of the terms of title and lead. */
  readonly lead: number;
  /** Share of the first one's title that the other holds anywhere, and the other way round. */
  readonly titleThere: number;
  readonly titleHere: number;
  /** Between their publication. */
  readonly days: number;
}

/** What two articles have in common. Seen from the first; only what says so swaps with the direction. */
export interface Comparison extends EventComparison {
  /** Cosine of the names of people, places and organisations. */
  readonly names: number;
  /** Cosine of the titles. */
  readonly titles: number;
  /** Of their texts as written. */
  readonly text: Overlap;
}

/** Titles and leads are short: their rare words tell the event. */
const SHARP = 1.25;

/** Weights of many articles share memory of this length: an array of its own for each costs more than filling it. */
const SLAB = 8192;
let slab = new Float32Array(0);
let slabUsed = 0;

/** Room for so many weights, to be filled. */
function weightsOf(length: number): Float32Array {
  if (slabUsed + length > slab.length) {
    slab = new Float32Array(Math.max(SLAB, length));
    slabUsed = 0;
  }
  slabUsed += length;
  return slab.subarray(slabUsed - length, slabUsed);
}

/** Works out nothing yet. */
export function prepare(profile: Profile, lexicon: Lexicon): Prepared {
  return new PreparedProfile(profile, lexicon);
}

class PreparedProfile implements Prepared {
  private ownTerms: TermVector | undefined;
  private ownLead: TermVector | undefined;
  private ownTitle: TermVector | undefined;
  private ownNames: TermVector | undefined;
  private ownStrongest: StrongTerm[] | undefined;

  constructor(
    readonly profile: Profile,
    private readonly lexicon: Lexicon,
  ) {}

  get terms(): TermVector {
    return (this.ownTerms ??= this.weighted(this.profile.terms));
  }

  private weighted({ numbers, levels }: Profile['terms']): TermVector {
    const weights = weightsOf(levels.length);
    for (let i = 0; i < levels.length; i += 1) weights[i] = WEIGHT_OF_LEVEL[levels[i]!]!;
    return this.lexicon.vector(numbers, weights);
  }

  get lead(): TermVector {
    const { numbers, prominence } = this.profile.leadTerms;
    return (this.ownLead ??= this.lexicon.vector(numbers, new Float32Array(prominence), SHARP));
  }

  get title(): TermVector {
    const { titleTerms } = this.profile;
    const once = () => new Float32Array(titleTerms.length).fill(1);
    return (this.ownTitle ??= this.lexicon.vector(titleTerms, once(), SHARP));
  }

  get names(): TermVector {
    const { nameTerms } = this.profile;
    return (this.ownNames ??= this.lexicon.vector(nameTerms.numbers, prominences(nameTerms)));
  }

  get strongest(): StrongTerm[] {
    return (this.ownStrongest ??= strongestTerms(this.profile, this.lexicon));
  }
}

function prominences({ title, lead, count }: Profile['nameTerms']): Float32Array {
  const weights = weightsOf(count.length);
  for (let i = 0; i < count.length; i += 1)
    weights[i] = Math.sqrt(count[i]! + 2 * title[i]! + lead[i]!);
  return weights;
}

/** Works out nothing yet: each part is, once, when it is first asked for. */
export function compare(from: Prepared, other: Prepared): Comparison {
  return new ComparedPair(from, other);
}

/** Most candidates are settled by a part or two: each is worked out when it is first asked for. */
class ComparedPair implements Comparison {
  private ownTerms = -1;
  private ownLead = -1;
  private ownNames = -1;
  private ownText: Overlap | undefined;

  constructor(
    private readonly from: Prepared,
    private readonly other: Prepared,
  ) {}

  get terms(): number {
    if (this.ownTerms < 0) this.ownTerms = cosine(this.from.terms, this.other.terms);
    return this.ownTerms;
  }

  get lead(): number {
    if (this.ownLead < 0) this.ownLead = cosine(this.from.lead, this.other.lead);
    return this.ownLead;
  }

  get names(): number {
    if (this.ownNames < 0) this.ownNames = cosine(this.from.names, this.other.names);
    return this.ownNames;
  }

  get titles(): number {
    return cosine(this.from.title, this.other.title);
  }

  get titleThere(): number {
    return coverage(this.from.title, this.other.terms);
  }

  get titleHere(): number {
    return coverage(this.other.title, this.from.terms);
  }

  get days(): number {
    return Math.abs(this.from.profile.time - this.other.profile.time) / DAY;
  }

  get text(): Overlap {
    return (this.ownText ??= overlap(this.from.profile.sketch, this.other.profile.sketch));
  }
}
