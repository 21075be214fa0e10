import type { RawDocument, Refusal } from './model/document.js';
import type { Learned } from './model/learned.js';
import type { Outcome } from './model/outcome.js';
import { inBatches } from './pipeline/in-batches.js';
import { keep, type Newsroom } from './pipeline/keep.js';
import { Learning } from './pipeline/learned.js';
import { PreparePool } from './pipeline/pool.js';
import { Schedule } from './pipeline/schedule.js';
import { STRETCH, stretches } from './pipeline/stretches.js';
import type { Prepared, Spent } from './pipeline/prepare.js';
import { Tidying } from './pipeline/tidy.js';

/** Documents that a thread prepares at a time: enough to pay for the message, and a whole number of them to a stretch. */
const DOCUMENTS_A_MESSAGE = STRETCH / 10;
/**
 * Bytes of documents that threads have at hand, so that they need not wait while a batch is kept or stories are
 * tidied; a small document counts as `LEAST_BYTES`, which makes them at most 512: with what is gathered and kept at the
 * same time fewer than `DOCUMENTS_LATER`.
 */
const BYTES_AHEAD = 16 * 1024 * 1024;
const LEAST_BYTES = 32 * 1024;
/** Documents saved in one transaction: what a crash may cost of an import, never of what was acknowledged. */
const DOCUMENTS_A_SAVE = STRETCH;
/** How long a trickle of documents is gathered before it goes on. */
const LINGER_MS = 250;

export interface JourneyOptions {
  /** Filled with the milliseconds spent in each stage, summed over threads. */
  spent?: Spent;
  /** Ends the journey after what is already under way. */
  signal?: AbortSignal;
  /**
   * What a document teaches counts as soon as it is kept, for documents that come as the world goes. Otherwise it counts
   * a number of documents later, so that the same documents give the same articles at any speed.
   */
  prompt?: boolean;
  /** Threads that prepare documents; see `PreparePool` for how many there are unless it is said. */
  threads?: number;
}

/** What travels along with documents without being one: handed on once all before it is durable. */
interface Passenger {
  event: string;
}

/**
 * The whole journey: collect ─▶ extract ─▶ analyse ─▶ relate ─▶ store.
 *
 * Takes documents in order and yields, in the same order, what became of each, once that is durable.
 * A page that prints another article in full yields an outcome for each of the two. Events among the
 * documents come out after what became of all that stood before them.
 * Bad documents are refused by name and never stop the rest.
 * @throws StoreError where the store cannot go on (disk full, damaged); what was yielded before is kept
 */
export function journey(
  documents: AsyncIterable<RawDocument | Refusal>,
  newsroom: Newsroom,
  options?: JourneyOptions,
): AsyncGenerator<Outcome>;
export function journey<Event extends Passenger>(
  documents: AsyncIterable<RawDocument | Refusal | Event>,
  newsroom: Newsroom,
  options?: JourneyOptions,
): AsyncGenerator<Outcome | Event>;
export async function* journey<Event extends Passenger>(
  documents: AsyncIterable<RawDocument | Refusal | Event>,
  newsroom: Newsroom,
  options: JourneyOptions = {},
): AsyncGenerator<Outcome | Event> {
  const { signal, prompt = false, threads } = options;
  const { spent = { extract: 0, analyse: 0, relate: 0, store: 0 } } = options;
  const learning = await Learning.open(newsroom.store, newsroom.siteRules);
  const schedule = new Schedule(learning.learned, prompt ? 0 : undefined);
  const pool = new PreparePool(learning.learned, threads);
  const tidying = new Tidying(newsroom, spent, prompt);
  let kept = 0;
  try {
    const prepared = prepareInOrder(until(documents, signal), pool, schedule);
    for await (const batch of inBatches(prepared, DOCUMENTS_A_SAVE, LINGER_MS))
      for (const part of stretches(batch, kept)) {
        const documents = part.filter((item): item is Prepared => !('event' in item));
        const outcomes = await keep(documents, newsroom, spent, learning);
        kept += part.length;
        if (prompt || kept % STRETCH === 0) schedule.learned(await learning.takeUp(), kept);
        yield* outcomes;
        yield* part.filter((item): item is Event => 'event' in item);
        await tidying.whenDue(part.length);
      }
    await tidying.now();
    await learning.keep();
  } finally {
    await pool.close();
  }
}

async function* until<T>(stream: AsyncIterable<T>, signal?: AbortSignal): AsyncGenerator<T> {
  for await (const item of stream) {
    if (signal?.aborted) return;
    yield item;
  }
}

/** Keeps every thread busy, with no more in flight than memory should hold. */
async function* prepareInOrder<Event extends Passenger>(
  documents: AsyncIterable<RawDocument | Refusal | Event>,
  pool: PreparePool,
  schedule: Schedule,
): AsyncGenerator<Prepared | Event> {
  const messages = inBatches(documents, DOCUMENTS_A_MESSAGE, LINGER_MS);
  let sent = 0;
  const flights: Array<{ bytes: number; landed: Promise<Array<Prepared | Event>> }> = [];
  let ahead = 0;
  const land = async () => {
    const { bytes, landed } = flights.shift()!;
    ahead -= bytes;
    return landed;
  };
  let more = messages.next();
  for (;;) {
    const next = flights.length ? await Promise.race([more, flights[0]!.landed]) : await more;
    if (Array.isArray(next)) {
      yield* await land();
      continue;
    }
    if (next.done) break;
    for (const message of stretches(next.value, sent)) {
      const bytes = message.reduce((sum, item) => sum + bytesOf(item), 0);
      flights.push({ bytes, landed: prepareMessage(message, pool, schedule.at(sent)) });
      ahead += bytes;
      sent += message.length;
    }
    more = messages.next();
    while (ahead > BYTES_AHEAD && flights.length > pool.threads) yield* await land();
  }
  while (flights.length) yield* await land();
}

function bytesOf(item: RawDocument | Refusal | Passenger): number {
  return Math.max(LEAST_BYTES, 'bytes' in item ? item.bytes.length : 0);
}

async function prepareMessage<Event extends Passenger>(
  message: Array<RawDocument | Refusal | Event>,
  pool: PreparePool,
  learned: Learned,
): Promise<Array<Prepared | Event>> {
  const readable = message.filter((item): item is RawDocument => 'form' in item);
  const prepared = readable.length ? await prepareAll(readable, pool, learned) : [];
  let next = 0;
  return message.map((item) =>
    'form' in item
      ? prepared[next++]!
      : 'event' in item
        ? item
        : { name: item.name, refused: item.reason },
  );
}

/** A page that cannot be read is kept with what its feed said of it, where a feed led to it. */
async function prepareAll(
  documents: RawDocument[],
  pool: PreparePool,
  learned: Learned,
): Promise<Prepared[]> {
  const prepared = await pool.prepare(documents, learned);
  return Promise.all(
    prepared.map(async (page, at) => {
      const document = documents[at]!;
      if (!('refused' in page) || document.form !== 'html' || !document.entry) return page;
      const { name, entry, source = {}, fetchedAt } = document;
      const reason = `Its page could not be read: ${page.refused}.`;
      const [instead] = await pool.prepare(
        [{ form: 'entry', name, entry, source, fetchedAt, reason }],
        learned,
      );
      return instead && !('refused' in instead) ? instead : page;
    }),
  );
}
