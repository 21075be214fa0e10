import { nameOfSkeleton, standardSpelling, withoutFinalHamza } from './name-table.js';
import { isForeign } from './native-shape.js';
import { arabicSkeleton, consonantsOf } from './skeleton.js';
import { BEFORE_ALLAH, isArabicWord, withoutArticle, type NameUnit } from './words-of-names.js';

const ALLAH = 'الله';
const FATHER_OF: ReadonlySet<string> = new Set(['ابو', 'ابي', 'ابا']);
/** «أبي أحمد» is a name of its own, «أبي بن كعب» too. */
const NOT_AFTER_FATHER: ReadonlySet<string> = new Set(['احمد', 'بن', 'ابن']);
const SHORTEST_FATHER_OF = 6;
const CACHED_WORDS = 1 << 15;
/** Longer ones are no names. */
const LONGEST = 40;

const keys = new Map<string, string>();

const BEGINS_SEVERAL: ReadonlySet<string> = new Set([...FATHER_OF, 'ال', 'ابن', 'عبد', 'العبد']);

/** Whether the word at a place of a name may belong together with the word after it. */
export function beginsSeveral(word: string, following: string | undefined): boolean {
  return following === ALLAH || (word.length < 6 && BEGINS_SEVERAL.has(word));
}

/** Key of the part of a name that begins at an Arabic word: one word, or several that make one name. */
export function arabicUnit(words: readonly string[], at: number): NameUnit {
  const word = words[at] as string;
  const following = words[at + 1];
  if (!isArabicWord(following)) return { key: wordKey(word), next: at + 1 };
  if (word === 'ال') return { key: word, next: at + 1 };
  if (word === 'ابن') return { key: 'بن', next: at + 1 };
  if (FATHER_OF.has(word)) return fatherOf(words, at);
  if (word === 'عبد' || word === 'العبد')
    return { key: `عبد${afterJoint(following)}`, next: at + 2 };
  if (following === ALLAH) {
    const bare = withoutArticle(word);
    if (BEFORE_ALLAH.has(bare)) return { key: wordKey(bare + ALLAH), next: at + 2 };
  }
  return { key: wordKey(word), next: at + 1 };
}

function fatherOf(words: readonly string[], at: number): NameUnit {
  const word = words[at] as string;
  const following = words[at + 1] as string;
  const third = words[at + 2];
  if (word === 'ابي' && NOT_AFTER_FATHER.has(following)) return { key: word, next: at + 1 };
  if (following === 'عبد' && isArabicWord(third))
    return { key: `ابوعبد${afterJoint(third)}`, next: at + 3 };
  if (3 + following.length < SHORTEST_FATHER_OF) return { key: 'ابو', next: at + 1 };
  return { key: wordKey(`ابو${following}`), next: at + 2 };
}

/** What stands after «عبد» or «أبو» in one word: with its article, in its standard spelling. */
function afterJoint(word: string): string {
  if (word === ALLAH) return word;
  if (word.length > 4 && word.startsWith('ال')) return `ال${standard(word.slice(2))}`;
  return standard(word);
}

function standard(word: string): string {
  const bare = withoutFinalHamza(word);
  const name = standardSpelling(bare) ?? bare;
  return name.startsWith('ال') ? bare : name;
}

/** Key of one folded Arabic word. */
export function wordKey(word: string): string {
  const known = keys.get(word);
  if (known !== undefined) return known;
  const key = makeKey(word);
  if (word.length <= LONGEST) {
    if (keys.size >= CACHED_WORDS) keys.clear();
    keys.set(word, key);
  }
  return key;
}

function makeKey(word: string): string {
  if (word.length > LONGEST) return word;
  const bare = withoutFinalHamza(withoutArticle(word));
  const name = standardSpelling(bare);
  if (name !== undefined) return name;
  if (bare.startsWith('عبد') && bare.length > 5) return `عبد${afterJoint(bare.slice(3))}`;
  if (bare.startsWith('ابو') && bare.length >= SHORTEST_FATHER_OF)
    return `ابو${afterJoint(bare.slice(3))}`;
  if (bare.endsWith(ALLAH)) return bare;
  if (bare.length > 6 && bare.endsWith('الدين')) return `${wordKey(bare.slice(0, -5))} دين`;
  if (word.endsWith('اء')) return isForeign(bare) ? withoutArticle(word) : bare;
  if (!isForeign(bare)) return bare;
  const skeleton = arabicSkeleton(bare);
  if (consonantsOf(skeleton) < 2) return bare;
  return nameOfSkeleton(skeleton) ?? `~${skeleton}`;
}
