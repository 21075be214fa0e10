/** B-cubed precision, recall and F1 of the groups that articles were put into, beside their gold groups. */
export function bcubed(groups: number[], gold: number[]): [number, number, number] {
  const count = (keys: string[]) => {
    const counts = new Map<string, number>();
    for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
    return keys.map((key) => counts.get(key)!);
  };
  const inGroup = count(groups.map(String));
  const inGold = count(gold.map(String));
  const inBoth = count(groups.map((its, i) => `${its} ${gold[i]}`));
  const mean = (sizes: number[]) =>
    sizes.reduce((sum, size, i) => sum + inBoth[i]! / size, 0) / sizes.length;
  const [p, r] = [mean(inGroup), mean(inGold)];
  return [p, r, (2 * p * r) / (p + r)];
}
