import type { RelationChange } from '../model/relations.js';
import { contentOf } from './articles.js';
import { articleTime, contentHash, encodeContent, leadOf, plain } from './codec.js';
import type { Database, SqlValue } from './database.js';
import { LabelWriter, labelsOf } from './labels.js';
import { RelationWriter } from './relations.js';
import { indexForSearch, removeFromSearch } from './search-index.js';
import { sourceNumber } from './sources.js';
import type { Entry, SaveOptions, SaveOutcome } from './store.js';

/** The row of an article that is kept already. */
type KeptRow = [
  seq: number,
  hash: Uint8Array,
  at: number,
  story: number,
  group: number | null,
  collected: string,
];

/** Everything that one transaction writes of articles. */
export class ArticleWriter {
  readonly relations: RelationWriter;
  readonly #keyphrases: LabelWriter;
  readonly #entities: LabelWriter;
  /** Articles kept before that were changed or removed. */
  readonly changed: Set<number>;

  constructor(private readonly database: Database) {
    this.relations = new RelationWriter(database);
    this.changed = this.relations.changed;
    this.#keyphrases = new LabelWriter(database, 'keyphrases');
    this.#entities = new LabelWriter(database, 'entities');
  }

  put(entry: Entry, { reanalysed = false }: SaveOptions = {}): SaveOutcome {
    const hash = entry.encoded?.hash ?? contentHash(entry.article);
    const kept = this.database.row<KeptRow>(
      'SELECT seq, hash, at, story, copy_group, collected FROM articles WHERE id = ?',
      plain(entry.article.id),
    );
    if (!kept) {
      this.#insert(entry, hash);
      return 'stored';
    }
    const same = Buffer.from(kept[1]).toString('hex') === hash;
    if (same && !reanalysed) return 'unchanged';
    this.#replace(kept, entry, hash, !same);
    return same ? 'unchanged' : 'updated';
  }

  #insert(entry: Entry, hash: string): void {
    const { at, columns } = this.#columns(entry, hash, entry.article.collected);
    const seq = this.database.run(
      `INSERT INTO articles (hash, at, source, story, copy_group, copy_how, original, topic, sample,
         published, collected, url, image, title, lead, id)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      ...columns,
    ).lastInsertRowid;
    this.database.run(
      'INSERT INTO contents VALUES (?, ?)',
      seq,
      entry.encoded?.content ?? encodeContent(entry.article, entry.analysis),
    );
    this.#derive(seq, at, entry);
  }

  #replace(kept: KeptRow, entry: Entry, hash: string, newVersion: boolean): void {
    const [seq, , keptAt, story, group, firstCollected] = kept;
    if (newVersion)
      this.database.run(
        `INSERT INTO versions SELECT seq,
           (SELECT count(*) FROM versions WHERE versions.seq = contents.seq), ?, content
         FROM contents WHERE seq = ?`,
        plain(entry.article.collected),
        seq,
      );
    this.#forget(seq, keptAt);
    this.relations.leave(story, group);
    this.changed.add(seq);
    const article = { ...entry.article, collected: firstCollected };
    const { at, columns } = this.#columns({ ...entry, article }, hash, firstCollected);
    this.database.run(
      `UPDATE articles SET hash = ?, at = ?, source = ?, story = ?, copy_group = ?, copy_how = ?,
         original = ?, topic = ?, sample = ?, published = ?, collected = ?, url = ?, image = ?,
         title = ?, lead = ? WHERE id = ?`,
      ...columns,
    );
    this.database.run(
      'UPDATE contents SET content = ? WHERE seq = ?',
      encodeContent(article, entry.analysis),
      seq,
    );
    this.#derive(seq, at, entry);
  }

  remove(seq: number): void {
    const row = this.database.row<[number, number, number | null]>(
      'SELECT at, story, copy_group FROM articles WHERE seq = ?',
      seq,
    );
    if (!row) return;
    const [at, story, group] = row;
    this.#forget(seq, at);
    this.relations.leave(story, group);
    this.changed.add(seq);
    for (const table of ['versions', 'contents', 'articles'])
      this.database.run(`DELETE FROM ${table} WHERE seq = ?`, seq);
  }

  /** To be called once, last in the transaction. */
  finish(): void {
    this.#keyphrases.finish();
    this.#entities.finish();
    this.relations.finish();
    if (this.changed.size) this.database.run('UPDATE revision SET revision = revision + 1');
  }

  #columns(
    { article, analysis, relations }: Entry,
    hash: string,
    collected: string,
  ): { at: number; columns: SqlValue[] } {
    const at = articleTime(article);
    const image = article.image ?? article.blocks.find((block) => block.type === 'image')?.url;
    const columns = [
      Buffer.from(hash, 'hex'),
      at,
      sourceNumber(this.database, article),
      this.relations.story(relations.story),
      ...this.relations.copies(relations.copies ?? null),
      analysis.topic?.topic ?? null,
      article.sample ? 1 : 0,
      article.published ? plain(article.published) : null,
      plain(collected),
      article.url ? plain(article.url) : null,
      image ? plain(image) : null,
      plain(article.title),
      plain(leadOf(article, analysis.opening)),
      plain(article.id),
    ];
    return { at, columns };
  }

  /** Writes what is found by: labels and search. */
  #derive(seq: number, at: number, { analysis }: Entry): void {
    this.#keyphrases.add(seq, at, labelsOf.keyphrases(analysis.keyphrases));
    this.#entities.add(seq, at, labelsOf.entities(analysis.entities));
    indexForSearch(this.database, seq, analysis);
  }

  #forget(seq: number, at: number): void {
    const content = contentOf(this.database, seq);
    this.#keyphrases.remove(seq, at, labelsOf.keyphrases(content?.keyphrases ?? []));
    this.#entities.remove(seq, at, labelsOf.entities(content?.entities ?? []));
    removeFromSearch(this.database, seq);
  }
}

/** Keeps all of it or nothing. Returns what became of each entry and the rows changed in place. */
export function save(
  database: Database,
  entries: Entry[],
  changes: RelationChange[],
  options?: SaveOptions,
): { outcomes: SaveOutcome[]; changed: Set<number> } {
  return database.transaction(() => {
    const writer = new ArticleWriter(database);
    const outcomes = entries.map((entry) => writer.put(entry, options));
    for (const change of changes) writer.relations.apply(change);
    writer.finish();
    return { outcomes, changed: writer.changed };
  });
}
