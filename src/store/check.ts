import { contentHash, decodeContent } from './codec.js';
import type { Database } from './database.js';
import { labelsOf, type LabelKind } from './labels.js';
import type { Fault } from './store.js';
import { StoreError } from './store-error.js';

const RESTORE = 'Restore the latest backup, or import the articles anew into another directory.';
const REINDEX = 'Run `warraq reindex`.';

/** Examines all of the store; an empty list says that it is sound. */
export function check(database: Database): Fault[] {
  try {
    return database.snapshot(() => [
      ...pages(database),
      ...counts(database),
      ...contents(database),
    ]);
  } catch (thrown) {
    if (!(thrown instanceof StoreError)) throw thrown;
    return [{ what: `The store cannot be read through: ${thrown.message}`, mend: RESTORE }];
  }
}

/** What SQLite itself finds wrong, the full-text index included. */
function pages(database: Database): Fault[] {
  const faults = database.rows<[string]>('PRAGMA integrity_check(20)').map(([line]) => line);
  return faults
    .filter((line) => line !== 'ok')
    .map((line) => ({
      what: `SQLite: ${line}`,
      mend: /search|fts/i.test(line) ? REINDEX : RESTORE,
    }));
}

/** Queries that count what should not be there. */
const orphans: Array<[what: string, sql: string, mend: string]> = [
  [
    'articles without text',
    'FROM articles WHERE NOT EXISTS (SELECT 1 FROM contents WHERE contents.seq = articles.seq)',
    RESTORE,
  ],
  [
    'texts without their article',
    'FROM contents WHERE NOT EXISTS (SELECT 1 FROM articles WHERE articles.seq = contents.seq)',
    REINDEX,
  ],
  [
    'earlier versions without their article',
    'FROM versions WHERE NOT EXISTS (SELECT 1 FROM articles WHERE articles.seq = versions.seq)',
    REINDEX,
  ],
  [
    'articles that search does not know',
    'FROM articles WHERE NOT EXISTS (SELECT 1 FROM search_docsize WHERE search_docsize.id = articles.seq)',
    REINDEX,
  ],
  [
    'entries of search without their article',
    'FROM search_docsize WHERE NOT EXISTS (SELECT 1 FROM articles WHERE articles.seq = search_docsize.id)',
    REINDEX,
  ],
  [
    'articles without their source',
    'FROM articles WHERE NOT EXISTS (SELECT 1 FROM sources WHERE sources.number = articles.source)',
    RESTORE,
  ],
  [
    'articles without their story',
    'FROM articles WHERE NOT EXISTS (SELECT 1 FROM stories WHERE number = story)',
    REINDEX,
  ],
  [
    'articles without their copy group',
    `FROM articles WHERE copy_group IS NOT NULL
     AND NOT EXISTS (SELECT 1 FROM copy_groups WHERE number = copy_group)`,
    REINDEX,
  ],
  [
    'copy groups without articles',
    'FROM copy_groups WHERE NOT EXISTS (SELECT 1 FROM articles WHERE copy_group = number)',
    REINDEX,
  ],
  [
    'stories whose number of articles is wrong',
    'FROM stories WHERE articles <> (SELECT count(*) FROM articles WHERE story = number)',
    REINDEX,
  ],
  [
    'links between stories that are not there',
    `FROM story_links WHERE NOT EXISTS (SELECT 1 FROM stories WHERE number = story)
     OR NOT EXISTS (SELECT 1 FROM stories WHERE number = related)`,
    REINDEX,
  ],
  ...(['keyphrases', 'entities'] as const).flatMap(labelOrphans),
];

function labelOrphans(kind: LabelKind): typeof orphans {
  return [
    [
      `links of ${kind} to articles that are not there`,
      `FROM article_${kind} AS links WHERE NOT EXISTS
       (SELECT 1 FROM articles WHERE articles.seq = links.seq AND articles.at = links.at)`,
      REINDEX,
    ],
    [
      `${kind} whose number of articles is wrong`,
      `FROM ${kind} WHERE articles <> (SELECT count(*) FROM article_${kind} WHERE label = number)
       OR articles = 0`,
      REINDEX,
    ],
    [
      `links to ${kind} that are not there`,
      `FROM article_${kind} WHERE NOT EXISTS (SELECT 1 FROM ${kind} WHERE number = label)`,
      REINDEX,
    ],
  ];
}

function counts(database: Database): Fault[] {
  return orphans.flatMap(([what, sql, mend]) => {
    const count = database.value<number>(`SELECT count(*) ${sql}`) ?? 0;
    return count ? [{ what: `${count} ${what}.`, mend }] : [];
  });
}

/** Reads every article: that it can be read, has the content it was kept with, and all its links. */
function contents(database: Database): Fault[] {
  const faults: Fault[] = [];
  let links = { keyphrases: 0, entities: 0 };
  const STEP = 500;
  for (let from = 0; ;) {
    const rows = database.rows<[number, string, Uint8Array, Uint8Array]>(
      `SELECT articles.seq, id, hash, content FROM articles
       JOIN contents ON contents.seq = articles.seq
       WHERE articles.seq > ? ORDER BY articles.seq LIMIT ${STEP}`,
      from,
    );
    for (const [, id, hash, blob] of rows) {
      const content = readable(blob);
      if (!content || contentHash(content.article) !== Buffer.from(hash).toString('hex'))
        faults.push({
          what: `Article ${id}: its text is not what was kept.`,
          mend: 'Import or collect it again, or restore the latest backup.',
        });
      links = {
        keyphrases: links.keyphrases + labelsOf.keyphrases(content?.keyphrases ?? []).length,
        entities: links.entities + labelsOf.entities(content?.entities ?? []).length,
      };
    }
    from = rows.at(-1)?.[0] ?? from;
    if (rows.length < STEP) break;
  }
  for (const kind of ['keyphrases', 'entities'] as const) {
    const kept = database.value<number>(`SELECT count(*) FROM article_${kind}`) ?? 0;
    if (kept !== links[kind])
      faults.push({
        what: `The articles carry ${links[kind]} ${kind}, the index of them has ${kept}.`,
        mend: REINDEX,
      });
  }
  return faults;
}

function readable(blob: Uint8Array): ReturnType<typeof decodeContent> | undefined {
  try {
    return decodeContent(blob);
  } catch {
    return undefined;
  }
}
