import { createHash } from 'node:crypto';

/** A short stable key of a text: 16 hexadecimal digits of its SHA-256. */
export function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
