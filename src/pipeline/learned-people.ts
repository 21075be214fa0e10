import { shortFormOf } from '../analyse/entities/short-form.js';
import type { LearnedChange } from '../model/learned.js';
import type { Store } from '../store/store.js';
import { hasGrown } from './has-grown.js';
import type { NewlyKept, Subject } from './learned.js';

const KEY = 'learned.people';
/** A full name teaches its short form once so many articles of so many sources hold it. */
const FEWEST_ARTICLES = 3;
const FEWEST_SOURCES = 2;
/** «ترامب» stands for whoever is named so many times as often as anybody else of that name. */
const CLEARLY = 4;
/** Beyond so many names, those met once are forgotten. */
const MOST_NAMES = 50_000;

interface Met {
  name: string;
  articles: number;
  /** No more than tell that there are enough. */
  sources: string[];
}

/** Full names of people that several sources use: they say whom a short mention means where no full name stands by. */
export class People implements Subject {
  private readonly met = new Map<string, Met>();
  private articles = 0;
  private told = 0;
  private kept = 0;

  async load(store: Store): Promise<LearnedChange> {
    const written = await store.setting(KEY);
    if (!written) return {};
    const { articles, names } = JSON.parse(written) as {
      articles: number;
      names: Array<[key: string, name: string, articles: number, sources: string[]]>;
    };
    for (const [key, name, count, sources] of names)
      this.met.set(key, { name, articles: count, sources });
    this.articles = this.told = this.kept = articles;
    return { people: this.byShortForm() };
  }

  learn({ article, analysis }: NewlyKept): void {
    this.articles += 1;
    const here = new Set<string>();
    for (const { type, name, key } of analysis.entities) {
      if (type !== 'person' || !name.includes(' ') || here.has(key)) continue;
      here.add(key);
      let met = this.met.get(key);
      if (!met) this.met.set(key, (met = { name, articles: 0, sources: [] }));
      met.articles += 1;
      if (met.sources.length < FEWEST_SOURCES && !met.sources.includes(article.source))
        met.sources.push(article.source);
    }
    if (this.met.size > MOST_NAMES) this.forgetRare();
  }

  changed(): LearnedChange | undefined {
    if (!hasGrown(this.told, this.articles)) return undefined;
    this.told = this.articles;
    return { people: this.byShortForm() };
  }

  toKeep(rarely: boolean): Map<string, string> {
    const due = rarely ? hasGrown(this.kept, this.articles) : this.kept !== this.articles;
    if (!due) return new Map();
    this.kept = this.articles;
    const names = [...this.met]
      .filter(([, { articles }]) => articles > 1)
      .map(([key, { name, articles, sources }]) => [key, name, articles, sources]);
    return new Map([[KEY, JSON.stringify({ articles: this.articles, names })]]);
  }

  private byShortForm(): Map<string, string> {
    const bearers = new Map<string, Met[]>();
    for (const met of this.met.values()) {
      if (met.articles < 2) continue;
      const short = shortFormOf(met.name);
      if (short === undefined) continue;
      const others = bearers.get(short);
      if (others) others.push(met);
      else bearers.set(short, [met]);
    }
    const people = new Map<string, string>();
    for (const [short, all] of bearers) {
      const [first, second] = all.sort((a, b) => b.articles - a.articles);
      if (!first || first.articles < FEWEST_ARTICLES) continue;
      if (first.sources.length < FEWEST_SOURCES) continue;
      if (first.articles >= CLEARLY * (second?.articles ?? 0)) people.set(short, first.name);
    }
    return people;
  }

  private forgetRare(): void {
    for (const [key, { articles }] of this.met) if (articles === 1) this.met.delete(key);
  }
}
