import { isFunctionWord } from '../arabic/function-words/function-words.js';
import { isTableName } from '../arabic/names/name-table.js';
import { Remembered } from '../arabic/letters/remembered.js';
import { nameKey } from '../arabic/names/name-key.js';
import { stem } from '../arabic/stems/stem.js';
import { tokenise, type Token } from '../arabic/words/tokenise.js';
import type { SearchText } from '../model/analysis.js';

/** A word as search knows it, in both forms. */
export interface SearchWord {
  word: string;
  /** Its stem; of a name the key that all its spellings share («نتانياهو», "Netanyahu"). */
  stem: string;
}

/** Two words that are written as one too: «عبدالله», «وعبدالرحمن»; «أبومازن» where a name follows. */
const JOINED = /^([وفبل]?عبد)(ال.{2,})$|^([وفبل]?ابو)(.{3,})$/;
const SHORTEST_NAME = 3;
/** So many forms are remembered, in both generations together. */
const MOST_REMEMBERED = 200_000;

const remembered = new Remembered<string>(MOST_REMEMBERED / 2);

/**
 * The words of a token as they are indexed and asked for. One for most; a hashtag gives its words one by one,
 * so that «#وقف_الحرب» is found by «وقف الحرب», and «عبدالله» two like «عبد الله».
 */
export function searchWords({ folded, kind }: Pick<Token, 'folded' | 'kind'>): SearchWord[] {
  if (kind === 'hashtag' && folded.includes('_'))
    return folded
      .split('_')
      .filter(Boolean)
      .flatMap((word) => arabicWords(word));
  if (kind === 'arabic' || kind === 'hashtag') return arabicWords(folded);
  return [{ word: folded, stem: kind === 'latin' ? searchStem(folded, false) : folded }];
}

function arabicWords(word: string): SearchWord[] {
  const [, servant, ofGod, father, child] = JOINED.exec(word) ?? [];
  const first = servant ?? father;
  const second = ofGod ?? child;
  if (first === undefined || second === undefined || (child && !isChild(child)))
    return [{ word, stem: searchStem(word, true) }];
  return [first, second].map((part) => ({ word: part, stem: searchStem(part, true) }));
}

/** Whether what follows «أبو» in one word is a name: «أبوظبي» and «أبوالغيط», not «أبواب». */
function isChild(word: string): boolean {
  return isTableName(word) || (word.length > 4 && word.startsWith('ال'));
}

/** What the spellings of a folded word share in search: the key of its stem, which is the stem for most. */
export function searchStem(word: string, arabic: boolean): string {
  return remembered.of(word, arabic ? arabicStem : otherStem);
}

const arabicStem = (word: string): string => findStem(word, true);
const otherStem = (word: string): string => findStem(word, false);

function findStem(word: string, arabic: boolean): string {
  const plain = arabic ? stem(word) : word;
  const bare = plain.length < SHORTEST_NAME || (arabic && isFunctionWord(word));
  // A key of several words would stand in the place of one.
  return bare ? plain : nameKey(plain).replaceAll(' ', '');
}

/** Folded words and stems of one text: the same number of each, joined by single spaces. */
export function searchable(text: string): { words: string; stems: string } {
  const words: string[] = [];
  const stems: string[] = [];
  for (const token of tokenise(text))
    for (const found of searchWords(token)) {
      words.push(found.word);
      stems.push(found.stem);
    }
  return { words: words.join(' '), stems: stems.join(' ') };
}

/**
 * What full-text search stores of an article. The n-th word and the n-th stem of a field are of the same
 * token, so that a phrase may be looked for in either. Function words are kept: phrases run over them.
 */
export function searchText(title: string, body: string): SearchText {
  const ofTitle = searchable(title);
  const ofBody = searchable(body);
  return {
    titleWords: ofTitle.words,
    titleStems: ofTitle.stems,
    bodyWords: ofBody.words,
    bodyStems: ofBody.stems,
  };
}
