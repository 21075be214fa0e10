import type { Lexeme } from './lexeme.js';

let articles = 0;

/**
 * Numbers for the stems of one article, from 0 on, so that what counts or compares its words goes by numbers
 * rather than strings. Two stems have the same number where they are the same string.
 */
export class StemNumbers {
  /** The stem that has a number. */
  readonly spelt: string[] = [];
  readonly #numbers = new Map<string, number>();
  readonly #article = (articles += 1);

  of(stem: string): number {
    let number = this.#numbers.get(stem);
    if (number === undefined) {
      this.#numbers.set(stem, (number = this.spelt.length));
      this.spelt.push(stem);
    }
    return number;
  }

  /** The number of a word's stem, looked up once for all its places. */
  ofWord(lexeme: Lexeme): number {
    if (lexeme.numberedIn !== this.#article) {
      lexeme.stemNumber = this.of(lexeme.stem);
      lexeme.numberedIn = this.#article;
    }
    return lexeme.stemNumber;
  }
}
