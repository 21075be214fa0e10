import { fold } from '../../arabic/letters/fold.js';
import { isFunctionWord } from '../../arabic/function-words/function-words.js';
import type { EntityType } from '../../model/analysis.js';
import { isVerb } from '../verbs.js';
import { bareRarity, definiteRarity, isKnownWord } from '../word-frequencies.js';
import { tableLines } from '../data-table.js';
import type { Lexeme } from '../lexeme.js';
import type { Word } from '../reading.js';
import { countries, regions } from './countries.js';
import { KNOWN_PEOPLE } from './known-people.js';
import { KNOWN_ORGANISATIONS } from './known-organisations.js';

/** What the gazetteers know of a name. */
export interface Known {
  type: EntityType;
  /** Canonical name as readers know it; absent where the written form is as good. */
  name?: string;
  country?: string;
  /** Degrees north and east, for cities. */
  at?: [number, number];
  /** Also a word or a person's name: counts only where the text says that it is a place. */
  weak?: boolean;
}

export interface Match {
  /** Number of words. */
  length: number;
  known: Known;
}

/** What is known of a name, or the line of the table that says so: of thousands of places an article names a few. */
type Entry = Known | string;

interface Tables {
  names: Map<string, Entry>;
  /** Folded first word → how the names of several words go on that begin so. */
  longer: Map<string, NameNodes>;
  nisbas: Map<string, string>;
}

/** Names that begin with the same words: what those words alone name, and by the word that goes on. */
interface NameNode {
  entry: Entry | undefined;
  next: NameNodes | undefined;
}
type NameNodes = Map<string, NameNode>;

/** The beginning of a word's names: the form of the word in which they have it. */
export interface NameStart {
  first: string;
  node: NameNode;
}

let tables: Tables | undefined;

function load(): Tables {
  const names = new Map<string, Entry>();
  const nisbas = new Map<string, string>();
  for (const line of tableLines('places.txt.gz')) {
    const written = line.slice(0, line.indexOf('\t'));
    names.set(written.replace('?', ''), line);
  }
  for (const line of tableLines('territories.txt.gz')) {
    const [name = '', country] = line.split('\t');
    // A direction is no part of a name but in names of countries: «غرب أفريقيا» is in Africa.
    if (!country && DIRECTION.test(name)) continue;
    names.set(key(name), { type: 'place', name, ...(country ? { country } : {}) });
  }
  for (const { country, names: variants, nisbas: adjectives } of countries) {
    for (const name of variants)
      names.set(key(name), { type: 'place', name: variants[0]!, ...(country ? { country } : {}) });
    for (const nisba of adjectives) if (country) nisbas.set(fold(nisba), country);
  }
  for (const { country, names: places } of regions)
    for (const written of places) {
      const name = written.replace('?', '');
      const entry = names.get(key(name));
      const city = entry === undefined ? undefined : readEntry(entry);
      if (city?.name) continue;
      const at = city?.country === country ? city?.at : undefined;
      names.set(key(name), {
        type: 'place',
        name,
        ...(country ? { country } : {}),
        ...(at ? { at } : {}),
        ...(written === name ? {} : { weak: true }),
      });
    }
  for (const line of KNOWN_ORGANISATIONS.trim().split('\n')) {
    const variants = line.replace(/^\* /, '').split('|');
    for (const name of variants)
      names.set(key(name), {
        type: 'organisation',
        name: line.startsWith('*') ? name : variants[0]!,
      });
  }
  for (const line of KNOWN_PEOPLE.trim().split('\n')) {
    const variants = line.split('|');
    for (const name of variants) names.set(key(name), { type: 'person', name: variants[0]! });
  }
  const longer = new Map<string, NameNodes>();
  for (const [name, entry] of names) if (name.includes(' ')) addName(longer, name, entry);
  return { names, longer, nisbas };
}

function addName(longer: Map<string, NameNodes>, name: string, entry: Entry): void {
  const [first, ...rest] = name.split(' ');
  let nodes = longer.get(first!);
  if (!nodes) longer.set(first!, (nodes = new Map()));
  rest.forEach((word, at) => {
    let node = nodes!.get(word);
    if (!node) nodes!.set(word, (node = { entry: undefined, next: undefined }));
    if (at === rest.length - 1) node.entry = entry;
    else nodes = node.next ??= new Map<string, NameNode>();
  });
}

/** What an entry says, read where it was not before. */
function readEntry(entry: Entry): Known {
  if (typeof entry !== 'string') return entry;
  const [written = '', country = '', north, east] = entry.split('\t');
  const name = written.replace('?', '');
  const weak = name !== written || isVerb(name) || isFunctionWord(name) || hidesNoun(name);
  return {
    type: 'place',
    country,
    ...(north ? { at: [Number(north), Number(east)] as [number, number] } : {}),
    ...(weak ? { weak } : {}),
  };
}

/** @param name folded */
function knownCalled(name: string): Known | undefined {
  const { names } = (tables ??= load());
  const entry = names.get(name);
  if (typeof entry !== 'string') return entry;
  const read = readEntry(entry);
  names.set(name, read);
  return read;
}

const DIRECTION = /^(?:شمال|جنوب|شرق|غرب|وسط)(?:ي|ية)? /;

/** «قوله»: a noun with a pronoun rather than a town. */
function hidesNoun(name: string): boolean {
  const noun = /^(?!ال)(...+)ه$/.exec(name)?.[1];
  return noun !== undefined && definiteRarity(noun) < 26 && bareRarity(noun) < 26;
}

/** Where a place of this canonical name lies: its country, and its degrees north and east where the tables have them. */
export function placeCalled(name: string): Pick<Known, 'country' | 'at'> | undefined {
  const known = knownCalled(key(name));
  if (known?.type !== 'place') return undefined;
  const { country, at } = known;
  return { ...(country ? { country } : {}), ...(at ? { at } : {}) };
}

/** Whether a word as written is a name of the gazetteers, whatever particles it seems to begin with. */
export function isNameAsWritten(folded: string): boolean {
  const known = knownCalled(folded);
  return known !== undefined && !known.weak;
}

/** Whether a longer name of the gazetteers begins with a word as written, and none without its first letter. */
export function beginsLongerNameAsWritten(folded: string): boolean {
  const { names, longer } = (tables ??= load());
  const rest = folded.slice(1);
  return longer.has(folded) && !names.has(rest) && !longer.has(rest);
}

/** Folded; letters of an abbreviation joined, as the tokeniser joins them. */
function key(name: string): string {
  const folded = fold(name).replace(/[-_.]/g, ' ');
  return /^. .( .)?$/.test(folded) ? folded.replaceAll(' ', '') : folded;
}

/** Whether a name of the gazetteers may begin with a word; a function word alone is none. */
export function beginsKnownName(lexeme: Lexeme): boolean {
  const starts = startsOf(lexeme);
  return lexeme.functional ? starts.some(({ node }) => node.next) : starts.length > 0;
}

const NO_STARTS: readonly NameStart[] = [];

function startsOf(lexeme: Lexeme): readonly NameStart[] {
  return (lexeme.nameStarts ??= findStarts(lexeme));
}

function findStarts({ folded, core }: Lexeme): readonly NameStart[] {
  const { longer } = (tables ??= load());
  const found: NameStart[] = [];
  for (const first of firstForms(folded, core)) {
    const entry = knownCalled(first);
    const next = longer.get(first);
    if (entry || next) found.push({ first, node: { entry, next } });
  }
  return found.length ? found : NO_STARTS;
}

/** The longest name of the gazetteers that begins at a word, its particles off. */
export function matchAt(words: Word[], at: number): Match | undefined {
  const { lexeme } = words[at]!;
  if (!beginsKnownName(lexeme)) return undefined;
  for (const { first, node: start } of startsOf(lexeme)) {
    // The first letter of a short or known word is hardly a particle, unless a longer name says so: «وتل أبيب».
    const least = lexeme.functional || isCutShort(first, lexeme) ? 2 : 1;
    let longest: Match | undefined;
    let node: NameNode | undefined = start;
    for (let length = 1; node; length += 1) {
      if (node.entry && length >= least)
        longest = { length, known: (node.entry = readEntry(node.entry)) };
      const word: Word | undefined = words[at + length];
      if (!word || (word.apart && !isDotted(words, at + length))) break;
      node = node.next?.get(word.lexeme.folded);
    }
    if (longest) return longest;
  }
  return undefined;
}

/** «أ.ف.ب», «العربية.نت»: single letters and the end of an address may have a point before. */
function isDotted(words: Word[], at: number): boolean {
  const word = words[at]!;
  if (word.start - words[at - 1]!.end !== 1) return false;
  return word.lexeme.folded.length === 1 || word.lexeme.folded === 'نت';
}

/** The word as written, without particles, and without a first letter that may be one. */
function firstForms(folded: string, core: string): string[] {
  const forms = folded === core ? [folded] : [folded, core];
  if (folded.length > 2 && 'وبلفك'.includes(folded[0]!)) {
    forms.push(folded.slice(1));
    if (folded.startsWith('لل')) forms.push(`ال${folded.slice(2)}`);
  }
  return forms;
}

function isCutShort(first: string, { folded, core }: Lexeme): boolean {
  return first !== folded && first !== core && (folded.length < 5 || isKnownWord(folded));
}

/** ISO code of the country that an adjective of nationality names («الروسية» → RU). @param bare folded */
export function countryOfNisba(bare: string): string | undefined {
  const { nisbas } = (tables ??= load());
  const base = /^(.{2,}?)(?:يه|يين|يون|يان|يات|ي)$/.exec(bare)?.[1];
  return base === undefined ? undefined : nisbas.get(`${base}ي`);
}
