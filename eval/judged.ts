import { join } from 'node:path';
import { Neighbours } from '../src/relate/neighbours.js';
import { Lexicon } from '../src/relate/similar/lexicon.js';
import { openTermIndex } from '../src/relate/term-index/open-term-index.js';
import type { TermIndex } from '../src/relate/term-index/term-index.js';
import { readShared } from './articles.js';

/** The articles of a store, to look only. */
export interface StoreArticles {
  index: TermIndex;
  neighbours: Neighbours;
  /** By id. */
  seqOf: Map<string, number>;
  /** Of publication, ms, by seq. */
  times: Map<number, number>;
}

/** @param db directory of the store */
export async function openArticles(db: string): Promise<StoreArticles> {
  const index = await openTermIndex(join(db, 'index', 'terms'), { readonly: true });
  const neighbours = new Neighbours(index, new Lexicon(index));
  const seqOf = new Map<string, number>();
  const times = new Map<number, number>();
  for (let seq = 0; seq < index.next; seq += 1) {
    const profile = neighbours.profile(seq);
    if (!profile) continue;
    seqOf.set(profile.id, seq);
    times.set(seq, profile.time);
  }
  return { index, neighbours, seqOf, times };
}

/** What the gold says of a window of days, by ids of articles. */
export interface JudgedWindow {
  ids: string[];
  stories: Array<{ members: string[] }>;
  copies: string[][];
}

/** @param window as the files of gold/stories are called: `ant-dev`, `snn-dev` */
export function judgedWindow(window: string): JudgedWindow {
  const ids = readShared(`gold/stories/${window}.ids.txt`).split('\n').filter(Boolean);
  const gold = JSON.parse(readShared(`gold/stories/${window}.stories.json`)) as JudgedWindow;
  return { ids, stories: gold.stories, copies: gold.copies };
}
