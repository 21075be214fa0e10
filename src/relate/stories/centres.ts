import type { Neighbours } from '../neighbours.js';
import type { Prepared } from '../similar/compare.js';
import { centreOf, together, type Centre } from './centre.js';
import type { Memberships } from './memberships.js';

const MOST_REMEMBERED = 2000;

interface Remembered {
  members: readonly number[];
  era: number;
  centre: Centre;
}

/** The centres of stories, made when asked for; those last asked for are remembered. */
export class Centres {
  private readonly remembered = new Map<number, Remembered>();
  private readonly articles = new WeakMap<Prepared, Centre>();

  constructor(
    private readonly memberships: Memberships,
    private readonly neighbours: Neighbours,
  ) {}

  article(seq: number): Centre | undefined {
    const ready = this.neighbours.ready(seq);
    if (!ready) return undefined;
    let centre = this.articles.get(ready);
    if (!centre) this.articles.set(ready, (centre = centreOf(ready)));
    return centre;
  }

  /** @returns undefined where the story has no article that is kept */
  of(story: number): Centre | undefined {
    const members = this.memberships.membersOf(story);
    if (members.length < 2) return members.length ? this.article(members[0]!) : undefined;
    const { era } = this.neighbours;
    const known = this.remembered.get(story);
    if (known?.members === members && known.era === era) return known.centre;
    const before = known?.era === era && known.members;
    const grown = before && before.length < members.length && begins(members, before);
    const centre = grown
      ? this.withMore(known.centre, members.slice(before.length))
      : this.made(members);
    if (centre) this.remember(story, { members, era, centre });
    return centre;
  }

  /** Of any articles. */
  made(seqs: readonly number[]): Centre | undefined {
    let centres = seqs.map((seq) => this.article(seq)).filter((centre) => centre !== undefined);
    // By halves, so that a long story costs its length times a logarithm.
    while (centres.length > 1)
      centres = centres.flatMap((centre, i) =>
        i % 2 ? [] : [centres[i + 1] ? together(centre, centres[i + 1]!) : centre],
      );
    return centres[0];
  }

  /** What `of` would work out, from who has it already. */
  tell(story: number, centre: Centre): void {
    const members = this.memberships.membersOf(story);
    const { era } = this.neighbours;
    if (members.length > 1 && members.length === centre.size)
      this.remember(story, { members, era, centre });
  }

  private withMore(centre: Centre, seqs: readonly number[]): Centre {
    const more = this.made(seqs);
    return more ? together(centre, more) : centre;
  }

  private remember(story: number, made: Remembered): void {
    this.remembered.delete(story);
    this.remembered.set(story, made);
    if (this.remembered.size > MOST_REMEMBERED)
      this.remembered.delete(this.remembered.keys().next().value!);
  }
}

const begins = (list: readonly number[], start: readonly number[]): boolean =>
  start.every((seq, i) => list[i] === seq);
