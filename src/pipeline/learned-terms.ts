import type { DocumentFrequencies } from '../model/analysis.js';
import type { LearnedChange, TermCounts } from '../model/learned.js';
import { termNumber } from '../relate/term-index/terms.js';
import type { Store } from '../store/store.js';
import { hasGrown } from './has-grown.js';
import type { NewlyKept, Subject } from './learned.js';

const KEY = 'learned.terms';
/** Fewer articles say nothing of what is common. */
const FEWEST = 50;
/** Terms in this share of the articles are told: the others are rare, and just as rare to a keyphrase. */
const TOLD_SHARE = 1 / 5000;
/** Beyond so many terms, those met once are forgotten. */
const MOST_TERMS = 200_000;

/** How many of the store's articles hold each word, and have each phrase among their keyphrases. */
export class Terms implements Subject {
  private readonly counts = new Map<number, number>();
  private documents = 0;
  private told = 0;
  private kept = 0;

  async load(store: Store): Promise<LearnedChange> {
    const written = await store.setting(KEY);
    if (!written) return {};
    const { documents, counts } = JSON.parse(written) as {
      documents: number;
      /** Stores of before hold the terms themselves. */
      counts: Array<[string | number, number]>;
    };
    for (const [term, count] of counts)
      this.counts.set(typeof term === 'string' ? countedAs(term) : term, count);
    this.documents = this.told = this.kept = documents;
    return { terms: this.common() };
  }

  learn({ analysis }: NewlyKept): void {
    this.documents += 1;
    const { counts } = this;
    const { titleStems, bodyStems } = analysis.searchText;
    const met = new Set<number>();
    addWords(met, titleStems);
    addWords(met, bodyStems);
    for (const { key } of analysis.keyphrases) if (key.includes(' ')) met.add(countedAs(key));
    for (const term of met) counts.set(term, (counts.get(term) ?? 0) + 1);
    if (counts.size > MOST_TERMS) this.forgetRare();
  }

  changed(): LearnedChange | undefined {
    if (this.documents < FEWEST || !hasGrown(this.told, this.documents)) return undefined;
    this.told = this.documents;
    return { terms: this.common() };
  }

  toKeep(rarely: boolean): Map<string, string> {
    const due = rarely ? hasGrown(this.kept, this.documents) : this.kept !== this.documents;
    if (!due || this.documents < FEWEST) return new Map();
    this.kept = this.documents;
    const { documents, counts } = this.common();
    return new Map([[KEY, JSON.stringify({ documents, counts: [...counts] })]]);
  }

  private common(): TermCounts {
    const least = Math.max(2, this.documents * TOLD_SHARE);
    const counts = new Map([...this.counts].filter(([, count]) => count >= least));
    return { documents: this.documents, counts };
  }

  private forgetRare(): void {
    for (const [term, count] of this.counts) if (count === 1) this.counts.delete(term);
  }
}

/**
 * What a term is counted as: its number in the index as a signed one, which takes no memory of its own in a Map.
 * To cut a stem out of its text only to count it would cost more than all the rest of learning.
 */
function countedAs(term: string, from?: number, to?: number): number {
  return termNumber(term, from, to) | 0;
}

/** Adds the words of a text that are joined by single spaces. */
function addWords(met: Set<number>, text: string): void {
  for (let from = 0; from < text.length;) {
    const space = text.indexOf(' ', from);
    const to = space < 0 ? text.length : space;
    if (to > from) met.add(countedAs(text, from, to));
    from = to + 1;
  }
}

/** As `analyse` asks for them; what is left out stands in half as many articles as what is told at least. */
export function frequenciesOf({ documents, counts }: TermCounts): DocumentFrequencies {
  const rare = (documents * TOLD_SHARE) / 2;
  return { documents, frequency: (term) => counts.get(countedAs(term)) ?? rare };
}
