import type { Database } from './database.js';
import type { Facets } from './facets.js';

/** bm25 weights of title_words, title_stems, body_words, body_stems, keywords. */
const WEIGHTS = '1, 3, 0.5, 1, 2';
/** Seqs that are kept in memory between searches; 4 bytes each. */
const CACHED = 2_000_000;
/** Rankings that are kept, so that the next page costs nothing. */
const RANKINGS = 8;

/** Asks the full-text index; what it found is remembered until the store changes. */
export class SearchIndexReader {
  readonly #found = new Map<string, Int32Array>();
  readonly #ranked = new Map<string, Map<number, number>>();
  #cached = 0;
  #version = -1;

  constructor(
    private readonly database: Database,
    private readonly facets: Facets,
  ) {}

  /** Seqs of the articles that match, ascending. */
  find(expression: string): Int32Array {
    if (this.#version !== this.facets.version) this.#forget();
    const known = this.#found.get(expression);
    if (known) {
      this.#found.delete(expression);
      this.#found.set(expression, known);
      return known;
    }
    // One text with all of them: a row for each would cost several times as much.
    const list = this.database.value<string | null>(
      'SELECT group_concat(rowid) FROM search WHERE search MATCH ?',
      expression,
    );
    const found = list ? readSeqs(list) : new Int32Array(0);
    this.#remember(expression, found);
    return found;
  }

  /**
   * Score by seq of the articles that match: bm25, higher is better.
   * @param among scores only these; to score an article costs far more than to find it
   */
  rank(expression: string, among?: ArrayLike<number>): Map<number, number> {
    if (this.#version !== this.facets.version) this.#forget();
    const only = among && `[${Array.from(among).join()}]`;
    const key = only ? `${expression} ${only}` : expression;
    const known = this.#ranked.get(key);
    if (known) return known;
    const match = `SELECT rowid, -bm25(search, ${WEIGHTS}) FROM search WHERE search MATCH ?`;
    // The plus sign keeps SQLite from asking the index anew for each of them.
    const scores = new Map(
      only
        ? this.database.rows<[number, number]>(
            `${match} AND +rowid IN (SELECT value FROM json_each(?))`,
            expression,
            only,
          )
        : this.database.rows<[number, number]>(match, expression),
    );
    if (this.#ranked.size >= RANKINGS) this.#ranked.delete([...this.#ranked.keys()][0] as string);
    this.#ranked.set(key, scores);
    return scores;
  }

  /** How many words each of these articles has, in both forms, in their order. */
  lengths(among: Int32Array): Float64Array {
    const sizes = new Map(
      this.database.rows<[number, Uint8Array]>(
        'SELECT id, sz FROM search_docsize WHERE id IN (SELECT value FROM json_each(?))',
        `[${among.join()}]`,
      ),
    );
    return Float64Array.from(among, (seq) => sumOfVarints(sizes.get(seq)));
  }

  #remember(expression: string, found: Int32Array): void {
    this.#found.set(expression, found);
    this.#cached += found.length;
    for (const [oldest, seqs] of this.#found) {
      if (this.#cached <= CACHED) break;
      this.#found.delete(oldest);
      this.#cached -= seqs.length;
    }
  }

  #forget(): void {
    this.#found.clear();
    this.#ranked.clear();
    this.#cached = 0;
    this.#version = this.facets.version;
  }
}

/** FTS5 keeps the words of each column as one of SQLite's big-endian varints; articles have no column of 2^28. */
function sumOfVarints(bytes: Uint8Array = new Uint8Array(0)): number {
  let sum = 0;
  let value = 0;
  for (const byte of bytes) {
    value = value * 128 + (byte & 127);
    if (byte > 127) continue;
    sum += value;
    value = 0;
  }
  return sum;
}

const COMMA = 44;
const ZERO = 48;

function readSeqs(list: string): Int32Array {
  const seqs = new Int32Array((list.length + 1) >> 1);
  let count = 0;
  let seq = 0;
  for (let index = 0; index < list.length; index += 1) {
    const code = list.charCodeAt(index);
    if (code === COMMA) {
      seqs[count++] = seq;
      seq = 0;
    } else seq = seq * 10 + code - ZERO;
  }
  seqs[count++] = seq;
  return seqs.slice(0, count);
}
