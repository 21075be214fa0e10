import { nameKey } from '../../arabic/names/name-key.js';
import type { Passage, Word } from '../reading.js';
import { writtenForm } from '../written-form.js';
import type { Mention } from './entities.js';
import { NAME_PARTICLES, PERSON_TITLES } from './name-lists.js';

/**
 * Adds short mentions of people whose full name stands elsewhere in the article («غوتيريش» beside «أنطونيو
 * غوتيريش»), and says which full name each short one stands for: `nameKey` → full name.
 */
export function carryNames(passages: Passage[], mentions: Mention[][]): Map<string, string> {
  const names = new Map<string, string>();
  const parts = new Map<string, string>();
  passages.forEach((passage, index) => {
    for (const { type, from, length } of mentions[index]!) {
      if (type !== 'person' || length < 2) continue;
      const words = passage.words.slice(from, from + length);
      const full = writtenForm(passage.text, words);
      for (const part of shortForms(passage.text, words)) {
        if (!parts.has(part.core)) parts.set(part.core, full);
        const key = nameKey(part.written);
        if (!names.has(key)) names.set(key, full);
      }
    }
  });
  if (parts.size) {
    passages.forEach((passage, index) => {
      mentions[index] = withShortMentions(passage.words, mentions[index]!, parts);
    });
  }
  return names;
}

/** A short form in brackets after a body's name: at most so many letters. */
const LONGEST_ACRONYM = 12;

/**
 * Short forms that the article itself explains («منظمة الصحة العالمية (WHO)», «حلف شمال الأطلسي (الناتو)»): folded →
 * the body's name. Adds their later mentions.
 */
export function carryAcronyms(passages: Passage[], mentions: Mention[][]): void {
  const bodies = new Map<string, string>();
  passages.forEach(({ text, words }, index) => {
    for (const { type, from, length, known } of mentions[index]!) {
      const short = words[from + length];
      if (type !== 'organisation' || !short || short.end - short.start > LONGEST_ACRONYM) continue;
      const last = words[from + length - 1]!;
      if (!/^\s*[(\[]\s*$/.test(text.slice(last.end, short.start))) continue;
      if (!/^\s*[)\]]/.test(text.slice(short.end, short.end + 3))) continue;
      if (short.kind === 'number' || short.lexeme.functional) continue;
      // «نادي الوحدة (أبوظبي)»: where it is, not what it is called.
      const other = mentions[index]!.find((mention) => mention.from === from + length);
      if (other && other.type !== 'organisation') continue;
      const { folded } = short.lexeme;
      if (!bodies.has(folded))
        bodies.set(folded, known?.name ?? writtenForm(text, words.slice(from, from + length)));
    }
  });
  if (!bodies.size) return;
  passages.forEach(({ words }, index) => {
    const all: Mention[] = mentions[index]!.filter(
      ({ from, length }) => length > 1 || !bodies.has(words[from]!.lexeme.folded),
    );
    const taken = new Set(all.flatMap(({ from, length }) => span(from, length)));
    words.forEach(({ lexeme }, from) => {
      const name = bodies.get(lexeme.folded);
      if (name === undefined || taken.has(from)) return;
      all.push({ type: 'organisation', from, length: 1, known: { type: 'organisation', name } });
    });
    mentions[index] = all.sort((a, b) => a.from - b.from);
  });
}

const span = (from: number, length: number) => Array.from({ length }, (_, i) => from + i);

/** The ways in which news shortens a name: its last word, or its last two where a particle joins them. */
function shortForms(text: string, words: Word[]): Array<{ core: string; written: string }> {
  const last = words.at(-1)!;
  const before = words.at(-2)!;
  if (
    last.lexeme.core.length < 3 ||
    last.lexeme.folded === 'الله' ||
    PERSON_TITLES.has(last.lexeme.bare)
  )
    return [];
  if (NAME_PARTICLES.has(before.lexeme.folded))
    return words.length > 2
      ? [{ core: last.lexeme.core, written: writtenForm(text, words.slice(-2)) }]
      : [];
  const forms = [{ core: last.lexeme.core, written: writtenForm(text, [last]) }];
  return forms;
}

function withShortMentions(
  words: Word[],
  mentions: Mention[],
  parts: Map<string, string>,
): Mention[] {
  const all: Mention[] = [];
  let next = 0;
  for (let at = 0; at < words.length; at += 1) {
    const mention = mentions[next];
    if (mention && mention.from === at) {
      all.push(mention);
      at += mention.length - 1;
      next += 1;
      continue;
    }
    if (words[at]!.lexeme.functional) continue;
    if (parts.has(words[at]!.lexeme.core) || parts.has(words[at]!.lexeme.folded))
      all.push({ type: 'person', from: at, length: 1 });
  }
  return all;
}
