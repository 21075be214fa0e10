import { tokenise, type Token } from '../words/tokenise.js';

/** What a reader of one form found: its value and the token after it. */
export interface Read<T> {
  value: T;
  next: number;
}

/** What reading numbers and dates needs of a token. */
export type ScannedToken = Pick<Token, 'start' | 'end' | 'folded' | 'kind'>;

/** A text as tokens with what stands between them: what the readers of dates walk over. */
export class Scan {
  /** @param tokens those of `text`, where they are at hand */
  constructor(
    readonly text: string,
    readonly tokens: readonly ScannedToken[] = tokenise(text),
  ) {}

  word(at: number): string | undefined {
    return this.tokens[at]?.folded;
  }

  /** Two words joined by one space, for names like «كانون الثاني». */
  words(at: number, count: number): string | undefined {
    for (let i = at; i < at + count - 1; i += 1) if (!/^\s*$/.test(this.gap(i))) return undefined;
    const folded = this.tokens.slice(at, at + count).map((token) => token.folded);
    return folded.length === count ? folded.join(' ') : undefined;
  }

  /** The whole number at a token, or undefined. */
  number(at: number): number | undefined {
    const token = this.tokens[at];
    return token?.kind === 'number' && /^\d{1,9}$/.test(token.folded)
      ? Number(token.folded)
      : undefined;
  }

  /** How many digits the number is written with. */
  width(at: number): number {
    const token = this.tokens[at];
    return token ? token.end - token.start : 0;
  }

  /** What stands between this token and the next; a line feed is never crossed. */
  gap(at: number): string {
    const token = this.tokens[at];
    const next = this.tokens[at + 1];
    return token && next ? this.text.slice(token.end, next.start) : '\n';
  }

  /** Whether only white space and light punctuation stand between this token and the next. */
  near(at: number): boolean {
    return /^[\s،,\-–—|()[\]«»"•·:./]{0,6}$/.test(this.gap(at)) && !this.gap(at).includes('\n\n');
  }

  start(at: number): number {
    return this.tokens[at]?.start ?? this.text.length;
  }

  /** Where the token before `next` ends. */
  endBefore(next: number): number {
    return this.tokens[next - 1]?.end ?? 0;
  }
}

/** Arabic-Indic and extended digits as ASCII ones; every offset stays. */
export function asciiDigits(text: string): string {
  return text
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0));
}
