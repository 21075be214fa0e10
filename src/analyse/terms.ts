import type { Entity, Term } from '../model/analysis.js';
import type { Span } from '../model/article.js';
import type { Passage, Reading } from './reading.js';

/** Words of a news lead: who did what, where and when stand among them. */
const LEAD_WORDS = 60;

/**
 * The terms an article is indexed by: stems of its words that carry a subject, and its names of
 * several words as terms of their own.
 */
export function termsOf(reading: Reading, entities: Entity[]): Term[] {
  const { stems } = reading;
  const terms: Term[] = [];
  /** By the number of the term among the article's stems. */
  const known: Array<Term | undefined> = [];
  const lead = leadOf(reading);
  const count = (number: number, kind: Term['kind'], { field }: Passage, start: number) => {
    let found = known[number];
    if (!found) {
      found = { term: stems.spelt[number]!, title: 0, lead: 0, count: 0, kind };
      known[number] = found;
      terms.push(found);
    }
    found.count += 1;
    if (field === 'title') found.title += 1;
    else if (start >= lead.start && start < lead.end) found.lead += 1;
  };
  for (const passage of [reading.title, reading.body]) {
    for (const { lexeme, stemNumber, kind, start } of passage.words) {
      if (lexeme.functional || kind === 'number' || kind === 'address') continue;
      if (stems.spelt[stemNumber]!.length > 1 && !lexeme.furniture)
        count(stemNumber, 'word', passage, start);
    }
  }
  for (const { key, field, start } of entities)
    if (key.includes(' ')) count(stems.of(key.replaceAll(' ', '_')), 'name', reading[field], start);
  return terms;
}

/** A dateline is no part of the lead, and what it names counts once. */
function leadOf({ body: { words }, opening }: Reading): Span {
  const first = opening ? words.findIndex(({ start }) => start >= opening) : 0;
  return { start: opening, end: words[Math.max(0, first) + LEAD_WORDS]?.start ?? Infinity };
}
