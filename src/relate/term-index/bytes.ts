import zlib from 'node:zlib';

const CRC_TABLE = Int32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

function crcByTable(bytes: Uint8Array, seed = 0): number {
  let value = ~seed;
  for (let i = 0; i < bytes.length; i++) {
    value = (value >>> 8) ^ CRC_TABLE[(value ^ bytes[i]!) & 0xff]!;
  }
  return ~value >>> 0;
}

/** CRC-32 as in zlib and PNG; `seed` is the value of what came before. Node before 20.15 has none. */
export const crc32: (bytes: Uint8Array, seed?: number) => number =
  typeof zlib.crc32 === 'function' ? (bytes, seed = 0) => zlib.crc32(bytes, seed) : crcByTable;

/** Little-endian bytes, grown as needed. Strings are kept as UTF-16, so that any string comes back as given. */
export class ByteWriter {
  buffer = Buffer.allocUnsafe(4096);
  length = 0;

  private room(bytes: number): number {
    const at = this.length;
    const wanted = at + bytes;
    if (wanted > this.buffer.length) {
      const larger = Buffer.allocUnsafe(Math.max(wanted, this.buffer.length * 2));
      this.buffer.copy(larger, 0, 0, at);
      this.buffer = larger;
    }
    this.length = wanted;
    return at;
  }

  u8(value: number): void {
    const at = this.room(1);
    this.buffer[at] = value;
  }

  u16(value: number): void {
    const at = this.room(2);
    this.buffer.writeUInt16LE(value, at);
  }

  u32(value: number): void {
    const at = this.room(4);
    this.buffer.writeUInt32LE(value, at);
  }

  f64(value: number): void {
    const at = this.room(8);
    this.buffer.writeDoubleLE(value, at);
  }

  /** Unsigned LEB128, up to 2^53. */
  varint(value: number): void {
    let rest = value;
    while (rest >= 0x80) {
      this.u8((rest % 0x80) | 0x80);
      rest = Math.floor(rest / 0x80);
    }
    this.u8(rest);
  }

  string(value: string): void {
    this.varint(value.length);
    const at = this.room(value.length * 2);
    this.buffer.write(value, at, 'utf16le');
  }

  raw(bytes: Uint8Array): void {
    const at = this.room(bytes.length);
    this.buffer.set(bytes, at);
  }

  setU32(at: number, value: number): void {
    this.buffer.writeUInt32LE(value, at);
  }

  bytes(from = 0): Buffer {
    return this.buffer.subarray(from, this.length);
  }

  dropFirst(bytes: number): void {
    this.buffer.copyWithin(0, bytes, this.length);
    this.length -= bytes;
  }
}

/** Reads back what ByteWriter wrote; past the end it throws a RangeError. */
export class ByteReader {
  constructor(
    readonly buffer: Buffer,
    public at = 0,
    readonly end = buffer.length,
  ) {}

  private step(bytes: number): number {
    const at = this.at;
    if (at + bytes > this.end) throw new RangeError('record ends too early');
    this.at = at + bytes;
    return at;
  }

  u8(): number {
    return this.buffer[this.step(1)]!;
  }

  u32(): number {
    return this.buffer.readUInt32LE(this.step(4));
  }

  f64(): number {
    return this.buffer.readDoubleLE(this.step(8));
  }

  varint(): number {
    let value = 0;
    let unit = 1;
    for (;;) {
      const byte = this.u8();
      value += (byte & 0x7f) * unit;
      if (byte < 0x80) return value;
      unit *= 0x80;
    }
  }

  string(): string {
    const bytes = this.varint() * 2;
    const at = this.step(bytes);
    return this.buffer.toString('utf16le', at, at + bytes);
  }

  /** A copy, so that the buffer read from can be used again. */
  raw(bytes: number): Uint8Array {
    const at = this.step(bytes);
    return Uint8Array.from(this.buffer.subarray(at, at + bytes));
  }

  rest(): Uint8Array {
    return this.raw(this.end - this.at);
  }
}
