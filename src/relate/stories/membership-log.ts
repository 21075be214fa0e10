import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import type { CopyKind } from '../copies/verdict.js';
import { NONE, type Memberships } from './memberships.js';

const NAME = 'memberships';
const KINDS: CopyKind[] = ['exact', 'edited', 'abridged', 'update'];
/** uint32 each: cause, seq, story, group, original, kind, check. */
const FIELDS = 7;
const BYTES = FIELDS * 4;

/** One article's place, and the arrival that decided it. */
export interface PlaceRecord {
  cause: number;
  seq: number;
  story: number | undefined;
  copy: { group: number; original: number; how: CopyKind } | undefined;
}

/** What was read of a log, in order; a million records as one typed array. */
export class PlaceRecords {
  constructor(
    private readonly rows: Uint32Array,
    readonly torn: boolean,
  ) {}

  each(take: (record: PlaceRecord) => void): void {
    for (let at = 0; at < this.rows.length; at += FIELDS) take(recordAt(this.rows, at));
  }

  /** Causes from a seq on. */
  causesFrom(seq: number): Set<number> {
    const causes = new Set<number>();
    for (let at = 0; at < this.rows.length; at += FIELDS)
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
      const rows = [...memberships.all()].map((seq) => encode(seq, seq, memberships));
      writeFileSync(`${path}.new`, Buffer.concat(rows), { flush: true });
      renameSync(`${path}.new`, path);
    }
    return new MembershipLog(openSync(path, 'a'));
  }

  static discard(directory: string): void {
    rmSync(join(directory, NAME), { force: true });
  }

  append(cause: number, seqs: number[], memberships: Memberships): void {
    if (!seqs.length) return;
    const rows = Buffer.concat(seqs.map((seq) => encode(cause, seq, memberships)));
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

function recordAt(rows: Uint32Array, at: number): PlaceRecord {
  const story = rows[at + 2]!;
  const group = rows[at + 3]!;
  const how = KINDS[rows[at + 5]!] ?? 'edited';
  return {
    cause: rows[at]!,
    seq: rows[at + 1]!,
    story: story === NONE ? undefined : story,
    copy: group === NONE ? undefined : { group, original: rows[at + 4]!, how },
  };
}

function encode(cause: number, seq: number, memberships: Memberships): Buffer {
  const copy = memberships.copyOf(seq);
  const row = [
    cause,
    seq,
    memberships.storyOf(seq) ?? NONE,
    copy?.group ?? NONE,
    copy?.original ?? NONE,
    copy ? KINDS.indexOf(copy.how) : 0,
  ];
  const fields = Uint32Array.from([...row, 0]);
  fields[FIELDS - 1] = checkOf(fields, 0);
  return Buffer.from(fields.buffer);
}

/** Tells a whole record from a torn or foreign one. */
function checkOf(rows: Uint32Array, at: number): number {
  let check = 0x9e3779b9;
  for (let i = at; i < at + FIELDS - 1; i += 1)
    check = Math.imul(check ^ rows[i]!, 0x01000193) ^ (check >>> 15);
  return check >>> 0;
}
