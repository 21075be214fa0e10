import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** The command as built; `npm test` builds first. */
export const MAIN = join(root, 'dist', 'src', 'cli', 'main.js');

export interface Ran {
  code: number | null;
  stdout: string;
  stderr: string;
  /** Standard output as JSON Lines. */
  lines: () => Array<Record<string, unknown>>;
}

/** Starts `warraq` as a user would; the caller ends it. */
export function start(args: string[], env: NodeJS.ProcessEnv = {}): ChildProcess {
  return spawn(process.execPath, [MAIN, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  });
}

/** Runs `warraq` to its end. */
export async function warraq(...args: string[]): Promise<Ran> {
  const child = start(args);
  let stdout = '';
  let stderr = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const code = await new Promise<number | null>((done) => child.once('close', done));
  const lines = () =>
    stdout
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Record<string, unknown>);
  return { code, stdout, stderr, lines };
}

/** A directory of its own for one test, and what removes it. */
export function temporary(): { directory: string; remove: () => void } {
  const directory = mkdtempSync(join(tmpdir(), 'warraq-test-'));
  return { directory, remove: () => rmSync(directory, { recursive: true, force: true }) };
}
