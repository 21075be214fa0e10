import { spawn } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTermIndex } from './open-term-index.js';
import { termNumber } from './terms.js';
import { PlainIndex, randomFrom, randomQuery, SMALL, step } from './testing.js';

const KILLS = 25;

let work: string;
beforeAll(() => {
  work = mkdtempSync(join(tmpdir(), 'term-index-crash-'));
  compileTo(join(work, 'code'));
});
afterAll(() => rmSync(work, { recursive: true, force: true }));

/** The process to be killed runs without vitest: it needs JavaScript. */
function compileTo(target: string): void {
  mkdirSync(target);
  writeFileSync(join(target, 'package.json'), '{"type":"module"}');
  const compilerOptions = { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext };
  for (const name of readdirSync(import.meta.dirname)) {
    if (!name.endsWith('.ts') || name.endsWith('.test.ts')) continue;
    const source = readFileSync(join(import.meta.dirname, name), 'utf8');
    const { outputText } = ts.transpileModule(source, { compilerOptions });
    writeFileSync(join(target, `${basename(name, '.ts')}.js`), outputText);
  }
}

/** Lets a process write for so long, kills it, and returns the last seq that it called durable. */
async function writeAndDie(directory: string, milliseconds: number): Promise<number> {
  const child = spawn(process.execPath, [join(work, 'code', 'testing-writer.js'), directory]);
  let said = '';
  let faults = '';
  child.stderr.on('data', (data) => (faults += data));
  child.stdout.on('data', (data) => {
    if (said === '') setTimeout(() => child.kill('SIGKILL'), milliseconds);
    said += data;
  });
  await new Promise((resolve) => child.on('close', resolve));
  expect(faults).toBe('');
  return Number(said.trim().split('\n').at(-1));
}

describe('the term index after a kill', () => {
  it(`equals one made anew from the same articles, ${KILLS} times`, async () => {
    const directory = join(work, 'index');
    const random = randomFrom(Number(process.env['SEED'] ?? 1));
    const plain = new PlainIndex();
    let known = -1;
    for (let kill = 0; kill < KILLS; kill++) {
      const durable = await writeAndDie(directory, random() * 60);
      // A copy, so that the next process takes over what this one left behind.
      const copy = join(work, 'copy');
      cpSync(directory, copy, { recursive: true });
      const reader = await openTermIndex(copy, { readonly: true });
      const index = await openTermIndex(copy, { limits: SMALL });
      const last = index.next - 1;
      expect(reader.size).toBe(index.size);
      expect(last).toBeGreaterThanOrEqual(durable);
      while (known < last) step(++known, [plain]);
      step(last, [index]);
      expect(index.size).toBe(plain.size);
      for (let round = 0; round < 8; round++) {
        const query = randomQuery(random);
        expect(index.query(query)).toEqual(plain.query(query));
        const term = termNumber(`كلمة${Math.floor(random() * 400)}`);
        expect(index.frequency(term)).toBe(plain.frequency(term));
        const seq = Math.floor(random() * last);
        expect(index.document(seq)).toEqual(plain.document(seq));
      }
      await reader.close();
      await index.close();
      rmSync(copy, { recursive: true });
    }
    expect(readdirSync(directory).some((name) => name.endsWith('.segment'))).toBe(true);
  }, 120_000);
});
