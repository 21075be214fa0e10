/** Encodings that are often named wrongly for each other; the wider one reads both. */
const widened: Record<string, string> = {
  'us-ascii': 'utf-8',
  ascii: 'utf-8',
  utf8: 'utf-8',
  'iso-8859-1': 'windows-1252',
  latin1: 'windows-1252',
  cp1256: 'windows-1256',
  'x-windows-1256': 'windows-1256',
  'win-1256': 'windows-1256',
  'utf-16': 'utf-16le',
  gb2312: 'gb18030',
};

/**
 * Text of bytes in an unknown encoding: byte order mark, then the encodings that the HTTP
 * Content-Type and the document itself name, each only where the bytes are possible in it.
 * Bytes that are valid multi-byte UTF-8 are UTF-8 whatever was named, since no other text looks so;
 * where nothing fits, the single-byte encodings of Arabic are told apart by its commonest words, and
 * from Western ones by its letters. Throws nothing.
 */
export function decodeText(bytes: Uint8Array, contentType?: string): string {
  return mendControls(decode(bytes, contentType));
}

/** 0x80 to 0x9f in windows-1252; Node 20's own decoder leaves them as control characters. */
const windows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** Nobody means the control characters from 0x80 to 0x9f; they are windows-1252 in disguise. */
function mendControls(text: string): string {
  return text.replace(
    /[\u0080-\u009f]/g,
    (character) => windows1252[character.charCodeAt(0) - 0x80] ?? character,
  );
}

function decode(bytes: Uint8Array, contentType?: string): string {
  const marked = byMark(bytes);
  if (marked !== undefined) return marked;
  const head = latin1(bytes.subarray(0, 1024));
  const names = [
    /charset\s*=\s*["']?([\w.:-]+)/i.exec(contentType ?? '')?.[1],
    /<\?xml[^>]*?\bencoding\s*=\s*["']([\w.:-]+)["']/i.exec(head)?.[1],
    /<meta[^>]*?charset\s*=\s*["']?([\w.:-]+)/i.exec(head)?.[1],
  ].flatMap((name) => (name ? (widened[name.toLowerCase()] ?? name.toLowerCase()) : []));
  if (hasHighBytes(bytes)) {
    const utf8 = tryDecode(bytes, 'utf-8');
    if (utf8 !== undefined && !names.some((name) => /^(?:iso-2022|hz-)/.test(name))) return utf8;
  }
  for (const name of names) {
    if (name === 'utf-8' && hasHighBytes(bytes)) continue;
    if (/^utf-?(?:16|32)/.test(name)) continue; // the bytes would have shown it
    const text = tryDecode(bytes, name);
    if (text !== undefined) return text;
  }
  return fallback(bytes);
}

/** Byte order marks, and the zero bytes that UTF-16 and UTF-32 leave in `<?`. */
function byMark(bytes: Uint8Array): string | undefined {
  const [a = -1, b = -1, c = -1, d = -1] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return fallbackFrom('utf-8', bytes);
  if (a === 0xff && b === 0xfe && c === 0 && d === 0) return utf32(bytes.subarray(4), true);
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return utf32(bytes.subarray(4), false);
  if (a === 0xff && b === 0xfe) return fallbackFrom('utf-16le', bytes);
  if (a === 0xfe && b === 0xff) return fallbackFrom('utf-16be', bytes);
  if (a === 0x3c && b === 0 && c === 0 && d === 0) return utf32(bytes, true);
  if (a === 0 && b === 0 && c === 0 && d === 0x3c) return utf32(bytes, false);
  if (a === 0x3c && b === 0) return fallbackFrom('utf-16le', bytes);
  if (a === 0 && b === 0x3c) return fallbackFrom('utf-16be', bytes);
  return undefined;
}

function fallbackFrom(name: string, bytes: Uint8Array): string {
  return new TextDecoder(name).decode(bytes);
}

function utf32(bytes: Uint8Array, little: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let text = '';
  for (let at = 0; at + 3 < bytes.length; at += 4) {
    const point = view.getUint32(at, little);
    text += point <= 0x10ffff ? String.fromCodePoint(point) : '\ufffd';
  }
  return text;
}

function tryDecode(bytes: Uint8Array, name: string): string | undefined {
  try {
    return new TextDecoder(name, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/**
 * UTF-8 with a few bad bytes stays UTF-8; otherwise windows-1256 where most high bytes are its
 * Arabic letters in runs, else windows-1252.
 */
function fallback(bytes: Uint8Array): string {
  const utf8 = new TextDecoder('utf-8').decode(bytes);
  const broken = utf8.split('\ufffd').length - 1;
  const wide = utf8.length - latinLength(utf8) - broken;
  if (broken === 0 || wide > broken * 4) return utf8;
  const [arabic = utf8] = ['windows-1256', 'iso-8859-6']
    .map((name) => new TextDecoder(name).decode(bytes))
    .sort((a, b) => commonArabic(b) - commonArabic(a));
  const letters = arabic.match(/[\u0621-\u064a]{2,}/g)?.join('').length ?? 0;
  const high = bytes.reduce((sum, byte) => sum + (byte > 127 ? 1 : 0), 0);
  return letters * 2 > high ? arabic : new TextDecoder('windows-1252').decode(bytes);
}

/** How often the commonest beginnings and words of Arabic stand in a text. */
function commonArabic(text: string): number {
  return (
    text.match(/(?<![\u0621-\u064a])(?:ال|(?:في|من|على|إلى|عن|أن)(?![\u0621-\u064a]))/g)?.length ??
    0
  );
}

function latinLength(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) < 128) count++;
  return count;
}

function hasHighBytes(bytes: Uint8Array): boolean {
  for (const byte of bytes) if (byte > 127) return true;
  return false;
}

function latin1(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes);
}
