import { nameKey } from '../../arabic/names/name-key.js';
import type { Passage, Word } from '../reading.js';
import { writtenForm } from '../written-form.js';
import type { Mention } from './entities.js';
import { NAME_PARTICLES, PERSON_TITLES } from './name-lists.js';

/**
 * Adds short mentions of people whose full name stands elsewhere in the article («غوتيريش» beside «أنطونيو
 * غوتيريش»), and says which full name each short one stands for: `type key` → full name.
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
        const key = `person ${nameKey(part.written)}`;
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
    if (parts.has(words[at]!.lexeme.core) || parts.has(words[at]!.lexeme.folded))
      all.push({ type: 'person', from: at, length: 1 });
  }
  return all;
}
