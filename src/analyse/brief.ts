import type { Analysis, BriefSentence, Keyphrase } from '../model/analysis.js';
import type { Article } from '../model/article.js';
import { read, type Passage, type Word } from './reading.js';
import { SPEECH_VERBS } from './entities/name-lists.js';

/** A brief has two or three sentences. */
const SENTENCES = 3;
const FEWEST_WORDS = 7;
const MOST_WORDS = 60;
/** Only the beginning of a long article is looked through. */
const LOOKED_THROUGH = 60;
/** Share of common stems from which on two sentences say the same. */
const SAME = 0.45;

interface Candidate extends BriefSentence {
  index: number;
  stems: Set<string>;
  /** Keyphrases that it holds, by key. */
  keys: Map<string, number>;
  score: number;
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
 * repeating another; in order of time.
 * @param articles of one story, by time
 */
export function briefOfStory(
  articles: Array<{ article: Article; analysis: Pick<Analysis, 'keyphrases'> }>,
): StoryBriefSentence[] {
  const shared = new Map<string, number>();
  for (const { analysis } of articles)
    for (const { key, score } of analysis.keyphrases)
      shared.set(key, (shared.get(key) ?? 0) + score / articles.length);
  const all = articles.flatMap(({ article, analysis }, order) =>
    candidatesOf(read(article).body, analysis.keyphrases, shared).map((candidate) => ({
      ...candidate,
      order,
      article: article.id,
      source: article.source,
    })),
  );
  const chosen = choose(all, SENTENCES, (one, others) =>
    others.some(({ source }) => source === one.source) ? 0.6 : 1,
  );
  return chosen
    .sort((a, b) => a.order - b.order || a.start - b.start)
    .map(({ field, start, end, text, article }) => ({ field, start, end, text, article }));
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
  body.sentences.slice(0, LOOKED_THROUGH).forEach(({ start, end, heading }, index) => {
    const words: Word[] = [];
    while (nextWord < body.words.length && body.words[nextWord]!.start < end)
      words.push(body.words[nextWord++]!);
    const keys = new Map<string, number>();
    while (nextPlace < places.length && places[nextPlace]!.start < end) {
      const { key } = places[nextPlace++]!;
      keys.set(key, weights.get(key) ?? 0);
    }
    if (heading || words.length < FEWEST_WORDS || words.length > MOST_WORDS) return;
    const score = scoreOf(words, keys, index);
    const stems = new Set(
      words.filter(({ lexeme }) => !lexeme.functional).map(({ lexeme }) => lexeme.stem),
    );
    candidates.push({
      field: 'body',
      start,
      end,
      text: body.text.slice(start, end),
      index,
      stems,
      keys,
      score,
    });
  });
  return candidates;
}

function scoreOf(words: Word[], keys: Map<string, number>, index: number): number {
  let said = 0;
  for (const weight of keys.values()) said += weight;
  const early = 1 / (1 + index / 3);
  const length = words.length < 12 ? 0.8 : words.length > 40 ? 0.85 : 1;
  return (said + 1.5 * early) * length * (leansOnOthers(words) ? 0.6 : 1);
}

/** «وأضاف أن…», «كما…», «وهو…»: a sentence that needs the one before it. */
function leansOnOthers(words: Word[]): boolean {
  const { lexeme } = words[0]!;
  if (lexeme.functional) return true;
  return lexeme.conjoined && SPEECH_VERBS.has(lexeme.bare);
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
  let common = 0;
  for (const stem of a.stems) if (b.stems.has(stem)) common += 1;
  return common > SAME * Math.min(a.stems.size, b.stems.size);
}
