import { discover, type Found } from '../collect/discover.js';
import { healthOf, type Health } from '../collect/health.js';
import type { Fetcher } from '../collect/http.js';
import type { FetchFailure } from '../collect/http/failure.js';
import { readOpml, writeOpml } from '../collect/opml.js';
import { publishers, toSubscription } from '../collect/publishers.js';
import type { Subscription, Subscriptions } from '../model/feed.js';

/** Longest search for what an address offers, in ms: somebody waits for it. */
const longestLook = 45_000;

interface RemovedSource {
  subscription: Subscription;
  articles: number;
  /** Its articles stayed although they were to go: another subscription brings the same source. */
  shared?: boolean;
}

/** What a person does with sources: the page, the API and `warraq sources` ask this. */
export class SourceDesk {
  /**
   * @param removeArticlesOf a source's id → how many articles were taken away
   */
  constructor(
    readonly subscriptions: Subscriptions,
    private readonly fetcher: Fetcher,
    private readonly removeArticlesOf: (source: string) => Promise<number>,
  ) {}

  /** Every subscription with how it fares, in the order in which they were added. */
  async list(now = Date.now()): Promise<Health[]> {
    const all = await this.subscriptions.list();
    return all.map(({ subscription, state }) => healthOf(subscription, state, now));
  }

  async get(id: string, now = Date.now()): Promise<Health | undefined> {
    const kept = await this.subscriptions.get(id);
    return kept && healthOf(kept.subscription, kept.state, now);
  }

  /** What an address, a channel's name or an OPML file's address offers; nothing is kept. */
  find(written: string): Promise<{ found: Found[] } | FetchFailure> {
    return discover(written, this.fetcher, AbortSignal.timeout(longestLook));
  }

  /** Keeps what was chosen; returns how many were new. What is there already stays as it is. */
  async keep(chosen: readonly Subscription[]): Promise<number> {
    const known = new Set((await this.subscriptions.list()).map((one) => one.subscription.id));
    return this.subscriptions.put(chosen.filter(({ id }) => !known.has(id)));
  }

  /** Keeps those of the curated list by their ids. */
  keepCurated(ids: ReadonlySet<string>): Promise<number> {
    return this.keep(
      publishers()
        .map(toSubscription)
        .filter(({ id }) => ids.has(id)),
    );
  }

  async importOpml(
    bytes: Uint8Array,
  ): Promise<{ listed: number; added: number } | { reason: string }> {
    const read = readOpml(bytes);
    if ('reason' in read) return read;
    return { listed: read.subscriptions.length, added: await this.keep(read.subscriptions) };
  }

  async exportOpml(title: string): Promise<string> {
    const all = await this.subscriptions.list();
    return writeOpml(
      all.map(({ subscription }) => subscription),
      title,
    );
  }

  /** Makes it due at once; false where there is none, or it is paused. */
  retry(id: string): Promise<boolean> {
    return this.subscriptions.retry(id);
  }

  /** Changes its name, its folders or whether it is paused; false where there is none. */
  async change(
    id: string,
    change: { name?: string; folders?: string[]; paused?: boolean },
  ): Promise<boolean> {
    const kept = await this.subscriptions.get(id);
    if (!kept) return false;
    const { name, folders, paused } = change;
    const { subscription } = kept;
    const changed: Subscription = {
      ...subscription,
      source: { ...subscription.source, ...(name ? { name } : {}) },
    };
    if (folders?.length) changed.folders = folders;
    else if (folders) delete changed.folders;
    if (paused) changed.paused = true;
    else if (paused === false) delete changed.paused;
    await this.subscriptions.put([changed]);
    return true;
  }

  /** Takes a subscription away, with the articles of its source where that is asked for. */
  async remove(id: string, withArticles: boolean): Promise<RemovedSource | undefined> {
    const all = await this.subscriptions.list();
    const kept = all.find(({ subscription }) => subscription.id === id);
    if (!kept) return undefined;
    await this.subscriptions.remove(id);
    const { subscription, state } = kept;
    const source = state?.source;
    if (!withArticles || !source) return { subscription, articles: 0 };
    const shared = all.some((one) => one !== kept && one.state?.source === source);
    if (shared) return { subscription, articles: 0, shared };
    return { subscription, articles: await this.removeArticlesOf(source) };
  }
}
