/*
 * A segment file: two long sections, then the columns that are loaded at opening, then a footer.
 *
 *   postings   for each term, in dictionary order: offsets of its documents (u16), levels (u8), padding to an
 *              even length
 *   records    for each document, see record.ts
 *   columns    see COLUMNS; those with ends have one element more than there are terms or documents
 *   footer     JSON (FooterFields), its length (u32), its CRC-32 (u32), MAGIC
 *
 * Terms are ordered by number; a term's id is its place among them. Documents are ordered by time.
 * All numbers are little-endian, as the typed arrays of every platform that Node runs on are.
 */
export const MAGIC = Buffer.from('WRQTERM2');
export const TRAILER_BYTES = 8 + MAGIC.length;

/** No segment has more documents: their offsets take 16 bits. */
export const MOST_DOCUMENTS = 65_536;
/** Bytes of a term's postings, of which there are `count`. */
export const blockBytes = (count: number) => (3 * count + 1) & ~1;
/** The same read backwards: padding is less than a posting takes. */
export const postingsIn = (bytes: number) => Math.floor(bytes / 3);

export interface Columns {
  /** Of each term, rising. */
  numbers: Uint32Array;
  /** Of each term: the highest level of any document. */
  highest: Uint8Array;
  /** Where each term's postings begin, in bytes of the section; ends. */
  postingStarts: Uint32Array;
  /** Of each document. */
  seqs: Float64Array;
  /** Rising. */
  times: Float64Array;
  /** Of each document: its place in the footer's `sources`. */
  sourceIds: Uint16Array;
  /** Offsets in the order of their seqs; empty where seqs rise with time, as they do when news is current. */
  bySeq: Uint32Array;
  /** Where each document's record begins, in bytes of the section; ends. */
  recordStarts: Uint32Array;
}

/** Those of documents. */
export type DocumentColumns = Omit<Columns, 'numbers' | 'highest' | 'postingStarts'>;

export const COLUMNS: {
  [Name in keyof Columns]: { new (bytes: ArrayBuffer): Columns[Name] };
} = {
  numbers: Uint32Array,
  highest: Uint8Array,
  postingStarts: Uint32Array,
  seqs: Float64Array,
  times: Float64Array,
  sourceIds: Uint16Array,
  bySeq: Uint32Array,
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
