import { setTimeout as wait } from 'node:timers/promises';
import { openTermIndex } from './open-term-index.js';
import { SMALL, step } from './testing.js';

/*
 * Run as a process of its own, to be killed: goes on from where the index says, and names on its
 * output each seq that is durable.
 */
const directory = process.argv[2]!;
const index = await openTermIndex(directory, { limits: SMALL });
for (let seq = Math.max(0, index.next - 1); ; seq++) {
  step(seq, [index]);
  if (seq % 7 !== 0) continue;
  await index.flush();
  process.stdout.write(`${seq}\n`);
  if (seq % 35 === 0) await wait(1);
}
