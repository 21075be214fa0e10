import type { Prepared } from './compare.js';
import type { PlaceFile } from './place-file.js';
import { inBytes, type TermSpace } from './term-space.js';

/** Where articles lie in one term space: as kept, else worked out and kept. */
export class ArticlePlaces {
  private readonly known = new WeakMap<Prepared, Int8Array>();

  /** @param file absent where nothing is kept */
  constructor(
    private readonly space: TermSpace,
    private readonly file?: PlaceFile,
  ) {}

  of(prepared: Prepared): Int8Array {
    const known = this.known.get(prepared) ?? this.file?.get(prepared.profile.seq);
    if (!known) return this.workOut(prepared);
    this.known.set(prepared, known);
    return known;
  }

  /** For an article that is new under its seq, whatever is kept there. */
  workOut(prepared: Prepared): Int8Array {
    const place = inBytes(this.space.place(prepared.profile.terms));
    this.known.set(prepared, place);
    this.file?.keep(prepared.profile.seq, place);
    return place;
  }

  kept(seq: number): Int8Array | undefined {
    return this.file?.get(seq);
  }

  /** Which of the articles from a seq to before another have none that is kept. */
  missing(from: number, to: number): number[] {
    const whole = this.file?.whole(from, to) ?? [];
    return whole.flatMap((kept, i) => (kept ? [] : [from + i]));
  }

  flush(): void {
    this.file?.flush();
  }

  close(): void {
    this.file?.close();
  }
}
