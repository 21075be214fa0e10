import { readFiles } from '../collect/files.js';
import type { Article } from '../model/article.js';
import type { Analysis, DocumentFrequencies } from '../model/analysis.js';
import { analyse } from '../analyse/analyse.js';
import { fetchPages } from '../collect/pages.js';
import type { RawDocument, Refusal } from '../model/document.js';
import type { Learned } from '../model/learned.js';
import type { JobAnswers } from '../pipeline/jobs.js';
import { PreparePool } from '../pipeline/pool.js';
import { complain } from './printing.js';
import { Progress } from './progress.js';

/** Documents that threads work on at once, so that a slow page holds up few others. */
const AT_ONCE = 8;

export interface InputOptions {
  /** What a store and its user have taught of sites. */
  learned?: Learned;
  /** Hosts inside one's own network that addresses may lead to. */
  allowHosts?: string[];
}

/**
 * What threads answer to the documents of files, folders and http(s) addresses, in their order. Inputs that
 * fail are named and the rest goes on; one that costs too much is refused and ends nothing.
 */
export async function* answersTo<J extends 'extract' | 'explain'>(
  job: J,
  inputs: string[],
  { learned, allowHosts }: InputOptions = {},
): AsyncGenerator<Exclude<JobAnswers[J], { refused: string }>> {
  const progress = new Progress('documents', 'bytes');
  const pool = new PreparePool(learned);
  const flights: Array<Promise<Array<JobAnswers[J]>>> = [];
  async function* landed(
    most: number,
  ): AsyncGenerator<Exclude<JobAnswers[J], { refused: string }>> {
    while (flights.length > most)
      for (const answer of await flights.shift()!) {
        progress.add();
        if ('refused' in answer) complain(answer.name, answer.refused);
        else yield answer as Exclude<JobAnswers[J], { refused: string }>;
      }
  }
  try {
    const addresses = inputs.filter(isAddress);
    const paths = inputs.filter((input) => !isAddress(input));
    for await (const document of documentsOf(paths, addresses, allowHosts, progress)) {
      if ('form' in document) {
        flights.push(pool.run(job, [document]));
        yield* landed(AT_ONCE);
      } else {
        yield* landed(0);
        complain(document.name, document.reason);
      }
    }
    yield* landed(0);
  } finally {
    progress.stop();
    await pool.close();
  }
}

const isAddress = (input: string): boolean => /^https?:\/\//i.test(input);

async function* documentsOf(
  paths: string[],
  addresses: string[],
  allowHosts: string[] | undefined,
  progress: Progress,
): AsyncGenerator<RawDocument | Refusal> {
  if (paths.length) yield* readFiles(paths, (done, total) => progress.at(done, total));
  if (addresses.length) yield* fetchPages(addresses, allowHosts ? { allowHosts } : {});
}

/** Articles read from files, without a store; inputs that fail are named and the rest goes on. */
export async function* articlesIn(
  paths: string[],
): AsyncGenerator<{ name: string; articles: Article[] }> {
  yield* answersTo('extract', paths);
}

/** The same with what each article says. */
export async function* analysesIn(
  paths: string[],
  frequencies?: DocumentFrequencies,
  people?: Learned['people'],
): AsyncGenerator<{ article: Article; analysis: Analysis }> {
  for await (const { articles } of articlesIn(paths))
    for (const article of articles)
      yield { article, analysis: analyse(article, frequencies, people) };
}
