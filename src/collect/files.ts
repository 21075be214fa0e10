import { readFile, stat } from 'node:fs/promises';
import type { RawDocument, Refusal } from '../model/document.js';
import type { Subscription } from '../model/feed.js';
import { feedDocuments } from './feeds.js';
import { readJsonLines } from './files/json-lines.js';
import { gunzipWhole } from './files/gunzip.js';
import { findFiles, type FoundFile } from './files/walk.js';
import { readWarc } from './files/warc.js';
import { readOpml } from './opml.js';

/** Largest file read whole, and longest line, in bytes after unpacking. */
const largest = 20 * 1024 * 1024;

export interface ReadFilesOptions {
  /** Gets what an OPML file lists; without it such a file is refused. */
  subscriptions?: (found: Subscription[]) => void;
}

/**
 * Reads documents from files and, in order of their names, from all files in folders.
 * Only one document is in memory at a time. Never throws for an input: what cannot be used
 * comes as a Refusal that names it, and the rest goes on.
 * @param progress bytes of the files read so far, and of all, as on disk
 */
export async function* readFiles(
  paths: string[],
  progress?: (bytesDone: number, bytesTotal: number) => void,
  options: ReadFilesOptions = {},
): AsyncGenerator<RawDocument | Refusal> {
  const files: FoundFile[] = [];
  for await (const found of findFiles(paths)) {
    if ('reason' in found) yield found;
    else files.push(found);
  }
  const total = files.reduce((sum, file) => sum + file.bytes, 0);
  let before = 0;
  for (const file of files) {
    const start = before;
    yield* readOne(file, options, (done) => progress?.(start + Math.min(done, file.bytes), total));
    before += file.bytes;
    progress?.(before, total);
  }
}

async function* readOne(
  file: FoundFile,
  options: ReadFilesOptions,
  progress: (done: number) => void,
): AsyncGenerator<RawDocument | Refusal> {
  const { path } = file;
  if (file.bytes === 0) {
    yield { name: path, reason: 'The file is empty.' };
    return;
  }
  const name = path.toLowerCase();
  if (/\.(?:jsonl|ndjson)(?:\.gz)?$/.test(name)) {
    yield* readJsonLines(path, largest, progress);
    return;
  }
  if (/\.warc(?:\.gz)?$/.test(name)) {
    yield* readWarc(path, largest, progress);
    return;
  }
  const bytes = await readWhole(file, name.endsWith('.gz'));
  if ('reason' in bytes) {
    yield bytes;
    return;
  }
  const fetchedAt = (await stat(path)).mtime.toISOString();
  const kind = /\.(html?|txt|xml|rss|atom|opml)(?:\.gz)?$/.exec(name)?.[1];
  switch (kind) {
    case 'html':
    case 'htm':
      yield { form: 'html', name: path, bytes, fetchedAt };
      return;
    case 'txt':
      yield { form: 'text', name: path, bytes, fetchedAt };
      return;
    case 'opml': {
      const found = readOpml(bytes);
      if (!options.subscriptions || 'reason' in found)
        yield {
          name: path,
          reason:
            'reason' in found
              ? found.reason
              : 'An OPML file lists feeds, not articles; add it to the sources instead.',
        };
      else options.subscriptions(found.subscriptions);
      return;
    }
    default:
      yield* feedDocuments(path, bytes, fetchedAt);
  }
}

async function readWhole(file: FoundFile, packed: boolean): Promise<Uint8Array | Refusal> {
  const { path } = file;
  if (file.bytes > largest)
    return {
      name: path,
      reason: `The file has ${megabytes(file.bytes)} MB; at most ${megabytes(largest)} MB are read as one document.`,
    };
  try {
    if (!packed) return new Uint8Array(await readFile(path));
    const unpacked = await gunzipWhole(await readFile(path), largest);
    return unpacked instanceof Uint8Array ? unpacked : { name: path, reason: unpacked.reason };
  } catch (error) {
    return { name: path, reason: `The file could not be read (${(error as Error).message}).` };
  }
}

function megabytes(bytes: number): string {
  return (bytes / 1024 / 1024).toFixed(0);
}
