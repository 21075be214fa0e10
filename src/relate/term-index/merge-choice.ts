/**
 * Neighbours are merged that are together so many times as large as the largest of them: each document
 * is written about once for each doubling up to the size at which a segment is full. More at once would
 * write less, but a query pays for each segment that it looks into.
 */
const GROWTH = 1.8;
/** Removed documents in a segment that make it worth writing anew, as a share. */
const WORTH_REWRITING = 1 / 4;
/** Of a segment's records: places in the file take 32 bits. */
const MOST_BYTES = 3e9;

export interface SegmentSize {
  documents: number;
  removed: number;
  /** Of its records. */
  bytes: number;
}

interface Choice {
  first: number;
  count: number;
}

/**
 * Which neighbouring segments to merge next, oldest first; undefined where none.
 * The newest that are worth it; a segment that stands before full ones still finds its like.
 * @param sizes oldest first
 */
export function chooseMerge(sizes: SegmentSize[], limit: number): Choice | undefined {
  const holey = sizes.findIndex((size) => size.removed > size.documents * WORTH_REWRITING);
  if (holey !== -1) return { first: holey, count: 1 };
  for (let end = sizes.length; end > 0; end--) {
    const choice = chooseBefore(sizes.slice(0, end), limit);
    if (choice) return choice;
  }
  return undefined;
}

/** The most neighbours before the end that are worth merging. */
function chooseBefore(sizes: SegmentSize[], limit: number): Choice | undefined {
  let documents = 0;
  let bytes = 0;
  let largest = 0;
  let choice: Choice | undefined;
  for (let first = sizes.length - 1; first >= 0; first--) {
    const size = sizes[first]!;
    documents += size.documents;
    bytes += size.bytes;
    largest = Math.max(largest, size.documents);
    if (documents > limit || bytes > MOST_BYTES) break;
    const count = sizes.length - first;
    if (largest * GROWTH <= documents) choice = { first, count };
  }
  return choice;
}
