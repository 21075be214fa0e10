import type { Store } from '../store/store.js';

const turns = new WeakMap<Store, Promise<unknown>>();

/**
 * Runs `work` when nobody else is changing the articles of this store: what arrives, what is removed
 * and tidying each change store and index in several steps that must not be mixed.
 */
export function inTurn<T>(store: Store, work: () => Promise<T>): Promise<T> {
  const before = turns.get(store) ?? Promise.resolve();
  const turn = before.then(work);
  turns.set(
    store,
    turn.catch(() => undefined),
  );
  return turn;
}
