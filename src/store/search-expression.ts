import type { SearchPhrase } from '../model/search.js';

/**
 * FTS5 expressions of phrases. A single word in quotes is looked for as written; all else by
 * stems, so that a phrase matches across clitics (analyse/snippet.ts marks by the same rule), and for ranking by its words as well, so that the written form comes before its kin.
 */
type Purpose = 'find' | 'rank';

/** One phrase; undefined where it has no word, or is about the source (which FTS does not know). */
function phraseExpression(phrase: SearchPhrase, purpose: Purpose): string | undefined {
  const words = quoted(phrase.words);
  const literal = phrase.exact && phrase.words.length === 1;
  const stems = literal ? undefined : quoted(phrase.stems);
  if (phrase.field === 'source' || !(words ?? stems)) return undefined;
  if (phrase.field === 'keyword') return `{keywords} : (${either(words, stems)})`;
  const [inWords, inStems] =
    phrase.field === 'title'
      ? ['{title_words}', '{title_stems}']
      : ['{title_words body_words}', '{title_stems body_stems}'];
  const parts = [];
  if (stems) parts.push(`${inStems} : ${stems}`);
  if (words && (!stems || purpose === 'rank')) parts.push(`${inWords} : ${words}`);
  return parts.length > 1 ? `(${parts.join(' OR ')})` : parts[0];
}

/** Any of the alternatives; undefined where none can be asked of FTS. */
export function anyExpression(alternatives: SearchPhrase[], purpose: Purpose): string | undefined {
  const parts = alternatives.flatMap((phrase) => phraseExpression(phrase, purpose) ?? []);
  return parts.length > 1 ? `(${parts.join(' OR ')})` : parts[0];
}

function either(...phrases: Array<string | undefined>): string {
  return [...new Set(phrases.filter((phrase) => phrase !== undefined))].join(' OR ');
}

/** The words as an FTS5 phrase: quoted, so that none is taken for syntax. */
function quoted(words: string[]): string | undefined {
  const text = words.join(' ').replaceAll('\0', '').replaceAll('"', '""').trim();
  return text ? `"${text}"` : undefined;
}

/** The alternatives in the title, for ranking; undefined where none is looked for there. */
export function titleExpression(alternatives: SearchPhrase[]): string | undefined {
  const inTitle = alternatives
    .filter(({ field }) => field === 'any' || field === 'title')
    .map((phrase) => ({ ...phrase, field: 'title' as const }));
  return anyExpression(inTitle, 'rank');
}
