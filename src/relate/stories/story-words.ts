import { nameTerm } from '../profile/build.js';
import { isOutlet } from '../profile/outlets.js';
import type { Profile } from '../profile/profile.js';
import type { Lexicon } from '../similar/lexicon.js';

const MOST_NAMES = 6;
const MOST_TERMS = 10;
/** In a story of so many articles, what one of them alone says is not what the story is about. */
const MANY = 4;

/** Headlines that announce a form or ask a question tell less of the event: labels before it, a question mark after it. */
const LABELLED =
  /^[«"]?(?:شاهد|فيديو|بالفيديو|صور|بالصور|بالأرقام|مباشر|عاجل|خاص|حصري\p{L}*|رأي|تحليل|مقال|تقرير|استمع|كاريكاتير)(?![\p{L}\p{M}])|[?؟]\s*$/u;
const LABELLED_WORTH = 0.6;

/** The article whose headline holds most of what all headlines of the story say. By time, so that the last half is the newer. */
export function titleArticle(articles: Profile[], lexicon: Lexicon): Profile {
  const share = new Map<number, number>();
  for (const { titleTerms } of articles)
    for (const term of titleTerms) share.set(term, (share.get(term) ?? 0) + 1);
  const worth = ({ title, titleTerms }: Profile) =>
    ((LABELLED.test(title) ? LABELLED_WORTH : 1) *
      titleTerms.reduce((sum, term) => sum + (share.get(term)! - 1) * lexicon.idf(term), 0)) /
    Math.sqrt(titleTerms.length + 3);
  // Of the newer half: an early headline carries figures that are no longer true.
  const newer = articles.slice(Math.floor(articles.length / 2));
  let best = newer[0]!;
  for (const article of newer) if (worth(article) > worth(best)) best = article;
  return best;
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
