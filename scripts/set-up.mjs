import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Brings a checkout to where it runs: installs and builds what is missing or out of date, and nothing else. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

const LEAST_NODE = 20;

export function setUp() {
  const major = Number(process.versions.node.split('.')[0]);
  if (major < LEAST_NODE) {
    console.error(
      `warraq needs Node.js ${LEAST_NODE} or later; this is ${process.version}. See https://nodejs.org`,
    );
    process.exit(2);
  }
  install();
  build();
}

function install() {
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  const stamp = join(root, 'node_modules', '.warraq-installed');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  console.error('Installing packages (once) …');
  run(
    process.platform === 'win32' ? 'npm.cmd' : 'npm',
    ['ci', '--no-audit', '--no-fund', '--loglevel=error'],
    'npm ci',
  );
  writeFileSync(stamp, lock);
}

function build() {
  const stamp = join(root, 'dist', '.built');
  const built = existsSync(stamp) ? statSync(stamp).mtimeMs : 0;
  if (
    newest(['src', 'sample', 'tsconfig.json', 'tsconfig.build.json', 'package-lock.json']) <= built
  )
    return;
  console.error('Building …');
  run(process.execPath, [join(root, 'scripts', 'build.mjs')], 'the build');
  writeFileSync(stamp, '');
}

/** The latest change below these paths, milliseconds since 1970. */
function newest(paths) {
  let latest = 0;
  for (const path of paths) {
    const full = join(root, path);
    if (!existsSync(full)) continue;
    const status = statSync(full);
    latest = Math.max(latest, status.mtimeMs);
    if (!status.isDirectory()) continue;
    const inside = readdirSync(full).filter((name) => name !== 'node_modules');
    latest = Math.max(latest, newest(inside.map((name) => join(path, name))));
  }
  return latest;
}

function run(command, args, what) {
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: ['ignore', 2, 2] });
  if (status === 0) return;
  console.error(
    `${what} failed${error ? `: ${error.message}` : ''}; mend what is said above and start again`,
  );
  process.exit(status ?? 1);
}
