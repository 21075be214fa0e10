/** A number found in a text, in digits or words. */
export interface FoundNumber {
  start: number;
  end: number;
  value: number;
  /** The upper end of a range («بين 5 و7»). */
  to?: number;
  bound: 'exact' | 'about' | 'at-least' | 'at-most' | 'more-than' | 'less-than';
  form: 'cardinal' | 'ordinal' | 'percent' | 'fraction';
}

/** Every number that a text states, in order. */
export function findNumbers(_text: string): FoundNumber[] {
  return [];
}
