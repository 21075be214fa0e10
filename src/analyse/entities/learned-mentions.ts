import { fold } from '../../arabic/letters/fold.js';
import { nameKey } from '../../arabic/names/name-key.js';
import type { Lexeme } from '../lexeme.js';
import type { Passage, Word } from '../reading.js';
import { bareRarity, definiteRarity } from '../word-frequencies.js';
import { writtenForm } from '../written-form.js';
import type { Mention } from './entities.js';
import { countryOfNisba, matchAt } from './gazetteer.js';
import { isNameShaped } from './name-shape.js';
import { partOf } from './person-parts.js';
import { isNamedAfter } from './person-context.js';
import { personNames } from './person-names.js';

/** In steps: a commoner word is itself rather than somebody's short name («الأسد», «الحكيم»). */
const UNCOMMON = 27;

/**
 * Adds mentions by a short name alone that nothing else marks, where the store's articles know whom it means and the
 * word is hardly anything else («وسيلتقي المالكي اليوم»).
 * @param people as in `Learned`
 */
export function addLearnedMentions(
  passages: Passage[],
  mentions: Mention[][],
  people: ReadonlyMap<string, string>,
): void {
  passages.forEach(({ text, words }, index) => {
    const found: Mention[] = [];
    const known = mentions[index]!;
    let next = 0;
    words.forEach((word, at) => {
      while (next < known.length && known[next]!.from + known[next]!.length <= at) next += 1;
      if (next < known.length && known[next]!.from <= at) return;
      if (!mayBeShortName(words, at)) return;
      const full = people.get(nameKey(writtenForm(text, [word])));
      if (full && fold(full).endsWith(` ${word.lexeme.core}`))
        found.push({ type: 'person', from: at, length: 1 });
    });
    if (found.length)
      mentions[index] = [...mentions[index]!, ...found].sort((a, b) => a.from - b.from);
  });
}

function mayBeShortName(words: Word[], at: number): boolean {
  const { kind, lexeme } = words[at]!;
  if (kind !== 'arabic' || !(lexeme.shortName ??= isShortName(lexeme))) return false;
  if (isNamedAfter(words, at)) return false;
  // «سلامة حجازي» is another of that name.
  if (at > 0 && !words[at]!.apart && partOf(words, at - 1) !== undefined) return false;
  return matchAt(words, at) === undefined;
}

/** Whether a word, wherever it stands, may be a short name and is hardly anything else. */
function isShortName(lexeme: Lexeme): boolean {
  const { bare, functional } = lexeme;
  if (functional || lexeme.verb || bare.length < 4) return false;
  if (Math.min(bareRarity(bare), definiteRarity(bare)) < UNCOMMON) return false;
  return countryOfNisba(bare) === undefined && isListedName(lexeme);
}

/** A family name of the tables, or a foreign one by the tables or its letters. */
function isListedName(lexeme: Lexeme): boolean {
  const { family, foreign } = personNames();
  if (family.has(lexeme.core)) return true;
  return !lexeme.definite && (foreign.has(lexeme.bare) || isNameShaped(lexeme));
}
