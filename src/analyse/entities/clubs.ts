import type { Lexeme } from '../lexeme.js';
import type { Word } from '../reading.js';
import type { Mention } from './entities.js';
import { countryOfNisba, matchAt, type Match } from './gazetteer.js';
import { isNameShaped } from './name-shape.js';
import { announcesOrganisation } from './organisations.js';
import { beginsWithGivenName } from './person-parts.js';

/** What a club plays against, moves to and leaves: «أمام ليون الفرنسي», «إلى روما الإيطالي». */
const BEFORE_A_CLUB = new Set('مع امام علي الي من ضد بين عن لدي و ثم'.split(' '));

/**
 * Whether a foreign name or a city is a club: a masculine nisba of a country agrees with it, where a city is feminine
 * («روما الإيطالية»), and a person's nation stands before the name.
 */
export function isClub(words: Word[], { type, from, length, known }: Mention): boolean {
  const nisba = words[from + length];
  if (!nisba || nisba.apart || type === 'organisation') return false;
  const { definite, conjoined, prepositional, bare } = nisba.lexeme;
  if (!definite || conjoined || prepositional || !bare.endsWith('ي')) return false;
  if (countryOfNisba(bare) === undefined) return false;
  if (type === 'place' ? !known?.at : known || beginsWithGivenName(words, from)) return false;
  const before = words[from - 1]?.lexeme.folded ?? '';
  if (words[from]!.lexeme.conjoined) return type === 'person';
  return BEFORE_A_CLUB.has(before);
}

/** Words that clubs' names begin with, before a town or another foreign name. */
const BEGINS_CLUB = new Set(
  (
    'ريال اتلتيكو اتليتكو اتليتيكو اتلتيك سبورتينغ سبورتنغ سبورتينج دينامو باير بايرن بوروسيا شاختار سسكا انتر اولمبيك ' +
    'ديبورتيفو راسينغ راسينج لوكوموتيف سبارتاك زينيت هيرتا اينتراخت فيردر استون فيتوريا وست ويست'
  ).split(' '),
);
/** Words that clubs' names end with, after a town or another foreign name. */
const ENDS_CLUB =
  /^(?:سيتي|يونايتد|روفرز|رينجرز|هوتسبير|تاون|واندررز|وندررز|البيون|اثلتيك|فورست|بالاس|فيلا)$/;

/** Whether a club's name may begin with a word that nothing else would make a name. */
export function mayBeginClub({ bare, folded }: Lexeme): boolean {
  return BEGINS_CLUB.has(bare) || BEGINS_CLUB.has(folded);
}

/**
 * How many words from here on are a club by how clubs are called: «دينامو زغرب», «سوانزي سيتي»; 0 where none is. What
 * the gazetteers know as a whole is left to them.
 * @param match what they know here
 */
export function clubLength(words: Word[], at: number, match: Match | undefined): number {
  const next = words[at + 1];
  if (!next || next.apart || next.lexeme.conjoined) return 0;
  if (match && match.length > 1)
    return match.known.at && endsClub(words, at + match.length) ? match.length + 1 : 0;
  const { lexeme } = words[at]!;
  if (mayBeginClub(lexeme))
    return isForeign(words[at + 1]!, matchAt(words, at + 1))
      ? 2 + Number(endsClub(words, at + 2))
      : 0;
  return endsClub(words, at + 1) && isForeign(words[at]!, match) ? 2 : 0;
}

function endsClub(words: Word[], at: number): boolean {
  const word = words[at];
  return word !== undefined && !word.apart && ENDS_CLUB.test(word.lexeme.folded);
}

function isForeign({ lexeme, kind }: Word, match: Match | undefined): boolean {
  if (kind !== 'arabic' || lexeme.functional || announcesOrganisation(lexeme)) return false;
  return match ? match.length === 1 && match.known.at !== undefined : isNameShaped(lexeme);
}
