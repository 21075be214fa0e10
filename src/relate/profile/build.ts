import { isFunctionWord } from '../../arabic/function-words/function-words.js';
import { findNumbers } from '../../arabic/values/numbers.js';
import { stem } from '../../arabic/stems/stem.js';
import { tokenise } from '../../arabic/words/tokenise.js';
import type { Analysis, Entity } from '../../model/analysis.js';
import type { Article } from '../../model/article.js';
import { bodyText } from '../../model/text.js';
import { bodyWords } from '../copies/body-words.js';
import { sketch } from '../copies/sketch.js';
import type { Arrival } from '../relater.js';
import type { WeightedTerm } from '../term-index/term-index.js';
import type { KeyFigure, Profile, ProfileName } from './profile.js';

/** Terms kept of an article, the weightiest first: a page of 50 MB costs no more than a long read. */
const MOST_TERMS = 400;
const MOST_NAMES = 24;
const MOST_PHRASES = 12;
const MOST_FIGURES = 16;
const MOST_LEAD_TERMS = 120;
const MOST_PROMINENT = 3;
/** UTF-16 units of the body that count as its lead where a figure or name stands in it. */
const LEAD_LENGTH = 400;
/** Where the figure stands that a report is about. */
const FIRST_SENTENCE = 200;

/**
 * How the occurrences of a term count, and how slowly they saturate (BM25F: Robertson et al. 2004).
 * A name of several words counts for less: its words are terms as well.
 */
export const TERM_WEIGHTS = { title: 2, lead: 1, k1: 10, b: 0.5, usualLength: 250, name: 0.5 };

/** The moment that an article counts from: its publication, else when we first had it; ms. */
export function articleTime(article: Article): number {
  const published = Date.parse(article.published ?? '');
  if (!Number.isNaN(published)) return published;
  const collected = Date.parse(article.collected);
  return Number.isNaN(collected) ? 0 : collected;
}

/** Everything that relate wants to know of an article. */
export function buildProfile({ seq, article, analysis }: Arrival): Profile {
  const body = bodyText(article);
  const words = bodyWords(body);
  return {
    seq,
    id: article.id,
    title: article.title,
    source: article.source,
    sourceName: article.sourceName,
    time: articleTime(article),
    terms: weighTerms(analysis),
    titleTerms: titleTerms(article.title),
    leadTerms: leadTerms(analysis),
    names: names(analysis.entities),
    phrases: analysis.keyphrases
      .slice(0, MOST_PHRASES)
      .map(({ key, text, score }) => ({ key, text, score })),
    figures: keyFigures(article.title, body),
    agencies: [...new Set(article.credits.filter((c) => c.kind === 'agency').map((c) => c.name))],
    words: words.length,
    sketch: sketch(words),
  };
}

function weighTerms(analysis: Analysis): WeightedTerm[] {
  const { title, lead, k1, b, usualLength, name } = TERM_WEIGHTS;
  let length = 0;
  for (const term of analysis.terms) if (term.kind === 'word') length += term.count;
  const norm = k1 * (1 - b + (b * length) / usualLength);
  const weighted = analysis.terms.map((term) => {
    const tf = term.count + title * term.title + lead * term.lead;
    return { term: term.term, weight: ((term.kind === 'name' ? name : 1) * tf) / (tf + norm) };
  });
  if (weighted.length <= MOST_TERMS) return weighted;
  return weighted.sort((x, y) => y.weight - x.weight).slice(0, MOST_TERMS);
}

function leadTerms(analysis: Analysis): WeightedTerm[] {
  return analysis.terms
    .filter(({ title, lead, term }) => title + lead > 0 && !term.includes(' '))
    .map(({ term, title, lead }) => ({ term, weight: Math.min(MOST_PROMINENT, 2 * title + lead) }))
    .slice(0, MOST_LEAD_TERMS);
}

/** Stems of a title's words that carry a subject. */
export function titleTerms(title: string): string[] {
  const stems = new Set<string>();
  for (const token of tokenise(title.slice(0, 500)))
    if (!isFunctionWord(token.folded)) stems.add(stem(token.folded));
  return [...stems];
}

function names(entities: Entity[]): ProfileName[] {
  const byKey = new Map<string, ProfileName>();
  for (const entity of entities) {
    let name = byKey.get(entity.key);
    if (!name) {
      name = { key: entity.key, text: entity.name, type: entity.type, title: 0, lead: 0, count: 0 };
      if (entity.country) name.country = entity.country;
      byKey.set(entity.key, name);
    }
    name.count += 1;
    if (entity.field === 'title') name.title += 1;
    else if (entity.start < LEAD_LENGTH) name.lead += 1;
  }
  const weight = (n: ProfileName) => 3 * n.title + 2 * n.lead + n.count;
  return [...byKey.values()].sort((a, b) => weight(b) - weight(a)).slice(0, MOST_NAMES);
}

/** Numbers of title and first sentence by which two versions of a text differ as news. Years and list numbers tell nothing. */
function keyFigures(title: string, body: string): KeyFigure[] {
  const figures: KeyFigure[] = [];
  for (const text of [title.slice(0, 500), body.slice(0, FIRST_SENTENCE)])
    for (const found of findNumbers(text)) {
      if (found.form === 'ordinal' || figures.length >= MOST_FIGURES) continue;
      if (!figures.some((figure) => figure.value === found.value))
        figures.push({ value: found.value });
    }
  return figures;
}
