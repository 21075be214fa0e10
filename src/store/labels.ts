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
    distinct(
      entities
        .filter(({ dateline }) => !dateline)
        .map(({ key, name, type }) => ({ key, text: name, type })),
    ),
};

function distinct(labels: Label[]): Label[] {
  const byKey = new Map<string, Label>();
  for (const label of labels) {
    const key = plain(label.key);
    if (key && !byKey.has(key)) byKey.set(key, { ...label, key, text: plain(label.text) });
  }
  return [...byKey.values()];
}

interface Pending {
  label: Label;
  /** Time by seq of the articles that get it and that lose it. */
  add: Map<number, number>;
  remove: Map<number, number>;
}

/**
 * Links articles to labels within one transaction. All is written at its end by a few statements,
 * since a call into SQLite costs more than a row. A label that no article carries any more goes.
 */
export class LabelWriter {
  readonly #pending = new Map<string, Pending>();

  constructor(
    private readonly database: Database,
    private readonly kind: LabelKind,
  ) {}

  add(seq: number, at: number, labels: Label[]): void {
    for (const label of labels) this.#of(label).add.set(seq, at);
  }

  remove(seq: number, at: number, labels: Label[]): void {
    for (const label of labels) {
      const { add, remove } = this.#of(label);
      if (!add.delete(seq)) remove.set(seq, at);
    }
  }

  finish(): void {
    const numbers = this.#count();
    const add: Link[] = [];
    const remove: Link[] = [];
    for (const [key, pending] of this.#pending) {
      const number = numbers.get(key) as number;
      for (const [seq, at] of pending.remove) remove.push([number, at, seq]);
      for (const [seq, at] of pending.add) add.push([number, at, seq]);
    }
    if (remove.length) {
      this.database.run(
        `DELETE FROM article_${this.kind} WHERE (label, at, seq) IN (${FROM_JSON})`,
        JSON.stringify(remove),
      );
      this.database.run(
        `DELETE FROM ${this.kind} WHERE articles <= 0
         AND number IN (SELECT value FROM json_each(?))`,
        JSON.stringify([...new Set(remove.map(([number]) => number))]),
      );
    }
    if (add.length)
      this.database.run(
        `INSERT INTO article_${this.kind} (label, at, seq) ${FROM_JSON}`,
        JSON.stringify(add.sort((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2])),
      );
    this.#pending.clear();
  }

  /** Counts the labels up or down, making those that are new; returns their numbers by key. */
  #count(): Map<string, number> {
    const rows = [...this.#pending.values()].map(({ label, add, remove }) => [
      label.key,
      label.text,
      add.size - remove.size,
      ...(this.kind === 'entities' ? [label.type ?? 'person'] : []),
    ]);
    if (!rows.length) return new Map();
    const [columns, values] =
      this.kind === 'entities'
        ? ['key, text, articles, type', `${TEXT_AND_COUNT}, value ->> 3`]
        : ['key, text, articles', TEXT_AND_COUNT];
    return new Map(
      this.database.rows<[string, number]>(
        `INSERT INTO ${this.kind} (${columns}) SELECT ${values} FROM json_each(?) WHERE true
         ON CONFLICT (key) DO UPDATE SET articles = articles + excluded.articles
         RETURNING key, number`,
        JSON.stringify(rows),
      ),
    );
  }

  #of(label: Label): Pending {
    let pending = this.#pending.get(label.key);
    if (!pending) {
      pending = { label, add: new Map(), remove: new Map() };
      this.#pending.set(label.key, pending);
    }
    return pending;
  }
}

type Link = [label: number, at: number, seq: number];

const TEXT_AND_COUNT = 'value ->> 0, value ->> 1, value ->> 2';
const FROM_JSON = 'SELECT value ->> 0, value ->> 1, value ->> 2 FROM json_each(?)';

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
