import type { Lexeme } from '../lexeme.js';
import type { Word } from '../reading.js';
import { countryOfNisba, matchAt } from './gazetteer.js';
import { personAt } from './persons.js';
import { quotedLength } from './marks.js';
import { isNameShaped } from './name-shape.js';
import { isNoPart } from './organisations.js';
import { wordSet } from './word-set.js';

/** Words that belong to the name of the place they begin: «نهر النيل», «مطار بيروت الدولي». Folded, bare. */
const PART_OF_NAME = wordSet(
  'نهر جبل جبال بحيره بحر محيط خليج مضيق مسجد مطار ملعب معبر قلعه جزر شبه صحراء وادي كنيسه ميدان كاتدراييه معبد قصر ستاد استاد',
);
/** Words that only say what kind of place follows: «مدينة الموصل». */
const KIND_ONLY = wordSet(
  'مدن مناطق قري بلدات محافظات ولايات مقاطعات مدينتي منطقتي محافظتي بلدتي قريتي مدينه محافظه ولايه منطقه قريه بلده اقليم جزيره مقاطعه ضاحيه حي عاصمه ميناء دوله جمهوريه مملكه مخيم مخيمات منتجع محميه غابه زقاق سافانا شارع ناحيه قضاء بلديه اماره مديريه جنوب شمال شرق غرب جنوبي شمالي شرقي غربي وسط ساحل ضواحي',
);

/** Kinds after which even a word of the language is a name: «مدينة صور». */
const OF_ONE_TOWN = /^(?:مدينه|محافظه|بلده|قريه|ولايه|مقاطعه|عاصمه)$/;

/** Kinds after which what looks foreign, or stands in quotation marks, is a name. */
const OF_ANY_NAME =
  /^(?:مدينه|محافظه|ولايه|قريه|بلده|اقليم|مقاطعه|جزيره|مدن|مناطق|قري|بلدات|محافظات|منطقه|مدينتي|بلدتي|قريتي|مخيم|مخيمات|منتجع|محميه|ضاحيه|مديريه|ناحيه|قضاء|حي|غابه|ميناء)$/;

/** What stands before a place or people that live in it: a lone foreign name after it is where, not who. */
const OF_A_PLACE = wordSet(
  'شرطه سكان اهالي اهل شوارع ضواحي مطار بلديه محافظ عمده ريف سوق تل جبل ميناء مدن بلده',
);

/** «سان», «نيو»: first words of towns, before a name that alone would be a person's. */
const BEGINS_TOWN = /^[وبل]?(?:نيو|سان|سانت|سانتا|كامب|بورت|فورت|نورث|ساوث|لاس|لوس|ساو)$/;

/** Whether the word before says that a lone foreign name is a place: «في زيورخ», «إلى جاكرتا», «شرطة ...». */
export function isWhere(words: Word[], at: number): boolean {
  const before = words[at - 1]?.lexeme;
  if (!before || words[at]!.apart) return false;
  return /^[وف]?(?:في|الي)$/.test(before.folded) || OF_A_PLACE.has(before.bare);
}

/** Whether the word before begins the name of a town that a lone foreign name ends: «نيو | أورليانز». */
export function isOfTown(words: Word[], at: number): boolean {
  return !words[at]!.apart && BEGINS_TOWN.test(words[at - 1]?.lexeme.folded ?? '');
}

/** «بارك», «ستريت»: last words of English names of towns, parks and streets. */
const ENDS_TOWN = /^(?:بارك|ستريت|سكوير|رود|هيل|هيلز|ايلاند|بيتش|ريفر|فالي|شاير|سبرينغز|افنيو)$/;

/** Whether a word ends the name of a place that the foreign word before it begins: «فنسبري | بارك». */
export function endsTown(words: Word[], at: number): boolean {
  const word = words[at];
  return word !== undefined && !word.apart && ENDS_TOWN.test(word.lexeme.folded);
}

/** Whether a word only says what kind of place follows («إقليم», «مدينة»). @param bare folded */
export function isPlaceKind(bare: string): boolean {
  return KIND_ONLY.has(bare);
}

/** Whether a word may announce a place. */
export function announcesPlace({ bare, definite }: Lexeme): boolean {
  return !definite && (PART_OF_NAME.has(bare) || KIND_ONLY.has(bare));
}

export interface PlaceMatch {
  from: number;
  length: number;
}

/** A place that the word at `at` announces, or undefined. */
export function placeAt(words: Word[], at: number): PlaceMatch | undefined {
  const { lexeme } = words[at]!;
  if (lexeme.definite) return undefined;
  if (PART_OF_NAME.has(lexeme.bare)) {
    // «شبه التامة» is nearly complete, not a place.
    if (lexeme.bare === 'شبه' && !/^(?:جزيره|قاره)$/.test(words[at + 1]?.lexeme.bare ?? ''))
      return undefined;
    const length = complementLength(words, at + 1);
    return length ? { from: at, length: 1 + length } : undefined;
  }
  if (!KIND_ONLY.has(lexeme.bare)) return undefined;
  const quoted = quotedLength(words, at + 1);
  if (quoted && quoted <= MAX_QUOTED_TOWN && OF_ANY_NAME.test(lexeme.bare))
    return { from: at + 1, length: quoted };
  const next = words[at + 1];
  const match = next && !next.apart ? matchAt(words, at + 1) : undefined;
  if (match?.known.type === 'place' && (!match.known.weak || OF_ONE_TOWN.test(lexeme.bare)))
    return { from: at + 1, length: match.length };
  const length = OF_ANY_NAME.test(lexeme.bare) ? shapedLength(words, at + 1) : 0;
  return length ? { from: at + 1, length } : undefined;
}

/** A longer quotation after «مدينة» is hardly its name. */
const MAX_QUOTED_TOWN = 3;

/** What a stadium or an airport belongs to rather than what it is called: «ملعب العاصمة». */
const NO_COMPLEMENT = wordSet('عاصمه مدينه بلده قريه منطقه بلاد دوله');

/** «مسجد الحسن الثاني», «بحيرة السد العالي»: an ordinal, or what agrees with a common noun. */
function goesOnByAdjective(words: Word[], at: number, noun: Lexeme, common: boolean): boolean {
  const after = words[at];
  if (!after || after.apart || !after.lexeme.definite) return false;
  const { conjoined, prepositional, bare, empty } = after.lexeme;
  if (conjoined || prepositional) return false;
  if (/^(?:دولي|كبير|كبري|شرقي|غربي|شمالي|جنوبي|اوسط|اول|ثاني|ثالث)$/.test(bare)) return true;
  if (countryOfNisba(bare) !== undefined) return true;
  return common && !empty && !isNoPart(bare) && bare.endsWith('ه') === noun.bare.endsWith('ه');
}

function complementLength(words: Word[], at: number): number {
  const word = words[at];
  if (!word || word.apart || word.lexeme.conjoined || word.lexeme.functional) return 0;
  const match = matchAt(words, at);
  let length = Math.max(match?.length ?? 0, personAt(words, at)) || shapedLength(words, at);
  const common = !length && word.lexeme.definite && !NO_COMPLEMENT.has(word.lexeme.bare);
  if (common) length = 1;
  if (!length) return 0;
  if (endsTown(words, at + length)) length += 1;
  return length + Number(goesOnByAdjective(words, at + length, word.lexeme, common));
}

function shapedLength(words: Word[], at: number): number {
  let length = 0;
  while (length < 3) {
    const word = words[at + length];
    if (!word || word.apart) break;
    const named =
      length === 0 ? isRareOrShaped(word) : !word.lexeme.conjoined && isNameShaped(word.lexeme);
    if (!named) break;
    length += 1;
  }
  if (length) return length;
  const word = words[at];
  if (!word || word.apart || !word.lexeme.definite) return 0;
  // «حي الزيتون»: quarters are called by any word.
  const uncommon = word.lexeme.rarity >= 5 || words[at - 1]?.lexeme.bare === 'حي';
  return uncommon && !countryOfNisba(word.lexeme.bare) ? 1 : 0;
}

/** «إقليم سياميس»: what general text never holds is a name after the kind of place, whatever its shape. */
function isRareOrShaped({ lexeme, kind }: Word): boolean {
  if (isNameShaped(lexeme)) return true;
  if (kind !== 'arabic' || lexeme.definite || lexeme.functional || lexeme.empty) return false;
  return lexeme.rarity >= UNSEEN;
}
const UNSEEN = 6;
