import type { DocumentTerms } from './term-index.js';

/** What a segment holds of one document beside its columns. */
export interface DocumentRecord extends DocumentTerms {
  payload: Uint8Array;
}

const HEAD = 4;

/** Bytes of a record; the next one begins at a multiple of four again. */
function recordBytes(terms: number, payload: number): number {
  return roundUp(HEAD + 4 * terms + roundUp(terms) + payload);
}

const roundUp = (bytes: number) => (bytes + 3) & ~3;

/**
 * Layout, little-endian: four times the count of terms plus the bytes of padding at the end (u32),
 * numbers (u32 each), levels (u8 each, padded to four), payload, padding. What is read back are views of it.
 */
export function encodeRecord({ numbers, levels }: DocumentTerms, payload: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(recordBytes(numbers.length, payload.length));
  const payloadAt = HEAD + 4 * numbers.length + roundUp(numbers.length);
  const padding = bytes.length - payloadAt - payload.length;
  new Uint32Array(bytes.buffer, 0, 1)[0] = numbers.length * 4 + padding;
  new Uint32Array(bytes.buffer, HEAD, numbers.length).set(numbers);
  bytes.set(levels, HEAD + 4 * numbers.length);
  bytes.set(payload, payloadAt);
  return bytes;
}

/** @param bytes a whole record, at a multiple of four in its buffer */
export function readRecord({ buffer, byteOffset, length }: Uint8Array): DocumentRecord {
  const head = new Uint32Array(buffer, byteOffset, 1)[0]!;
  const terms = head >>> 2;
  const levelsAt = byteOffset + HEAD + 4 * terms;
  const payloadAt = levelsAt + roundUp(terms);
  return {
    numbers: new Uint32Array(buffer, byteOffset + HEAD, terms),
    levels: new Uint8Array(buffer, levelsAt, terms),
    payload: new Uint8Array(buffer, payloadAt, byteOffset + length - (head & 3) - payloadAt),
  };
}
