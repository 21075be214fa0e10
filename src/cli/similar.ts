import { Option } from 'commander';
import type { SimilarArticle } from '../model/relations.js';
import {
  dbOption,
  idsOf,
  idsOption,
  jsonOption,
  wholeNumber,
  withDesk,
  type AddCommand,
} from './options.js';
import { complain, printLine, UnusableCall } from './printing.js';

interface SimilarCall {
  db: string;
  ids?: string;
  top: number;
  sort: 'similarity' | 'date';
  explain?: boolean;
}

export const addSimilar: AddCommand = (program) => {
  program
    .command('similar')
    .description('similar articles of stored articles, each with its reason')
    .argument('[id...]', 'ids of stored articles')
    .addOption(idsOption())
    .addOption(
      new Option('--top <n>', 'how many').default(10).argParser(wholeNumber('--top', 1, 100)),
    )
    .addOption(new Option('--sort <order>').choices(['similarity', 'date']).default('similarity'))
    .option(
      '--explain',
      'print what each score is the product of: what is shared, and what that takes away',
    )
    .addOption(dbOption())
    .addOption(jsonOption())
    .action(async (args: string[], { db, ids, top, sort, explain = false }: SimilarCall) => {
      const asked = idsOf(args, ids);
      if (!asked.length)
        throw new UnusableCall('similar: name ids of stored articles, or --ids FILE');
      await withDesk(db, { readonly: true }, async (desk) => {
        const known = await desk.store.known(asked);
        for (const query of asked) {
          if (!known.has(query)) {
            complain(query, `no such article in ${db}; \`warraq search\` finds ids`);
            continue;
          }
          const similar = await desk.relater.similar(query, { top, sort, explain });
          await printLine({
            query,
            similar: similar.map((one) => one.id),
            reasons: similar.map((one) => one.reason.text),
            ...(explain && {
              explain: similar.map(explained),
            }),
          });
        }
      });
    });
};

/** For reading: three digits, and what takes away most of the score first. */
function explained({ id, score, parts = {} }: SimilarArticle) {
  const rows = Object.entries(parts).sort(([, a], [, b]) => a.factor - b.factor);
  return {
    id,
    score: round(score),
    parts: Object.fromEntries(
      rows.map(([name, { value, factor }]) => [
        name,
        { value: round(value), factor: round(factor) },
      ]),
    ),
  };
}

const round = (value: number) => Math.round(value * 1000) / 1000;
