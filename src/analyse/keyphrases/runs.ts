import { isFurniture } from '../furniture.js';
import { isNisba, isNoun } from '../nouns.js';
import { endsInPronoun, isAccusative } from '../pronouns.js';
import type { Passage, Word } from '../reading.js';
import { isVerb } from '../verbs.js';
import { definiteRarity, isKnownWord } from '../word-frequencies.js';

const NUNATION = /[\u064B-\u064D]/;

/** Words that stand together, by their indices in the passage. */
export interface Run {
  first: number;
  last: number;
  /** Set where two runs stand joined: the word with «و» or «لل» that begins the second. */
  join?: number;
}

/**
 * Runs of words that may be noun phrases: within a clause, without verbs, function words and words with a pronoun,
 * started anew by «و» and by prepositions written with a word. Two runs joined by «وال…» or «لل…» are a third.
 * @param names for each word the index of its name, or -1
 */
export function* runs(passage: Passage, names: Int32Array): Generator<Run> {
  let before: Run | undefined;
  for (const run of plainRuns(passage, names)) {
    yield run;
    if (
      before &&
      before.last + 1 === run.first &&
      isJoin(passage.words, before.first, run.first, names)
    )
      yield { first: before.first, last: run.last, join: run.first };
    before = run;
  }
}

function* plainRuns({ words, text }: Passage, names: Int32Array): Generator<Run> {
  let first = -1;
  for (let i = 0; i <= words.length; i += 1) {
    const word = words[i];
    const stands = word !== undefined && mayStand(word, names[i]!, text);
    const withinName = word !== undefined && i > 0 && names[i] !== -1 && names[i] === names[i - 1];
    const begins =
      !withinName && (!stands || startsAnew(word) || (first >= 0 && beginsPhrase(words, i, names)));
    if (!begins) {
      if (first < 0 && !goesOn(words, i, names)) first = i;
      continue;
    }
    if (first >= 0) yield { first, last: i - 1 };
    first = stands ? i : -1;
  }
}

/** «التجارية» after «أعمالها»: an adjective of a word that no phrase holds. */
function goesOn(words: Word[], at: number, names: Int32Array): boolean {
  const { lexeme } = words[at]!;
  const before = words[at - 1]?.lexeme;
  if (!before || before.functional || !lexeme.definite || names[at]! >= 0) return false;
  return endsInPronoun(before.bare) && isNisba(lexeme.bare);
}

function startsAnew({ apart, lexeme }: Word): boolean {
  return apart || lexeme.conjoined || lexeme.prepositional;
}

/**
 * Whether a phrase ends before a word and another begins: nothing without the article goes on a definite noun
 * («الشمس | أقرب النجوم»), nor does a second noun with it («المنتخب المصري | التقدم»).
 */
function beginsPhrase(words: Word[], at: number, names: Int32Array): boolean {
  const before = words[at - 1]!.lexeme;
  if (!before.definite && names[at - 1]! < 0) return false;
  const { lexeme } = words[at]!;
  if (lexeme.definite) return names[at]! < 0 && isNoun(lexeme.bare);
  return names[at]! < 0;
}

/**
 * «والماء» after «وزارة الكهرباء», «والمالية» after «اللجنة الاقتصادية», «للأبحاث» after «المنظمة الأوروبية».
 * Two things side by side («النصر والهلال») are no phrase.
 */
function isJoin(words: Word[], first: number, at: number, names: Int32Array): boolean {
  const { apart, lexeme } = words[at]!;
  const { lexeme: before } = words[at - 1]!;
  if (apart || !lexeme.definite || names[at]! >= 0 || names[at - 1]! >= 0) return false;
  if (!before.definite) return false;
  if (lexeme.prepositional) return lexeme.folded.startsWith('لل');
  if (!lexeme.conjoined) return false;
  return !words[first]!.lexeme.definite || (isNisba(before.bare) && isNisba(lexeme.bare));
}

function mayStand(word: Word, name: number, text: string): boolean {
  if (name >= 0) return true;
  const { lexeme } = word;
  if (lexeme.functional || word.kind === 'number' || word.kind === 'address') return false;
  const { bare } = lexeme;
  if (bare.length < 2 || isFurniture(lexeme)) return false;
  if (lexeme.definite) return true;
  return !(
    hasNunation(word, text) ||
    isVerb(bare) ||
    isFuture(bare) ||
    endsInPronoun(bare) ||
    isAccusative(bare)
  );
}

/** «مشهداً»: stands in a sentence, not in a name of things. */
function hasNunation({ end }: Word, text: string): boolean {
  return NUNATION.test(text.slice(end - 2, end));
}

/** «ستشهد»: the letter of the future before a verb. */
function isFuture(bare: string): boolean {
  if (bare.length < 5 || bare[0] !== 'س' || !'يتن'.includes(bare[1]!)) return false;
  const verb = bare.slice(1);
  return isVerb(verb) || (definiteRarity(bare) > 33 && isKnownWord(verb));
}
