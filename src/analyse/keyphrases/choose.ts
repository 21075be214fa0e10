import { isStopPhrase } from '../../arabic/function-words/function-words.js';
import { PERSON_TITLES } from '../entities/name-lists.js';
import { isPlaceKind } from '../entities/places.js';
import type { Word } from '../reading.js';
import type { Candidate, Occurrence } from './candidates.js';
import { areAlike } from './key-table.js';
import { isNoSubject } from './no-subject.js';

export const MAX_KEYPHRASES = 10;
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

export interface Ranked {
  candidate: Candidate;
  score: number;
}

/** A phrase chosen, with its places, which every later one is compared with. */
interface Chosen extends Ranked {
  occurrences: Occurrence[];
}

/** Best first, whole rather than in part, leaving out what says the same as a better one. */
export function chooseApart(ranked: Ranked[], most = MAX_KEYPHRASES): Ranked[] {
  const chosen: Chosen[] = [];
  for (const { candidate: part, score } of ranked) {
    if (chosen.length === most) break;
    if (isEmptyPhrase(part) || isNoSubject(part)) continue;
    const candidate = wholeOf(part, ranked);
    if (chosen.some((other) => saysTheSame(candidate, other.candidate))) continue;
    const { occurrences } = candidate;
    if (isCovered(candidate, occurrences, chosen)) continue;
    chosen.push({ candidate, score, occurrences });
  }
  return chosen;
}

/**
 * Whether better phrases stand wherever one does, so that it says nothing of its own: a part of them
 * («السعودي» of «الدفاع الجوي السعودي»), or a longer phrase about one of them («تحرك الذهب») that is hardly used.
 */
function isCovered(candidate: Candidate, occurrences: Occurrence[], chosen: Chosen[]): boolean {
  let covered = 0;
  const touched = new Set<Candidate>();
  for (const place of occurrences) {
    let isOver = false;
    for (const one of chosen) {
      if (!one.occurrences.some((other) => meet(place, other))) continue;
      isOver = true;
      touched.add(one.candidate);
    }
    if (isOver) covered += 1;
  }
  const own = candidate.times - covered;
  if (own >= covered * OWN_SHARE) return false;
  if (touched.size > 1) return true;
  const [better] = touched;
  return better!.length > 1 || better!.length >= candidate.length || !isUsed(candidate);
}

function isUsed({ times, from, article, firstQuoted }: Candidate): boolean {
  return times > 1 || from < article.bodyAt || firstQuoted;
}

function meet(a: Occurrence, b: Occurrence): boolean {
  return a.from <= b.to && b.from <= a.to;
}

/** The longest phrase in which one (nearly) always stands: «فرق الإنقاذ الدولية» for «الإنقاذ الدولية». */
function wholeOf(part: Candidate, ranked: Ranked[]): Candidate {
  if (part.times < 2 || part.firstIsName || part.length >= LONGEST_WHOLE) return part;
  const longer: Candidate[] = [];
  for (const { candidate } of ranked)
    if (candidate.length > part.length && candidate.length <= LONGEST_WHOLE)
      if (holds(candidate, part)) longer.push(candidate);
  const always = longer.filter(({ times }) => stands(times, part, ALWAYS));
  const whole = always.length ? longest(always) : commonestAnnexed(part, longer);
  return whole ? wholeOf(whole, ranked) : part;
}

/**
 * Where several longer phrases stand before a part by turns («قوات حفظ السلام» and «وحدة حفظ السلام»), the part is
 * torn from its annexation: the commonest of them, if it is common enough to speak for all.
 */
function commonestAnnexed(part: Candidate, longer: Candidate[]): Candidate | undefined {
  const annexed = longer.filter((one) => one.length === part.length + 1 && endsWith(one, part));
  const turns = annexed.reduce((sum, { times }) => sum + times, 0);
  if (!stands(turns, part, ALWAYS)) return undefined;
  const [commonest] = annexed.sort((a, b) => b.times - a.times);
  return commonest && stands(commonest.times, part, MOSTLY) ? commonest : undefined;
}

function stands(times: number, part: Candidate, share: number): boolean {
  return times >= part.times * share;
}

function longest(candidates: Candidate[]): Candidate {
  return candidates.reduce((whole, one) => (one.length > whole.length ? one : whole));
}

function isEmptyPhrase({ words }: Candidate): boolean {
  if (words.every(({ lexeme }) => PIOUS.has(lexeme.bare))) return true;
  return isStopPhrase(words.map(({ lexeme }) => lexeme.folded).join(' '));
}

/** Whether a reader would take them for one: written alike, or one holds the other and stands (nearly) nowhere else. */
function saysTheSame(a: Candidate, b: Candidate): boolean {
  if (isWrittenAlike(a, b)) return true;
  const [long, short] = a.length >= b.length ? [a, b] : [b, a];
  if (long.person && isWithin(short, long)) return true;
  if (!holds(long, short)) return false;
  if (long.length === short.length + 1 && announces(long.article.words[long.from]!)) return true;
  return short.times <= long.times * 1.1;
}

/** A country and its team are two names («منتخب البرازيل») that both stand as «البرازيل». */
function isWrittenAlike(a: Candidate, b: Candidate): boolean {
  return a.length === b.length && areAlike(a.article.stems, a.from, b.from, a.length);
}

/** Whether the stems of one key stand side by side in another. */
function holds(long: Candidate, short: Candidate): boolean {
  const spare = long.keyLength - short.keyLength;
  for (let skipped = 0; skipped <= spare; skipped += 1)
    if (standsAt(long, short, skipped)) return true;
  return false;
}

/** Whether one key ends with the stems of another, and is longer. */
function endsWith(long: Candidate, short: Candidate): boolean {
  const spare = long.keyLength - short.keyLength;
  return spare > 0 && standsAt(long, short, spare);
}

function standsAt(long: Candidate, { keyAt, keyLength }: Candidate, skipped: number): boolean {
  return areAlike(long.article.stems, long.keyAt + skipped, keyAt, keyLength);
}

/** Whether all words of one stand in the other in the same order: «الطيب», «الطيب صالح». */
function isWithin(few: Candidate, many: Candidate): boolean {
  const { stems } = many.article;
  let found = 0;
  for (let at = many.keyAt; at < many.keyAt + many.keyLength; at += 1)
    if (found < few.keyLength && stems[at] === stems[few.keyAt + found]) found += 1;
  return found === few.keyLength;
}

/** «إقليم» and «الرئيس» say no more than the name that follows. */
function announces({ lexeme }: Word): boolean {
  return isPlaceKind(lexeme.bare) || PERSON_TITLES.has(lexeme.bare);
}
