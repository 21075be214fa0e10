import { createReadStream, createWriteStream, existsSync, renameSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { analyse } from '../src/analyse/analyse.js';
import { readFiles } from '../src/collect/files.js';
import { extract } from '../src/extract/extract.js';
import { draftOf, type Draft } from '../src/relate/profile/build.js';
import type { Forms } from '../src/relate/profile/forms.js';
import { decodeDocument, encodePayload } from '../src/relate/profile/payload.js';
import { randomFrom } from './term-index-articles.js';

const CORPORA = ['saudi-2015', 'ant-2018'];
const corpusPath = (name: string) =>
  new URL(`../../shared/corpus/${name}.jsonl.gz`, import.meta.url).pathname;
const cachePath = (name: string) =>
  join(process.env['BENCH_DIRECTORY'] ?? tmpdir(), `warraq-bench-drafts-${name}`);

/** Both corpora as relate takes them, in order of time; kept in temporary files for the next run. */
export async function loadDrafts(): Promise<Draft[]> {
  const drafts: Draft[] = [];
  for (const name of CORPORA) {
    if (!existsSync(cachePath(name))) await makeDrafts(name);
    for await (const draft of readDrafts(cachePath(name))) drafts.push(draft);
  }
  return drafts.sort((a, b) => a.time - b.time);
}

async function makeDrafts(name: string): Promise<void> {
  const out = createWriteStream(`${cachePath(name)}.part`);
  for await (const document of readFiles([corpusPath(name)])) {
    if (!('form' in document)) continue;
    const extraction = extract(document);
    if ('refused' in extraction) continue;
    const article = extraction.articles[0]!;
    const bytes = serialize(draftOf(article, analyse(article)));
    const length = Buffer.alloc(4);
    length.writeUInt32LE(bytes.length);
    out.write(length);
    if (!out.write(bytes)) await once(out, 'drain');
  }
  out.end();
  await once(out, 'close');
  renameSync(`${cachePath(name)}.part`, cachePath(name));
}

async function* readDrafts(path: string): AsyncGenerator<Draft> {
  let rest = Buffer.alloc(0);
  for await (const piece of createReadStream(path, { highWaterMark: 4 << 20 })) {
    rest = Buffer.concat([rest, piece as Buffer]);
    let at = 0;
    while (at + 4 <= rest.length) {
      const end = at + 4 + rest.readUInt32LE(at);
      if (end > rest.length) break;
      yield deserialize(rest.subarray(at + 4, end)) as Draft;
      at = end;
    }
    rest = rest.subarray(at);
  }
}

/** Share of its terms that a synthetic copy of the corpora exchanges for others of like frequency. */
const SUBSTITUTED = 0.5;
/** Share that it exchanges for terms of its own. */
const NEW = 0.01;
/** No article has so many terms. */
const PLACES = 1024;
/** Terms of like frequency: so many neighbours by rank. */
const BAND = 64;

/**
 * The corpora, and past their own size synthetic copies of them: times later by the corpora's whole
 * span for each copy, and for each copy a vocabulary of its own in which half of the terms are
 * exchanged among neighbours by frequency, and half of the forms of words, the same in all of its articles, so
 * that its stories hold together and share little with those of other copies. Its sketches are its own too.
 */
export class SyntheticNews {
  private readonly ranked: Uint32Array;
  private readonly rankedForms: Uint32Array;
  private readonly span: number;
  private copy = -1;
  private exchanged = new Map<number, number>();
  private exchangedForms = new Map<number, number>();

  constructor(readonly drafts: Draft[]) {
    this.ranked = byFrequency(drafts, ({ terms }) => terms.numbers);
    this.rankedForms = byFrequency(
      drafts,
      (draft) => decodeDocument({ seq: 0, ...draft })!.forms.numbers,
    );
    this.span = drafts.at(-1)!.time - drafts[0]!.time;
  }

  /** Article number `seq`, with that as its id; asked for in rising order. */
  at(seq: number): Draft {
    const copy = Math.floor(seq / this.drafts.length);
    const draft = this.drafts[seq % this.drafts.length]!;
    if (copy !== this.copy) this.begin(copy);
    const profile = decodeDocument({ seq, ...draft })!;
    const { leadTerms, nameTerms } = profile;
    const { headCounts, ...terms } = this.together(profile.terms.numbers, {
      levels: profile.terms.levels,
      headCounts: profile.headCounts,
    });
    const payload = encodePayload({
      id: String(seq),
      title: profile.title,
      sourceName: profile.sourceName,
      titleTerms: this.exchange(profile.titleTerms),
      leadTerms: this.together(leadTerms.numbers, { prominence: leadTerms.prominence }),
      nameTerms: this.together(nameTerms.numbers, {
        title: nameTerms.title,
        lead: nameTerms.lead,
        count: nameTerms.count,
      }),
      principals: this.exchange(profile.principals),
      headCounts,
      names: profile.names,
      phrases: profile.phrases,
      figures: profile.figures,
      agencies: profile.agencies,
      words: profile.words,
      forms: this.formsOf(profile.forms),
      sketch: copy === 0 ? profile.sketch : profile.sketch.map((hash) => mix(hash ^ copy)).sort(),
    });
    return {
      time: draft.time + copy * this.span,
      source: draft.source,
      terms,
      payload,
    };
  }

  private begin(copy: number): void {
    this.copy = copy;
    this.exchanged = new Map();
    this.exchangedForms = new Map();
    if (copy === 0) return;
    const random = randomFrom(copy);
    exchangeSome(this.ranked, random, this.exchanged);
    exchangeSome(this.rankedForms, randomFrom(-copy), this.exchangedForms);
    for (const number of this.ranked)
      if (random() < NEW)
        this.exchanged.set(number, mix(number ^ Math.imul(copy, 0x9e3779b9)) || 1);
  }

  private formsOf({ numbers, counts }: Forms): Forms {
    const moved = new Map<number, number>();
    numbers.forEach((number, i) =>
      moved.set(this.exchangedForms.get(number) ?? number, counts[i]!),
    );
    const rising = [...moved].sort((a, b) => a[0] - b[0]);
    return {
      numbers: Uint16Array.from(rising, ([number]) => number),
      counts: Uint8Array.from(rising, ([, count]) => count),
    };
  }

  private exchange(numbers: Uint32Array): Uint32Array {
    return numbers.map((number) => this.exchanged.get(number) ?? number).sort();
  }

  /** Exchanges numbers and keeps the values of each beside it, in rising order again. */
  private together<Values extends Record<string, Uint8Array>>(
    numbers: Uint32Array,
    values: Values,
  ): Values & { numbers: Uint32Array } {
    const packed = new Float64Array(numbers.length);
    for (let i = 0; i < numbers.length; i += 1)
      packed[i] = (this.exchanged.get(numbers[i]!) ?? numbers[i]!) * PLACES + i;
    packed.sort();
    const distinct: number[] = [];
    const exchanged: number[] = [];
    for (const one of packed) {
      const number = Math.floor(one / PLACES);
      if (exchanged.at(-1) === number) continue;
      exchanged.push(number);
      distinct.push(one % PLACES);
    }
    const moved = Object.entries(values).map(
      ([name, list]) => [name, Uint8Array.from(distinct, (p) => list[p]!)] as const,
    );
    return {
      ...(Object.fromEntries(moved) as Values),
      numbers: Uint32Array.from(exchanged),
    };
  }
}

/** The commonest first. */
function byFrequency(drafts: Draft[], numbersOf: (draft: Draft) => Iterable<number>): Uint32Array {
  const counts = new Map<number, number>();
  for (const draft of drafts)
    for (const number of numbersOf(draft)) counts.set(number, (counts.get(number) ?? 0) + 1);
  const ranks = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  return Uint32Array.from(ranks, ([number]) => number);
}

function exchangeSome(ranked: Uint32Array, random: () => number, into: Map<number, number>): void {
  for (let start = 0; start < ranked.length; start += BAND) {
    const moving = ranked.subarray(start, start + BAND).filter(() => random() < SUBSTITUTED);
    moving.forEach((number, i) => into.set(number, moving[(i + 1) % moving.length]!));
  }
}

function mix(value: number): number {
  let hash = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
