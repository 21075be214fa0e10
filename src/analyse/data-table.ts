import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

/** Lines of a table of src/analyse/data, without the head that names its origin and licence. */
export function tableLines(name: string): string[] {
  const packed = readFileSync(new URL(`./data/${name}`, import.meta.url));
  return gunzipSync(packed)
    .toString('utf8')
    .split('\n')
    .filter((line) => line && !line.startsWith('#'));
}
