import type { DocumentFrequencies } from '../../model/analysis.js';
import type { Lexeme } from '../lexeme.js';
import type { Candidate } from './candidates.js';

/** What tells a keyphrase; each is near 0 to 1, so that weights compare. */
export interface Features {
  /** How often it stands whole. */
  count: number;
  /** How much its words say: rare in the language, or in the user's store. */
  information: number;
  /** How early it first stands. */
  early: number;
  title: number;
  heading: number;
  name: number;
  /** Share of its places where it is cut from a longer expression. */
  torn: number;
  /** How far its words stand only together. */
  cohesion: number;
  /** Share of its places that lie in one longer candidate; 0 until `nestedShares` is asked. */
  nested: number;
  /** Share of its places where nothing more stands around it. */
  alone: number;
  /** Share of its places after which a preposition stands. */
  governs: number;
  /** Stands between quotation marks somewhere. */
  quoted: number;
  /** Holds «و» or «لل» within. */
  joined: number;
  /** How far through the article it is spoken of: from its first to its last sentence. */
  spread: number;
  person: number;
  /** How much its last word says; of one word alone. */
  tail: number;
  lone: number;
  /** Share of its places where a clause begins with its first word, without the article: maybe a verb. */
  opens: number;
  /** One word with the article, a noun with its adjective, or a noun with its complement. */
  definite: number;
  agreed: number;
  construct: number;
  one: number;
  two: number;
  three: number;
}

/** A title holds words of every kind; one alone says half as much as a phrase or a name. */
const LONE_IN_TITLE = 0.5;
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

/** Features of all candidates of one article. */
export function featuresOf(
  candidates: Candidate[],
  words: number,
  frequencies?: DocumentFrequencies,
): Features[] {
  const counts = new Map<string, number>();
  for (const { key, length, occurrences } of candidates)
    if (length === 1) counts.set(key, occurrences.length);
  const known = new Map<string, number>();
  const informationOf = (lexeme: Lexeme): number => {
    let value = known.get(lexeme.stem);
    if (value === undefined) known.set(lexeme.stem, (value = information(lexeme, frequencies)));
    return value;
  };
  const sentences = candidates.reduce(
    (last, { occurrences }) => Math.max(last, occurrences.at(-1)!.sentence),
    0,
  );
  return candidates.map((candidate) => {
    const { occurrences, length, key } = candidate;
    const n = occurrences.length;
    let sum = 0;
    let definite = 0;
    let last = false;
    let alone = 0;
    for (const { lexeme } of candidate.words) {
      const value = informationOf(lexeme);
      sum += value;
      if (lexeme.definite) definite += 1;
      last = lexeme.definite;
    }
    let whole = 0;
    let names = 0;
    let title = 0;
    let heading = 0;
    let governs = 0;
    let quoted = 0;
    let opens = 0;
    let least = Infinity;
    let most = 0;
    for (const occurrence of occurrences) {
      if (!occurrence.torn) whole += 1;
      if (occurrence.name) names += 1;
      if (occurrence.whole) alone += 1;
      if (occurrence.field === 'title') title = length > 1 || occurrence.name ? 1 : LONE_IN_TITLE;
      if (occurrence.heading) heading = 1;
      if (occurrence.governs) governs += 1;
      if (occurrence.quoted) quoted = 1;
      if (occurrence.opens) opens += 1;
      least = Math.min(least, occurrence.sentence);
      most = Math.max(most, occurrence.sentence);
    }
    return {
      count: Math.log2(1 + whole) / 4,
      information: sum / length,
      early: 1 - Math.log2(1 + candidate.first) / Math.log2(2 + words),
      title,
      heading,
      name: names / n,
      torn: 1 - whole / n,
      cohesion: length === 1 ? 0.5 : n / commonestPart(key, counts, n),
      nested: 0,
      alone: alone / n,
      governs: governs / n,
      quoted,
      joined: candidate.joined ? 1 : 0,
      spread: (most - least) / Math.max(1, sentences),
      person: candidate.person ? 1 : 0,
      tail: length > 1 ? informationOf(candidate.words.at(-1)!.lexeme) : 0,
      lone: length === 1 ? sum : 0,
      opens: opens / n,
      definite: length === 1 && definite ? 1 : 0,
      agreed: length > 1 && definite === length ? 1 : 0,
      construct: length > 1 && definite < length && last ? 1 : 0,
      one: length === 1 ? 1 : 0,
      two: length === 2 ? 1 : 0,
      three: length === 3 ? 1 : 0,
    };
  });
}

function commonestPart(key: string, counts: Map<string, number>, least: number): number {
  let most = least;
  for (const stem of key.split(' ')) most = Math.max(most, counts.get(stem) ?? 1);
  return most;
}

/** For each candidate, the largest share of its places that one longer candidate covers. */
export function nestedShares(candidates: Candidate[]): number[] {
  const index = new Map(candidates.map(({ key }, i) => [key, i]));
  const shares = new Array<number>(candidates.length).fill(0);
  for (const { key, length, occurrences } of candidates) {
    if (length === 1) continue;
    const stems = key.split(' ');
    for (let from = 0; from < length; from += 1) {
      let part = '';
      for (let to = from; to < length; to += 1) {
        part = part ? `${part} ${stems[to]}` : stems[to]!;
        const at = to - from + 1 < length ? index.get(part) : undefined;
        if (at === undefined) continue;
        const share = occurrences.length / candidates[at]!.occurrences.length;
        if (share > shares[at]!) shares[at] = Math.min(1, share);
      }
    }
  }
  return shares;
}
