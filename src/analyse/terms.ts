import type { Entity, Term } from '../model/analysis.js';
import type { Passage, Reading } from './reading.js';

/** Words of a news lead: who did what, where and when stand among them. */
const LEAD_WORDS = 60;

/**
 * The terms an article is indexed by: stems of its words that carry a subject, and its names of
 * several words as terms of their own.
 */
export function termsOf(reading: Reading, entities: Entity[]): Term[] {
  const terms = new Map<string, Term>();
  const count = (term: string, kind: Term['kind'], passage: Passage, at: number) => {
    let found = terms.get(term);
    if (!found) terms.set(term, (found = { term, title: 0, lead: 0, count: 0, kind }));
    found.count += 1;
    if (passage.field === 'title') found.title += 1;
    else if (at < LEAD_WORDS) found.lead += 1;
  };
  for (const passage of [reading.title, reading.body]) {
    passage.words.forEach((word, at) => {
      const { lexeme, kind } = word;
      if (lexeme.functional || kind === 'number' || kind === 'address') return;
      if (lexeme.stem.length > 1 && !lexeme.furniture) count(lexeme.stem, 'word', passage, at);
    });
  }
  countNames(reading, entities, count);
  return [...terms.values()];
}

function countNames(
  reading: Reading,
  entities: Entity[],
  count: (term: string, kind: Term['kind'], passage: Passage, at: number) => void,
): void {
  const leadEnd = reading.body.words[LEAD_WORDS]?.start ?? Infinity;
  for (const entity of entities) {
    if (!entity.key.includes(' ')) continue;
    const passage = entity.field === 'title' ? reading.title : reading.body;
    const at = entity.start < leadEnd ? 0 : LEAD_WORDS;
    count(entity.key.replaceAll(' ', '_'), 'name', passage, at);
  }
}
