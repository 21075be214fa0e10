import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { HtmlDocument, Refusal } from '../../model/document.js';
import { readBody } from '../http/body.js';
import { ByteReader } from './byte-reader.js';
import { gunzipReason } from './gunzip.js';

/**
 * Reads the pages of a WARC file (ISO 28500), packed or not: responses with status 200 and HTML
 * resources, named `path:record`, counted from 1. Other records are passed over unread.
 */
export async function* readWarc(
  path: string,
  largest: number,
  progress: (done: number) => void,
): AsyncGenerator<HtmlDocument | Refusal> {
  const packed = path.toLowerCase().endsWith('.gz');
  const file = createReadStream(path, { highWaterMark: 256 * 1024 });
  let done = 0;
  file.on('data', (chunk) => progress((done += chunk.length)));
  file.pause();
  const gunzip = packed ? createGunzip({ chunkSize: 256 * 1024 }) : undefined;
  if (gunzip) {
    file.on('error', (error) => gunzip.destroy(error));
    gunzip.on('close', () => file.destroy());
    file.pipe(gunzip);
  }
  const reader = new ByteReader((gunzip ?? file) as AsyncIterable<Uint8Array>);
  let record = 0;
  try {
    for (;;) {
      const version = await reader.line(1000);
      if (version === undefined) break;
      if (version === '') continue;
      if (!version.startsWith('WARC/')) {
        yield { name: path, reason: `It is no WARC file, or damaged after record ${record}.` };
        return;
      }
      record++;
      const headers = await readHeaders(reader);
      const length = Number(headers.get('content-length') ?? 'NaN');
      if (!Number.isSafeInteger(length) || length < 0) {
        yield {
          name: `${path}:${record}`,
          reason: 'The record does not say its length; reading stopped.',
        };
        return;
      }
      const type = headers.get('warc-type');
      const wanted = type === 'response' || type === 'resource';
      if (!wanted || length > largest) {
        await reader.skip(length);
        if (wanted)
          yield {
            name: `${path}:${record}`,
            reason: `The record has more than ${Math.round(largest / 1024 / 1024)} MB.`,
          };
        continue;
      }
      const block = await reader.bytes(length);
      const page = await toPage(`${path}:${record}`, headers, block, largest);
      if (page) yield page;
    }
  } catch (error) {
    const reason = packed ? gunzipReason(error) : `Reading stopped (${(error as Error).message}).`;
    yield { name: path, reason: `${reason} The records up to ${record} were read.` };
  } finally {
    file.destroy();
  }
}

async function readHeaders(reader: ByteReader): Promise<Map<string, string>> {
  const headers = new Map<string, string>();
  for (let count = 0; count < 500; count++) {
    const line = await reader.line(64 * 1024);
    if (!line) break;
    const colon = line.indexOf(':');
    if (colon > 0)
      headers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
  }
  return headers;
}

async function toPage(
  name: string,
  headers: Map<string, string>,
  block: Uint8Array,
  largest: number,
): Promise<HtmlDocument | Refusal | undefined> {
  const url = headers.get('warc-target-uri')?.replace(/^<|>$/g, '');
  const date = headers.get('warc-date') ?? '';
  const base = {
    form: 'html' as const,
    name,
    fetchedAt: Number.isNaN(Date.parse(date))
      ? new Date(0).toISOString()
      : new Date(date).toISOString(),
    ...(url && /^https?:/i.test(url) ? { url } : {}),
  };
  if (headers.get('warc-type') === 'resource') {
    const contentType = headers.get('content-type') ?? '';
    return /html/i.test(contentType) ? { ...base, bytes: block, contentType } : undefined;
  }
  const reader = new ByteReader(Readable.from([block]));
  const status = /^HTTP\/[\d.]+ (\d{3})/.exec((await reader.line(10_000)) ?? '')?.[1];
  if (status !== '200') return undefined;
  const http = await readHeaders(reader);
  const contentType = http.get('content-type') ?? '';
  if (contentType && !/html/i.test(contentType)) return undefined;
  try {
    const rest = await reader.rest();
    const body = /chunked/i.test(http.get('transfer-encoding') ?? '') ? unchunk(rest) : rest;
    const bytes = await readBody(
      Readable.from([body], { objectMode: false }),
      http.get('content-encoding') ?? '',
      largest,
    );
    return { ...base, bytes, ...(contentType ? { contentType } : {}) };
  } catch (error) {
    return {
      name,
      reason: `The page in the record could not be unpacked (${(error as Error).message}).`,
    };
  }
}

/** Joins HTTP chunks; bytes that are none, as some archivers store them already joined, stay as they are. */
function unchunk(bytes: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = [];
  for (let at = 0; at < bytes.length;) {
    const end = bytes.indexOf(10, at);
    if (end < 0 || end - at > 100) return parts.length ? Buffer.concat(parts) : bytes;
    const size = parseInt(Buffer.from(bytes.subarray(at, end)).toString('latin1'), 16);
    if (Number.isNaN(size)) return parts.length ? Buffer.concat(parts) : bytes;
    if (size === 0) break;
    parts.push(bytes.subarray(end + 1, end + 1 + size));
    at = end + 1 + size + 2;
  }
  return Buffer.concat(parts);
}
