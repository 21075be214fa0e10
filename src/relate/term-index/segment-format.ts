import { CHUNK } from './scratch.js';

/*
 * A segment file: two long sections, then the columns that are loaded at opening, then a footer.
 *
 *   postings   for each term, in dictionary order: offsets of its documents in
 *              their chunks (u16), levels (u8), and in a segment of several chunks their numbers (u8)
 *   records    for each document: count of terms, their ids as differences (varints), levels, payload
 *   columns    see COLUMNS; those with `ends` have one element more than there are terms or documents
 *   footer     JSON (FooterFields), its length (u32), its CRC-32 (u32), MAGIC
 *
 * The dictionary is ordered by hash, then by UTF-16 units; a term's id is its place there.
 * All numbers are little-endian, as the typed arrays of every platform that Node runs on are.
 */
export const MAGIC = Buffer.from('WRQTERM1');
export const TRAILER_BYTES = 8 + MAGIC.length;

/** Whether a segment of so many documents has several chunks. */
export const isWide = (documents: number) => documents > CHUNK;
/** Bytes of a posting. */
export const postingBytes = (documents: number) => (isWide(documents) ? 4 : 3);

export interface Columns {
  /** Of each term. */
  hashes: Uint32Array;
  /** Of each term: the highest level of any document. */
  highest: Uint8Array;
  /** Where each term's postings begin, in bytes of the section; ends. */
  postingStarts: Uint32Array;
  /** Where each term begins in `texts`; ends. */
  textStarts: Uint32Array;
  /** UTF-16 units of all terms. */
  texts: Uint16Array;
  /** Of each document. */
  seqs: Float64Array;
  times: Float64Array;
  /** Of each document: its place in the footer's `sources`. */
  sourceIds: Uint16Array;
  /** Where each document's record begins, in bytes of the section; ends. */
  recordStarts: Uint32Array;
}

export const COLUMNS: {
  [Name in keyof Columns]: { new (bytes: ArrayBuffer): Columns[Name] };
} = {
  hashes: Uint32Array,
  highest: Uint8Array,
  postingStarts: Uint32Array,
  textStarts: Uint32Array,
  texts: Uint16Array,
  seqs: Float64Array,
  times: Float64Array,
  sourceIds: Uint16Array,
  recordStarts: Uint32Array,
};

export type ColumnName = keyof Columns;
export const COLUMN_NAMES = Object.keys(COLUMNS) as ColumnName[];
export type SectionName = 'postings' | 'records' | ColumnName;

export interface Section {
  at: number;
  bytes: number;
  crc: number;
}

export interface FooterFields {
  sources: string[];
  sections: Record<SectionName, Section>;
}
