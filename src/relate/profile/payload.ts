import type { DocumentTerms, IndexedDocument } from '../term-index/term-index.js';
import type { Profile, ProfileName, ProfilePhrase, ProfileTerms, ProfileTexts } from './profile.js';
import type { EntityType } from '../../model/analysis.js';

/** A payload of another version is not read: it belongs to an index of another format, which is made anew. */
const VERSION = 4;

/** Numbers at the head of a payload (u32): version, words, and how many follow of each kind. */
const enum Head {
  Version,
  Words,
  Title,
  Lead,
  Names,
  Principals,
  Sketch,
  Terms,
  Fields,
}

type Payload = Omit<Profile, 'seq' | 'source' | 'time' | 'terms'>;

type NameRow = [string, string, EntityType, number, number, number, string?];

/** Short keys and rows instead of objects: this is kept once for each article. */
interface Written {
  i: string;
  t: string;
  s: string;
  n: NameRow[];
  p: Array<[string, string, number]>;
  f: Profile['figures'];
  a: string[];
}

/**
 * Layout, little-endian: the head; term numbers of title, lead, names and principals, and the sketch (u32
 * each); a byte for each term of the lead, three for each name, one for each of the document's terms; the
 * texts as JSON in UTF-8.
 */
export function encodePayload(profile: Payload): Uint8Array {
  const { titleTerms, leadTerms, nameTerms, principals, sketch, headCounts } = profile;
  const head = new Uint32Array(Head.Fields);
  head[Head.Version] = VERSION;
  head[Head.Words] = profile.words;
  head[Head.Title] = titleTerms.length;
  head[Head.Lead] = leadTerms.numbers.length;
  head[Head.Names] = nameTerms.numbers.length;
  head[Head.Principals] = principals.length;
  head[Head.Sketch] = sketch.length;
  head[Head.Terms] = headCounts.length;
  const numbers = [head, titleTerms, leadTerms.numbers, nameTerms.numbers, principals, sketch];
  const mentions = [nameTerms.title, nameTerms.lead, nameTerms.count];
  const bytes = [leadTerms.prominence, ...mentions, headCounts];
  return new Uint8Array(
    Buffer.concat([
      ...numbers.map((list) => Buffer.from(list.buffer, list.byteOffset, list.byteLength)),
      ...bytes,
      Buffer.from(JSON.stringify(written(profile)), 'utf8'),
    ]),
  );
}

function written({ id, title, sourceName, names, phrases, figures, agencies }: ProfileTexts) {
  const made: Written = {
    i: id,
    t: title,
    s: sourceName,
    n: names.map(nameRow),
    p: phrases.map((p) => [p.key, p.text, Math.round(p.score * 1000) / 1000]),
    f: figures,
    a: agencies,
  };
  return made;
}

function nameRow({ key, text, type, title, lead, count, country }: ProfileName): NameRow {
  const row: NameRow = [key, text, type, title, lead, count];
  if (country) row.push(country);
  return row;
}

/** @returns undefined where the payload is of another version or damaged */
export function decodeDocument(document: IndexedDocument): Profile | undefined {
  const { payload } = document;
  const aligned = payload.byteOffset % 4 === 0 ? payload : new Uint8Array(payload);
  if (aligned.length < Head.Fields * 4) return undefined;
  const head = new Uint32Array(aligned.buffer, aligned.byteOffset, Head.Fields);
  if (head[Head.Version] !== VERSION || textsAt(head) > aligned.length) return undefined;
  return new KeptProfile(document, aligned, head);
}

function textsAt(head: Uint32Array): number {
  const [title, lead, names, principals, sketch, terms] = head.subarray(
    Head.Title,
  ) as unknown as Counts;
  return (Head.Fields + title + lead + names + principals + sketch) * 4 + lead + 3 * names + terms;
}
type Counts = [
  title: number,
  lead: number,
  names: number,
  principals: number,
  sketch: number,
  terms: number,
];

/** A profile as views of its document's bytes; the texts are read when first asked for. */
class KeptProfile implements Profile {
  readonly seq: number;
  readonly source: string;
  readonly time: number;
  readonly terms: DocumentTerms;
  readonly words: number;
  readonly titleTerms: Uint32Array;
  readonly leadTerms: ProfileTerms['leadTerms'];
  readonly nameTerms: ProfileTerms['nameTerms'];
  readonly principals: Uint32Array;
  readonly sketch: Uint32Array;
  readonly headCounts: Uint8Array;
  private read: ProfileTexts | undefined;

  constructor(
    { seq, source, time, terms }: IndexedDocument,
    private readonly payload: Uint8Array,
    private readonly head: Uint32Array,
  ) {
    this.seq = seq;
    this.source = source;
    this.time = time;
    this.terms = terms;
    this.words = head[Head.Words]!;
    const lead = head[Head.Lead]!;
    const names = head[Head.Names]!;
    let at = payload.byteOffset + Head.Fields * 4;
    const numbers = (length: number) => {
      const list = new Uint32Array(payload.buffer, at, length);
      at += length * 4;
      return list;
    };
    const bytes = (length: number) =>
      new Uint8Array(payload.buffer, (at += length) - length, length);
    this.titleTerms = numbers(head[Head.Title]!);
    const leadNumbers = numbers(lead);
    const nameNumbers = numbers(names);
    this.principals = numbers(head[Head.Principals]!);
    this.sketch = numbers(head[Head.Sketch]!);
    this.leadTerms = { numbers: leadNumbers, prominence: bytes(lead) };
    this.nameTerms = {
      numbers: nameNumbers,
      title: bytes(names),
      lead: bytes(names),
      count: bytes(names),
    };
    this.headCounts = bytes(head[Head.Terms]!);
  }

  private get texts(): ProfileTexts {
    return (this.read ??= readTexts(this.payload, textsAt(this.head)));
  }

  get id(): string {
    return this.texts.id;
  }

  get title(): string {
    return this.texts.title;
  }

  get sourceName(): string {
    return this.texts.sourceName;
  }

  get names(): ProfileName[] {
    return this.texts.names;
  }

  get phrases(): ProfilePhrase[] {
    return this.texts.phrases;
  }

  get figures(): Profile['figures'] {
    return this.texts.figures;
  }

  get agencies(): string[] {
    return this.texts.agencies;
  }
}

function readTexts(payload: Uint8Array, from: number): ProfileTexts {
  const bytes = Buffer.from(payload.buffer, payload.byteOffset + from, payload.byteLength - from);
  const { i, t, s, n, p, f, a } = JSON.parse(bytes.toString('utf8')) as Written;
  return {
    id: i,
    title: t,
    sourceName: s,
    names: n.map(([key, text, type, title, lead, count, country]) => ({
      key,
      text,
      type,
      title,
      lead,
      count,
      ...(country && { country }),
    })),
    phrases: p.map(([key, text, score]) => ({ key, text, score })),
    figures: f,
    agencies: a,
  };
}
