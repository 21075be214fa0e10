import { createGunzip, constants } from 'node:zlib';

/** What a fault of unpacking means for the one who has the file. */
export function gunzipReason(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'Z_BUF_ERROR')
    return 'The gzip is cut short: its end is missing; fetch or copy the file again.';
  if (code === 'Z_DATA_ERROR' && /header/.test(message))
    return 'The name ends in .gz but the content is not gzip.';
  if (code === 'Z_DATA_ERROR') return 'The gzip is damaged; fetch or copy the file again.';
  return `It could not be unpacked (${message}).`;
}

/** A gunzip that hands out what it has at a missing end instead of failing. */
export function lenientGunzip() {
  return createGunzip({ finishFlush: constants.Z_SYNC_FLUSH });
}

/** Unpacks `bytes`, or says why not; stops at `limit` bytes, so a bomb costs no more than that. */
export async function gunzipWhole(
  bytes: Uint8Array,
  limit: number,
): Promise<Uint8Array | { reason: string }> {
  const gunzip = createGunzip();
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    gunzip.end(bytes);
    for await (const chunk of gunzip as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > limit) {
        gunzip.destroy();
        return { reason: `Unpacked it has more than ${Math.round(limit / 1024 / 1024)} MB.` };
      }
      chunks.push(chunk);
    }
    return new Uint8Array(Buffer.concat(chunks));
  } catch (error) {
    return { reason: gunzipReason(error) };
  }
}
