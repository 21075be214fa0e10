#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { Command, CommanderError } from 'commander';
import { SettingsError } from '../desk/site-rules-file.js';
import { StoreError } from '../store/store-error.js';
import { commands } from './commands.js';
import { complain, endWithReader, exitCode, UnusableCall } from './printing.js';

const EXIT_CODES = 'Exit codes: 0 done, 1 some inputs failed and are named, 2 unusable call.';

function version(): string {
  const file = new URL('../../../package.json', import.meta.url);
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}

/** @param called the command's name as typed: its options are loaded, of the others only what they do */
async function program(called: string | undefined): Promise<Command> {
  const warraq = new Command('warraq')
    .description('ورّاق: a news desk for Arabic. Commands print JSON Lines and read files or ids.')
    .version(version())
    .showHelpAfterError('(see: warraq --help)')
    .addHelpText('after', `\nEach command has --help. ${EXIT_CODES}`)
    .exitOverride();
  for (const { name, summary, load } of commands) {
    if (name === called) (await load())(warraq);
    else warraq.command(name).description(summary);
  }
  for (const command of warraq.commands) command.exitOverride().showHelpAfterError();
  return warraq;
}

/** Says what went wrong and what to do; a fault of ours shows where it happened. */
function failed(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (
    error instanceof UnusableCall ||
    error instanceof StoreError ||
    error instanceof SettingsError
  ) {
    process.stderr.write(`warraq: ${error.message}\n`);
    return 2;
  }
  complain('this is a fault of warraq, please report it', String((error as Error)?.stack ?? error));
  return 2;
}

/** The command's name: `warraq help import` asks for that of `import`. */
function asked(): string | undefined {
  const [first, second] = process.argv.slice(2);
  return first === 'help' ? second : first;
}

endWithReader();
try {
  await (await program(asked())).parseAsync();
  process.exitCode = exitCode();
} catch (error) {
  process.exitCode = failed(error);
}
