import type { Topic } from '../model/analysis.js';
import { milliseconds, plain } from './codec.js';
import type { Database, SqlValue } from './database.js';
import type { LabelKind } from './labels.js';
import type { ArticleSummary, ListOptions, Page, Store } from './store.js';

type SummaryRow = [
  seq: number,
  id: string,
  title: string,
  source: string,
  sourceName: string,
  url: string | null,
  published: string | null,
  collected: string,
  lead: string,
  image: string | null,
  story: string,
  group: string | null,
  topic: Topic | null,
  sample: number,
  at: number,
];

const COLUMNS = `articles.seq, articles.id, title, sources.id, sources.name, articles.url, published,
  collected, lead, image, stories.id, copy_groups.id, topic, sample, articles.at`;
const JOINS = `JOIN sources ON sources.number = articles.source
  JOIN stories ON stories.number = articles.story
  LEFT JOIN copy_groups ON copy_groups.number = articles.copy_group`;

function toSummary(row: SummaryRow): ArticleSummary {
  const [seq, id, title, source, sourceName, url, published, collected] = row;
  const [, , , , , , , , lead, image, story, copyGroup, topic, sample] = row;
  return {
    seq,
    id,
    title,
    source,
    sourceName,
    collected,
    lead,
    story,
    ...(url === null ? {} : { url }),
    ...(published === null ? {} : { published }),
    ...(image === null ? {} : { image }),
    ...(copyGroup === null ? {} : { copyGroup }),
    ...(topic === null ? {} : { topic }),
    ...(sample ? { sample: true } : {}),
  };
}

const DEFAULT_LIMIT = 20;
const MOST = 1000;

export function limitOf({ limit = DEFAULT_LIMIT }: ListOptions): number {
  return Math.max(1, Math.min(MOST, Math.trunc(limit) || DEFAULT_LIMIT));
}

/** Summaries of those that are kept, in the order asked for. */
export function bySeq(database: Database, seqs: number[]): ArticleSummary[] {
  return seqs.flatMap((seq) => {
    const row = database.row<SummaryRow>(
      `SELECT ${COLUMNS} FROM articles ${JOINS} WHERE articles.seq = ?`,
      seq,
    );
    return row ? [toSummary(row)] : [];
  });
}

export function summaries(database: Database, ids: string[]): ArticleSummary[] {
  return ids.flatMap((id) => {
    const row = database.row<SummaryRow>(
      `SELECT ${COLUMNS} FROM articles ${JOINS} WHERE articles.id = ?`,
      plain(id),
    );
    return row ? [toSummary(row)] : [];
  });
}

/** The members of a copy group or a story, by time. */
export function members(
  database: Database,
  of: 'stories' | 'copy_groups',
  id: string,
): ArticleSummary[] {
  const column = of === 'stories' ? 'story' : 'copy_group';
  return database
    .rows<SummaryRow>(
      `SELECT ${COLUMNS} FROM articles ${JOINS}
       WHERE articles.${column} = (SELECT number FROM ${of} WHERE id = ?)
       ORDER BY articles.at, articles.seq`,
      plain(id),
    )
    .map(toSummary);
}

interface Filter {
  /** `articles`, or with the links of a label before it. */
  tables: string;
  /** The same, for conditions that few articles meet: from the article to its label. */
  tablesFromArticle: string;
  conditions: string[];
  values: SqlValue[];
  /** The column pair that orders the list. */
  order: [at: string, seq: string];
}

/** Articles newest first; all of them, or those with a label. */
export function listArticles(
  database: Database,
  options: ListOptions,
  label?: { kind: LabelKind; key: string },
): Page<ArticleSummary> {
  const filter = filterOf(options, label);
  const limit = limitOf(options);
  const items: ArticleSummary[] = [];
  let read = readCursor(options.from);
  let listed: Cursor | undefined;
  for (;;) {
    const rows = nextRows(database, filter, read, limit + 1);
    for (const row of rows) {
      read = { at: row[14], seq: row[0] };
      if (options.foldCopies && row[11] !== null && !speaksForGroup(database, filter, row))
        continue;
      if (listed && items.length === limit) return { items, next: writeCursor(listed) };
      items.push(toSummary(row));
      listed = read;
    }
    if (rows.length <= limit) return { items };
  }
}

function filterOf(options: ListOptions, label?: { kind: LabelKind; key: string }): Filter {
  const filter: Filter = label
    ? {
        tables: `article_${label.kind} AS links CROSS JOIN articles ON articles.seq = links.seq`,
        tablesFromArticle: `articles CROSS JOIN article_${label.kind} AS links
          ON links.at = articles.at AND links.seq = articles.seq`,
        conditions: [`links.label = (SELECT number FROM ${label.kind} WHERE key = ?)`],
        values: [plain(label.key)],
        order: ['links.at', 'links.seq'],
      }
    : {
        tables: 'articles',
        tablesFromArticle: 'articles',
        conditions: [],
        values: [],
        order: ['articles.at', 'articles.seq'],
      };
  const add = (condition: string, value: SqlValue): void => {
    filter.conditions.push(condition);
    filter.values.push(value);
  };
  if (options.source !== undefined)
    add('articles.source = (SELECT number FROM sources WHERE id = ?)', plain(options.source));
  if (options.topic !== undefined) add('articles.topic = ?', options.topic);
  const { after, before } = timesOf(options);
  if (after !== undefined) add(`${filter.order[0]} >= ?`, after);
  if (before !== undefined) add(`${filter.order[0]} < ?`, before);
  return filter;
}

/** `after` includes its moment, `before` does not, so that two neighbouring ranges share nothing. */
export function timesOf(range: Pick<ListOptions, 'after' | 'before'>): {
  after: number | undefined;
  before: number | undefined;
} {
  return { after: milliseconds(range.after), before: milliseconds(range.before) };
}

function nextRows(
  database: Database,
  { tables, conditions, values, order: [at, seq] }: Filter,
  from: Cursor | undefined,
  limit: number,
): SummaryRow[] {
  const where = [...conditions, ...(from ? [`(${at}, ${seq}) < (?, ?)`] : [])];
  return database.rows<SummaryRow>(
    `SELECT ${COLUMNS} FROM ${tables} ${JOINS}
     ${where.length ? `WHERE ${where.join(' AND ')}` : ''}
     ORDER BY ${at} DESC, ${seq} DESC LIMIT ?`,
    ...values,
    ...(from ? [from.at, from.seq] : []),
    limit,
  );
}

/** Of a copy group, within the list, the original speaks for all; where it is not there, the earliest. */
function speaksForGroup(database: Database, filter: Filter, row: SummaryRow): boolean {
  const first = database.value<number>(
    `SELECT articles.seq FROM ${filter.tablesFromArticle}
     WHERE ${[...filter.conditions, 'articles.copy_group = (SELECT number FROM copy_groups WHERE id = ?)'].join(' AND ')}
     ORDER BY articles.id = articles.original DESC, articles.at, articles.seq LIMIT 1`,
    ...filter.values,
    row[11],
  );
  return first === row[0];
}

interface Cursor {
  at: number;
  seq: number;
}

function writeCursor({ at, seq }: Cursor): string {
  return `${at}.${seq}`;
}

/** A cursor that is not one of ours starts from the beginning. */
function readCursor(from: string | undefined): Cursor | undefined {
  const match = /^(-?\d{1,16})\.(\d{1,16})$/.exec(from ?? '');
  return match ? { at: Number(match[1]), seq: Number(match[2]) } : undefined;
}

type StoryRow = [
  id: string,
  articles: number,
  outlets: number,
  first: number,
  last: number,
  rank: number,
  number: number,
];

/** Stories by `storyRank`; with a source or topic, those with an article of it. */
export function listStories(
  database: Database,
  options: ListOptions,
): Awaited<ReturnType<Store['stories']>> {
  const limit = limitOf(options);
  const conditions: string[] = ['articles > 0'];
  const values: SqlValue[] = [];
  const add = (condition: string, ...value: SqlValue[]): void => {
    conditions.push(condition);
    values.push(...value);
  };
  const having = 'EXISTS (SELECT 1 FROM articles WHERE story = stories.number AND';
  if (options.source !== undefined)
    add(`${having} source = (SELECT number FROM sources WHERE id = ?))`, plain(options.source));
  if (options.topic !== undefined) add(`${having} topic = ?)`, options.topic);
  const { after, before } = timesOf(options);
  if (after !== undefined) add('last >= ?', after);
  if (before !== undefined) add('first < ?', before);
  const from = /^(-?[\d.e+]{1,40})~(\d{1,16})$/.exec(options.from ?? '');
  if (from) add('(rank, number) < (?, ?)', Number(from[1]), Number(from[2]));
  const rows = database.rows<StoryRow>(
    `SELECT id, articles, outlets, first, last, rank, number FROM stories
     WHERE ${conditions.join(' AND ')} ORDER BY rank DESC, number DESC LIMIT ?`,
    ...values,
    limit + 1,
  );
  const items = rows.slice(0, limit).map(([id, articles, outlets, first, last]) => ({
    id,
    articles,
    outlets,
    first: new Date(first).toISOString(),
    last: new Date(last).toISOString(),
  }));
  const last = rows[limit - 1];
  return rows.length > limit && last ? { items, next: `${last[5]}~${last[6]}` } : { items };
}
