import { existsSync, readFileSync } from 'node:fs';
import { open, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32 } from './bytes.js';
import { IndexDamaged } from './damage.js';

/** Raised when a file of an older format can no longer be read. */
const FORMAT = 4;
const NAME = 'manifest.json';

/** What the index consists of; replaced as a whole. */
export interface Manifest {
  /** No document sealed so far has this seq or a higher one. */
  next: number;
  /** Logs from this number on hold what is not in segments. */
  firstLog: number;
  /** Oldest first. */
  segments: Array<{
    number: number;
    /** Number of the file that names its removed documents, where there are any. */
    removals?: number;
  }>;
}

export const manifestPath = (directory: string) => join(directory, NAME);
export const logPath = (directory: string, number: number) => join(directory, `${number}.log`);
export const segmentPath = (directory: string, number: number) =>
  join(directory, `${number}.segment`);
export const removalsPath = (directory: string, number: number) =>
  join(directory, `${number}.removals`);

/** Number of a file of the index that its name starts with, if it is one. */
export function fileNumber(name: string): number | undefined {
  const found = /^(\d+)\.(?:log|segment|removals)(?:\.new)?$/.exec(name);
  return found ? Number(found[1]) : undefined;
}

/** @throws IndexDamaged where there is one that cannot be read */
export function readManifest(directory: string): Manifest | undefined {
  const path = manifestPath(directory);
  if (!existsSync(path)) return undefined;
  const [sum = '', body = ''] = readFileSync(path, 'utf8').split('\n', 2);
  if (Number.parseInt(sum, 16) !== crc32(Buffer.from(body))) {
    throw new IndexDamaged(path, 'it does not match its checksum');
  }
  const { format, ...manifest } = JSON.parse(body) as Manifest & { format: number };
  if (format !== FORMAT) {
    throw new IndexDamaged(path, `format ${format} is not the format ${FORMAT} of this version`);
  }
  return manifest;
}

export async function writeManifest(directory: string, manifest: Manifest): Promise<void> {
  const body = JSON.stringify({ format: FORMAT, ...manifest });
  const sum = crc32(Buffer.from(body)).toString(16);
  await writeDurably(manifestPath(directory), Buffer.from(`${sum}\n${body}\n`));
}

/** Writes a file under another name, fsyncs it, and gives it its name: there whole or not at all. */
export async function writeDurably(path: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(`${path}.new`, 'w');
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(`${path}.new`, path);
  await syncDirectory(join(path, '..'));
}

/** Makes names in a directory durable, where the platform can. */
export async function syncDirectory(directory: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(directory, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
