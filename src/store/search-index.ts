import type { StoredAnalysis } from '../model/analysis.js';
import { plain } from './codec.js';
import type { Database } from './database.js';

/** Stands between two keyphrases so that no phrase matches across them. */
const BREAK = ' | ';

/** Makes an article findable. The store's own words for it: the texts of `Analysis.searchText`. */
export function indexForSearch(database: Database, seq: number, analysis: StoredAnalysis): void {
  const { titleWords, titleStems, bodyWords, bodyStems } = analysis.searchText;
  database.run(
    `INSERT INTO search (rowid, title_words, title_stems, body_words, body_stems, keywords)
     VALUES (?, ?, ?, ?, ?, ?)`,
    seq,
    plain(titleWords),
    plain(titleStems),
    plain(bodyWords),
    plain(bodyStems),
    plain(keywords(analysis)),
  );
}

export function removeFromSearch(database: Database, seq: number): void {
  database.run('DELETE FROM search WHERE rowid = ?', seq);
}

/** What `keyword:` finds: keyphrases and names by the words of their keys. */
function keywords({ keyphrases, entities }: StoredAnalysis): string {
  const keys = new Set([...keyphrases, ...entities].map(({ key }) => key));
  return [...keys].map((key) => key.replace(/[_\s-]+/g, ' ')).join(BREAK);
}
