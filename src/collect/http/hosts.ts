import { setTimeout as sleep } from 'node:timers/promises';

interface Host {
  tail: Promise<unknown>;
  waiting: number;
  /** Milliseconds since the epoch. */
  free: number;
  restUntil: number;
}

/** Keeps one request at a time to each host, with a pause after each. */
export class Hosts {
  readonly #hosts = new Map<string, Host>();

  /** Runs `work` when it is the host's turn; `gap` ms pass between the end of one and the next. */
  async turn<T>(name: string, gap: number, work: () => Promise<T>): Promise<T> {
    const host = this.#host(name);
    host.waiting++;
    const run = host.tail.then(async () => {
      const wait = host.free - Date.now();
      if (wait > 0) await sleep(wait);
      try {
        return await work();
      } finally {
        host.free = Date.now() + gap;
      }
    });
    host.tail = run.catch(() => undefined);
    try {
      return await run;
    } finally {
      host.waiting--;
      this.#tidy();
    }
  }

  /** The host asked to be left alone for so many seconds. */
  rest(name: string, seconds: number): void {
    const host = this.#host(name);
    host.restUntil = Math.max(host.restUntil, Date.now() + seconds * 1000);
  }

  /** Seconds that the host still rests; 0 where it does not. */
  resting(name: string): number {
    const host = this.#hosts.get(name);
    return host ? Math.max(0, Math.ceil((host.restUntil - Date.now()) / 1000)) : 0;
  }

  #host(name: string): Host {
    let host = this.#hosts.get(name);
    if (!host) {
      host = { tail: Promise.resolve(), waiting: 0, free: 0, restUntil: 0 };
      this.#hosts.set(name, host);
    }
    return host;
  }

  #tidy(): void {
    if (this.#hosts.size < 2000) return;
    const now = Date.now();
    for (const [name, host] of this.#hosts)
      if (host.waiting === 0 && host.free < now && host.restUntil < now) this.#hosts.delete(name);
  }
}
