import { opendir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Refusal } from '../../model/document.js';

export interface FoundFile {
  path: string;
  bytes: number;
}

const readable = /\.(?:jsonl|ndjson|html?|txt|xml|rss|atom|opml|warc)(?:\.gz)?$/i;

/**
 * The files that `paths` name, folders walked in order of names; symbolic links in folders are not
 * followed, so a walk always ends. In a folder files of other kinds are passed over, named ones are refused.
 */
export async function* findFiles(paths: string[]): AsyncGenerator<FoundFile | Refusal> {
  for (const path of paths) {
    try {
      const info = await stat(path);
      if (info.isDirectory()) {
        let any = false;
        for await (const found of walk(path)) {
          any = true;
          yield found;
        }
        if (!any) yield { name: path, reason: 'The folder holds no file of a kind that is read.' };
      } else if (!readable.test(path))
        yield {
          name: path,
          reason:
            'Files of this kind are not read; .jsonl, .html, .txt, .xml, .opml, .warc and these with .gz are.',
        };
      else yield { path, bytes: info.size };
    } catch (error) {
      yield { name: path, reason: reasonOf(error) };
    }
  }
}

async function* walk(folder: string): AsyncGenerator<FoundFile | Refusal> {
  const names: Array<{ name: string; folder: boolean }> = [];
  try {
    for await (const entry of await opendir(folder)) {
      if (entry.isDirectory()) names.push({ name: entry.name, folder: true });
      else if (entry.isFile() && readable.test(entry.name))
        names.push({ name: entry.name, folder: false });
    }
  } catch (error) {
    yield { name: folder, reason: reasonOf(error) };
    return;
  }
  names.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of names) {
    const path = join(folder, entry.name);
    if (entry.folder) yield* walk(path);
    else
      try {
        yield { path, bytes: (await stat(path)).size };
      } catch (error) {
        yield { name: path, reason: reasonOf(error) };
      }
  }
}

function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT') return 'There is no such file or folder.';
  if (code === 'EACCES' || code === 'EPERM') return 'No permission to read it.';
  return `It could not be opened (${message}).`;
}
