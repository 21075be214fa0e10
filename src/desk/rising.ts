import { fold } from '../arabic/letters/fold.js';
import type { LabelTrend, LabelTrends } from '../store/store.js';

/** A keyphrase or a name that is in the news more than before. */
export interface Risen extends Pick<LabelTrend, 'kind' | 'key' | 'text' | 'type' | 'outlets'> {
  /** Articles of the span that carry it, copies counted once. */
  articles: number;
  /** How many there would be if it were as usual. */
  usual: number;
  score: number;
}

/** A label is rising where it has so many times its usual number of articles. */
const LEAST_RISE = 1.5;
/** Smaller ratios come by chance (χ², one degree of freedom, 5 %). */
const SURE = 3.84;
/** Without days to compare with, a label is thought to be in one of so many articles. */
const PRIOR = 50;
/** A name is told where it is a keyphrase of this share of the articles that mention it. */
const ABOUT_SHARE = 0.2;
/** Of two labels, articles that they must share to be one thing: where one's words hold the other's… */
const SAME_SHARE = 0.5;
/** …and whatever their words: they stand for one story. */
const SAME_NEWS = 0.75;
/** Of one piece of news so many sides are told beside it: the next ones give way to other news. */
const MOST_SIDES = 2;
/** A common noun by itself («الطائرة») says less than a name or a phrase. */
const LONE = 0.6;

/**
 * What rises: labels whose share of the articles has grown most surely, by the likelihood ratio of a Poisson rate
 * (Dunning 1993) against the share before; the rate before is smoothed, so that a small store says little of what
 * it has hardly seen. A label that better ones speak for is left out.
 */
export function risen({ articles, earlier, labels }: LabelTrends, limit: number): Risen[] {
  const scored = merged(labels)
    .map((label) => {
      const usual = (articles * (label.earlier + 1)) / (earlier + PRIOR);
      const lone = label.kind === 'keyphrase' && !label.text.includes(' ') ? LONE : 1;
      const score = surprise(label.groups.length, usual) * spread(label.outlets) * lone;
      return { label, usual, score };
    })
    .filter(({ label, usual, score }) => score >= SURE && label.groups.length >= usual * LEAST_RISE)
    .sort((a, b) => b.score - a.score || b.label.groups.length - a.label.groups.length);
  const chosen: typeof scored = [];
  for (const one of scored) {
    if (chosen.length === limit) break;
    const better = chosen.map(({ label }) => label);
    if (better.some((label) => speaksFor(label, one.label))) continue;
    if (better.filter((label) => isSideOf(label, one.label)).length < MOST_SIDES) chosen.push(one);
  }
  return chosen.map(({ label, usual, score }) => ({
    kind: label.kind,
    key: label.key,
    text: label.text,
    ...(label.type ? { type: label.type } : {}),
    outlets: label.outlets,
    articles: label.groups.length,
    usual: Math.round(usual * 10) / 10,
    score: Math.round(score * 100) / 100,
  }));
}

/** Keyphrases, each as the name that it is, where it is one: what is only mentioned is not what the news is about. */
function merged(labels: LabelTrend[]): LabelTrend[] {
  const names = new Map<string, LabelTrend>();
  for (const label of labels)
    if (label.kind === 'entity') names.set(wordsOf(label.text).join(' '), label);
  const about = new Map<string, LabelTrend>();
  for (const label of labels) {
    if (label.kind !== 'keyphrase') continue;
    const words = wordsOf(label.text).join(' ');
    const name = names.get(words);
    const best = name && label.groups.length >= name.groups.length * ABOUT_SHARE ? name : label;
    const other = about.get(words);
    if (!other || other.groups.length < best.groups.length) about.set(words, best);
  }
  return [...about.values()];
}

function surprise(seen: number, usual: number): number {
  return seen > usual ? 2 * (seen * Math.log(seen / usual) - (seen - usual)) : 0;
}

/** What several outlets tell is news; what one repeats may be its own series. */
function spread(outlets: number): number {
  return outlets > 1 ? 1 + Math.log2(outlets) / 4 : 0.5;
}

/** Whether nearly all that carries the other label is about the better one as well: one more side of the same news. */
function isSideOf(better: LabelTrend, other: LabelTrend): boolean {
  return sharedTexts(better, other) >= other.groups.length * SAME_NEWS;
}

function sharedTexts(one: LabelTrend, other: LabelTrend): number {
  const mine = new Set(one.groups);
  return other.groups.filter((group) => mine.has(group)).length;
}

/** «دونالد ترامب» for «ترامب», «زلزال مرمرة» for «الزلزال»; or whatever else the same articles are about. */
function speaksFor(better: LabelTrend, other: LabelTrend): boolean {
  const shared = sharedTexts(better, other);
  const all = better.groups.length + other.groups.length - shared;
  if (shared >= all * SAME_NEWS) return true;
  const [a, b] = [wordsOf(better.text), wordsOf(other.text)];
  const nested = a.every((word) => b.includes(word)) || b.every((word) => a.includes(word));
  return nested && shared >= Math.min(better.groups.length, other.groups.length) * SAME_SHARE;
}

/** Without the article, so that «الزلزال» and «زلزال مرمرة» share a word. */
function wordsOf(text: string): string[] {
  return fold(text)
    .split(/\s+/)
    .map((word) => word.replace(/^(?:وال|ال|لل)(?=..)/, ''));
}
