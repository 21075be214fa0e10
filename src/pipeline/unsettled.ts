import { analyse } from '../analyse/analyse.js';
import type { Relater } from '../relate/relater.js';
import type { Store } from '../store/store.js';

/**
 * New articles reach the index after a crash because it knows the last one it holds. Changed and
 * removed ones would not: they are noted here before the store changes, and done again at opening.
 */
const KEY = 'relate.unsettled';

interface Unsettled {
  changed: string[];
  removed: number[];
}

/** Notes what is about to change in the store and is not yet in the index. */
export async function note(store: Store, unsettled: Partial<Unsettled>): Promise<void> {
  await store.setSetting(KEY, JSON.stringify({ changed: [], removed: [], ...unsettled }));
}

/** The index has it all on disk. */
export async function clear(store: Store): Promise<void> {
  await store.setSetting(KEY, null);
}

/** Brings the index up to what a stopped process had noted. */
export async function settle(store: Store, relater: Relater): Promise<void> {
  const noted = await store.setting(KEY);
  if (!noted) return;
  const { changed, removed } = JSON.parse(noted) as Unsettled;
  const gone = await stillGone(store, removed);
  if (gone.length) await relater.remove(gone);
  for (const { seq, article } of await store.articles(changed)) {
    const { relations, changes } = await relater.replace({
      seq,
      article,
      analysis: analyse(article),
    });
    const { story, copies = null } = relations;
    await store.save(
      [],
      [
        ...changes,
        { change: 'story', article: article.id, story },
        { change: 'copies', article: article.id, copies },
      ],
    );
  }
  await relater.flush();
  await clear(store);
}

/** The stop may have come before the store removed them. */
async function stillGone(store: Store, seqs: number[]): Promise<number[]> {
  const there = new Set((await store.bySeq(seqs)).map(({ seq }) => seq));
  return seqs.filter((seq) => !there.has(seq));
}
