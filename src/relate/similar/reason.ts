import type { Reason } from '../../model/relations.js';
import { nameTerm } from '../profile/build.js';
import type { Profile } from '../profile/profile.js';
import type { Lexicon } from './lexicon.js';

const MOST_NAMED = 3;

/**
 * Why one article is listed beside another: the names and keyphrases that both have, in the written
 * form of the listed one, most telling first; else the words that both titles have.
 */
export function reasonFor(from: Profile, listed: Profile, lexicon: Lexicon): Reason {
  const strength = new Map<string, { text: string; weight: number }>();
  const fromNames = new Map(from.names.map((name) => [name.key, name]));
  for (const name of listed.names) {
    const other = fromNames.get(name.key);
    if (!other) continue;
    const telling = lexicon.idf(nameTerm(name.key)) + 0.1;
    const weight = telling * (1 + Math.min(2, name.title + other.title));
    strength.set(name.key, { text: name.text, weight });
  }
  const fromPhrases = new Map(from.phrases.map((phrase) => [phrase.key, phrase]));
  for (const phrase of listed.phrases) {
    const other = fromPhrases.get(phrase.key);
    if (!other || strength.has(phrase.key)) continue;
    strength.set(phrase.key, { text: phrase.text, weight: phrase.score + other.score });
  }
  const about: string[] = [];
  for (const { text } of [...strength.values()].sort((a, b) => b.weight - a.weight)) {
    if (about.some((said) => said.includes(text) || text.includes(said))) continue;
    about.push(text);
    if (about.length === MOST_NAMED) break;
  }
  return { about, text: about.length ? `عن: ${about.join('، ')}` : 'الموضوع نفسه' };
}
