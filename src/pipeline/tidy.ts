import type { Newsroom } from './keep.js';
import type { Spent } from './prepare.js';
import { clear, note } from './unsettled.js';

/** Articles that came, and ms that the first of them waited, after which stories are grouped anew. */
const MOST_UNTIDIED = 1000;
const LONGEST_WAIT = 5 * 60_000;

/** Calls `Relater.tidy` when it is due, and keeps what it changed. */
export class Tidying {
  private last = performance.now();

  constructor(
    private readonly newsroom: Newsroom,
    private readonly spent: Spent,
  ) {}

  async whenDue(): Promise<void> {
    const { untidied } = this.newsroom.relater;
    const waited = performance.now() - this.last;
    if (untidied >= MOST_UNTIDIED || (untidied > 0 && waited >= LONGEST_WAIT)) await this.now();
  }

  async now(): Promise<void> {
    this.last = performance.now();
    const { store, relater } = this.newsroom;
    if (!relater.untidied) return;
    const changes = await relater.tidy();
    this.spent.relate += performance.now() - this.last;
    if (!changes.length) return;
    // A stop between the two would leave store and index with different stories.
    const changed = changes.flatMap((one) => ('article' in one ? [one.article] : []));
    await note(store, { changed });
    await store.save([], changes);
    await relater.flush();
    await clear(store);
  }
}
