/** What a user tells of a site, where the reading of its pages needs help. Selectors are CSS. */
export interface SiteRule {
  /** The box that holds the article. */
  article?: string;
  /** Boxes that are no part of it. */
  remove?: string[];
  /** Lines that are no part of it, compared without regard to spelling marks and punctuation. */
  lines?: string[];
  /** Where the headline, the byline and the time stand. */
  title?: string;
  byline?: string;
  published?: string;
}

/** Host without `www.` → its rule; a rule holds for the hosts below its own too. */
export type SiteRules = ReadonlyMap<string, SiteRule>;

export const NO_RULES: SiteRules = new Map();
