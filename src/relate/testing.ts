import type { Analysis, Entity, Keyphrase, ReadWord, Term } from '../model/analysis.js';
import type { Article } from '../model/article.js';
import type { Relations } from '../model/relations.js';
import { testArticle } from '../model/testing.js';
import { bodyText } from '../model/text.js';
import { isFunctionWord } from '../arabic/function-words/function-words.js';
import { stem } from '../arabic/stems/stem.js';
import { mayStateNumber } from '../arabic/values/number-words.js';
import { tokenise } from '../arabic/words/tokenise.js';
import { MemoryIndex } from './memory-index.js';
import { NewsRelater } from './news-relater.js';
import type { AnalysedArrival, Kept } from './relater.js';
import { Memberships } from './stories/memberships.js';

/** An article of a test: names are written «[…]» where they stand. */
export interface Draft {
  id: string;
  title: string;
  body: string;
  /** ISO 8601. */
  at: string;
  source?: string;
  /** Keyphrases beside the names. */
  phrases?: string[];
}

/** Of the day in May that its id tells (`a3` is of the 3rd), by a source of its own. */
export function draftOfDay(id: string, title: string, lines: string[]): Draft {
  return { id, title, body: lines.join('\n'), at: `2024-05-0${id[1]}T10:00:00Z`, source: id };
}

const LEAD_WORDS = 60;

/** An arrival with a plain analysis: relate imports nothing of analyse. */
export function arrivalOf(seq: number, draft: Draft): AnalysedArrival {
  const clean = (text: string) => text.replaceAll(/[[\]]/g, '');
  const { id, at, source = 'paper' } = draft;
  const article = testArticle(clean(draft.title), draft.body.split('\n').map(clean), {
    id,
    source,
    sourceName: source,
    published: at,
    collected: at,
  });
  const entities = [...namesIn('title', draft.title), ...namesIn('body', draft.body)];
  const phrases = [...entities.map(({ name }) => name), ...(draft.phrases ?? [])];
  const keyphrases: Keyphrase[] = [...new Set(phrases)].map((text) => ({
    text,
    key: text,
    score: 0.5,
    places: [],
  }));
  const analysis: Analysis = {
    id: draft.id,
    searchText: { titleWords: '', titleStems: '', bodyWords: '', bodyStems: '' },
    terms: termsOf(article),
    keyphrases,
    entities,
    quotes: [],
    figures: [],
    brief: [],
  };
  return { seq, article, analysis };
}

/** The words of a text as analysis reads them. */
export function readWords(text: string): ReadWord[] {
  return tokenise(text).map(({ start, end, folded, kind }) => ({
    start,
    end,
    folded,
    kind,
    lexeme: {
      stem: stem(folded),
      functional: isFunctionWord(folded),
      numeric: mayStateNumber(folded),
    },
  }));
}

function namesIn(field: 'title' | 'body', text: string): Entity[] {
  return [...text.matchAll(/\[([^\]]+)\]/g)].map((match) => {
    const name = match[1]!;
    const start = match.index;
    return { field, start, end: start + name.length, type: 'place', text: name, name, key: name };
  });
}

function termsOf(article: Article): Term[] {
  const terms = new Map<string, Term>();
  const count = (text: string, field: 'title' | 'body') =>
    tokenise(text).forEach(({ folded }, at) => {
      if (isFunctionWord(folded)) return;
      const term = stem(folded);
      const known = terms.get(term) ?? { term, title: 0, lead: 0, count: 0, kind: 'word' };
      known.count += 1;
      if (field === 'title') known.title += 1;
      else if (at < LEAD_WORDS) known.lead += 1;
      terms.set(term, known);
    });
  count(article.title, 'title');
  count(bodyText(article), 'body');
  return [...terms.values()];
}

/** A store that lives in the test: saves what a relater decided, and hands it back. */
export class TestStore implements Kept {
  readonly saved: Array<AnalysedArrival & { relations: Relations }> = [];

  save(arrival: AnalysedArrival, relations: Relations): void {
    this.saved.push({ ...arrival, relations });
  }

  async *scan(fromSeq: number): AsyncGenerator<AnalysedArrival & { relations: Relations }> {
    for (const arrival of this.saved) if (arrival.seq >= fromSeq) yield arrival;
  }

  async seqOf(ids: string[]): Promise<Map<string, number>> {
    const wanted = new Set(ids);
    return new Map(
      this.saved.filter((s) => wanted.has(s.article.id)).map((s) => [s.article.id, s.seq]),
    );
  }

  async idOf(seqs: number[]): Promise<Map<number, string>> {
    const wanted = new Set(seqs);
    return new Map(this.saved.filter((s) => wanted.has(s.seq)).map((s) => [s.seq, s.article.id]));
  }
}

/** A relater in memory that the drafts went through in order, and the store that kept them. */
export async function related(drafts: Draft[]): Promise<{
  relater: NewsRelater;
  store: TestStore;
  relations: Map<string, Relations>;
}> {
  const store = new TestStore();
  const relater = new NewsRelater(new MemoryIndex(), store, new Memberships());
  await addAll(drafts, relater, store);
  return { relater, store, relations: relationsIn(store) };
}

/** Adds drafts as the pipeline does: the changes concern what is saved already. */
export async function addAll(
  drafts: Draft[],
  relater: Pick<NewsRelater, 'add'>,
  store: TestStore,
): Promise<void> {
  for (const draft of drafts) {
    const arrival = arrivalOf(store.saved.length, draft);
    const { relations, changes } = await relater.add(arrival);
    store.save(arrival, relations);
    for (const change of changes) {
      if (change.change === 'link-stories') continue;
      const known = store.saved.find(({ article }) => article.id === change.article)!.relations;
      if (change.change === 'story') known.story = change.story;
      else if (change.copies) known.copies = change.copies;
      else delete known.copies;
    }
  }
}

export function relationsIn(store: TestStore): Map<string, Relations> {
  return new Map(store.saved.map(({ article, relations }) => [article.id, relations]));
}
