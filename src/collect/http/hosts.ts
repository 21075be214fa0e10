import { setTimeout as sleep } from 'node:timers/promises';

interface Host {
  tail: Promise<unknown>;
  waiting: number;
  /** Milliseconds since the epoch. */
  free: number;
  restUntil: number;
  /** It asked for the rest, or it does not answer. */
  restCode: 'host-resting' | 'host-down';
  /** Requests in a row that the network failed. */
  strikes: number;
}

const strikesOut = 2;
const downSeconds = 300;

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
    host.restCode = 'host-resting';
    host.restUntil = Math.max(host.restUntil, Date.now() + seconds * 1000);
  }

  /**
   * Tells whether the host answered. One that twice in a row did not is left alone for some
   * minutes: else each of its feeds would wait for the full timeout.
   */
  answered(name: string, did: boolean): void {
    const host = this.#host(name);
    host.strikes = did ? 0 : host.strikes + 1;
    if (host.strikes < strikesOut) return;
    host.strikes = 0;
    host.restCode = 'host-down';
    host.restUntil = Math.max(host.restUntil, Date.now() + downSeconds * 1000);
  }

  /** Seconds that the host still rests, and why; undefined where it does not. */
  resting(name: string): { seconds: number; code: Host['restCode'] } | undefined {
    const host = this.#hosts.get(name);
    const seconds = host ? Math.ceil((host.restUntil - Date.now()) / 1000) : 0;
    return host && seconds > 0 ? { seconds, code: host.restCode } : undefined;
  }

  #host(name: string): Host {
    let host = this.#hosts.get(name);
    if (!host) {
      host = {
        tail: Promise.resolve(),
        waiting: 0,
        free: 0,
        restUntil: 0,
        restCode: 'host-resting',
        strikes: 0,
      };
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
