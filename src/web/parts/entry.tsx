import type { Child, FC } from 'hono/jsx';
import type { ListEntry } from '../../desk.js';
import type { ArticleSummary, Page } from '../../store/store.js';
import { articlePath, sourcePath, withParameters } from '../paths.js';
import { blockDirection, Moment, Outside } from './outside.js';
import type { View } from './view.js';

/** Who printed it, and when. */
export const SourceLine: FC<{
  summary: ArticleSummary;
  view: View;
  /** Under the heading of its day, the time of day is enough. */
  underDay?: boolean;
}> = ({ summary, view, underDay = false }) => (
  <p class="source-line">
    <a class="source-name" href={sourcePath(summary.source)}>
      <Outside text={summary.sourceName} />
    </a>
    <Moment
      time={summary.published ?? summary.collected}
      view={view}
      form={underDay ? 'clock' : 'short'}
    />
  </p>
);

/** «نُشر أيضاً في»: the other outlets that printed the same text, each linked to its copy. */
export const AlsoIn: FC<{ entry: ListEntry | undefined }> = ({ entry }) => {
  const copies = entry ? otherOutlets(entry.summary, entry.alsoIn) : [];
  if (copies.length === 0) return null;
  return (
    <p class="also-in">
      <span class="label">نُشر أيضاً في:</span>{' '}
      {copies.map((copy, index) => (
        <>
          {index > 0 ? '، ' : ''}
          <a href={articlePath(copy.id)}>
            <Outside text={copy.sourceName} />
          </a>
        </>
      ))}
    </p>
  );
};

/** The first copy of each outlet but the article's own, which may have printed it in two sections. */
export function otherOutlets(
  { source }: Pick<ArticleSummary, 'source'>,
  copies: ArticleSummary[],
): ArticleSummary[] {
  const bySource = new Map<string, ArticleSummary>();
  for (const copy of copies)
    if (copy.source !== source && !bySource.has(copy.source)) bySource.set(copy.source, copy);
  return [...bySource.values()];
}

export const untitled = 'خبر بلا عنوان';

/** One article in a list: source and time, title, first words, copies. */
export const Entry: FC<{
  entry: ListEntry;
  view: View;
  level: 2 | 3 | 4;
  /** Instead of the plain title: with marks, say. */
  title?: Child;
  lead?: Child;
  underDay?: boolean;
}> = ({ entry, view, level, title, lead, underDay = false }) => {
  const { summary } = entry;
  const Heading = `h${level}` as 'h3';
  return (
    <article class="entry">
      <SourceLine summary={summary} view={view} underDay={underDay} />
      <Heading class="entry-title" {...blockDirection(summary.title)}>
        <a href={articlePath(summary.id)}>{title ?? (summary.title || untitled)}</a>
      </Heading>
      {(lead ?? summary.lead) ? (
        <p class="lead" {...blockDirection(summary.lead)}>
          {lead ?? summary.lead}
        </p>
      ) : null}
      <AlsoIn entry={entry} />
    </article>
  );
};

/** Articles under a heading for each day, in the order given. */
export const DayList: FC<{ entries: ListEntry[]; view: View; level: 2 | 3 }> = ({
  entries,
  view,
  level,
}) => {
  const days: Array<{ day: string; entries: ListEntry[] }> = [];
  for (const entry of entries) {
    const day = view.times.day(entry.summary.published ?? entry.summary.collected);
    const open = days.at(-1);
    if (open?.day === day) open.entries.push(entry);
    else days.push({ day, entries: [entry] });
  }
  const today = (day: string) => day === view.times.today();
  const Heading = `h${level}` as 'h3';
  return (
    <>
      {days.map(({ day, entries: ofDay }) => (
        <section class="day">
          <Heading class="day-heading">{view.times.dayHeading(day)}</Heading>
          <div class="entries">
            {ofDay.map((entry) => (
              <Entry entry={entry} view={view} level={level === 2 ? 3 : 4} underDay={!today(day)} />
            ))}
          </div>
        </section>
      ))}
    </>
  );
};

/** Links to the next page of a list and back to its first. */
export const Pager: FC<{
  path: string;
  parameters?: Record<string, string | undefined>;
  from: string | undefined;
  next: Page<unknown>['next'];
}> = ({ path, parameters = {}, from, next }) =>
  from === undefined && next === undefined ? null : (
    <nav class="pager" aria-label="صفحات القائمة">
      {from === undefined ? null : (
        <a class="button" href={withParameters(path, parameters)}>
          العودة إلى البداية
        </a>
      )}
      {next === undefined ? null : (
        <a class="button" rel="next" href={withParameters(path, { ...parameters, from: next })}>
          المزيد
        </a>
      )}
    </nav>
  );

/** What stands where a list would, when there is nothing to list. */
export const Empty: FC<{ title: string; children?: Child }> = ({ title, children }) => (
  <div class="empty">
    <p class="empty-title">{title}</p>
    {children}
  </div>
);
