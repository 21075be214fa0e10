/**
 * Cuts a stream of bytes at line feeds. A line of more than `longest` bytes comes as null and is
 * not held in memory. A byte order mark at the start is dropped.
 */
export async function* splitLines(
  chunks: AsyncIterable<Uint8Array>,
  longest: number,
): AsyncGenerator<Uint8Array | null> {
  let held: Uint8Array[] = [];
  let size = 0;
  let first = true;
  const take = (piece: Uint8Array) => {
    size += piece.length;
    if (size > longest) held = [];
    else if (piece.length > 0) held.push(piece);
  };
  const finish = (): Uint8Array | null => {
    const line = size > longest ? null : held.length === 1 ? held[0]! : Buffer.concat(held);
    held = [];
    size = 0;
    if (!first || !line) return line;
    first = false;
    return line[0] === 0xef && line[1] === 0xbb && line[2] === 0xbf ? line.subarray(3) : line;
  };
  for await (const chunk of chunks) {
    let start = 0;
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, start)) {
      take(chunk.subarray(start, end));
      yield finish();
      start = end + 1;
    }
    take(chunk.subarray(start));
  }
  if (size > 0) yield finish();
}
