import type { Story } from '../../model/relations.js';
import { Comparisons } from '../comparisons.js';
import { Nearest } from '../nearest.js';
import type { Neighbours } from '../neighbours.js';
import type { Lexicon } from '../similar/lexicon.js';
import type { Profile } from '../profile/profile.js';
import { Ranking } from '../similar/ranking.js';
import { type Memberships, storyId } from './memberships.js';
import { keyTerms, principalNames, titleArticle } from './story-words.js';

const MOST_RELATED = 5;
/** Neighbours of a story's middle that are asked for their stories. */
const ASKED = { ever: 60, around: 0, days: 30 };
/** An affair's stories share names and are at least so similar. */
const AFFAIR = { score: 0.3, names: 0.25 };

/** A story as readers see it. */
export function storyView(
  story: number,
  memberships: Memberships,
  neighbours: Neighbours,
  lexicon: Lexicon,
): Story | undefined {
  const articles = articlesOf(story, memberships, neighbours);
  const first = articles[0];
  const last = articles.at(-1);
  if (!first || !last) return undefined;
  const names = principalNames(articles, lexicon);
  return {
    id: storyId(story),
    title: titleOf(articles, lexicon),
    articles: articles.map(({ id }) => id),
    sources: [...new Set(articles.map(({ source }) => source))],
    first: new Date(first.time).toISOString(),
    last: new Date(last.time).toISOString(),
    names,
    terms: keyTerms(articles, names, lexicon),
    related: storiesOfAffair(story, memberships, neighbours, lexicon).map(storyId),
  };
}

/** The title of a story; undefined where it has no articles. */
export function storyTitle(
  story: number,
  memberships: Memberships,
  neighbours: Neighbours,
  lexicon: Lexicon,
): string | undefined {
  const articles = articlesOf(story, memberships, neighbours);
  return articles.length ? titleOf(articles, lexicon) : undefined;
}

function titleOf(articles: Profile[], lexicon: Lexicon): string {
  return titleArticle(articles, lexicon).title || articles[0]!.title;
}

/** A story's articles by time. */
function articlesOf(story: number, memberships: Memberships, neighbours: Neighbours): Profile[] {
  return memberships
    .membersOf(story)
    .map((seq) => neighbours.profile(seq))
    .filter((profile) => profile !== undefined)
    .sort((a, b) => a.time - b.time || a.seq - b.seq);
}

/** Other stories of the same affair, newest first. */
export function storiesOfAffair(
  story: number,
  memberships: Memberships,
  neighbours: Neighbours,
  lexicon: Lexicon,
): number[] {
  const known = articlesOf(story, memberships, neighbours);
  const centre = known.length && neighbours.ready(titleArticle(known, lexicon).seq);
  if (!centre) return [];
  const found = new Map<number, number>();
  const comparisons = new Comparisons(centre, neighbours);
  const hits = new Nearest(centre, neighbours, ASKED).all(AFFAIR.score).filter(({ seq }) => {
    const other = memberships.storyOf(seq);
    return other !== undefined && other !== story;
  });
  // Only those that may count are compared, and only those with its names are ranked: judging likeness costs most.
  const near = comparisons.candidates(hits).filter(({ seq, bound }) => {
    if (bound < AFFAIR.score) return false;
    const neighbour = comparisons.neighbour(seq);
    return neighbour !== undefined && neighbour.shared.names >= AFFAIR.names;
  });
  for (const { profile, score } of new Ranking(comparisons, near)) {
    const other = memberships.storyOf(profile.seq)!;
    if (score < AFFAIR.score) break;
    found.set(other, Math.max(found.get(other) ?? 0, profile.time));
    if (found.size === MOST_RELATED) break;
  }
  return [...found].sort((a, b) => b[1] - a[1]).map(([other]) => other);
}
