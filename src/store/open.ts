import { accessSync, constants, existsSync, mkdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Subscriptions } from '../model/feed.js';
import { Database } from './database.js';
import { STORE_FILE } from './files.js';
import { lockForWriting } from './lock.js';
import { migrate } from './migrations/migrate.js';
import { SqliteStore } from './sqlite-store.js';
import { asStoreError, StoreError } from './store-error.js';
import type { Store } from './store.js';

export interface OpenOptions {
  /** Opens beside a writer; the store must exist and every write fails. */
  readonly?: boolean;
  /** The most pages that the file may grow to; a quota. */
  maxPages?: number;
}

/**
 * Opens the store in a directory, which is made where it is missing.
 * @throws StoreError in use by another writer, of a newer version, missing (for a reader), damaged,
 *   not writable, or not a directory
 */
export async function openStore(directory: string, options: OpenOptions = {}): Promise<Store> {
  const path = resolve(directory);
  try {
    return options.readonly ? openForReading(path) : openForWriting(path, options);
  } catch (thrown) {
    throw asStoreError(thrown, path);
  }
}

/**
 * The subscriptions of a store, also beside the process that writes to it: adding or pausing one is a
 * single statement, which SQLite keeps apart from what the other process does, and a collecting
 * process looks for changes by itself. The store is made where there is none.
 */
export async function openSubscriptions(
  directory: string,
): Promise<{ subscriptions: Subscriptions; close(): Promise<void> }> {
  const path = resolve(directory);
  try {
    return openForWriting(path, {});
  } catch (thrown) {
    const error = asStoreError(thrown, path);
    if (!(error instanceof StoreError) || error.reason !== 'in-use') throw error;
  }
  const database = new Database(join(path, STORE_FILE), path);
  try {
    tune(database);
    migrate(database, true);
    return new SqliteStore(database, undefined);
  } catch (thrown) {
    database.close();
    throw asStoreError(thrown, path);
  }
}

function openForWriting(directory: string, { maxPages }: OpenOptions): Store {
  makeDirectory(directory);
  const lock = lockForWriting(directory);
  let database: Database | undefined;
  try {
    database = new Database(join(directory, STORE_FILE), directory);
    tune(database);
    // A store of a later version is refused before anything in it is touched.
    if ((database.value<number>('PRAGMA user_version') ?? 0) === 0)
      database.exec('PRAGMA page_size = 8192');
    else migrate(database, false);
    database.exec('PRAGMA journal_mode = WAL');
    // FULL syncs the log at each commit: what was acknowledged survives a loss of power.
    database.exec('PRAGMA synchronous = FULL');
    database.exec('PRAGMA wal_autocheckpoint = 2000');
    database.exec('PRAGMA journal_size_limit = 67108864');
    migrate(database, false);
    if (maxPages) database.exec(`PRAGMA max_page_count = ${Math.trunc(maxPages)}`);
    return new SqliteStore(database, lock);
  } catch (thrown) {
    database?.close();
    lock.release();
    throw thrown;
  }
}

function openForReading(directory: string): Store {
  const file = join(directory, STORE_FILE);
  if (!existsSync(file))
    throw new StoreError(
      'missing',
      `There is no store in ${directory}. Import something first, or name another directory with --db.`,
    );
  const database = new Database(readersName(directory, file), directory);
  try {
    tune(database);
    database.exec('PRAGMA query_only = ON');
    migrate(database, true);
    return new SqliteStore(database, undefined);
  } catch (thrown) {
    database.close();
    throw thrown;
  }
}

/**
 * Where the directory may not be written, SQLite cannot make the files by which it shares its log:
 * those of a running writer serve, and without a log the file is taken as it is.
 */
function readersName(directory: string, file: string): string {
  try {
    accessSync(directory, constants.W_OK);
    return file;
  } catch {
    const log = statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0;
    return `${pathToFileURL(file).href}?${log ? 'mode=ro' : 'immutable=1'}`;
  }
}

function tune(database: Database): void {
  database.exec('PRAGMA busy_timeout = 10000');
  database.exec('PRAGMA foreign_keys = OFF');
  database.exec('PRAGMA cache_size = -32768');
  database.exec('PRAGMA mmap_size = 0');
}

function makeDirectory(directory: string): void {
  if (existsSync(directory) && !statSync(directory).isDirectory())
    throw new StoreError(
      'unusable',
      `${directory} is a file, not a directory. Name another with --db.`,
    );
  mkdirSync(directory, { recursive: true });
}
