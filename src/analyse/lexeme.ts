import { isFunctionWord } from '../arabic/function-words/function-words.js';
import { stem } from '../arabic/stems/stem.js';
import { mayStateNumber } from '../arabic/values/number-words.js';
import { isFurniture } from './furniture.js';
import { isEmptyWord } from './keyphrases/empty-words.js';
import { isVerb } from './verbs.js';
import { isNameAsWritten } from './entities/gazetteer.js';
import { FOREIGN_GIVEN_NAMES } from './entities/name-lists.js';
import { bareRarity, definiteRarity, isKnownWord, rarity } from './word-frequencies.js';

/** What is known of a written word apart from where it stands. */
export interface Lexeme {
  /** As `Token.folded`. */
  folded: string;
  /** Without clitics and article, folded. */
  bare: string;
  /** Without particles, with the article as readers know it: «والأمم» and «للأمم» → «الامم». */
  core: string;
  stem: string;
  /** How many letters of `folded` stand before `bare`: particles and the article. */
  cliticLetters: number;
  definite: boolean;
  /** Joined to what stands before by «و» or «ف». */
  conjoined: boolean;
  /** Governed by a preposition written with it: «ب», «ل», «ك». */
  prepositional: boolean;
  functional: boolean;
  /** As `isVerb`, `isEmptyWord`, `isFurniture` and `mayStateNumber` say of it. */
  verb: boolean;
  empty: boolean;
  furniture: boolean;
  numeric: boolean;
  /** Whether any name may begin with it; set when first asked. */
  beginsName: boolean | undefined;
  /** Longest name of the gazetteers that begins with this word, in words; set when first asked. */
  longestName: number | undefined;
  /** What it may be in a person's name; set when first asked. */
  personPart: 'given' | 'family' | 'shaped' | 'definite' | 'none' | undefined;
  /** Minus log10 of the share of the bare word in general Arabic text. */
  rarity: number;
}

const ARTICLE = /^(?:([وف]?[بل]?)ال(?=..)|([وف]?)لل(?=..)|([وف]?ك)ال(?=...))/;
/** Words that only look as if they began with clitics and the article. */
const WHOLE = new Set(
  (
    'الي الا الان الذي التي الذين اللذين اللتين اللواتي اللاتي الف الاف الله والد والده والدها والدهم والدي والدته والدتها ' +
    'والدين والديه والدتي والي واليا بالغ بالغه بالغا بالغين بالي بالون بالرغم بالنسبه بالتالي بالفعل فالح فالي كالي ' +
    'اليوم المانيا البانيا الاسكا الجزائر الاردن اله الهه الهام الحاد التزام التهاب التفاف التحاق الغاء القاء الماس الزام ' +
    'الكترون الكتروني الكترونيه الكترونيا اليه الياف الوان العاب الحان الم الام اليها اليهم اليه اليسا اليسي اليخاندرو اليكس الينا ' +
    'البرت البرتو اليكساندر الكساندر الكسندر الفريد الفونسو الان الكسي اليابان'
  ).split(' '),
);
/** A power of two. So many words are remembered, each in one of the two places that its letters name. */
const PLACES = 1 << 17;
const remembered = new Array<Lexeme | undefined>(PLACES);

/**
 * What is known of a word, mostly from a memory of those met lately. A table of our own rather than a Map: every
 * word of every article is looked up here, and a Map of this size misses the processor's caches three times a word.
 * @param folded as `Token.folded`
 */
export function lexemeOf(folded: string): Lexeme {
  let hash = 0;
  for (let at = 0; at < folded.length; at += 1)
    hash = (Math.imul(hash, 31) + folded.charCodeAt(at)) | 0;
  const place = (hash ^ (hash >>> 15)) & (PLACES - 1);
  const first = remembered[place];
  if (first?.folded === folded) return first;
  const second = remembered[place ^ 1];
  if (second?.folded === folded) return second;
  const lexeme = readWord(folded);
  remembered[place ^ 1] = first;
  remembered[place] = lexeme;
  return lexeme;
}

function readWord(folded: string): Lexeme {
  const functional = isFunctionWord(folded);
  const clitics = functional ? NONE : findClitics(folded);
  const bare = folded.slice(clitics.length);
  return {
    folded,
    bare,
    core: clitics.definite ? `ال${bare}` : bare,
    stem: stem(folded),
    cliticLetters: clitics.length,
    definite: clitics.definite,
    conjoined: clitics.conjoined,
    prepositional: clitics.prepositional,
    functional,
    verb: isVerb(bare),
    empty: isEmptyWord(bare),
    furniture: isFurniture({ folded }),
    numeric: mayStateNumber(folded),
    rarity: rarity(bare),
    beginsName: undefined,
    longestName: undefined,
    personPart: undefined,
  };
}

interface Clitics {
  length: number;
  definite: boolean;
  conjoined: boolean;
  prepositional: boolean;
}

const NONE: Clitics = { length: 0, definite: false, conjoined: false, prepositional: false };

function findClitics(folded: string): Clitics {
  if (WHOLE.has(folded) || FOREIGN_GIVEN_NAMES.has(folded)) return NONE;
  if (/^[كفب]ال/.test(folded) && isNameAsWritten(folded)) return NONE;
  const article = ARTICLE.exec(folded);
  if (article && !(article[0].length > 2 && WHOLE.has(folded.slice(article[0].length - 2)))) {
    const before = article[1] ?? article[3] ?? `${article[2] ?? ''}ل`;
    return {
      length: article[0].length,
      definite: true,
      conjoined: /^[وف]/.test(before),
      prepositional: /[بلك]$/.test(before),
    };
  }
  const conjoined = startsWithParticle(folded, 'وف');
  const rest = conjoined ? folded.slice(1) : folded;
  const prepositional = startsWithParticle(rest, 'بلك');
  const length = Number(conjoined) + Number(prepositional);
  return length ? { length, definite: false, conjoined, prepositional } : NONE;
}

/** Steps by which the rest must be commoner than the whole before the first letter counts as a particle. */
const MARGIN: Record<string, number> = { و: 0, ف: 4, ب: 1, ل: 2, ك: 8 };

function startsWithParticle(word: string, particles: string): boolean {
  const first = word[0] ?? '';
  if (!particles.includes(first) || word.length < 4) return false;
  const rest = word.slice(1);
  if (isFunctionWord(rest) && (first === 'و' || first === 'ف')) return true;
  if (!isKnownWord(rest)) return first === 'و' && !isKnownWord(word) && rest.length >= 4;
  const restRarity = Math.min(bareRarity(rest), definiteRarity(rest));
  const wholeRarity = Math.min(bareRarity(word), definiteRarity(word));
  if (definiteRarity(word) < 30 && definiteRarity(word) <= restRarity + 3) return false;
  if ('لبك'.includes(first) && isUnlikelyWhole(word, rest)) return true;
  return restRarity + (MARGIN[first] ?? 0) < wholeRarity;
}

/** «لاستقبال», «كملاذ»: a noun with a preposition never takes the article, and the noun by itself does. */
function isUnlikelyWhole(word: string, rest: string): boolean {
  const restRarity = Math.min(bareRarity(rest), definiteRarity(rest));
  return (
    definiteRarity(word) > 33 && definiteRarity(rest) < 28 && restRarity <= bareRarity(word) + 1
  );
}
