import { isFunctionWord, isQuestionWord } from '../arabic/function-words/function-words.js';
import { fold } from '../arabic/letters/fold.js';
import { tokenise } from '../arabic/words/tokenise.js';
import type { SearchPhrase, SearchQuery } from '../model/search.js';
import { scanQuery, type QueryPart } from './query-parts.js';
import { dayOf } from './query-dates.js';
import { searchWords } from './search-text.js';

/** Up to so many words a reader means all of them; more are a question or a pasted headline. */
export const MOST_NEEDED = 3;
/** No one types more; a pasted text is searched by its beginning. */
const LONGEST_QUERY = 2000;
const MOST_PHRASES = 64;

/** Question words that are hardly ever anything else; folded. */
const ASKING = new Set([
  'هل',
  'ماذا',
  'متي',
  'اين',
  'كيف',
  'لماذا',
  'ماهو',
  'ماهي',
  'لمن',
  'بماذا',
]);

const FIELDS: Readonly<Record<string, SearchPhrase['field'] | 'after' | 'before'>> = {
  title: 'title',
  عنوان: 'title',
  العنوان: 'title',
  source: 'source',
  مصدر: 'source',
  المصدر: 'source',
  keyword: 'keyword',
  كلمه: 'keyword',
  الكلمه: 'keyword',
  وسم: 'keyword',
  after: 'after',
  كلمات: 'keyword',
  الكلمات: 'keyword',
  since: 'after',
  منذ: 'after',
  بعد: 'after',
  before: 'before',
  until: 'before',
  حتي: 'before',
  قبل: 'before',
};

/**
 * What a reader typed, as a query. Words, "phrase" and «phrase», -without, OR and أو between alternatives,
 * title: source: keyword: after: before: and عنوان: مصدر: كلمة: بعد: قبل:, days as 2018, 2018-04, 2018-04-09 or «أمس».
 *
 * How the parts join. Up to three words with a subject of their own (and every phrase or field) are each
 * needed: one group of `all` each. More than three, or a question («متى …؟»), form one group, of which one is
 * enough, so that the store ranks by how many and how rare the words are that an article has
 * (BM25 over a disjunction). Function words and question words are left out while other words remain. What
 * is malformed (an open quote, a field without a value, a date that is none) is read as plain words; nothing
 * throws, and an empty query has empty `all` and `none`.
 * @param now what «أمس» and «قبل أسبوع» count from; ISO 8601
 */
export function parseQuery(text: string, now = new Date().toISOString()): SearchQuery {
  const query: SearchQuery = { all: [], none: [], text };
  const plain: SearchPhrase[][] = [];
  const idle: SearchPhrase[][] = [];
  for (const alternatives of scanQuery(text.slice(0, LONGEST_QUERY))) {
    const group: SearchPhrase[] = [];
    let bare = true;
    for (const part of alternatives) {
      if (setTime(query, part, now)) continue;
      const phrases = phrasesOf(part);
      if (part.without) query.none.push(...phrases);
      else group.push(...phrases);
      if (part.field !== undefined && FIELDS[fold(part.field)] !== undefined) bare = false;
      if (part.quoted) bare = false;
    }
    if (group.length === 0) continue;
    if (!bare || group.length > 1) query.all.push(group);
    else (isIdle(group[0] as SearchPhrase) ? idle : plain).push(group);
  }
  addPlain(query, plain.length > 0 || query.all.length > 0 ? plain : idle);
  query.all = query.all.slice(0, MOST_PHRASES);
  query.none = query.none.slice(0, MOST_PHRASES);
  return query;
}

/** Few words are all needed; of many, one is enough. */
function addPlain(query: SearchQuery, words: SearchPhrase[][]): void {
  const distinct = new Map(words.map((group) => [group[0]?.stems.join(' '), group]));
  const groups = [...distinct.values()];
  if (groups.length > MOST_NEEDED || isQuestion(query.text.slice(0, LONGEST_QUERY)))
    query.all.push(groups.flat().slice(0, MOST_PHRASES));
  else query.all.push(...groups);
}

/** Whether a reader asks in a sentence, whose words an answer need not repeat. */
function isQuestion(text: string): boolean {
  return /[?؟]/.test(text) || tokenise(text).some(({ folded }) => ASKING.has(folded));
}

/** Whether a phrase has no word with a subject of its own. */
function isIdle(phrase: SearchPhrase): boolean {
  return phrase.words.every((word) => isFunctionWord(word) || isQuestionWord(word));
}

/** Takes `after:` and `before:` with a day that can be read; leaves every other part. */
function setTime(query: SearchQuery, part: QueryPart, now: string): boolean {
  const field = part.field === undefined ? undefined : FIELDS[fold(part.field)];
  if (part.without || (field !== 'after' && field !== 'before')) return false;
  const day = dayOf(part.text, now);
  if (day === undefined) return false;
  query[field] = day;
  return true;
}

/** The phrases of a part: one, except where a field or day cannot be read and its name is a word too. */
function phrasesOf(part: QueryPart): SearchPhrase[] {
  const named = part.field === undefined ? 'any' : FIELDS[fold(part.field)];
  if (named === undefined || named === 'after' || named === 'before')
    return [part.field ?? '', part.text].flatMap((words) => phraseOf(words, 'any', part.quoted));
  const phrases = phraseOf(part.text, named, part.quoted);
  return phrases.length > 0 ? phrases : phraseOf(part.field ?? '', 'any', false);
}

function phraseOf(text: string, field: SearchPhrase['field'], exact: boolean): SearchPhrase[] {
  const found = tokenise(text).flatMap(searchWords);
  if (found.length === 0) return [];
  return [
    {
      field,
      words: found.map(({ word }) => word),
      stems: found.map(({ stem }) => stem),
      exact,
    },
  ];
}
