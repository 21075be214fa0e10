import { copyVerdict } from './copies/verdict.js';
import type { Hit, Neighbour } from './neighbours.js';
import type { Profile } from './profile/profile.js';
import { bond, bondParts } from './stories/bond.js';
import type { Centres } from './stories/centres.js';
import { link } from './stories/link.js';
import { type Memberships, storyId } from './stories/memberships.js';
import { storiesNear } from './stories/placing.js';

/** Stories that are told of. */
const MOST_STORIES = 8;

const rounded = (value: number): number => Math.round(value * 1000) / 1000;

/** The article's bond, part by part, with its story without it and with the stories beside it. */
export function explainedStories(
  seq: number,
  hits: Hit[],
  memberships: Memberships,
  centres: Centres,
): Array<Record<string, unknown>> {
  const alone = centres.article(seq);
  if (!alone) return [];
  const own = memberships.storyOf(seq);
  return storiesNear(seq, hits, memberships, centres)
    .slice(0, MOST_STORIES)
    .flatMap(({ story }) => {
      const others = memberships.membersOf(story).filter((other) => other !== seq);
      const centre = centres.made(others);
      if (!centre) return [];
      const parts = Object.entries(bondParts(alone, centre));
      return [
        {
          story: storyId(story),
          own: story === own,
          odds: rounded(bond(alone, centre)),
          parts: Object.fromEntries(parts.map(([part, value]) => [part, rounded(value)])),
        },
      ];
    });
}

/** What an article shares with one of its neighbours, and whether they are one text. */
export function explainedNeighbour(
  profile: Profile,
  { profile: other, shared }: Neighbour,
): Record<string, unknown> {
  return {
    id: other.id,
    link: rounded(link(shared)),
    terms: rounded(shared.terms),
    lead: rounded(shared.lead),
    title: rounded((shared.titleThere + shared.titleHere) / 2),
    names: rounded(shared.names),
    days: rounded(shared.days),
    sharedText: rounded(shared.text.jaccard),
    copy: copyVerdict(profile, other, shared) ?? null,
  };
}
