import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FORM_NUMBERS, type Forms } from '../profile/forms.js';
import { checkOf, replaceFile } from '../whole-file.js';

const NAME = 'form-frequencies';
const VERSION = 1;
const HEAD_BYTES = 12;

/** In how many of some articles of the store each form of a word stands. */
export class FormFrequencies {
  /** Of each form: inverse document frequency as BM25 has it, never 0. */
  readonly idf: Float32Array;

  /** @param counts one for each form */
  constructor(
    readonly articles: number,
    readonly counts: Uint16Array,
  ) {
    this.idf = Float32Array.from(counts, (n) => Math.log(1 + (articles + 0.5) / (n + 0.5)));
  }
}

/** Counts the forms of articles, at most 65,535 of them. */
export class FormCounter {
  private articles = 0;
  private readonly counts = new Uint16Array(FORM_NUMBERS);

  add({ numbers }: Forms): void {
    this.articles += 1;
    for (const number of numbers) this.counts[number]! += 1;
  }

  get counted(): FormFrequencies {
    return new FormFrequencies(this.articles, this.counts);
  }
}

/** Layout, little-endian: version, articles, check (u32 each); then a count for each form (u16). */
export function writeFormFrequencies(directory: string, found: FormFrequencies): void {
  const { articles, counts } = found;
  const head = Uint32Array.of(VERSION, articles, checkOf(counts));
  replaceFile(join(directory, NAME), [head, counts]);
}

/** @returns undefined where there are none, or none of this version; they are counted anew then */
export function readFormFrequencies(directory: string): FormFrequencies | undefined {
  const path = join(directory, NAME);
  if (!existsSync(path)) return undefined;
  const bytes = new Uint8Array(readFileSync(path));
  if (bytes.length !== HEAD_BYTES + 2 * FORM_NUMBERS) return undefined;
  const [version, articles, sum] = new Uint32Array(bytes.buffer, 0, 3);
  const counts = new Uint16Array(bytes.buffer, HEAD_BYTES);
  if (version !== VERSION || sum !== checkOf(counts)) return undefined;
  return new FormFrequencies(articles!, counts);
}
