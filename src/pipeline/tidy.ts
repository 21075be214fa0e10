import type { Newsroom } from './keep.js';
import type { Spent } from './prepare.js';
import { STRETCH } from './stretches.js';
import { clear, note } from './unsettled.js';

/** Documents that came, and ms that the first of them waited, after which stories are grouped anew. */
export const DOCUMENTS_A_TIDYING = 4 * STRETCH;
const LONGEST_WAIT = 5 * 60_000;

/** Calls `Relater.tidy` when it is due, and keeps what it changed. */
export class Tidying {
  private last = performance.now();
  private documents = 0;

  /** @param prompt whether it is due by the clock as well, for documents that trickle in */
  constructor(
    private readonly newsroom: Newsroom,
    private readonly spent: Spent,
    private readonly prompt = false,
  ) {}

  /**
   * To be called where a stretch of the stream ends, or more often: the same documents are tidied at the same places
   * however fast they came, unless `prompt`.
   * @param documents that came since the last call
   */
  async whenDue(documents: number): Promise<void> {
    this.documents += documents;
    const waited = performance.now() - this.last;
    const late = this.prompt && waited >= LONGEST_WAIT && this.newsroom.relater.untidied > 0;
    if (this.documents >= DOCUMENTS_A_TIDYING || late) await this.now();
  }

  async now(): Promise<void> {
    this.last = performance.now();
    this.documents = 0;
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
