import { hasForm } from '../profile/forms.js';
import type { Profile } from '../profile/profile.js';
import type { Comparison } from '../similar/compare.js';

export type CopyKind = 'exact' | 'edited' | 'abridged' | 'update';

type Texts = Pick<Comparison, 'text' | 'lead' | 'terms' | 'titles'>;
type Figures = Pick<Profile, 'figures' | 'forms'>;
type Text = Pick<Profile, 'words' | 'figures' | 'forms' | 'source'>;

/**
 * Log-odds that two articles are one text, fitted by logistic regression on the copies of the development
 * judgements. Shared text counts as such, more where the shorter one is wholly in the longer and where
 * both lead with the same: reports of two events that repeat one background are no copies. Titles stand in
 * what an article leads with, but every outlet writes its own: that they agree is taken off again.
 * An outlet repeats its own background more than others do. `bias` is the middle of the range in which
 * nothing changes on either window: at its edge what is rare in the store at hand decides.
 */
export const SAME = {
  bias: -15,
  jaccard: 7.8,
  contained: 9,
  lead: 7.8,
  titles: -3.2,
  terms: 4.2,
  ownSource: -1.5,
};
/** The least odds: surely two texts. */
export const APART = -3;
/** The most: surely one. */
const SURE = 4;

/** Texts that share so much of their words are the same to the letter, but for slips and sign-offs. */
const EXACT = 0.97;
/** A copy shorter than this share of the other is an abridged one. */
const ABRIDGED = 0.75;
/** A number in digits may leave these to a word («10 آلاف»). */
const SCALES = [1, 1e3, 1e6, 1e9];
/** Fewer words are a headline, not a text. */
export const FEWEST_WORDS = 12;

/** Above 0 they are the same text, were it not for their figures. Symmetric. */
function sameText(a: Text, b: Text, shared: Texts): number {
  const { text } = shared;
  if (!text.jaccard) return APART;
  if (Math.min(a.words, b.words) < FEWEST_WORDS && text.jaccard < EXACT) return APART;
  const ofText =
    SAME.bias +
    SAME.jaccard * text.jaccard +
    SAME.contained * Math.max(text.first, text.second) +
    (a.source === b.source ? SAME.ownSource : 0);
  // What they say is compared only where it may decide.
  if (ofText + SAME.lead + SAME.terms <= APART) return APART;
  return ofText + SAME.lead * shared.lead + SAME.titles * shared.titles + SAME.terms * shared.terms;
}

/**
 * Whether two articles are the same text. A differing key figure makes the later one an update.
 * Symmetric.
 * @returns undefined where they are two texts
 */
export function copyVerdict(a: Text, b: Text, shared: Texts): CopyKind | undefined {
  if (sameText(a, b, shared) <= 0) return undefined;
  if (figuresDiffer(a, b)) return 'update';
  if (shared.text.jaccard >= EXACT) return 'exact';
  return Math.min(a.words, b.words) < ABRIDGED * Math.max(a.words, b.words) ? 'abridged' : 'edited';
}

/** Log-odds that one is a copy of the other, `APART` to `SURE`. Symmetric. */
export function copyOdds(a: Text, b: Text, shared: Texts): number {
  return boundedOdds(sameText(a, b, shared), a, b);
}

/**
 * An update is no copy; and surer than `APART` or `SURE` tells nothing more: one odd text does not break a
 * group, nor does one exact copy hold it together.
 * @param same log-odds that they are one text, were it not for their figures
 */
export function boundedOdds(same: number, a: Text, b: Text): number {
  if (same > 0 && figuresDiffer(a, b)) return APART;
  return Math.max(APART, Math.min(SURE, same));
}

/** Each leads with a number that the other has nowhere: where only the leads differ it is the same news. */
function figuresDiffer(a: Figures, b: Figures): boolean {
  const lacks = (x: Figures, y: Figures) => x.figures.some(({ value }) => !states(y, value));
  return lacks(a, b) && lacks(b, a);
}

function states({ figures, forms }: Figures, value: number): boolean {
  return (
    figures.some((figure) => figure.value === value) ||
    SCALES.some((scale) => hasForm(forms, String(value / scale)))
  );
}
