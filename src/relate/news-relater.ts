import type { DocumentFrequencies } from '../model/analysis.js';
import type {
  NextRead,
  RelationChange,
  Relations,
  SimilarArticle,
  Story,
} from '../model/relations.js';
import { originalOf, placeAmongCopies } from './copies/placing.js';
import { copyVerdict } from './copies/verdict.js';
import { Neighbours, type Neighbour } from './neighbours.js';
import { nextRead } from './next-read.js';
import { draftOf } from './profile/build.js';
import { decodeDocument } from './profile/payload.js';
import type { Profile } from './profile/profile.js';
import type { Arrival, Kept, Relater, SimilarOptions } from './relater.js';
import { prepare } from './similar/compare.js';
import { Lexicon } from './similar/lexicon.js';
import { list } from './similar/listing.js';
import { link } from './stories/link.js';
import { groupId, type Memberships, numberIn, storyId } from './stories/memberships.js';
import type { MembershipLog } from './stories/membership-log.js';
import { IDLE_DAYS, joinRivals, placeInStory, storiesFit, storiesNear } from './stories/placing.js';
import { storiesOfAffair, storyView } from './stories/story-view.js';
import type { IndexedDocument, TermIndex } from './term-index/term-index.js';
import { termNumber } from './term-index/terms.js';

const DAY = 86_400_000;
/** Candidates compared when an article arrives, and when its similar ones are asked for. */
const ARRIVAL_CANDIDATES = 60;
/** An article that shares less of the newcomer's strongest terms is neither its copy nor of its story. */
const ARRIVAL_SHARE = 0.1;
const SIMILAR_CANDIDATES = 150;
const MOST_GROWN = 10_000;

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
  /** Stories that `tidy` is to look at. */
  private readonly grown = new Set<number>();

  /** @param log absent where this relater only looks, or keeps nothing */
  constructor(
    private readonly index: TermIndex,
    private readonly kept: Kept,
    private readonly memberships: Memberships,
    private readonly log?: MembershipLog,
  ) {
    this.lexicon = new Lexicon(index);
    this.neighbours = new Neighbours(index, this.lexicon);
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
    this.index.add(document);
    this.neighbours.forget(seq);
    const profile = decodeDocument(document)!;
    // Where the store failed to save, the seq comes again, maybe with another article.
    this.memberships.setStory(seq, undefined);
    this.memberships.setCopy(seq, undefined);
    const near = this.around(profile);
    const moved = placeInStory(seq, near, this.memberships, this.neighbours);
    const regrouped = placeAmongCopies(profile, near, this.memberships, this.neighbours);
    const changes = this.changesOf(moved, regrouped);
    changes.push(...this.linksOf(seq));
    this.log?.append(seq, this.memberships.takeChanged(), this.memberships);
    return { relations: this.relationsOf(seq), changes };
  }

  /** What was published near the article in time and words. */
  private around({ seq, time }: Profile): Neighbour[] {
    const ready = this.neighbours.ready(seq);
    if (!ready) return [];
    const within = { after: time - IDLE_DAYS * DAY, before: time + IDLE_DAYS * DAY + 1 };
    return this.neighbours.near(ready, {
      top: ARRIVAL_CANDIDATES,
      least: ARRIVAL_SHARE,
      ...within,
    });
  }

  private relationsOf(seq: number): Relations {
    const story = this.memberships.storyOf(seq) ?? seq;
    const copy = this.memberships.copyOf(seq);
    const original = copy && this.neighbours.profile(copy.original)?.id;
    if (!copy || !original) return { story: storyId(story) };
    const copies = { group: groupId(copy.group), original, how: copy.how };
    return { story: storyId(story), copies };
  }

  private changesOf(moved: number[], regrouped: number[]): RelationChange[] {
    const changes: RelationChange[] = [];
    for (const seq of new Set(moved)) {
      const id = this.neighbours.profile(seq)?.id;
      if (id) changes.push({ change: 'story', article: id, story: this.relationsOf(seq).story });
    }
    for (const seq of new Set(regrouped)) {
      const id = this.neighbours.profile(seq)?.id;
      const copies = this.relationsOf(seq).copies ?? null;
      if (id) changes.push({ change: 'copies', article: id, copies });
    }
    return changes;
  }

  /** A story looks for its affair when it has two articles, four, eight … */
  private linksOf(seq: number): RelationChange[] {
    const story = this.memberships.storyOf(seq)!;
    const { length } = this.memberships.membersOf(story);
    if (length > 1 && this.grown.size < MOST_GROWN) this.grown.add(story);
    if (length < 2 || (length & (length - 1)) !== 0) return [];
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
    const gone = new Set(seqs);
    const bereft = new Set<number>();
    for (const seq of seqs) {
      const group = this.memberships.copyOf(seq)?.group;
      if (group !== undefined) bereft.add(group);
      this.index.remove(seq);
      this.neighbours.forget(seq);
      this.memberships.setStory(seq, undefined);
      this.memberships.setCopy(seq, undefined);
    }
    const regrouped = [...bereft].flatMap((group) => this.regroup(group));
    for (const seq of this.memberships.takeChanged())
      this.log?.append(seq, [seq], this.memberships);
    return this.changesOf(
      [],
      regrouped.filter((seq) => !gone.has(seq)),
    );
  }

  /** A group that lost articles: one alone is no group, and another may be the original now. */
  private regroup(group: number): number[] {
    const members = [...this.memberships.groupOf(group)];
    const original = originalOf(members, this.neighbours);
    for (const seq of members) {
      const place = this.memberships.copyOf(seq)!;
      this.memberships.setCopy(seq, members.length > 1 ? { ...place, original } : undefined);
    }
    return members;
  }

  async flush(): Promise<void> {
    this.log?.sync();
    await this.index.flush();
  }

  /**
   * Looks again at the stories that grew since the last call: what came after an article may show
   * that its story and the one beside it are one. Costs a query for each such story.
   */
  async tidy(): Promise<RelationChange[]> {
    const moved: number[] = [];
    for (const story of this.grown) {
      const newest = this.memberships.membersOf(story).at(-1);
      const profile = newest === undefined ? undefined : this.neighbours.profile(newest);
      if (!profile) continue;
      const candidates = storiesNear(this.around(profile), this.memberships);
      moved.push(...joinRivals(profile.seq, candidates, this.memberships, this.neighbours));
    }
    this.grown.clear();
    for (const seq of this.memberships.takeChanged())
      this.log?.append(seq, [seq], this.memberships);
    return this.changesOf(moved, []);
  }

  private async profileOf(id: string): Promise<Profile | undefined> {
    const seq = (await this.kept.seqOf([id])).get(id);
    return seq === undefined ? undefined : this.neighbours.profile(seq);
  }

  private nearest(profile: Profile): Neighbour[] {
    const from = this.neighbours.ready(profile.seq) ?? prepare(profile, this.lexicon);
    return this.neighbours.near(from, { top: SIMILAR_CANDIDATES });
  }

  async similar(id: string, options: SimilarOptions = {}): Promise<SimilarArticle[]> {
    const profile = await this.profileOf(id);
    if (!profile) return [];
    return list(profile, this.nearest(profile), this.lexicon, options);
  }

  async nextRead(id: string): Promise<NextRead | undefined> {
    const profile = await this.profileOf(id);
    if (!profile) return undefined;
    const near = [...this.nearest(profile), ...this.around(profile)];
    const toldBefore = (seq: number, time: number) => {
      const group = this.memberships.copyOf(seq)?.group;
      if (group === undefined) return false;
      return this.memberships
        .groupOf(group)
        .some((copy) => copy !== seq && (this.neighbours.profile(copy)?.time ?? time) < time);
    };
    return nextRead(profile, near, this.memberships, this.lexicon, toldBefore);
  }

  async story(id: string): Promise<Story | undefined> {
    const story = numberIn(id);
    if (story === undefined || !id.startsWith('s')) return undefined;
    return storyView(story, this.memberships, this.neighbours, this.lexicon);
  }

  async explain(id: string): Promise<Record<string, unknown>> {
    const profile = await this.profileOf(id);
    if (!profile) return {};
    const near = this.around(profile);
    const own = this.memberships.storyOf(profile.seq);
    const round = (value: number) => Math.round(value * 1000) / 1000;
    return {
      ...this.relationsOf(profile.seq),
      stories: storiesNear(near, this.memberships)
        .slice(0, 5)
        .map(({ story, fit }) => ({
          story: storyId(story),
          fit: round(fit),
          own: story === own,
          ...(story !== own &&
            own !== undefined && {
              asOne: round(storiesFit(own, story, this.memberships, this.neighbours)),
            }),
        })),
      nearest: near.slice(0, 8).map(({ profile: other, shared }) => ({
        id: other.id,
        link: round(link(shared)),
        terms: round(shared.terms),
        lead: round(shared.lead),
        title: round((shared.titleThere + shared.titleHere) / 2),
        names: round(shared.names),
        days: round(shared.days),
        sharedText: round(shared.text.jaccard),
        copy: copyVerdict(profile, other, shared) ?? null,
      })),
    };
  }

  async close(): Promise<void> {
    await this.index.close();
    this.log?.close();
  }
}

export function documentOf({ seq, article, analysis, draft }: Arrival): IndexedDocument {
  return { seq, ...(draft ?? draftOf(article, analysis)) };
}
