import type { Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from 'node:zlib';

class TooLargeError extends Error {
  readonly code = 'TOO_LARGE';
}

/**
 * Reads a body and unpacks it as Content-Encoding says, never more than `limit` bytes of it,
 * packed or unpacked: a small bomb costs no more than a large page. Throws with a `code`.
 */
export async function readBody(
  body: Readable,
  contentEncoding: string,
  limit: number,
): Promise<Uint8Array> {
  const codings = contentEncoding
    .toLowerCase()
    .split(',')
    .map((coding) => coding.trim())
    .filter((coding) => coding && coding !== 'identity');
  if (codings.length > 2) {
    body.destroy();
    throw new TooLargeError('more than two content encodings');
  }
  let packed = await take(body, limit);
  for (const coding of codings.reverse()) packed = await unpack(packed, coding, limit);
  return packed;
}

async function unpack(packed: Uint8Array, coding: string, limit: number): Promise<Uint8Array> {
  if (packed.length === 0) return packed;
  const unpacker =
    coding === 'br'
      ? createBrotliDecompress()
      : coding === 'deflate'
        ? // Some servers mean raw deflate; the first byte of the zlib format tells.
          ((packed[0] ?? 0) & 0x0f) === 8
          ? createInflate()
          : createInflateRaw()
        : coding === 'gzip' || coding === 'x-gzip'
          ? createGunzip()
          : undefined;
  if (!unpacker) return packed;
  // Servers that name gzip and send plain text are common enough.
  if (coding.endsWith('gzip') && !(packed[0] === 0x1f && packed[1] === 0x8b)) return packed;
  unpacker.end(packed);
  return take(unpacker, limit);
}

async function take(stream: Readable, limit: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size > limit) {
      stream.destroy();
      throw new TooLargeError(`more than ${limit} bytes`);
    }
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}
