import { once } from 'node:events';

/** A call that cannot be carried out: exit code 2. The message says what to do. */
export class UnusableCall extends Error {}

/** Whether some inputs failed and were named: exit code 1. */
let someFailed = false;

/** Prints one JSON line on standard output, waiting where the reader is slow. */
export async function printLine(value: unknown): Promise<void> {
  if (!process.stdout.write(`${JSON.stringify(value)}\n`)) await once(process.stdout, 'drain');
}

/** Prints a line for a person on standard output. */
export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Names an input that failed, on standard error; the run goes on and ends with exit code 1. */
export function complain(name: string, reason: string): void {
  someFailed = true;
  process.stderr.write(`warraq: ${name}: ${reason}\n`);
}

/** Something that the person should know and that is no failure. */
export function remark(line: string): void {
  process.stderr.write(`warraq: ${line}\n`);
}

/** 0 all done, 1 some inputs failed and are named. */
export function exitCode(): 0 | 1 {
  return someFailed ? 1 : 0;
}

/** A reader that has seen enough (`| head`) ends the command quietly. */
export function endWithReader(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
}
