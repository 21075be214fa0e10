/** Documents, counted along the stream, between two places at which something may be done or change. */
export const STRETCH = 250;

/**
 * A batch in parts that end where a stretch does: what is done between parts is done after the same documents
 * however they were gathered.
 * @param before documents that came before the batch
 */
export function* stretches<T>(batch: T[], before: number): Generator<T[]> {
  for (let from = 0; from < batch.length;) {
    const end = from + STRETCH - ((before + from) % STRETCH);
    yield batch.slice(from, end);
    from = end;
  }
}
