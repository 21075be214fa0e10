import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
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
  static read(directory: string): { records: PlaceRecord[]; torn: boolean } | undefined {
    const path = join(directory, NAME);
    if (!existsSync(path)) return undefined;
    const bytes = readFileSync(path);
    const records: PlaceRecord[] = [];
    for (let at = 0; at + BYTES <= bytes.length; at += BYTES) {
      const row = Array.from({ length: FIELDS }, (_, i) => bytes.readUInt32LE(at + i * 4));
      if (checkOf(row) !== row[FIELDS - 1]) return undefined;
      records.push(recordOf(row));
    }
    return { records, torn: records.length * BYTES !== bytes.length };
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

function recordOf(row: number[]): PlaceRecord {
  const [cause = 0, seq = 0, story = NONE, group = NONE, original = 0, kind = 0] = row;
  return {
    cause,
    seq,
    story: story === NONE ? undefined : story,
    copy: group === NONE ? undefined : { group, original, how: KINDS[kind] ?? 'edited' },
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
  const bytes = Buffer.alloc(BYTES);
  [...row, checkOf(row)].forEach((value, i) => bytes.writeUInt32LE(value >>> 0, i * 4));
  return bytes;
}

/** Tells a whole record from a torn or foreign one. */
function checkOf(row: number[]): number {
  let check = 0x9e3779b9;
  for (let i = 0; i < FIELDS - 1; i += 1)
    check = Math.imul(check ^ (row[i]! >>> 0), 0x01000193) ^ (check >>> 15);
  return check >>> 0;
}
