import { isStopPhrase } from '../../arabic/function-words/function-words.js';
import { fold } from '../../arabic/letters/fold.js';
import { stem } from '../../arabic/stems/stem.js';
import { nameTerm } from '../profile/build.js';
import { isOutlet } from '../profile/outlets.js';
import type { Profile } from '../profile/profile.js';
import { TELLING_WORD, type Lexicon } from '../similar/lexicon.js';
import { termNumber } from '../term-index/terms.js';
import { isWithin, sayingOf } from '../sayings.js';
import { headlineWorth } from './headline.js';

const MOST_NAMES = 6;
const MOST_TERMS = 10;
/** In a story of so many articles, what one of them alone says, or fewer than this share, is not what it is about. */
const MANY = 3;
const LEAST_SHARE = 0.12;
/** An everyday word is a term where this share of the story's articles have it. */
const SHARED_BY_MANY = 0.5;
/** A name that is neither in the title nor in the lead counts for less. */
const IN_PASSING = 0.3;
/** Added to the idf of names: those of every other article are principal too where all of the story's say them. */
const COMMON_NAME = 0.1;
/** Added to the words of a headline: one of a word or two agrees with the others by chance. */
const SHORT_HEADLINE = 3;

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
    const worth =
      (headlineWorth(title, place < half) * shared) / Math.sqrt(titleTerms.length + SHORT_HEADLINE);
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

/** Whom and what the story is about, most first; of a name and a part of it, or two spellings, only the better. */
export function principalNames(articles: Profile[], lexicon: Lexicon): string[] {
  const names = new Said();
  for (const article of articles)
    for (const { key, text, title, lead } of article.names) {
      if (isOutlet({ key, text })) continue;
      const principal = title + lead > 0 ? 1 : IN_PASSING;
      names.say(key, text, principal * (lexicon.idf(nameTerm(key)) + COMMON_NAME));
    }
  return names.strongest(MOST_NAMES, articles.length);
}

/**
 * What else the story is about, most first.
 * @param names what is said beside it: no term repeats one of them
 */
export function keyTerms(articles: Profile[], names: string[], lexicon: Lexicon): string[] {
  const phrases = new Said();
  for (const article of articles)
    for (const { key, text, score } of article.phrases) {
      if (isOutlet({ key, text }) || isStopPhrase(fold(text))) continue;
      phrases.say(key, text, score);
    }
  const tells = (text: string, share: number) =>
    text.includes(' ') ||
    share >= SHARED_BY_MANY ||
    lexicon.idf(termNumber(stem(fold(text)))) >= TELLING_WORD;
  return phrases.strongest(MOST_TERMS, articles.length, names, tells);
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

  /**
   * Best first: what is said much and in many of the articles.
   * @param said what none of them may repeat
   * @param tells whether a text says something, by the share of the articles that have it
   */
  strongest(
    most: number,
    articles: number,
    said: string[] = [],
    tells: (text: string, share: number) => boolean = () => true,
  ): string[] {
    const chosen: string[] = [];
    const words = said.map(sayingOf);
    const least = articles >= MANY ? Math.max(2, articles * LEAST_SHARE) : 1;
    const worth = ({ weight, articles: its }: { weight: number; articles: number }) =>
      weight * Math.sqrt(its);
    const found = [...this.byKey.values()].sort((a, b) => worth(b) - worth(a));
    for (const { text, articles: its } of found) {
      if (chosen.length === most) break;
      if (its < least || !tells(text, its / articles)) continue;
      const own = sayingOf(text);
      if (words.some((other) => isWithin(own, other) || isWithin(other, own))) continue;
      chosen.push(text);
      words.push(own);
    }
    return chosen;
  }
}
