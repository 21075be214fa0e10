/** Bounds on what one document may cost. Real news pages stay far below all of them. */

/** Bytes of one page or text; beyond it a document is refused. */
export const MAX_BYTES = 20 * 1024 * 1024;
/** UTF-16 code units of a title, a tag, a name. */
export const MAX_LINE = 1000;
/** Blocks of one article. */
export const MAX_BLOCKS = 20_000;
/** Links, tags or credits that are kept of one page. */
export const MAX_LINKS = 60;
export const MAX_TAGS = 60;
