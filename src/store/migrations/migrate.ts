import type { Database } from '../database.js';
import { StoreError } from '../store-error.js';
import { articles } from './0001-articles.js';
import { subscriptions } from './0002-subscriptions.js';
import { labelsByTime } from './0003-labels-by-time.js';

/** In order; a store's `user_version` is how many of them it has. Never change one that was released. */
const migrations: readonly string[] = [articles, subscriptions, labelsByTime];

/** The schema version that this build reads and writes. */
export const SCHEMA = migrations.length;

/**
 * Brings a store up to date, one transaction for each step.
 * @throws StoreError `newer` for a store of a later version; `older` where `readonly` forbids to mend it
 */
export function migrate(database: Database, readonly: boolean): void {
  const version = database.value<number>('PRAGMA user_version') ?? 0;
  if (version > SCHEMA)
    throw new StoreError(
      'newer',
      `The store in ${database.directory} has schema ${version}, made by a newer version of Warraq; ` +
        `this one knows up to ${SCHEMA}. Update Warraq, or name another directory with --db.`,
    );
  if (version < SCHEMA && readonly)
    throw new StoreError(
      'older',
      `The store in ${database.directory} has schema ${version}; this version of Warraq needs ${SCHEMA}. ` +
        'Open it once for writing (any command that writes) to bring it up to date.',
    );
  for (let step = version; step < SCHEMA; step += 1)
    database.transaction(() => {
      database.exec(migrations[step] as string);
      database.exec(`PRAGMA user_version = ${step + 1}`);
    });
}
