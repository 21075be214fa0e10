import { decodeDocument } from './profile/payload.js';
import type { Profile } from './profile/profile.js';
import type { ArticlePlaces } from './similar/article-places.js';
import { compare, prepare, type Comparison, type Prepared } from './similar/compare.js';
import type { Lexicon } from './similar/lexicon.js';
import { LikenessJudge, type Likeness } from './similar/likeness.js';
import { mostOf } from './similar/strongest.js';
import type { Wording } from './similar/wording.js';
import type { TermIndex, TermQuery } from './term-index/term-index.js';

/** Another article with what it shares with the one asked about. */
export interface Neighbour {
  profile: Profile;
  shared: Comparison;
}

export interface Hit {
  seq: number;
  /** Of its publication, ms. */
  time: number;
  /** How much of the query's strongest terms it holds, about 0 to 1. */
  share: number;
}

/** What to look among, and how hard. */
type Within = Pick<TermQuery, 'top' | 'after' | 'before' | 'outside' | 'reckoned'> & {
  /** Those farther than so many ms from the query's time only where they share so much; steps rise. */
  farther?: Array<{ beyond: number; least: number }>;
  /** Only those that share so much of the query's strongest terms; 0 to 1. */
  least?: number;
  /** Looks by so many of the strongest terms only, and shares are of these. */
  few?: number;
};

/** In a store of so many articles what hardly ever matters is left out. */
export const HASTE = { articles: 200_000 };
const MOST_PREPARED = 4000;

/** Finds the articles nearest to one: candidates from the term index, then compared one by one. */
export class Neighbours {
  private readonly prepared = new Map<number, { era: number; made: Prepared }>();
  private judge: LikenessJudge;

  constructor(
    private readonly index: TermIndex,
    private readonly lexicon: Lexicon,
  ) {
    this.judge = new LikenessJudge(lexicon);
  }

  /** Likeness is judged by these from now on. */
  useLearned(places: ArticlePlaces, wording: Wording): void {
    this.judge = new LikenessJudge(this.lexicon, { places, wording });
  }

  /** How alike an article and one of its neighbours are for a reader. */
  likeness(from: Prepared, { profile, shared }: Neighbour): Likeness {
    const other = this.readyOf(profile);
    return this.judge.likeness(from, other, shared);
  }

  /** An upper bound of the likeness of a hit, by what is known without reading it. */
  likenessBound(from: Prepared, hit: Hit): number {
    return this.judge.bound(from, hit, this.inHaste);
  }

  /**
   * A tighter one for a hit that was compared; 0 where it is not to be listed.
   * @param known its share by the index, and its `likenessBound`
   */
  tighterBound(
    from: Prepared,
    { profile, shared }: Neighbour,
    known: { share: number; bound: number },
  ): number {
    const other = this.readyOf(profile);
    return this.judge.tighterBound(from, other, shared, known);
  }

  /** Changes when what `ready` gives does; see `Lexicon.era`. */
  get era(): number {
    return this.lexicon.era;
  }

  profile(seq: number): Profile | undefined {
    const known = this.prepared.get(seq);
    if (known) return known.made.profile;
    const document = this.index.document(seq);
    return document && decodeDocument(document);
  }

  /** The article ready for comparing; the ones last asked for are remembered. */
  ready(seq: number): Prepared | undefined {
    const { era } = this.lexicon;
    const known = this.prepared.get(seq);
    if (known?.era === era) return known.made;
    const profile = this.profile(seq);
    if (!profile) return undefined;
    const made = prepare(profile, this.lexicon);
    this.prepared.delete(seq);
    this.prepared.set(seq, { era, made });
    if (this.prepared.size > MOST_PREPARED)
      this.prepared.delete(this.prepared.keys().next().value!);
    return made;
  }

  /** The same where its profile is at hand, also of an article that the index holds no more. */
  readyOf(profile: Profile): Prepared {
    return this.ready(profile.seq) ?? prepare(profile, this.lexicon);
  }

  forget(seq: number): void {
    this.prepared.delete(seq);
  }

  /** @returns undefined where the article is no more */
  neighbour(query: Prepared, seq: number): Neighbour | undefined {
    const other = this.ready(seq);
    return other && { profile: other.profile, shared: compare(query, other) };
  }

  /** The articles that share most of the query's strongest terms, best first, by the index alone. */
  hits(query: Prepared, { least = 0, few = Infinity, farther = [], ...within }: Within): Hit[] {
    const terms = query.strongest.slice(0, few);
    const all = mostOf(terms);
    const steps = farther.map(({ beyond, least }) => ({ beyond, atLeast: least * all }));
    const hits = this.index.query({
      ...within,
      terms,
      farther: { time: query.profile.time, steps },
      skip: (seq) => seq === query.profile.seq,
      atLeast: least * all,
    });
    return hits.map(({ seq, time, score }) => ({ seq, time, share: all ? score / all : 0 }));
  }

  /** Whether the store is so large that it matters how little is looked at. */
  get inHaste(): boolean {
    return this.index.size >= HASTE.articles;
  }
}
