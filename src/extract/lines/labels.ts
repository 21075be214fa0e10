import { plainWords } from '../text-cleaning.js';
import { LABELS, type LabelKind } from './label-words.js';

const kindOf = new Map<string, LabelKind>();
for (const [kind, labels] of Object.entries(LABELS) as Array<[LabelKind, string[]]>)
  for (const label of labels) kindOf.set(plainWords(label), kind);
const LONGEST_LABEL = 6;

/** A label at the beginning of a line, with what stands after it on the same line. */
export interface FoundLabel {
  kind: LabelKind;
  rest: string;
}

/**
 * The label that a line is («مقالات مشابهة»), or that it begins with («المصدر: البوابة»).
 * A label with something after it needs a colon (or a dash, a slash) in between.
 */
export function labelOf(line: string): FoundLabel | undefined {
  if (line.length > 2000) return undefined;
  const whole = line.length <= 80 ? kindOf.get(plainWords(line)) : undefined;
  if (whole) return { kind: whole, rest: '' };
  const colon = /^[^:：\n]{1,40}?\s*(?:[:：]|[-–—|./]{1,3}\s)/u.exec(line)?.[0];
  if (!colon) return undefined;
  const words = plainWords(colon);
  if (words.split(' ').length > LONGEST_LABEL) return undefined;
  const kind = kindOf.get(words);
  if (!kind) return undefined;
  return {
    kind,
    rest: line
      .slice(colon.length)
      .replace(/^[\s:：.…-]+/u, '')
      .trim(),
  };
}

/** The tags of a line, whatever it puts between them. */
export const tagsOf = (line: string): string[] =>
  line.split(/[,،;|]|\s[-–—#]\s|(?<=\S)\s*#/).filter((tag) => tag.trim());
