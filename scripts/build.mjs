import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Compiles TypeScript to dist/ and lays beside it what the code reads at run time. */
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
const run = spawnSync(process.execPath, [tsc, '-p', join(root, 'tsconfig.build.json')], {
  stdio: 'inherit',
});
if (run.status !== 0) process.exit(run.status ?? 1);

/** Folders that hold data, not code; copied whole. */
const dataFolders = ['data', 'assets', 'sites'];
function copyData(from, to) {
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    if (!entry.isDirectory() || entry.name === 'node_modules') continue;
    if (dataFolders.includes(entry.name))
      cpSync(join(from, entry.name), join(to, entry.name), { recursive: true });
    else copyData(join(from, entry.name), join(to, entry.name));
  }
}
for (const top of ['src', 'sample'])
  if (existsSync(join(root, top))) copyData(join(root, top), join(root, 'dist', top));
