import type { IndexedDocument } from '../term-index/term-index.js';
import type { KeyFigure, Profile, ProfileName, ProfilePhrase } from './profile.js';

/** First byte of a payload. A payload of another version is not read: reindex. */
const VERSION = 1;

interface Written {
  i: string;
  t: string;
  tt: string[];
  n: ProfileName[];
  p: ProfilePhrase[];
  f: KeyFigure[];
  a: string[];
  w: number;
}

/** Layout: version (1 byte), length of the JSON part (uint32), JSON in UTF-8, sketch (uint32 each), all little-endian. */
export function encodePayload(profile: Profile): Uint8Array {
  const written: Written = {
    i: profile.id,
    t: profile.title,
    tt: profile.titleTerms,
    n: profile.names,
    p: profile.phrases,
    f: profile.figures,
    a: profile.agencies,
    w: profile.words,
  };
  const json = Buffer.from(JSON.stringify(written), 'utf8');
  const bytes = Buffer.alloc(5 + json.length + profile.sketch.length * 4);
  bytes[0] = VERSION;
  bytes.writeUInt32LE(json.length, 1);
  json.copy(bytes, 5);
  profile.sketch.forEach((hash, i) => bytes.writeUInt32LE(hash, 5 + json.length + i * 4));
  return bytes;
}

/** @returns undefined where the payload is of another version or damaged */
export function decodeDocument(document: IndexedDocument): Profile | undefined {
  const { payload } = document;
  if (payload.length < 5 || payload[0] !== VERSION) return undefined;
  const bytes = Buffer.from(payload.buffer, payload.byteOffset, payload.byteLength);
  const length = bytes.readUInt32LE(1);
  if (5 + length > bytes.length) return undefined;
  let written: Written;
  try {
    written = JSON.parse(bytes.toString('utf8', 5, 5 + length)) as Written;
  } catch {
    return undefined;
  }
  const sketch = new Uint32Array((bytes.length - 5 - length) >> 2);
  for (let i = 0; i < sketch.length; i += 1) sketch[i] = bytes.readUInt32LE(5 + length + i * 4);
  return {
    seq: document.seq,
    id: written.i,
    title: written.t,
    source: document.source,
    time: document.time,
    terms: document.terms,
    titleTerms: written.tt,
    names: written.n,
    phrases: written.p,
    figures: written.f,
    agencies: written.a,
    words: written.w,
    sketch,
  };
}
