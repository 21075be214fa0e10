import { NumberTable } from './number-table.js';
import { Pace } from './pace.js';
import { SegmentWriter } from './segment-writer.js';
import type { Tail } from './tail.js';
import { pack } from './postings.js';

/** Where documents of the parts that a segment was made of went: old offset → new; -1 for those left out. */
export type Moved = Int32Array;

/**
 * Writes a tail that no longer grows to a segment file, in order of time, without what was removed when
 * it began. Rests between short stretches of work.
 */
export async function seal(tail: Tail, path: string): Promise<Moved> {
  const order = byTime(tail);
  const moved = new Int32Array(tail.documents).fill(-1);
  order.forEach((offset, place) => (moved[offset] = place));
  const pace = new Pace();
  const { numbers, starts, postings } = await listsByTerm(tail, order, pace);
  const writer = await SegmentWriter.create(path);
  try {
    for (let id = 0; id < numbers.length; id++) {
      writer.addTerm(numbers[id]!, postings.subarray(starts[id], starts[id + 1]));
      if (writer.full) await writer.drain();
      if (pace.due) await pace.rest();
    }
    await writer.endTerms();
    for (const offset of order) {
      writer.addDocument(tail.document(offset));
      if (writer.full) await writer.drain();
      if (pace.due) await pace.rest();
    }
    await writer.finish();
  } catch (error) {
    await writer.abandon();
    throw error;
  }
  return moved;
}

function byTime({ documents, times, removedOffsets }: Tail): Uint32Array {
  return Uint32Array.from({ length: documents }, (_, offset) => offset)
    .filter((offset) => !removedOffsets.has(offset))
    .sort((a, b) => times[a]! - times[b]! || a - b);
}

/** All postings that stay, by term number and then by new offset; those of the n-th number are from `starts[n]` on. */
async function listsByTerm(tail: Tail, order: Uint32Array, pace: Pace) {
  const counts = new NumberTable();
  const seen: number[] = [];
  for (const offset of order) {
    for (const number of tail.terms(offset).numbers) {
      if (counts.get(number) === 0) seen.push(number);
      counts.add(number, 1);
    }
    if (pace.due) await pace.rest();
  }
  const numbers = Uint32Array.from(seen).sort();
  const starts = new Uint32Array(numbers.length + 1);
  const next = counts;
  for (let id = 0; id < numbers.length; id++) {
    starts[id + 1] = starts[id]! + counts.get(numbers[id]!);
    next.set(numbers[id]!, starts[id]!);
  }
  await pace.rest();
  const postings = new Uint32Array(starts[numbers.length]!);
  for (let place = 0; place < order.length; place++) {
    const { numbers: held, levels } = tail.terms(order[place]!);
    for (let i = 0; i < held.length; i++) {
      postings[next.get(held[i]!)] = pack(place, levels[i]!);
      next.add(held[i]!, 1);
    }
    if (pace.due) await pace.rest();
  }
  return { numbers, starts, postings };
}
