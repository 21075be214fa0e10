import { fold } from '../../arabic/letters/fold.js';
import type { Word } from '../reading.js';
import { countries } from './countries.js';
import type { Mention } from './entities.js';
import type { Known } from './gazetteer.js';
import { wordSet } from './word-set.js';

/** What teams do to each other, folded and bare. */
const CONTEST = wordSet(`
مباراه مباراتي مباريات مواجهه لقاء نتيجه فوز فوزه فوزها فوزهم خساره خسارته خسارتها هزيمه هزيمته هزيمتها تعادل تعادله تعادلها ثار
فاز فازت يفوز تفوز خسر خسرت تخسر هزم هزمت تعادلت تغلب تغلبت تغلبه تغلبها واجه واجهت يواجه تواجه يلتقي تلتقي التقت
تاهل تاهلت تتويج تتويجه خروج خروجه حظوظ سقط سقطت سحق سحقت اقصت اقصاء
`);
/** Those of them that a city after them is the place of. */
const HELD_SOMEWHERE = wordSet('مباراه مباراتي مباريات مواجهه لقاء نتيجه');
/** What may stand between a contest and a team. */
const AGAINST = wordSet('امام علي ضد مع من بين حساب');
/** How far before a team its contest stands. */
const WITHIN = 4;
/** What only sport speaks of. */
const SPORT = wordSet(`
مباراه مباريات مباراتين منتخب منتخبي منتخبات مونديال نهايي نهاييات كاس بطوله مرمي لاعب لاعبين لاعبي مدرب هدف اهداف هدفين تصفيات دوري
ركلات شوط كره بطل ملعب مجموعه
`);
const AROUND = 12;
/** Right before them stands the team itself. */
const OF_TEAMS = wordSet('مباراه منتخبي منتخبات');
/** Right before a city: those who play for its club. */
const OF_A_CLUB = wordSet('صفوف لاعب لاعبي مهاجم مرمي');
/** «فوز قطر بتنظيم المونديال»: what a country wins that no team does. */
const HOSTS = /^ب(?:ال)?(?:تنظيم|استضاف|شرف|حق)/;

const COUNTRIES = new Set(countries.filter(({ country }) => country).map(({ names }) => names[0]));

/** Folded nisba → the country's name; in sport «إنجليزي» is of England alone. */
const COUNTRY_OF_TEAM = new Map(
  countries.flatMap(({ names, nisbas }) => nisbas.map((nisba) => [fold(nisba), names[0]!])),
);
for (const nisba of ['انجليزي', 'انكليزي']) COUNTRY_OF_TEAM.set(nisba, 'إنجلترا');

/** «المنتخب البرازيلي» is «منتخب البرازيل»: one name for a team however its country is said; undefined for others. */
export function teamName(words: readonly Word[]): string | undefined {
  const [team, nisba] = words;
  if (words.length !== 2 || team!.lexeme.bare !== 'منتخب' || !team!.lexeme.definite)
    return undefined;
  const country = COUNTRY_OF_TEAM.get(nisba!.lexeme.bare);
  return country === undefined ? undefined : `منتخب ${country}`;
}

/**
 * The team that a country or city stands for where a match is told («خسرت البرازيل أمام فرنسا» means «منتخب البرازيل»);
 * undefined where the place itself may be meant.
 * @param before the mention before it, with which «و» may join it
 */
export function teamOf(
  words: Word[],
  { type, from, length, known }: Mention,
  before: Mention | undefined,
): Known | undefined {
  if (type !== 'place' || !known?.country) return undefined;
  const national = COUNTRIES.has(known.name);
  if (!national && !known.at) return undefined;
  const joined =
    before !== undefined &&
    isTeam(words, before) &&
    before.from + before.length === from &&
    words[from]!.lexeme.conjoined &&
    isInSport(words, from);
  if (!joined && !isContested(words, from, national)) return undefined;
  const after = words[from + length]?.lexeme.folded ?? '';
  if (HOSTS.test(after)) return undefined;
  // «خروج بريطانيا من الاتحاد»
  if (after === 'من' && words[from + length + 1]?.lexeme.bare === 'اتحاد') return undefined;
  return {
    type: 'organisation',
    country: known.country,
    ...(national ? { name: `منتخب ${known.name}` } : {}),
  };
}

function isTeam(words: Word[], { type, from, known }: Mention): boolean {
  if (type !== 'organisation') return false;
  return known?.country !== undefined || words[from]!.lexeme.bare === 'منتخب';
}

function isContested(words: Word[], at: number, national: boolean): boolean {
  const before = words[at - 1];
  const { apart, lexeme } = words[at]!;
  if (!before || apart) return false;
  const { bare } = before.lexeme;
  if (national ? OF_TEAMS.has(bare) : OF_A_CLUB.has(bare)) return true;
  if (!isInSport(words, at) || before.lexeme.definite) return false;
  // «مباراة كييف» is played there.
  if (CONTEST.has(bare)) return national || !HELD_SOMEWHERE.has(bare);
  const dative = national && lexeme.prepositional && lexeme.folded.startsWith('ل');
  if (!AGAINST.has(before.lexeme.folded) && !dative) return false;
  return words
    .slice(Math.max(0, at - WITHIN), at - 1)
    .some((word) => CONTEST.has(word.lexeme.bare));
}

function isInSport(words: Word[], at: number): boolean {
  return words
    .slice(Math.max(0, at - AROUND), at + AROUND)
    .some(({ lexeme: { bare } }) => SPORT.has(bare));
}
