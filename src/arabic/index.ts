/** `warraq/arabic`: letters, words, numbers, dates and names of Arabic as pure functions. */
export { fold } from './letters/fold.js';
export { repair } from './letters/repair.js';
export { languageOf, type ScriptLanguage } from './letters/language.js';
export { tokenise, type Token, type TokenKind } from './words/tokenise.js';
export { sentences, type SentenceSpan } from './words/sentences.js';
export { stem } from './stems/stem.js';
export {
  isFunctionWord,
  isNewsFurniture,
  isQuestionWord,
  isStopPhrase,
} from './function-words/function-words.js';
export { findNumbers, type FoundNumber } from './values/numbers.js';
export { findDates, readDate, type FoundDate, type DateContext } from './values/dates.js';
export { nameKey } from './names/name-key.js';
export {
  analyser,
  asWritten,
  bySubject,
  stems,
  withoutAddresses,
  withoutFunctionWords,
  type AnalysedToken,
  type Analyser,
  type WordFilter,
} from './analysers.js';
