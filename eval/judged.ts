import { readFileSync } from 'node:fs';
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

/** Judged by others, beside the checkout; and by us, as they did, in `eval/judgements`. */
export const WINDOWS = {
  given: ['ant-dev', 'snn-dev'],
  own: ['ant-a', 'ant-b', 'ant-c', 'snn-a', 'snn-b', 'snn-c'],
};

/** @param window one of WINDOWS */
export function judgedWindow(window: string): JudgedWindow {
  if (WINDOWS.own.includes(window)) return ownWindow(window);
  const ids = readShared(`gold/stories/${window}.ids.txt`).split('\n').filter(Boolean);
  const gold = JSON.parse(readShared(`gold/stories/${window}.stories.json`)) as JudgedWindow;
  return { ids, stories: gold.stories, copies: gold.copies };
}

export interface Judgement {
  /** 0 unrelated, 1 the same topic, 2 the same affair, 3 the same event. */
  grade: number;
  /** Nearly the query's text. */
  copy: boolean;
}

/** @returns of each query its judged candidates: of related/dev, or of the queries judged by us */
export function judgedQueries(of: 'dev' | 'own'): Map<string, Map<string, Judgement>> {
  const text =
    of === 'own' ? ownFile('related.qrels.tsv') : readShared('gold/related/dev.qrels.tsv');
  const judged = new Map<string, Map<string, Judgement>>();
  for (const line of text.split('\n').filter(Boolean)) {
    const [query, candidate, grade] = line.split('\t') as [string, string, string];
    const own = judged.get(query) ?? new Map<string, Judgement>();
    own.set(candidate, { grade: Number(grade[0]), copy: grade.endsWith('d') });
    judged.set(query, own);
  }
  return judged;
}

const ownFile = (name: string): string =>
  readFileSync(new URL(`judgements/${name}`, import.meta.url), 'utf8');

/** Lines of an article's id, its story and its number of copies, the last two empty where it is alone. */
function ownWindow(window: string): JudgedWindow {
  const rows = ownFile(`${window}.tsv`)
    .split('\n')
    .filter(Boolean)
    .map((line) => line.split('\t'));
  const groups = (column: number) => {
    const found = new Map<string, string[]>();
    for (const row of rows)
      if (row[column]) found.set(row[column], [...(found.get(row[column]) ?? []), row[0]!]);
    return [...found.values()];
  };
  return {
    ids: rows.map(([id]) => id!),
    stories: groups(1).map((members) => ({ members })),
    copies: groups(2),
  };
}
