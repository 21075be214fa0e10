import { placeCalled } from '../analyse/entities/gazetteer.js';
import { parseQuery } from '../analyse/query.js';
import { highlight, snippet } from '../analyse/snippet.js';
import type {
  ArticlePage,
  Desk,
  EntityPage,
  KeyphrasePage,
  ListEntry,
  Rising,
  SearchEntry,
  SourcePage,
  StoryBriefLine,
  StoryPage,
} from '../desk.js';
import { NO_RULES, type SiteRules } from '../model/site-rules.js';
import { bodyText } from '../model/text.js';
import type { Relater } from '../relate/relater.js';
import type { ArticleSummary, ListOptions, Page, Store, StoredArticle } from '../store/store.js';
import { inTurn } from '../pipeline/in-turn.js';
import { clear, note } from '../pipeline/unsettled.js';
import { relatedNames } from './related-names.js';
import { storyPage, topStories } from './stories.js';
import { storyBrief } from './story-brief.js';
import { risingIn, storiesWith } from './subjects.js';

const SIMILAR_ON_A_PAGE = 10;
const RELATED_ON_A_PAGE = 12;
const SNIPPET_LENGTH = 240;

/** The desk over a store and a relater in this process. */
export class ReadingDesk implements Desk {
  constructor(
    readonly store: Store,
    readonly relater: Relater,
    readonly siteRules: SiteRules = NO_RULES,
  ) {}

  async latest(options: ListOptions = {}): Promise<Page<ListEntry>> {
    return this.withCopies(await this.store.latest({ foldCopies: true, ...options }));
  }

  async topStories(limit: number): Promise<StoryPage[]> {
    return topStories(this.store, this.relater, limit);
  }

  async articlePage(
    id: string,
    { sort = 'similarity' }: { sort?: 'similarity' | 'date' } = {},
  ): Promise<ArticlePage | undefined> {
    const stored = await this.store.article(id);
    if (!stored) return undefined;
    const alsoIn = await this.alsoIn(stored.relations.copies?.group, id);
    const nextRead = await this.nextRead(id);
    const leaveOut = [
      ...alsoIn.map((copy) => copy.id),
      ...(nextRead ? [nextRead.stored.article.id] : []),
    ];
    const similar = await this.relater.similar(id, { top: SIMILAR_ON_A_PAGE, sort, leaveOut });
    const summaries = new Map(
      (await this.store.summaries(similar.map((one) => one.id))).map((one) => [one.id, one]),
    );
    return {
      stored,
      source: await this.store.source(stored.article.source),
      alsoIn,
      story: await this.storyLine(stored),
      nextRead,
      similar: similar.flatMap(({ id: other, score, reason }) => {
        const summary = summaries.get(other);
        return summary ? [{ summary, score, reason }] : [];
      }),
    };
  }

  async storyPage(id: string): Promise<StoryPage | undefined> {
    return storyPage(this.store, this.relater, id);
  }

  async keyphrasePage(key: string, options: ListOptions = {}): Promise<KeyphrasePage | undefined> {
    const keyphrase = await this.store.keyphrase(key);
    if (!keyphrase) return undefined;
    const page = await this.store.byKeyphrase(key, { foldCopies: true, ...options });
    const perDay = await this.store.perDay({ keyphrase: key });
    const stories = await storiesWith(this.store, this.relater, { keyphrase: key });
    return { ...keyphrase, perDay, stories, page: await this.withCopies(page) };
  }

  async entityPage(key: string, options: ListOptions = {}): Promise<EntityPage | undefined> {
    const entity = await this.store.entity(key);
    if (!entity) return undefined;
    const page = await this.store.byEntity(key, { foldCopies: true, ...options });
    const perDay = await this.store.perDay({ entity: key });
    const stories = await storiesWith(this.store, this.relater, { entity: key });
    const related = await relatedNames(this.store, entity, RELATED_ON_A_PAGE);
    const where = entity.type === 'place' ? placeCalled(entity.name) : undefined;
    return { ...entity, ...where, perDay, stories, related, page: await this.withCopies(page) };
  }

  async rising(limit: number): Promise<Rising> {
    return risingIn(this.store, limit);
  }

  async storyBrief(id: string): Promise<StoryBriefLine[]> {
    return storyBrief(this.store, this.relater, id);
  }

  async sourcePage(id: string, options: ListOptions = {}): Promise<SourcePage | undefined> {
    const source = await this.store.source(id);
    if (!source) return undefined;
    return {
      source,
      page: await this.withCopies(await this.store.latest({ ...options, source: id })),
    };
  }

  async search(
    text: string,
    options: { sort?: 'relevance' | 'date'; from?: string; limit?: number } = {},
  ): Promise<{ total: number; entries: SearchEntry[]; next?: string }> {
    const query = parseQuery(text);
    const limit = options.limit ?? 20;
    const offset = options.from ? Number(options.from) : 0;
    const found = await this.store.search(query, {
      ...options,
      limit,
      from: String(offset),
      foldCopies: true,
    });
    const ids = found.hits.map((hit) => hit.id);
    const summaries = new Map((await this.store.summaries(ids)).map((one) => [one.id, one]));
    const stored = new Map((await this.store.articles(ids)).map((one) => [one.article.id, one]));
    const copies = new Map<string, ArticleSummary[]>();
    for (const { id, copyGroup } of summaries.values())
      copies.set(id, await this.alsoIn(copyGroup, id));
    const entries = ids.flatMap((id) => {
      const summary = summaries.get(id);
      const article = stored.get(id)?.article;
      if (!summary || !article) return [];
      return [
        {
          summary,
          alsoIn: copies.get(id) ?? [],
          title: highlight(article.title, query),
          snippet: snippet(bodyText(article), query, SNIPPET_LENGTH),
        },
      ];
    });
    const next = offset + limit < found.total ? { next: String(offset + limit) } : {};
    return { total: found.total, entries, ...next };
  }

  /** Takes away every article of the sample newsroom; returns how many. */
  async removeSample(): Promise<number> {
    return this.remove({ sample: true }, () => this.sampleSeqs());
  }

  async removeArticlesOf(source: string): Promise<number> {
    return this.remove({ source }, () => this.seqsOf(source));
  }

  async tidy(): Promise<void> {
    await inTurn(this.store, async () => {
      const changes = await this.relater.tidy();
      if (changes.length) await this.store.save([], changes);
      await this.relater.flush();
    });
  }

  async close(): Promise<void> {
    await this.relater.close();
    await this.store.close();
  }

  private remove(
    which: Parameters<Store['remove']>[0],
    seqsOf: () => Promise<number[]>,
  ): Promise<number> {
    return inTurn(this.store, async () => {
      const seqs = await seqsOf();
      await note(this.store, { removed: seqs });
      const removed = await this.store.remove(which);
      const changes = await this.relater.remove(seqs);
      if (changes.length) await this.store.save([], changes);
      await this.relater.flush();
      await clear(this.store);
      return removed;
    });
  }

  private async sampleSeqs(): Promise<number[]> {
    const seqs: number[] = [];
    for (const source of await this.store.sources())
      if (source.sample) seqs.push(...(await this.seqsOf(source.id, ({ sample }) => sample)));
    return seqs;
  }

  private async seqsOf(
    source: string,
    which: (summary: ArticleSummary) => boolean | undefined = () => true,
  ): Promise<number[]> {
    const seqs: number[] = [];
    let from: string | undefined;
    do {
      const page = await this.store.latest({ source, limit: 100, ...(from && { from }) });
      seqs.push(...page.items.filter(which).map(({ seq }) => seq));
      from = page.next;
    } while (from);
    return seqs;
  }

  private async nextRead(id: string): Promise<ArticlePage['nextRead']> {
    const next = await this.relater.nextRead(id);
    const stored = next && (await this.store.article(next.id));
    return stored && { stored, because: next.because, reason: next.reason };
  }

  private async storyLine({ relations }: StoredArticle): Promise<ArticlePage['story']> {
    const articles = await this.store.story(relations.story);
    const texts = new Set(articles.map(({ id, copyGroup = id }) => copyGroup));
    if (texts.size < 2) return undefined;
    const title = (await this.relater.headline(relations.story)) ?? articles[0]!.title;
    const outlets = new Set(articles.map((article) => article.source)).size;
    return { id: relations.story, title, articles: articles.length, outlets };
  }

  private async alsoIn(group: string | undefined, id: string): Promise<ArticleSummary[]> {
    if (!group) return [];
    return (await this.store.copyGroup(group)).filter((copy) => copy.id !== id);
  }

  private async withCopies(page: Page<ArticleSummary>): Promise<Page<ListEntry>> {
    const items = await Promise.all(
      page.items.map(async (summary) => ({
        summary,
        alsoIn: await this.alsoIn(summary.copyGroup, summary.id),
      })),
    );
    return { ...page, items };
  }
}
