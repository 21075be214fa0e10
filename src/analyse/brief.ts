import type { Analysis, BriefSentence, Keyphrase } from '../model/analysis.js';
import type { Article } from '../model/article.js';
import { afterDateline } from './dateline.js';
import { read, type Passage, type Word } from './reading.js';
import { isFunctionWord, isNewsFurniture } from '../arabic/function-words/function-words.js';
import { SPEECH_VERBS } from './entities/name-lists.js';

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
const LEANING_WORDS = new Set(
  (
    'لما بذلك بهذا هكذا عليه كما فيما لكن لكنه لكنها لكنهم الا بل حيث اذ هو هي هم هذا هذه ذلك تلك هولاء هؤلاء اولئك لذلك لذا لهذا كذلك ايضا بينما ثم ' +
    'ان انه انها انهم منها منه فيها فيه عنها عنه هنا هناك هنالك بعدها عندها حينها منهم بينهم بينها الذي التي الذين قد لقد'
  ).split(' '),
);

/** Verbs that go on from what was said. */
const CONTINUES = /^و?(?:اضافت?|اردفت?|استطردت?)$/;
/** «ف» before what no word begins with: «فعلى», «فقد», «فالقرار». */
const FOLLOWS = /^ف(?:على|عن|في|من|إلى|إن|قد|لقد|هو|هي|هذا|هذه)(?!\p{L})/u;
/** A verb and right after it what somebody said: who it was stands before. */
const QUOTES = /^\p{L}+\s*[:"«“]/u;

/** «أيضا» among so many first words adds to what was said before. */
const ALSO_WITHIN = 5;
const ALSO = new Set(['ايضا', 'كذلك']);
/** How far a sentence counts in a story's brief whose outlet has one already. */
const SAME_OUTLET = 0.5;
/** How far a sentence counts that may open a story's brief though it opens no report, or not the one that the story is called after. */
const NO_LEAD = 0.6;
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
  const [best, ...rest] = choose(
    standing.length ? standing : candidates,
    SENTENCES,
    (one, others) => {
      if (!others.length) return one.lead ? (one.titular || !called ? 1 : OTHER_LEAD) : NO_LEAD;
      return others.some(({ source }) => source === one.source) ? SAME_OUTLET : 1;
    },
  );
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

const withoutAnd = (word: string): string => (word.startsWith('و') ? word.slice(1) : word);

/** «من جانبه أوضح…», «بدوره قال…», «إلى ذلك…»: after somebody or something else, even where a report begins so. */
function turnsToAnother([first, second]: Word[]): boolean {
  const opening = withoutAnd(first!.lexeme.folded);
  if (/^بدور(?:ه|ها|هم)$/.test(opening)) return true;
  const next = second?.lexeme.folded ?? '';
  if (opening === 'من') return /^(?:جانب|جه[هت]|ناحي[هت]|بين)(?:ه|ها|هم|هما)?$/.test(next);
  return (
    (opening === 'الي' && next === 'ذلك') || (opening === 'في' && /^(?:المقابل|السياق)$/.test(next))
  );
}

/** «وأضاف أن…», «كما…», «اشتمل البرنامج أيضا…», «فعلى أرضه…», «قال: …»: a sentence that needs the one before it. «قال الوزير…» does not. */
function leansOnOthers(words: Word[], text: string): boolean {
  const [first, second] = words;
  const { lexeme } = first!;
  if (FOLLOWS.test(text) || QUOTES.test(text) || CONTINUES.test(lexeme.folded)) return true;
  if (lexeme.conjoined && lexeme.definite && lexeme.folded.startsWith('فال')) return true;
  for (let at = 1; at < ALSO_WITHIN && at < words.length; at += 1)
    if (ALSO.has(words[at]!.lexeme.folded)) return true;
  if (LEANING_WORDS.has(withoutAnd(lexeme.folded))) return true;
  const speaks = isNewsFurniture(lexeme.folded) || SPEECH_VERBS.has(lexeme.bare);
  return speaks && (!second || second.lexeme.functional || second.lexeme.prepositional);
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
