import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { RelationChange } from '../model/relations.js';
import type { SearchPage, SearchQuery } from '../model/search.js';
import type { Source } from '../model/source.js';
import * as articles from './articles.js';
import { backup } from './backup.js';
import { check } from './check.js';
import type { Database } from './database.js';
import { Facets } from './facets.js';
import { STORE_FILE } from './files.js';
import { labelTrends, storiesWith } from './label-trends.js';
import { namesWith } from './names-together.js';
import * as labels from './labels.js';
import * as lists from './lists.js';
import type { WriterLock } from './lock.js';
import { SCHEMA } from './migrations/migrate.js';
import * as relations from './relations.js';
import { remove, type Which } from './remove.js';
import { save } from './save.js';
import { SearchIndexReader } from './search-index-reader.js';
import { search, type SearchOptions } from './search.js';
import { setSetting, setSettings, setting, settingsUnder } from './settings.js';
import * as sources from './sources.js';
import { SqliteSubscriptions } from './subscriptions.js';
import { StoreError } from './store-error.js';
import type { Entry, Fault, LabelSpan, ListOptions, SaveOptions, Store } from './store.js';

type Answer<Method extends keyof Store> = Store[Method] extends (
  ...parameters: never[]
) => infer Result
  ? Result
  : never;

/** The embedded store; every method hands on to the file that is about it. */
export class SqliteStore implements Store {
  readonly #database: Database;
  readonly #lock: WriterLock | undefined;
  readonly #facets: Facets;
  readonly #index: SearchIndexReader;
  readonly subscriptions: SqliteSubscriptions;

  /** @param lock undefined for a reader */
  constructor(database: Database, lock: WriterLock | undefined) {
    this.#database = database;
    this.#lock = lock;
    this.#facets = new Facets(database);
    this.#index = new SearchIndexReader(database, this.#facets);
    this.subscriptions = new SqliteSubscriptions(database);
  }

  async known(ids: string[]): Answer<'known'> {
    return articles.known(this.#database, ids);
  }

  async nextSeq(): Promise<number> {
    return articles.nextSeq(this.#database);
  }

  async save(
    entries: Entry[],
    changes: RelationChange[] = [],
    options?: SaveOptions,
  ): Answer<'save'> {
    const { outcomes, changed } = save(this.#database, entries, changes, options);
    this.#facets.changed(changed);
    return outcomes;
  }

  async remove(which: Which): Promise<number> {
    const { removed, changed } = remove(this.#database, which);
    this.#facets.changed(changed);
    return removed;
  }

  async article(id: string): Answer<'article'> {
    return articles.article(this.#database, id);
  }

  async articles(ids: string[]): Answer<'articles'> {
    return articles.articles(this.#database, ids);
  }

  async bySeq(seqs: number[]): Answer<'bySeq'> {
    return lists.bySeq(this.#database, seqs);
  }

  async summaries(ids: string[]): Answer<'summaries'> {
    return lists.summaries(this.#database, ids);
  }

  async byUrl(url: string): Promise<string | undefined> {
    return articles.byUrl(this.#database, url);
  }

  async versions(id: string): Answer<'versions'> {
    return articles.versions(this.#database, id);
  }

  scan(fromSeq = 0): Answer<'scan'> {
    return articles.scan(this.#database, fromSeq);
  }

  async latest(options: ListOptions = {}): Answer<'latest'> {
    return lists.listArticles(this.#database, options);
  }

  async search(query: SearchQuery, options: SearchOptions = {}): Promise<SearchPage> {
    return search(this.#database, this.#facets, this.#index, query, options);
  }

  async byKeyphrase(key: string, options: ListOptions = {}): Answer<'byKeyphrase'> {
    return lists.listArticles(this.#database, options, { kind: 'keyphrases', key });
  }

  async byEntity(key: string, options: ListOptions = {}): Answer<'byEntity'> {
    return lists.listArticles(this.#database, options, { kind: 'entities', key });
  }

  async copyGroup(group: string): Answer<'copyGroup'> {
    return lists.members(this.#database, 'copy_groups', group);
  }

  async story(id: string): Answer<'story'> {
    return lists.members(this.#database, 'stories', id);
  }

  async relatedStories(id: string): Promise<string[]> {
    return relations.relatedStories(this.#database, id);
  }

  async stories(options: ListOptions = {}): Answer<'stories'> {
    return lists.listStories(this.#database, options);
  }

  async keyphrase(key: string): Answer<'keyphrase'> {
    return labels.keyphrase(this.#database, key);
  }

  async entity(key: string): Answer<'entity'> {
    return labels.entity(this.#database, key);
  }

  async perDay(what: { keyphrase: string } | { entity: string }): Answer<'perDay'> {
    return 'keyphrase' in what
      ? labels.perDay(this.#database, 'keyphrases', what.keyphrase)
      : labels.perDay(this.#database, 'entities', what.entity);
  }

  async labelTrends(span: LabelSpan): Answer<'labelTrends'> {
    return labelTrends(this.#database, span);
  }

  async namesWith(key: string, options: { newest: number; least: number }): Answer<'namesWith'> {
    return namesWith(this.#database, key, options);
  }

  async storiesWith(
    what: { keyphrase: string } | { entity: string },
    limit: number,
  ): Answer<'storiesWith'> {
    return 'keyphrase' in what
      ? storiesWith(this.#database, 'keyphrases', what.keyphrase, limit)
      : storiesWith(this.#database, 'entities', what.entity, limit);
  }

  async saveSource(source: Source): Promise<void> {
    sources.saveSource(this.#database, source);
  }

  async source(id: string): Answer<'source'> {
    return sources.source(this.#database, id);
  }

  async sources(): Answer<'sources'> {
    return sources.sources(this.#database);
  }

  async setting(key: string): Promise<string | undefined> {
    return setting(this.#database, key);
  }

  async setSetting(key: string, value: string | null): Promise<void> {
    setSetting(this.#database, key, value);
  }

  async settingsUnder(prefix: string): Answer<'settingsUnder'> {
    return settingsUnder(this.#database, prefix);
  }

  async setSettings(values: ReadonlyMap<string, string | null>): Promise<void> {
    setSettings(this.#database, values);
  }

  async stats(): Answer<'stats'> {
    const [count, outlets] = this.#database.row<[number, number]>(
      'SELECT (SELECT count(*) FROM articles), (SELECT count(*) FROM sources)',
    ) ?? [0, 0];
    const files = ['', '-wal'].map((suffix) => this.#file + suffix).filter((f) => existsSync(f));
    const bytes = files.reduce((sum, file) => sum + statSync(file).size, 0);
    return { articles: count, sources: outlets, bytes, schema: SCHEMA };
  }

  async check(): Promise<Fault[]> {
    return check(this.#database);
  }

  async backup(directory: string, progress?: (done: number, total: number) => void): Promise<void> {
    await backup(this.#database, this.#file, directory, progress);
  }

  async close(): Promise<void> {
    try {
      await this.subscriptions.settled();
      if (this.#lock && this.#database.open) this.#emptyLog();
    } finally {
      this.#database.close();
      this.#lock?.release();
    }
  }

  /**
   * libsql leaves a connection half open until its statements are collected, so SQLite does not do
   * this on closing. Where it cannot be done (a reader, a full disk), nothing is lost: the log stays.
   */
  #emptyLog(): void {
    try {
      this.#database.exec('PRAGMA busy_timeout = 0; PRAGMA wal_checkpoint(TRUNCATE)');
    } catch (thrown) {
      if (!(thrown instanceof StoreError)) throw thrown;
    }
  }

  get #file(): string {
    return join(this.#database.directory, STORE_FILE);
  }
}
