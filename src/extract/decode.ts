import type { Refused } from './extract.js';

export interface Decoded {
  text: string;
  /** WHATWG name of the encoding. */
  encoding: string;
  /** What told the encoding. */
  by: 'bom' | 'utf-8' | 'http' | 'meta' | 'detection';
}

const SNIFFED = 4096;
const META_CHARSET =
  /<meta[^>]{0,300}?charset\s{0,10}=\s{0,10}["']?\s{0,10}([\w:.-]{2,40})|<\?xml[^>]{0,200}?encoding\s{0,5}=\s{0,5}["']([\w:.-]{2,40})/i;
/** Bytes that are Arabic letters in the single-byte encodings. */
const SINGLE_BYTE = ['windows-1256', 'iso-8859-6'] as const;
const COMMON = 'المنيوترهبعدفسكقحجشطصخضغذثزظأإةىء';

/**
 * The text of a page's bytes. UTF-8 that is valid is UTF-8, whatever the page says of itself; else the byte
 * order mark, the HTTP charset, the page's meta, and what the letters look like decide, in this order, where
 * a declared encoding is believed only if it reads as text.
 */
export function decode(
  bytes: Uint8Array,
  { contentType }: { contentType?: string | undefined } = {},
): Decoded | Refused {
  const bom = byteOrderMark(bytes);
  if (bom) return { text: stripBom(read(bytes, bom)!), encoding: bom, by: 'bom' };
  const utf16 = bytes.length > 3 ? utf16WithoutMark(bytes) : undefined;
  if (utf16) return { text: read(bytes, utf16)!, encoding: utf16, by: 'detection' };
  const strict = readStrictUtf8(bytes);
  if (strict !== undefined && !/\x1B[$(]/.test(strict.slice(0, SNIFFED)))
    return { text: mendDoubleUtf8(strict), encoding: 'utf-8', by: 'utf-8' };
  const declared: Array<['http' | 'meta', string | undefined]> = [
    ['http', /charset\s*=\s*["']?([\w:.-]+)/i.exec(contentType ?? '')?.[1]],
    ['meta', metaCharset(bytes)],
  ];
  for (const [by, label] of declared) {
    const encoding = label && labelOf(label);
    if (!encoding) continue;
    const text = read(bytes, encoding);
    if (text !== undefined && plausible(text, encoding)) return { text, encoding, by };
  }
  return detect(bytes);
}

function byteOrderMark(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return undefined;
}

/** Every second byte of a run of markup or Arabic is 0 or 6: UTF-16 that forgot its mark. */
function utf16WithoutMark(bytes: Uint8Array): string | undefined {
  const length = Math.min(bytes.length, SNIFFED) & ~1;
  let even = 0;
  let odd = 0;
  for (let at = 0; at < length; at += 2) {
    if (bytes[at] === 0 || bytes[at] === 6) even += 1;
    if (bytes[at + 1] === 0 || bytes[at + 1] === 6) odd += 1;
  }
  const most = (length / 2) * 0.9;
  if (odd >= most && even < most / 4) return 'utf-16le';
  return even >= most && odd < most / 4 ? 'utf-16be' : undefined;
}

function read(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding).decode(bytes);
  } catch {
    return undefined;
  }
}

function readStrictUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

const stripBom = (text: string): string => (text.charCodeAt(0) === 0xfeff ? text.slice(1) : text);

function labelOf(label: string): string | undefined {
  const name = label
    .trim()
    .toLowerCase()
    .replace(/^cp-?(125\d)$/, 'windows-$1');
  try {
    return new TextDecoder(name).encoding;
  } catch {
    return undefined;
  }
}

function metaCharset(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, SNIFFED));
  const match = META_CHARSET.exec(head);
  return match?.[1] ?? match?.[2];
}

/** UTF-8 read as windows-1252 or -1256 and written as UTF-8 once more («Ø§Ù„»): undone where it reads better. */
function mendDoubleUtf8(text: string): string {
  const sample = text.slice(0, 60_000);
  if (!/[\u00D8-\u00DB][\u0080-\u00BF]/.test(sample)) return text;
  const broken = sample.match(/[\u00D8-\u00DB][\u0080-\u00BF\u0152-\u2122]/g)?.length ?? 0;
  const letters = sample.match(/[\u0600-\u06FF]/g)?.length ?? 0;
  if (broken < 50 || broken < letters * 4) return text;
  const bytes = new Uint8Array(text.length * 3);
  let length = 0;
  for (const character of text) {
    const code = character.codePointAt(0)!;
    const byte = code < 0x100 ? code : WINDOWS_1252.get(character);
    if (byte === undefined)
      length += new TextEncoder().encodeInto(character, bytes.subarray(length)).written;
    else bytes[length++] = byte;
  }
  const mended = new TextDecoder('utf-8').decode(bytes.subarray(0, length));
  return share(mended, '\uFFFD') < 0.01 ? mended : text;
}

const WINDOWS_1252 = new Map<string, number>();
for (let byte = 0x80; byte < 0xa0; byte += 1)
  WINDOWS_1252.set(new TextDecoder('windows-1252').decode(Uint8Array.of(byte)), byte);

const share = (text: string, character: string): number =>
  text.length ? (text.split(character).length - 1) / text.length : 0;

/** Does a text read in a declared encoding look like text? */
function plausible(text: string, encoding: string): boolean {
  const sample = text.slice(0, 200_000);
  if (encoding === 'utf-8') return share(sample, '\uFFFD') < 0.02;
  if (SINGLE_BYTE.some((name) => name === encoding)) {
    const other = SINGLE_BYTE.find((name) => name !== encoding)!;
    return (
      arabicLikeness(text) >= arabicLikeness(new TextDecoder(other).decode(toBytes(text, encoding)))
    );
  }
  if (encoding === 'windows-1252' && looksArabic(toBytes(text, encoding))) return false;
  return share(sample, '\uFFFD') < 0.02;
}

/** Bytes that servers call Latin-1 by default, and that read as Arabic: a fifth of them letters, the right ones. */
function looksArabic(bytes: Uint8Array): boolean {
  const text = new TextDecoder('windows-1256').decode(bytes);
  const other = new TextDecoder('iso-8859-6').decode(bytes);
  const letters = text.match(/[\u0080-\uFFFF]/g)?.length ?? 0;
  return (
    letters > bytes.length * 0.1 && Math.max(arabicLikeness(text), arabicLikeness(other)) > 0.7
  );
}

const tables = new Map<string, Map<string, number>>();
function toBytes(text: string, encoding: string): Uint8Array {
  let table = tables.get(encoding);
  if (!table) {
    table = new Map();
    const decoder = new TextDecoder(encoding);
    for (let byte = 0; byte < 256; byte += 1) table.set(decoder.decode(Uint8Array.of(byte)), byte);
    tables.set(encoding, table);
  }
  const sample = text.slice(0, 100_000);
  return Uint8Array.from(sample, (character) => table.get(character) ?? 0x3f);
}

/** 0 to 1: how far the letters beyond ASCII are those that Arabic uses most. */
function arabicLikeness(text: string): number {
  const beyond = text.slice(0, 100_000).match(/[\u0080-\uFFFF]/g) ?? [];
  if (!beyond.length) return 0;
  let common = 0;
  for (const character of beyond) if (COMMON.includes(character)) common += 1;
  return common / beyond.length;
}

/** Nothing declared is believable: the encoding whose letters read most like Arabic. */
function detect(bytes: Uint8Array): Decoded | Refused {
  const lenient = read(bytes, 'utf-8')!;
  const broken = (lenient.split('\uFFFD').length - 1) / bytes.length;
  let best: Decoded = { text: lenient, encoding: 'utf-8', by: 'detection' };
  let most = 0;
  for (const encoding of SINGLE_BYTE) {
    const text = read(bytes, encoding)!;
    const likeness = arabicLikeness(text);
    if (likeness > most && likeness > 0.6)
      [best, most] = [{ text, encoding, by: 'detection' }, likeness];
  }
  // Bytes that are mostly right UTF-8 are a damaged UTF-8 page, whatever single bytes may look like.
  if (broken < 0.02 && arabicLikeness(lenient) > 0.5)
    return { text: lenient, encoding: 'utf-8', by: 'detection' };
  if (most) return best;
  if (broken < 0.05 && !binary(bytes)) {
    const text = broken ? read(bytes, 'windows-1252')! : lenient;
    return { text, encoding: broken ? 'windows-1252' : 'utf-8', by: 'detection' };
  }
  return {
    refused:
      'is not text in a known encoding (not UTF-8, windows-1256 or ISO-8859-6); convert it to UTF-8',
    why: 'unreadable',
  };
}

function binary(bytes: Uint8Array): boolean {
  let control = 0;
  const length = Math.min(bytes.length, SNIFFED);
  for (let at = 0; at < length; at += 1) {
    const byte = bytes[at]!;
    if (byte < 9 || (byte > 13 && byte < 32)) control += 1;
  }
  return control > length * 0.02;
}
