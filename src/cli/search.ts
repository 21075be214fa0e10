import { Option } from 'commander';
import { parseQuery } from '../analyse/query.js';
import { dbOption, jsonOption, lines, wholeNumber, withDesk, type AddCommand } from './options.js';
import { complain, printLine, UnusableCall } from './printing.js';

interface SearchCall {
  db: string;
  queries?: string;
  top: number;
  sort: 'relevance' | 'date';
}

const QUERY_HELP = `
The query:
  قمح شعير                 up to three words: all of them; more, or a question: as many as an article has
  "حقوق الإنسان"           side by side, whatever is written together with them
  قمح -أسعار, NOT أسعار    without it
  قمح OR شعير, قمح أو شعير one of them
  title: source: keyword:  there only; عنوان: مصدر: كلمة:
  after: before:           2018, 2018-04, 2018-04-09, 9/4/2018, أمس; بعد: قبل:
All spellings of a name find it: نتنياهو, نتانياهو, Netanyahu.`;

export const addSearch: AddCommand = (program) => {
  program
    .command('search')
    .description(
      'find articles: words, "phrase", -without, OR, title: source: keyword: after: before:',
    )
    .argument('[query...]')
    // «-رفح» is a part of the query.
    .allowUnknownOption()
    .addHelpText('after', QUERY_HELP)
    .option('--queries <file>', 'JSON Lines of {"qid","query"}')
    .addOption(
      new Option('--top <n>', 'how many').default(100).argParser(wholeNumber('--top', 1, 1000)),
    )
    .addOption(new Option('--sort <order>').choices(['relevance', 'date']).default('relevance'))
    .addOption(dbOption())
    .addOption(jsonOption())
    .action(async (words: string[], { db, queries, top, sort }: SearchCall) => {
      const unknown = words.find((word) => word.startsWith('--'));
      if (unknown) throw new UnusableCall(`search: unknown option ${unknown}; see search --help`);
      const asked = queries ? queriesIn(queries) : [];
      if (words.length) asked.push({ qid: words.join(' '), query: words.join(' ') });
      if (!asked.length)
        throw new UnusableCall('search: give words to search for, or --queries FILE');
      await withDesk(db, { readonly: true }, async (desk) => {
        for (const { qid, query } of asked) {
          const { hits } = await desk.store.search(parseQuery(query), { limit: top, sort });
          await printLine({ qid, results: hits.map((hit) => hit.id) });
        }
      });
    });
};

function queriesIn(file: string): Array<{ qid: string; query: string }> {
  return lines(file).flatMap((line, number) => {
    try {
      const { qid, query } = JSON.parse(line) as { qid?: unknown; query?: unknown };
      if (typeof query === 'string') return [{ qid: String(qid ?? query), query }];
      complain(`${file}:${number + 1}`, 'has no "query"; each line is {"qid","query"}');
    } catch (error) {
      complain(`${file}:${number + 1}`, `is not JSON (${(error as Error).message})`);
    }
    return [];
  });
}
