import Libsql from 'libsql';
import { asStoreError } from './store-error.js';

export type SqlValue = string | number | null | Uint8Array;

interface Statement {
  raw(on?: boolean): Statement;
  run(parameters: readonly SqlValue[]): { changes: number; lastInsertRowid: number };
  get(parameters: readonly SqlValue[]): unknown;
  all(parameters: readonly SqlValue[]): unknown[];
}

/**
 * A thin hand over libsql. Rows come as arrays (its objects carry a property of its own);
 * parameters go in as one array (a lone object is taken for named ones and aborts the process).
 * Every error leaves as a StoreError.
 */
export class Database {
  readonly #connection: InstanceType<typeof Libsql>;
  readonly #statements = new Map<string, Statement>();

  /**
   * @param file a path, or a `file:` URI with SQLite's parameters
   * @param directory what errors call the store
   */
  constructor(
    file: string,
    readonly directory: string,
  ) {
    this.#connection = this.#guard(() => new Libsql(file));
  }

  run(sql: string, ...parameters: SqlValue[]): { changes: number; lastInsertRowid: number } {
    return this.#guard(() => this.#statement(sql).run(checked(parameters)));
  }

  row<Row extends unknown[]>(sql: string, ...parameters: SqlValue[]): Row | undefined {
    return this.#guard(() => this.#statement(sql).get(checked(parameters))) as Row | undefined;
  }

  rows<Row extends unknown[]>(sql: string, ...parameters: SqlValue[]): Row[] {
    return this.#guard(() => this.#statement(sql).all(checked(parameters))) as Row[];
  }

  /** The first column of the first row. */
  value<Value>(sql: string, ...parameters: SqlValue[]): Value | undefined {
    return this.row<[Value]>(sql, ...parameters)?.[0];
  }

  exec(sql: string): void {
    this.#guard(() => this.#connection.exec(sql));
  }

  /** All that `work` writes, or nothing of it where it throws. */
  transaction<Result>(work: () => Result): Result {
    this.exec('BEGIN IMMEDIATE');
    try {
      const result = work();
      this.exec('COMMIT');
      return result;
    } catch (thrown) {
      // A full disk makes SQLite roll back by itself; a second ROLLBACK would hide why.
      if (this.#connection.inTransaction) this.exec('ROLLBACK');
      throw thrown;
    }
  }

  /** `work` reads the store as of one moment, whatever others write meanwhile. */
  snapshot<Result>(work: () => Result): Result {
    this.exec('BEGIN');
    try {
      return work();
    } finally {
      this.exec('COMMIT');
    }
  }

  get open(): boolean {
    return this.#connection.open;
  }

  close(): void {
    this.#statements.clear();
    if (this.open) this.#connection.close();
  }

  #statement(sql: string): Statement {
    let statement = this.#statements.get(sql);
    if (!statement) {
      statement = this.#connection.prepare(sql) as unknown as Statement;
      if ((statement as unknown as { reader: boolean }).reader) statement.raw();
      this.#statements.set(sql, statement);
    }
    return statement;
  }

  #guard<Result>(work: () => Result): Result {
    try {
      return work();
    } catch (thrown) {
      throw asStoreError(thrown, this.directory);
    }
  }
}

/** libsql ends the process at a value of another type; whatever the types say, it shall not get one. */
function checked(parameters: readonly SqlValue[]): readonly SqlValue[] {
  for (const value of parameters)
    if (
      typeof value !== 'string' &&
      typeof value !== 'number' &&
      value !== null &&
      !(value instanceof Uint8Array)
    )
      throw new TypeError(`A value of type ${typeof value} cannot be kept.`);
  return parameters;
}
