import type { ScorePart, SimilarArticle } from '../../model/relations.js';
import type { Neighbour, Neighbours } from '../neighbours.js';
import type { Profile } from '../profile/profile.js';
import type { SimilarOptions } from '../relater.js';
import type { Memberships } from '../stories/memberships.js';
import { compare, type Prepared } from './compare.js';
import type { Lexicon } from './lexicon.js';
import { reasonFor } from './reason.js';
import { isSameText } from './same-text.js';

export interface Ranked {
  profile: Profile;
  score: number;
  parts: Record<string, ScorePart>;
}

/** What makes a list of similar articles varied. */
export const LISTING = {
  /** Of one story so many stand in a list, as long as there is other news worth listing … */
  mostOfAStory: 2,
  /** … where two of them that share so much of their words tell much the same. */
  retold: 0.7,
  /** Of one text one entry, under its original; what comes days later in much the same words is another's news. */
  onePerText: true,
  sameTextDays: 1,
};

/** The neighbours that are worth a reader's time, best first; near copies of the article are none. */
export function rank(from: Prepared, near: Neighbour[], neighbours: Neighbours): Ranked[] {
  const ranked: Ranked[] = [];
  for (const neighbour of near) {
    if (isSameText(neighbour.shared)) continue;
    const { score, parts } = neighbours.likeness(from, neighbour);
    if (score > 0) ranked.push({ profile: neighbour.profile, score, parts });
  }
  return ranked.sort((a, b) => b.score - a.score || b.profile.time - a.profile.time);
}

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
  from: Prepared,
  near: Neighbour[],
  sources: ListSources,
  { top = 10, sort = 'similarity', leaveOut = [], explain = false }: ListOptions,
): SimilarArticle[] {
  const leave = new Set([from.profile.seq, ...leaveOut]);
  const texts = onePerText(rank(from, near, sources.neighbours), leave, sources, 2 * top);
  const listed = varied(texts, Math.max(0, top), sources);
  if (sort === 'date') listed.sort((a, b) => b.profile.time - a.profile.time);
  return listed.map(({ profile, score, parts }) => ({
    id: profile.id,
    score,
    reason: reasonFor(from.profile, profile, sources.lexicon),
    ...(explain && { parts }),
  }));
}

/**
 * Takes the first of each text, shown by its original where that is among the ranked, and none of a text
 * that the page has already, be it under another id.
 * @param most how many are looked for
 */
function onePerText(
  ranked: Ranked[],
  leave: Set<number>,
  { neighbours, memberships }: ListSources,
  most: number,
): Ranked[] {
  const bySeq = new Map(ranked.map((one) => [one.profile.seq, one]));
  const groupOf = (seq: number) => memberships.copyOf(seq)?.group ?? -1 - seq;
  const taken = new Set<number>();
  for (const seq of leave) taken.add(groupOf(seq));
  const texts: Ranked[] = [];
  for (const one of ranked) {
    if (texts.length >= most) break;
    const { seq } = one.profile;
    const group = groupOf(seq);
    if (taken.has(group) || leave.has(seq)) continue;
    if (!LISTING.onePerText) {
      texts.push(one);
      continue;
    }
    taken.add(group);
    const original = memberships.copyOf(seq)?.original;
    const shown = (original !== undefined && bySeq.get(original)) || one;
    const ready = neighbours.ready(shown.profile.seq);
    if (ready && !texts.some(({ profile }) => isListedText(ready, profile.seq, neighbours)))
      texts.push({ ...shown, score: one.score });
  }
  return texts;
}

function isListedText(ready: Prepared, seq: number, neighbours: Neighbours): boolean {
  const listed = neighbours.ready(seq);
  const shared = listed && compare(listed, ready);
  return shared !== undefined && shared.days < LISTING.sameTextDays && isSameText(shared);
}

/**
 * The first `top`, where a third of one story that retells what two before it told gives its place to
 * other news, as long as there is such; then the retellings, so that a list is not shorter for it.
 */
function varied(texts: Ranked[], top: number, { neighbours, memberships }: ListSources): Ranked[] {
  const listed: Ranked[] = [];
  const retellings: Ranked[] = [];
  for (const one of texts) {
    if (listed.length === top) break;
    const story = memberships.storyOf(one.profile.seq);
    const retold = listed.filter(
      ({ profile }) =>
        story !== undefined &&
        memberships.storyOf(profile.seq) === story &&
        tells(profile.seq, one.profile.seq, neighbours),
    );
    if (retold.length < LISTING.mostOfAStory) listed.push(one);
    else retellings.push(one);
  }
  const all = [...listed, ...retellings.slice(0, top - listed.length)];
  return all.sort((a, b) => b.score - a.score || b.profile.time - a.profile.time);
}

function tells(a: number, b: number, neighbours: Neighbours): boolean {
  const [x, y] = [neighbours.ready(a), neighbours.ready(b)];
  return x !== undefined && y !== undefined && compare(x, y).terms >= LISTING.retold;
}
