/** A bounded queue between workers that make items and one reader that takes them. */
export class Channel<T> {
  readonly #items: T[] = [];
  #wakeReader: (() => void) | undefined;
  #wakeWriters: Array<() => void> = [];
  #closed = false;
  #error: unknown;

  constructor(readonly capacity: number) {}

  /** Resolves once there is room; false where the reader has gone. */
  async push(item: T): Promise<boolean> {
    while (!this.#closed && this.#items.length >= this.capacity)
      await new Promise<void>((resolve) => this.#wakeWriters.push(resolve));
    if (this.#closed) return false;
    this.#items.push(item);
    this.#wakeReader?.();
    return true;
  }

  close(error?: unknown): void {
    this.#closed = true;
    this.#error = error;
    this.#wakeReader?.();
    for (const wake of this.#wakeWriters.splice(0)) wake();
  }

  async *read(): AsyncGenerator<T> {
    for (;;) {
      const item = this.#items.shift();
      if (item !== undefined) {
        this.#wakeWriters.shift()?.();
        yield item;
      } else if (this.#closed) {
        if (this.#error) throw this.#error;
        return;
      } else await new Promise<void>((resolve) => (this.#wakeReader = resolve));
    }
  }
}
