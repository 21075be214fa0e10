import { setImmediate as rest } from 'node:timers/promises';

const STRETCH_MS = 4;
const CHECK_EVERY = 64;

/** Cuts long work into short stretches, so that queries between them wait a few milliseconds at most. */
export class Pace {
  private since = performance.now();
  private steps = 0;

  /** Whether it is time to `rest`; call at each small step. */
  get due(): boolean {
    if (++this.steps % CHECK_EVERY !== 0) return false;
    return performance.now() - this.since > STRETCH_MS;
  }

  async rest(): Promise<void> {
    await rest();
    this.since = performance.now();
  }
}
