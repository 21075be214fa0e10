const SLOT_BITS = 17;
/** So many words are kept, each in the one slot that its hash names. */
export const SLOTS = 1 << SLOT_BITS;

/**
 * What a hash of letters is multiplied by at each (2^32 over the golden ratio), so that its upper bits tell words
 * apart: by 31, the letters of Arabic lie too close together, and hundreds of pairs of them come to the same.
 */
export const SPREAD = 0x9e3779b1 | 0;

const slots = new Array<string>(SLOTS).fill('');

/**
 * The slot of the word that `interned` gave last: where whoever got the word may look first for what is known
 * of it. A hint, since words share slots.
 */
export let lastSlot = 0;

/**
 * The string of the first `size` units of `units`, from a bounded memory of words where it is there: the same
 * word is mostly the same string then, which spares making it and makes looking it up elsewhere fast.
 * @param hash of the units, its upper bits well spread: see `SPREAD`
 */
export function interned(units: Uint16Array, size: number, hash: number): string {
  const slot = hash >>> (32 - SLOT_BITS);
  lastSlot = slot;
  const known = slots[slot] as string;
  if (known.length === size) {
    let at = 0;
    while (at < size && known.charCodeAt(at) === units[at]) at++;
    if (at === size) return known;
  }
  const word = String.fromCharCode.apply(null, units.subarray(0, size) as unknown as number[]);
  slots[slot] = word;
  return word;
}
