import { Remembered } from '../../arabic/letters/remembered.js';
import { tokenise } from '../../arabic/words/tokenise.js';
import type { Entity } from '../../model/analysis.js';
import { lexemeOf } from '../lexeme.js';
import type { Passage, Reading, Word } from '../reading.js';
import type { Key } from './key-table.js';
import type { MarkedWords } from './runs.js';
import { markWords, PLACED } from './word-marks.js';

/** The canonical name that a name in the article is called by. */
export interface Called extends Key {
  /** Where it is what to write. */
  name: string | undefined;
  person: boolean;
}

/** The words in which phrases are looked for, title and body in one row, by `Word.at`. */
export interface PhraseWords extends MarkedWords {
  words: Word[];
  /** From this word on it is the body. */
  bodyAt: number;
  /** Number of the stem of each word, and after them those of the names' keys. */
  stems: number[];
  /** The stem that has a number. */
  spelt: string[];
  /** By the index of the name. */
  called: Called[];
}

/** A title that only repeats how the body begins is left out. */
export function phraseWordsOf(reading: Reading, entities: Entity[]): PhraseWords {
  const { title, body } = reading;
  const passages = reading.titleIsOpening ? [body] : [title, body];
  const words = reading.titleIsOpening ? body.words : [...title.words, ...body.words];
  const names = new Int32Array(words.length).fill(-1);
  const bodyAt = words.length - body.words.length;
  for (const passage of passages) markNames(names, passage, entities);
  const stems = words.map(({ stemNumber }) => stemNumber);
  const marks = new Int32Array(words.length);
  let before = 0;
  for (const passage of passages) {
    markWords(marks, before, passage);
    before += passage.words.length;
  }
  for (let i = bodyAt; i < words.length && words[i]!.start < reading.opening; i += 1) {
    names[i] = -1;
    marks[i]! |= PLACED.outside;
  }
  const byName = new Map<string, Key>();
  const called = entities.map(({ name, type }): Called => {
    let key = byName.get(name);
    if (!key) {
      const keyAt = stems.length;
      for (const stem of stemsOf(name)) stems.push(reading.stems.of(stem));
      byName.set(name, (key = { keyAt, keyLength: stems.length - keyAt }));
    }
    const { keyAt, keyLength } = key;
    const person = type === 'person';
    return { keyAt, keyLength, person, name: type === 'organisation' ? undefined : name };
  });
  return { words, marks, names, bodyAt, stems, spelt: reading.stems.spelt, called };
}

/** Notes for each word of a passage the index of the name it belongs to. */
function markNames(names: Int32Array, { words, field }: Passage, entities: Entity[]): void {
  const before = words[0]?.at ?? 0;
  let at = 0;
  entities.forEach((entity, index) => {
    if (entity.field !== field) return;
    while (at < words.length && words[at]!.end <= entity.start) at += 1;
    for (let i = at; i < words.length && words[i]!.start < entity.end; i += 1)
      names[before + i] = index;
  });
}

const remembered = new Remembered<string[]>(10_000);

function stemsOf(name: string): string[] {
  return remembered.of(name, (written) =>
    tokenise(written).map(({ folded }) => lexemeOf(folded).stem),
  );
}
