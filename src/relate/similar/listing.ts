import type { Reason, SimilarArticle } from '../../model/relations.js';
import type { Candidate, Comparisons } from '../comparisons.js';
import type { Neighbours } from '../neighbours.js';
import type { Profile } from '../profile/profile.js';
import type { SimilarOptions } from '../relater.js';
import type { Memberships } from '../stories/memberships.js';
import { compare, type Prepared } from './compare.js';
import type { Lexicon } from './lexicon.js';
import { LIKENESS } from './likeness.js';
import { Ranking, type Ranked } from './ranking.js';
import { reasonFor } from './reason.js';
import { isSameText } from './same-text.js';

/** What makes a list of similar articles varied. */
export const LISTING = {
  /** Of one story so many stand in a list, as long as there is other news worth listing … */
  mostOfAStory: 2,
  /** … where two of them that share so much of their words tell much the same. */
  retold: 0.7,
  /** Of one text one entry, under its original; what comes days later in much the same words is another's news. */
  onePerText: true,
  sameTextDays: 1,
  /** Where a reader cannot be told what two articles share, they are listed together only if so alike. */
  untold: 0.4,
};

/** What a list of similar articles is drawn from. */
export interface ListSources {
  neighbours: Neighbours;
  memberships: Memberships;
  lexicon: Lexicon;
}

/** As a caller wants the list; the articles already on the page by number. */
export type ListOptions = Omit<SimilarOptions, 'leaveOut'> & { leaveOut?: Iterable<number> };

/**
 * The similar articles that a page lists, each with its reason: of each text one, none that the page
 * shows already, and variety before retelling.
 */
export function list(
  comparisons: Comparisons,
  candidates: Candidate[],
  sources: ListSources,
  { top = 10, sort = 'similarity', leaveOut = [], explain = false }: ListOptions,
): SimilarArticle[] {
  const listed = told(comparisons, candidates, sources, { top, leaveOut });
  if (sort === 'date') listed.sort((a, b) => b.profile.time - a.profile.time);
  return listed.map(({ profile, score, reason, parts }) => ({
    id: profile.id,
    score,
    reason,
    ...(explain && { parts }),
  }));
}

/** What is chosen, each with its reason; what has none gives its place to the next. */
function told(
  comparisons: Comparisons,
  candidates: Candidate[],
  sources: ListSources,
  { top, leaveOut }: Required<Pick<ListOptions, 'top' | 'leaveOut'>>,
): Array<Ranked & { reason: Reason }> {
  const { profile: from } = comparisons.from;
  const leave = new Set(leaveOut);
  const reasons = new Map<number, Reason>();
  const reasonOf = (profile: Profile): Reason => {
    const reason = reasons.get(profile.seq) ?? reasonFor(from, profile, sources.lexicon);
    reasons.set(profile.seq, reason);
    return reason;
  };
  for (;;) {
    const { listed } = chosen(comparisons, candidates, sources, { top, leaveOut: leave });
    const reasoned = listed.map((one) => ({ ...one, reason: reasonOf(one.profile) }));
    const untold = reasoned.filter(
      ({ reason, score }) => !reason.about.length && score < LISTING.untold,
    );
    if (!untold.length) return reasoned;
    for (const { profile } of untold) leave.add(profile.seq);
  }
}

/**
 * How alike a further candidate must be to change the list that some make. Where that is not full, a list takes whatever
 * there is, and what is looked for must not be missed by a guess: less is asked.
 */
export function leastToEnter(
  comparisons: Comparisons,
  candidates: Candidate[],
  sources: ListSources,
  options: Pick<ListOptions, 'top' | 'leaveOut'>,
): number {
  const { listed, full } = chosen(comparisons, candidates, sources, options);
  return (full && listed.at(-1)?.score) || LEAST_GUESSED;
}

function chosen(
  comparisons: Comparisons,
  candidates: Candidate[],
  sources: ListSources,
  { top = 10, leaveOut = [] }: Pick<ListOptions, 'top' | 'leaveOut'>,
): Varied {
  const leave = new Set([comparisons.from.profile.seq, ...leaveOut]);
  const texts = onePerText(new Ranking(comparisons, candidates), leave, sources, 2 * top);
  return varied(texts, Math.max(0, top), sources);
}

/**
 * The first of each text, shown by its original where that is among the ranked, and none of a text
 * that the page has already, be it under another id.
 * @param most how many are looked for
 */
function* onePerText(
  ranked: Ranking,
  leave: Set<number>,
  { neighbours, memberships }: ListSources,
  most: number,
): Generator<Ranked> {
  const groupOf = (seq: number) => memberships.copyOf(seq)?.group ?? -1 - seq;
  const taken = new Set<number>();
  for (const seq of leave) taken.add(groupOf(seq));
  const texts: Ranked[] = [];
  for (const one of ranked) {
    if (texts.length >= most) return;
    const { seq } = one.profile;
    const group = groupOf(seq);
    if (taken.has(group) || leave.has(seq)) continue;
    let shown = one;
    if (LISTING.onePerText) {
      taken.add(group);
      const original = memberships.copyOf(seq)?.original;
      const first = original === undefined ? undefined : ranked.of(original);
      if (first) shown = { ...first, score: one.score };
      const ready = neighbours.ready(shown.profile.seq);
      if (!ready || texts.some(({ profile }) => isListedText(ready, profile.seq, neighbours)))
        continue;
    }
    texts.push(shown);
    yield shown;
  }
}

function isListedText(ready: Prepared, seq: number, neighbours: Neighbours): boolean {
  const listed = neighbours.ready(seq);
  const shared = listed && compare(listed, ready);
  return shared !== undefined && shared.days < LISTING.sameTextDays && isSameText(shared);
}

/** Guesses of likeness by the index may be so much too low. */
const LEAST_GUESSED = 0.8 * LIKENESS.least;

interface Varied {
  /** The most alike first. */
  listed: Ranked[];
  /** Whether there were enough without retellings. */
  full: boolean;
}

/**
 * The first `top`, where a third of one story that retells what two before it told gives its place to
 * other news, as long as there is such; then the retellings, so that a list is not shorter for it.
 */
function varied(
  texts: Iterable<Ranked>,
  top: number,
  { neighbours, memberships }: ListSources,
): Varied {
  const listed: Ranked[] = [];
  const retellings: Ranked[] = [];
  if (top === 0) return { listed, full: true };
  for (const one of texts) {
    const story = memberships.storyOf(one.profile.seq);
    const retold = listed.filter(
      ({ profile }) =>
        story !== undefined &&
        memberships.storyOf(profile.seq) === story &&
        tells(profile.seq, one.profile.seq, neighbours),
    );
    if (retold.length < LISTING.mostOfAStory) listed.push(one);
    else retellings.push(one);
    if (listed.length === top) break;
  }
  const all = [...listed, ...retellings.slice(0, top - listed.length)];
  all.sort((a, b) => b.score - a.score || b.profile.time - a.profile.time);
  return { listed: all, full: listed.length === top };
}

function tells(a: number, b: number, neighbours: Neighbours): boolean {
  const [x, y] = [neighbours.ready(a), neighbours.ready(b)];
  return x !== undefined && y !== undefined && compare(x, y).terms >= LISTING.retold;
}
