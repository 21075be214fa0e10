import type { Story } from '../../model/relations.js';
import type { Neighbours } from '../neighbours.js';
import { nameTerm } from '../profile/build.js';
import type { Profile } from '../profile/profile.js';
import type { Lexicon } from '../similar/lexicon.js';
import { rank } from '../similar/listing.js';
import { type Memberships, storyId } from './memberships.js';

const MOST_NAMES = 6;
const MOST_TERMS = 10;
const MOST_RELATED = 5;
/** Neighbours of a story's middle that are asked for their stories. */
const ASKED = 60;
/** An affair's stories share names and are at least so similar. */
const AFFAIR = { score: 0.37, names: 0.25 };

/** A story as readers see it. */
export function storyView(
  story: number,
  memberships: Memberships,
  neighbours: Neighbours,
  lexicon: Lexicon,
): Story | undefined {
  const articles = memberships
    .membersOf(story)
    .map((seq) => neighbours.profile(seq))
    .filter((profile) => profile !== undefined)
    .sort((a, b) => a.time - b.time || a.seq - b.seq);
  const first = articles[0];
  const last = articles.at(-1);
  if (!first || !last) return undefined;
  return {
    id: storyId(story),
    title: middle(articles, lexicon).title || first.title,
    articles: articles.map(({ id }) => id),
    sources: [...new Set(articles.map(({ source }) => source))],
    first: new Date(first.time).toISOString(),
    last: new Date(last.time).toISOString(),
    names: principalNames(articles, lexicon),
    terms: keyTerms(articles),
    related: storiesOfAffair(story, memberships, neighbours, lexicon).map(storyId),
  };
}

/** The article whose headline holds most of what all headlines of the story say. */
function middle(articles: Profile[], lexicon: Lexicon): Profile {
  const share = new Map<number, number>();
  for (const { titleTerms } of articles)
    for (const term of titleTerms) share.set(term, (share.get(term) ?? 0) + 1);
  const worth = ({ titleTerms }: Profile) =>
    titleTerms.reduce((sum, term) => sum + (share.get(term)! - 1) * lexicon.idf(term), 0) /
    Math.sqrt(titleTerms.length + 3);
  // Of the newer half: an early headline carries figures that are no longer true.
  const newer = articles.slice(Math.floor(articles.length / 2));
  let best = newer[0]!;
  for (const article of newer) if (worth(article) > worth(best)) best = article;
  return best;
}

function principalNames(articles: Profile[], lexicon: Lexicon): string[] {
  const names = new Map<string, { text: string; weight: number }>();
  for (const article of articles)
    for (const name of article.names) {
      const known = names.get(name.key) ?? { text: name.text, weight: 0 };
      known.weight += (name.title + name.lead > 0 ? 1 : 0.3) * lexicon.idf(nameTerm(name.key));
      names.set(name.key, known);
    }
  return strongest([...names.values()], MOST_NAMES);
}

function keyTerms(articles: Profile[]): string[] {
  const phrases = new Map<string, { text: string; weight: number }>();
  for (const article of articles)
    for (const phrase of article.phrases) {
      const known = phrases.get(phrase.key) ?? { text: phrase.text, weight: 0 };
      known.weight += phrase.score;
      phrases.set(phrase.key, known);
    }
  return strongest([...phrases.values()], MOST_TERMS);
}

function strongest(found: Array<{ text: string; weight: number }>, most: number): string[] {
  return found
    .sort((a, b) => b.weight - a.weight)
    .slice(0, most)
    .map(({ text }) => text);
}

/** Other stories of the same affair, newest first. */
export function storiesOfAffair(
  story: number,
  memberships: Memberships,
  neighbours: Neighbours,
  lexicon: Lexicon,
): number[] {
  const members = memberships.membersOf(story).map((seq) => neighbours.profile(seq));
  const known = members.filter((profile) => profile !== undefined);
  const centre = known.length && neighbours.ready(middle(known, lexicon).seq);
  if (!centre) return [];
  const found = new Map<number, number>();
  for (const { profile, score, parts } of rank(
    centre,
    neighbours.near(centre, { top: ASKED }),
    neighbours,
  )) {
    const other = memberships.storyOf(profile.seq);
    if (other === undefined || other === story) continue;
    if (score < AFFAIR.score || parts['names']! < AFFAIR.names) continue;
    found.set(other, Math.max(found.get(other) ?? 0, profile.time));
    if (found.size === MOST_RELATED) break;
  }
  return [...found].sort((a, b) => b[1] - a[1]).map(([other]) => other);
}
