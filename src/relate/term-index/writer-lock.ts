import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Keeps a second writer out of a directory. A lock whose process is gone, as after a crash, is taken over. */
export class WriterLock {
  private constructor(private readonly path: string) {}

  /** @throws Error where a living process holds it */
  static take(directory: string): WriterLock {
    const path = join(directory, 'writer.lock');
    const mine = `${process.pid} ${startOf(process.pid)}\n`;
    for (;;) {
      try {
        writeFileSync(path, mine, { flag: 'wx' });
        return new WriterLock(path);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      }
      const [pid = '', start = ''] = readIfThere(path).trim().split(' ');
      if (isAlive(Number(pid), start)) {
        throw new Error(
          `Term index ${directory} is being written by process ${pid}. Stop it first, or open readonly; ` +
            `if there is no such process of Warraq, delete ${path}.`,
        );
      }
      rmSync(path, { force: true });
    }
  }

  release(): void {
    rmSync(this.path, { force: true });
  }
}

function readIfThere(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

/** When the process started, in ticks since the machine did; '' where the platform does not tell. Numbers of processes come again. */
function startOf(pid: number): string {
  const fields = readIfThere(`/proc/${pid}/stat`);
  return fields.slice(fields.lastIndexOf(')') + 2).split(' ')[19] ?? '';
}

function isAlive(pid: number, start: string): boolean {
  if (!Number.isInteger(pid) || pid <= 0 || startOf(pid) !== start) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
