/** A piece of a query as typed, before its words are analysed. */
export interface QueryPart {
  text: string;
  /** What stands before the colon, where something does. */
  field?: string;
  /** Written with a minus sign before it. */
  without: boolean;
  quoted: boolean;
}

const CLOSING: Readonly<Record<string, string>> = {
  '"': '"',
  '«': '»',
  '“': '”',
  '”': '”',
  '„': '“',
  '‹': '›',
};
const SPACE = /\s/;
const MINUS = /[-−–]/;
const FIELD = /^(\p{L}[\p{L}\p{M}\u0640]{1,20})[:：](?!\/\/)/u;
const OR = /^(?:OR|or|أو|\|{1,2})$/;
/** What is asked for together is all needed anyway. */
const AND = /^(?:AND|and|&{1,2}|\+)$/;
const NOT = 'NOT';
/** Letters spelled out with spaces are one word: «أ ف ب», «د. ب. أ». */
const LONE_LETTER = /^\p{L}\.?$/u;

/**
 * The parts of a query in order; parts joined by OR, or, أو or | in one list, a part after NOT as one with a minus
 * sign, AND passed over. Pairs of quotes make one part; a quote
 * that is not closed is passed over. An OR at an end of the query, or before another, joins nothing.
 */
export function scanQuery(text: string): QueryPart[][] {
  const groups: QueryPart[][] = [];
  let joins = false;
  let negates = false;
  let at = 0;
  const closers = new Map<string, number>();
  const closed = (sign: string, from: number) => {
    const known = closers.get(sign);
    const place = known !== undefined && known >= from ? known : text.indexOf(sign, from);
    closers.set(sign, place < 0 ? Infinity : place);
    return place < 0 || place === Infinity ? undefined : place;
  };
  while (at < text.length) {
    if (SPACE.test(text[at] as string)) {
      at++;
      continue;
    }
    const scanned = scanPart(text, at, closed);
    at = scanned.end;
    const { part } = scanned;
    if (part.text === '' || isPlain(part, AND)) continue;
    if (isPlain(part, OR)) {
      joins = groups.length > 0;
      continue;
    }
    if (part.text === NOT && isPlain(part) && at < text.trimEnd().length) {
      negates = true;
      continue;
    }
    part.without ||= negates;
    negates = false;
    const last = groups.at(-1);
    if (joins && last && !part.without && !last.some(({ without }) => without)) last.push(part);
    else groups.push([part]);
    joins = false;
  }
  return groups.reduce(withSpelledOut, []);
}

function isPlain({ text, field, without, quoted }: QueryPart, pattern = /^/): boolean {
  return !quoted && !without && field === undefined && pattern.test(text);
}

/** Takes one group more; a lone letter goes to the lone letters before it. */
function withSpelledOut(groups: QueryPart[][], group: QueryPart[]): QueryPart[][] {
  const [part, ...others] = group;
  const [before, ...more] = groups.at(-1) ?? [];
  const continues =
    part !== undefined &&
    before !== undefined &&
    others.length + more.length === 0 &&
    isPlain(part, LONE_LETTER) &&
    isPlain(before, /^\p{L}\.?(?: \p{L}\.?)*$/u);
  if (continues) before.text += ` ${part.text}`;
  else groups.push(group);
  return groups;
}

type FindClosing = (sign: string, from: number) => number | undefined;

function scanPart(
  text: string,
  start: number,
  closed: FindClosing,
): { part: QueryPart; end: number } {
  let at = start;
  const without = MINUS.test(text[at] as string) && isWordStart(text, at + 1);
  if (without) at++;
  const field = FIELD.exec(text.slice(at, at + 24))?.[1];
  if (field !== undefined) at += field.length + 1;
  const named = field === undefined ? {} : { field };
  const quotation = scanQuotation(text, at, closed);
  if (quotation) {
    return { part: { text: quotation.text, ...named, without, quoted: true }, end: quotation.end };
  }
  let end = at;
  while (end < text.length && !SPACE.test(text[end] as string)) {
    if (end > at && scanQuotation(text, end, closed)) break;
    end++;
  }
  const word = text.slice(at, end);
  if (word === '' && field !== undefined && isWordStart(text.trimEnd(), spaceEnd(text, end))) {
    const value = scanPart(text, spaceEnd(text, end), closed);
    if (isPlain(value.part) || value.part.quoted)
      return { part: { ...value.part, field, without }, end: value.end };
  }
  if (word === '' && field !== undefined)
    return { part: { text: field, without, quoted: false }, end: Math.max(end, at) };
  return { part: { text: word, ...named, without, quoted: false }, end: Math.max(end, start + 1) };
}

function scanQuotation(
  text: string,
  at: number,
  closed: FindClosing,
): { text: string; end: number } | undefined {
  const sign = CLOSING[text[at] ?? ''];
  if (sign === undefined) return undefined;
  const end = closed(sign, at + 1);
  if (end === undefined || text.slice(at + 1, end).trim() === '') return undefined;
  return { text: text.slice(at + 1, end), end: end + 1 };
}

function spaceEnd(text: string, at: number): number {
  let end = at;
  while (end < text.length && SPACE.test(text[end] as string)) end++;
  return end;
}

function isWordStart(text: string, at: number): boolean {
  const next = text[at];
  return next !== undefined && !SPACE.test(next) && !MINUS.test(next);
}
