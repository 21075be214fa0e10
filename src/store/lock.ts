import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Database } from './database.js';
import { StoreError } from './store-error.js';

export interface WriterLock {
  release(): void;
}

/**
 * Makes this process the one writer of a store until it releases the lock or ends, however it
 * ends: an exclusive SQLite lock on a file of its own, which the operating system lets go with the
 * process. The number of the process stands beside it for the message that a second writer gets.
 * @throws StoreError `in-use`
 */
export function lockForWriting(directory: string): WriterLock {
  const pidFile = join(directory, 'warraq.pid');
  const lock = new Database(join(directory, 'warraq.lock'), directory);
  try {
    lock.exec('PRAGMA busy_timeout = 0');
    lock.exec('PRAGMA journal_mode = MEMORY');
    lock.exec('BEGIN EXCLUSIVE');
  } catch (thrown) {
    lock.close();
    if (!(thrown instanceof StoreError) || thrown.reason !== 'in-use') throw thrown;
    throw new StoreError(
      'in-use',
      `The store in ${directory} is in use by ${writer(pidFile)}. ` +
        'End that first, or name another directory with --db.',
    );
  }
  writeFileSync(pidFile, `${process.pid}\n`);
  return {
    release() {
      rmSync(pidFile, { force: true });
      lock.close();
    },
  };
}

function writer(pidFile: string): string {
  try {
    return `process ${readFileSync(pidFile, 'utf8').trim()}`;
  } catch {
    return 'another process';
  }
}
