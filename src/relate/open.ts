import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { documentOf, NewsRelater } from './news-relater.js';
import type { Kept, Relater } from './relater.js';
import { MembershipLog } from './stories/membership-log.js';
import { Memberships, numberIn } from './stories/memberships.js';
import { IndexDamaged } from './term-index/damage.js';
import { openTermIndex } from './term-index/open-term-index.js';
import type { TermIndex } from './term-index/term-index.js';

export interface RelaterOptions {
  /** Looks only, at what has been flushed by now; may stand beside a process that writes. */
  readonly?: boolean;
  /** Told now and then how many articles were brought in from the store: all of them where the index is made anew. */
  catchingUp?: (articles: number) => void;
}

/** Articles brought in between two flushes, so that catching up needs little memory. */
const CAUGHT_UP_AT_ONCE = 1024;

/**
 * Opens the relater over a directory of its own, making it where there is none, and catches up with
 * what the store holds and the index does not. What was decided before is restored, never decided
 * again. An index that is damaged is made anew from the store.
 * @throws IndexDamaged where it is damaged and was opened `readonly`
 * @throws Error where another process writes it, unless `readonly`
 */
export async function openRelater(
  directory: string,
  kept: Kept,
  { readonly = false, catchingUp }: RelaterOptions = {},
): Promise<Relater> {
  if (readonly) {
    const index = await openTermIndex(join(directory, 'terms'), { readonly });
    const memberships = new Memberships();
    MembershipLog.read(directory)?.restore(memberships, (cause) => cause < index.next);
    return new NewsRelater(index, kept, memberships, undefined, directory);
  }
  mkdirSync(directory, { recursive: true });
  const index = await openOrRebuild(join(directory, 'terms'));
  const memberships = new Memberships();
  const anew = await restore(directory, kept, index, memberships, catchingUp);
  const log = MembershipLog.open(directory, memberships, anew);
  memberships.takeChanged();
  const relater = new NewsRelater(index, kept, memberships, log, directory);
  await relater.flush();
  return relater;
}

async function openOrRebuild(directory: string): Promise<TermIndex> {
  try {
    return await openTermIndex(directory);
  } catch (error) {
    if (!(error instanceof IndexDamaged)) throw error;
    rmSync(directory, { recursive: true, force: true });
    return openTermIndex(directory);
  }
}

/** @returns whether the log is to be written anew: what it holds is another thing, or said twice over */
async function restore(
  directory: string,
  kept: Kept,
  index: TermIndex,
  memberships: Memberships,
  catchingUp?: (articles: number) => void,
): Promise<boolean> {
  const held = index.next;
  // An index made anew takes all from the store. Without the log it does so again where it is stopped half way.
  if (held === 0) MembershipLog.discard(directory);
  const read = MembershipLog.read(directory);
  const saved = await savedOf([...(read?.causesFrom(held) ?? [])], kept);
  const whole = read?.restore(memberships, (cause) => cause < held || saved.has(cause));
  let caughtUp = 0;
  for await (const arrival of kept.scan(read ? held : 0)) {
    caughtUp += 1;
    if (caughtUp % CAUGHT_UP_AT_ONCE === 0) {
      if (!read) await index.flush();
      catchingUp?.(caughtUp);
    }
    if (arrival.seq >= held) index.add(documentOf(arrival));
    const { story, copies } = arrival.relations;
    memberships.setStory(arrival.seq, numberIn(story));
    const group = copies && numberIn(copies.group);
    if (!copies || group === undefined) continue;
    const original = (await kept.seqOf([copies.original])).get(copies.original);
    memberships.setCopy(arrival.seq, { group, original: original ?? arrival.seq, how: copies.how });
  }
  if (!read || read.torn || !whole || caughtUp > 0) return true;
  return read.length > 2 * (index.next + CAUGHT_UP_AT_ONCE);
}

/** Of arrivals that the index did not hold when the process ended: which of them the store has. */
async function savedOf(causes: number[], kept: Kept): Promise<Set<number>> {
  return causes.length ? new Set((await kept.idOf(causes)).keys()) : new Set();
}
