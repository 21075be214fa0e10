import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { Remembered } from './remembered.js';

test('a name that is remembered does not keep the text that it was cut out of in memory', () => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const used = (): number => {
    collect();
    return process.memoryUsage().heapUsed / 1e6;
  };
  const remembered = new Remembered<number>(1000);
  const before = used();
  for (let n = 10; n < 70; n += 1) {
    const text = `مجلس التعاون الخليجي ${n} ${'س'.repeat(500_000)}`;
    remembered.of(text.slice(0, 23), (name) => name.length);
  }
  // Sixty texts of a megabyte each.
  expect(used() - before).toBeLessThan(20);
  expect(remembered.of('مجلس التعاون الخليجي 10', () => 0)).toBe(23);
});
