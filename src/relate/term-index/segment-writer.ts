import { open, rename, rm, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import { ByteWriter, crc32 } from './bytes.js';
import { syncDirectory } from './manifest.js';
import { encodeRecord } from './record.js';
import {
  COLUMN_NAMES,
  MAGIC,
  blockBytes,
  type ColumnName,
  type FooterFields,
  type SectionName,
} from './segment-format.js';
import type { IndexedDocument } from './term-index.js';

const BUFFER_BYTES = 1 << 20;

/** What of a document is not in its record. */
export interface DocumentHead {
  seq: number;
  time: number;
  source: string;
}

/**
 * Writes one segment file: all terms in dictionary order, then all documents by offset, then
 * `finish`, which gives the file its name. `drain` whenever `full`.
 */
export class SegmentWriter {
  private readonly buffered = new ByteWriter();
  private readonly columns = Object.fromEntries(
    COLUMN_NAMES.map((name) => [name, new ByteWriter()]),
  ) as Record<ColumnName, ByteWriter>;
  private readonly sections = {} as FooterFields['sections'];
  private readonly sourceIds = new Map<string, number>();
  private written = 0;
  private open = { at: 0, crc: 0 };
  private postingBytes = 0;
  private recordBytes = 0;
  documents = 0;

  private constructor(
    private readonly path: string,
    private readonly handle: FileHandle,
  ) {}

  static async create(path: string): Promise<SegmentWriter> {
    return new SegmentWriter(path, await open(`${path}.new`, 'w'));
  }

  get full(): boolean {
    return this.buffered.length >= BUFFER_BYTES;
  }

  /**
   * Terms by number, rising.
   * @param packed its postings, rising
   */
  addTerm(number: number, packed: Uint32Array): void {
    const { numbers, highest, postingStarts } = this.columns;
    const count = packed.length;
    const bytes = new Uint8Array(blockBytes(count));
    let max = 0;
    for (let i = 0; i < count; i++) {
      const one = packed[i]!;
      const level = one & 0xff;
      bytes[2 * i] = one >>> 8;
      bytes[2 * i + 1] = one >>> 16;
      bytes[2 * count + i] = level;
      if (level > max) max = level;
    }
    numbers.u32(number);
    postingStarts.u32(this.postingBytes);
    highest.u8(max);
    this.buffered.raw(bytes);
    this.postingBytes += bytes.length;
  }

  /** Between the last term and the first document. */
  async endTerms(): Promise<void> {
    this.columns.postingStarts.u32(this.postingBytes);
    await this.endSection('postings');
  }

  /** Documents by time. */
  addDocument(document: IndexedDocument): void {
    this.copyDocument(document, encodeRecord(document.terms, document.payload));
  }

  /** The same with its record as it lies in another segment. */
  copyDocument(head: DocumentHead, record: Uint8Array): void {
    const { seqs, times, sourceIds, recordStarts } = this.columns;
    seqs.f64(head.seq);
    times.f64(head.time);
    sourceIds.u16(this.sourceId(head.source));
    recordStarts.u32(this.recordBytes);
    this.buffered.raw(record);
    this.recordBytes += record.length;
    this.documents++;
  }

  private sourceId(source: string): number {
    const known = this.sourceIds.get(source);
    if (known !== undefined) return known;
    this.sourceIds.set(source, this.sourceIds.size);
    return this.sourceIds.size - 1;
  }

  async drain(): Promise<void> {
    const bytes = this.buffered.bytes();
    this.open.crc = crc32(bytes, this.open.crc);
    for (let done = 0; done < bytes.length;) {
      const { bytesWritten } = await this.handle.write(bytes, done);
      done += bytesWritten;
    }
    this.written += bytes.length;
    this.buffered.dropFirst(bytes.length);
  }

  private async endSection(name: SectionName): Promise<void> {
    await this.drain();
    const { at, crc } = this.open;
    this.sections[name] = { at, bytes: this.written - at, crc };
    this.open = { at: this.written, crc: 0 };
  }

  async finish(): Promise<void> {
    this.columns.recordStarts.u32(this.recordBytes);
    await this.endSection('records');
    this.orderBySeq();
    for (const name of COLUMN_NAMES) {
      this.buffered.raw(this.columns[name].bytes());
      await this.endSection(name);
    }
    const fields: FooterFields = { sources: [...this.sourceIds.keys()], sections: this.sections };
    const footer = Buffer.from(JSON.stringify(fields));
    this.buffered.raw(footer);
    this.buffered.u32(footer.length);
    this.buffered.u32(crc32(footer));
    this.buffered.raw(MAGIC);
    await this.drain();
    await this.handle.sync();
    await this.handle.close();
    await rename(`${this.path}.new`, this.path);
    await syncDirectory(dirname(this.path));
  }

  private orderBySeq(): void {
    const seqs = new Float64Array(new Uint8Array(this.columns.seqs.bytes()).buffer);
    if (seqs.every((seq, offset) => offset === 0 || seq > seqs[offset - 1]!)) return;
    const order = Uint32Array.from(seqs, (_, offset) => offset);
    order.sort((a, b) => seqs[a]! - seqs[b]!);
    this.columns.bySeq.raw(new Uint8Array(order.buffer));
  }

  /** Gives up; nothing is left on disk. */
  async abandon(): Promise<void> {
    await this.handle.close();
    await rm(`${this.path}.new`, { force: true });
  }
}
