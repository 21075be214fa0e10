import { fold } from '../letters/fold.js';

/** One key for all the spellings of a name («نتنياهو», «نتانياهو», "Netanyahu"): equal keys, same name. */
export function nameKey(name: string): string {
  return fold(name).replace(/\s+/g, ' ').trim();
}
