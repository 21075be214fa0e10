import { createRequire } from 'node:module';
import Database from 'libsql';
import { isFunctionWord, isQuestionWord } from '../src/arabic/function-words/function-words.js';
import { fold } from '../src/arabic/letters/fold.js';
import { tokenise } from '../src/arabic/words/tokenise.js';
import type { SearchDocument } from './search-data.js';

/** How a text becomes what FTS5 indexes. */
export type Preparation = (text: string) => string;

const wordwise =
  (stem: (word: string) => string): Preparation =>
  (text) =>
    tokenise(text)
      .map(({ folded }) => stem(folded))
      .join(' ');

/** light10 (Larkey, Ballesteros and Connell 2007), over folded words. */
export function light10(word: string): string {
  let rest = word.length >= 4 && word.startsWith('و') ? word.slice(1) : word;
  for (const prefix of ['وال', 'بال', 'كال', 'فال', 'لل', 'ال']) {
    if (!rest.startsWith(prefix) || rest.length - prefix.length < 2) continue;
    rest = rest.slice(prefix.length);
    break;
  }
  for (const suffix of ['ها', 'ان', 'ات', 'ون', 'ين', 'يه', 'ه', 'ي'])
    if (rest.endsWith(suffix) && rest.length - suffix.length >= 2)
      rest = rest.slice(0, -suffix.length);
  return rest;
}

/** The Snowball stemmer of the npm package snowball-stemmers, remembered word by word. */
function snowball(): (word: string) => string {
  const require = createRequire(new URL('../bench/package.json', import.meta.url));
  const { newStemmer } = require('snowball-stemmers') as {
    newStemmer(language: string): { stem(word: string): string };
  };
  const stemmer = newStemmer('arabic');
  const known = new Map<string, string>();
  return (word) => {
    let found = known.get(word);
    if (found === undefined) known.set(word, (found = stemmer.stem(word)));
    return found;
  };
}

export const baselines: Record<string, () => Preparation> = {
  'FTS5 unicode61': () => (text) => text,
  'FTS5 unicode61, folded': () => fold,
  'FTS5 over Snowball': () => wordwise(snowball()),
  'FTS5 over light10': () => wordwise(light10),
};

/**
 * Ranks by FTS5's bm25 over a title column (weight 2) and a body column, any word of the question enough.
 * @param withoutFunctionWords leaves them out of the question, where other words remain
 */
export function fts5Ranker(documents: SearchDocument[], prepare: Preparation) {
  const database = new Database(':memory:');
  database.exec(
    "CREATE VIRTUAL TABLE search USING fts5 (title, body, content = '', tokenize = 'unicode61')",
  );
  const insert = database.prepare('INSERT INTO search (rowid, title, body) VALUES (?, ?, ?)');
  database.exec('BEGIN');
  documents.forEach(({ title, body }, at) => insert.run(at, prepare(title), prepare(body)));
  database.exec('COMMIT');
  const select = database.prepare(
    'SELECT rowid FROM search WHERE search MATCH ? ORDER BY bm25(search, 2, 1) LIMIT 100',
  );
  return (question: string, withoutFunctionWords: boolean): string[] => {
    let words: string[] = question.match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
    const content = words.filter(
      (word) => !isFunctionWord(fold(word)) && !isQuestionWord(fold(word)),
    );
    if (withoutFunctionWords && content.length > 0) words = content;
    const asked = new Set(words.flatMap((word) => prepare(word).split(' ')).filter(Boolean));
    if (asked.size === 0) return [];
    const expression = [...asked].map((word) => `"${word.replaceAll('"', '')}"`).join(' OR ');
    const rows = select.all(expression) as Array<{ rowid: number }>;
    return rows.map(({ rowid }) => documents[rowid]?.id ?? '');
  };
}
