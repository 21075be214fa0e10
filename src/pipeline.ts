import type { RawDocument, Refusal } from './model/document.js';
import type { Outcome } from './model/outcome.js';
import { inBatches } from './pipeline/in-batches.js';
import { keep, type Newsroom, type Spent } from './pipeline/keep.js';
import { Learning } from './pipeline/learned.js';
import { PreparePool } from './pipeline/pool.js';
import type { Prepared } from './pipeline/prepare.js';

/** Documents that a thread prepares at a time: enough to pay for the message. */
const DOCUMENTS_A_MESSAGE = 32;
/** Documents saved in one transaction: what a crash may cost of an import, never of what was acknowledged. */
const DOCUMENTS_A_SAVE = 256;
/** How long a trickle of documents is gathered before it goes on. */
const LINGER_MS = 250;

export interface JourneyOptions {
  /** Filled with the milliseconds spent in each stage, summed over threads. */
  spent?: Spent;
  /** Ends the journey after what is already under way. */
  signal?: AbortSignal;
}

/**
 * The whole journey: collect ─▶ extract ─▶ analyse ─▶ relate ─▶ store.
 *
 * Takes documents in order and yields, in the same order, what became of each, once that is durable.
 * A page that prints another article in full yields an outcome for each of the two.
 * Bad documents are refused by name and never stop the rest.
 * @throws StoreError where the store cannot go on (disk full, damaged); what was yielded before is kept
 */
export async function* journey(
  documents: AsyncIterable<RawDocument | Refusal>,
  newsroom: Newsroom,
  { spent = { extract: 0, analyse: 0, relate: 0, store: 0 }, signal }: JourneyOptions = {},
): AsyncGenerator<Outcome> {
  const learning = await Learning.open(newsroom.store, newsroom.siteRules);
  const pool = new PreparePool(learning.learned);
  try {
    const prepared = prepareInOrder(until(documents, signal), pool);
    for await (const batch of inBatches(prepared, DOCUMENTS_A_SAVE, LINGER_MS)) {
      const outcomes = await keep(batch, newsroom, spent, learning);
      const change = await learning.changes();
      if (change) pool.teach(change);
      yield* outcomes;
    }
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

/** Keeps every thread busy with at most two messages each in flight, so that memory stays bounded. */
async function* prepareInOrder(
  documents: AsyncIterable<RawDocument | Refusal>,
  pool: PreparePool,
): AsyncGenerator<Prepared> {
  const messages = inBatches(documents, DOCUMENTS_A_MESSAGE, LINGER_MS);
  const flights: Array<Promise<Prepared[]>> = [];
  let more = messages.next();
  for (;;) {
    const next = flights.length ? await Promise.race([more, flights[0]!]) : await more;
    if (Array.isArray(next)) {
      flights.shift();
      yield* next;
      continue;
    }
    if (next.done) break;
    flights.push(prepareMessage(next.value, pool));
    more = messages.next();
    while (flights.length > pool.threads * 2) yield* await flights.shift()!;
  }
  for (const flight of flights) yield* await flight;
}

async function prepareMessage(
  message: Array<RawDocument | Refusal>,
  pool: PreparePool,
): Promise<Prepared[]> {
  const readable = message.filter((item): item is RawDocument => 'form' in item);
  const prepared = readable.length ? await pool.prepare(readable) : [];
  let next = 0;
  return message.map((item) =>
    'form' in item ? prepared[next++]! : { name: item.name, refused: item.reason },
  );
}
