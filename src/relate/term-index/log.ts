import { closeSync, constants, ftruncateSync, openSync, readFileSync } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import { ByteReader, ByteWriter, crc32 } from './bytes.js';
import { IndexDamaged } from './damage.js';
import { syncDirectory } from './manifest.js';
import type { IndexedDocument } from './term-index.js';

/*
 * A log is a run of records: length (u32), CRC-32 (u32), then a kind byte and its fields. Each flush
 * but the first begins with a KEPT record, which names its own place: everything before it had
 * reached the disk. A bad record after the last KEPT is the torn end of a crash and is cut off; a bad
 * record before one is damage.
 */
const HEAD = 8;
const KEPT_MAGIC = Buffer.from('warraq:kept:');
const enum Kind {
  Add = 1,
  Remove = 2,
  Kept = 3,
}

/** What a log tells whoever replays it, in order. */
export interface Replay {
  add(document: IndexedDocument): void;
  remove(seq: number): void;
}

/** The durable form of what the tail holds and of removals, appended to and fsynced at `flush`. */
export class Log {
  private readonly pending = new ByteWriter();
  private handle: FileHandle | undefined;
  private flushing: Promise<void> = Promise.resolve();

  /** @param length of the valid records in the file, if there is one */
  constructor(
    readonly path: string,
    public length = 0,
  ) {}

  get dirty(): boolean {
    return this.pending.length > 0;
  }

  add(document: IndexedDocument): void {
    this.record(Kind.Add, (out) => {
      out.f64(document.seq);
      out.f64(document.time);
      out.string(document.source);
      const { numbers, levels } = document.terms;
      out.varint(numbers.length);
      out.raw(new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength));
      out.raw(levels);
      out.raw(document.payload);
    });
  }

  remove(seq: number): void {
    this.record(Kind.Remove, (out) => out.f64(seq));
  }

  private record(kind: Kind, fields: (out: ByteWriter) => void): void {
    const out = this.pending;
    if (out.length === 0 && this.length > 0 && kind !== Kind.Kept) {
      this.record(Kind.Kept, (kept) => {
        kept.raw(KEPT_MAGIC);
        kept.f64(this.length);
      });
    }
    const start = out.length;
    out.u32(0);
    out.u32(0);
    out.u8(kind);
    fields(out);
    const body = out.bytes(start + HEAD);
    out.setU32(start, body.length);
    out.setU32(start + 4, crc32(body));
  }

  /** Makes the file, if there is none. */
  async create(): Promise<FileHandle> {
    if (!this.handle) {
      this.handle = await open(this.path, constants.O_RDWR | constants.O_CREAT);
      await syncDirectory(dirname(this.path));
    }
    return this.handle;
  }

  /** Once it resolves, everything recorded before the call has survived a crash. */
  async flush(): Promise<void> {
    const flushed = this.flushing.then(() => this.writePending());
    this.flushing = flushed.catch(() => undefined);
    return flushed;
  }

  private async writePending(): Promise<void> {
    if (!this.dirty) return;
    const handle = await this.create();
    const bytes = Buffer.from(this.pending.bytes());
    await writeAll(handle, bytes, this.length);
    await handle.sync();
    this.length += bytes.length;
    this.pending.dropFirst(bytes.length);
  }

  async close(): Promise<void> {
    await this.handle?.close();
    this.handle = undefined;
  }
}

async function writeAll(handle: FileHandle, bytes: Buffer, position: number): Promise<void> {
  for (let done = 0; done < bytes.length;) {
    const { bytesWritten } = await handle.write(bytes, done, bytes.length - done, position + done);
    done += bytesWritten;
  }
}

/**
 * Replays the records of a log into `replay`; returns the length of those that are valid.
 * @param last whether it is the newest log, which alone may have a torn end
 * @throws IndexDamaged where a record is bad that had reached the disk
 */
export function replayLog(path: string, last: boolean, replay: Replay): number {
  const bytes = readFileSync(path);
  let at = 0;
  while (at < bytes.length) {
    const body = validBody(bytes, at);
    if (body === undefined) {
      if (!last || keptAfter(bytes, at)) {
        throw new IndexDamaged(path, `record at byte ${at} does not match its checksum`);
      }
      return at;
    }
    apply(body, replay);
    at = body.end;
  }
  return at;
}

function validBody(bytes: Buffer, at: number): ByteReader | undefined {
  if (at + HEAD > bytes.length) return undefined;
  const length = bytes.readUInt32LE(at);
  const start = at + HEAD;
  if (length === 0 || start + length > bytes.length) return undefined;
  const good = crc32(bytes.subarray(start, start + length)) === bytes.readUInt32LE(at + 4);
  return good ? new ByteReader(bytes, start, start + length) : undefined;
}

function keptAfter(bytes: Buffer, at: number): boolean {
  let found = bytes.indexOf(KEPT_MAGIC, at);
  for (; found !== -1; found = bytes.indexOf(KEPT_MAGIC, found + 1)) {
    const start = found - HEAD - 1;
    if (start < at) continue;
    const body = validBody(bytes, start);
    if (body && bytes.readDoubleLE(found + KEPT_MAGIC.length) === start) return true;
  }
  return false;
}

function apply(body: ByteReader, replay: Replay): void {
  const kind = body.u8();
  if (kind === Kind.Remove) replay.remove(body.f64());
  if (kind !== Kind.Add) return;
  const seq = body.f64();
  const time = body.f64();
  const source = body.string();
  const count = body.varint();
  const numbers = new Uint32Array(body.raw(4 * count).buffer);
  const levels = body.raw(count);
  replay.add({ seq, time, source, terms: { numbers, levels }, payload: body.rest() });
}

/** Cuts a torn end off. */
export function cutLog(path: string, length: number): void {
  const descriptor = openSync(path, 'r+');
  ftruncateSync(descriptor, length);
  closeSync(descriptor);
}
