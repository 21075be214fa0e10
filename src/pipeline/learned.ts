import {
  emptyMemory,
  furnitureOf,
  learnPage,
  readMemory,
  writeMemory,
  type SiteMemory,
} from '../extract/site-memory.js';
import type { StoredAnalysis } from '../model/analysis.js';
import type { Article } from '../model/article.js';
import {
  NOTHING_LEARNED,
  withChange,
  type Learned,
  type LearnedChange,
  type SiteFurniture,
  type SiteLesson,
} from '../model/learned.js';
import { NO_RULES, type SiteRules } from '../model/site-rules.js';
import type { Store } from '../store/store.js';
import { People } from './learned-people.js';
import { Terms } from './learned-terms.js';
import { hasGrown } from './has-grown.js';

/** An article that is new in the store, with what reading and analysing it told. */
export interface NewlyKept {
  article: Article;
  analysis: StoredAnalysis;
  lesson?: SiteLesson | undefined;
}

/** One field of `Learned`: how the store's articles fill it, and how it is kept. */
export interface Subject {
  /** All that is known of it at opening. */
  load(store: Store): Promise<LearnedChange>;
  /** Must cost next to nothing: it is called for each article, in the main thread. */
  learn(kept: NewlyKept): void;
  /** What has changed enough to be told to the threads since this was last asked. */
  changed(): LearnedChange | undefined;
  /** Settings to be written; asked at the end, and now and then with `rarely`. */
  toKeep(rarely: boolean): Map<string, string>;
}

/** What the store has taught, and goes on teaching while articles come in. Derived: losing some of it costs little. */
export class Learning {
  private readonly subjects: Subject[] = [new Sites(), new Terms(), new People()];
  private snapshot: Learned = NOTHING_LEARNED;

  private constructor(private readonly store: Store) {}

  /** @param rules the user's rules for sites */
  static async open(store: Store, rules: SiteRules = NO_RULES): Promise<Learning> {
    const learning = new Learning(store);
    learning.snapshot = { ...NOTHING_LEARNED, rules };
    for (const subject of learning.subjects)
      learning.snapshot = withChange(learning.snapshot, await subject.load(store));
    return learning;
  }

  /** What was known at opening, or when it was last taken up. */
  get learned(): Learned {
    return this.snapshot;
  }

  learn(kept: NewlyKept): void {
    for (const subject of this.subjects) subject.learn(kept);
  }

  /** Takes up what has changed enough to be told, rarely anything. To be called between two saves. */
  async takeUp(): Promise<Learned> {
    for (const subject of this.subjects) {
      const change = subject.changed();
      if (change) this.snapshot = withChange(this.snapshot, change);
    }
    await this.keep(true);
    return this.snapshot;
  }

  /** Keeps in the store what was learned. */
  async keep(rarely = false): Promise<void> {
    const settings = new Map(this.subjects.flatMap((subject) => [...subject.toKeep(rarely)]));
    if (settings.size) await this.store.setSettings(settings);
  }
}

/** What the store has taught, for whoever only reads it. */
export async function learnedFrom(store: Store, rules?: SiteRules): Promise<Learned> {
  return (await Learning.open(store, rules)).learned;
}

const SITE_KEY = 'learned.site.';

/** Lines and boxes that recur across pages of each host. */
class Sites implements Subject {
  private readonly memories = new Map<string, Taught>();
  private readonly touched = new Set<string>();

  async load(store: Store): Promise<LearnedChange> {
    const sites = new Map<string, SiteFurniture>();
    for (const [host, written] of await store.settingsUnder(SITE_KEY)) {
      const memory = readMemory(written);
      this.memories.set(host, { memory, told: memory.pages, kept: memory.pages });
      sites.set(host, furnitureOf(memory));
    }
    return { sites };
  }

  learn({ lesson }: NewlyKept): void {
    if (!lesson) return;
    let taught = this.memories.get(lesson.host);
    if (!taught) {
      taught = { memory: emptyMemory(), told: 0, kept: 0 };
      this.memories.set(lesson.host, taught);
    }
    learnPage(taught.memory, lesson);
    this.touched.add(lesson.host);
  }

  changed(): LearnedChange | undefined {
    const sites = new Map<string, SiteFurniture>();
    for (const host of this.touched) {
      const taught = this.memories.get(host)!;
      if (!hasGrown(taught.told, taught.memory.pages)) continue;
      taught.told = taught.memory.pages;
      sites.set(host, furnitureOf(taught.memory));
    }
    return sites.size ? { sites } : undefined;
  }

  toKeep(rarely: boolean): Map<string, string> {
    const settings = new Map<string, string>();
    for (const host of this.touched) {
      const taught = this.memories.get(host)!;
      if (rarely && !hasGrown(taught.kept, taught.memory.pages)) continue;
      if (taught.kept === taught.memory.pages) continue;
      taught.kept = taught.memory.pages;
      settings.set(SITE_KEY + host, writeMemory(taught.memory));
    }
    if (!rarely) this.touched.clear();
    return settings;
  }
}

interface Taught {
  memory: SiteMemory;
  /** Pages it had when the threads were last told of it, and when it was last kept. */
  told: number;
  kept: number;
}
