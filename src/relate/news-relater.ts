import type { DocumentFrequencies } from '../model/analysis.js';
import type {
  NextRead,
  RelationChange,
  Relations,
  SimilarArticle,
  Story,
} from '../model/relations.js';
import { Asked } from './asked.js';
import { mendGroup, placeAmongCopies } from './copies/placing.js';
import { tidyCopies } from './copies/tidying.js';
import { changesOf, relationsOf } from './decided.js';
import { explainedNeighbour, explainedStories, whyThere } from './explain.js';
import { compared, Comparisons } from './comparisons.js';
import { Neighbours } from './neighbours.js';
import { nextRead } from './next-read.js';
import { draftOf } from './profile/build.js';
import { decodeDocument } from './profile/payload.js';
import type { Profile } from './profile/profile.js';
import type { Arrival, Kept, Relater, SimilarOptions } from './relater.js';
import type { Prepared } from './similar/compare.js';
import { LearnedSpace } from './similar/learned-space.js';
import { Lexicon } from './similar/lexicon.js';
import { list, type ListSources } from './similar/listing.js';
import { articleNamed, type Memberships, numberIn, storyId } from './stories/memberships.js';
import type { MembershipLog } from './stories/membership-log.js';
import { Centres } from './stories/centres.js';
import { placeInStory } from './stories/placing.js';
import { tidyStories } from './stories/tidying.js';
import { storiesOfAffair, storyTitle, storyView } from './stories/story-view.js';
import type { IndexedDocument, TermIndex } from './term-index/term-index.js';
import { termNumber } from './term-index/terms.js';
import { Vicinity } from './vicinity.js';

/** A copy holds more than this of the newcomer's strongest terms. */
const COPY_SHARE = 0.3;
/** Articles that `explain` tells of. */
const EXPLAINED = 8;

interface Decided {
  relations: Relations;
  changes: RelationChange[];
}

/**
 * Relates news by words, names and time over a term index. What an article's neighbours need of it
 * is in the index, where it belongs is in `memberships`; the log keeps the latter across restarts.
 */
export class NewsRelater implements Relater {
  readonly frequencies: DocumentFrequencies;
  private readonly lexicon: Lexicon;
  private readonly neighbours: Neighbours;
  private readonly centres: Centres;
  private readonly vicinity: Vicinity;
  /** Articles that came or changed since `tidy`. */
  private readonly untidy = new Set<number>();
  /** Articles that `tidy` moved, for the log once the store has saved it. */
  private tidied: number[] = [];

  /** What was asked last, of one article: until the next comes or goes, or is placed elsewhere. */
  private last: Asked | undefined;

  private readonly space: LearnedSpace;

  /**
   * @param log absent where this relater only looks, or keeps nothing
   * @param directory where the term space is kept, absent where nothing is
   */
  constructor(
    private readonly index: TermIndex,
    private readonly kept: Kept,
    private readonly memberships: Memberships,
    private readonly log?: MembershipLog,
    private readonly directory?: string,
  ) {
    this.lexicon = new Lexicon(index);
    this.neighbours = new Neighbours(index, this.lexicon);
    this.vicinity = new Vicinity(this.neighbours);
    this.centres = new Centres(memberships, this.neighbours);
    this.space = new LearnedSpace(
      index,
      this.lexicon,
      this.neighbours,
      directory,
      log !== undefined,
    );
    this.frequencies = {
      get documents() {
        return index.size;
      },
      frequency: (term) => index.frequency(termNumber(term)),
    };
  }

  async add(arrival: Arrival): Promise<Decided> {
    const { seq } = arrival;
    const document = documentOf(arrival);
    this.last = undefined;
    this.index.add(document);
    this.neighbours.forget(seq);
    const profile = decodeDocument(document)!;
    // Where the store failed to save, the seq comes again, maybe with another article.
    this.memberships.setStory(seq, undefined);
    this.memberships.setCopy(seq, undefined);
    const ready = this.neighbours.ready(seq);
    if (ready) this.space.place(ready);
    const hits = ready ? this.vicinity.arrived(ready) : [];
    const moved = placeInStory(seq, hits, this.memberships, this.centres);
    const asked = ready && this.asked(ready);
    if (asked) asked.vicinity = hits;
    const copies = asked ? compared(asked.comparisons, hits, COPY_SHARE) : [];
    const regrouped = placeAmongCopies(profile, copies, this.memberships, this.neighbours);
    this.untidy.add(seq);
    const changes = this.changesOf(moved, regrouped);
    changes.push(...this.linksOf(seq));
    this.log?.append(seq, this.memberships.takeChanged(), this.memberships);
    const relations = this.relationsOf(seq);
    await this.space.learnWhereDue();
    return { relations, changes };
  }

  private relationsOf(seq: number): Relations {
    return relationsOf(seq, this.memberships, this.neighbours);
  }

  private changesOf(moved: number[], regrouped: number[]): RelationChange[] {
    return changesOf(moved, regrouped, this.memberships, this.neighbours);
  }

  /** A story looks for its affair when it has two articles, four, eight … */
  private linksOf(seq: number): RelationChange[] {
    const story = this.memberships.storyOf(seq)!;
    const { length } = this.memberships.membersOf(story);
    if (length < 2 || (length & (length - 1)) !== 0) return [];
    return this.affairOf(story);
  }

  private affairOf(story: number): RelationChange[] {
    const related = storiesOfAffair(story, this.memberships, this.neighbours, this.lexicon);
    if (!related.length) return [];
    return [{ change: 'link-stories', story: storyId(story), related: related.map(storyId) }];
  }

  async replace(arrival: Arrival): Promise<Decided> {
    const changes = await this.remove([arrival.seq]);
    const decided = await this.add(arrival);
    return { relations: decided.relations, changes: [...changes, ...decided.changes] };
  }

  async remove(seqs: number[]): Promise<RelationChange[]> {
    this.last = undefined;
    const gone = new Set(seqs);
    const bereft = new Set<number>();
    for (const seq of seqs) {
      const group = this.memberships.copyOf(seq)?.group;
      if (group !== undefined) bereft.add(group);
      this.index.remove(seq);
      this.neighbours.forget(seq);
      this.vicinity.forget(seq);
      this.untidy.delete(seq);
      this.memberships.setStory(seq, undefined);
      this.memberships.setCopy(seq, undefined);
    }
    const regrouped = [...bereft].flatMap((group) =>
      mendGroup(group, this.memberships, this.neighbours),
    );
    for (const seq of this.memberships.takeChanged())
      this.log?.append(seq, [seq], this.memberships);
    return this.changesOf(
      [],
      regrouped.filter((seq) => !gone.has(seq)),
    );
  }

  async flush(): Promise<void> {
    for (const seq of this.tidied) this.log?.append(seq, [seq], this.memberships);
    this.tidied = [];
    this.log?.sync();
    await this.index.flush();
    await this.space.refresh();
    this.last = undefined;
  }

  get untidied(): number {
    return this.untidy.size;
  }

  async tidy(): Promise<RelationChange[]> {
    const { memberships, centres, neighbours } = this;
    const beside = (seq: number) => this.vicinity.beside(seq);
    const moved = tidyStories(this.untidy, { memberships, centres, neighbours, beside });
    const regrouped = tidyCopies(this.untidy, { memberships, neighbours, beside });
    this.untidy.clear();
    this.tidied.push(...this.memberships.takeChanged());
    const changes = this.changesOf(moved, regrouped);
    const stories = new Set(moved.map((seq) => this.memberships.storyOf(seq)!));
    for (const story of stories)
      if (this.memberships.membersOf(story).length > 1) changes.push(...this.affairOf(story));
    return changes;
  }

  private async profileOf(id: string): Promise<Profile | undefined> {
    const seq = (await this.kept.seqOf([id])).get(id);
    return seq === undefined ? undefined : this.neighbours.profile(seq);
  }

  /** A page asks for similar articles and for the next read: the second question finds what the first one found. */
  private asked(from: Prepared): Asked {
    if (this.last?.from !== from) this.last = new Asked(from, this.neighbours);
    return this.last;
  }

  private get sources(): ListSources {
    const { neighbours, memberships, lexicon } = this;
    return { neighbours, memberships, lexicon };
  }

  async similar(id: string, options: SimilarOptions = {}): Promise<SimilarArticle[]> {
    const profile = await this.profileOf(id);
    if (!profile) return [];
    const from = this.neighbours.readyOf(profile);
    const { leaveOut = [], ...rest } = options;
    const onPage = leaveOut.length ? [...(await this.kept.seqOf(leaveOut)).values()] : [];
    const asked = this.asked(from);
    const wanted = { ...rest, leaveOut: onPage };
    const candidates = asked.similar(this.sources, wanted);
    return list(asked.comparisons, candidates, this.sources, wanted);
  }

  async nextRead(id: string): Promise<NextRead | undefined> {
    const profile = await this.profileOf(id);
    if (!profile) return undefined;
    const from = this.neighbours.readyOf(profile);
    const asked = this.asked(from);
    const vicinity = (asked.vicinity ??= this.vicinity.hits(from));
    const candidates = asked.next(vicinity);
    const toldBefore = (seq: number, time: number) => {
      const group = this.memberships.copyOf(seq)?.group;
      if (group === undefined) return false;
      return this.memberships
        .groupOf(group)
        .some((copy) => copy !== seq && (this.neighbours.profile(copy)?.time ?? time) < time);
    };
    const { comparisons } = asked;
    return nextRead(comparisons, candidates, this.sources, toldBefore);
  }

  async story(id: string): Promise<Story | undefined> {
    const story = this.storyNow(id);
    if (story === undefined) return undefined;
    return storyView(story, this.memberships, this.neighbours, this.lexicon);
  }

  async headline(id: string): Promise<string | undefined> {
    const story = this.storyNow(id);
    if (story === undefined) return undefined;
    return storyTitle(story, this.memberships, this.neighbours, this.lexicon);
  }

  /** The story of that id; where it is no more, that of the article it is named after. */
  private storyNow(id: string): number | undefined {
    const story = numberIn(id);
    if (story === undefined || !id.startsWith('s')) return undefined;
    const { memberships } = this;
    return memberships.membersOf(story).length ? story : memberships.storyOf(articleNamed(story));
  }

  async explain(id: string): Promise<Record<string, unknown>> {
    const profile = await this.profileOf(id);
    if (!profile) return {};
    const { seq } = profile;
    const from = this.neighbours.readyOf(profile);
    const hits = this.vicinity.hits(from);
    const near = compared(new Comparisons(from, this.neighbours), hits.slice(0, EXPLAINED));
    const titleOf = (story: number) =>
      storyTitle(story, this.memberships, this.neighbours, this.lexicon);
    const stories = explainedStories(seq, hits, this.memberships, this.centres, titleOf);
    return {
      ...this.relationsOf(seq),
      rule: whyThere(stories),
      stories,
      nearest: near.map((neighbour) => explainedNeighbour(profile, neighbour)),
    };
  }

  async close(): Promise<void> {
    await this.index.close();
    this.space.close();
    this.log?.close();
  }
}

/** What the index holds of an article. */
export function documentOf(arrival: Arrival): IndexedDocument {
  const draft = 'draft' in arrival ? arrival.draft : draftOf(arrival.article, arrival.analysis);
  return { seq: arrival.seq, ...draft };
}
