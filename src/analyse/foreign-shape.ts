import { tableLines } from './data-table.js';

let weights: Map<string, number> | undefined;

function load(): Map<string, number> {
  const table = new Map<string, number>();
  for (const line of tableLines('foreign-shape.txt.gz')) {
    const [odds, ...trigrams] = line.split(' ');
    for (const trigram of trigrams) table.set(trigram, Number(odds) / 2);
  }
  return table;
}

/**
 * How much a word looks transliterated rather than Arabic: mean log odds of its trigrams of letters, above 0
 * for names like «شتاينماير», below for inflected words. @param bare folded, without clitics
 */
export function foreignness(bare: string): number {
  weights ??= load();
  const padded = `^${bare}$`;
  let sum = 0;
  for (let i = 0; i + 3 <= padded.length; i += 1) sum += weights.get(padded.slice(i, i + 3)) ?? 0;
  return sum / (padded.length - 2);
}
