import type { DocumentFrequencies } from '../../model/analysis.js';
import type { Lexeme } from '../lexeme.js';
import type { Candidate } from './candidates.js';
import { extendHash, hashOf, KeyTable } from './key-table.js';
import { MARK } from './word-marks.js';

/** What tells a keyphrase; each is near 0 to 1, so that weights compare. */
export const FEATURES = [
  /** How often it stands whole. */
  'count',
  /** How much its words say: rare in the language, or in the user's store. */
  'information',
  /** How early it first stands. */
  'early',
  'title',
  'heading',
  'name',
  /** Share of its places where it is cut from a longer expression. */
  'torn',
  /** How far its words stand only together. */
  'cohesion',
  /** Share of its places that lie in one longer candidate; 0 until `nestedShares` is asked. */
  'nested',
  /** Share of its places where nothing more stands around it. */
  'alone',
  /** Share of its places after which a preposition stands. */
  'governs',
  /** Stands between quotation marks somewhere. */
  'quoted',
  /** Holds «و» or «لل» within. */
  'joined',
  /** How far through the article it is spoken of: from its first to its last sentence. */
  'spread',
  'person',
  /** How much its last word says; of one word alone. */
  'tail',
  'lone',
  /** Share of its places where a clause begins with its first word, without the article: maybe a verb. */
  'opens',
  /** One word with the article, a noun with its adjective, or a noun with its complement. */
  'definite',
  'agreed',
  'construct',
  'one',
  'two',
  'three',
] as const;
export type Feature = (typeof FEATURES)[number];

/** Where each stands. */
const AT = Object.fromEntries(FEATURES.map((name, at) => [name, at])) as Record<Feature, number>;

/** `Candidate.inTitle` in halves: a title holds words of every kind, and one alone says half as much. */
const WHOLLY_IN_TITLE = 2;
/** Weight of one decade of rarity, so that information is near 0 to 1. */
const DECADES = 5;
/** Share of words → share of articles: an article has some 300 words, 2.5 decades. */
const WORDS_PER_ARTICLE = 2.5;

/** How many decades rarer than «in every article» a word is. */
function information(lexeme: Lexeme, frequencies: DocumentFrequencies | undefined): number {
  const general = Math.max(0, lexeme.rarity - WORDS_PER_ARTICLE);
  if (!frequencies || frequencies.documents < 50) return general / DECADES;
  const { documents } = frequencies;
  const own = Math.log10((documents + 1) / (frequencies.frequency(lexeme.stem) + 1));
  /** The more articles the store holds, the more its own counts say. */
  const trust = documents / (documents + 2000);
  return (trust * own + (1 - trust) * general) / DECADES;
}

/**
 * Goes through all candidates of one article in order, with the features of each in the order of `FEATURES`.
 * @param each gets an array that holds the next candidate's features after it returns
 */
export function throughFeatures(
  candidates: Candidate[],
  frequencies: DocumentFrequencies | undefined,
  each: (features: Float64Array, index: number) => void,
): void {
  const [first] = candidates;
  if (!first) return;
  const { article } = first;
  const { words, stems, marks } = article;
  /** By the number of a stem: what it says, and how often it stands as a candidate of one word. */
  const says = new Float64Array(article.spelt.length).fill(-1);
  const lone = new Int32Array(article.spelt.length);
  let sentences = 0;
  for (const { keyAt, keyLength, length, times, lastSentence } of candidates) {
    if (length === 1 && keyLength === 1) lone[stems[keyAt]!] = times;
    sentences = Math.max(sentences, lastSentence);
  }
  const informationAt = (at: number): number => {
    const stem = stems[at]!;
    if (says[stem] === -1) says[stem] = information(words[at]!.lexeme, frequencies);
    return says[stem]!;
  };
  const scale = Math.log2(2 + words.length);
  const features = new Float64Array(FEATURES.length);
  candidates.forEach((candidate, index) => {
    const { length, times, torn, from, to } = candidate;
    let sum = 0;
    let definite = 0;
    for (let at = from; at <= to; at += 1) {
      sum += informationAt(at);
      if (marks[at]! & MARK.definite) definite += 1;
    }
    const closed = (marks[to]! & MARK.definite) !== 0;
    features[AT.count] = Math.log2(1 + times - torn) / 4;
    features[AT.information] = sum / length;
    features[AT.early] = 1 - Math.log2(1 + from) / scale;
    features[AT.title] = candidate.inTitle / WHOLLY_IN_TITLE;
    features[AT.heading] = Number(candidate.inHeading);
    features[AT.name] = candidate.names / times;
    features[AT.torn] = 1 - (times - torn) / times;
    features[AT.cohesion] = length === 1 ? 0.5 : times / commonestPart(candidate, lone);
    features[AT.nested] = 0;
    features[AT.alone] = candidate.whole / times;
    features[AT.governs] = candidate.governs / times;
    features[AT.quoted] = Number(candidate.quoted);
    features[AT.joined] = Number(candidate.joined);
    features[AT.spread] =
      (candidate.lastSentence - candidate.firstSentence) / Math.max(1, sentences);
    features[AT.person] = Number(candidate.person);
    features[AT.tail] = length > 1 ? informationAt(to) : 0;
    features[AT.lone] = length === 1 ? sum : 0;
    features[AT.opens] = candidate.opens / times;
    features[AT.definite] = Number(length === 1 && definite > 0);
    features[AT.agreed] = Number(length > 1 && definite === length);
    features[AT.construct] = Number(length > 1 && definite < length && closed);
    features[AT.one] = Number(length === 1);
    features[AT.two] = Number(length === 2);
    features[AT.three] = Number(length === 3);
    each(features, index);
  });
}

function commonestPart({ article, keyAt, keyLength, times }: Candidate, lone: Int32Array): number {
  let most = times;
  for (let at = keyAt; at < keyAt + keyLength; at += 1)
    most = Math.max(most, lone[article.stems[at]!]!);
  return most;
}

/** For each candidate, the largest share of its places that one longer candidate covers. */
export function nestedShares(candidates: Candidate[]): number[] {
  const shares = new Array<number>(candidates.length).fill(0);
  const [first] = candidates;
  if (!first) return shares;
  const { stems } = first.article;
  const table = new KeyTable<Candidate>(stems);
  for (const candidate of candidates)
    table.add(hashOf(stems, candidate.keyAt, candidate.keyLength), candidate);
  for (const { keyAt, keyLength, length, times } of candidates) {
    const end = Math.min(length, keyLength);
    for (let from = 0; length > 1 && from < end; from += 1) {
      let hash = 0;
      for (let to = from; to < end && to - from + 1 < length; to += 1) {
        hash = extendHash(hash, stems[keyAt + to]!);
        const part = table.find(hash, keyAt + from, to - from + 1);
        if (part < 0) continue;
        const share = times / candidates[part]!.times;
        if (share > shares[part]!) shares[part] = Math.min(1, share);
      }
    }
  }
  return shares;
}
