/** Words that cannot end a paragraph: what follows them was cut off by a line break. */
const OPEN_END =
  /(?:^|\s)(?:و|في|من|إلى|الى|على|عن|أن|إن|التي|الذي|الذين|بين|مع|حتى|لدى|عند|بعد|قبل|خلال|أو|ثم|لكن|كما|منذ|نحو|حول|ضد|دون|غير|كل|بعض|هذا|هذه|ما|لا|لم|لن|قد|the|of|and|to|in|a|an|for|with|that|which|from|by|on|at|or)$/iu;
const LONE_WAW = /(?:^|[\s.،؛؟!])و$/u;
const CONTINUES = /^[،,.؛;:)\]»”]/u;
/** Below this a text is a heading or a line of verse, not a paragraph cut in two. */
const SHORTEST_PARAGRAPH = 40;

/**
 * Paragraphs that a line break cut in two, made one again: the first ends with a word that cannot end
 * a paragraph («و», «في», «التي»), or the second begins with closing punctuation.
 * A lone «و» is written together with the word that follows it.
 */
export function rejoin(paragraphs: readonly string[]): string[] {
  const joined: string[] = [];
  for (const paragraph of paragraphs) {
    const before = joined.at(-1);
    if (before !== undefined && isCut(before, paragraph))
      joined[joined.length - 1] = join(before, paragraph);
    else joined.push(paragraph);
  }
  return joined;
}

/** Was one paragraph cut between these two? */
export function isCut(before: string, after: string): boolean {
  if (before.length < SHORTEST_PARAGRAPH || !after) return false;
  return OPEN_END.test(before.slice(-12)) || CONTINUES.test(after) || LONE_WAW.test(before);
}

/** The two halves of a cut paragraph as one. */
export function join(before: string, after: string): string {
  if (LONE_WAW.test(before)) return before + after;
  return CONTINUES.test(after) ? before + after : `${before} ${after}`;
}
