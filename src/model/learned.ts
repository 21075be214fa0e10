import { NO_RULES, type SiteRules } from './site-rules.js';

/**
 * What the store's own articles and its user have taught, for reading and analysing documents in threads: plain
 * data, so that it can be posted. `pipeline/learned.ts` fills it; a new field is added here and there.
 */
export interface Learned {
  /** Host without `www.` → what of its pages is the site's own. */
  sites: ReadonlyMap<string, SiteFurniture>;
  /** The user's own rules for sites. */
  rules: SiteRules;
  /** How many of the store's articles hold a word or are about a phrase. */
  terms: TermCounts;
  /** Key of a short form → the full name of whom several sources mean by it. */
  people: ReadonlyMap<string, string>;
}

/** Document frequencies in a compact form: what is rare is left out. */
export interface TermCounts {
  documents: number;
  /** `countedAs` the stem of a word (as in `Term.term`) or the key of a keyphrase of several words → articles. */
  counts: ReadonlyMap<number, number>;
}

export const NOTHING_LEARNED: Learned = {
  sites: new Map(),
  rules: NO_RULES,
  terms: { documents: 0, counts: new Map() },
  people: new Map(),
};

/** Fields to be replaced; of `sites`, only the hosts that changed. */
export type LearnedChange = Partial<Learned>;

/** What was learned, and a change to it. */
export function withChange(learned: Learned, change: LearnedChange): Learned {
  return {
    ...learned,
    ...change,
    sites: new Map([...learned.sites, ...(change.sites ?? [])]),
  };
}

const UNKNOWN_SITE: SiteFurniture = { pages: 0, lines: [], boxes: [] };

/** The change that makes `after` of `before`; a host that was forgotten comes as one of which nothing is known. */
export function changeBetween(before: Learned, after: Learned): LearnedChange {
  const { sites, ...rest } = after;
  const changed = new Map([...sites].filter(([host, site]) => before.sites.get(host) !== site));
  for (const host of before.sites.keys()) if (!sites.has(host)) changed.set(host, UNKNOWN_SITE);
  const others = Object.entries(rest).filter(
    ([field, value]) => before[field as keyof Learned] !== value,
  );
  return { ...Object.fromEntries(others), ...(changed.size && { sites: changed }) };
}

/** What recurs across pages of one host and is no part of its articles. */
export interface SiteFurniture {
  /** Pages learned from. */
  pages: number;
  lines: RecurringLine[];
  boxes: RecurringBox[];
}

/** A line in folded words, with the number of pages that held it. */
export interface RecurringLine {
  line: string;
  pages: number;
}

/** A box by tag and names, with the number of pages that held it and what they agree on. */
export interface RecurringBox {
  box: string;
  pages: number;
  /** Nothing in it was ever text of an article, or its text was always the same. */
  because: 'never-text' | 'same-text';
}

/** What one page tells about its site, before it is known whether it recurs. */
export interface SiteLesson {
  host: string;
  /** Folded short lines that were kept as text of the article, or left out as learned. */
  lines: string[];
  boxes: SeenBox[];
}

/** A box that stood among the article's text. */
export interface SeenBox {
  box: string;
  /** Some text in it was kept. */
  text: boolean;
  /** Hash of all that it says. */
  hash: number;
}
