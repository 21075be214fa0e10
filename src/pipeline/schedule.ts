import type { Learned } from '../model/learned.js';
import { STRETCH } from './stretches.js';

/**
 * What is learned from documents counts for those that come so many later: more than threads may have been given
 * before it is learned, so that nobody waits for it, and fixed, so that speed and threads change nothing.
 */
export const DOCUMENTS_LATER = 4 * STRETCH;

/** Which of the states of what is learned a document is read and analysed with, by its number in the stream. */
export class Schedule {
  private readonly coming: Array<{ from: number; learned: Learned }> = [];

  /**
   * @param now what the first documents are read with
   * @param later documents until what was learned counts; 0 for as soon as it is learned
   */
  constructor(
    private now: Learned,
    private readonly later = DOCUMENTS_LATER,
  ) {}

  /** @param document number of the one after the last that it was learned from */
  learned(learned: Learned, document: number): void {
    if (learned !== (this.coming.at(-1)?.learned ?? this.now))
      this.coming.push({ from: document + this.later, learned });
  }

  /** @param document not lower than in the call before */
  at(document: number): Learned {
    while (this.coming[0] && this.coming[0].from <= document)
      this.now = this.coming.shift()!.learned;
    return this.now;
  }
}
