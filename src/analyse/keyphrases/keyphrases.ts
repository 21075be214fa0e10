import { fold } from '../../arabic/letters/fold.js';
import type { DocumentFrequencies, Entity, Keyphrase } from '../../model/analysis.js';
import { isNisba } from '../nouns.js';
import type { Reading } from '../reading.js';
import { commonestForm, placeOf } from '../written-form.js';
import { beginsAgency, isAgency } from './agencies.js';
import { findCandidates, type Candidate } from './candidates.js';
import { chooseApart, MAX_KEYPHRASES, type Ranked } from './choose.js';
import { FEATURES, nestedShares, throughFeatures, type Feature } from './features.js';

/** An article has so many keyphrases at least. */
const MIN_KEYPHRASES = 5;
const WORDS_A_KEYPHRASE = 30;
/** Only these many of the best candidates are compared with one another. */
const COMPARED = 120;
/** Fewer articles do not tell what is common. */
const FEWEST_DOCUMENTS = 200;

/** Chosen on akec-train with eval/keyphrases-fit.ts; see docs/measurements.md. */
const WEIGHTS: Record<Feature, number> = {
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
/** In the order of features. */
const WEIGHT_ROW = Float64Array.from(FEATURES, (name) => WEIGHTS[name]);

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
  const { title, body } = reading;
  const own = fold(outlet);
  const ranked = rank(reading, entities, frequencies).filter(
    ({ candidate }) => !isCredit(candidate, own),
  );
  const most = mostOf(title.words.length + body.words.length);
  return chooseApart(ranked, most).map(({ candidate, score }) => {
    const { bodyAt, words } = candidate.article;
    const written = candidate.occurrences.map(({ from, to }) => ({
      passage: from < bodyAt ? title : body,
      words: words.slice(from, to + 1),
    }));
    return {
      text: textOf(candidate, commonestForm(written)),
      key: candidate.key,
      score: Math.round(score * 1000) / 1000,
      places: written.map(({ passage, words }) => ({
        field: passage.field,
        ...placeOf(passage.text, words),
      })),
    };
  });
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

function rank(
  reading: Reading,
  entities: Entity[],
  frequencies: DocumentFrequencies | undefined,
): Ranked[] {
  const best = bestOf(findCandidates(reading, entities), frequencies);
  const nested = nestedShares(best.map(({ candidate }) => candidate));
  return best
    .map(({ candidate, score }, index) => {
      const sum = score + WEIGHTS.nested * nested[index]! - staleness(candidate, frequencies);
      return { candidate, score: 1 / (1 + Math.exp(-sum)) };
    })
    .sort((a, b) => b.score - a.score);
}

/** The best candidates by all but how far they are nested, best first, with their sums. */
function bestOf(candidates: Candidate[], frequencies: DocumentFrequencies | undefined): Ranked[] {
  const sums = new Float64Array(candidates.length);
  throughFeatures(candidates, frequencies, (features, index) => {
    sums[index] = sumOf(features);
  });
  /** Most candidates are left behind here, before anything is made of them. */
  const least = sums.length > COMPARED ? sums.slice().sort()[sums.length - COMPARED]! : -Infinity;
  const best: Ranked[] = [];
  candidates.forEach((candidate, index) => {
    const score = sums[index]!;
    if (score >= least) best.push({ candidate, score });
  });
  return best.sort((a, b) => b.score - a.score).slice(0, COMPARED);
}

function sumOf(features: Float64Array): number {
  let sum = BIAS;
  for (let i = 0; i < features.length; i += 1) sum += WEIGHT_ROW[i]! * features[i]!;
  return sum;
}

/** Decades by which a phrase of several words, no name, is a keyphrase of more than one article in a hundred. */
function staleness(candidate: Candidate, frequencies: DocumentFrequencies | undefined): number {
  if (!frequencies || candidate.length < 2 || candidate.firstIsName) return 0;
  const { documents } = frequencies;
  if (documents < FEWEST_DOCUMENTS) return 0;
  return Math.max(0, Math.log10((frequencies.frequency(candidate.key) * 100) / documents));
}

/** The outlet or an agency that is only credited rather than in the news (then the title names it). */
function isCredit(candidate: Candidate, outlet: string): boolean {
  const first = candidate.article.words[candidate.from]!.lexeme.folded;
  if (!outlet.startsWith(first) && !beginsAgency(first)) return false;
  const phrase = candidate.words.map(({ lexeme }) => lexeme.folded).join(' ');
  return phrase === outlet || (isAgency(phrase) && !candidate.inTitle);
}
