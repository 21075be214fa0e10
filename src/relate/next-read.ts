import type { NextRead } from '../model/relations.js';
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
  affair: 0.43,
  /** What was put into the story already may be less so. */
  story: 0.35,
  /** The newest of those that are nearly as alike as the one most alike: news of the side is passed over. */
  nearlyAsAlike: 0.85,
  /** Background shares more than a subject. */
  background: 0.38,
  names: 0.15,
  /** A text that repeats more than this of the one just read, or whose words are all in it, adds too little. */
  mostRepeated: 0.4,
  mostKnown: 0.8,
  /** A report of the same day, or hours, whose title and lead say the same to this extent tells it once more. */
  retold: [
    { days: 1, lead: 0.55 },
    { days: 0.25, lead: 0.3 },
  ],
};

interface Candidate {
  profile: Profile;
  likeness: number;
}

/**
 * What to read after an article: the newest development of its story, else of its affair, that is
 * not the same text, was not told before it and adds something; else the best background; else
 * nothing. What arrives later changes the answer, so it is to be asked for anew.
 */
export function nextRead(
  from: Prepared,
  near: Neighbour[],
  { neighbours, memberships, lexicon }: ListSources,
  toldBefore: (seq: number, time: number) => boolean,
): NextRead | undefined {
  const { time, seq } = from.profile;
  const story = memberships.storyOf(seq);
  const later: { story: Candidate[]; affair: Candidate[] } = { story: [], affair: [] };
  const earlier: Candidate[] = [];
  for (const neighbour of near) {
    const { profile, shared } = neighbour;
    if (!adds(from, neighbour, neighbours) || toldBefore(profile.seq, time)) continue;
    const inStory = story !== undefined && memberships.storyOf(profile.seq) === story;
    const candidate = { profile, likeness: neighbours.likeness(from, neighbour).score };
    if (profile.time <= time) {
      if (candidate.likeness >= NEXT_READ.background && shared.names >= NEXT_READ.names)
        earlier.push(candidate);
    } else if (inStory) {
      if (candidate.likeness >= NEXT_READ.story) later.story.push(candidate);
    } else if (candidate.likeness >= NEXT_READ.affair && shared.days <= NEXT_READ.affairDays)
      later.affair.push(candidate);
  }
  const development = newest(later.story) ?? newest(later.affair);
  const chosen = development ?? best(earlier)?.profile;
  if (!chosen) return undefined;
  return {
    id: chosen.id,
    because: development ? 'development' : 'background',
    reason: reasonFor(from.profile, chosen, lexicon),
  };
}

/** Whether a text tells what the one just read does not. */
function adds(from: Prepared, { profile, shared }: Neighbour, neighbours: Neighbours): boolean {
  const { retold, mostRepeated } = NEXT_READ;
  if (isSameText(shared) || shared.text.second > mostRepeated) return false;
  if (retold.some(({ days, lead }) => shared.days < days && shared.lead > lead)) return false;
  const other = neighbours.ready(profile.seq);
  return other !== undefined && coverage(other.terms, from.terms) <= NEXT_READ.mostKnown;
}

function best(candidates: Candidate[]): Candidate | undefined {
  let found: Candidate | undefined;
  for (const one of candidates) if (!found || one.likeness > found.likeness) found = one;
  return found;
}

function newest(candidates: Candidate[]): Profile | undefined {
  const floor = NEXT_READ.nearlyAsAlike * (best(candidates)?.likeness ?? 0);
  let found: Profile | undefined;
  for (const { profile, likeness } of candidates) {
    if (likeness < floor) continue;
    const { time, seq } = profile;
    if (!found || time > found.time || (time === found.time && seq < found.seq)) found = profile;
  }
  return found;
}
