import { isIgnorable } from './characters.js';

/** Letters that a reader takes for the same as an Arabic one: first the Arabic letter, then the others. */
const SAME_LETTER = [
  'اأإآٱٲٳٵٮ',
  'بپٻڀ',
  'تٹٺټٽ',
  'جچڄڃڇ',
  'حځڂڅ',
  'دڈډڊڋڌڍڎڏڐ',
  'رڑڒړڔڕږ',
  'زژڗڙ',
  'سښڛ',
  'شڜ',
  'فڤڡڢڣڥڦ',
  'قڧڨٯ',
  'كکڪګڬڭڮگڰڱڲڳڴ',
  'لڵڶڷڸ',
  'نںڼڹڻڽ',
  'هةہھەۀۂۃە',
  'وؤٶٷۄۅۆۇۈۉۊۋۏ',
  'يىئیےۓۍێېۑٸؠ',
];

/** Table entry of a code unit that becomes nothing. */
export const DROPPED = 0xffff;
/** Table entry of a code unit that becomes more than one: see `foldLong`. */
export const LONG = 0xfffe;

const table = new Uint16Array(0x10000);
const long = new Map<number, string>();

function setLetters(): void {
  for (const [arabic = '', ...others] of SAME_LETTER)
    for (const other of others) table[other.charCodeAt(0)] = arabic.charCodeAt(0);
  table['ς'.charCodeAt(0)] = 'σ'.charCodeAt(0);
  table[0x066e] = 'ب'.charCodeAt(0); // dotless beh
  for (let digit = 0; digit < 10; digit++) {
    table[0x660 + digit] = 0x30 + digit;
    table[0x6f0 + digit] = 0x30 + digit;
  }
}

/** Folds one character through the compatibility and lower-case forms of Unicode until nothing changes. */
function foldThroughUnicode(character: string): string {
  let folded = '';
  const plain = character
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC');
  for (let i = 0; i < plain.length; i++) {
    const code = plain.charCodeAt(i);
    const to = table[code] as number;
    if (to === DROPPED) continue;
    folded += String.fromCharCode(to);
  }
  return folded;
}

/** Skips the large blocks that have neither case nor Arabic compatibility forms. */
function mayFold(code: number): boolean {
  return code < 0x2500 || (code >= 0x2c00 && code < 0x2e00) || code === 0x3000 || code >= 0xfb00;
}

function build(): void {
  for (let code = 0; code < 0x10000; code++) table[code] = isIgnorable(code) ? DROPPED : code;
  setLetters();
  for (let code = 0x41; code <= 0x5a; code++) table[code] = code + 0x20;
  const done = table.slice();
  for (let code = 0xa0; code < 0xfffe; code++) {
    if (done[code] !== code || !mayFold(code)) continue;
    const character = String.fromCharCode(code);
    let folded = foldThroughUnicode(character);
    for (let again = 0; again < 4; again++) {
      const next = [...folded].map(foldThroughUnicode).join('');
      if (next === folded) break;
      folded = next;
    }
    if (folded === character) continue;
    if (folded === '') done[code] = DROPPED;
    else if (folded.length === 1) done[code] = folded.charCodeAt(0);
    else {
      done[code] = LONG;
      long.set(code, folded);
    }
  }
  table.set(done);
}
build();

/** Code unit → folded code unit, DROPPED or LONG. */
export const foldTable: Readonly<Uint16Array> = table;

/** What a code unit marked LONG becomes: ligatures («ﻻ», «ﷲ»), fractions. */
export function foldLong(code: number): string {
  return long.get(code) ?? '';
}
