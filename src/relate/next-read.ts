import type { NextRead } from '../model/relations.js';
import type { Neighbour } from './neighbours.js';
import type { Profile } from './profile/profile.js';
import type { Prepared } from './similar/compare.js';
import type { ListSources } from './similar/listing.js';
import { reasonFor } from './similar/reason.js';
import { isSameText } from './similar/same-text.js';
import { link } from './stories/link.js';

/** A development within an affair comes within so many days and is so near (log-odds of one event). */
const AFFAIR_DAYS = 30;
const AFFAIR_LINK = -1;
/** Of one story as the story was put together: only what is hardly about the same is passed over. */
const STORY_LINK = -2;
/** Background must share more than a subject: names, and this much of similarity. */
const BACKGROUND = { score: 0.4, names: 0.2, link: -2 };
/** A text that repeats more than this of the one just read adds too little. */
const MOST_REPEATED = 0.4;

/**
 * What to read after an article: the newest development of its story, else of its affair, that is
 * not the same text and was not told before it; else the best background; else nothing.
 */
export function nextRead(
  ready: Prepared,
  near: Neighbour[],
  { neighbours, memberships, lexicon }: ListSources,
  toldBefore: (seq: number, time: number) => boolean,
): NextRead | undefined {
  const from = ready.profile;
  const scoreOf = (neighbour: Neighbour) => neighbours.likeness(ready, neighbour).score;
  const adding = near.filter(
    ({ profile, shared }) =>
      !isSameText(shared) &&
      shared.text.second <= MOST_REPEATED &&
      !toldBefore(profile.seq, from.time),
  );
  const story = memberships.storyOf(from.seq);
  const inStory = ({ profile }: Neighbour) =>
    story !== undefined && memberships.storyOf(profile.seq) === story;
  const later = adding.filter(({ profile }) => profile.time > from.time);
  const development =
    newest(later.filter((n) => inStory(n) && link(n.shared) >= STORY_LINK)) ??
    newest(
      later.filter(
        (one) =>
          one.shared.days <= AFFAIR_DAYS &&
          one.shared.names >= BACKGROUND.names &&
          link({ ...one.shared, days: 0 }) >= AFFAIR_LINK &&
          scoreOf(one) > 0,
      ),
    );
  const chosen = development ?? bestBackground(adding, from, scoreOf);
  if (!chosen) return undefined;
  return {
    id: chosen.id,
    because: chosen === development ? 'development' : 'background',
    reason: reasonFor(from, chosen, lexicon),
  };
}

function newest(neighbours: Neighbour[]): Profile | undefined {
  let found: Profile | undefined;
  for (const { profile } of neighbours)
    if (
      !found ||
      profile.time > found.time ||
      (profile.time === found.time && profile.seq < found.seq)
    )
      found = profile;
  return found;
}

function bestBackground(
  neighbours: Neighbour[],
  from: Profile,
  scoreOf: (neighbour: Neighbour) => number,
): Profile | undefined {
  let best: { profile: Profile; score: number } | undefined;
  for (const neighbour of neighbours) {
    const { profile, shared } = neighbour;
    if (profile.time > from.time || shared.names < BACKGROUND.names) continue;
    if (link({ ...shared, days: 0 }) < BACKGROUND.link) continue;
    const score = scoreOf(neighbour);
    if (score >= BACKGROUND.score && score > (best?.score ?? 0)) best = { profile, score };
  }
  return best?.profile;
}
