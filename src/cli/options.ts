import { readFileSync } from 'node:fs';
import { Option, type Command } from 'commander';
import type { Desk } from '../desk.js';
import { openDesk, type DeskOptions } from '../desk/open.js';
import { remark, UnusableCall } from './printing.js';

export const DEFAULT_STORE = './warraq-data';

/** `--db DIR`, the same in every command. */
export function dbOption(): Option {
  return new Option('--db <dir>', 'the store').default(DEFAULT_STORE);
}

/** `--json`: accepted by every command; those that print data print JSON Lines with or without it. */
export function jsonOption(): Option {
  return new Option('--json', 'print JSON Lines');
}

/** `--ids FILE`: one id a line. */
export function idsOption(): Option {
  return new Option('--ids <file>', 'read the ids from a file, one a line');
}

/** Ids of the call and of `--ids FILE`, in order. */
export function idsOf(args: string[], file: string | undefined): string[] {
  return file ? [...args, ...lines(file)] : args;
}

/** The lines of a file that are not empty. @throws UnusableCall naming the file and the reason */
export function lines(file: string): string[] {
  try {
    return readFileSync(file, 'utf8')
      .split(/\r?\n/)
      .map((line) => line.trim())
      .filter(Boolean);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new UnusableCall(
      code === 'ENOENT'
        ? `${file}: no such file; check the path`
        : `${file}: cannot be read (${code ?? String(error)})`,
    );
  }
}

/** A whole number within bounds. */
export function wholeNumber(name: string, least: number, most: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (!Number.isInteger(value) || value < least || value > most)
      throw new UnusableCall(`${name}: «${text}» is not a whole number from ${least} to ${most}`);
    return value;
  };
}

/** Opens the desk, does the work and closes it, whatever happens. */
export async function withDesk<T>(
  directory: string,
  options: DeskOptions,
  work: (desk: Desk) => Promise<T>,
): Promise<T> {
  const catchingUp = (articles: number) => remark(`indexing: ${articles} articles so far`);
  const desk = await openDesk(directory, { catchingUp, ...options });
  try {
    return await work(desk);
  } finally {
    await desk.close();
  }
}

/** Aborted when the process is asked to stop; a second time ends it at once. */
export function stopSignal(onStop: () => void = () => {}): AbortSignal {
  const stop = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const)
    process.once(name, () => {
      onStop();
      stop.abort();
    });
  return stop.signal;
}

/** Adds one command to the program. Each command's file exports one of these. */
export type AddCommand = (program: Command) => void;
