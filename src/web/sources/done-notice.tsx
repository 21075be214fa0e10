import type { FC } from 'hono/jsx';

/** What was just done, said to the reader and to screen readers; nothing where nothing was. */
export const DoneNotice: FC<{ done: string | undefined }> = ({ done }) =>
  done ? (
    <p class="notice done" role="status">
      {done}
    </p>
  ) : null;
