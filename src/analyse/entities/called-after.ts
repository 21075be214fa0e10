import type { Lexeme } from '../lexeme.js';
import type { Word } from '../reading.js';
import type { Mention } from './entities.js';
import { isHonorific } from './person-context.js';
import { personAt } from './persons.js';
import { wordSet } from './word-set.js';

/** What is built and called after people: places that one goes to, and bodies that do something. Folded, bare. */
const PLACES = wordSet(
  'مطار مسجد جامع ملعب استاد ستاد طريق شارع جسر كوبري ميدان حديقه ميناء قاعده قصر نفق دوار حي',
);
const BODIES = wordSet(
  'جامعه مدينه مستشفي مركز موسسه كليه معهد مدرسه مجمع جمعيه صندوق مكتبه اكاديميه هييه مدارس دار',
);

/** Whether a word may begin the name of something called after a person. */
export function announcesCalledAfter({ bare, definite }: Lexeme): boolean {
  return !definite && (PLACES.has(bare) || BODIES.has(bare));
}

/**
 * What is called after somebody with a title, whole: «مدينة الملك فهد الطبية», «مطار الملك خالد الدولي». Without it the
 * king would be one more person, and «جامعة الملك» a body.
 */
export function calledAfter(words: Word[], at: number): Mention | undefined {
  const kind = words[at]!.lexeme;
  const title = words[at + 1];
  if (!announcesCalledAfter(kind) || !title || title.apart || !title.lexeme.definite)
    return undefined;
  if (!isHonorific(title.lexeme) || !words[at + 2] || words[at + 2]!.apart) return undefined;
  const person = personAt(words, at + 2);
  if (!person) return undefined;
  let length = 2 + person;
  while (length < MAX_WORDS && isSaidOf(kind, words[at + length])) length += 1;
  // «للعلوم والتقنية»
  const last = words[at + length - 1]!.lexeme;
  const more = words[at + length];
  if (last.prepositional && more && !more.apart && more.lexeme.conjoined && more.lexeme.definite)
    length += 1;
  const body = BODIES.has(kind.bare);
  // «مدينة الأمير» alone is a town's quarter at most; «الطبية» says what the city is.
  if (kind.bare === 'مدينه' && length === 2 + person && person < 2) return undefined;
  return { type: body ? 'organisation' : 'place', from: at, length };
}

const MAX_WORDS = 9;

/** «الدولي», «الطبية», «للعلوم»: an adjective that agrees, or what it is for. */
function isSaidOf(kind: Lexeme, word: Word | undefined): boolean {
  if (!word || word.apart || !word.lexeme.definite || word.lexeme.empty) return false;
  const { prepositional, conjoined, folded, bare } = word.lexeme;
  if (prepositional) return folded.startsWith('لل');
  return !conjoined && bare.endsWith('ه') === kind.bare.endsWith('ه');
}
