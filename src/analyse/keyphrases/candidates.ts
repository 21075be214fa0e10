import { tokenise } from '../../arabic/words/tokenise.js';
import type { Entity, Place } from '../../model/analysis.js';
import { foreignness } from '../foreign-shape.js';
import { lexemeOf, type Lexeme } from '../lexeme.js';
import type { Passage, Reading, Word } from '../reading.js';
import { isEmptyWord, isModifierOnly } from './empty-words.js';
import { runs, type Run } from './runs.js';

/** One place where a candidate stands. */
export interface Occurrence {
  field: Place['field'];
  /** Indices of its first and last word in the passage. */
  from: number;
  to: number;
  heading: boolean;
  /** Cut from a longer expression: its head from its complement, or an adjective from its noun. */
  torn: boolean;
  /** A whole run: nothing more stands around it. */
  whole: boolean;
  /** Exactly a name found in the article. */
  name: boolean;
  /** A preposition follows: an adjective may await it («المواد المكونة من»). */
  governs: boolean;
  /** A clause begins with it, without the article: its first word may be a verb. */
  opens: boolean;
  /** Stands alone between quotation marks or brackets. */
  quoted: boolean;
  /** Index of its sentence, counted over title and body. */
  sentence: number;
}

/** A phrase that may be a keyphrase, with all its places. */
export interface Candidate {
  /** Stems joined by one space: the same for all its written forms. */
  key: string;
  /** The full name, where it is a person's or a place's: «السعودية» for «السعودي». */
  name?: string;
  person: boolean;
  /** Number of words. */
  length: number;
  /** Holds «و» or «لل» between two of its words: «وزارة الكهرباء والماء», «معهد الكويت للأبحاث». */
  joined: boolean;
  /** Its words where it stands first. */
  words: Word[];
  /** Where it stands first, in words from the beginning of the article. */
  first: number;
  occurrences: Occurrence[];
}

/** Longer phrases are sentences, not keyphrases. */
const MAX_WORDS = 5;
/** Words from the beginning of an article after which what stands once is not what it is about. */
const LATE = 250;
/** Minus log10 of the frequency from which on an indefinite word may stand alone. */
const RARE = 5;
/** Names may be longer: «الشيخ حمد بن خليفة آل ثاني». */
const MAX_NAME_WORDS = 7;
/** Times that an indefinite word must be said to stand for a thing. */
const FOUNDED = 4;
const FOREIGN = 0.8;
const OPENING = '«"“(';
const CLOSING = '»"”)';
const PREPOSITIONS = new Set('من الي علي عن في بين مع الا ان'.split(' '));

/**
 * Runs of words that may be noun phrases: within a clause, without verbs and function words, started anew by
 * «و» and by prepositions written with a word, save where «وال…» or «لل…» goes on with a definite noun. Every part
 * of a run is a candidate, but none cuts a name.
 */
export function findCandidates(reading: Reading, entities: Entity[]): Candidate[] {
  const candidates = new Map<string, Candidate>();
  const called = entities.map(({ name, type }) => ({
    key: keyOf(name),
    ...(type === 'organisation' ? {} : { name }),
    person: type === 'person',
  }));
  const passages = reading.titleIsOpening ? [reading.body] : [reading.title, reading.body];
  for (const passage of passages) {
    const names = nameOfWord(passage, entities);
    for (const run of runs(passage, names)) addParts(candidates, passage, run, names, called);
  }
  return [...candidates.values()].filter(
    (candidate) => isSaid(candidate) && !isLoneAndCommon(candidate),
  );
}

function isSaid({ first, occurrences }: Candidate): boolean {
  return first < LATE || occurrences.length > 1 || occurrences[0]!.name;
}

/** «ثكنة», «متكرر»: one word that never has the article names a thing only where it is foreign, quoted or said again. */
function isLoneAndCommon({ length, words, occurrences }: Candidate): boolean {
  if (length > 1 || occurrences.length >= FOUNDED) return false;
  if (occurrences.some(({ name, quoted }) => name || quoted)) return false;
  const { bare, definite } = words[0]!.lexeme;
  return !definite && foreignness(bare) < FOREIGN;
}

/** For each word of a passage, the index of the name it belongs to, or -1. */
function nameOfWord(passage: Passage, entities: Entity[]): Int32Array {
  const names = new Int32Array(passage.words.length).fill(-1);
  let at = 0;
  entities.forEach((entity, index) => {
    if (entity.field !== passage.field) return;
    while (at < passage.words.length && passage.words[at]!.end <= entity.start) at += 1;
    for (let i = at; i < passage.words.length && passage.words[i]!.start < entity.end; i += 1)
      names[i] = index;
  });
  return names;
}

function addParts(
  candidates: Map<string, Candidate>,
  passage: Passage,
  run: Run,
  names: Int32Array,
  called: Called[],
): void {
  const { first, last } = run;
  for (let from = first; from <= last; from += 1) {
    if (from > first && names[from]! >= 0 && names[from] === names[from - 1]) continue;
    const named = names[from]! >= 0;
    if (!named && isEmptyWord(passage.words[from]!.lexeme.bare)) continue;
    addFrom(candidates, passage, run, from, names, called);
  }
}

/** The parts of a run that begin at one word. Where the run goes on past a join, only parts that cross it. */
function addFrom(
  candidates: Map<string, Candidate>,
  passage: Passage,
  { first, last, join }: Run,
  from: number,
  names: Int32Array,
  called: Called[],
): void {
  const { words } = passage;
  if (join !== undefined && from >= join) return;
  let key = '';
  for (let to = from; to <= last && to - from < MAX_NAME_WORDS; to += 1) {
    const { stem } = words[to]!.lexeme;
    key = key ? `${key} ${stem}` : stem;
    if (to < last && names[to]! >= 0 && names[to] === names[to + 1]) continue;
    const name = isName(names, from, to);
    if (to - from >= MAX_WORDS && !name) break;
    if (join !== undefined && to < join) continue;
    if (!name && !isPhrase(words, from, to)) continue;
    const own = name ? called[names[from]!]! : undefined;
    const found = own?.key ?? key;
    let candidate = candidates.get(found);
    if (!candidate) {
      candidate = {
        key: found,
        length: to - from + 1,
        joined: join !== undefined,
        person: false,
        words: words.slice(from, to + 1),
        first: words[from]!.at,
        occurrences: [],
      };
      candidates.set(found, candidate);
    }
    if (own?.name) candidate.name ??= own.name;
    if (own?.person) candidate.person = true;
    candidate.occurrences.push({
      ...occurrenceOf(passage, from, to),
      torn: !name && isTorn(passage, from, to, first, last, names),
      name,
      whole: from === first && to === last,
    });
    if (own?.person) break;
  }
}

function occurrenceOf({ words, field, sentences, text }: Passage, from: number, to: number) {
  const { sentence } = words[to]!;
  const first = words[from]!;
  const next = words[to + 1];
  return {
    field,
    from,
    to,
    sentence,
    heading: field === 'body' && (sentences[sentence - words[0]!.sentence]?.heading ?? false),
    governs: next !== undefined && !next.apart && governed(next.lexeme),
    opens: (first.apart || first.lexeme.conjoined) && !first.lexeme.definite,
    quoted:
      OPENING.includes(text[first.start - 1] ?? ' ') &&
      CLOSING.includes(text[words[to]!.end] ?? ' '),
  };
}

/** «من» or «بالمواد»: what an adjective before it may await. */
function governed({ functional, prepositional, conjoined, folded }: Lexeme): boolean {
  return prepositional ? !conjoined : functional && PREPOSITIONS.has(folded);
}

/** Key of a canonical name, and the name where it is what to write. */
interface Called {
  key: string;
  name?: string;
  person: boolean;
}

/** Stems of a written phrase, joined by one space. */
function keyOf(phrase: string): string {
  return tokenise(phrase)
    .map(({ folded }) => lexemeOf(folded).stem)
    .join(' ');
}

function isName(names: Int32Array, from: number, to: number): boolean {
  const name = names[from]!;
  return name >= 0 && names[to] === name && names[from - 1] !== name && names[to + 1] !== name;
}

/** Whether words may be tagged as they stand: not made of empty words, not ending on one that awaits another. */
function isPhrase(words: Word[], from: number, to: number): boolean {
  const lastWord = words[to]!.lexeme;
  const firstWord = words[from]!.lexeme;
  const next = words[to + 1];
  if (next && !next.apart && lastWord.definite && isRank(next.lexeme)) return false;
  if (isEmptyWord(firstWord.bare)) return false;
  if (isEmptyWord(lastWord.bare) && !(from < to && isRank(lastWord))) return false;
  if (isModifierOnly(lastWord.bare) && !lastWord.definite) return false;
  return from < to || mayStandAlone(firstWord);
}

/** «العام» of «الأمين العام»: belongs to the noun before it, which says little without it. */
function isRank({ bare, definite }: Lexeme): boolean {
  return definite && isModifierOnly(bare);
}

/** One word is a keyphrase where it is called by its article or hardly ever used; «وقف», «فوري» are neither. */
function mayStandAlone({ bare, definite, rarity }: Lexeme): boolean {
  return bare.length > 2 && (definite || rarity >= RARE);
}

/** «قوات حفظ» out of «قوات حفظ السلام», «الروسية» out of «السلام الروسية». */
function isTorn(
  passage: Passage,
  from: number,
  to: number,
  first: number,
  last: number,
  names: Int32Array,
): boolean {
  const next = to < last ? passage.words[to + 1]!.lexeme : undefined;
  const lastWord = passage.words[to]!.lexeme;
  if (next && !lastWord.definite && (next.definite || names[to + 1]! >= 0) && names[to]! < 0)
    return true;
  const previous = from > first ? passage.words[from - 1]!.lexeme : undefined;
  return Boolean(previous?.definite && passage.words[from]!.lexeme.definite);
}
