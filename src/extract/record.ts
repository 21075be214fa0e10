import { decodeHTML } from 'entities';
import type { Block } from '../model/article.js';
import type { RecordDocument } from '../model/document.js';
import type { Draft } from './draft.js';
import { httpUrl } from './canonical-url.js';
import { withoutButtons } from './lines/buttons.js';
import { withoutInserts } from './lines/inserts.js';

const ENTITY = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,10});/i;

/** One line of a JSON Lines file as a draft: its body cut into paragraphs at line feeds, without titles of other articles. */
export function readRecord({ record, fetchedAt }: RecordDocument): Draft {
  const plain = (text: unknown): string => {
    const written = typeof text === 'string' ? text : text == null ? '' : String(text);
    return ENTITY.test(written) ? decodeHTML(written) : written;
  };
  const body = withoutButtons(plain(record.body));
  const { lines, readAlso } = withoutInserts(body.split(/\r\n|[\n\r\u2028\u2029]/));
  const blocks = lines.map((line): Block => ({ type: 'paragraph', text: line }));
  const source = plain(record.source);
  return {
    id: plain(record.id) || undefined,
    title: plain(record.title) || undefined,
    blocks,
    readAlso,
    url: httpUrl(plain(record.url))?.href,
    published: [plain(record.date)],
    sourceName: source || undefined,
    collected: fetchedAt,
  };
}
