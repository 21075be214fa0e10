import { nameTerm } from '../profile/build.js';
import { isOutlet } from '../profile/outlets.js';
import type { Profile } from '../profile/profile.js';
import type { Lexicon } from '../similar/lexicon.js';
import { headlineWorth } from './headline.js';

const MOST_NAMES = 6;
const MOST_TERMS = 10;
/** In a story of so many articles, what one of them alone says is not what the story is about. */
const MANY = 4;

/**
 * The article whose headline holds most of what all headlines of the story say, each outlet's own words counting
 * for less the more often it repeats them.
 * @param articles by time
 */
export function titleArticle(articles: Profile[], lexicon: Lexicon): Profile {
  const said = saidByOutlets(articles);
  const half = Math.floor(articles.length / 2);
  let best = articles[0]!;
  let bestWorth = -1;
  articles.forEach((article, place) => {
    const { title, titleTerms } = article;
    const shared = titleTerms.reduce(
      (sum, term) => sum + (said.get(term)! - 1) * lexicon.idf(term),
      0,
    );
    const worth = (headlineWorth(title, place < half) * shared) / Math.sqrt(titleTerms.length + 3);
    if (worth > bestWorth || (worth === bestWorth && place >= half))
      [best, bestWorth] = [article, worth];
  });
  return best;
}

/** For each term of the headlines the sum over outlets of the square root of how many of its headlines have it. */
function saidByOutlets(articles: Profile[]): Map<number, number> {
  const outlets = new Map<string, Map<number, number>>();
  for (const { source, titleTerms } of articles) {
    const own = outlets.get(source) ?? new Map<number, number>();
    outlets.set(source, own);
    for (const term of titleTerms) own.set(term, (own.get(term) ?? 0) + 1);
  }
  const said = new Map<number, number>();
  for (const own of outlets.values())
    for (const [term, titles] of own) said.set(term, (said.get(term) ?? 0) + Math.sqrt(titles));
  return said;
}

export function principalNames(articles: Profile[], lexicon: Lexicon): string[] {
  const names = new Said();
  for (const article of articles)
    for (const { key, text, title, lead } of article.names) {
      if (isOutlet({ key, text })) continue;
      names.say(key, text, (title + lead > 0 ? 1 : 0.3) * lexicon.idf(nameTerm(key)));
    }
  return names.strongest(MOST_NAMES, articles.length);
}

export function keyTerms(articles: Profile[]): string[] {
  const phrases = new Said();
  for (const article of articles)
    for (const { key, text, score } of article.phrases) phrases.say(key, text, score);
  return phrases.strongest(MOST_TERMS, articles.length);
}

/** What articles say, summed over them. */
class Said {
  private readonly byKey = new Map<string, { text: string; weight: number; articles: number }>();

  say(key: string, text: string, weight: number): void {
    const known = this.byKey.get(key) ?? { text, weight: 0, articles: 0 };
    known.weight += weight;
    known.articles += 1;
    this.byKey.set(key, known);
  }

  /** Best first; of a text and a part of it only the better one. */
  strongest(most: number, articles: number): string[] {
    const chosen: string[] = [];
    const found = [...this.byKey.values()].sort((a, b) => b.weight - a.weight);
    for (const { text, articles: its } of found) {
      if (chosen.length === most) break;
      if (articles >= MANY && its < 2) continue;
      if (chosen.some((other) => other.includes(text) || text.includes(other))) continue;
      chosen.push(text);
    }
    return chosen;
  }
}
