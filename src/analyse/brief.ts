import type { Analysis, BriefSentence, Keyphrase } from '../model/analysis.js';
import type { Article } from '../model/article.js';
import { afterDateline } from './dateline.js';
import { read, type Passage, type Word } from './reading.js';
import { isFunctionWord } from '../arabic/function-words/function-words.js';
import { leansOnOthers, turnsToAnother } from './leaning.js';

/** A brief has two or three sentences. */
const SENTENCES = 3;
const FEWEST_WORDS = 7;
const MOST_WORDS = 60;
/** Only the beginning of a long article is looked through. */
const LOOKED_THROUGH = 60;
/** Share of common stems from which on two sentences say the same. */
const SAME = 0.45;
/** How far a sentence counts that needs the one before it, and one that is cut. */
const LEANING = 0.4;
const CUT = 0.3;
/** How far a sentence counts in a story's brief whose outlet has one already. */
const SAME_OUTLET = 0.5;
/** How far a sentence counts that may open a story's brief though it opens no report … */
const NO_LEAD = 0.6;
/** … or not the one that the story is called after. */
const OTHER_LEAD = 0.75;

interface Candidate extends BriefSentence {
  words: Word[];
  /** Of its words that carry a subject; set when first asked, as few sentences are compared. */
  stems?: Set<string>;
  /** Keyphrases that it holds, by key. */
  keys: Map<string, number>;
  score: number;
  /** Opens its article. */
  lead: boolean;
  /** Needs the sentence before it. */
  leans: boolean;
}

/** A report of a story. */
export interface Report {
  article: Article;
  analysis: Pick<Analysis, 'keyphrases'>;
  /** How many outlets printed it; default 1. */
  printed?: number;
  /** Its headline is the story's. */
  titular?: boolean;
}

/** A sentence of the brief of a story, with the article that it is taken from. */
export interface StoryBriefSentence extends BriefSentence {
  article: string;
}

/** Two or three sentences of an article that say most of what it is about, in its own order. */
export function briefOf(body: Passage, keyphrases: Keyphrase[]): BriefSentence[] {
  const chosen = choose(candidatesOf(body, keyphrases), SENTENCES);
  return chosen
    .sort((a, b) => a.start - b.start)
    .map(({ field, start, end, text }) => ({ field, start, end, text }));
}

/**
 * Two or three sentences that together cover a story, from different sources where there are several, none
 * repeating another and none that needs the one before it: what tells the event best, the rest in order of time.
 * @param reports of one story, by time
 */
export function briefOfStory(reports: Report[]): StoryBriefSentence[] {
  const all = reports.reduce((sum, { printed = 1 }) => sum + printed, 0);
  const shared = new Map<string, number>();
  for (const { analysis, printed = 1 } of reports)
    for (const { key, score } of analysis.keyphrases)
      shared.set(key, (shared.get(key) ?? 0) + (score * printed) / all);
  const candidates = reports.flatMap(({ article, analysis, titular = false }, order) =>
    candidatesOf(read(article).body, analysis.keyphrases, shared).map((candidate) => ({
      ...candidate,
      order,
      titular,
      article: article.id,
      source: article.source,
    })),
  );
  const called = reports.some(({ titular }) => titular);
  const standing = candidates.filter(({ leans }) => !leans);
  const eligible = standing.length ? standing : candidates;
  const [best, ...rest] = choose(eligible, SENTENCES, (one, others) => {
    if (others.some(({ source }) => source === one.source)) return SAME_OUTLET;
    if (others.length) return 1;
    if (!one.lead) return NO_LEAD;
    return one.titular || !called ? 1 : OTHER_LEAD;
  });
  if (!best) return [];
  return [best, ...rest.sort((a, b) => a.order - b.order || a.start - b.start)].map(
    ({ field, start, end, text, article }) => ({ field, start, end, text, article }),
  );
}

function candidatesOf(
  body: Passage,
  keyphrases: Keyphrase[],
  weights = new Map(keyphrases.map(({ key, score }) => [key, score])),
): Candidate[] {
  const places = keyphrases
    .flatMap(({ key, places }) => places.map((place) => ({ key, ...place })))
    .filter(({ field }) => field === 'body')
    .sort((a, b) => a.start - b.start);
  const candidates: Candidate[] = [];
  let nextPlace = 0;
  let nextWord = 0;
  /** Of the sentences so far, those that are all dateline. */
  let before = 0;
  body.sentences.slice(0, LOOKED_THROUGH).forEach(({ start: written, end, heading }, at) => {
    const said: Word[] = [];
    while (nextWord < body.words.length && body.words[nextWord]!.start < end)
      said.push(body.words[nextWord++]!);
    const start = beginningOf(body.text, written, end, said);
    const words = said.filter((word) => word.end > start);
    const keys = new Map<string, number>();
    while (nextPlace < places.length && places[nextPlace]!.start < end) {
      const { key } = places[nextPlace++]!;
      keys.set(key, weights.get(key) ?? 0);
    }
    if (words.length === 0 && at === before) before += 1;
    if (heading || words.length < FEWEST_WORDS || words.length > MOST_WORDS) return;
    const text = body.text.slice(start, end);
    const index = at - before;
    const leans = turnsToAnother(words) || (index > 0 && leansOnOthers(words, text));
    const score = scoreOf(words, keys, index, leans) * (isCut(text) ? CUT : 1);
    const lead = index === 0;
    candidates.push({ field: 'body', start, end, text, words, keys, score, lead, leans });
  });
  return candidates;
}

function scoreOf(words: Word[], keys: Map<string, number>, index: number, leans: boolean): number {
  let said = 0;
  for (const weight of keys.values()) said += weight;
  const early = 1 / (1 + index / 3);
  const length = words.length < 12 ? 0.8 : words.length > 40 ? 0.85 : 1;
  return (said + 1.5 * early) * length * (leans ? LEANING : 1);
}

/** An item of a list, a sentence that leads up to one or to a quotation, or holds but half of one. */
function isCut(text: string): boolean {
  if (/[:،]\s*$|^[-–—•*]/.test(text)) return true;
  let straight = 0;
  let open = 0;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at]!;
    if (sign === '"') straight += 1;
    else if (sign === '«' || sign === '“') open += 1;
    else if (sign === '»' || sign === '”') open -= 1;
  }
  return straight % 2 === 1 || open !== 0;
}

/**
 * Where a sentence begins that stands by itself: after the place and the agency («عمان - وكالات:»), and without
 * the «و» that joins it to the one before.
 */
function beginningOf(text: string, start: number, end: number, words: Word[]): number {
  const begins = afterDateline(text, start, end, words);
  const first = words.find((word) => word.start >= begins);
  if (first?.start !== begins || text[begins] !== 'و') return begins;
  // «ولم», «وفي»: particles of one letter more.
  const { conjoined, functional, folded } = first.lexeme;
  const joined = conjoined || (functional && folded.length > 2 && isFunctionWord(folded.slice(1)));
  return joined ? begins + 1 : begins;
}

/** Greedily the best, each counting only for what those before it do not say. */
function choose<T extends Candidate>(
  candidates: T[],
  most: number,
  weigh: (one: T, chosen: T[]) => number = () => 1,
): T[] {
  const chosen: T[] = [];
  const covered = new Set<string>();
  const left = new Set(candidates);
  while (chosen.length < most && left.size) {
    let best: T | undefined;
    let bestScore = 0;
    for (const one of left) {
      let repeated = 0;
      for (const [key, weight] of one.keys) if (covered.has(key)) repeated += weight * 0.7;
      const score = (one.score - repeated) * weigh(one, chosen);
      if (score > bestScore && !chosen.some((other) => saysTheSame(one, other))) {
        best = one;
        bestScore = score;
      }
    }
    if (!best) break;
    chosen.push(best);
    left.delete(best);
    for (const key of best.keys.keys()) covered.add(key);
  }
  return chosen;
}

function saysTheSame(a: Candidate, b: Candidate): boolean {
  const said = stemsOf(a);
  const before = stemsOf(b);
  let common = 0;
  for (const stem of said) if (before.has(stem)) common += 1;
  return common > SAME * Math.min(said.size, before.size);
}

function stemsOf(candidate: Candidate): Set<string> {
  if (candidate.stems) return candidate.stems;
  const stems = new Set<string>();
  for (const { lexeme } of candidate.words) if (!lexeme.functional) stems.add(lexeme.stem);
  return (candidate.stems = stems);
}
