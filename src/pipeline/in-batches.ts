/**
 * Groups a stream into arrays of up to `size` items. An array goes out as soon as it is full, or
 * `lingerMs` after its first item came, so that a slow stream is not held back.
 * An error of the stream comes after what came before it.
 */
export async function* inBatches<T>(
  stream: AsyncIterable<T>,
  size: number,
  lingerMs: number,
): AsyncGenerator<T[]> {
  const iterator = stream[Symbol.asyncIterator]();
  let batch: T[] = [];
  let deadline = 0;
  let pending = iterator.next();
  try {
    for (;;) {
      const result = batch.length
        ? await within(pending, deadline - performance.now())
        : await pending;
      if (result === 'late') {
        yield batch;
        batch = [];
        continue;
      }
      if (result.done) break;
      if (!batch.length) deadline = performance.now() + lingerMs;
      batch.push(result.value);
      pending = iterator.next();
      if (batch.length < size) continue;
      pending.catch(() => undefined); // handled when it is awaited, after this batch
      yield batch;
      batch = [];
    }
  } catch (error) {
    if (batch.length) yield batch;
    throw error;
  } finally {
    pending.catch(() => undefined);
    void iterator.return?.();
  }
  if (batch.length) yield batch;
}

async function within<T>(promise: Promise<T>, milliseconds: number): Promise<T | 'late'> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => resolve('late'), Math.max(0, milliseconds));
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
