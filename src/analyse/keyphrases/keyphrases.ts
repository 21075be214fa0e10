import { isStopPhrase } from '../../arabic/function-words/function-words.js';
import type { DocumentFrequencies, Entity, Keyphrase } from '../../model/analysis.js';
import { PERSON_TITLES } from '../entities/name-lists.js';
import { isPlaceKind } from '../entities/places.js';
import type { Reading, Word } from '../reading.js';
import { findCandidates, type Candidate } from './candidates.js';
import { commonestForm, placeOf } from '../written-form.js';
import { featuresOf, nestedShares, type Features } from './features.js';

/** An article has this many keyphrases at most. */
export const MAX_KEYPHRASES = 10;
/** Only these many of the best candidates are compared with one another. */
const COMPARED = 120;
/** A part gives way to a whole of at most so many words that it stands in so often. */
const LONGEST_WHOLE = 4;
const ALWAYS = 0.8;
const MOSTLY = 0.5;

/** Chosen on akec-train with eval/keyphrases-fit.ts; see docs/measurements.md. */
const WEIGHTS: Features = {
  count: 3.07,
  information: -0.66,
  early: 2.77,
  title: 1.2,
  heading: 0.5,
  name: 1.41,
  torn: 0.09,
  cohesion: -0.23,
  nested: -0.47,
  alone: 0.3,
  governs: -0.31,
  quoted: 1.82,
  joined: -1.1,
  spread: 0.43,
  person: -0.53,
  tail: 0.66,
  lone: 1.69,
  opens: -0.5,
  definite: 0.75,
  agreed: 0.87,
  construct: 0.3,
  one: -1.53,
  two: 0.28,
  three: 0.18,
};
const BIAS = -4.42;

/**
 * The keyphrases of an article, best first.
 * @param frequencies of the user's own store, where one is at hand; without it a built-in table serves
 */
export function keyphrasesOf(
  reading: Reading,
  entities: Entity[],
  frequencies?: DocumentFrequencies,
): Keyphrase[] {
  const ranked = rank(reading, entities, frequencies);
  const passages = { title: reading.title, body: reading.body };
  return chooseApart(ranked).map(({ candidate, score }) => ({
    text: candidate.person ?? commonestForm(passages, candidate.occurrences),
    key: candidate.key,
    score: Math.round(score * 1000) / 1000,
    places: candidate.occurrences.map(({ field, from, to }) => ({
      field,
      ...placeOf(passages[field].text, passages[field].words.slice(from, to + 1)),
    })),
  }));
}

export interface Ranked {
  candidate: Candidate;
  score: number;
}

function rank(
  reading: Reading,
  entities: Entity[],
  frequencies: DocumentFrequencies | undefined,
): Ranked[] {
  const candidates = findCandidates(reading, entities);
  const words =
    (reading.body.words[0]?.at ?? reading.title.words.length) + reading.body.words.length;
  const features = featuresOf(candidates, words, frequencies);
  const best = candidates
    .map((candidate, index) => ({ candidate, score: sumOf(features[index]!) }))
    .sort((a, b) => b.score - a.score)
    .slice(0, COMPARED);
  const nested = nestedShares(best.map(({ candidate }) => candidate));
  return best
    .map(({ candidate, score }, index) => ({
      candidate,
      score: 1 / (1 + Math.exp(-score - WEIGHTS.nested * nested[index]!)),
    }))
    .sort((a, b) => b.score - a.score);
}

const NAMES = Object.keys(WEIGHTS) as Array<keyof Features>;

function sumOf(features: Features): number {
  let sum = BIAS;
  for (const name of NAMES) sum += WEIGHTS[name] * features[name];
  return sum;
}

/** Best first, whole rather than in part, leaving out what says the same as a better one. */
export function chooseApart(ranked: Ranked[]): Ranked[] {
  const chosen: Ranked[] = [];
  for (const { candidate: part, score } of ranked) {
    if (chosen.length === MAX_KEYPHRASES) break;
    if (isEmptyPhrase(part)) continue;
    const one = { candidate: wholeOf(part, ranked), score };
    if (!chosen.some((other) => saysTheSame(one.candidate, other.candidate))) chosen.push(one);
  }
  return chosen;
}

/** The longest phrase in which one (nearly) always stands: «فرق الإنقاذ الدولية» for «الإنقاذ الدولية». */
function wholeOf(part: Candidate, ranked: Ranked[]): Candidate {
  if (part.occurrences.length < 2 || part.occurrences[0]!.name) return part;
  if (part.length >= LONGEST_WHOLE) return part;
  const longer = ranked
    .map(({ candidate }) => candidate)
    .filter(({ length }) => length > part.length && length <= LONGEST_WHOLE)
    .filter(({ key }) => ` ${key} `.includes(` ${part.key} `));
  const always = longer.filter(({ occurrences }) => stands(occurrences.length, part, ALWAYS));
  const whole = always.length ? longest(always) : commonestAnnexed(part, longer);
  return whole ? wholeOf(whole, ranked) : part;
}

/**
 * Where several longer phrases stand before a part by turns («قوات حفظ السلام» and «وحدة حفظ السلام»), the part is
 * torn from its annexation: the commonest of them, if it is common enough to speak for all.
 */
function commonestAnnexed(part: Candidate, longer: Candidate[]): Candidate | undefined {
  const annexed = longer.filter(
    ({ key, length }) => length === part.length + 1 && key.endsWith(` ${part.key}`),
  );
  const turns = annexed.reduce((sum, { occurrences }) => sum + occurrences.length, 0);
  if (!stands(turns, part, ALWAYS)) return undefined;
  const [commonest] = annexed.sort((a, b) => b.occurrences.length - a.occurrences.length);
  return commonest && stands(commonest.occurrences.length, part, MOSTLY) ? commonest : undefined;
}

function stands(times: number, part: Candidate, share: number): boolean {
  return times >= part.occurrences.length * share;
}

function longest(candidates: Candidate[]): Candidate {
  return candidates.reduce((whole, one) => (one.length > whole.length ? one : whole));
}

function isEmptyPhrase({ words }: Candidate): boolean {
  return isStopPhrase(words.map(({ lexeme }) => lexeme.folded).join(' '));
}

/** Whether one phrase holds the other and stands (nearly) nowhere without it. */
function saysTheSame(a: Candidate, b: Candidate): boolean {
  const [long, short] = a.length >= b.length ? [a, b] : [b, a];
  if (long.person && isWithin(short.key.split(' '), long.key.split(' '))) return true;
  if (!` ${long.key} `.includes(` ${short.key} `)) return false;
  if (long.length === short.length + 1 && announces(long.words[0]!)) return true;
  return short.occurrences.length <= long.occurrences.length * 1.1;
}

/** Whether all words of one stand in the other in the same order: «الطيب», «الطيب صالح». */
function isWithin(few: string[], many: string[]): boolean {
  let at = 0;
  for (const word of many) if (word === few[at]) at += 1;
  return at === few.length;
}

/** «إقليم» and «الرئيس» say no more than the name that follows. */
function announces({ lexeme }: Word): boolean {
  return isPlaceKind(lexeme.bare) || PERSON_TITLES.has(lexeme.bare);
}
