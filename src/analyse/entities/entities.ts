import { ownCopy } from '../../arabic/letters/own-copy.js';
import { Remembered } from '../../arabic/letters/remembered.js';
import { nameKey } from '../../arabic/names/name-key.js';
import type { Entity, EntityType } from '../../model/analysis.js';
import { placeOf, writtenForm } from '../written-form.js';
import type { Passage, Reading, Word } from '../reading.js';
import { announcesCalledAfter, calledAfter } from './called-after.js';
import { carryAcronyms, carryNames } from './carry.js';
import { clubLength, isClub, mayBeginClub } from './clubs.js';
import { beginsKnownName, countryOfNisba, matchAt, type Known, type Match } from './gazetteer.js';
import { addLearnedMentions } from './learned-mentions.js';
import { announcesOrganisation, organisationAt } from './organisations.js';
import { beginsWithGivenName, mayBeginPerson } from './person-parts.js';
import { isFirstNameBefore, longerName, personAt } from './persons.js';
import { NAME_PARTICLES } from './name-lists.js';
import { outletAt } from './outlets.js';
import { teamName, teamOf } from './teams.js';
import { announcesPlace, endsTown, isOfTown, isPlaceKind, isWhere, placeAt } from './places.js';

/** A mention found in a passage, by words. */
export interface Mention {
  type: EntityType;
  from: number;
  length: number;
  known?: Known;
}

/**
 * The people, places and organisations that an article names, in reading order, none overlapping.
 * @param people whom short forms mean that the article itself does not explain, as in `Learned`
 */
export function findEntities(reading: Reading, people?: ReadonlyMap<string, string>): Entity[] {
  const passages = [reading.title, reading.body];
  const mentions = passages.map(({ words }) => findMentions(words));
  carryAcronyms(passages, mentions);
  const names = carryNames(passages, mentions);
  if (people?.size) addLearnedMentions(passages, mentions, people);
  const found = passages.flatMap((passage, index) =>
    mentions[index]!.map((mention) => toEntity(passage, mention, names, people)),
  );
  for (const entity of found)
    if (entity.field === 'body' && entity.start < reading.opening) entity.dateline = true;
  return found;
}

function findMentions(words: Word[]): Mention[] {
  const mentions: Mention[] = [];
  for (let at = 0; at < words.length;) {
    let mention = mayBeginName(words[at]!) ? mentionAt(words, at) : undefined;
    const taken = endOf(mentions.at(-1));
    if (mention && mention.from < taken) mention = { type: 'person', from: at, length: 1 };
    if (mention && !mention.known) mention = likeTheOneBefore(words, mention, mentions.at(-1));
    if (mention && isClub(words, mention)) mention = asOrganisation(mention);
    const team = mention && teamOf(words, mention, mentions.at(-1));
    if (mention && team) mention = { ...mention, type: 'organisation', known: team };
    if (mention?.type === 'person') mention = withFirstName(words, mention, mentions.at(-1));
    if (mention) mentions.push(mention);
    at = mention ? mention.from + mention.length : at + 1;
  }
  return mentions;
}

const endOf = (mention: Mention | undefined): number =>
  mention ? mention.from + mention.length : 0;

function asOrganisation({ from, length }: Mention): Mention {
  return { type: 'organisation', from, length };
}

/** Whether a name may begin at a word, wherever it stands: most words are passed over by this alone. */
function mayBeginName({ kind, lexeme, mark }: Word): boolean {
  if (mark) return kind !== 'number';
  if (kind !== 'arabic') return kind !== 'number';
  return (lexeme.beginsName ??=
    beginsKnownName(lexeme) ||
    announcesOrganisation(lexeme) ||
    mayBeginClub(lexeme) ||
    announcesPlace(lexeme) ||
    announcesCalledAfter(lexeme) ||
    mayBeginPerson(lexeme));
}

/** A first name that tells nothing by itself belongs to what clearly is a name: «يحيى بيرت», «معاوية بن أبي سفيان». */
function withFirstName(words: Word[], mention: Mention, before: Mention | undefined): Mention {
  const at = mention.from - 1;
  if (at < endOf(before) || words[mention.from]!.apart) return mention;
  if (!isFirstNameBefore(words, at)) return mention;
  return { type: 'person', from: at, length: mention.length + 1 };
}

/** Names joined by «و» are of one kind: «في مناطق أسكيران ومارتاكيرت». */
function likeTheOneBefore(words: Word[], mention: Mention, before: Mention | undefined): Mention {
  const joined =
    before?.type === 'place' &&
    mention.type === 'person' &&
    mention.length === 1 &&
    before.from + before.length === mention.from &&
    words[mention.from]!.lexeme.conjoined;
  return joined ? { ...mention, type: 'place' } : mention;
}

/** The best reading of what begins at a word: what its class word announces, then the longest name. */
function mentionAt(words: Word[], at: number): Mention | undefined {
  const outlet = outletAt(words, at);
  if (outlet) return { type: 'organisation', from: at, ...outlet };
  const called = calledAfter(words, at);
  if (called) return called;
  const match = matchAt(words, at);
  const club = clubLength(words, at, match);
  if (club) return { type: 'organisation', from: at, length: club };
  const organisation = organisationAt(words, at);
  if (
    organisation &&
    organisation.length + organisation.from - at > (match?.length ?? 0) &&
    !isWhole(words, at, match, organisation.length)
  ) {
    const known = matchAt(words, organisation.from);
    return known && known.length === organisation.length && known.known.type === 'organisation'
      ? { type: 'organisation', ...organisation, known: known.known }
      : { type: 'organisation', ...organisation };
  }
  const place = placeAt(words, at);
  if (place && place.length + place.from - at > (match?.length ?? 0)) {
    const known = matchAt(words, place.from);
    if (known?.known.type === 'organisation' && place.from > at) return undefined;
    return {
      type: 'place',
      ...place,
      ...(known?.length === place.length && known.known.type === 'place'
        ? { known: known.known }
        : {}),
    };
  }
  if (match?.known.type === 'person') {
    // «باراك أوباما تفكر»: a full name that is known goes on by a particle only, «محمد بن راشد آل مكتوم».
    const goesOn = match.length < 2 || isParticle(words[at + match.length]);
    const length =
      match.length > 1 && goesOn
        ? longerName(words, at, match.length)
        : goesOn && beginsWithGivenName(words, at)
          ? Math.max(match.length, personAt(words, at))
          : match.length;
    return {
      type: 'person',
      from: at,
      length,
      ...(length === match.length ? { known: match.known } : {}),
    };
  }
  if (match?.known.type === 'place' && isNamedAfter(words, at, match.known)) return undefined;
  const strong = match && isMeant(words, at, match) ? match : undefined;
  if (strong?.known.type === 'place' && !beginsWithGivenName(words, at))
    return { type: 'place', from: at, length: strong.length, known: strong.known };
  const person = personAt(words, at);
  if (strong && (strong.length >= person || strong.known.type === 'organisation'))
    return { type: strong.known.type, from: at, length: strong.length, known: strong.known };
  if (!person) return undefined;
  const lone = person === 1 && !beginsWithGivenName(words, at);
  if (lone && endsTown(words, at + 1)) return { type: 'place', from: at, length: 2 };
  if (person === 1 && isOfTown(words, at)) return { type: 'place', from: at - 1, length: 2 };
  return { type: lone && isWhere(words, at) ? 'place' : 'person', from: at, length: person };
}

/** Events and papers that bear the name of a place: «اتفاق الطائف», «حرب الخليج». */
const NAMED_AFTER = new Set(
  'اتفاق اتفاقيه اتفاقات اتفاقيات معاهده بروتوكول وثيقه جايزه مونديال حرب موتمر'.split(' '),
);

/** Two countries may have an agreement, but «اتفاق الطائف» is called after the town. */
function isNamedAfter(words: Word[], at: number, known: Known): boolean {
  const before = words[at - 1]?.lexeme;
  if (!before || words[at]!.apart || before.definite || !NAMED_AFTER.has(before.bare)) return false;
  if (words[at]!.lexeme.prepositional) return false;
  return known.at !== undefined || !known.country || /^(?:مونديال|جايزه)$/.test(before.bare);
}

/** Whether what the gazetteers know is meant, and not a word that is written alike. */
function isMeant(words: Word[], at: number, match: Match): boolean {
  if (match.length === 1 && isOtherWord(words, at)) return false;
  return !match.known.weak || isIn(words, at, match);
}

/** «8 نيسان/أبريل» is a month, «دور مالي» an adjective. */
function isOtherWord(words: Word[], at: number): boolean {
  const { folded, bare } = words[at]!.lexeme;
  const before = words[at - 1];
  const after = words[at + 1];
  // «في الجزيرة», «شمال الجزيرة»: an island or Arabia rather than the channel.
  if (bare === 'جزيره' && before && !words[at]!.apart && SPATIAL.test(before.lexeme.folded))
    return !words
      .slice(Math.max(0, at - 3), at)
      .some(({ lexeme }) => OF_A_CHANNEL.test(lexeme.bare));
  if (bare === 'جزيره' && /^[وف]?[بك]/.test(folded)) return true;
  if (folded === 'نيسان' && (before?.kind === 'number' || after?.kind === 'number')) return true;
  if (folded === 'نيسان') return words[at]!.mark === SLASH || after?.mark === SLASH;
  if (bare !== 'مالي' || !before || words[at]!.apart) return false;
  const { functional, definite, verb } = before.lexeme;
  return (
    before.kind === 'arabic' &&
    !functional &&
    !definite &&
    !verb &&
    !isPlaceKind(before.lexeme.bare)
  );
}

const SPATIAL = /^[وفب]?(?:في|الي|شمال|جنوب|شرق|غرب|وسط|داخل|حول|سكان|اهل|عرب)$/;
const OF_A_CHANNEL = /^(?:مراسل|مراسله|برنامج|مذيع|مدير|قناه|صحفي|لقاء|حلقه|مقابله)/;

const SLASH = '/'.charCodeAt(0);

/** «في الخليل», «إلى الرمادي»: a word with the article that nothing agrees with is a place after these. */
function isIn(words: Word[], at: number, { length }: Match): boolean {
  const { lexeme, apart } = words[at]!;
  if (apart || lexeme.rarity < (lexeme.definite ? UNCOMMON : UNCOMMON_INDEFINITE)) return false;
  if (!IN.test(words[at - 1]?.lexeme.folded ?? '')) return false;
  const after = words[at + length];
  return !after || after.apart || !after.lexeme.definite;
}

/** «في المائة», «إلى الحد» name no towns. */
const UNCOMMON = 4.4;
const UNCOMMON_INDEFINITE = 5;
const IN = /^[وف]?(?:في|الي)$/;

const isParticle = (word: Word | undefined) =>
  word !== undefined && !word.apart && NAME_PARTICLES.has(word.lexeme.folded);

/** «مجلس الأمن | القومي», «بنك إنجلترا | المركزي»: another body, or its whole name. */
const GOES_ON = /^(?:قومي|وطني|مركزي)$/;
const OF_MANY_COUNTRIES = /^(?:(?:ال)?(?:مجلس|محكمه|جمعيه|برلمان|سلطه|وزاره)|الحزب)$/;

/**
 * «مجلس الأمن الدائمين»: a body that is known by two words or more ends there, «حزب الله» even before «اللبناني»;
 * but many countries have a «مجلس النواب».
 */
function isWhole(words: Word[], at: number, match: Match | undefined, length: number): boolean {
  if (match?.known.type !== 'organisation' || match.length < 2) return false;
  if (length > match.length && GOES_ON.test(words[at + match.length]!.lexeme.bare)) return false;
  return (
    !OF_MANY_COUNTRIES.test(words[at]!.lexeme.core) ||
    length !== match.length + 1 ||
    countryOfNisba(words[at + match.length]!.lexeme.bare) === undefined
  );
}

function toEntity(
  passage: Passage,
  mention: Mention,
  names: Map<string, string>,
  people: ReadonlyMap<string, string> | undefined,
): Entity {
  const words = passage.words.slice(mention.from, mention.from + mention.length);
  const { start, end } = placeOf(passage.text, words);
  const written = writtenForm(passage.text, words);
  /** The article's own full name goes before the one known to everybody. */
  const isPerson = mention.type === 'person';
  const full = isPerson && names.size ? names.get(keyOf(written)) : undefined;
  const learned = isPerson && mention.length === 1 ? people?.get(keyOf(written)) : undefined;
  const team = mention.type === 'organisation' ? teamName(words) : undefined;
  const name = full ?? mention.known?.name ?? team ?? learned ?? written;
  const country = mention.known?.country ?? countryOfLast(words);
  return {
    field: passage.field,
    start,
    end,
    type: mention.type,
    text: passage.text.slice(start, end),
    name,
    key: keyOf(name),
    ...(country ? { country } : {}),
    ...(mention.known?.at ? { at: mention.known.at } : {}),
  };
}

const keys = new Remembered<string>(20_000);
const newKey = (name: string): string => ownCopy(nameKey(name));

/** `nameKey` of a name: the news names the same again and again. */
function keyOf(name: string): string {
  return keys.of(name, newKey);
}

/** «وزارة الدفاع الروسية» is of Russia. */
function countryOfLast(words: Word[]): string | undefined {
  return words.length > 1 ? countryOfNisba(words.at(-1)!.lexeme.bare) : undefined;
}
