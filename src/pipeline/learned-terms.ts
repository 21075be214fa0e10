import type { DocumentFrequencies } from '../model/analysis.js';
import type { LearnedChange, TermCounts } from '../model/learned.js';
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
  private readonly counts = new Map<string, number>();
  private documents = 0;
  private told = 0;
  private kept = 0;

  async load(store: Store): Promise<LearnedChange> {
    const written = await store.setting(KEY);
    if (!written) return {};
    const { documents, counts } = JSON.parse(written) as {
      documents: number;
      counts: Array<[string, number]>;
    };
    for (const [term, count] of counts) this.counts.set(term, count);
    this.documents = this.told = this.kept = documents;
    return { terms: this.common() };
  }

  learn({ analysis }: NewlyKept): void {
    this.documents += 1;
    const { counts } = this;
    const { titleStems, bodyStems } = analysis.searchText;
    for (const stem of new Set(`${titleStems} ${bodyStems}`.split(' ')))
      if (stem) counts.set(stem, (counts.get(stem) ?? 0) + 1);
    for (const { key } of analysis.keyphrases)
      if (key.includes(' ')) counts.set(key, (counts.get(key) ?? 0) + 1);
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

/** As `analyse` asks for them; what is left out stands in half as many articles as what is told at least. */
export function frequenciesOf({ documents, counts }: TermCounts): DocumentFrequencies {
  const rare = (documents * TOLD_SHARE) / 2;
  return { documents, frequency: (term) => counts.get(term) ?? rare };
}
