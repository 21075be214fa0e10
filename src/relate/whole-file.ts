import { renameSync, writeFileSync } from 'node:fs';

/** Replaces a file by the bytes of some arrays, one after the other; after a crash there is the old one or the new. */
export function replaceFile(path: string, parts: NodeJS.TypedArray[]): void {
  const bytes = parts.map((part) => Buffer.from(part.buffer, part.byteOffset, part.byteLength));
  writeFileSync(`${path}.new`, Buffer.concat(bytes), { flush: true });
  renameSync(`${path}.new`, path);
}

/** Tells whole numbers from damaged ones, and one array from another: FNV-1a, a number at a time. */
export function checkOf(numbers: Uint16Array | Uint32Array): number {
  let hash = 0x811c9dc5;
  for (const number of numbers) hash = Math.imul(hash ^ number, 0x01000193);
  return hash >>> 0;
}
