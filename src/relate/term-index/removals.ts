import { readFileSync } from 'node:fs';
import { crc32 } from './bytes.js';
import { IndexDamaged } from './damage.js';
import { writeDurably } from './manifest.js';

/** Offsets of a segment's removed documents: CRC-32, then each in 32 bits. */
export async function writeRemovals(path: string, offsets: Set<number>): Promise<void> {
  const list = Uint32Array.from(offsets);
  const body = new Uint8Array(list.buffer);
  const bytes = Buffer.alloc(4 + body.length);
  bytes.writeUInt32LE(crc32(body));
  bytes.set(body, 4);
  await writeDurably(path, bytes);
}

/** @throws IndexDamaged */
export function readRemovals(path: string): Uint32Array {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    throw new IndexDamaged(path, 'it cannot be read', { cause: error });
  }
  const body = Uint8Array.from(bytes.subarray(4));
  if (bytes.length < 4 || body.length % 4 !== 0 || crc32(body) !== bytes.readUInt32LE(0)) {
    throw new IndexDamaged(path, 'it does not match its checksum');
  }
  return new Uint32Array(body.buffer);
}
