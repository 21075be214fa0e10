import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkOf, replaceFile } from '../whole-file.js';
import { DIMENSIONS, TermSpace } from './term-space.js';

const NAME = 'term-space';
const VERSION = 2;
const HEAD = 5;

/**
 * Keeps the space between two runs. Layout, u32 little-endian: version, dimensions, terms, articles that
 * it was learned at, check; the terms' numbers; then their places (f32).
 */
export function writeTermSpace(directory: string, space: TermSpace): void {
  const { numbers, places, learnedAt } = space;
  const head = Uint32Array.of(VERSION, DIMENSIONS, numbers.length, learnedAt, spaceMark(space));
  replaceFile(join(directory, NAME), [head, numbers, places]);
}

/** @returns undefined where there is none, or none of this version; it is learned anew then */
export function readTermSpace(directory: string): TermSpace | undefined {
  const path = join(directory, NAME);
  if (!existsSync(path)) return undefined;
  const bytes = new Uint8Array(readFileSync(path));
  if (bytes.length < HEAD * 4) return undefined;
  const [version, dimensions, terms, learnedAt, sum] = new Uint32Array(bytes.buffer, 0, HEAD);
  if (version !== VERSION || dimensions !== DIMENSIONS) return undefined;
  if (bytes.length !== (HEAD + terms! * (1 + DIMENSIONS)) * 4) return undefined;
  const numbers = new Uint32Array(bytes.buffer, HEAD * 4, terms);
  const places = new Float32Array(bytes.buffer, (HEAD + terms!) * 4, terms! * DIMENSIONS);
  const space = new TermSpace(numbers, places, learnedAt!);
  return spaceMark(space) === sum ? space : undefined;
}

/** Tells a space from others, by the bits of its places. */
export function spaceMark({ places }: TermSpace): number {
  return checkOf(new Uint32Array(places.buffer, places.byteOffset, places.length));
}
