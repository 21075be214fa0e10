import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readdirSync } from 'node:fs';
import { renameSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Database } from './database.js';
import { STORE_FILE } from './files.js';
import { asStoreError, StoreError } from './store-error.js';

/** What an unfinished copy is called, so that it is never taken for a backup. */
const PARTIAL = `${STORE_FILE}.partial`;
const PROGRESS_EVERY_MS = 200;

/** Copies in a thread of its own, so that the desk goes on serving meanwhile. */
const COPY = `
const { parentPort, workerData } = require('node:worker_threads');
const Database = require(workerData.libsql);
try {
  const database = new Database(workerData.from);
  database.exec('PRAGMA busy_timeout = 10000');
  database.prepare('VACUUM INTO ?').run([workerData.to]);
  database.close();
} catch (thrown) {
  parentPort.postMessage({ message: thrown.message, code: thrown.code });
}
`;

/**
 * A consistent copy of a store in use, compacted, as of the moment of the call.
 * @param progress called with bytes written and expected
 * @throws StoreError `unusable` where `directory` holds anything; `full`, `read-only`
 */
export async function backup(
  database: Database,
  file: string,
  directory: string,
  progress?: (done: number, total: number) => void,
): Promise<void> {
  try {
    const partial = prepare(directory);
    const pages = database.value<number>('PRAGMA page_count') ?? 0;
    const free = database.value<number>('PRAGMA freelist_count') ?? 0;
    const total = (pages - free) * (database.value<number>('PRAGMA page_size') ?? 0);
    const timer = setInterval(
      () => progress?.(Math.min(total, sizeOf(partial)), total),
      PROGRESS_EVERY_MS,
    );
    try {
      await copy(file, partial);
    } finally {
      clearInterval(timer);
    }
    sync(partial);
    renameSync(partial, join(directory, STORE_FILE));
    sync(directory);
    progress?.(total, total);
  } catch (thrown) {
    rmSync(join(directory, PARTIAL), { force: true });
    throw asStoreError(thrown, directory);
  }
}

/** Makes the directory and takes away what an interrupted backup left; returns where to write. */
function prepare(directory: string): string {
  mkdirSync(directory, { recursive: true });
  const partial = join(directory, PARTIAL);
  if (existsSync(partial)) rmSync(partial);
  rmSync(`${partial}-journal`, { force: true });
  if (readdirSync(directory).length)
    throw new StoreError(
      'unusable',
      `${directory} is not empty. Name a directory for the backup that is empty or does not exist.`,
    );
  return partial;
}

function copy(from: string, to: string): Promise<void> {
  const libsql = createRequire(import.meta.url).resolve('libsql');
  const worker = new Worker(COPY, { eval: true, workerData: { libsql, from, to } });
  return new Promise((resolve, reject) => {
    worker.once('message', ({ message, code }: { message: string; code?: string }) =>
      reject(Object.assign(new Error(message), { code })),
    );
    worker.once('error', reject);
    worker.once('exit', () => resolve());
  });
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}

/** Waits until the disk has it. */
function sync(path: string): void {
  const descriptor = openSync(path, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
