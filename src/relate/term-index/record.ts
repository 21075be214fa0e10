/** What a segment holds of one document beside its columns. */
export interface DocumentRecord {
  /** Ids of its terms in the segment, rising. */
  ids: Int32Array;
  levels: Uint8Array;
  payload: Uint8Array;
}

/** @param bytes the whole record; levels and payload are views of it */
export function readRecord(bytes: Uint8Array): DocumentRecord {
  let at = 0;
  const varint = () => {
    let byte = bytes[at++]!;
    let value = byte & 0x7f;
    for (let shift = 7; byte >= 0x80; shift += 7) {
      byte = bytes[at++]!;
      value |= (byte & 0x7f) << shift;
    }
    return value;
  };
  const ids = new Int32Array(varint());
  for (let i = 0, id = 0; i < ids.length; i++) ids[i] = id += varint();
  const levels = bytes.subarray(at, at + ids.length);
  return { ids, levels, payload: bytes.subarray(at + ids.length) };
}
