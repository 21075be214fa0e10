import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { crc32 } from './bytes.js';
import { IndexDamaged } from './damage.js';
import { Dictionary } from './dictionary.js';
import { PostingBytes } from './postings.js';
import { readRecord, type DocumentRecord } from './record.js';
import {
  COLUMN_NAMES,
  COLUMNS,
  MAGIC,
  MOST_DOCUMENTS,
  postingsIn,
  TRAILER_BYTES,
  type Columns,
  type DocumentColumns,
  type FooterFields,
  type SectionName,
} from './segment-format.js';

const MEGABYTE = 1 << 20;
/** A few queries' worth: a single one is answered without reading all. */
const READS_BEFORE_HOLDING = 300;

/** Records are read into shared memory of this size: one buffer for each would cost more than reading it. */
const SLAB = 32 << 10;
let slab = new ArrayBuffer(0);
let slabUsed = 0;

/** @param bytes a multiple of four */
function roomForRecord(bytes: number): Uint8Array {
  if (slabUsed + bytes > slab.byteLength) {
    if (bytes > SLAB / 4) return new Uint8Array(bytes);
    slab = new ArrayBuffer(SLAB);
    slabUsed = 0;
  }
  slabUsed += bytes;
  return new Uint8Array(slab, slabUsed - bytes, bytes);
}

/** A segment file open for reading: columns in memory, postings and records read where they lie. */
export class SegmentFile {
  readonly columns: DocumentColumns;
  readonly dictionary: Dictionary;
  readonly sources: string[];
  readonly sections: FooterFields['sections'];
  private readonly descriptor: number;
  private mayHold = false;
  /** All postings, where they are kept in memory. */
  held: PostingBytes | undefined;
  private reads = 0;

  /** @throws IndexDamaged where the file is cut short, or its footer or a column does not match its checksum */
  constructor(readonly path: string) {
    this.descriptor = this.openFile();
    try {
      const footer = this.readFooter();
      this.sources = footer.sources;
      this.sections = footer.sections;
      const { numbers, highest, postingStarts, ...columns } = Object.fromEntries(
        COLUMN_NAMES.map((name) => [name, new COLUMNS[name](this.readChecked(name))]),
      ) as unknown as Columns;
      this.columns = columns;
      this.dictionary = new Dictionary({ numbers, highest, postingStarts });
      if (this.documents > MOST_DOCUMENTS)
        throw new IndexDamaged(
          path,
          `it has ${this.documents} documents, ${MOST_DOCUMENTS} at most are read`,
        );
    } catch (error) {
      closeSync(this.descriptor);
      throw error;
    }
  }

  private openFile(): number {
    try {
      return openSync(this.path, 'r');
    } catch (error) {
      const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
      if (missing) throw new IndexDamaged(this.path, 'it is missing', { cause: error });
      throw error;
    }
  }

  private readFooter(): FooterFields {
    const { size } = fstatSync(this.descriptor);
    if (size < TRAILER_BYTES) throw new IndexDamaged(this.path, 'it is cut short');
    const trailer = this.readBytes(size - TRAILER_BYTES, TRAILER_BYTES);
    const length = trailer.readUInt32LE(0);
    if (!trailer.subarray(8).equals(MAGIC) || length > size - TRAILER_BYTES) {
      throw new IndexDamaged(this.path, 'it does not end as a segment does');
    }
    const footer = this.readBytes(size - TRAILER_BYTES - length, length);
    if (crc32(footer) !== trailer.readUInt32LE(4)) {
      throw new IndexDamaged(this.path, 'its footer does not match its checksum');
    }
    return JSON.parse(footer.toString()) as FooterFields;
  }

  private readChecked(name: SectionName): ArrayBuffer {
    const { at, bytes, crc } = this.sections[name];
    const target = new ArrayBuffer(bytes);
    this.read(new Uint8Array(target), bytes, at);
    if (crc32(new Uint8Array(target)) !== crc) {
      throw new IndexDamaged(this.path, `its ${name} do not match their checksum`);
    }
    return target;
  }

  private readBytes(at: number, bytes: number): Buffer {
    const target = Buffer.allocUnsafe(bytes);
    this.read(target, bytes, at);
    return target;
  }

  private read(target: Uint8Array, bytes: number, at: number): void {
    for (let done = 0; done < bytes;) {
      const got = readSync(this.descriptor, target, done, bytes - done, at + done);
      if (got === 0) throw new IndexDamaged(this.path, 'it is cut short');
      done += got;
    }
  }

  get documents(): number {
    return this.columns.seqs.length;
  }

  get termCount(): number {
    return this.dictionary.length;
  }

  /** How many postings a term has, removed documents counted. */
  postings(id: number): number {
    return postingsIn(this.blockBytes(id));
  }

  /** Bytes that they take. */
  blockBytes(id: number): number {
    return this.dictionary.start(id + 1) - this.dictionary.start(id);
  }

  /** Reads a term's postings, as they lie. Where terms are read often, all are kept in `held`. */
  readPostings(id: number, target: Uint8Array): void {
    const { at, bytes } = this.sections.postings;
    this.read(target, this.blockBytes(id), at + this.dictionary.start(id));
    if (!this.mayHold || ++this.reads <= READS_BEFORE_HOLDING) return;
    const all = new ArrayBuffer(bytes + (bytes & 1));
    this.read(new Uint8Array(all), bytes, at);
    this.held = new PostingBytes(all);
  }

  /** Whether all postings may be kept in memory once they are read often. */
  set holding(may: boolean) {
    this.mayHold = may;
    if (!may) this.held = undefined;
  }

  /** Reads a document's record: its terms and its payload. */
  record(offset: number): DocumentRecord {
    const { recordStarts } = this.columns;
    const start = recordStarts[offset]!;
    const bytes = roomForRecord(recordStarts[offset + 1]! - start);
    this.read(bytes, bytes.length, this.sections.records.at + start);
    return readRecord(bytes);
  }

  /** Hands out the bytes of a section one after the other, reading ahead a megabyte at a time. */
  sequential(name: SectionName): (bytes: number) => Buffer {
    const section = this.sections[name];
    let window: Buffer = Buffer.alloc(0);
    let used = 0;
    let next = section.at;
    return (bytes) => {
      if (used + bytes > window.length) {
        next -= window.length - used;
        const left = section.at + section.bytes - next;
        window = this.readBytes(next, Math.min(Math.max(bytes, MEGABYTE), left));
        next += window.length;
        used = 0;
      }
      used += bytes;
      return window.subarray(used - bytes, used);
    };
  }

  /** Compares the sections that opening does not read with their checksums. @throws IndexDamaged */
  verify(): void {
    for (const name of ['postings', 'records'] as const) {
      const take = this.sequential(name);
      let crc = 0;
      for (let left = this.sections[name].bytes; left > 0; left -= MEGABYTE) {
        crc = crc32(take(Math.min(left, MEGABYTE)), crc);
      }
      if (crc !== this.sections[name].crc) {
        throw new IndexDamaged(this.path, `its ${name} do not match their checksum`);
      }
    }
  }

  close(): void {
    closeSync(this.descriptor);
  }
}
