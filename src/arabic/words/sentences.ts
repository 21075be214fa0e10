/** Where a sentence stands: UTF-16 offsets, end exclusive. */
export interface SentenceSpan {
  start: number;
  end: number;
}

/** The sentences of a text in order, without the white space around them. */
export function sentences(text: string): SentenceSpan[] {
  const spans: SentenceSpan[] = [];
  for (const match of text.matchAll(/[^.!?؟؛…\n]+[.!?؟؛…]*["»”)]*/g)) {
    const start = match.index + (match[0].length - match[0].trimStart().length);
    const end = match.index + match[0].trimEnd().length;
    if (end > start) spans.push({ start, end });
  }
  return spans;
}
