import { foreignness } from './foreign-shape.js';
import { bareRarity, definiteRarity, isKnownWord } from './word-frequencies.js';

const PRONOUNS = /(?:هما|كما|ها|هم|هن|نا|ني|كم|ه|ي)$/;
/** In steps: a word that general text hardly ever writes with the article. */
const NEVER_DEFINITE = 33;
/** Below this a word does not look foreign in the least. */
const NATIVE = -0.5;
/** Steps by which it is rarer with the article than without. */
const APART = 8;

const cache = new Map<string, boolean>();

/**
 * Whether a word without the article most likely ends in a pronoun («صادراتها», «شخيرهم», «فاجأتني»): such a word
 * never takes the article, and what is left without the pronoun is a word.
 * @param bare folded, without clitics
 */
export function endsInPronoun(bare: string): boolean {
  let ends = cache.get(bare);
  if (ends !== undefined) return ends;
  ends = looksPossessed(bare);
  if (cache.size < 100_000) cache.set(bare, ends);
  return ends;
}

function looksPossessed(bare: string): boolean {
  if (bare.length < 4) return false;
  const definite = definiteRarity(bare);
  if (definite < NEVER_DEFINITE && definite < bareRarity(bare) + APART) return false;
  const [pronoun] = PRONOUNS.exec(bare) ?? [];
  if (!pronoun) return false;
  const rest = bare.slice(0, -pronoun.length);
  if (rest.length < 2) return false;
  const forms = [rest];
  if (rest.endsWith('ت')) forms.push(`${rest.slice(0, -1)}ه`);
  if (rest.endsWith('تي')) forms.push(`${rest.slice(0, -2)}ه`);
  if (rest.endsWith('ا')) forms.push(`${rest.slice(0, -1)}ي`);
  if (pronoun.length === 1) return forms.some((form) => definiteRarity(form) < 25);
  return forms.some((form) => isKnownWord(form)) || (rest.length > 2 && foreignness(bare) < NATIVE);
}

/**
 * Whether a word most likely stands in the indefinite accusative («مبعوثا», «صاروخا»), as no name of a thing does.
 * @param bare folded, without clitics
 */
export function isAccusative(bare: string): boolean {
  if (bare.length < 3 || !bare.endsWith('ا')) return false;
  return definiteRarity(bare) > NEVER_DEFINITE && definiteRarity(bare.slice(0, -1)) < 28;
}
