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

/** How the article stands to one story. */
export interface ExplainedStory {
  story: string;
  title: string | undefined;
  /** Without the article. */
  articles: number;
  own: boolean;
  /** Log-odds that it and the story are one event: the sum of `parts`. */
  odds: number;
  parts: Record<string, number>;
  rule: string;
}

/** The rules by which an article is in a story or not, in words. */
const STORY_RULES = {
  joins: 'in: odds above 0, it tells the same event as the others',
  kept: 'in: alone it would stay apart, but tidying compares whole groups, and some of these articles brought it in',
  apart: 'out: odds of 0 or less, another event',
  elsewhere:
    'out: odds above 0, but the group it is in is nearer to it, or the two groups as wholes are two events',
  open: 'out: odds above 0 against it alone; tidying has kept them two, or has not come by yet',
  alone: 'a story of its own: no story near it has odds above 0',
};

/** The article's bond, part by part, with its story without it and with the stories beside it. */
export function explainedStories(
  seq: number,
  hits: Hit[],
  memberships: Memberships,
  centres: Centres,
  titleOf: (story: number) => string | undefined,
): ExplainedStory[] {
  const alone = centres.article(seq);
  if (!alone) return [];
  const own = memberships.storyOf(seq);
  const inCompany = own !== undefined && memberships.membersOf(own).length > 1;
  const near = storiesNear(seq, hits, memberships, centres).map(({ story }) => story);
  const asked = new Set(own === undefined ? near : [own, ...near]);
  return [...asked].slice(0, MOST_STORIES).flatMap((story) => {
    const others = memberships.membersOf(story).filter((other) => other !== seq);
    const centre = centres.made(others);
    if (!centre) return [];
    const odds = bond(alone, centre);
    const parts = Object.entries(bondParts(alone, centre));
    return [
      {
        story: storyId(story),
        title: titleOf(story),
        articles: others.length,
        own: story === own,
        odds: rounded(odds),
        parts: Object.fromEntries(parts.map(([part, value]) => [part, rounded(value)])),
        rule: ruleOf(story === own, odds > 0, inCompany),
      },
    ];
  });
}

function ruleOf(own: boolean, joins: boolean, inCompany: boolean): string {
  if (own) return joins ? STORY_RULES.joins : STORY_RULES.kept;
  if (!joins) return STORY_RULES.apart;
  return inCompany ? STORY_RULES.elsewhere : STORY_RULES.open;
}

/** Which rule put an article where it is. */
export function whyThere(stories: ExplainedStory[]): string {
  const own = stories.find((story) => story.own);
  if (own) return own.rule;
  const nearest = stories.find(({ odds }) => odds > 0);
  return nearest ? nearest.rule : STORY_RULES.alone;
}

/** The rules by which two articles are one text or not, in words. */
const COPY_RULES = {
  exact: 'one text: the same to the letter, but for slips and sign-offs',
  edited: 'one text, lightly edited: what is shared of words, leads and terms is beyond chance',
  abridged: 'one text, abridged: the shorter stands in the longer',
  update:
    'one text, but each leads with a figure that the other has nowhere: a newer version, no copy',
  apart: 'two texts',
};

/** What an article shares with one of its neighbours, and whether they are one text. */
export function explainedNeighbour(
  profile: Profile,
  { profile: other, shared }: Neighbour,
): Record<string, unknown> {
  const verdict = copyVerdict(profile, other, shared);
  return {
    id: other.id,
    title: other.title,
    link: rounded(link(shared)),
    terms: rounded(shared.terms),
    lead: rounded(shared.lead),
    titles: rounded((shared.titleThere + shared.titleHere) / 2),
    names: rounded(shared.names),
    days: rounded(shared.days),
    sharedText: rounded(shared.text.jaccard),
    copy: verdict ?? null,
    rule: COPY_RULES[verdict ?? 'apart'],
  };
}
