import { fold } from '../../arabic/letters/fold.js';
import { isStopPhrase } from '../../arabic/function-words/function-words.js';
import type { DocumentFrequencies, Entity, Keyphrase } from '../../model/analysis.js';
import { PERSON_TITLES } from '../entities/name-lists.js';
import { isPlaceKind } from '../entities/places.js';
import type { Reading, Word } from '../reading.js';
import { findCandidates, type Candidate, type Occurrence } from './candidates.js';
import { isNisba } from '../nouns.js';
import { commonestForm, placeOf } from '../written-form.js';
import { isAgency } from './agencies.js';
import { featuresOf, nestedShares, type Features } from './features.js';

/** An article has so many keyphrases, at least and at most. */
const MIN_KEYPHRASES = 5;
const MAX_KEYPHRASES = 10;
const WORDS_A_KEYPHRASE = 30;
/** Only these many of the best candidates are compared with one another. */
const COMPARED = 120;
/** A part gives way to a whole of at most so many words that it stands in so often. */
const LONGEST_WHOLE = 4;
const ALWAYS = 0.8;
const MOSTLY = 0.5;
/** Places of its own, for each that it shares with better phrases, from which on a phrase stands for itself. */
const OWN_SHARE = 2;

/** Of set prayers after a name: «رحمه الله», «حفظه الله». */
const PIOUS = new Set(
  'الله رحمه حفظه رحمها حفظها رعاه رعاها ورعاه باذن حمد سبحان سبحانه تعالي وتعالي'.split(' '),
);
/** Fewer articles do not tell what is common. */
const FEWEST_DOCUMENTS = 200;

/** Chosen on akec-train with eval/keyphrases-fit.ts; see docs/measurements.md. */
const WEIGHTS: Features = {
  count: 3.02,
  information: -0.48,
  early: 2.8,
  title: 1.2,
  heading: 0.5,
  name: 1.38,
  torn: 0.1,
  cohesion: -0.19,
  nested: -0.43,
  alone: 0.29,
  governs: -0.25,
  quoted: 1.73,
  joined: -0.8,
  spread: 0.42,
  person: -0.54,
  tail: 0.6,
  lone: 1.57,
  opens: -0.48,
  definite: 0.54,
  agreed: 0.87,
  construct: 0.29,
  one: -1.42,
  two: 0.21,
  three: 0.14,
};
const BIAS = -4.39;

/**
 * The keyphrases of an article, best first.
 * @param frequencies of the user's own store, where one is at hand; without it a built-in table serves
 * @param outlet name of the source, which names itself without being what the article is about
 */
export function keyphrasesOf(
  reading: Reading,
  entities: Entity[],
  frequencies?: DocumentFrequencies,
  outlet = '',
): Keyphrase[] {
  const own = fold(outlet);
  const ranked = rank(reading, entities, frequencies).filter(
    ({ candidate }) => !isCredit(candidate, own),
  );
  const passages = { title: reading.title, body: reading.body };
  const words = reading.title.words.length + reading.body.words.length;
  return chooseApart(ranked, mostOf(words)).map(({ candidate, score }) => ({
    text: textOf(candidate, commonestForm(passages, candidate.occurrences)),
    key: candidate.key,
    score: Math.round(score * 1000) / 1000,
    places: candidate.occurrences.map(({ field, from, to }) => ({
      field,
      ...placeOf(passages[field].text, passages[field].words.slice(from, to + 1)),
    })),
  }));
}

/** A short article has few things to name: one for each thirty words, five to ten. */
function mostOf(words: number): number {
  return Math.min(MAX_KEYPHRASES, Math.max(MIN_KEYPHRASES, Math.round(words / WORDS_A_KEYPHRASE)));
}

/** As most written; a person by the full name, and a country rather than what is called after it («السعودي»). */
export function textOf({ name, person }: Candidate, written: string): string {
  if (name === undefined) return written;
  return person || (!written.includes(' ') && isNisba(fold(written))) ? name : written;
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
    .map(({ candidate, score }, index) => {
      const sum = score + WEIGHTS.nested * nested[index]! - staleness(candidate, frequencies);
      return { candidate, score: 1 / (1 + Math.exp(-sum)) };
    })
    .sort((a, b) => b.score - a.score);
}

/** Decades by which a phrase of several words, no name, is a keyphrase of more than one article in a hundred. */
function staleness(
  { key, length, occurrences }: Candidate,
  frequencies: DocumentFrequencies | undefined,
): number {
  if (!frequencies || length < 2 || occurrences[0]!.name) return 0;
  const { documents } = frequencies;
  if (documents < FEWEST_DOCUMENTS) return 0;
  return Math.max(0, Math.log10((frequencies.frequency(key) * 100) / documents));
}

const NAMES = Object.keys(WEIGHTS) as Array<keyof Features>;

function sumOf(features: Features): number {
  let sum = BIAS;
  for (const name of NAMES) sum += WEIGHTS[name] * features[name];
  return sum;
}

/** Best first, whole rather than in part, leaving out what says the same as a better one. */
export function chooseApart(ranked: Ranked[], most = MAX_KEYPHRASES): Ranked[] {
  const chosen: Ranked[] = [];
  for (const { candidate: part, score } of ranked) {
    if (chosen.length === most) break;
    if (isEmptyPhrase(part)) continue;
    const one = { candidate: wholeOf(part, ranked), score };
    if (chosen.some((other) => saysTheSame(one.candidate, other.candidate))) continue;
    if (isCovered(one.candidate, chosen)) continue;
    chosen.push(one);
  }
  return chosen;
}

/**
 * Whether better phrases stand wherever one does, so that it says nothing of its own: a part of them
 * («السعودي» of «الدفاع الجوي السعودي»), or a longer phrase about one of them («تحرك الذهب») that is hardly used.
 */
function isCovered(candidate: Candidate, chosen: Ranked[]): boolean {
  let covered = 0;
  const touched = new Set<Candidate>();
  for (const place of candidate.occurrences) {
    const over = chosen.filter((one) =>
      one.candidate.occurrences.some((other) => meet(place, other)),
    );
    if (over.length) covered += 1;
    for (const one of over) touched.add(one.candidate);
  }
  const own = candidate.occurrences.length - covered;
  if (own >= covered * OWN_SHARE) return false;
  if (touched.size > 1) return true;
  const [better] = touched;
  return better!.length > 1 || better!.length >= candidate.length || !isUsed(candidate);
}

function isUsed({ occurrences }: Candidate): boolean {
  return occurrences.length > 1 || occurrences[0]!.field === 'title' || occurrences[0]!.quoted;
}

function meet(a: Occurrence, b: Occurrence): boolean {
  return a.field === b.field && a.from <= b.to && b.from <= a.to;
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

/** The outlet or an agency that is only credited rather than in the news (then the title names it). */
function isCredit({ words, occurrences }: Candidate, outlet: string): boolean {
  const phrase = words.map(({ lexeme }) => lexeme.folded).join(' ');
  if (phrase === outlet) return true;
  return isAgency(phrase) && occurrences.every(({ field }) => field === 'body');
}

function isEmptyPhrase({ words }: Candidate): boolean {
  if (words.every(({ lexeme }) => PIOUS.has(lexeme.bare))) return true;
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
