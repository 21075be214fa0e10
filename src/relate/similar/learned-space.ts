import type { Neighbours } from '../neighbours.js';
import { Pace } from '../term-index/pace.js';
import type { TermIndex } from '../term-index/term-index.js';
import { ArticlePlaces } from './article-places.js';
import { prepare, type Prepared } from './compare.js';
import {
  FormCounter,
  type FormFrequencies,
  readFormFrequencies,
  writeFormFrequencies,
} from './form-frequencies.js';
import { learnTermSpace } from './learn-space.js';
import type { Lexicon } from './lexicon.js';
import { PlaceFile } from './place-file.js';
import { readTermSpace, spaceMark, writeTermSpace } from './space-file.js';
import type { TermSpace } from './term-space.js';
import { Wording } from './wording.js';

/** A space is learned from so many articles, spread over the store, and anew when the store is so many times as large. */
const ARTICLES = 4096;
const FEWEST = 512;
const GROWN = 4;
/** Articles that get their place in a new space at each `refresh`, the newest first, and those looked at for it. */
const PLACED_AT_ONCE = 512;
const LOOKED_AT_ONCE = 8192;

/**
 * Keeps the term space, where articles lie in it, and how common forms of words are, in step with the store.
 * Derived data: what is missing is learned anew.
 */
export class LearnedSpace {
  private learnedAt = FEWEST / GROWN;
  private places: ArticlePlaces | undefined;
  /** Articles below this may have no place yet. */
  private unplaced = 0;

  /**
   * @param directory where the space is kept; absent where nothing is
   * @param writes whether this process keeps what is learned
   */
  constructor(
    private readonly index: TermIndex,
    private readonly lexicon: Lexicon,
    private readonly neighbours: Neighbours,
    private readonly directory: string | undefined,
    private readonly writes: boolean,
  ) {
    if (directory === undefined) return;
    const space = readTermSpace(directory);
    const forms = readFormFrequencies(directory);
    if (space && forms) this.use(space, forms);
  }

  private use(space: TermSpace, forms: FormFrequencies): void {
    const { directory } = this;
    this.learnedAt = space.learnedAt;
    this.places?.close();
    const file = directory !== undefined && new PlaceFile(directory, spaceMark(space), this.writes);
    this.places = new ArticlePlaces(space, file || undefined);
    this.unplaced = file ? this.index.next : 0;
    this.neighbours.useLearned(this.places, new Wording(forms));
  }

  /** To be called for each article that is new under its seq. */
  place(article: Prepared): void {
    if (this.directory !== undefined) this.places?.workOut(article);
  }

  /** Goes on placing articles, after learning where that is due. For the process that writes. */
  async refresh(): Promise<void> {
    await this.learnWhereDue();
    await this.placeOlder();
    this.places?.flush();
  }

  /** To be called after each article: the same articles then give the same space, however they were gathered. */
  async learnWhereDue(): Promise<void> {
    if (this.index.size >= GROWN * this.learnedAt) await this.learn();
  }

  private async learn(): Promise<void> {
    const articles = [];
    const counter = new FormCounter();
    const step = Math.max(1, this.index.next / ARTICLES);
    const pace = new Pace();
    for (let at = 0; at < this.index.next; at += step) {
      const profile = this.neighbours.profile(Math.floor(at));
      if (pace.due) await pace.rest();
      if (!profile) continue;
      articles.push(prepare(profile, this.lexicon).terms);
      counter.add(profile.forms);
    }
    const space = await learnTermSpace(articles, this.index.size, (term) => this.lexicon.idf(term));
    const forms = counter.counted;
    if (this.directory !== undefined) {
      writeTermSpace(this.directory, space);
      writeFormFrequencies(this.directory, forms);
    }
    this.use(space, forms);
  }

  private async placeOlder(): Promise<void> {
    const { places, unplaced } = this;
    if (!places || unplaced === 0) return;
    const pace = new Pace();
    const until = Math.max(0, unplaced - LOOKED_AT_ONCE);
    const missing = places.missing(until, unplaced);
    for (let left = PLACED_AT_ONCE; left > 0 && missing.length > 0;) {
      this.unplaced = missing.pop()!;
      if (pace.due) await pace.rest();
      const profile = this.neighbours.profile(this.unplaced);
      if (!profile) continue;
      places.workOut(prepare(profile, this.lexicon));
      left -= 1;
    }
    if (missing.length === 0) this.unplaced = until;
  }

  close(): void {
    if (this.writes) this.places?.flush();
    this.places?.close();
  }
}
