/** The measure of `score.mjs extract`, page by page. */
export interface Gold {
  url?: string;
  text: string;
  title?: string;
  date?: string | null;
}

function shingles(text: string): Map<string, number> {
  const words = text.match(/[\p{L}\p{M}\p{N}_]+/gu) ?? [];
  const size = Math.min(4, words.length || 1);
  const counts = new Map<string, number>();
  for (let at = 0; at + size <= words.length; at += 1) {
    const shingle = words.slice(at, at + size).join(' ');
    counts.set(shingle, (counts.get(shingle) ?? 0) + 1);
  }
  return counts;
}

const key = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase();

export function compare(got: string, want: string, title: string, goldTitle: string | undefined) {
  const a = shingles(got);
  const b = shingles(want);
  let hit = 0;
  let inGot = 0;
  let inGold = 0;
  for (const count of a.values()) inGot += count;
  for (const [shingle, count] of b) {
    inGold += count;
    hit += Math.min(count, a.get(shingle) ?? 0);
  }
  const p = inGot ? hit / inGot : 0;
  const r = inGold ? hit / inGold : 0;
  const f1 = p + r ? (2 * p * r) / (p + r) : 0;
  return { p, r, f1, titleRight: key(title) === key(goldTitle ?? '') };
}

export const mean = (values: number[]): number =>
  values.length ? values.reduce((sum, value) => sum + value, 0) / values.length : 0;
export const median = (values: number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
