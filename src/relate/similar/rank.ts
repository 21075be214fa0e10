import type { Comparison } from './compare.js';

/** Weights of the parts; chosen on development judgements, see docs/measurements.md. */
export const SIMILAR = {
  /** Title and lead beside the whole text. */
  lead: 0.1,
  /** How much is lost where nothing of the title is found. */
  title: 0.3,
  /** An event's own days, then its affair's months. */
  fresh: 0.3,
  freshDays: 7,
  recent: 0.1,
  recentDays: 240,
  /** Texts below this likeness must share names. */
  gateTerms: 0.3,
  gateNames: 0.1,
  /** Nothing in common that a reader would see. */
  least: 0.08,
};

/**
 * How similar another article is for a reader, 0 to 1, with its parts.
 * The gate: articles that are not very alike must share their principal names, so that what is said
 * of one conflict never brings another's.
 */
export function similarity(shared: Comparison): { score: number; parts: Record<string, number> } {
  const s = SIMILAR;
  const words = (1 - s.lead) * shared.terms + s.lead * shared.lead;
  const title = 1 - s.title + s.title * shared.titleThere;
  const time =
    1 -
    s.fresh -
    s.recent +
    s.fresh * Math.exp(-shared.days / s.freshDays) +
    s.recent * Math.exp(-shared.days / s.recentDays);
  const gate = shared.terms < s.gateTerms && shared.names < s.gateNames ? 0 : 1;
  const parts = {
    terms: shared.terms,
    lead: shared.lead,
    title: shared.titleThere,
    names: shared.names,
    days: shared.days,
    time,
    gate,
  };
  return { score: shared.terms < s.least ? 0 : words * title * time * gate, parts };
}

/** From how much shared text two articles do not stand in one list: wider than what makes a copy. */
const SAME_TEXT = { jaccard: 0.35, contained: 0.7 };

export function isSameText({ text }: Comparison): boolean {
  return (
    text.jaccard >= SAME_TEXT.jaccard || Math.max(text.first, text.second) >= SAME_TEXT.contained
  );
}
