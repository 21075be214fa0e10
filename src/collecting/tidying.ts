const minute = 60_000;

/** Nothing new for so long counts as quiet. */
const quiet = 5 * minute;
/** Where it never is quiet, stories are tidied so often all the same. */
const longest = 24 * 60 * minute;

/** When the desk is tidied: after news came and then none for a while, and at least once a day. */
export class Tidying {
  #lastArrival: number | undefined;
  #lastTidied: number;

  constructor(
    readonly tidy: () => Promise<void>,
    readonly now: () => number = Date.now,
  ) {
    this.#lastTidied = now();
  }

  arrived(): void {
    this.#lastArrival = this.now();
  }

  /** Tidies where it is time to; to be called now and then. */
  async look(): Promise<void> {
    const now = this.now();
    if (this.#lastArrival === undefined) return;
    if (now - this.#lastArrival < quiet && now - this.#lastTidied < longest) return;
    this.#lastArrival = undefined;
    this.#lastTidied = now;
    await this.tidy();
  }
}
