/** Abbreviations that a full stop follows without ending a sentence, folded, without stops. */
const BEFORE_A_NAME = new Set([
  'د',
  'ا',
  'م',
  'ص',
  'ج',
  'ت',
  'ط',
  'ق',
  'ب',
  'ش',
  'س',
  'ع',
  'ر',
  'ح',
  'ف',
  'ن',
  'mr',
  'mrs',
  'ms',
  'dr',
  'prof',
  'st',
  'vs',
  'no',
  'fig',
  'jr',
  'sr',
]);

/** Single letters that may well end a sentence: «1439 هـ.», «2018 م.» after a number. */
export const ERA_LETTERS = new Set(['ه', 'م']);

/** Whether a full stop after this folded word marks an abbreviation («د.», "Dr."). */
export function isAbbreviated(folded: string): boolean {
  return BEFORE_A_NAME.has(folded);
}

/** Last labels that make `name.label` an address without http or www. */
export const TOP_LEVEL_DOMAINS = new Set(
  (
    'com net org info gov edu int mil biz tv io co me news online site app dev eu uk us fr de ru ir tr il ' +
    'ae bh dz eg iq jo kw lb ly ma mr om ps qa sa sd so sy tn ye'
  ).split(' '),
);
