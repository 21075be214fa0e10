import { Pace } from './pace.js';
import { readRecord } from './record.js';
import { closeRanks, type Moved } from './seal.js';
import type { Segment } from './segment.js';
import { SegmentWriter } from './segment-writer.js';
import { compareTerms } from './terms.js';

/** One of the segments that are merged, read from front to back. */
class Input {
  readonly moved: Moved;
  readonly ids: Int32Array;
  readonly take: (bytes: number) => Buffer;
  id = -1;
  term = '';
  hash = 0;

  constructor(
    readonly segment: Segment,
    readonly base: number,
  ) {
    this.moved = closeRanks(segment.documents, segment.removedOffsets);
    this.ids = new Int32Array(segment.file.termCount).fill(-1);
    this.take = segment.file.sequential('postings');
    this.advance();
  }

  get kept(): number {
    return this.moved.reduce((sum, to) => sum + (to === -1 ? 0 : 1), 0);
  }

  get ended(): boolean {
    return this.id >= this.segment.file.termCount;
  }

  advance(): void {
    this.id++;
    if (this.ended) return;
    this.term = this.segment.file.dictionary.term(this.id);
    this.hash = this.segment.file.columns.hashes[this.id]!;
  }

  /** Appends the current term's postings that stay, at `count`; returns the new count. */
  append(offsets: Uint32Array, levels: Uint8Array, count: number): number {
    const postings = this.segment.file.postings(this.id);
    const { postingBytes, wide } = this.segment.file;
    const bytes = this.take(postings * postingBytes);
    let end = count;
    for (let i = 0; i < postings; i++) {
      const chunk = wide ? bytes[3 * postings + i]! : 0;
      const to = this.moved[bytes[2 * i]! | (bytes[2 * i + 1]! << 8) | (chunk << 16)]!;
      if (to === -1) continue;
      offsets[end] = this.base + to;
      levels[end++] = bytes[2 * postings + i]!;
    }
    return end;
  }
}

/**
 * Writes the documents of neighbouring segments, oldest first, to one segment file, without those
 * that were removed when it began. Rests between short stretches of work.
 * @param ending told when it is not to be finished; nothing is left on disk then
 * @returns for each segment, where its documents went in the new one
 */
export async function merge(
  segments: Segment[],
  path: string,
  ending?: AbortSignal,
): Promise<Moved[]> {
  const inputs: Input[] = [];
  let documents = 0;
  for (const segment of segments) {
    const input = new Input(segment, documents);
    documents += input.kept;
    inputs.push(input);
  }
  const writer = await SegmentWriter.create(path, documents);
  const pace = new Pace(ending);
  try {
    await mergeTerms(inputs, documents, writer, pace);
    await writer.endTerms();
    for (const input of inputs) await copyDocuments(input, writer, pace);
    await writer.finish();
  } catch (error) {
    await writer.abandon();
    throw error;
  }
  return inputs.map(({ moved, base }) => moved.map((to) => (to === -1 ? -1 : base + to)));
}

async function mergeTerms(inputs: Input[], documents: number, writer: SegmentWriter, pace: Pace) {
  const offsets = new Uint32Array(documents);
  const levels = new Uint8Array(documents);
  for (;;) {
    const first = firstTerm(inputs);
    if (!first) return;
    const { term, hash } = first;
    let count = 0;
    for (const input of inputs) {
      if (input.ended || input.hash !== hash || input.term !== term) continue;
      const before = count;
      count = input.append(offsets, levels, count);
      if (count > before) input.ids[input.id] = writer.terms;
      input.advance();
    }
    if (count > 0) writer.addTerm(term, hash, offsets, levels, count);
    if (writer.full) await writer.drain();
    if (pace.due) await pace.rest();
  }
}

function firstTerm(inputs: Input[]): Input | undefined {
  let first: Input | undefined;
  for (const input of inputs) {
    if (input.ended) continue;
    if (!first || compareTerms(input.term, input.hash, first.term, first.hash) < 0) first = input;
  }
  return first;
}

async function copyDocuments({ segment, moved, ids }: Input, writer: SegmentWriter, pace: Pace) {
  const { seqs, times, sourceIds, recordStarts } = segment.file.columns;
  const take = segment.file.sequential('records');
  for (let offset = 0; offset < moved.length; offset++) {
    const bytes = take(recordStarts[offset + 1]! - recordStarts[offset]!);
    if (moved[offset] === -1) continue;
    const { ids: termIds, levels, payload } = readRecord(bytes);
    for (let i = 0; i < termIds.length; i++) termIds[i] = ids[termIds[i]!]!;
    const head = {
      seq: seqs[offset]!,
      time: times[offset]!,
      source: segment.file.sources[sourceIds[offset]!]!,
    };
    writer.addDocument(head, termIds, levels, payload);
    if (writer.full) await writer.drain();
    if (pace.due) await pace.rest();
  }
}
