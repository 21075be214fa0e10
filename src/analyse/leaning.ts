import { isNewsFurniture } from '../arabic/function-words/function-words.js';
import { SPEECH_VERBS } from './entities/name-lists.js';
import type { Word } from './reading.js';

/** Words that need the sentence before: connectives, pronouns, «الذي». */
const LEANING_WORDS = new Set(
  (
    'لما بذلك بهذا هكذا عليه كما فيما لكن لكنه لكنها لكنهم الا بل حيث اذ هو هي هم هذا هذه ذلك تلك هولاء هؤلاء اولئك لذلك لذا لهذا كذلك ايضا بينما ثم ' +
    'ان انه انها انهم منها منه فيها فيه عنها عنه هنا هناك هنالك بعدها عندها حينها منهم بينهم بينها الذي التي الذين قد لقد'
  ).split(' '),
);

/** Verbs that go on from what was said. */
const CONTINUES = /^و?(?:اضافت?|اردفت?|استطردت?)$/;
/** «ف» before what no word begins with: «فعلى», «فقد», «فالقرار». */
const FOLLOWS = /^ف(?:على|عن|في|من|إلى|إن|قد|لقد|هو|هي|هذا|هذه)(?!\p{L})/u;
/** A verb and right after it what somebody said: who it was stands before. */
const QUOTES = /^\p{L}+\s*[:"«“]/u;

/** «أيضا» among so many first words adds to what was said before. */
const ALSO_WITHIN = 5;
const ALSO = new Set(['ايضا', 'كذلك']);

const withoutAnd = (word: string): string => (word.startsWith('و') ? word.slice(1) : word);

/**
 * «من جانبه أوضح…», «بدوره قال…», «إلى ذلك…»: after somebody or something else, even where a report begins so.
 * @param words of the sentence, its first two at least
 */
export function turnsToAnother([first, second]: Word[]): boolean {
  const opening = withoutAnd(first!.lexeme.folded);
  if (/^بدور(?:ه|ها|هم)$/.test(opening)) return true;
  const next = second?.lexeme.folded ?? '';
  if (opening === 'من') return /^(?:جانب|جه[هت]|ناحي[هت]|بين)(?:ه|ها|هم|هما)?$/.test(next);
  return (
    (opening === 'الي' && next === 'ذلك') || (opening === 'في' && /^(?:المقابل|السياق)$/.test(next))
  );
}

/**
 * «وأضاف أن…», «كما…», «اشتمل البرنامج أيضا…», «فعلى أرضه…», «قال: …»: a sentence that needs the one before it.
 * «قال الوزير…» does not.
 * @param words of the sentence, one at least
 * @param text as written, from its first word on
 */
export function leansOnOthers(words: Word[], text: string): boolean {
  const [first, second] = words;
  const { lexeme } = first!;
  if (FOLLOWS.test(text) || QUOTES.test(text) || CONTINUES.test(lexeme.folded)) return true;
  if (lexeme.conjoined && lexeme.definite && lexeme.folded.startsWith('فال')) return true;
  for (let at = 1; at < ALSO_WITHIN && at < words.length; at += 1)
    if (ALSO.has(words[at]!.lexeme.folded)) return true;
  if (LEANING_WORDS.has(withoutAnd(lexeme.folded))) return true;
  const speaks = isNewsFurniture(lexeme.folded) || SPEECH_VERBS.has(lexeme.bare);
  return speaks && (!second || second.lexeme.functional || second.lexeme.prepositional);
}
