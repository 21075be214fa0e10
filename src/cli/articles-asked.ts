import { learnedFrom } from '../pipeline/learned.js';
import { existsSync } from 'node:fs';
import { analyse } from '../analyse/analyse.js';
import type { Analysis, DocumentFrequencies } from '../model/analysis.js';
import type { Article } from '../model/article.js';
import type { Learned } from '../model/learned.js';
import { idsOf, withDesk } from './options.js';
import { analysesIn } from './prepared-inputs.js';
import { complain } from './printing.js';

export interface Asked {
  db: string;
  ids?: string;
  /** `--db` was written out: its document frequencies and the people it knows sharpen what files say. */
  dbNamed: boolean;
}

/**
 * Articles that a command is asked about: each argument is a path, or else the id of a stored article.
 * Opens the store only where an id or `--db` asks for it.
 */
export async function eachAsked(
  args: string[],
  { db, ids, dbNamed }: Asked,
  work: (article: Article, analysis: Analysis) => Promise<void>,
): Promise<void> {
  const all = idsOf(args, ids);
  const paths = all.filter((arg) => existsSync(arg) || looksLikePath(arg));
  const stored = all.filter((arg) => !paths.includes(arg));
  const filesWith = async (frequencies?: DocumentFrequencies, people?: Learned['people']) => {
    if (!paths.length) return;
    for await (const { article, analysis } of analysesIn(paths, frequencies, people))
      await work(article, analysis);
  };
  if (!stored.length && !dbNamed) return filesWith();
  await withDesk(db, { readonly: true }, async (desk) => {
    const { frequencies } = desk.relater;
    const { people } = await learnedFrom(desk.store);
    await filesWith(frequencies, people);
    for (const id of stored) {
      const kept = await desk.store.article(id);
      if (kept) await work(kept.article, analyse(kept.article, frequencies, people));
      else complain(id, `neither a file nor an article in ${db}; check the path or the id`);
    }
  });
}

function looksLikePath(arg: string): boolean {
  return /[/\\]|\.(jsonl|html?|txt|xml)(\.gz)?$/i.test(arg);
}
