import type { Entity } from '../../model/analysis.js';
import type { Reading, Word } from '../reading.js';
import { extendHash, hashOf, KeyTable, type Key } from './key-table.js';
import { phraseWordsOf, type PhraseWords } from './phrase-words.js';
import { runs, type Run } from './runs.js';
import { MARK, PLACED } from './word-marks.js';

/** One place where a candidate stands: its first and last word, by `Word.at`. */
export interface Occurrence {
  from: number;
  to: number;
}

/** A phrase that may be a keyphrase, with what its places say of it together. */
export class Candidate implements Key {
  /** The full name, where it is a person's or a place's: «السعودية» for «السعودي». */
  name: string | undefined = undefined;
  person = false;
  /** Number of words. */
  readonly length: number;
  /** How often it stands in the article. */
  times = 0;
  /** Times that it is cut from a longer expression: its head from its complement, or an adjective from its noun. */
  torn = 0;
  /** Times that it is a whole run: nothing more stands around it. */
  whole = 0;
  /** Times that it is exactly a name found in the article. */
  names = 0;
  /** Times that a preposition follows. */
  governs = 0;
  /** Times that a clause begins with it, without the article. */
  opens = 0;
  /** Stands alone between quotation marks or brackets somewhere; where it stands first. */
  quoted = false;
  firstQuoted = false;
  inHeading = false;
  /** 2 where a title has it, 1 where it is but one word of one, and no name. */
  inTitle = 0;
  /** Its first and its last sentence, counted over title and body. */
  firstSentence = Infinity;
  lastSentence = 0;
  /** A name where it stands first. */
  firstIsName = false;
  /** First and last word of each place after the first, in turn; most candidates stand but once. */
  #again: number[] | undefined;

  /**
   * @param from its first word where it stands first
   * @param to its last word there
   * @param joined it holds «و» or «لل» between two of its words: «وزارة الكهرباء والماء», «معهد الكويت للأبحاث»
   */
  constructor(
    readonly article: PhraseWords,
    readonly keyAt: number,
    readonly keyLength: number,
    readonly from: number,
    readonly to: number,
    readonly joined: boolean,
  ) {
    this.length = to - from + 1;
  }

  /** Counts one more place. */
  add(from: number, to: number, name: boolean, torn: boolean, whole: boolean): void {
    const { marks, words, bodyAt } = this.article;
    const quoted = (marks[from]! & PLACED.afterQuote && marks[to]! & PLACED.beforeQuote) !== 0;
    if (!this.times) {
      this.firstIsName = name;
      this.firstQuoted = quoted;
    } else if (this.#again) this.#again.push(from, to);
    else this.#again = [from, to];
    this.times += 1;
    if (torn) this.torn += 1;
    if (whole) this.whole += 1;
    if (name) this.names += 1;
    if (marks[to]! & PLACED.governs) this.governs += 1;
    if (marks[from]! & PLACED.opens) this.opens += 1;
    if (quoted) this.quoted = true;
    if (marks[to]! & PLACED.heading) this.inHeading = true;
    if (from < bodyAt) this.inTitle = this.length > 1 || name ? 2 : 1;
    const { sentence } = words[to]!;
    this.firstSentence = Math.min(this.firstSentence, sentence);
    this.lastSentence = Math.max(this.lastSentence, sentence);
  }

  /** Stems joined by one space: the same for all its written forms. */
  get key(): string {
    const { stems, spelt } = this.article;
    let key = '';
    for (let i = this.keyAt; i < this.keyAt + this.keyLength; i += 1)
      key = i > this.keyAt ? `${key} ${spelt[stems[i]!]!}` : spelt[stems[i]!]!;
    return key;
  }

  /** Its words where it stands first. */
  get words(): Word[] {
    return this.article.words.slice(this.from, this.to + 1);
  }

  /** Its places in order. */
  get occurrences(): Occurrence[] {
    const places = [{ from: this.from, to: this.to }];
    const again = this.#again ?? [];
    for (let i = 0; i < again.length; i += 2) places.push({ from: again[i]!, to: again[i + 1]! });
    return places;
  }
}

/** Longer phrases are sentences, not keyphrases. */
const MAX_WORDS = 5;
/** Words from the beginning of an article after which what stands once is not what it is about. */
const LATE = 250;
/** Names may be longer: «الشيخ حمد بن خليفة آل ثاني». */
const MAX_NAME_WORDS = 7;
/** Never the head of a phrase: it belongs to the word before. */
const GOD = 'الله';
/** Times that an indefinite word must be said to stand for a thing. */
const FOUNDED = 4;

/**
 * Runs of words that may be noun phrases: within a clause, without verbs and function words, started anew by
 * «و» and by prepositions written with a word, save where «وال…» or «لل…» goes on with a definite noun. Every part
 * of a run is a candidate, but none cuts a name, or the role before a person's: «الخارجية المصري سامح شكري».
 */
export function findCandidates(reading: Reading, entities: Entity[]): Candidate[] {
  const article = phraseWordsOf(reading, entities);
  const found = new KeyTable<Candidate>(article.stems);
  for (const run of runs(article)) addParts(found, article, run);
  return found.all.filter((candidate) => isSaid(candidate) && !isLoneAndCommon(candidate));
}

function isSaid({ from, times, firstIsName }: Candidate): boolean {
  return from < LATE || times > 1 || firstIsName;
}

/** «ثكنة», «متكرر»: one word that never has the article names a thing only where it is foreign, quoted or said again. */
function isLoneAndCommon({ length, times, names, quoted, article, from }: Candidate): boolean {
  if (length > 1 || times >= FOUNDED || names || quoted) return false;
  return (article.marks[from]! & MARK.common) !== 0;
}

/** The parts of a run. Where it goes on past a join, only parts that cross it. */
function addParts(found: KeyTable<Candidate>, article: PhraseWords, run: Run): void {
  const { marks, names } = article;
  const last = run.join === undefined ? run.last : run.join - 1;
  for (let from = run.first; from <= last; from += 1) {
    const name = names[from]!;
    // «آية الله …», «بيت الله …»
    if (name < 0 && article.words[from]!.lexeme.folded === GOD) continue;
    if (name >= 0 ? from > run.first && name === names[from - 1] : marks[from]! & MARK.empty)
      continue;
    addFrom(found, article, run, from);
  }
}

/** The parts of a run that begin at one word. */
function addFrom(
  found: KeyTable<Candidate>,
  article: PhraseWords,
  { first, last, join }: Run,
  from: number,
): void {
  const { marks, names, stems, called } = article;
  const least = join ?? from;
  let hash = 0;
  for (let to = from; to <= last && to - from < MAX_NAME_WORDS; to += 1) {
    hash = extendHash(hash, stems[to]!);
    if (to < last && names[to]! >= 0 && names[to] === names[to + 1]) continue;
    const name = isName(names, from, to);
    if (to - from >= MAX_WORDS && !name) break;
    if (to < least || (!name && !isPhrase(marks, from, to))) continue;
    if (!name && from > first && called[names[to]!]?.person) continue;
    const own = name ? called[names[from]!]! : undefined;
    const keyAt = own ? own.keyAt : from;
    const keyLength = own ? own.keyLength : to - from + 1;
    const keyHash = own ? hashOf(stems, keyAt, keyLength) : hash;
    const index = found.find(keyHash, keyAt, keyLength);
    let candidate = found.all[index];
    if (!candidate) {
      candidate = new Candidate(article, keyAt, keyLength, from, to, join !== undefined);
      found.add(keyHash, candidate);
    }
    if (own?.name) candidate.name ??= own.name;
    if (own?.person) candidate.person = true;
    const torn = !name && isTorn(article, from, to, first, last);
    candidate.add(from, to, name, torn, from === first && to === last);
    if (own?.person) break;
  }
}

function isName(names: Int32Array, from: number, to: number): boolean {
  const name = names[from]!;
  return name >= 0 && names[to] === name && names[from - 1] !== name && names[to + 1] !== name;
}

/** Whether words may be tagged as they stand: not made of empty words, not ending on one that awaits another. */
function isPhrase(marks: ArrayLike<number>, from: number, to: number): boolean {
  if (marks[to]! & (MARK.noEnd | PLACED.beforeRank) || marks[from]! & MARK.empty) return false;
  return from < to || (marks[from]! & MARK.alone) !== 0;
}

/** «قوات حفظ» out of «قوات حفظ السلام», «الروسية» out of «السلام الروسية». */
function isTorn(
  { marks, names }: PhraseWords,
  from: number,
  to: number,
  first: number,
  last: number,
): boolean {
  if (to < last && !(marks[to]! & MARK.definite) && names[to]! < 0)
    if (marks[to + 1]! & MARK.definite || names[to + 1]! >= 0) return true;
  return from > first && (marks[from - 1]! & marks[from]! & MARK.definite) !== 0;
}
