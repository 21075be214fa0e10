import type { Entity, Keyphrase } from '../model/analysis.js';
import { plain } from './codec.js';
import type { Database } from './database.js';

/** What an article carries at most once and a page is made for: a keyphrase or an entity. */
interface Label {
  key: string;
  text: string;
  type?: Entity['type'];
}

export type LabelKind = 'keyphrases' | 'entities';

export const labelsOf = {
  keyphrases: (keyphrases: Keyphrase[]): Label[] =>
    distinct(keyphrases.map(({ key, text }) => ({ key, text }))),
  entities: (entities: Entity[]): Label[] =>
    distinct(entities.map(({ key, name, type }) => ({ key, text: name, type }))),
};

function distinct(labels: Label[]): Label[] {
  const byKey = new Map<string, Label>();
  for (const label of labels) {
    const key = plain(label.key);
    if (key && !byKey.has(key)) byKey.set(key, { ...label, key, text: plain(label.text) });
  }
  return [...byKey.values()];
}

/**
 * Links articles to labels within one transaction; counts are written once at its end, since the
 * articles of a batch share many labels. A label that no article carries any more goes.
 */
export class LabelWriter {
  readonly #touched = new Map<string, { number: number; change: number }>();

  constructor(
    private readonly database: Database,
    private readonly kind: LabelKind,
  ) {}

  add(seq: number, at: number, labels: Label[]): void {
    for (const label of labels) {
      const touched = this.#number(label);
      touched.change += 1;
      this.database.run(
        `INSERT INTO article_${this.kind} VALUES (?, ?, ?)`,
        touched.number,
        at,
        seq,
      );
    }
  }

  remove(seq: number, at: number, labels: Label[]): void {
    for (const label of labels) {
      const touched = this.#number(label);
      const { changes } = this.database.run(
        `DELETE FROM article_${this.kind} WHERE label = ? AND at = ? AND seq = ?`,
        touched.number,
        at,
        seq,
      );
      touched.change -= changes;
    }
  }

  finish(): void {
    for (const { number, change } of this.#touched.values()) {
      if (change > 0)
        this.database.run(
          `UPDATE ${this.kind} SET articles = articles + ? WHERE number = ?`,
          change,
          number,
        );
      else {
        this.database.run(
          `UPDATE ${this.kind} SET articles = articles + ? WHERE number = ?`,
          change,
          number,
        );
        this.database.run(`DELETE FROM ${this.kind} WHERE number = ? AND articles = 0`, number);
      }
    }
    this.#touched.clear();
  }

  #number(label: Label): { number: number; change: number } {
    const known = this.#touched.get(label.key);
    if (known) return known;
    const number =
      this.database.value<number>(`SELECT number FROM ${this.kind} WHERE key = ?`, label.key) ??
      this.#insert(label);
    const touched = { number, change: 0 };
    this.#touched.set(label.key, touched);
    return touched;
  }

  #insert({ key, text, type }: Label): number {
    return this.kind === 'keyphrases'
      ? this.database.run('INSERT INTO keyphrases (key, text) VALUES (?, ?)', key, text)
          .lastInsertRowid
      : this.database.run(
          'INSERT INTO entities (key, text, type) VALUES (?, ?, ?)',
          key,
          text,
          type ?? 'person',
        ).lastInsertRowid;
  }
}

export function keyphrase(
  database: Database,
  key: string,
): { key: string; text: string; articles: number } | undefined {
  const row = database.row<[string, number]>(
    'SELECT text, articles FROM keyphrases WHERE key = ?',
    plain(key),
  );
  return row && { key, text: row[0], articles: row[1] };
}

export function entity(
  database: Database,
  key: string,
): { key: string; name: string; type: Entity['type']; articles: number } | undefined {
  const row = database.row<[string, Entity['type'], number]>(
    'SELECT text, type, articles FROM entities WHERE key = ?',
    plain(key),
  );
  return row && { key, name: row[0], type: row[1], articles: row[2] };
}

/** Articles a day (UTC), by day; answered from the index alone. */
export function perDay(
  database: Database,
  kind: LabelKind,
  key: string,
): Array<{ day: string; articles: number }> {
  return database
    .rows<[string, number]>(
      `SELECT date(at / 1000, 'unixepoch') AS day, count(*) FROM article_${kind}
       WHERE label = (SELECT number FROM ${kind} WHERE key = ?) GROUP BY day ORDER BY day`,
      plain(key),
    )
    .map(([day, articles]) => ({ day, articles }));
}
