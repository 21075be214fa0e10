import { analyse } from '../analyse/analyse.js';
import type { Kept } from '../relate/relater.js';
import type { Store } from '../store/store.js';

/** The store as relate sees it. Analyses are made anew: they are derived and not kept whole. */
export function keptIn(store: Store): Kept {
  return {
    async *scan(fromSeq) {
      for await (const { seq, article, relations } of store.scan(fromSeq))
        yield { seq, article, relations, analysis: analyse(article) };
    },
    async seqOf(ids) {
      const known = await store.known(ids);
      return new Map([...known].map(([id, { seq }]) => [id, seq]));
    },
    async idOf(seqs) {
      const summaries = await store.bySeq(seqs);
      return new Map(summaries.map(({ seq, id }) => [seq, id]));
    },
  };
}
