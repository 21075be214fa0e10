import type { DocumentTerms, IndexedDocument } from '../term-index/term-index.js';
import type { Forms } from './forms.js';
import type { Profile, ProfileName, ProfilePhrase, ProfileTerms, ProfileTexts } from './profile.js';
import type { EntityType } from '../../model/analysis.js';

/** A payload of another version is not read: it belongs to an index of another format, which is made anew. */
const VERSION = 5;

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
  Forms,
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
 * each); the forms (u16 each); a byte for each term of the lead, three for each name, one for each of the
 * document's terms, one for each form; the texts as JSON in UTF-8.
 */
export function encodePayload(profile: Payload): Uint8Array {
  const { titleTerms, leadTerms, nameTerms, principals, sketch, headCounts, forms } = profile;
  const head = new Uint32Array(Head.Fields);
  head[Head.Version] = VERSION;
  head[Head.Words] = profile.words;
  head[Head.Title] = titleTerms.length;
  head[Head.Lead] = leadTerms.numbers.length;
  head[Head.Names] = nameTerms.numbers.length;
  head[Head.Principals] = principals.length;
  head[Head.Sketch] = sketch.length;
  head[Head.Terms] = headCounts.length;
  head[Head.Forms] = forms.numbers.length;
  const terms = [titleTerms, leadTerms.numbers, nameTerms.numbers, principals];
  const numbers = [head, ...terms, sketch, forms.numbers];
  const mentions = [nameTerms.title, nameTerms.lead, nameTerms.count];
  const bytes = [leadTerms.prominence, ...mentions, headCounts, forms.counts];
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
  return formCountsAt(head) + head[Head.Forms]!;
}

function formCountsAt(head: Uint32Array): number {
  return bytesAt(head) + head[Head.Lead]! + 3 * head[Head.Names]! + head[Head.Terms]!;
}

/** Where the lists of bytes begin, after the lists of numbers. */
function bytesAt(head: Uint32Array): number {
  return formsAt(head) + 2 * head[Head.Forms]!;
}

/** After the head and the lists of longer numbers. */
function formsAt(head: Uint32Array): number {
  let numbers = Head.Fields;
  for (let kind = Head.Title; kind <= Head.Sketch; kind += 1) numbers += head[kind]!;
  return numbers * 4;
}

/** A profile as views of its document's bytes, each made when it is first asked for, as the texts are read. */
class KeptProfile implements Profile {
  readonly seq: number;
  readonly source: string;
  readonly time: number;
  readonly terms: DocumentTerms;
  private ownNameTerms: ProfileTerms['nameTerms'] | undefined;
  private ownSketch: Uint32Array | undefined;
  private ownHeadCounts: Uint8Array | undefined;
  private ownForms: Forms | undefined;
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
  }

  get words(): number {
    return this.head[Head.Words]!;
  }

  get titleTerms(): Uint32Array {
    return this.numbers(Head.Title);
  }

  get leadTerms(): ProfileTerms['leadTerms'] {
    return { numbers: this.numbers(Head.Lead), prominence: this.bytes(0, this.head[Head.Lead]!) };
  }

  get nameTerms(): ProfileTerms['nameTerms'] {
    return (this.ownNameTerms ??= this.readNameTerms());
  }

  private readNameTerms(): ProfileTerms['nameTerms'] {
    const names = this.head[Head.Names]!;
    const from = this.head[Head.Lead]!;
    return {
      numbers: this.numbers(Head.Names),
      title: this.bytes(from, names),
      lead: this.bytes(from + names, names),
      count: this.bytes(from + 2 * names, names),
    };
  }

  get principals(): Uint32Array {
    return this.numbers(Head.Principals);
  }

  get sketch(): Uint32Array {
    return (this.ownSketch ??= this.numbers(Head.Sketch));
  }

  get headCounts(): Uint8Array {
    const { head } = this;
    const from = head[Head.Lead]! + 3 * head[Head.Names]!;
    return (this.ownHeadCounts ??= this.bytes(from, head[Head.Terms]!));
  }

  get forms(): Forms {
    return (this.ownForms ??= this.readForms());
  }

  private readForms(): Forms {
    const { head, payload } = this;
    const { buffer, byteOffset } = payload;
    const length = head[Head.Forms]!;
    return {
      numbers: new Uint16Array(buffer, byteOffset + formsAt(head), length),
      counts: new Uint8Array(buffer, byteOffset + formCountsAt(head), length),
    };
  }

  private numbers(kind: Head): Uint32Array {
    const { head, payload } = this;
    let before = Head.Fields;
    for (let earlier = Head.Title; earlier < kind; earlier += 1) before += head[earlier]!;
    return new Uint32Array(payload.buffer, payload.byteOffset + before * 4, head[kind]!);
  }

  private bytes(from: number, length: number): Uint8Array {
    const { payload } = this;
    return new Uint8Array(payload.buffer, payload.byteOffset + bytesAt(this.head) + from, length);
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
