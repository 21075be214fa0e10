import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { IndexDamaged } from './damage.js';
import { DiskTermIndex, LIMITS, type Limits } from './disk-term-index.js';
import {
  fileNumber,
  logPath,
  manifestPath,
  readManifest,
  writeDurably,
  writeManifest,
  type Manifest,
} from './manifest.js';
import { NO_LOG } from './parts.js';
import type { TermIndex } from './term-index.js';
import { WriterLock } from './writer-lock.js';

export interface TermIndexOptions {
  /** Opens what has been flushed by now, beside a writer, and changes nothing on disk. */
  readonly?: boolean;
  /** For tests: smaller parts. */
  limits?: Limits;
}

/** How often a reader begins anew because the writer put other files in place meanwhile. */
const MOST_ATTEMPTS = 20;

/**
 * Opens the term index in `directory`; a new and empty one where there is none.
 * @throws IndexDamaged where what is on disk cannot be trusted
 * @throws Error where another process writes it, unless `readonly`
 */
export async function openTermIndex(
  directory: string,
  options: TermIndexOptions = {},
): Promise<TermIndex> {
  const limits = options.limits ?? LIMITS;
  return options.readonly ? openToRead(directory, limits) : openToWrite(directory, limits);
}

async function openToWrite(directory: string, limits: Limits): Promise<TermIndex> {
  mkdirSync(directory, { recursive: true });
  const lock = WriterLock.take(directory);
  try {
    const manifest = readManifest(directory) ?? (await begin(directory));
    const unused = sweep(directory, manifest);
    return new DiskTermIndex(directory, manifest, limits, { lock, fileNumber: unused });
  } catch (error) {
    lock.release();
    throw error;
  }
}

async function begin(directory: string): Promise<Manifest> {
  refuseLeftovers(directory);
  const manifest = { next: 0, firstLog: NO_LOG + 1, segments: [] };
  await writeDurably(logPath(directory, manifest.firstLog), new Uint8Array());
  await writeManifest(directory, manifest);
  return manifest;
}

function refuseLeftovers(directory: string): void {
  if (existsSync(directory) && readdirSync(directory).some((name) => name.endsWith('.segment'))) {
    throw new IndexDamaged(manifestPath(directory), 'it is missing');
  }
}

/** Deletes what a crash left behind; returns a number that no segment or file of removals has. */
function sweep(directory: string, { firstLog, segments }: Manifest): number {
  const wanted = new Set(
    segments.flatMap(({ number, removals }) => [`${number}.segment`, `${removals}.removals`]),
  );
  let unused = 1;
  for (const name of readdirSync(directory)) {
    const number = fileNumber(name);
    if (number === undefined) continue;
    unused = Math.max(unused, number + 1);
    if (wanted.has(name) || (name.endsWith('.log') && number >= firstLog)) continue;
    try {
      rmSync(join(directory, name), { force: true });
    } catch {
      // A reader has it open where that matters; it does no harm.
    }
  }
  return unused;
}

/** The writer may replace files between a reader's steps: what was read counts if the manifest is still the same then. */
async function openToRead(directory: string, limits: Limits): Promise<TermIndex> {
  for (let attempt = 1; ; attempt++) {
    const manifest = readManifest(directory);
    if (!manifest) refuseLeftovers(directory);
    const again = () =>
      attempt < MOST_ATTEMPTS &&
      JSON.stringify(readManifest(directory)) !== JSON.stringify(manifest);
    try {
      const index = new DiskTermIndex(
        directory,
        manifest ?? { next: 0, firstLog: NO_LOG, segments: [] },
        limits,
      );
      if (!again()) return index;
      await index.close();
    } catch (error) {
      if (!again()) throw error;
    }
  }
}
