/** The `top` highest of (score, seq), in a binary heap with the lowest at its root; of equal scores the newer seq is higher. */
export class Best {
  private readonly scores: Float64Array;
  private readonly seqs: Float64Array;
  private readonly times: Float64Array;
  private size = 0;

  /** @param least the lowest score that may enter, at least 1 */
  constructor(
    readonly top: number,
    private readonly least: number,
  ) {
    this.scores = new Float64Array(top);
    this.seqs = new Float64Array(top);
    this.times = new Float64Array(top);
  }

  /** A document with a lower score than this, whatever its seq, cannot enter. */
  get floor(): number {
    return this.size < this.top ? this.least : this.scores[0]!;
  }

  offer(score: number, seq: number, time: number): void {
    if (this.size < this.top) {
      this.up(this.size++, score, seq, time);
    } else if (this.lower(this.scores[0]!, this.seqs[0]!, score, seq)) {
      this.down(score, seq, time);
    }
  }

  /** Highest first. */
  ranked(): Array<{ seq: number; time: number; score: number }> {
    const ranked = Array.from({ length: this.size }, (_, i) => ({
      seq: this.seqs[i]!,
      time: this.times[i]!,
      score: this.scores[i]!,
    }));
    return ranked.sort((a, b) => b.score - a.score || b.seq - a.seq);
  }

  private lower(scoreA: number, seqA: number, scoreB: number, seqB: number): boolean {
    return scoreA < scoreB || (scoreA === scoreB && seqA < seqB);
  }

  private set(at: number, score: number, seq: number, time: number): void {
    this.scores[at] = score;
    this.seqs[at] = seq;
    this.times[at] = time;
  }

  private move(to: number, from: number): void {
    this.set(to, this.scores[from]!, this.seqs[from]!, this.times[from]!);
  }

  private up(from: number, score: number, seq: number, time: number): void {
    let at = from;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!this.lower(score, seq, this.scores[parent]!, this.seqs[parent]!)) break;
      this.move(at, parent);
      at = parent;
    }
    this.set(at, score, seq, time);
  }

  private down(score: number, seq: number, time: number): void {
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= this.size) break;
      if (
        child + 1 < this.size &&
        this.lower(
          this.scores[child + 1]!,
          this.seqs[child + 1]!,
          this.scores[child]!,
          this.seqs[child]!,
        )
      ) {
        child++;
      }
      if (!this.lower(this.scores[child]!, this.seqs[child]!, score, seq)) break;
      this.move(at, child);
      at = child;
    }
    this.set(at, score, seq, time);
  }
}
