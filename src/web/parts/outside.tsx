import type { Child, FC } from 'hono/jsx';
import type { IsoTime } from '../../model/article.js';
import type { Snippet } from '../../model/search.js';
import { safeUrl } from '../http/safe-url.js';
import { direction } from '../wording/direction.js';
import type { View } from './view.js';

/**
 * Text from outside within a line of ours: isolated, so that its direction, and stray direction
 * marks in it, do not reorder what stands around it.
 */
export const Outside: FC<{ text: string }> = ({ text }) => <bdi dir={direction(text)}>{text}</bdi>;

/** `dir` for a block of text that runs against the page; nothing for Arabic. */
export function blockDirection(text: string): { dir?: 'ltr' } {
  return direction(text) === 'ltr' ? { dir: 'ltr' } : {};
}

/** A link to another site; nothing at all where the address is not a safe one. */
export const OutsideLink: FC<{ href: string | undefined; children?: Child }> = ({
  href,
  children,
}) => {
  const url = safeUrl(href);
  if (!url) return null;
  return (
    <a href={url} rel="noopener noreferrer nofollow" class="outward">
      {children}
    </a>
  );
};

/**
 * A time in words; nothing where there is none, it is no time, or the time of day is asked for and
 * only the day is known.
 */
export const Moment: FC<{
  time: IsoTime | undefined;
  view: View;
  form?: 'short' | 'full' | 'clock';
}> = ({ time, view, form = 'short' }) => {
  const written = time && view.times.write(time);
  if (!written || !written[form]) return null;
  return (
    <time datetime={written.machine} title={form === 'full' ? undefined : written.full}>
      {written[form]}
    </time>
  );
};

/** A text with what was searched for marked in it. Spans may come in any order and overlap. */
export const Marked: FC<{ snippet: Snippet }> = ({ snippet }) => {
  const { text } = snippet;
  const pieces: Child[] = [];
  let at = 0;
  for (const hit of [...snippet.hits].sort((a, b) => a.start - b.start)) {
    const start = Math.max(at, hit.start);
    const end = Math.min(text.length, hit.end);
    if (end <= start) continue;
    pieces.push(text.slice(at, start), <mark>{text.slice(start, end)}</mark>);
    at = end;
  }
  pieces.push(text.slice(at));
  return <bdi dir={direction(text)}>{pieces}</bdi>;
};
