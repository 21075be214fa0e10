import { SingleBar } from 'cli-progress';

const MEGABYTE = 1_000_000;

/** Shows how far a long run is: a bar with rate and remaining time on a terminal, nothing in a pipe. */
export class Progress {
  private readonly bar: SingleBar | undefined;
  private readonly begun = performance.now();
  private items = 0;

  /**
   * @param unit what is counted («articles»)
   * @param of 'bytes' where the total is of bytes read, shown as megabytes
   */
  constructor(
    private readonly unit: string,
    private readonly of: 'bytes' | 'items' = 'items',
    stream: NodeJS.WriteStream = process.stderr,
  ) {
    if (!stream.isTTY) return;
    this.bar = new SingleBar({
      stream,
      format: `{bar} {percentage}% · {items} ${unit} · {rate}/s · {left} left`,
      barCompleteChar: '█',
      barIncompleteChar: '░',
      hideCursor: true,
      clearOnComplete: true,
      stopOnComplete: false,
      fps: 5,
    });
    this.bar.start(1, 0, { items: 0, rate: 0, left: '…' });
  }

  /** Sets how much of the whole is read. */
  at(done: number, total: number): void {
    const scale = this.of === 'bytes' ? MEGABYTE : 1;
    this.bar?.setTotal(Math.max(total, 1) / scale);
    this.bar?.update(Math.min(done, total) / scale, this.payload(done / Math.max(total, 1)));
  }

  /** Counts items that are finished. */
  add(count = 1): void {
    this.items += count;
  }

  /** Takes the bar away; returns what was counted and how fast. */
  stop(): { items: number; seconds: number; rate: number } {
    this.bar?.stop();
    const seconds = this.seconds();
    return { items: this.items, seconds, rate: seconds ? this.items / seconds : 0 };
  }

  private seconds(): number {
    return (performance.now() - this.begun) / 1000;
  }

  private payload(share: number): { items: number; rate: string; left: string } {
    const seconds = this.seconds();
    const left = share > 0.001 ? duration((seconds / share) * (1 - share)) : '…';
    return {
      items: this.items,
      rate: Math.round(this.items / Math.max(seconds, 0.001)).toString(),
      left,
    };
  }
}

/** «2 min 5 s» */
export function duration(seconds: number): string {
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole} s`;
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${whole % 60} s`;
  return `${Math.floor(whole / 3600)} h ${Math.floor((whole % 3600) / 60)} min`;
}
