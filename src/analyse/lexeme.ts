import { SPREAD } from '../arabic/letters/interned.js';
import { isFunctionWord } from '../arabic/function-words/function-words.js';
import { stem } from '../arabic/stems/stem.js';
import { mayStateNumber } from '../arabic/values/number-words.js';
import { isFurniture } from './furniture.js';
import { isEmptyWord } from './keyphrases/empty-words.js';
import { searchWords, type SearchWord } from './search-text.js';
import { foreignness } from './foreign-shape.js';
import { isVerb, LIKE_DEFINITE } from './verbs.js';
import {
  beginsLongerNameAsWritten,
  isNameAsWritten,
  type NameStart,
} from './entities/gazetteer.js';
import { FOREIGN_GIVEN_NAMES } from './entities/name-lists.js';
import type { Part } from './entities/person-parts.js';
import { bareRarity, definiteRarity, isKnownWord, rarity } from './word-frequencies.js';

/**
 * What is known of a written word apart from where it stands. What takes looking up is found when first asked:
 * most words of a text are rare ones, and few steps of the analysis ask for all of each.
 */
export class Lexeme {
  /** Without clitics and article, folded. */
  readonly bare: string;
  /** Without particles, with the article as readers know it: «والأمم» and «للأمم» → «الامم». */
  readonly core: string;
  /** How many letters of `folded` stand before `bare`: particles and the article. */
  readonly cliticLetters: number;
  readonly definite: boolean;
  /** Joined to what stands before by «و» or «ف». */
  readonly conjoined: boolean;
  /** Governed by a preposition written with it: «ب», «ل», «ك». */
  readonly prepositional: boolean;
  readonly functional: boolean;
  /** Whether any name may begin with it; set when first asked. */
  beginsName: boolean | undefined = undefined;
  /** The names of the gazetteers that begin with this word; set when first asked. */
  nameStarts: readonly NameStart[] | undefined = undefined;
  /** As `isNameShaped` says of it; set when first asked. */
  nameShaped: boolean | undefined = undefined;
  /** What it may be in a person's name; set when first asked. */
  personPart: Part | 'none' = undefined;
  /** Whether it may be somebody's short name; set when first asked. */
  shortName: boolean | undefined = undefined;
  /** What it may do in a keyphrase, as bits of `MARK`; set when first asked. */
  marks: number | undefined = undefined;
  /** Place of its stem in the table of topics, or -1; set when first asked. */
  topicPlace: number | undefined = undefined;
  /** Number of its stem in the article numbered last that holds it, and which one that was: see `StemNumbers`. */
  stemNumber = 0;
  numberedIn = 0;
  #stem: string | undefined = undefined;
  #verb: boolean | undefined = undefined;
  #empty: boolean | undefined = undefined;
  #furniture: boolean | undefined = undefined;
  #numeric: boolean | undefined = undefined;
  #rarity: number | undefined = undefined;
  #searched: readonly SearchWord[] | undefined = undefined;

  /** @param folded as `Token.folded` */
  constructor(readonly folded: string) {
    this.functional = isFunctionWord(folded);
    const clitics = this.functional ? NONE : findClitics(folded);
    this.bare = clitics.length ? folded.slice(clitics.length) : folded;
    this.core = clitics.definite ? `ال${this.bare}` : this.bare;
    this.cliticLetters = clitics.length;
    this.definite = clitics.definite;
    this.conjoined = clitics.conjoined;
    this.prepositional = clitics.prepositional;
  }

  get stem(): string {
    return (this.#stem ??= stem(this.folded));
  }

  /** As `isVerb`, `isEmptyWord`, `isFurniture` and `mayStateNumber` say of it. */
  get verb(): boolean {
    return (this.#verb ??= isVerb(this.bare));
  }

  get empty(): boolean {
    return (this.#empty ??= isEmptyWord(this.bare));
  }

  get furniture(): boolean {
    return (this.#furniture ??= isFurniture(this));
  }

  get numeric(): boolean {
    return (this.#numeric ??= mayStateNumber(this.folded));
  }

  /** Minus log10 of the share of the bare word in general Arabic text. */
  get rarity(): number {
    return (this.#rarity ??= rarity(this.bare));
  }

  /** As `searchWords` of it as an Arabic word. */
  get searched(): readonly SearchWord[] {
    return (this.#searched ??= searchWords({ folded: this.folded, kind: 'arabic' }));
  }
}

/** What a particle or the article begins with. */
const CLITIC_LETTERS = 'وفبلكا';
const ARTICLE = /^(?:([وف]?[بل]?)ال(?=..)|([وف]?)لل(?=..)|([وف]?ك)ال(?=...))/;
/** Words that only look as if they began with clitics and the article. */
const WHOLE = new Set([
  ...LIKE_DEFINITE,
  ...(
    'الي الا الان الذي التي الذين اللذين اللتين اللواتي اللاتي الف الاف الله والد والده والدها والدهم والدي والدته والدتها ' +
    'والدين والديه والدتي والي واليا بالغ بالغه بالغا بالغين بالي بالون بالونات بالونا بالرغم بالنسبه بالتالي بالفعل فالح فالي كالي ' +
    'اليوم المانيا البانيا الاسكا الجزائر الاردن اله الهه الهام الحاد التزام التهاب التفاف التحاق الغاء القاء الماس الزام ' +
    'الكترون الكتروني الكترونيه الكترونيا اليه الياف الوان العاب الحان الم الام اليها اليهم اليه اليسا اليسي اليخاندرو اليكس الينا ' +
    'باليستي باليستيه باليستيا باليستيين باليستيتين بالستي بالستيه بالستيا كالسيوم كالتشيو ' +
    'بريكس البرت البرتو اليكساندر الكساندر الكسندر الفريد الفونسو الان الكسي اليابان'
  ).split(' '),
]);
/** Of so many places words are remembered in, each in one of the two that its letters name. */
const PLACE_BITS = 18;
const PLACES = 1 << PLACE_BITS;
const remembered = new Array<Lexeme | undefined>(PLACES);

/**
 * What is known of a word, mostly from a memory of those met lately. A table of our own rather than a Map: every
 * word of every article is looked up here, and a Map of this size misses the processor's caches three times a word.
 * @param folded as `Token.folded`
 */
export function lexemeOf(folded: string): Lexeme {
  let hash = 0;
  for (let at = 0; at < folded.length; at += 1)
    hash = Math.imul(hash ^ folded.charCodeAt(at), SPREAD);
  const place = hash >>> (32 - PLACE_BITS);
  const first = remembered[place];
  if (first?.folded === folded) return first;
  const second = remembered[place ^ 1];
  if (second?.folded === folded) return second;
  const lexeme = new Lexeme(folded);
  if (first) remembered[place ^ 1] = first;
  remembered[place] = lexeme;
  return lexeme;
}

interface Clitics {
  length: number;
  definite: boolean;
  conjoined: boolean;
  prepositional: boolean;
}

const NONE: Clitics = { length: 0, definite: false, conjoined: false, prepositional: false };

function findClitics(folded: string): Clitics {
  if (!CLITIC_LETTERS.includes(folded[0] ?? '')) return NONE;
  if (WHOLE.has(folded) || FOREIGN_GIVEN_NAMES.has(folded)) return NONE;
  if (/^[كفب]ال/.test(folded) && isNameAsWritten(folded)) return NONE;
  // «بوروسيا دورتموند»
  if (/^[كفب]/.test(folded) && beginsLongerNameAsWritten(folded)) return NONE;
  const article = ARTICLE.exec(folded);
  if (article && !(article[0].length > 2 && WHOLE.has(folded.slice(article[0].length - 2)))) {
    const before = article[1] ?? article[3] ?? `${article[2] ?? ''}ل`;
    const rest = folded.slice(article[0].length);
    // «للجنة» is to the committee: its second ل is the noun's own, and the article's is not written.
    const own = article[2] !== undefined && bothRarities(`ل${rest}`) < bothRarities(rest);
    return {
      length: article[0].length - Number(own),
      definite: true,
      conjoined: /^[وف]/.test(before),
      prepositional: /[بلك]$/.test(before),
    };
  }
  const conjoined = startsWithParticle(folded, 'وف');
  const rest = conjoined ? folded.slice(1) : folded;
  const prepositional = startsWithParticle(rest, 'بلك') && !isNameWith(rest);
  const length = Number(conjoined) + Number(prepositional);
  return length ? { length, definite: false, conjoined, prepositional } : NONE;
}

/** In steps: nouns commoner than this with the article stand after a particle rather than hide in a name. */
const COMMON_DEFINITE = 25;

/** «بلاتيني», «لوبان»: a name with its first letter, which is no particle unless a common noun is left («بحركة»). */
function isNameWith(word: string): boolean {
  return definiteRarity(word.slice(1)) > COMMON_DEFINITE && isNameAsWritten(word);
}

const bothRarities = (word: string): number => bareRarity(word) + definiteRarity(word);

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
  // «لتعزيز»: as common without its «ل».
  if (first === 'ل' && rest.length > 3 && restRarity <= wholeRarity)
    if (isNeverDefinite(word) && foreignness(word) < FOREIGN) return true;
  return restRarity + (MARGIN[first] ?? 0) < wholeRarity;
}

/** Foreignness from which on a first letter is a name's own («لانسيت»). */
const FOREIGN = 0.4;

/** Not once with the article in general text. */
const isNeverDefinite = (word: string): boolean => definiteRarity(word) > 33;

/** «لاستقبال», «كملاذ»: a noun with a preposition never takes the article, and the noun by itself does. */
function isUnlikelyWhole(word: string, rest: string): boolean {
  const restRarity = Math.min(bareRarity(rest), definiteRarity(rest));
  return isNeverDefinite(word) && definiteRarity(rest) < 28 && restRarity <= bareRarity(word) + 1;
}
