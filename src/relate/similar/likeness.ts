import { DAY } from '../day.js';
import type { ScorePart } from '../../model/relations.js';
import type { Hit } from '../neighbours.js';
import type { Profile } from '../profile/profile.js';
import type { Comparison, Prepared } from './compare.js';
import { cosine, type Lexicon, type TermVector } from './lexicon.js';
import type { ArticlePlaces } from './article-places.js';
import { mostOf } from './strongest.js';
import { nearness } from './term-space.js';
import type { Wording } from './wording.js';
import { WEIGHT_OF_LEVEL } from '../term-index/weights.js';

/**
 * How much each part counts: powers of a product, and the softening that keeps a part of nothing from
 * deciding alone. Fitted on development judgements by a listwise loss, query by query cross-validated;
 * `eval/similar.ts` tells what each is worth.
 */
export const LIKENESS = {
  terms: { power: 0.25, soft: 0.02 },
  /** How much of the few strongest terms the other has. */
  strongest: { power: 0.08, soft: 0.02 },
  head: { power: 0.1, soft: 0.03 },
  /** How much of it the other tells in the same forms of words. */
  wording: { power: 0.17, soft: 0.02 },
  names: { power: 0.025, soft: 0.05 },
  meaning: 0.8,
  /** An event's own day and week, then its affair's months; years later the same words are other news. */
  day: { power: 0.06, span: 1.5 },
  days: { power: 0.13, span: 7 },
  year: { power: 0.85, span: 365 },
  /** The gate: articles whose principals differ must share names to this extent. */
  gate: 0.1,
  /** Less is nothing in common that a reader would see; pairs that are about a thing must have more. */
  least: 0.15,
  leastOfThings: 0.235,
  /** An article that has one of its principals so often is about it, whatever its title says. */
  often: 4,
};

/** A few words of an opening: what is rare among them tells the subject. */
const HEAD_SHARP = 1.25;

/** Mentions are counted in a byte. */
const LOG_OF_COUNT = Float64Array.from({ length: 256 }, (_, count) => Math.log1p(count));

/** A share by the index, where it is of all thirty terms, is too low by less: each is rounded as `fixedPoint` does. */
const SHARE_ERROR = 0.01;

/**
 * How alike the words of two articles are at most, by the share of the strongest: of 77,000 pairs of
 * candidates one in a hundred has more, and of those that would be listed none.
 */
const WORDS_BY_SHARE = { slope: 1.2, above: 0.06 };

/**
 * What names, opening and wording together leave at most of a likeness: of 188,000 pairs of candidates none had more left,
 * and in haste one in a thousand.
 */
const REST_BY_SHARE = { slope: 0.5, above: 0.75 };
const REST_IN_HASTE = { slope: 0.6, above: 0.6 };

/**
 * How alike two articles of one time are at most, by the share of the strongest terms: of 139,000 pairs of candidates one
 * in a hundred is more.
 */
const LIKENESS_BY_SHARE = { slope: 0.75, above: 0.25 };

/** An article's strongest terms, rising, and what they add up to in itself. */
interface Strongest {
  terms: Uint32Array;
  weights: Float64Array;
  most: number;
}

export interface Likeness {
  /** 0 to 1; 0 where the articles are not to be listed together. */
  score: number;
  /** What the score is the product of, for `--explain`; not all where the score is 0. */
  parts: Record<string, ScorePart>;
}

/** Tells how alike two articles are for a reader. */
export class LikenessJudge {
  /** What only lists of similar articles ask of an article: worked out when it is first asked. */
  private readonly heads = new WeakMap<Prepared, TermVector>();
  private readonly strongest = new WeakMap<Prepared, Strongest>();

  private readonly places: ArticlePlaces | undefined;
  private readonly wording: Wording | undefined;

  /** @param learned absent where the store is too young to have learned anything */
  constructor(
    private readonly lexicon: Lexicon,
    learned?: { places: ArticlePlaces; wording: Wording },
  ) {
    this.places = learned?.places;
    this.wording = learned?.wording;
  }

  /**
   * The gate: of two articles with principals (the names of title and lead, and their countries) one
   * must be in both, or the names of both as a whole be near, however alike their words are: so a
   * ceasefire in one conflict never brings another's. Where neither title names anybody both are about a
   * thing (wounds, waste, a medicine), and the bodies that the leads name part nothing: such pairs pass
   * that are much alike.
   */
  likeness(from: Prepared, other: Prepared, shared: Comparison): Likeness {
    const { terms, strongest, head, wording, names, meaning } = LIKENESS;
    const least = leastOf(from.profile, other.profile, shared);
    const parts: Record<string, ScorePart> = {};
    let score = 1;
    const count = (name: string, value: number, factor: number) => {
      parts[name] = { value, factor };
      score *= factor;
    };
    count('terms', shared.terms, softened(shared.terms, terms));
    count('names', shared.names, softened(shared.names, names));
    count('days', shared.days, timely(shared.days));
    // What follows costs most, and can only take away.
    if (score < least) return { score: 0, parts };
    const ofStrongest = this.shareOfStrongest(from, other);
    count('strongest', ofStrongest, softened(ofStrongest, strongest));
    const opening = cosine(this.headOf(from), this.headOf(other));
    count('opening', opening, softened(opening, head));
    const sameForms = this.wording?.share(from, other) ?? expectedWording(ofStrongest);
    count('wording', sameForms, softened(sameForms, wording));
    if (score < least) return { score: 0, parts };
    const near = this.nearnessOf(from, other) ?? expectedNearness(shared.terms);
    count('meaning', near, Math.exp(meaning * (near - 1)));
    return { score: score >= least ? score : 0, parts };
  }

  /**
   * An upper bound of `likeness` before the other article is read.
   * @param hit its share by the index, which counts in whole numbers and may be told a little too low
   * @param inHaste whether it may now and then be below what it bounds, so that fewer are read
   */
  bound(from: Prepared, { seq, time, share }: Hit, inHaste = false): number {
    const { terms, strongest, meaning } = LIKENESS;
    const days = Math.abs(from.profile.time - time) / DAY;
    const place = this.places?.kept(seq);
    const near = place ? Math.max(0, nearness(this.places!.of(from), place)) : 1;
    const words = softened(wordsBy(share), terms) * softened(share + SHARE_ERROR, strongest);
    const { slope, above } = inHaste ? REST_IN_HASTE : REST_BY_SHARE;
    const rest = Math.min(1, slope * share + above);
    return timely(days) * words * rest * Math.exp(meaning * (near - 1));
  }

  /**
   * A tighter one where the words have been compared, for less than `likeness` costs.
   * @param known the share of the other by the index, and its `bound`
   * @returns 0 where they are not to be listed together
   */
  tighterBound(
    from: Prepared,
    other: Prepared,
    shared: Comparison,
    known: { share: number; bound: number },
  ): number {
    const { terms, names } = LIKENESS;
    const words = softened(shared.terms, terms) / softened(wordsBy(known.share), terms);
    const bound = known.bound * words * softened(shared.names, names);
    return bound < leastOf(from.profile, other.profile, shared) ? 0 : bound;
  }

  /** In the term space; absent where the store is too young to have one. */
  private nearnessOf(from: Prepared, other: Prepared): number | undefined {
    return this.places && Math.max(0, nearness(this.places.of(from), this.places.of(other)));
  }

  /** How much of the first one's strongest terms the other has, about 0 to 1. */
  private shareOfStrongest(from: Prepared, { profile }: Prepared): number {
    const { terms, weights, most } = this.strongestOf(from);
    const { numbers, levels } = profile.terms;
    let found = 0;
    for (let i = 0, j = 0; i < terms.length; i += 1) {
      while (j < numbers.length && numbers[j]! < terms[i]!) j += 1;
      if (numbers[j] === terms[i]) found += weights[i]! * WEIGHT_OF_LEVEL[levels[j]!]!;
    }
    return most ? found / most : 0;
  }

  private strongestOf(prepared: Prepared): Strongest {
    let known = this.strongest.get(prepared);
    if (!known) {
      const most = mostOf(prepared.strongest);
      const found = [...prepared.strongest].sort((a, b) => a.term - b.term);
      const terms = Uint32Array.from(found, ({ term }) => term);
      known = { terms, weights: Float64Array.from(found, ({ weight }) => weight), most };
      this.strongest.set(prepared, known);
    }
    return known;
  }

  private headOf(prepared: Prepared): TermVector {
    let head = this.heads.get(prepared);
    if (!head) this.heads.set(prepared, (head = this.makeHead(prepared)));
    return head;
  }

  private makeHead({ profile: { terms, headCounts } }: Prepared): TermVector {
    let length = 0;
    for (let i = 0; i < headCounts.length; i += 1) length += +(headCounts[i]! > 0);
    const numbers = new Uint32Array(length);
    const weights = new Float32Array(length);
    for (let i = 0, at = 0; at < length; i += 1) {
      const count = headCounts[i]!;
      if (!count) continue;
      numbers[at] = terms.numbers[i]!;
      weights[at++] = LOG_OF_COUNT[count]!;
    }
    return this.lexicon.vector(numbers, weights, HEAD_SHARP);
  }
}

/** The score below which the gate lets nothing pass. */
function leastOf(from: Profile, other: Profile, shared: Comparison): number {
  const { gate, least, leastOfThings } = LIKENESS;
  if (shared.names >= gate || !apart(from.principals, other.principals)) return least;
  return isAboutNames(from) || isAboutNames(other) ? Infinity : leastOfThings;
}

const wordsBy = (share: number) => Math.min(1, WORDS_BY_SHARE.slope * share + WORDS_BY_SHARE.above);

/**
 * The share of the strongest terms that an article of so many days before or after must have to be so alike, but for one
 * in a hundred.
 */
export function leastShare(likeness: number, days: number): number {
  const { slope, above } = LIKENESS_BY_SHARE;
  return Math.max(0, (likeness / timely(days) - above) / slope);
}

/** The nearer in time, the likelier the same event, affair, world; at most 1. */
function timely(between: number): number {
  const { day, days, year } = LIKENESS;
  let power = 0;
  for (const kernel of [day, days, year])
    power += kernel.power * (Math.exp(-between / kernel.span) - 1);
  return Math.exp(power);
}

function softened(part: number, { power, soft }: { power: number; soft: number }): number {
  return ((part + soft) / (1 + soft)) ** power;
}

/** How much of its forms an article usually shares with one that has so much of its strongest terms. */
function expectedWording(strongest: number): number {
  return Math.min(1, 0.6 * strongest);
}

/** How near articles usually lie whose words are so alike. */
function expectedNearness(terms: number): number {
  return Math.min(1, 0.05 + 1.34 * Math.sqrt(terms));
}

/** Both have numbers and none is in both. */
function apart(a: Uint32Array, b: Uint32Array): boolean {
  if (!a.length || !b.length) return false;
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    if (a[i] === b[j]) return false;
    if (a[i]! < b[j]!) i += 1;
    else j += 1;
  }
  return true;
}

/** Whether the title says who or where, or the text says it again and again. */
function isAboutNames({ nameTerms: { numbers, title, count }, principals }: Profile): boolean {
  const { often } = LIKENESS;
  return numbers.some(
    (number, i) => (title[i]! > 0 || count[i]! >= often) && principals.includes(number),
  );
}
