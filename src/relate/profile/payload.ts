import type { EntityType } from '../../model/analysis.js';
import type { IndexedDocument } from '../term-index/term-index.js';
import type { KeyFigure, Profile, ProfileName } from './profile.js';

/** First byte of a payload. A payload of another version is not read: reindex. */
const VERSION = 2;

type NameRow = [string, string, EntityType, number, number, number, string?];

/** Short keys and rows instead of objects: this is kept once for each article. */
interface Written {
  i: string;
  t: string;
  s: string;
  tt: string;
  /** Lead terms, each after one digit for its prominence, joined by a space. */
  l: string;
  n: NameRow[];
  p: Array<[string, string, number]>;
  f: KeyFigure[];
  a: string[];
  w: number;
}

/** Layout: version (1 byte), length of the JSON part (uint32), JSON in UTF-8, sketch (uint32 each), all little-endian. */
export function encodePayload(profile: Profile): Uint8Array {
  const written: Written = {
    i: profile.id,
    t: profile.title,
    s: profile.sourceName,
    tt: profile.titleTerms.join(' '),
    l: profile.leadTerms.map(({ term, weight }) => `${Math.round(weight)}${term}`).join(' '),
    n: profile.names.map(nameRow),
    p: profile.phrases.map((p) => [p.key, p.text, Math.round(p.score * 1000) / 1000]),
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
    sourceName: written.s,
    time: document.time,
    terms: document.terms,
    titleTerms: listed(written.tt),
    leadTerms: listed(written.l).map((l) => ({ term: l.slice(1), weight: Number(l[0]) })),
    names: written.n.map(([key, text, type, title, lead, count, country]) => ({
      key,
      text,
      type,
      title,
      lead,
      count,
      ...(country && { country }),
    })),
    phrases: written.p.map(([key, text, score]) => ({ key, text, score })),
    figures: written.f,
    agencies: written.a,
    words: written.w,
    sketch,
  };
}

const listed = (joined: string): string[] => (joined ? joined.split(' ') : []);

function nameRow({ key, text, type, title, lead, count, country }: ProfileName): NameRow {
  const row: NameRow = [key, text, type, title, lead, count];
  if (country) row.push(country);
  return row;
}
