import type { RelationChange, Relations } from '../model/relations.js';
import { plain } from './codec.js';
import type { Database, SqlValue } from './database.js';

const DAY = 86_400_000;

/** Writes stories and copy groups within one transaction; aggregates are brought up to date at its end. */
export class RelationWriter {
  readonly #stories = new Set<number>();
  readonly #groups = new Set<number>();
  /** Articles kept before whose row changed. */
  readonly changed = new Set<number>();

  constructor(private readonly database: Database) {}

  /** The number of a story, whose aggregates will be computed anew. */
  story(id: string): number {
    const number = intern(this.database, 'stories', plain(id));
    this.#stories.add(number);
    return number;
  }

  /** The values of an article's columns copy_group, copy_how and original. */
  copies(copies: Relations['copies'] | null): [SqlValue, SqlValue, SqlValue] {
    if (!copies) return [null, null, null];
    const group = intern(this.database, 'copy_groups', plain(copies.group));
    this.#groups.add(group);
    return [group, copies.how, plain(copies.original)];
  }

  /** An article that leaves, or whose story and copy group are about to be replaced. */
  leave(story: number, group: number | null): void {
    this.#stories.add(story);
    if (group !== null) this.#groups.add(group);
  }

  /** Applies a change; one about an article that is not kept is passed over. */
  apply(change: RelationChange): void {
    if (change.change === 'link-stories') return this.#link(change.story, change.related);
    const row = this.database.row<[number, number, number | null]>(
      'SELECT seq, story, copy_group FROM articles WHERE id = ?',
      plain(change.article),
    );
    if (!row) return;
    const [seq, story, group] = row;
    this.leave(story, group);
    this.changed.add(seq);
    if (change.change === 'story')
      this.database.run(
        'UPDATE articles SET story = ? WHERE seq = ?',
        this.story(change.story),
        seq,
      );
    else
      this.database.run(
        'UPDATE articles SET copy_group = ?, copy_how = ?, original = ? WHERE seq = ?',
        ...this.copies(change.copies ?? null),
        seq,
      );
  }

  #link(story: string, related: string[]): void {
    const number = this.story(story);
    this.database.run('DELETE FROM story_links WHERE story = ?', number);
    related.forEach((id, place) =>
      this.database.run('INSERT INTO story_links VALUES (?, ?, ?)', number, place, this.story(id)),
    );
  }

  finish(): void {
    for (const story of this.#stories) this.#summarise(story);
    for (const group of this.#groups)
      this.database.run(
        `DELETE FROM copy_groups WHERE number = ?
         AND NOT EXISTS (SELECT 1 FROM articles WHERE copy_group = number)`,
        group,
      );
  }

  #summarise(story: number): void {
    const row = this.database.row<[number, number, number | null, number | null]>(
      'SELECT count(*), count(DISTINCT source), min(at), max(at) FROM articles WHERE story = ?',
      story,
    );
    const [articles, outlets, first, last] = row ?? [0, 0, null, null];
    if (!articles || first === null || last === null) {
      this.database.run('DELETE FROM stories WHERE number = ?', story);
      this.database.run('DELETE FROM story_links WHERE story = ? OR related = ?', story, story);
      return;
    }
    this.database.run(
      'UPDATE stories SET articles = ?, outlets = ?, first = ?, last = ?, rank = ? WHERE number = ?',
      articles,
      outlets,
      first,
      last,
      storyRank(articles, outlets, last),
      story,
    );
  }
}

/**
 * Where a story stands among the top stories: the logarithm of outlets × 0.5^(age in days), with
 * articles counting a quarter as much as outlets. Twice the outlets keep a story up a day longer.
 * The age falls out of the comparison, so the rank can be stored and indexed and never goes stale.
 */
export function storyRank(articles: number, outlets: number, last: number): number {
  return last / DAY + Math.log2(outlets) + Math.log2(articles) / 4;
}

function intern(database: Database, table: 'stories' | 'copy_groups', id: string): number {
  return (
    database.value<number>(`SELECT number FROM ${table} WHERE id = ?`, id) ??
    database.run(`INSERT INTO ${table} (id) VALUES (?)`, id).lastInsertRowid
  );
}

/** Stories of the same affair, in the order in which they were linked (newest first). */
export function relatedStories(database: Database, id: string): string[] {
  return database
    .rows<[string]>(
      `SELECT related.id FROM story_links
       JOIN stories ON stories.number = story_links.story
       JOIN stories AS related ON related.number = story_links.related
       WHERE stories.id = ? ORDER BY place`,
      plain(id),
    )
    .map(([related]) => related);
}
