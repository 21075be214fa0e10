import { DAY } from '../src/relate/day.js';
import { agglomerate } from '../src/relate/stories/agglomerate.js';
import type { BondParts } from '../src/relate/stories/bond.js';
import { centreOf, type Centre } from '../src/relate/stories/centre.js';
import { IDLE_DAYS } from '../src/relate/stories/placing.js';
import { Vicinity } from '../src/relate/vicinity.js';
import { bcubed } from './bcubed.js';
import { judgedQueries, judgedWindow, type StoreArticles } from './judged.js';

const IDLE = IDLE_DAYS * DAY;
/** Neighbours of a query that are grouped with it, and the least that they share. */
const AROUND_QUERY = { top: 150, least: 0.1 };

/** B-cubed precision, recall and F1. */
export type Score = [precision: number, recall: number, f1: number];

/** Judged articles that are grouped together with those around them. */
export interface Scored {
  score(weights?: BondParts): Score;
}

/** A window with what a fit needs of it. */
export interface StorySet extends Scored {
  centres: Centre[];
  /** Of places in `centres` that may belong together. */
  pairs: Array<[number, number]>;
  /** Of each article that is judged by its story, the story's number; undefined for what only lies around. */
  gold: Array<number | undefined>;
}

/**
 * A judged window with all articles of the days around it.
 * @param around so many days before and after; undefined leaves the judged articles alone
 */
export function windowSet(store: StoreArticles, window: string, around?: number): StorySet {
  const { ids, stories } = judgedWindow(window);
  const storyOf = new Map(stories.flatMap(({ members }, k) => members.map((id) => [id, k])));
  const goldOf = new Map(
    ids.map((id, i) => [store.seqOf.get(id)!, storyOf.get(id) ?? stories.length + i]),
  );
  const days = [...goldOf.keys()].map((seq) => Math.floor(store.times.get(seq)! / DAY));
  const [first, last] = [Math.min(...days), Math.max(...days)];
  const lies = (time: number, within: number) =>
    time >= (first - within) * DAY && time < (last + within + 1) * DAY;
  const seqs = [...store.times].flatMap(([seq, time]) =>
    goldOf.has(seq) || (around !== undefined && lies(time, around)) ? [seq] : [],
  );
  const { sorted, centres, pairs } = prepared(store, seqs);
  const gold = sorted.map((seq) => goldOf.get(seq));
  const judged = gold.flatMap((story, place) => (story === undefined ? [] : [place]));
  const score = (weights?: BondParts): Score => {
    const groups = groupsOf(centres, pairs, weights);
    return bcubed(
      judged.map((place) => groups[place]!),
      judged.map((place) => gold[place]!),
    );
  };
  return { centres, pairs, gold, score };
}

/**
 * The queries of related/dev with their neighbours of five days: an article of grade 3 (the same event) belongs
 * into its query's story and one of less does not. B-cubed over the queries alone.
 */
export function queriesSet(store: StoreArticles): Scored {
  const { seqOf, times } = store;
  const queries = judgedQueries('dev');
  const chosen = new Set<number>();
  for (const [query, candidates] of queries) {
    const own = seqOf.get(query)!;
    for (const seq of [own, ...nearest(store, own)]) chosen.add(seq);
    for (const id of candidates.keys()) {
      const seq = seqOf.get(id);
      if (seq !== undefined && Math.abs(times.get(own)! - times.get(seq)!) < IDLE) chosen.add(seq);
    }
  }
  const { sorted, centres, pairs } = prepared(store, [...chosen]);
  const placeOf = new Map(sorted.map((seq, place) => [seq, place]));
  const score = (weights?: BondParts): Score => {
    const groups = groupsOf(centres, pairs, weights);
    const groupOf = (id: string) => groups[placeOf.get(seqOf.get(id) ?? -1) ?? -1];
    const counts = [...queries].map(([query, candidates]) => {
      // A query is in its own story, said and meant.
      const count = { both: 1, said: 1, meant: 1 };
      for (const [candidate, { grade }] of candidates) {
        const said = groupOf(query) === groupOf(candidate);
        const meant = grade === 3;
        count.said += Number(said);
        count.meant += Number(meant);
        count.both += Number(said && meant);
      }
      return count;
    });
    const mean = (of: 'said' | 'meant') =>
      counts.reduce((sum, count) => sum + count.both / count[of], 0) / counts.length;
    const [p, r] = [mean('said'), mean('meant')];
    return [p, r, (2 * p * r) / (p + r)];
  };
  return { score };
}

/** @returns of each place the number of its group */
function groupsOf(
  centres: Centre[],
  pairs: Array<[number, number]>,
  weights: BondParts | undefined,
): number[] {
  const groups = new Array<number>(centres.length);
  agglomerate(centres, pairs, weights).forEach(({ places }, k) => {
    for (const place of places) groups[place] = k;
  });
  return groups;
}

function nearest({ neighbours }: StoreArticles, seq: number): number[] {
  const ready = neighbours.ready(seq)!;
  const { time } = ready.profile;
  const within = { after: time - IDLE, before: time + IDLE + 1 };
  return neighbours.hits(ready, { ...AROUND_QUERY, ...within }).map((hit) => hit.seq);
}

/** The articles by time, and which of them may belong together, as tidying looks for them. */
function prepared(
  store: StoreArticles,
  seqs: number[],
): { sorted: number[] } & Pick<StorySet, 'centres' | 'pairs'> {
  const { times, neighbours } = store;
  const sorted = seqs.sort((a, b) => times.get(a)! - times.get(b)! || a - b);
  const placeOf = new Map(sorted.map((seq, place) => [seq, place]));
  const vicinity = new Vicinity(neighbours);
  const pairs = sorted.flatMap((seq, place) =>
    Array.from(vicinity.beside(seq)).flatMap((other): Array<[number, number]> => {
      const its = placeOf.get(other);
      return its === undefined ? [] : [[place, its]];
    }),
  );
  return { sorted, pairs, centres: sorted.map((seq) => centreOf(neighbours.ready(seq)!)) };
}
