import { tableLines } from './data-table.js';

/** Letters by their code in six bits, so that three of them are an index: 0 for what no trigram holds. */
const BITS = 6;
const ids = new Uint8Array(0x700);
let letters = 0;
let weights: Float64Array | undefined;

function idOf(code: number): number {
  return code < ids.length ? (ids[code] as number) : 0;
}

function load(): Float64Array {
  const table = new Float64Array(1 << (3 * BITS));
  for (const line of tableLines('foreign-shape.txt.gz')) {
    const [odds, ...trigrams] = line.split(' ');
    for (const trigram of trigrams) {
      let index = 0;
      for (let at = 0; at < 3; at += 1) {
        const code = trigram.charCodeAt(at);
        index = (index << BITS) | (ids[code] ||= ++letters);
      }
      table[index] = Number(odds) / 2;
    }
  }
  return table;
}

const BEGINNING = '^'.charCodeAt(0);
const END = '$'.charCodeAt(0);
const LAST_TWO = (1 << (2 * BITS)) - 1;

/**
 * How much a word looks transliterated rather than Arabic: mean log odds of its trigrams of letters, above 0
 * for names like «شتاينماير», below for inflected words. @param bare folded, without clitics
 */
export function foreignness(bare: string): number {
  weights ??= load();
  const { length } = bare;
  let sum = 0;
  let index = idOf(BEGINNING);
  for (let at = 0; at <= length; at += 1) {
    index = ((index & LAST_TWO) << BITS) | idOf(at < length ? bare.charCodeAt(at) : END);
    if (at > 0) sum += weights[index] as number;
  }
  return sum / length;
}
