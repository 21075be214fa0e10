import { open, rename, rm, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import { ByteWriter, crc32 } from './bytes.js';
import { syncDirectory } from './manifest.js';
import { CHUNK } from './scratch.js';
import {
  COLUMN_NAMES,
  isWide,
  MAGIC,
  postingBytes,
  type ColumnName,
  type FooterFields,
  type SectionName,
} from './segment-format.js';

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
  private textUnits = 0;
  documents = 0;
  terms = 0;

  private constructor(
    private readonly path: string,
    private readonly handle: FileHandle,
    private readonly expected: number,
  ) {}

  /** @param documents that will be in it */
  static async create(path: string, documents: number): Promise<SegmentWriter> {
    return new SegmentWriter(path, await open(`${path}.new`, 'w'), documents);
  }

  get full(): boolean {
    return this.buffered.length >= BUFFER_BYTES;
  }

  /** @param count of postings, which are the first elements of both arrays, by offset */
  addTerm(
    term: string,
    hash: number,
    offsets: Uint32Array,
    levels: Uint8Array,
    count: number,
  ): void {
    const { hashes, highest, postingStarts, textStarts, texts } = this.columns;
    hashes.u32(hash);
    postingStarts.u32(this.postingBytes);
    textStarts.u32(this.textUnits);
    texts.units(term);
    this.textUnits += term.length;
    let max = 0;
    for (let i = 0; i < count; i++) if (levels[i]! > max) max = levels[i]!;
    highest.u8(max);
    this.buffered.raw(new Uint8Array(Uint16Array.from(offsets.subarray(0, count)).buffer));
    this.buffered.raw(levels.subarray(0, count));
    if (isWide(this.expected)) {
      const chunks = new Uint8Array(count);
      for (let i = 0; i < count; i++) chunks[i] = offsets[i]! / CHUNK;
      this.buffered.raw(chunks);
    }
    this.postingBytes += count * postingBytes(this.expected);
    this.terms++;
  }

  /** Between the last term and the first document. */
  async endTerms(): Promise<void> {
    this.columns.postingStarts.u32(this.postingBytes);
    this.columns.textStarts.u32(this.textUnits);
    await this.endSection('postings');
  }

  /** Terms by id, rising. */
  addDocument(
    head: DocumentHead,
    termIds: Int32Array,
    levels: Uint8Array,
    payload: Uint8Array,
  ): void {
    const { seqs, times, sourceIds, recordStarts } = this.columns;
    seqs.f64(head.seq);
    times.f64(head.time);
    sourceIds.u16(this.sourceId(head.source));
    recordStarts.u32(this.recordBytes);
    const start = this.buffered.length;
    this.buffered.varint(termIds.length);
    let before = 0;
    for (const id of termIds) {
      this.buffered.varint(id - before);
      before = id;
    }
    this.buffered.raw(levels);
    this.buffered.raw(payload);
    this.recordBytes += this.buffered.length - start;
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

  /** Gives up; nothing is left on disk. */
  async abandon(): Promise<void> {
    await this.handle.close();
    await rm(`${this.path}.new`, { force: true });
  }
}
