import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { decode } from './decode.js';

const text =
  '<html><body><p>أعلنت البلدية أن أعمال الصيانة في الجسر القديم ستبدأ مطلع الأسبوع المقبل وتستمر شهرين كاملين من دون إغلاق الطريق.</p></body></html>';
const utf8 = new TextEncoder().encode(text);

/** Writes a text in a single-byte encoding, by asking the decoder for each of its bytes. */
function encode(source: string, encoding: string): Uint8Array {
  const bytes = new Map<string, number>();
  for (let byte = 0; byte < 256; byte += 1)
    bytes.set(new TextDecoder(encoding).decode(Uint8Array.of(byte)), byte);
  return Uint8Array.from(source, (letter) => bytes.get(letter) ?? 0x3f);
}
const read = (bytes: Uint8Array, contentType?: string) => {
  const decoded = decode(bytes, { contentType });
  if ('refused' in decoded) throw new Error(decoded.refused);
  return decoded;
};

describe('bytes to text', () => {
  it('reads UTF-8, with and without a mark', () => {
    expect(read(utf8).text).toBe(text);
    expect(read(Uint8Array.of(0xef, 0xbb, 0xbf, ...utf8))).toMatchObject({ text, by: 'bom' });
  });
  it('believes valid UTF-8 rather than what is declared', () => {
    expect(read(utf8, 'text/html; charset=windows-1256').text).toBe(text);
    expect(read(utf8, 'text/html; charset=iso-8859-1').text).toBe(text);
  });
  it.each(['windows-1256', 'iso-8859-6'])(
    'reads %s declared over HTTP, in its meta, wrongly or not at all',
    (encoding) => {
      const bytes = encode(text, encoding);
      expect(read(bytes, `text/html; charset=${encoding}`)).toMatchObject({ text, by: 'http' });
      expect(read(bytes)).toMatchObject({ text, encoding, by: 'detection' });
      expect(read(bytes, 'text/html; charset=utf-8').text).toBe(text);
      expect(read(bytes, 'text/html; charset=iso-8859-1').text).toBe(text);
      const meta = `<meta charset="${encoding}">${text}`;
      expect(read(encode(meta, encoding))).toMatchObject({ text: meta, by: 'meta' });
      const lying = `<meta http-equiv="Content-Type" content="text/html; charset=utf-8">${text}`;
      expect(read(encode(lying, encoding)).text).toBe(lying);
    },
  );
  it('reads UTF-16 with and without a mark', () => {
    const bytes = new Uint8Array(Buffer.from(text, 'utf16le'));
    expect(read(bytes).text).toBe(text);
    expect(read(Uint8Array.of(0xff, 0xfe, ...bytes)).text).toBe(text);
  });
  it('keeps a UTF-8 page with a few broken bytes', () => {
    const broken = Uint8Array.of(...utf8.slice(0, 60), 0xff, ...utf8.slice(60));
    expect(read(broken).text).toContain('الأسبوع المقبل');
  });
  it('mends UTF-8 that was encoded twice', () => {
    const twice = new TextEncoder().encode(new TextDecoder('windows-1252').decode(utf8));
    expect(read(twice).text).toContain('أعمال الصيانة في الجسر');
  });
  it('refuses what is no text', () => {
    const noise = Uint8Array.from({ length: 4000 }, (_, at) => (at * 7919) % 256);
    expect(decode(noise)).toHaveProperty('refused');
  });
});

const folder = new URL('../../../shared/gold/feeds/encoding/', import.meta.url);
describe.skipIf(!existsSync(folder))(
  'pages in old encodings (skipped where ../shared is absent)',
  () => {
    it.each([
      [
        'windows-1256',
        'windows-1256-arabic__chromium_windows-1256_with_no_encoding_specified.html',
      ],
      ['iso-8859-6', 'iso-8859-6-arabic__chromium_ISO-8859-6_with_no_encoding_specified.html'],
    ])('%s is detected', (encoding, file) => {
      expect(read(readFileSync(new URL(file, folder))).encoding).toBe(encoding);
    });
  },
);
