import type { Lexeme } from '../lexeme.js';
import type { Word } from '../reading.js';
import { countryOfNisba, matchAt } from './gazetteer.js';
import { PERSON_TITLES } from './name-lists.js';
import { quotedLength } from './marks.js';
import { isNameShaped } from './name-shape.js';
import { wordSet } from './word-set.js';

/** First words of bodies that belong to their names: «منظمة الصحة العالمية», «حزب العمل». Folded, bare. */
const BODIES = wordSet(`
حزب حركه منظمه مجلس جامعه منتخب اتحاد جبهه تنظيم هييه موسسه جمعيه مركز معهد كليه محكمه لجنه بنك مصرف وزاره نقابه رابطه وكاله كتايب سرايا
مديريه اكاديميه غرفه صندوق ديوان كتله تجمع ايتلاف تيار حلف لواء جهاز مفوضيه سلطه متحف مكتبه مجمع دار بورصه اوركسترا مدرسه مستشفي برلمان
`);
/** Bodies whose name is what follows: «شركة نوكيا» is called «نوكيا». */
const NAMED_BY_WHAT_FOLLOWS = wordSet(`
شركه صحيفه جريده مجله قناه نادي فريق مجموعه موقع تلفزيون اذاعه فضاييه تليفزيون ماركه عملاق يوميه اسبوعيه شبكه
`);

/** Papers and clubs are called by common words («الحياة», «الاتحاد»), companies and sites hardly ever. */
const PUBLISHES_OR_PLAYS = wordSet(
  'صحيفه جريده مجله قناه نادي تلفزيون تليفزيون اذاعه فضاييه يوميه اسبوعيه',
);
const UNCOMMON = 4.4;

/** Those of them whose names go on by adjectives and by what they deal in: «شركة الخطوط الجوية», «شركة قطر للغاز». */
const OF_BUSINESS = wordSet('شركه مجموعه شبكه');

/** Words that mean a body only where a name or more than one word follows: «حركة المرور» is none. */
const OFTEN_NO_BODY = wordSet(
  'حركه تنظيم تيار تجمع كتله جهاز دار مدرسه لجنه لواء مكتبه مركز كليه سلطه موسسه جبهه هييه',
);

/** Bodies that a nisba alone names: «البرلمان اللبناني». */
const NAMED_BY_NISBA = wordSet('منتخب بنك برلمان اتحاد حزب كنيست');

/** Ministries that news calls by what they are for: «الخارجية الروسية». */
const MINISTRIES = wordSet('خارجيه داخليه');

/** What is said of a body rather than part of its name: «المحكمة العليا الواقعة في». */
const NO_PART = wordSet(`
تابع تابعه واقع واقعه كاين كاينه مدجج مدججه معني معنيه مختص مختصه مسوول مسووله جديد جديده سابق سابقه حالي حاليه
موالي مواليه منتمي منتميه رايد رايده قريب قريبه اخير اخيره قادم قادمه مقبل مقبله كبير كبيره عملاق نافذ
`);

/** Whether a word is said of a body or a place rather than part of its name. @param bare folded */
export function isNoPart(bare: string): boolean {
  return NO_PART.has(bare);
}

/** The words of an organisation's name: where it begins and how many. */
export interface OrganisationMatch {
  from: number;
  length: number;
}

/** Whether a word may announce an organisation. */
export function announcesOrganisation({ bare }: Lexeme): boolean {
  return BODIES.has(bare) || NAMED_BY_WHAT_FOLLOWS.has(bare) || MINISTRIES.has(bare);
}

/** An organisation that the first word at `at` announces; undefined where it announces none. */
export function organisationAt(words: Word[], at: number): OrganisationMatch | undefined {
  const { lexeme } = words[at]!;
  if (MINISTRIES.has(lexeme.bare) && lexeme.definite) {
    const next = words[at + 1];
    const nisba =
      next?.lexeme.bare.endsWith('ه') &&
      isDefiniteNext(words, at + 1) &&
      countryOfNisba(next.lexeme.bare) !== undefined;
    return nisba && !isAnnexed(words, at) ? { from: at, length: 2 } : undefined;
  }
  if (NAMED_BY_WHAT_FOLLOWS.has(lexeme.bare) && !lexeme.definite) {
    const length = nameLength(words, at + 1, PUBLISHES_OR_PLAYS.has(lexeme.bare) ? 0 : UNCOMMON);
    if (!length) return undefined;
    return {
      from: at + 1,
      length: OF_BUSINESS.has(lexeme.bare) ? wholeFirm(words, at + 1, length) : length,
    };
  }
  if (!BODIES.has(lexeme.bare) || isDistrict(words, at)) return undefined;
  if (!lexeme.definite && words[at + 1]?.apart) {
    // «كتلة «حماس»»: the marks part the name from its class.
    const quoted = nameLength(words, at + 1);
    return quoted ? { from: at + 1, length: quoted } : undefined;
  }
  const length = lexeme.definite ? definiteBody(words, at) : bodyWithComplement(words, at);
  return length > 1 ? { from: at, length } : undefined;
}

/** «الخطوط الجوية الإيرانية», «قطر للغاز المسال»: adjectives of a definite noun, and what a firm is for. */
function wholeFirm(words: Word[], at: number, length: number): number {
  if (matchAt(words, at)?.known.type === 'organisation') return length;
  let whole = length;
  const goesOn = () => whole < 5 && isDefiniteNext(words, at + whole);
  if (length === 1 && words[at]!.lexeme.definite)
    while (goesOn() && isAdjectiveHere(words, at + whole)) whole += 1;
  const purpose = words[at + whole];
  if (
    !purpose ||
    purpose.apart ||
    !purpose.lexeme.folded.startsWith('لل') ||
    !purpose.lexeme.definite
  )
    return whole;
  whole += 1;
  while (goesOn() && isAdjectiveHere(words, at + whole)) whole += 1;
  return whole;
}

/** A feminine adjective, as plurals and firms take it. */
function isAdjectiveHere(words: Word[], at: number): boolean {
  return words[at]!.lexeme.bare.endsWith('ه');
}

/** «البنك المركزي»، «المنتخب العراقي». */
function definiteBody(words: Word[], at: number): number {
  let length = 1;
  while (
    length < 4 &&
    isDefiniteNext(words, at + length) &&
    agrees(words[at]!.lexeme, words[at + length]!.lexeme)
  )
    length += 1;
  if (length === 1) return 1;
  const { bare } = words[at]!.lexeme;
  const nisba = countryOfNisba(words[at + 1]!.lexeme.bare) !== undefined;
  if (length === 2 && nisba && !NAMED_BY_NISBA.has(bare)) return 1;
  if (!nisba && OFTEN_NO_BODY.has(bare)) {
    const country = countryOfNisba(words[at + length - 1]!.lexeme.bare) !== undefined;
    if (length === 2 || !country) return 1;
  }
  if (bare === 'منتخب') return length;
  if (isPurpose(words, at + length)) length += 2;
  else if (continues(words, at + length) && !words[at + length]!.lexeme.conjoined) length += 1;
  else return length;
  return isDefiniteNext(words, at + length) ? length + 1 : length;
}

/** «وزارة التربية والتعليم»، «اتحاد صناعة السيارات»، «حركة فتح». */
function bodyWithComplement(words: Word[], at: number): number {
  let next = at + 1;
  if (!words[next] || words[next]!.lexeme.bare === 'اداره') return 1;
  if (words[next]!.apart) return 1;
  const named = nameLength(words, next);
  const isNamed = named > 0 && !words[next]!.lexeme.definite;
  if (isNamed) next += named;
  else if (isVerbalNoun(words[at]!.lexeme)) return 1;
  else if (isPlainNoun(words, next) && isDefiniteNext(words, next + 1)) next += 2;
  else if (isDefiniteNext(words, next)) next += 1;
  else return 1;
  while (next - at < 7 && continues(words, next)) {
    /** «وزارة التربية والتعليم | النتائج»: after the second of a pair only the country belongs to it. */
    if (words[next - 1]!.lexeme.conjoined && !countryOfNisba(words[next]!.lexeme.bare)) break;
    /** «وزارة الخارجية المصرية | السفير»: after its country a title begins something new. */
    if (countryOfNisba(words[next - 1]!.lexeme.bare) && PERSON_TITLES.has(words[next]!.lexeme.bare))
      break;
    next += 1;
  }
  if (!isNamed && next - at === 2 && OFTEN_NO_BODY.has(words[at]!.lexeme.bare)) return 1;
  return next - at;
}

/** «قدرات الحزب العسكرية»: an adjective of another gender belongs to a word before. */
function agrees(body: Lexeme, { bare }: Lexeme): boolean {
  if (/(?:عليا|كبري|صغري|اولي|عظمي|وسطي)$/.test(bare)) return true;
  return bare.endsWith('ه') === body.bare.endsWith('ه');
}

/** «لرصد الزلازل»: what a body is for, as a noun and what it governs. */
function isPurpose(words: Word[], at: number): boolean {
  const word = words[at];
  if (!word || word.apart || !/^ل[^لاهكم]../.test(word.lexeme.folded)) return false;
  return word.lexeme.prepositional && !word.lexeme.verb && isDefiniteNext(words, at + 1);
}

/** «مديرية حيس»: in some countries a district, which a name follows and no word for what it is in charge of. */
function isDistrict(words: Word[], at: number): boolean {
  const next = words[at + 1];
  if (words[at]!.lexeme.bare !== 'مديريه' || !next) return false;
  return next.apart || !next.lexeme.definite || next.lexeme.rarity >= UNCOMMON_WORD;
}
const UNCOMMON_WORD = 5;

/** «وزير الخارجية الروسي»: the word belongs to the noun before it. */
function isAnnexed(words: Word[], at: number): boolean {
  const before = words[at - 1]?.lexeme;
  if (!before || words[at]!.apart || before.functional) return false;
  return !before.verb && before.folded !== 'باسم';
}

/** «تنظيم الهجرة» organises, «تنظيم القاعدة» is named. */
function isVerbalNoun({ bare }: Lexeme): boolean {
  return bare === 'تنظيم' || bare === 'تجمع';
}

function continues(words: Word[], at: number): boolean {
  const word = words[at];
  if (!word || word.apart || !word.lexeme.definite || NO_PART.has(word.lexeme.bare)) return false;
  const { conjoined, prepositional, bare, folded } = word.lexeme;
  if (word.lexeme.empty && bare !== 'عالي') return false;
  if (prepositional) return folded.startsWith('لل') && !conjoined;
  return true;
}

function isDefiniteNext(words: Word[], at: number): boolean {
  const word = words[at];
  return Boolean(
    word &&
    !word.apart &&
    word.lexeme.definite &&
    !word.lexeme.conjoined &&
    !word.lexeme.prepositional &&
    !word.lexeme.empty &&
    !NO_PART.has(word.lexeme.bare),
  );
}

function isPlainNoun(words: Word[], at: number): boolean {
  const word = words[at];
  if (!word || word.apart || word.kind !== 'arabic') return false;
  const { functional, definite, conjoined, prepositional, verb, empty } = word.lexeme;
  return !functional && !definite && !conjoined && !prepositional && !verb && !empty;
}

/** How many words from here on are a name without a class word: foreign words, a known name, one definite word. */
function nameLength(words: Word[], at: number, least = 0): number {
  const word = words[at];
  if (!word) return 0;
  const quoted = quotedLength(words, at);
  if (quoted) return quoted;
  if (word.apart && !isQuoted(words, at)) return 0;
  const match = matchAt(words, at);
  if (match) return match.length;
  let length = 0;
  while (length < 4) {
    const next = words[at + length];
    if (!next || (length > 0 && (next.apart || next.lexeme.conjoined))) break;
    if (next.kind !== 'latin' && !isNameShaped(next.lexeme)) break;
    length += 1;
  }
  if (length) return length;
  const definite = word.lexeme.definite && !word.lexeme.conjoined && !word.lexeme.prepositional;
  if (
    definite &&
    word.lexeme.rarity >= least &&
    !word.lexeme.empty &&
    countryOfNisba(word.lexeme.bare) === undefined
  )
    return 1;
  return 0;
}

/** A quotation mark before a name parts it from its class word no further than a space does. */
function isQuoted(words: Word[], at: number): boolean {
  return at > 0 && words[at]!.start - words[at - 1]!.end <= 3;
}
