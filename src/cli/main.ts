#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { Command, CommanderError } from 'commander';
import { StoreError } from '../store/store-error.js';
import { addBackup } from './backup.js';
import { addBrief } from './brief.js';
import { addCheck } from './check.js';
import { addEntities } from './entities.js';
import { addExport } from './export.js';
import { addExtract } from './extract.js';
import { addImport } from './import.js';
import { addKeyphrases } from './keyphrases.js';
import { addReindex } from './reindex.js';
import { addSearch } from './search.js';
import { addServe } from './serve.js';
import { addSimilar } from './similar.js';
import { addStories } from './stories.js';
import { complain, endWithReader, exitCode, UnusableCall } from './printing.js';

function version(): string {
  const file = new URL('../../../package.json', import.meta.url);
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}

function program(): Command {
  const warraq = new Command('warraq')
    .description('ورّاق: a news desk for Arabic. Commands print JSON Lines and read files or ids.')
    .version(version())
    .showHelpAfterError('(see: warraq --help)')
    .addHelpText(
      'after',
      '\nExit codes: 0 done, 1 some inputs failed and are named, 2 unusable call.',
    )
    .exitOverride();
  for (const add of [
    addImport,
    addExtract,
    addKeyphrases,
    addEntities,
    addBrief,
    addSimilar,
    addStories,
    addSearch,
    addServe,
    addExport,
    addBackup,
    addCheck,
    addReindex,
  ])
    add(warraq);
  for (const command of warraq.commands) command.exitOverride();
  return warraq;
}

/** Says what went wrong and what to do; a fault of ours shows where it happened. */
function failed(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof UnusableCall || error instanceof StoreError) {
    process.stderr.write(`warraq: ${error.message}\n`);
    return 2;
  }
  complain('this is a fault of warraq, please report it', String((error as Error)?.stack ?? error));
  return 2;
}

endWithReader();
try {
  await program().parseAsync();
  process.exitCode = exitCode();
} catch (error) {
  process.exitCode = failed(error);
}
