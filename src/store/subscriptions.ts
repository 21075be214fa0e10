import { setTimeout as sleep } from 'node:timers/promises';
import type { FeedState, Followed, Push, Subscription, Subscriptions } from '../model/feed.js';
import { milliseconds, plain } from './codec.js';
import type { Database } from './database.js';

/** States that come within this time are committed together: a commit waits for the disk. */
const GATHER_MS = 20;

type Row = [subscription: string, state: string | null, seen: string | null];

/** The subscriptions as rows of the store. */
export class SqliteSubscriptions implements Subscriptions {
  readonly #database: Database;
  #waiting = new Map<string, FeedState>();
  #commit: Promise<void> | undefined;

  constructor(database: Database) {
    this.#database = database;
  }

  async list(): Promise<Followed[]> {
    return this.#database
      .rows<Row>('SELECT subscription, state, NULL FROM subscriptions ORDER BY place')
      .map(toFollowed);
  }

  async get(id: string): Promise<Followed | undefined> {
    const row = this.#database.row<Row>(
      'SELECT subscription, state, seen FROM subscriptions WHERE id = ?',
      plain(id),
    );
    return row && toFollowed(row);
  }

  async put(subscriptions: readonly Subscription[]): Promise<number> {
    return this.#database.transaction(() => {
      let added = 0;
      for (const subscription of subscriptions) {
        const id = plain(subscription.id);
        const columns = [
          hostOf(subscription.address),
          subscription.paused ? 1 : 0,
          plain(JSON.stringify(subscription)),
        ];
        const kept = this.#database.row<[string | null]>(
          'SELECT state FROM subscriptions WHERE id = ?',
          id,
        );
        const due = dueOf(subscription.paused ?? false, kept?.[0]);
        if (kept)
          this.#database.run(
            'UPDATE subscriptions SET host = ?, paused = ?, subscription = ?, due = ? WHERE id = ?',
            ...columns,
            due,
            id,
          );
        else {
          this.#database.run(
            'INSERT INTO subscriptions (host, paused, subscription, due, id) VALUES (?, ?, ?, ?, ?)',
            ...columns,
            due,
            id,
          );
          added += 1;
        }
      }
      return added;
    });
  }

  async remove(id: string): Promise<void> {
    this.#database.run('DELETE FROM subscriptions WHERE id = ?', plain(id));
  }

  async due(now: number): Promise<Array<{ id: string; host: string }>> {
    return this.#database
      .rows<[string, string]>(
        'SELECT id, host FROM subscriptions WHERE due IS NOT NULL AND due <= ? ORDER BY due',
        now,
      )
      .map(([id, host]) => ({ id, host }));
  }

  /** `due` is then the moment of asking, below zero: a visit that began before does not undo it. */
  async retry(id: string): Promise<boolean> {
    const changed = this.#database.run(
      'UPDATE subscriptions SET due = ? WHERE id = ? AND paused = 0',
      -Date.now(),
      plain(id),
    );
    return changed.changes > 0;
  }

  saveState(id: string, state: FeedState): Promise<void> {
    this.#waiting.set(plain(id), state);
    this.#commit ??= sleep(GATHER_MS).then(() => {
      this.#commit = undefined;
      this.#saveWaiting();
    });
    return this.#commit;
  }

  /** Resolves once what is being gathered is kept. */
  async settled(): Promise<void> {
    await this.#commit;
  }

  async push(id: string): Promise<Push | undefined> {
    const push = this.#database.value<string | null>(
      'SELECT push FROM subscriptions WHERE id = ?',
      plain(id),
    );
    return push ? (JSON.parse(push) as Push) : undefined;
  }

  async savePush(id: string, push: Push | null): Promise<void> {
    this.#database.run(
      'UPDATE subscriptions SET push = ? WHERE id = ?',
      push && plain(JSON.stringify(push)),
      plain(id),
    );
  }

  #saveWaiting(): void {
    const states = this.#waiting;
    this.#waiting = new Map();
    this.#database.transaction(() => {
      for (const [id, { seen, ...state }] of states)
        this.#database.run(
          `UPDATE subscriptions SET state = ?, seen = ?,
             due = iif(paused, NULL, iif(-due > ?, due, ?)) WHERE id = ?`,
          plain(JSON.stringify(state)),
          plain(JSON.stringify(seen)),
          milliseconds(state.visited) ?? 0,
          dueAfter(state),
          id,
        );
    });
  }
}

function toFollowed([subscription, state, seen]: Row): Followed {
  return {
    subscription: JSON.parse(subscription) as Subscription,
    ...(state === null
      ? {}
      : {
          state: {
            ...(JSON.parse(state) as Omit<FeedState, 'seen'>),
            seen: seen === null ? {} : (JSON.parse(seen) as FeedState['seen']),
          },
        }),
  };
}

function dueOf(paused: boolean, state: string | null | undefined): number | null {
  if (paused) return null;
  return state ? dueAfter(JSON.parse(state) as FeedState) : 0;
}

function dueAfter(state: Pick<FeedState, 'retired' | 'nextVisit'>): number | null {
  return state.retired ? null : (milliseconds(state.nextVisit) ?? 0);
}

/** Subscriptions of one host are visited one after another. */
function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).host : '';
}
