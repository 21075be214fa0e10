const WORDS = new Set(
  'في من على الي عن مع ان او ثم لا ما لم لن قد هذا هذه ذلك تلك التي الذي الذين كان كانت يكون هو هي هم كما بعد قبل بين عند كل غير حتي منذ خلال اي ايضا وفي ومن وعلي والي وان'.split(
    ' ',
  ),
);

/** Whether a folded word carries no subject of its own («في», «وبأن», «التي»). */
export function isFunctionWord(folded: string): boolean {
  return WORDS.has(folded);
}

/** Whether a folded phrase (words joined by one space) is a set phrase without a subject («في المنطقة», «من جهته»). */
export function isStopPhrase(folded: string): boolean {
  return folded.split(' ').every(isFunctionWord);
}
