import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { exampleEntry } from './example-entries.js';
import { openStore } from './open.js';
import { StoreError } from './store-error.js';

let compiled: string;
let directory: string;
beforeAll(() => {
  compiled = compileStore();
});
afterAll(() => rmSync(compiled, { recursive: true, force: true }));
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'warraq-processes-'));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

/**
 * The store as JavaScript of this very moment, for processes of their own: in a directory where
 * its libraries are found.
 */
function compileStore(): string {
  const src = dirname(dirname(fileURLToPath(import.meta.url)));
  const cache = join(dirname(src), 'node_modules', '.cache');
  mkdirSync(cache, { recursive: true });
  const target = mkdtempSync(join(cache, 'warraq-store-'));
  chmodSync(target, 0o755);
  writeFileSync(join(target, 'package.json'), '{"type":"module"}');
  for (const folder of ['model', 'store', 'store/migrations']) {
    mkdirSync(join(target, folder));
    const names = readdirSync(join(src, folder)).filter((name) => /(?<!\.test)\.ts$/.test(name));
    for (const name of names) {
      const { outputText } = ts.transpileModule(readFileSync(join(src, folder, name), 'utf8'), {
        compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ES2022 },
      });
      writeFileSync(join(target, folder, name.replace(/\.ts$/, '.js')), outputText);
    }
  }
  return target;
}

/** Saves batches and prints the last id of each once it is acknowledged, until it is killed. */
const SAVING = `
import { openStore } from '${'COMPILED'}/store/open.js';
import { exampleEntry } from '${'COMPILED'}/store/example-entries.js';
const store = await openStore(process.argv[2]);
for (let n = 1; n <= 2000; n += 25) {
  const batch = Array.from({ length: 25 }, (_, index) => exampleEntry(n + index));
  await store.save(batch, [{ change: 'story', article: 'article-1', story: 'story-' + (n % 7) }]);
  process.stdout.write(n + 24 + '\\n');
}
await store.close();
`;

describe('a process that is killed', () => {
  it('loses nothing that was acknowledged; a rerun finishes the rest and doubles nothing', async () => {
    const script = join(compiled, 'saving.mjs');
    writeFileSync(script, SAVING.replaceAll('COMPILED', compiled));
    let acknowledged = 0;
    for (let round = 0; round < 6; round += 1) {
      acknowledged = Math.max(acknowledged, await killedWhileSaving(script, directory));
      const store = await openStore(directory);
      const kept = new Set<string>();
      for await (const { article } of store.scan()) {
        expect(kept.has(article.id)).toBe(false);
        kept.add(article.id);
      }
      for (let n = 1; n <= acknowledged; n += 1) expect(kept.has(`article-${n}`)).toBe(true);
      expect(kept.size % 25).toBe(0);
      expect(await store.check()).toEqual([]);
      await store.close();
    }
    expect(acknowledged).toBeGreaterThan(0);
    expect(acknowledged).toBeLessThan(2000);
    expect(spawnSync(process.execPath, [script, directory]).status).toBe(0);
    const store = await openStore(directory);
    expect((await store.stats()).articles).toBe(2000);
    expect(await store.nextSeq()).toBe(2001);
    expect(await store.check()).toEqual([]);
    await store.close();
  });
});

/** Starts the child, kills it at a random moment in its first half, returns its last word. */
function killedWhileSaving(script: string, directory: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, directory]);
    const words = Math.ceil(Math.random() * 40);
    let printed = '';
    let errors = '';
    child.stderr.on('data', (data: Buffer) => (errors += data.toString()));
    child.stdout.on('data', (data: Buffer) => {
      printed += data.toString();
      if (printed.split('\n').length > words)
        setTimeout(() => child.kill('SIGKILL'), Math.random() * 5);
    });
    child.once('error', reject);
    child.once('exit', () => {
      if (errors) reject(new Error(errors));
      resolve(Number(/(\d+)\n[^\n]*$/.exec(printed)?.[1] ?? 0));
    });
  });
}

describe('other processes', () => {
  it('refuses a second writer, also in another process, naming directory and process', async () => {
    const store = await openStore(directory);
    const here = await openStore(directory).catch((error: unknown) => error);
    expect(here).toBeInstanceOf(StoreError);
    if (!(here instanceof StoreError)) return;
    expect(here.reason).toBe('in-use');
    expect(here.message).toContain(directory);
    expect(here.message).toContain(`process ${process.pid}`);
    const script = join(compiled, 'second.mjs');
    writeFileSync(
      script,
      `import { openStore } from '${compiled}/store/open.js';
       await openStore(process.argv[2]).catch((error) => console.log(error.reason, error.message));`,
    );
    const second = () => spawnSync(process.execPath, [script, directory]).stdout.toString();
    expect(second()).toContain(
      `in-use The store in ${directory} is in use by process ${process.pid}`,
    );
    await store.close();
    expect(second()).toBe('');
  });

  it('names a directory that may not be written, and still lets readers in', async () => {
    const store = await openStore(directory);
    await store.save([exampleEntry(1)]);
    await store.close();
    const script = join(compiled, 'unwritable.mjs');
    writeFileSync(
      script,
      `import { openStore } from '${compiled}/store/open.js';
       await openStore(process.argv[2]).catch((error) => console.log(error.reason, error.message));
       const reader = await openStore(process.argv[2], { readonly: true });
       console.log((await reader.stats()).articles, (await reader.check()).length);`,
    );
    chmodSync(directory, 0o555);
    // To root nothing is forbidden: the child becomes nobody.
    const nobody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
    const run = spawnSync(process.execPath, [script, directory], nobody);
    chmodSync(directory, 0o755);
    expect(run.stderr.toString()).toBe('');
    expect(run.stdout.toString()).toContain(`read-only The store in ${directory}: its files`);
    expect(run.stdout.toString()).toContain('\n1 0\n');
  });
});
