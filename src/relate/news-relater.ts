import type { DocumentFrequencies } from '../model/analysis.js';
import type {
  NextRead,
  RelationChange,
  Relations,
  SimilarArticle,
  Story,
} from '../model/relations.js';
import { copyVerdict } from './copies/verdict.js';
import { buildProfile } from './profile/build.js';
import { decodeDocument, encodePayload } from './profile/payload.js';
import type { Profile } from './profile/profile.js';
import type { Arrival, Kept, Relater, SimilarOptions } from './relater.js';
import { compare, prepare, type Comparison, type Prepared } from './similar/compare.js';
import { Lexicon } from './similar/lexicon.js';
import { reasonFor } from './similar/reason.js';
import { groupId, Memberships, numberIn, storyId } from './stories/memberships.js';
import type { TermIndex } from './term-index/term-index.js';

const DAY = 86_400_000;
const QUERY_TERMS = 30;
const CANDIDATES = 100;
const STORY_DAYS = 4;
const STORY_JOIN = 0.42;

interface Compared {
  other: Prepared;
  with: Comparison;
}

/** Relates news by their terms, names and time over a term index. */
export class NewsRelater implements Relater {
  readonly frequencies: DocumentFrequencies;
  private readonly lexicon: Lexicon;
  private readonly memberships = new Memberships();

  constructor(
    private readonly index: TermIndex,
    private readonly kept: Kept,
  ) {
    this.lexicon = new Lexicon(index);
    this.frequencies = {
      get documents() {
        return index.size;
      },
      frequency: (term) => index.frequency(term),
    };
  }

  /** Restores what the store decided and the index does not hold. */
  async catchUp(): Promise<void> {
    for await (const arrival of this.kept.scan(this.index.next)) {
      this.index.add(documentOf(buildProfile(arrival)));
      await this.restore(arrival.seq, arrival.relations);
    }
  }

  private async restore(seq: number, relations: Relations): Promise<void> {
    const story = numberIn(relations.story);
    if (story !== undefined) this.memberships.setStory(seq, story);
    const { copies } = relations;
    const group = copies && numberIn(copies.group);
    if (group === undefined) return;
    const original = (await this.kept.seqOf([copies!.original])).get(copies!.original) ?? group;
    this.memberships.setCopy(seq, { group, original, how: copies!.how });
  }

  async add(arrival: Arrival): Promise<{ relations: Relations; changes: RelationChange[] }> {
    const profile = buildProfile(arrival);
    this.index.add(documentOf(profile));
    const near = this.near(prepare(profile, this.lexicon), {
      after: profile.time - STORY_DAYS * DAY,
      before: profile.time + STORY_DAYS * DAY,
    });
    const changes: RelationChange[] = [];
    this.placeInStory(profile, near);
    this.placeAmongCopies(profile, near, changes);
    return { relations: this.relationsOf(profile.seq), changes };
  }

  private placeInStory(profile: Profile, near: Compared[]): void {
    let best: { story: number; score: number } | undefined;
    for (const { other, with: shared } of near) {
      const story = this.memberships.storyOf(other.profile.seq);
      const score = 0.7 * shared.terms + 0.3 * shared.title;
      if (story !== undefined && score > (best?.score ?? STORY_JOIN)) best = { story, score };
    }
    this.memberships.setStory(profile.seq, best?.story ?? this.memberships.freeStory(profile.seq));
  }

  private placeAmongCopies(profile: Profile, near: Compared[], changes: RelationChange[]): void {
    let best: { seq: number; how: ReturnType<typeof copyVerdict>; jaccard: number } | undefined;
    for (const { other, with: shared } of near) {
      const how = copyVerdict(profile, other.profile, shared.text);
      if (how && how !== 'update' && shared.text.jaccard > (best?.jaccard ?? 0))
        best = { seq: other.profile.seq, how, jaccard: shared.text.jaccard };
    }
    if (!best?.how) return;
    const group = this.memberships.copyOf(best.seq)?.group ?? best.seq;
    const members = [...new Set([...this.memberships.groupOf(group), best.seq, profile.seq])];
    const original = this.originalOf(members, profile);
    for (const seq of members) {
      const how = seq === profile.seq ? best.how : (this.memberships.copyOf(seq)?.how ?? best.how);
      const before = this.memberships.copyOf(seq);
      this.memberships.setCopy(seq, { group, original, how });
      if (seq === profile.seq || (before?.group === group && before.original === original))
        continue;
      const id = this.profile(seq)?.id;
      if (id)
        changes.push({
          change: 'copies',
          article: id,
          copies: this.relationsOf(seq).copies ?? null,
        });
    }
  }

  private originalOf(members: number[], newest: Profile): number {
    const profiles = members.map((seq) => (seq === newest.seq ? newest : this.profile(seq)));
    let first: Profile | undefined;
    for (const profile of profiles)
      if (profile && (!first || profile.time < first.time)) first = profile;
    return first?.seq ?? newest.seq;
  }

  private relationsOf(seq: number): Relations {
    const story = this.memberships.storyOf(seq) ?? seq;
    const copy = this.memberships.copyOf(seq);
    const original = copy && this.profile(copy.original)?.id;
    return {
      story: storyId(story),
      ...(copy && original && { copies: { group: groupId(copy.group), original, how: copy.how } }),
    };
  }

  async replace(arrival: Arrival): Promise<{ relations: Relations; changes: RelationChange[] }> {
    this.index.remove(arrival.seq);
    this.memberships.setStory(arrival.seq, undefined);
    this.memberships.setCopy(arrival.seq, undefined);
    return this.add(arrival);
  }

  async remove(seqs: number[]): Promise<RelationChange[]> {
    for (const seq of seqs) {
      this.index.remove(seq);
      this.memberships.setStory(seq, undefined);
      this.memberships.setCopy(seq, undefined);
    }
    return [];
  }

  async flush(): Promise<void> {
    await this.index.flush();
  }

  async tidy(): Promise<RelationChange[]> {
    return [];
  }

  private profile(seq: number): Profile | undefined {
    const document = this.index.document(seq);
    return document && decodeDocument(document);
  }

  private near(query: Prepared, within: { after?: number; before?: number } = {}): Compared[] {
    const terms = [...query.terms.weights]
      .sort((a, b) => b[1] - a[1])
      .slice(0, QUERY_TERMS)
      .map(([term, weight]) => ({ term, weight: weight * this.lexicon.idf(term) }));
    const hits = this.index.query({
      terms,
      top: CANDIDATES,
      skip: (seq) => seq === query.profile.seq,
      ...within,
    });
    const compared: Compared[] = [];
    for (const { seq } of hits) {
      const profile = this.profile(seq);
      if (!profile) continue;
      const other = prepare(profile, this.lexicon);
      compared.push({ other, with: compare(query, other) });
    }
    return compared;
  }

  private async profileOf(id: string): Promise<Profile | undefined> {
    const seq = (await this.kept.seqOf([id])).get(id);
    return seq === undefined ? undefined : this.profile(seq);
  }

  async similar(id: string, options: SimilarOptions = {}): Promise<SimilarArticle[]> {
    const { top = 10, sort = 'similarity', leaveOut = [], explain = false } = options;
    const profile = await this.profileOf(id);
    if (!profile) return [];
    const leave = new Set([id, ...leaveOut]);
    const found: Array<{ profile: Profile; score: number; parts: Record<string, number> }> = [];
    for (const { other, with: shared } of this.near(prepare(profile, this.lexicon))) {
      if (leave.has(other.profile.id) || isSameText(shared)) continue;
      const parts = { terms: shared.terms, title: shared.title, days: shared.days };
      const score = (0.75 * shared.terms + 0.25 * shared.title) / (1 + shared.days / 365);
      found.push({ profile: other.profile, score, parts });
    }
    found.sort((a, b) => b.score - a.score || b.profile.seq - a.profile.seq);
    const listed = found.slice(0, top);
    if (sort === 'date') listed.sort((a, b) => b.profile.time - a.profile.time);
    return listed.map(({ profile: other, score, parts }) => ({
      id: other.id,
      score,
      reason: reasonFor(profile, other, this.lexicon),
      ...(explain && { parts }),
    }));
  }

  async nextRead(id: string): Promise<NextRead | undefined> {
    const profile = await this.profileOf(id);
    if (!profile) return undefined;
    const story = this.memberships.storyOf(profile.seq);
    let newest: Profile | undefined;
    for (const { other, with: shared } of this.near(prepare(profile, this.lexicon))) {
      if (isSameText(shared) || this.memberships.storyOf(other.profile.seq) !== story) continue;
      if (other.profile.time > (newest?.time ?? profile.time)) newest = other.profile;
    }
    if (!newest) return undefined;
    const reason = reasonFor(profile, newest, this.lexicon);
    return { id: newest.id, because: 'development', reason };
  }

  async story(id: string): Promise<Story | undefined> {
    const story = numberIn(id);
    if (story === undefined) return undefined;
    const articles = this.memberships
      .membersOf(story)
      .map((seq) => this.profile(seq))
      .filter((profile) => profile !== undefined)
      .sort((a, b) => a.time - b.time || a.seq - b.seq);
    const first = articles[0];
    if (!first) return undefined;
    return {
      id,
      title: first.title,
      articles: articles.map((article) => article.id),
      sources: [...new Set(articles.map((article) => article.source))],
      first: new Date(first.time).toISOString(),
      last: new Date(articles.at(-1)!.time).toISOString(),
      names: [],
      terms: [],
      related: [],
    };
  }

  async explain(id: string): Promise<Record<string, unknown>> {
    const seq = (await this.kept.seqOf([id])).get(id);
    return seq === undefined ? {} : { ...this.relationsOf(seq) };
  }

  async close(): Promise<void> {
    await this.index.close();
  }
}

function isSameText(shared: Comparison): boolean {
  return shared.text.jaccard >= 0.3 || Math.max(shared.text.first, shared.text.second) >= 0.6;
}

function documentOf(profile: Profile) {
  const { seq, time, source, terms } = profile;
  return { seq, time, source, terms, payload: encodePayload(profile) };
}
