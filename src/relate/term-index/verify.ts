import { manifestPath, readManifest, removalsPath, segmentPath } from './manifest.js';
import { readRemovals } from './removals.js';
import { SegmentFile } from './segment-file.js';
import { IndexDamaged } from './damage.js';

/**
 * Compares every byte of the segments with their checksums, also those that opening does not read.
 * @throws IndexDamaged
 */
export function verifyTermIndex(directory: string): void {
  const manifest = readManifest(directory);
  if (!manifest) throw new IndexDamaged(manifestPath(directory), 'it is missing');
  for (const { number, removals } of manifest.segments) {
    const file = new SegmentFile(segmentPath(directory, number));
    try {
      file.verify();
    } finally {
      file.close();
    }
    if (removals !== undefined) readRemovals(removalsPath(directory, removals));
  }
}
