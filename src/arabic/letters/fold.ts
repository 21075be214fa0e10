import { ARABIC_LETTER, characterClass, isIgnorable } from './characters.js';
import { DROPPED, foldLong, foldTable, LONG } from './fold-table.js';
import { interned, SPREAD } from './interned.js';

const WAW = 0x648;
const YEH = 0x64a;
const LAM = 0x644;
const TEH = 0x62a;
const YEH_WITH_HAMZA = 0x626;
const HAMZA_ABOVE = 0x654;
/** No ligature of Unicode becomes more units than this. */
const LONGEST = 18;
/** So many arguments `String.fromCharCode` surely takes. */
const CHUNK = 4096;

/** Longer ones are no words. */
const LONGEST_WORD = 64;

let buffer = new Uint16Array(1024);
const word = new Uint16Array(LONGEST_WORD);

/**
 * The form of a text for finding: the same for all spellings that a reader takes for the same. Letters of
 * one sound made one (أ إ آ ٱ as ا; ى as ي; ة as ه; Persian and Urdu forms as the Arabic ones; presentation
 * forms), hamza carriers made plain (composed or not; «مسئول» as «مسؤول»), all marks, tatweel and controls
 * gone, a letter written three times or more for emphasis once, digits ASCII, other scripts in lower case
 * without accents. Idempotent, and linear in the length of `text`.
 */
export function fold(text: string): string {
  return foldSlice(text, 0, text.length);
}

/** `fold(text.slice(start, end))`, without making the slice. */
export function foldSlice(text: string, start: number, end: number): string {
  let last = 0;
  let beforeLast = 0;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (foldTable[code] !== code) return foldChanged(text, start, end);
    if (code === last && code === beforeLast && characterClass[code] === ARABIC_LETTER)
      return foldChanged(text, start, end);
    beforeLast = last;
    last = code;
  }
  return text.slice(start, end);
}

/** `fold` of one word of a text, in one pass; the same word mostly comes back as the same string. */
export function foldWord(text: string, start: number, end: number): string {
  if (end - start > LONGEST_WORD) return foldSlice(text, start, end);
  let size = 0;
  let hash = 0;
  let last = 0;
  let beforeLast = 0;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    let to = foldTable[code] as number;
    if (to === DROPPED) continue;
    if (to === YEH && isHamzaBeforeWaw(text, at, end)) to = WAW;
    if (to >= LONG || (to === last && to === beforeLast)) return foldChanged(text, start, end);
    beforeLast = last;
    last = to;
    word[size++] = to;
    hash = Math.imul(hash ^ to, SPREAD);
  }
  return interned(word, size, hash);
}

function foldChanged(text: string, start: number, end: number): string {
  let size = 0;
  let run = 0;
  let emphasised = false;
  room(end - start);
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    let to = foldTable[code] as number;
    if (to === DROPPED) continue;
    if (to === LONG) {
      room(size + LONGEST + end - at);
      const long = foldLong(code);
      for (let i = 0; i < long.length; i++) buffer[size++] = long.charCodeAt(i);
      emphasised = true; // perhaps: its ends may go on a run
      continue;
    }
    if (to === YEH && isHamzaBeforeWaw(text, at, end)) to = WAW;
    run = size > 0 && buffer[size - 1] === to ? run + 1 : 1;
    if (run > 2) emphasised = true;
    buffer[size++] = to;
  }
  if (emphasised) size = withoutEmphasis(size);
  return size <= CHUNK ? piece(0, size) : pieces(size);
}

function room(units: number): void {
  if (buffer.length >= units) return;
  const larger = new Uint16Array(units * 2);
  larger.set(buffer);
  buffer = larger;
}

/** «شئون» is written «شؤون» as well: a hamza on yeh before waw is one on waw. */
function isHamzaBeforeWaw(text: string, at: number, end: number): boolean {
  let hamza = text.charCodeAt(at) === YEH_WITH_HAMZA;
  let next = at + 1;
  for (; next < end && isIgnorable(text.charCodeAt(next)); next++)
    if (text.charCodeAt(next) === HAMZA_ABOVE) hamza = true;
  return hamza && next < end && foldTable[text.charCodeAt(next)] === WAW;
}

/**
 * Makes every run of three or more of one Arabic letter in the buffer a single one («مبرووووك»). Two lams
 * are kept («لللاعبين» is a slip for «للاعبين») and three tehs at the start of a word («تتتبع» is a word).
 */
function withoutEmphasis(size: number): number {
  let kept = 0;
  for (let at = 0; at < size;) {
    const code = buffer[at] as number;
    let next = at + 1;
    while (next < size && buffer[next] === code) next++;
    let count = next - at;
    if (count > 2 && characterClass[code] === ARABIC_LETTER) {
      const starts = kept === 0 || characterClass[buffer[kept - 1] as number] !== ARABIC_LETTER;
      if (code === LAM) count = 2;
      else if (!(code === TEH && starts && count === 3)) count = 1;
    }
    buffer.fill(code, kept, kept + count);
    kept += count;
    at = next;
  }
  return kept;
}

function piece(start: number, end: number): string {
  return String.fromCharCode.apply(null, buffer.subarray(start, end) as unknown as number[]);
}

function pieces(size: number): string {
  let text = '';
  for (let start = 0; start < size; start += CHUNK)
    text += piece(start, Math.min(start + CHUNK, size));
  return text;
}
