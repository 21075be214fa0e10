import { isFunctionWord } from '../arabic/function-words/function-words.js';
import { nameKey } from '../arabic/names/name-key.js';
import { stem } from '../arabic/stems/stem.js';
import { tokenise } from '../arabic/words/tokenise.js';

/** A name or a phrase, as far as it repeats another. */
export interface Saying {
  /** One for all spellings of the whole («عبدالله», «عبد الله»). */
  key: string;
  words: Array<{
    stem: string;
    /** One for all spellings of a name. */
    key: string;
    /** Without long vowels: «جوزف» and «جوزيف» have the same. */
    consonants: string;
  }>;
}

/** A name or a phrase as it is written, ready to be held beside others. */
export function sayingOf(text: string): Saying {
  const words = tokenise(text)
    .filter(({ folded }) => !isFunctionWord(folded))
    .map(({ folded }) => ({
      stem: stem(folded),
      key: nameKey(folded),
      consonants: folded[0] + folded.slice(1).replace(/[اويى]/g, ''),
    }));
  return { key: nameKey(text), words };
}

/** Whether each word of one is a word of the other, in whatever order and spelling. */
export function isWithin(one: Saying, other: Saying): boolean {
  if (one.key === other.key) return true;
  // Of a lone word the consonants are too little: «قطر», «قطار».
  const lone = one.words.length < 2;
  return one.words.every(({ stem, key, consonants }) =>
    other.words.some(
      (word) => word.stem === stem || word.key === key || (!lone && word.consonants === consonants),
    ),
  );
}
