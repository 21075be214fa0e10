import { readFiles } from '../collect/files.js';
import type { RawDocument } from '../model/document.js';
import type { Article } from '../model/article.js';
import type { Analysis, DocumentFrequencies } from '../model/analysis.js';
import { analyse } from '../analyse/analyse.js';
import { extract } from '../extract/extract.js';
import { complain } from './printing.js';
import { Progress } from './progress.js';

/** Articles read from files, without a store; inputs that fail are named and the rest goes on. */
export async function* articlesIn(
  paths: string[],
): AsyncGenerator<{ document: RawDocument; articles: Article[] }> {
  const progress = new Progress('documents', 'bytes');
  try {
    for await (const document of readFiles(paths, (done, total) => progress.at(done, total))) {
      progress.add();
      if (!('form' in document)) {
        complain(document.name, document.reason);
        continue;
      }
      const extraction = extract(document);
      if ('refused' in extraction) complain(document.name, extraction.refused);
      else yield { document, articles: extraction.articles };
    }
  } finally {
    progress.stop();
  }
}

/** The same with what each article says. */
export async function* analysesIn(
  paths: string[],
  frequencies?: DocumentFrequencies,
): AsyncGenerator<{ article: Article; analysis: Analysis }> {
  for await (const { articles } of articlesIn(paths))
    for (const article of articles) yield { article, analysis: analyse(article, frequencies) };
}
