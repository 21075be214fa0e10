/** A subscription whose turn it is. */
interface Due {
  id: string;
  host: string;
}

/**
 * Who is visited next. Each host has a row of its own and one visit at a time; hosts take turns, so
 * that a slow one, or one with many feeds, delays nobody else.
 */
export class Rota {
  readonly #rows = new Map<string, string[]>();
  /** Hosts with somebody waiting and nobody underway. */
  readonly #ready: string[] = [];
  /** Hosts with somebody underway. */
  readonly #busy = new Set<string>();
  /** Ids that wait or are underway. */
  readonly #known = new Set<string>();

  /** Lines up those that are not in the rota yet. */
  add(due: readonly Due[]): void {
    for (const { id, host } of due) {
      if (this.#known.has(id)) continue;
      this.#known.add(id);
      const row = this.#rows.get(host);
      if (row) {
        row.push(id);
        continue;
      }
      this.#rows.set(host, [id]);
      if (!this.#busy.has(host)) this.#ready.push(host);
    }
  }

  /** The next to be visited; undefined where every host with somebody waiting is busy. */
  take(): Due | undefined {
    const host = this.#ready.shift();
    if (host === undefined) return undefined;
    const row = this.#rows.get(host) ?? [];
    const id = row.shift();
    if (row.length === 0) this.#rows.delete(host);
    if (id === undefined) return this.take();
    this.#busy.add(host);
    return { id, host };
  }

  /** The host is free for its next. */
  left({ host }: Due): void {
    this.#busy.delete(host);
    if (this.#rows.has(host)) this.#ready.push(host);
  }

  /** What the visit left is kept: the subscription may be lined up again. */
  settled(id: string): void {
    this.#known.delete(id);
  }
}
