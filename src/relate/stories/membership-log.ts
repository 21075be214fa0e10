import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { NONE } from './member-lists.js';
import type { Memberships } from './memberships.js';
import { replaceFile } from '../whole-file.js';

const NAME = 'memberships';
/** Of a record, uint32 each. */
const enum Field {
  Cause,
  Seq,
  Story,
  Group,
  Original,
  Kind,
  Check,
  Fields,
}
const FIELDS = Field.Fields;
const BYTES = FIELDS * 4;

/** What was read of a log, in order; a million records as one typed array. */
export class PlaceRecords {
  constructor(
    private readonly rows: Uint32Array,
    readonly torn: boolean,
  ) {}

  /**
   * Puts each article where it was last.
   * @param counts whether what an arrival decided does
   * @returns whether all of them did
   */
  restore(memberships: Memberships, counts: (cause: number) => boolean): boolean {
    const { rows } = this;
    const place = { story: NONE, group: NONE, original: NONE, kind: 0 };
    let all = true;
    for (let at = 0; at < rows.length; at += FIELDS) {
      if (!counts(rows[at + Field.Cause]!)) {
        all = false;
        continue;
      }
      place.story = rows[at + Field.Story]!;
      place.group = rows[at + Field.Group]!;
      place.original = rows[at + Field.Original]!;
      place.kind = rows[at + Field.Kind]!;
      memberships.restore(rows[at + Field.Seq]!, place);
    }
    return all;
  }

  get length(): number {
    return this.rows.length / FIELDS;
  }

  /** Causes from a seq on. */
  causesFrom(seq: number): Set<number> {
    const causes = new Set<number>();
    for (let at = Field.Cause; at < this.rows.length; at += FIELDS)
      if (this.rows[at]! >= seq) causes.add(this.rows[at]!);
    return causes;
  }
}

/**
 * Where each article belongs, as an append-only file of fixed records: what was decided is restored
 * without reading the store. A record is written when it is decided, which is before the store has
 * saved its cause; one whose cause the store does not have is passed over at opening.
 */
export class MembershipLog {
  private constructor(private readonly file: number) {}

  /**
   * What is on disk, up to a torn end: the last write of a process that was stopped, which the store
   * has not saved either.
   * @returns undefined where there is no file, or one that is damaged before its end
   */
  static read(directory: string): PlaceRecords | undefined {
    const path = join(directory, NAME);
    if (!existsSync(path)) return undefined;
    const bytes = new Uint8Array(readFileSync(path));
    const rows = new Uint32Array(bytes.buffer, 0, Math.floor(bytes.length / BYTES) * FIELDS);
    for (let at = 0; at < rows.length; at += FIELDS)
      if (checkOf(rows, at) !== rows[at + FIELDS - 1]) return undefined;
    return new PlaceRecords(rows, rows.byteLength !== bytes.length);
  }

  /**
   * Opens for writing.
   * @param anew writes down what is kept and nothing else, where the file is torn, missing or foreign
   */
  static open(directory: string, memberships: Memberships, anew: boolean): MembershipLog {
    const path = join(directory, NAME);
    if (anew) {
      const seqs = [...memberships.all()];
      replaceFile(path, [encode(seqs, seqs, memberships)]);
    }
    return new MembershipLog(openSync(path, 'a'));
  }

  static discard(directory: string): void {
    rmSync(join(directory, NAME), { force: true });
  }

  append(cause: number, seqs: number[], memberships: Memberships): void {
    if (!seqs.length) return;
    const causes = seqs.map(() => cause);
    const rows = encode(causes, seqs, memberships);
    for (let at = 0; at < rows.length;) at += writeSync(this.file, rows, at);
  }

  /** What was appended survives a loss of power. */
  sync(): void {
    fsyncSync(this.file);
  }

  close(): void {
    closeSync(this.file);
  }
}

/** @param causes one for each of the articles */
function encode(causes: number[], seqs: number[], memberships: Memberships): Uint8Array {
  const rows = new Uint32Array(seqs.length * FIELDS);
  for (const [i, seq] of seqs.entries()) {
    const at = i * FIELDS;
    const { story, group, original, kind } = memberships.placeOf(seq);
    rows[at + Field.Cause] = causes[i]!;
    rows[at + Field.Seq] = seq;
    rows[at + Field.Story] = story;
    rows[at + Field.Group] = group;
    rows[at + Field.Original] = original;
    rows[at + Field.Kind] = kind;
    rows[at + Field.Check] = checkOf(rows, at);
  }
  return new Uint8Array(rows.buffer);
}

/** Tells a whole record from a torn or foreign one. */
function checkOf(rows: Uint32Array, at: number): number {
  let check = 0x9e3779b9;
  for (let i = at; i < at + FIELDS - 1; i += 1)
    check = Math.imul(check ^ rows[i]!, 0x01000193) ^ (check >>> 15);
  return check >>> 0;
}
