import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Desk } from '../desk.js';
import { openRelater } from '../relate/open.js';
import type { Relater } from '../relate/relater.js';
import { SITE_RULES_FILE } from '../extract/site-rules.js';
import { openStore } from '../store/open.js';
import type { Store } from '../store/store.js';
import { siteRulesIn } from './site-rules-file.js';
import { keptIn } from './kept.js';
import { ReadingDesk } from './reading-desk.js';
import { settle } from '../pipeline/unsettled.js';

export interface DeskOptions {
  /** Looks only; may stand beside a process that writes. */
  readonly?: boolean;
  /** Makes the term index anew from the store before opening. */
  reindex?: boolean;
  /** Told now and then how many articles were indexed, where many were not: after a crash, or as the index is made anew. */
  catchingUp?: (articles: number) => void;
}

/**
 * Opens the news desk in a directory, making it where there is none.
 * @throws SettingsError where its settings cannot be read
 * @throws StoreError naming the directory and what to do, where it cannot be opened
 */
export async function openDesk(directory: string, options: DeskOptions = {}): Promise<Desk> {
  const { readonly = false } = options;
  if (!readonly) mkdirSync(directory, { recursive: true });
  const siteRules = siteRulesIn(join(directory, SITE_RULES_FILE));
  const store = await openStore(directory, { readonly });
  try {
    const relater = await openIndex(directory, store, options);
    if (!readonly) await settle(store, relater);
    return new ReadingDesk(store, relater, siteRules);
  } catch (error) {
    await store.close();
    throw error;
  }
}

async function openIndex(
  directory: string,
  store: Store,
  { readonly = false, reindex = false, catchingUp }: DeskOptions,
): Promise<Relater> {
  const folder = join(directory, 'index');
  if (reindex) rmSync(folder, { recursive: true, force: true });
  return openRelater(folder, keptIn(store), { readonly, ...(catchingUp && { catchingUp }) });
}
