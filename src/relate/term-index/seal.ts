import { Pace } from './pace.js';
import { SegmentWriter } from './segment-writer.js';
import type { Tail } from './tail.js';
import { compareTerms, hashOf } from './terms.js';

/** Where documents of the parts that a segment was made of went; -1 for those left out. */
export type Moved = Int32Array;

/** Old offset → new offset when the removed documents are left out. */
export function closeRanks(documents: number, removed: Set<number>): Moved {
  let next = 0;
  return Int32Array.from({ length: documents }, (_, offset) => (removed.has(offset) ? -1 : next++));
}

/**
 * Writes a tail that no longer grows to a segment file, without what was removed when it began.
 * Rests between short stretches of work.
 */
export async function seal(tail: Tail, path: string): Promise<Moved> {
  const moved = closeRanks(tail.documents, tail.removedOffsets);
  const pace = new Pace();
  const lists = await listsByTerm(tail, moved, pace);
  const writer = await SegmentWriter.create(path, tail.documents - tail.removed);
  try {
    const ids = new Int32Array(tail.terms.length).fill(-1);
    for (const { tailId, term, hash } of await inOrder(tail, pace)) {
      const first = lists.starts[tailId]!;
      const count = lists.starts[tailId + 1]! - first;
      if (count === 0) continue;
      ids[tailId] = writer.terms;
      const { offsets, levels } = lists;
      writer.addTerm(term, hash, offsets.subarray(first), levels.subarray(first), count);
      if (writer.full) await writer.drain();
      if (pace.due) await pace.rest();
    }
    await writer.endTerms();
    await writeDocuments(tail, moved, ids, writer, pace);
    await writer.finish();
  } catch (error) {
    await writer.abandon();
    throw error;
  }
  return moved;
}

/** All postings that stay, by term id of the tail and then by new offset. */
async function listsByTerm(tail: Tail, moved: Moved, pace: Pace) {
  const starts = new Int32Array(tail.terms.length + 1);
  for (let offset = 0; offset < moved.length; offset++) {
    if (moved[offset] !== -1) tail.eachPosting(offset, (id) => starts[id + 1]!++);
    if (pace.due) await pace.rest();
  }
  for (let id = 0; id < tail.terms.length; id++) starts[id + 1]! += starts[id]!;
  const next = starts.slice();
  const offsets = new Uint32Array(starts.at(-1)!);
  const levels = new Uint8Array(starts.at(-1)!);
  for (let offset = 0; offset < moved.length; offset++) {
    const to = moved[offset]!;
    if (to === -1) continue;
    tail.eachPosting(offset, (id, level) => {
      const at = next[id]!++;
      offsets[at] = to;
      levels[at] = level;
    });
    if (pace.due) await pace.rest();
  }
  return { starts, offsets, levels };
}

async function inOrder(tail: Tail, pace: Pace) {
  const terms = tail.terms.map((term, tailId) => ({ tailId, term, hash: hashOf(term) }));
  await pace.rest();
  return terms.sort((a, b) => compareTerms(a.term, a.hash, b.term, b.hash));
}

async function writeDocuments(
  tail: Tail,
  moved: Moved,
  ids: Int32Array,
  writer: SegmentWriter,
  pace: Pace,
): Promise<void> {
  for (let offset = 0; offset < moved.length; offset++) {
    if (moved[offset] === -1) continue;
    const held: Array<{ id: number; level: number }> = [];
    tail.eachPosting(offset, (tailId, level) => held.push({ id: ids[tailId]!, level }));
    held.sort((a, b) => a.id - b.id);
    writer.addDocument(
      { seq: tail.seqs[offset]!, time: tail.times[offset]!, source: tail.sources[offset]! },
      Int32Array.from(held, ({ id }) => id),
      Uint8Array.from(held, ({ level }) => level),
      tail.payloads[offset]!,
    );
    if (writer.full) await writer.drain();
    if (pace.due) await pace.rest();
  }
}
