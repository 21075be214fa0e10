/** The outward form of a line of text: what can be told without understanding it. */

const TERMINAL = /[.!?؟…。][)"'»”’\]]*$/u;
const BULLET = /^\s*(?:[•●▪■◾◼·‣∙○◦*–—►▶»‹›«-]|\d{1,2}[.)-])\s+/u;

/** Ends as a sentence ends. */
export function endsSentence(line: string): boolean {
  return TERMINAL.test(line.trim());
}

export function isBullet(line: string): boolean {
  return BULLET.test(line);
}

export function withoutBullet(line: string): string {
  return line.replace(BULLET, '').trim();
}

export function countWords(line: string): number {
  return line.match(/[\p{L}\p{M}\p{N}]+/gu)?.length ?? 0;
}

/** Short, and not ended as a sentence: a heading, a title or a label. */
export function looksLikeHeading(line: string): boolean {
  const words = countWords(line);
  return (
    words >= 1 && words <= 16 && line.length <= 120 && !/[.!…،,;؛][)"'»”’\]]*$/u.test(line.trim())
  );
}
