import { fold } from '../letters/fold.js';
import { FURNITURE, FURNITURE_NOUNS } from './furniture.js';
import {
  AUXILIARIES,
  CONNECTIVES,
  LONE_LETTERS,
  PARTICLES,
  PRONOUNS,
  QUESTION_WORDS,
  RELATIVES,
} from './lists.js';
import { LIGHT_NOUNS, SET_PHRASES } from './stop-phrases.js';

const AND = ['', 'و', 'ف'];
const words = new Set(LONE_LETTERS);
const questions = new Set<string>();
const furniture = new Set<string>();

function add(into: Set<string>, list: string[], ...clitics: string[][]): void {
  let starts = [''];
  for (const slot of clitics)
    starts = starts.flatMap((start) => slot.map((clitic) => start + clitic));
  for (const word of list) for (const start of starts) into.add(start + fold(word));
}

add(words, PARTICLES, AND);
add(words, CONNECTIVES, AND, ['', 'ب', 'ل', 'ك']);
add(words, RELATIVES, AND, ['ال', 'بال', 'كال', 'لل', 'فال']);
add(words, PRONOUNS, AND);
add(words, AUXILIARIES, AND, ['', 'ل', 'س']);
add(words, QUESTION_WORDS, AND);
add(questions, QUESTION_WORDS, AND, ['', 'ب', 'ل', 'ك']);
add(furniture, FURNITURE, AND, ['', 'س']);
add(furniture, FURNITURE_NOUNS, AND, ['', 'ال', 'ب', 'ل', 'بال', 'لل']);
const lightNouns = new Set<string>();
add(lightNouns, LIGHT_NOUNS, AND, ['', 'ال', 'ب', 'ل', 'بال', 'لل']);
const phrases = new Set(SET_PHRASES.map(fold));

/**
 * Whether a folded word carries no subject of its own («في», «وبأن», «التي»). Folding makes some names equal
 * to such words (علي), so that a name finder asks before this.
 */
export function isFunctionWord(folded: string): boolean {
  return words.has(folded);
}

/** Whether a folded word makes a question («ماذا», «متى», «كم»). */
export function isQuestionWord(folded: string): boolean {
  return questions.has(folded);
}

/**
 * Whether a folded phrase (words joined by one space) is a set phrase without a subject: «في المنطقة»,
 * «من جهته», «على صعيد آخر». A lone noun is none, however light.
 */
export function isStopPhrase(folded: string): boolean {
  if (phrases.has(folded) || phrases.has(folded.replace(/^[وف](?=...)/, ''))) return true;
  const parts = folded.split(' ');
  if (parts.length === 1) return isFunctionWord(folded);
  return parts.every((word) => words.has(word) || lightNouns.has(word));
}

/**
 * Whether a folded word or phrase only frames a report: who said it and when («أضاف», «وتابع قائلا»,
 * «اليوم الخميس», «بحسب مصدر»). Every word must be such a word or a function word, one at least such a word.
 */
export function isNewsFurniture(folded: string): boolean {
  const parts = folded.split(' ');
  return (
    parts.some((word) => furniture.has(word)) &&
    parts.every((word) => furniture.has(word) || words.has(word))
  );
}
