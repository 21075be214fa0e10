import type { Database } from './database.js';

type FacetRow = [
  seq: number,
  at: number,
  source: number,
  group: number | null,
  original: number,
  topic: string | null,
];

/**
 * What search filters and sorts by, for every article, in memory: 24 bytes each. A join for each of
 * tens of thousands of hits of a common word would cost more than finding them.
 */
export class Facets {
  #size = 0;
  #at = new Float64Array(0);
  #source = new Int32Array(0);
  /** The copy group, 0 without one; negative for its original. */
  #group = new Int32Array(0);
  #topic = new Int32Array(0);
  readonly #topics = new Map<string, number>();
  #revision = -1;
  #dataVersion = -1;
  #version = 0;
  /** This process has written since. */
  #stale = true;

  constructor(private readonly database: Database) {}

  /** Grows whenever the store has changed. */
  get version(): number {
    return this.#version;
  }

  /** Reads what other processes or this one have written since. Call before asking. */
  refresh(): void {
    const dataVersion = this.database.value<number>('PRAGMA data_version') ?? 0;
    if (dataVersion === this.#dataVersion && !this.#stale) return;
    const revision = this.database.value<number>('SELECT revision FROM revision') ?? 0;
    if (revision !== this.#revision) {
      this.#at.fill(Number.NaN);
      this.#size = 0;
    }
    this.#revision = revision;
    this.#dataVersion = dataVersion;
    this.#stale = false;
    this.#version += 1;
    const rows = this.database.rows<FacetRow>(`${SELECT} WHERE seq >= ? ORDER BY seq`, this.#size);
    for (const row of rows) this.#set(row);
  }

  /** After a write of this process, with the rows that it changed in place. */
  changed(seqs: Iterable<number>): void {
    this.#stale = true;
    if (this.#revision < 0) return;
    for (const seq of seqs) {
      if (seq >= this.#size) continue;
      this.#at[seq] = Number.NaN;
      const row = this.database.row<FacetRow>(`${SELECT} WHERE seq = ?`, seq);
      if (row) this.#set(row);
    }
    this.#revision = this.database.value<number>('SELECT revision FROM revision') ?? 0;
  }

  has(seq: number): boolean {
    return this.#at[seq] === this.#at[seq] && seq < this.#size;
  }

  /** One more than the greatest seq. */
  get size(): number {
    return this.#size;
  }

  at(seq: number): number {
    return this.#at[seq] as number;
  }

  source(seq: number): number {
    return this.#source[seq] as number;
  }

  /** 0 without one. */
  group(seq: number): number {
    return Math.abs(this.#group[seq] as number);
  }

  isOriginal(seq: number): boolean {
    return (this.#group[seq] as number) < 0;
  }

  topic(seq: number): number {
    return this.#topic[seq] as number;
  }

  topicNumber(topic: string): number {
    return this.#topics.get(topic) ?? -1;
  }

  #set([seq, at, source, group, original, topic]: FacetRow): void {
    if (seq >= this.#at.length) this.#grow(seq + 1);
    this.#at[seq] = at;
    this.#source[seq] = source;
    this.#group[seq] = group === null ? 0 : original ? -group : group;
    this.#topic[seq] = topic === null ? 0 : this.#internTopic(topic);
    if (seq >= this.#size) this.#size = seq + 1;
  }

  #internTopic(topic: string): number {
    const number = this.#topics.get(topic) ?? this.#topics.size + 1;
    this.#topics.set(topic, number);
    return number;
  }

  #grow(least: number): void {
    const length = Math.max(1024, least, this.#at.length * 2);
    const at = new Float64Array(length).fill(Number.NaN);
    at.set(this.#at);
    this.#at = at;
    this.#source = grown(this.#source, length);
    this.#group = grown(this.#group, length);
    this.#topic = grown(this.#topic, length);
  }
}

const SELECT = `SELECT seq, at, source, copy_group, id = original, topic FROM articles`;

function grown(from: Int32Array<ArrayBuffer>, length: number): Int32Array<ArrayBuffer> {
  const to = new Int32Array(length);
  to.set(from);
  return to;
}
