/** Takes lines and runs of bytes from a stream, holding no more than is asked for. */
export class ByteReader {
  readonly #source: AsyncIterator<Uint8Array>;
  #held: Uint8Array = new Uint8Array();

  constructor(source: AsyncIterable<Uint8Array>) {
    this.#source = source[Symbol.asyncIterator]();
  }

  /** A line as Latin-1 without its end; undefined at the end. Throws past `longest` bytes. */
  async line(longest: number): Promise<string | undefined> {
    const parts: Uint8Array[] = [];
    let size = 0;
    for (;;) {
      if (this.#held.length === 0 && !(await this.#fill()))
        return size === 0 ? undefined : text(parts);
      const end = this.#held.indexOf(10);
      const piece = end < 0 ? this.#held : this.#held.subarray(0, end);
      parts.push(piece);
      size += piece.length;
      if (size > longest) throw new Error(`a line of more than ${longest} bytes`);
      this.#held = end < 0 ? new Uint8Array() : this.#held.subarray(end + 1);
      if (end >= 0) return text(parts);
    }
  }

  /** Exactly so many bytes. Throws where fewer are left. */
  async bytes(count: number): Promise<Uint8Array> {
    const parts: Uint8Array[] = [];
    await this.#take(count, (part) => parts.push(part));
    return new Uint8Array(Buffer.concat(parts));
  }

  async skip(count: number): Promise<void> {
    await this.#take(count, () => {});
  }

  /** All that is left. */
  async rest(): Promise<Uint8Array> {
    const parts = [this.#held];
    while (await this.#fill()) parts.push(this.#held);
    this.#held = new Uint8Array();
    return new Uint8Array(Buffer.concat(parts));
  }

  async #take(count: number, use: (part: Uint8Array) => void): Promise<void> {
    for (let left = count; left > 0;) {
      if (this.#held.length === 0 && !(await this.#fill()))
        throw new Error('the file ends within a record');
      const part = this.#held.subarray(0, left);
      use(part);
      left -= part.length;
      this.#held = this.#held.subarray(part.length);
    }
  }

  async #fill(): Promise<boolean> {
    const next = await this.#source.next();
    if (next.done) return false;
    this.#held = next.value;
    return true;
  }
}

function text(parts: Uint8Array[]): string {
  return Buffer.concat(parts).toString('latin1').replace(/\r$/, '');
}
