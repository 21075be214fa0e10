import { DAY } from './day.js';
import type { NextRead } from '../model/relations.js';
import type { Candidate, Comparisons } from './comparisons.js';
import type { Neighbour, Neighbours } from './neighbours.js';
import type { Profile } from './profile/profile.js';
import type { Prepared } from './similar/compare.js';
import { coverage } from './similar/lexicon.js';
import type { ListSources } from './similar/listing.js';
import { reasonFor } from './similar/reason.js';
import { isSameText } from './similar/same-text.js';

/**
 * What is chosen from. Fitted by reading the picks for the queries of the development judgements;
 * `eval/similar.ts` measures what comes of it.
 */
export const NEXT_READ = {
  /** A development outside of the story comes within so many days and is at least so alike. */
  affairDays: 45,
  affair: 0.385,
  /** After so many days it must be more alike by this with each day, else it is the next of its kind; and it shares names. */
  affairAge: { after: 7, perDay: 0.006 },
  affairNames: 0.1,
  /** What was put into the story already may be less so. */
  story: 0.305,
  /** The newest of those that are nearly as alike as the one most alike: news of the side is passed over. */
  nearlyAsAlike: 0.85,
  /** Background shares more than a subject. */
  background: 0.335,
  names: 0.15,
  /** What is little alike must agree in title and lead: likeness and this share of their agreement reach so much. */
  confirmed: { lead: 0.2, sum: 0.4 },
  /** Of its own story an earlier report of the same day that opens so alike tells what was just read. */
  toldEarlier: { days: 1, lead: 0.35 },
  /** A text that repeats more than this of the one just read, or whose words are all in it, adds too little. */
  mostRepeated: 0.4,
  mostKnown: 0.8,
  /** A text of fewer words, and of less than this share of the one just read, is an announcement. */
  fewWords: 45,
  shortShare: 0.33,
  /** A report of the same day, or hours, whose title and lead say the same to this extent tells it once more. */
  retold: [
    { days: 1, lead: 0.55 },
    { days: 0.25, lead: 0.3 },
  ],
};

/** What is less alike is never chosen. */
export const LEAST_CHOSEN = Math.min(NEXT_READ.story, NEXT_READ.affair, NEXT_READ.background);

interface Judged {
  profile: Profile;
  likeness: number;
}

/** Whether one of a text's copies was published before a time. */
export type ToldBefore = (seq: number, time: number) => boolean;

/**
 * What to read after an article: the newest development of its story, else of its affair, that is
 * not the same text, was not told before it and adds something; else the best background; else
 * nothing. What arrives later changes the answer, so it is to be asked for anew.
 * @param candidates as `Comparisons.candidates` has them
 */
export function nextRead(
  comparisons: Comparisons,
  candidates: Candidate[],
  sources: ListSources,
  toldBefore: ToldBefore,
): NextRead | undefined {
  const from = comparisons.from.profile;
  const choice = new Choice(comparisons, sources, toldBefore);
  const later = candidates.filter(({ time }) => time > from.time);
  const development = choice.development(later);
  const earlier = candidates.filter(({ time }) => time <= from.time);
  const chosen = development ?? choice.background(earlier);
  if (!chosen) return undefined;
  return {
    id: chosen.id,
    because: development ? 'development' : 'background',
    reason: reasonFor(from, chosen, sources.lexicon),
  };
}

/** Judges the candidates of one article, as few of them as an answer needs. */
class Choice {
  constructor(
    private readonly comparisons: Comparisons,
    private readonly sources: ListSources,
    private readonly toldBefore: ToldBefore,
  ) {}

  /** @param candidates later ones */
  development(candidates: Candidate[]): Profile | undefined {
    const { memberships } = this.sources;
    const from = this.comparisons.from.profile;
    const story = memberships.storyOf(from.seq);
    const later: { story: Judged[]; affair: Judged[] } = { story: [], affair: [] };
    for (const candidate of candidates) {
      const { seq, time } = candidate;
      const inStory = story !== undefined && memberships.storyOf(seq) === story;
      const days = (time - from.time) / DAY;
      if (!inStory && days > NEXT_READ.affairDays) continue;
      const judged = inStory
        ? this.judge(candidate, NEXT_READ.story)
        : this.judge(candidate, leastAfter(days), NEXT_READ.affairNames);
      if (judged) later[inStory ? 'story' : 'affair'].push(judged);
    }
    return newest(later.story) ?? newest(later.affair);
  }

  /** @param candidates earlier ones, the highest bound first */
  background(candidates: Candidate[]): Profile | undefined {
    let best: Judged | undefined;
    for (const candidate of candidates) {
      const least = best?.likeness ?? NEXT_READ.background;
      if (candidate.bound < least) break;
      const judged = this.judge(candidate, least, NEXT_READ.names);
      if (!judged || !this.isBackground(judged)) continue;
      if (!(best && judged.likeness <= best.likeness)) best = judged;
    }
    return best?.profile;
  }

  /** Whether title and lead confirm what is alike, and it is no earlier report of what was just read. */
  private isBackground({ profile, likeness }: Judged): boolean {
    const { confirmed, toldEarlier } = NEXT_READ;
    const shared = this.comparisons.neighbour(profile.seq)?.shared;
    if (!shared || likeness + confirmed.lead * shared.lead < confirmed.sum) return false;
    const { memberships } = this.sources;
    const story = memberships.storyOf(profile.seq);
    const inStory =
      story !== undefined && story === memberships.storyOf(this.comparisons.from.profile.seq);
    return !inStory || shared.days >= toldEarlier.days || shared.lead <= toldEarlier.lead;
  }

  /** A candidate that may be chosen, with its likeness of at least `least`. */
  private judge(candidate: Candidate, least: number, leastNames = 0): Judged | undefined {
    const { comparisons } = this;
    const { seq, bound } = candidate;
    const neighbour = bound < least ? undefined : comparisons.neighbour(seq);
    if (!neighbour || neighbour.shared.names < leastNames) return undefined;
    if (comparisons.tighterBound(candidate, neighbour) < least) return undefined;
    const likeness = comparisons.likeness(neighbour).score;
    if (likeness < least || !adds(comparisons.from, neighbour, this.sources.neighbours))
      return undefined;
    if (this.toldBefore(seq, comparisons.from.profile.time)) return undefined;
    return { profile: neighbour.profile, likeness };
  }
}

/** How alike a development outside of the story must be that comes so many days later. */
function leastAfter(days: number): number {
  const { after, perDay } = NEXT_READ.affairAge;
  return NEXT_READ.affair + perDay * Math.max(0, days - after);
}

/** Whether a text tells what the one just read does not. */
function adds(from: Prepared, { profile, shared }: Neighbour, neighbours: Neighbours): boolean {
  const { retold, mostRepeated, fewWords, shortShare } = NEXT_READ;
  const { words } = profile;
  if (words < fewWords && words < shortShare * from.profile.words) return false;
  if (isSameText(shared) || shared.text.second > mostRepeated) return false;
  if (retold.some(({ days, lead }) => shared.days < days && shared.lead > lead)) return false;
  const other = neighbours.ready(profile.seq);
  return other !== undefined && coverage(other.terms, from.terms) <= NEXT_READ.mostKnown;
}

function best(candidates: Judged[]): Judged | undefined {
  let found: Judged | undefined;
  for (const one of candidates) if (!found || one.likeness > found.likeness) found = one;
  return found;
}

function newest(candidates: Judged[]): Profile | undefined {
  const floor = NEXT_READ.nearlyAsAlike * (best(candidates)?.likeness ?? 0);
  let found: Profile | undefined;
  for (const { profile, likeness } of candidates) {
    if (likeness < floor) continue;
    const { time, seq } = profile;
    if (!found || time > found.time || (time === found.time && seq < found.seq)) found = profile;
  }
  return found;
}
