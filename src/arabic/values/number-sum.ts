import type { NumberWord } from './number-words.js';

/** What a run of number words has come to. */
export interface Sum {
  /** Of the scales that are finished. */
  total: number;
  /** Below the next scale. */
  current: number;
  /** The smallest scale so far: what follows must be smaller. */
  scale: number;
}

/** Takes one part into the sum; false where it cannot belong to it. */
export function add(sum: Sum, word: NumberWord, joined: boolean): boolean {
  const { current } = sum;
  const empty = current === 0;
  const started = sum.total > 0 || current > 0;
  switch (word.role) {
    case 'unit':
      // «اثنتا عشرة»: the feminine form of «عشر».
      if (word.value === 10 && !joined && current >= 1 && current <= 9) {
        sum.current = current + 10;
        return true;
      }
      if (started && !joined) return false;
      if (word.value >= sum.scale) return false;
      if (!empty && !(current % 100 === 0 && word.value < 100)) return false;
      sum.current = current + word.value;
      return true;
    case 'teen':
      if (joined || current % 100 < 1 || current % 100 > 9 || !Number.isInteger(current))
        return false;
      sum.current = current + 10;
      return true;
    case 'ten':
      if (started && !joined) return false;
      if (current % 100 > 9 || !Number.isInteger(current) || word.value >= sum.scale) return false;
      sum.current = current + word.value;
      return true;
    case 'hundred':
      if (word.value === 100 && !joined && current >= 3 && current <= 9) {
        sum.current = current * 100;
        return true;
      }
      if ((started && !joined) || !empty || word.value >= sum.scale) return false;
      sum.current = word.value;
      return true;
    case 'scale':
    case 'many':
      return addScale(sum, word, joined);
    case 'fraction':
      return false;
  }
}

function addScale(
  sum: Sum,
  word: NumberWord & { role: 'scale' | 'many' },
  joined: boolean,
): boolean {
  if (word.value >= sum.scale) return false;
  const dual = word.role === 'scale' && word.count !== 1;
  if (sum.current === 0) {
    if (word.role === 'many' || (sum.total > 0 && !joined)) return false;
    sum.total += word.value * (dual ? 2 : 1);
  } else {
    if (joined || (word.role === 'scale' && word.count === 2)) return false;
    sum.total += sum.current * word.value;
    sum.current = 0;
  }
  sum.scale = word.value;
  return true;
}

export function startMany(sum: Sum, value: number): void {
  sum.total = value * 2;
  sum.scale = value >= 1000 ? value : Infinity;
}

/** «مئات الآلاف», «عشرات الملايين» */
export function addMany(sum: Sum, word: NumberWord, joined: boolean): boolean {
  if (
    joined ||
    sum.scale !== Infinity ||
    (word.role !== 'many' && word.role !== 'scale') ||
    word.value < 1000
  )
    return false;
  sum.total *= word.value;
  sum.scale = word.value;
  return true;
}
