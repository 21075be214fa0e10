import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import { openStore } from './open.js';
import type { Store } from './store.js';

/** For tests: before each an empty store in a directory of its own, after it neither. */
export function withStoreForEach(use: (store: Store) => void): void {
  let directory: string;
  let store: Store;
  beforeEach(async () => {
    directory = mkdtempSync(join(tmpdir(), 'warraq-store-'));
    store = await openStore(directory);
    use(store);
  });
  afterEach(async () => {
    await store.close();
    rmSync(directory, { recursive: true, force: true });
  });
}
