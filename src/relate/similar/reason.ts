import {
  isFunctionWord,
  isNewsFurniture,
  isStopPhrase,
} from '../../arabic/function-words/function-words.js';
import { fold } from '../../arabic/letters/fold.js';
import { stem } from '../../arabic/stems/stem.js';
import { tokenise, type Token } from '../../arabic/words/tokenise.js';
import type { Reason } from '../../model/relations.js';
import { nameTerm } from '../profile/build.js';
import { isOutlet } from '../profile/outlets.js';
import type { Profile, ProfileName, ProfilePhrase } from '../profile/profile.js';
import { termNumber } from '../term-index/terms.js';
import { isWithin, sayingOf, type Saying } from '../sayings.js';
import { TELLING_WORD, type Lexicon } from './lexicon.js';

const MOST_NAMED = 3;
/** Names of less than this idf stand in more than every thirtieth article: in passing they say nothing. */
const TELLING = 0.38;
/** A country alone, or a bank, does not say what it is about: fewer get the thing that both titles name. */
const FEW = 2;
/** Where the principal names and phrases do not say it, so many that both mention. */
const MOST_IN_PASSING = 2;

interface Shared {
  text: string;
  weight: number;
}

/**
 * Why one article is listed beside another: the names and keyphrases that both have, in the written
 * form of the listed one, most telling first; else the words that both titles have.
 */
export function reasonFor(from: Profile, listed: Profile, lexicon: Lexicon): Reason {
  const names = sharedNames(from, listed, lexicon);
  const principal = names.filter(({ passing }) => !passing);
  const shared = [...principal, ...sharedPhrases(from, listed, lexicon)];
  let about = named(shared);
  if (about.length < FEW) about = withSubject(about, from, listed, lexicon);
  if (about.length < FEW) about = withTold(about, from, listed, lexicon);
  if (about.length === 1)
    about = inOrder([...about, ...named(toldAnywhere(from, listed, lexicon)).slice(0, 1)]);
  if (!about.length) about = sharedTitleWords(from, listed, lexicon);
  if (!about.length) about = named(toldAnywhere(from, listed, lexicon)).slice(0, MOST_IN_PASSING);
  if (!about.length) about = named(names).slice(0, MOST_IN_PASSING);
  return { about, text: about.length ? `عن: ${about.join('، ')}` : 'الموضوع نفسه' };
}

/** The heaviest, each subject once: «ترامب» is said by «دونالد ترامب», and the longer form says it better. */
function named(shared: Shared[]): string[] {
  const about: Array<{ text: string; saying: Saying }> = [];
  for (const { text } of shared.sort((a, b) => b.weight - a.weight)) {
    const said = tokenise(text).map(({ folded }) => folded);
    if (said.every((word) => isFunctionWord(word) || isNewsFurniture(word))) continue;
    const saying = sayingOf(text);
    const same = about.find(
      (other) => isWithin(saying, other.saying) || isWithin(other.saying, saying),
    );
    if (!same && about.length < MOST_NAMED) about.push({ text, saying });
    else if (same && saying.words.length > same.saying.words.length)
      Object.assign(same, { text, saying });
  }
  // A longer form may have taken the place of two shorter ones.
  return [...new Set(about.map(({ text }) => text))];
}

/** A name is in passing where an article has it once only, or one of the commonest not in its lead. */
function sharedNames(
  from: Profile,
  listed: Profile,
  lexicon: Lexicon,
): Array<Shared & { passing: boolean }> {
  const own = new Map(from.names.map((name) => [name.key, name]));
  return listed.names.flatMap((name) => {
    const other = own.get(name.key);
    if (!other || isOutlet(name)) return [];
    const telling = lexicon.idf(nameTerm(name.key));
    const outside = other.title + other.lead === 0 || name.title + name.lead === 0;
    const passing = isOnce(name, listed) || isOnce(other, from) || (outside && telling < TELLING);
    const salience = Math.min(2, name.title + other.title) + (outside ? 0.2 : 1);
    return [{ text: name.text, weight: (telling + 0.1) * salience, passing }];
  });
}

/** Once in more than so many words, and not in the title: a dateline, or somebody beside the subject. */
const WORDS_FOR_ONCE = 100;

function isOnce({ title, count }: ProfileName, { words }: Profile): boolean {
  return title === 0 && count < 2 && words > WORDS_FOR_ONCE;
}

/** Whether a phrase says something beside the names of its article, by their keys. */
function isSubject({ key, text }: ProfilePhrase, names: Set<string>): boolean {
  return !names.has(key) && !isOutlet({ key, text }) && !isStopPhrase(fold(text));
}

function sharedPhrases(from: Profile, listed: Profile, lexicon: Lexicon): Shared[] {
  const own = new Map(from.phrases.map((phrase) => [phrase.key, phrase]));
  const names = new Set(listed.names.map(({ key }) => key));
  return listed.phrases.flatMap((phrase) => {
    const { text, score } = phrase;
    const other = own.get(phrase.key);
    if (!other || !isSubject(phrase, names)) return [];
    const words = tokenise(text).map(({ folded }) => folded);
    const telling = lexicon.idf(termNumber(stem(words[0] ?? '')));
    if (words.length === 1 && telling < TELLING_WORD) return [];
    return [{ text, weight: (score + other.score) * (words.length > 1 ? 1 : telling) }];
  });
}

/** What is said already, and the thing with its article that both titles have: «السعودية» and «السجن». */
function withSubject(said: string[], from: Profile, listed: Profile, lexicon: Lexicon): string[] {
  const words = new Set(said.flatMap((text) => tokenise(text).map(({ folded }) => stem(folded))));
  const subject = [listed, from]
    .flatMap((one) => sharedThings(one.title, one === listed ? from.title : listed.title, lexicon))
    .find((thing) => tokenise(thing).some(({ folded }) => !words.has(stem(folded))));
  return subject === undefined ? said : inOrder([...said, subject]);
}

/** Each subject once, in the order given; a longer form takes the place of the shorter. */
function inOrder(texts: string[]): string[] {
  return named(texts.map((text, i) => ({ text, weight: -i })));
}

/** What is said already, and the best keyphrase of one article whose words the other's title and lead all have. */
function withTold(said: string[], from: Profile, listed: Profile, lexicon: Lexicon): string[] {
  const told = [...toldPhrases(listed, from, lexicon), ...toldPhrases(from, listed, lexicon)];
  const [best] = named(told);
  if (best === undefined) return said;
  const both = inOrder([...said, best]);
  return both.length > said.length ? both : said;
}

/** Keyphrases of either whose words the other's text all has: the last that is tried. */
function toldAnywhere(from: Profile, listed: Profile, lexicon: Lexicon): Shared[] {
  const of = (one: Profile, other: Profile) =>
    toldPhrases(one, other, lexicon, other.terms.numbers).filter(({ text }) => text.includes(' '));
  return [...of(listed, from), ...of(from, listed)];
}

/**
 * Keyphrases of one article whose words another all has.
 * @param terms of the other that count: those of its title and lead, unless others are given
 */
function toldPhrases(
  of: Profile,
  other: Profile,
  lexicon: Lexicon,
  terms: Iterable<number> = [...other.titleTerms, ...other.leadTerms.numbers],
): Shared[] {
  const names = new Set(of.names.map(({ key }) => key));
  const told = new Set(terms);
  return of.phrases.flatMap((phrase) => {
    const { text, score } = phrase;
    const own = tokenise(text)
      .filter(({ folded }) => !isFunctionWord(folded))
      .map(({ folded }) => termNumber(stem(folded)));
    if (!own.length || !isSubject(phrase, names)) return [];
    const telling = Math.max(...own.map((term) => lexicon.idf(term)));
    const says = own.length > 1 ? telling >= TELLING : saysAlone(text, telling);
    return says && own.every((term) => told.has(term)) ? [{ text, weight: score * telling }] : [];
  });
}

/** Of one word only a noun says something: with the article or rare, and no «السكني» or «متمردا». */
function saysAlone(word: string, telling: number): boolean {
  const folded = fold(word);
  return telling >= (ARTICLE.test(folded) ? TELLING : TELLING_WORD) && !/[يا]$/.test(folded);
}

const ARTICLE = /^ال.../;
const DEFINITE = /^(?:[وفبك]?ال|لل)/;

/**
 * Words of a title with the article, and what agrees with them, where the other title has them too: nouns
 * for sure, while words without it may be verbs. An adjective whose noun is not shared says nothing.
 */
function sharedThings(title: string, other: string, lexicon: Lexicon): string[] {
  const own = new Set(tokenise(other).map(({ folded }) => stem(folded)));
  const tokens = tokenise(title);
  const defined = tokens.map(
    ({ folded }) => ARTICLE.test(folded) && !isFunctionWord(folded) && !isNewsFurniture(folded),
  );
  const shared = tokens.map(({ folded }, i) => defined[i]! && own.has(stem(folded)));
  return tokens.flatMap(({ folded, start }, i) => {
    const agrees = DEFINITE.test(tokens[i - 1]?.folded ?? '');
    if (!shared[i] || agrees || lexicon.idf(termNumber(stem(folded))) < TELLING) return [];
    let last = i;
    while (shared[last + 1]) last += 1;
    // «فرنسا المفتوحة»: without the name before it the adjective says nothing.
    const before = tokens[i - 1];
    const beside = before && title.slice(before.end, start) === ' ';
    const headed = beside && own.has(stem(before.folded)) && mayHead(before);
    const first = headed ? before.start + particleOf(before) : start;
    return [title.slice(first, tokens[last]!.end)];
  });
}

/** Whether a word may stand before a definite one as the noun that it belongs to: «مهرجانها» belongs to somebody already. */
function mayHead({ folded }: Token): boolean {
  return (
    !isFunctionWord(folded) && !isNewsFurniture(folded) && !/(?:ها|هم|هما|كم|نا)$/.test(folded)
  );
}

/** Length of what stands before a word and is none of its letters: 1 in «بمكافحة». */
function particleOf({ folded }: Token): number {
  return Number(
    /^[وبل]/.test(folded) && folded.length > 4 && stem(folded) === stem(folded.slice(1)),
  );
}

/** Runs of words in the listed title that the other title has too, the longest and rarest first. */
function sharedTitleWords(from: Profile, listed: Profile, lexicon: Lexicon): string[] {
  const own = new Set(tokenise(from.title).map(({ folded }) => stem(folded)));
  const runs: Token[][] = [[]];
  for (const token of tokenise(listed.title)) {
    const said = token.kind === 'arabic' && !isFunctionWord(token.folded);
    const shared = said && own.has(stem(token.folded)) && !isNewsFurniture(token.folded);
    if ((!shared || hasAnd(token)) && runs.at(-1)!.length) runs.push([]);
    if (shared) runs.at(-1)!.push(token);
  }
  const rarity = (run: Token[]) =>
    run.reduce((sum, { folded }) => sum + lexicon.idf(termNumber(stem(folded))), 0);
  return runs
    .filter((run) => run.length > 1 || (run.length === 1 && rarity(run) >= TELLING_WORD))
    .sort((a, b) => rarity(b) - rarity(a))
    .slice(0, 2)
    .map((run) => listed.title.slice(run[0]!.start + +hasAnd(run[0]!), run.at(-1)!.end));
}

/** Whether «و» stands before the word and is none of its letters: what comes is another subject. */
function hasAnd({ folded }: Token): boolean {
  return folded.startsWith('و') && folded.length > 3 && stem(folded) === stem(folded.slice(1));
}
