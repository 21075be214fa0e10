import { Pace } from './pace.js';
import { pack } from './postings.js';
import type { Moved } from './seal.js';
import type { Segment } from './segment.js';
import { SegmentWriter } from './segment-writer.js';

/** One of the segments that are merged, read from front to back. */
class Input {
  readonly moved: Moved;
  readonly take: (bytes: number) => Buffer;
  private readonly removed: Set<number>;
  id = 0;
  /** The first document not yet placed that stays. */
  offset = -1;

  constructor(readonly segment: Segment) {
    this.moved = new Int32Array(segment.documents).fill(-1);
    this.take = segment.file.sequential('postings');
    this.removed = new Set(segment.removedOffsets);
    this.nextDocument();
  }

  get kept(): number {
    return this.segment.documents - this.removed.size;
  }

  get time(): number {
    return this.segment.file.columns.times[this.offset] ?? Infinity;
  }

  nextDocument(): void {
    do this.offset++;
    while (this.removed.has(this.offset));
  }

  /** Of the term that comes next, Infinity after the last. */
  get number(): number {
    const { dictionary } = this.segment.file;
    return this.id < dictionary.length ? dictionary.number(this.id) : Infinity;
  }

  /** Appends the next term's postings that stay, at `count`; returns the new count. */
  append(packed: Uint32Array, count: number): number {
    const { file } = this.segment;
    const postings = file.postings(this.id);
    const bytes = this.take(file.blockBytes(this.id));
    const levelsAt = 2 * postings;
    let end = count;
    for (let i = 0; i < postings; i++) {
      const to = this.moved[bytes[2 * i]! | (bytes[2 * i + 1]! << 8)]!;
      if (to !== -1) packed[end++] = pack(to, bytes[levelsAt + i]!);
    }
    this.id++;
    return end;
  }
}

/**
 * Writes the documents of neighbouring segments, oldest first, to one segment file in order of time,
 * without those that were removed when it began. Rests between short stretches of work.
 * @returns for each segment, where its documents went in the new one
 */
export async function merge(segments: Segment[], path: string): Promise<Moved[]> {
  const inputs = segments.map((segment) => new Input(segment));
  const documents = inputs.reduce((sum, { kept }) => sum + kept, 0);
  const pace = new Pace();
  const order = await placeByTime(inputs, documents, pace);
  const writer = await SegmentWriter.create(path);
  try {
    await mergeTerms(inputs, documents, writer, pace);
    await writer.endTerms();
    await copyDocuments(inputs, order, writer, pace);
    await writer.finish();
  } catch (error) {
    await writer.abandon();
    throw error;
  }
  return inputs.map(({ moved }) => moved);
}

/** Fills `moved` of each input. @returns for each new place which input its document comes from */
async function placeByTime(inputs: Input[], documents: number, pace: Pace): Promise<Uint8Array> {
  const order = new Uint8Array(documents);
  for (let place = 0; place < documents; place++) {
    let first = 0;
    for (let i = 1; i < inputs.length; i++) if (inputs[i]!.time < inputs[first]!.time) first = i;
    const input = inputs[first]!;
    input.moved[input.offset] = place;
    input.nextDocument();
    order[place] = first;
    if (pace.due) await pace.rest();
  }
  return order;
}

async function mergeTerms(inputs: Input[], documents: number, writer: SegmentWriter, pace: Pace) {
  const packed = new Uint32Array(documents);
  for (;;) {
    let number = Infinity;
    for (const input of inputs) number = Math.min(number, input.number);
    if (number === Infinity) return;
    let count = 0;
    let sorted = true;
    for (const input of inputs) {
      if (input.number !== number) continue;
      const before = count;
      count = input.append(packed, count);
      if (before > 0 && count > before && packed[before]! < packed[before - 1]!) sorted = false;
    }
    const postings = packed.subarray(0, count);
    if (!sorted) postings.sort();
    if (count > 0) writer.addTerm(number, postings);
    if (writer.full) await writer.drain();
    if (pace.due) await pace.rest();
  }
}

async function copyDocuments(
  inputs: Input[],
  order: Uint8Array,
  writer: SegmentWriter,
  pace: Pace,
): Promise<void> {
  const readers = inputs.map(({ segment, moved }) => ({
    file: segment.file,
    moved,
    take: segment.file.sequential('records'),
    offset: 0,
  }));
  for (const from of order) {
    const reader = readers[from]!;
    const { columns, sources } = reader.file;
    for (; ; reader.offset++) {
      const { offset } = reader;
      const record = reader.take(columns.recordStarts[offset + 1]! - columns.recordStarts[offset]!);
      if (reader.moved[offset] === -1) continue;
      const head = {
        seq: columns.seqs[offset]!,
        time: columns.times[offset]!,
        source: sources[columns.sourceIds[offset]!]!,
      };
      writer.copyDocument(head, record);
      break;
    }
    reader.offset++;
    if (writer.full) await writer.drain();
    if (pace.due) await pace.rest();
  }
}
