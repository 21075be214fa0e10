/** What a UTF-16 code unit is to an Arabic reader. Ranges from the Unicode character database. */

/** Inclusive ranges of code units. */
type Ranges = ReadonlyArray<readonly [number, number]>;

/** Vowel marks, Quranic signs and annotations, combining hamza and madda, tatweel. */
const ARABIC_MARKS: Ranges = [
  [0x0610, 0x061a],
  [0x0640, 0x0640],
  [0x064b, 0x065f],
  [0x0670, 0x0670],
  [0x0674, 0x0674],
  [0x06d6, 0x06dc],
  [0x06df, 0x06e8],
  [0x06ea, 0x06ed],
  [0x0897, 0x089f],
  [0x08c9, 0x08ff],
  [0xfc5e, 0xfc63],
  [0xfcf2, 0xfcf4],
  [0xfe70, 0xfe7f],
];

/** Signs that take no room: zero-width and bidirectional controls, soft hyphen, variation selectors. */
const INVISIBLE: Ranges = [
  [0x00ad, 0x00ad],
  [0x034f, 0x034f],
  [0x061c, 0x061c],
  [0x180e, 0x180e],
  [0x200b, 0x200f],
  [0x202a, 0x202e],
  [0x2060, 0x206f],
  [0xfe00, 0xfe0f],
  [0xfeff, 0xfeff],
];

/** Control codes other than white space. */
const CONTROLS: Ranges = [
  [0x00, 0x08],
  [0x0e, 0x1f],
  [0x7f, 0x84],
  [0x86, 0x9f],
];

/** Accents that stand after the Latin, Greek or Cyrillic letter they belong to. */
const ACCENTS: Ranges = [
  [0x0300, 0x034e],
  [0x0350, 0x036f],
];

export const ARABIC_LETTER = 1;
export const OTHER_LETTER = 2;
export const DIGIT = 3;
/** A sign that belongs to the word it stands in and vanishes when the word is folded. */
export const MARK = 4;
/** As MARK, but never shown: a word does not end in it. */
export const UNSEEN = 5;
export const SURROGATE = 6;

const classes = new Uint8Array(0x10000);

function fill(ranges: Ranges, value: number): void {
  for (const [first, last] of ranges) classes.fill(value, first, last + 1);
}

for (let code = 0x41; code < 0x10000; code++) {
  if (code === 0x3400) code = 0xa000; // Han, filled below
  if (code === 0xac00) code = 0xf900; // Hangul, surrogates and private use
  const character = String.fromCharCode(code);
  if (/\p{Nd}/u.test(character)) classes[code] = DIGIT;
  else if (/[\p{L}\p{Nl}\p{No}\p{Mc}\p{Mn}]/u.test(character))
    classes[code] = /\p{Script=Arabic}/u.test(character) ? ARABIC_LETTER : OTHER_LETTER;
}
classes.fill(OTHER_LETTER, 0x3400, 0xa000);
classes.fill(OTHER_LETTER, 0xac00, 0xd7a4);
classes.fill(DIGIT, 0x30, 0x3a);
classes.fill(SURROGATE, 0xd800, 0xe000);
// Whole blessings in one sign, which stand between words.
classes.fill(0, 0xfdfa, 0xfdfe);
fill(ARABIC_MARKS, MARK);
fill(ACCENTS, MARK);
fill(INVISIBLE, UNSEEN);
fill(CONTROLS, UNSEEN);

/** Class of a code unit: one of the constants above, or 0 for what stands between words. */
export const characterClass: Readonly<Uint8Array> = classes;

/** Whether a code unit vanishes when a text is folded. */
export function isIgnorable(code: number): boolean {
  const kind = classes[code];
  return kind === MARK || kind === UNSEEN;
}
