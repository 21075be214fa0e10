import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import type { ArticleRecord, RawDocument, Refusal } from '../../model/document.js';
import { gunzipReason, lenientGunzip } from './gunzip.js';
import { splitLines } from './lines.js';

/** Reads a JSON Lines file line by line; documents are named `path:line`, counted from 1. */
export async function* readJsonLines(
  path: string,
  longestLine: number,
  progress: (done: number) => void,
): AsyncGenerator<RawDocument | Refusal> {
  const packed = path.toLowerCase().endsWith('.gz');
  let line = 0;
  try {
    for await (const bytes of splitLines(open(path, packed, false, progress), longestLine)) {
      line++;
      const document = readLine(`${path}:${line}`, bytes, longestLine);
      if (document) yield document;
    }
    if (line === 0) yield { name: path, reason: 'The file is empty.' };
  } catch (error) {
    const reason = packed ? gunzipReason(error) : `Reading stopped (${(error as Error).message}).`;
    // A failing stream drops what it had unpacked; at a missing end a second pass hands that out.
    if (packed && (error as NodeJS.ErrnoException).code === 'Z_BUF_ERROR') {
      let again = 0;
      let kept: Uint8Array | null | undefined;
      for await (const bytes of splitLines(
        open(path, true, true, () => {}),
        longestLine,
      )) {
        // The last line may be cut anywhere, so it is not read.
        if (again > line && kept !== undefined) {
          line++;
          const document = readLine(`${path}:${line}`, kept, longestLine);
          if (document) yield document;
        }
        kept = bytes;
        again++;
      }
    }
    yield { name: path, reason: `${reason} The lines up to ${line} were read.` };
  }
}

function open(
  path: string,
  packed: boolean,
  lenient: boolean,
  progress: (done: number) => void,
): AsyncIterable<Buffer> {
  const file = createReadStream(path, { highWaterMark: 256 * 1024 });
  let done = 0;
  file.on('data', (chunk) => progress((done += chunk.length)));
  file.pause();
  if (!packed) return file as AsyncIterable<Buffer>;
  const gunzip = lenient ? lenientGunzip() : createGunzip({ chunkSize: 256 * 1024 });
  file.on('error', (error) => gunzip.destroy(error));
  gunzip.on('close', () => file.destroy());
  return file.pipe(gunzip) as AsyncIterable<Buffer>;
}

const decoder = new TextDecoder('utf-8', { fatal: true });

/** @param bytes null: the line was longer than `longest` */
function readLine(
  name: string,
  bytes: Uint8Array | null,
  longest: number,
): RawDocument | Refusal | undefined {
  if (!bytes)
    return { name, reason: `The line has more than ${Math.round(longest / 1024 / 1024)} MB.` };
  if (bytes.every((byte) => byte === 32 || byte === 13 || byte === 9)) return undefined;
  if (bytes.includes(0))
    return { name, reason: 'The line holds NUL bytes: the file is damaged or not text.' };
  let text: string;
  try {
    text = decoder.decode(bytes);
  } catch {
    return { name, reason: 'The line is not UTF-8; convert the file to UTF-8.' };
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { name, reason: `The line is not JSON (${shorten((error as Error).message)}).` };
  }
  const record = toRecord(value);
  if (typeof record === 'string') return { name, reason: record };
  return { form: 'record', name, record, fetchedAt: new Date().toISOString() };
}

function toRecord(value: unknown): ArticleRecord | string {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return 'The line is JSON but no object with a body.';
  const fields = value as Record<string, unknown>;
  const body = bodyOf(fields);
  if (body === undefined) return 'The object has no "body" (nor "text" or "tokens").';
  if (!body.trim()) return 'The body is empty.';
  const record: ArticleRecord = { body };
  for (const name of ['id', 'title', 'date', 'source', 'url'] as const) {
    const field = fields[name];
    const usable = typeof field === 'string' || typeof field === 'number' ? String(field) : '';
    if (usable.trim()) record[name] = clean(usable);
  }
  return record;
}

function bodyOf(fields: Record<string, unknown>): string | undefined {
  for (const name of ['body', 'text'])
    if (typeof fields[name] === 'string') return clean(fields[name]);
  const { tokens } = fields;
  if (Array.isArray(tokens) && tokens.every((token) => typeof token === 'string'))
    return clean(tokens.join(' '));
  return undefined;
}

/** NUL ends strings in other people's code; JSON can carry it as an escape. */
function clean(text: string): string {
  return text.includes('\0') ? text.replaceAll('\0', '') : text;
}

function shorten(message: string): string {
  return message.length > 120 ? `${message.slice(0, 120)}…` : message;
}
