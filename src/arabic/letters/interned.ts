/** A power of two: so many words are kept, each in the one slot that its hash names. */
export const SLOTS = 1 << 17;

const slots = new Array<string>(SLOTS).fill('');

/**
 * The slot of the word that `interned` gave last: where whoever got the word may look first for what is known
 * of it. A hint, since words share slots.
 */
export let lastSlot = 0;

/**
 * The string of the first `size` units of `units`, from a bounded memory of words where it is there: the same
 * word is mostly the same string then, which spares making it and makes looking it up elsewhere fast.
 * @param hash any number that depends on the units only
 */
export function interned(units: Uint16Array, size: number, hash: number): string {
  const slot = (hash ^ (hash >>> 15)) & (SLOTS - 1);
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
