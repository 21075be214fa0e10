import { decodeHTML } from 'entities';
import { fold } from '../arabic/letters/fold.js';
import { repair } from '../arabic/letters/repair.js';
import type { Block } from '../model/article.js';

// C0 and C1 controls but tab and line feed, the replacement character, and halves of surrogate pairs.
const UNPRINTABLE =
  /[\0-\x08\x0B-\x1F\x7F-\x84\x86-\x9F\uFFFD\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;
const SPACES = /[\s\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000\uFEFF]+/g;
const PERSIAN_OR_URDU = /^(?:fa|ur|ps|ku|ckb|sd|ug)/;

/** A text without what cannot be shown: NUL, other control characters, halves of surrogate pairs. */
export function printable(text: string): string {
  return text.replace(UNPRINTABLE, '');
}

// Signs of writing only: a text about markup keeps its `&lt;`.
const ENCODED_TWICE =
  /&(?:nbsp|quot|amp|apos|laquo|raquo|[lr][ds]quo|[sb]dquo|hellip|ndash|mdash|zwnj|zwj|rlm|lrm|shy|bull|middot|#(?:\d{2,5}|x[\da-f]{2,4}));/gi;

/** Anything that `oneLine` would change, or look at more closely. */
const UNEVEN = /[^ -%'-~\u00A1-\u167F\u200B-\u2027\u2030-\u205E]| {2}|^ | $/;

/** One line: printable, runs of white space as one space, no white space around it; entities encoded twice decoded. */
export function oneLine(text: string): string {
  if (!UNEVEN.test(text)) return text;
  const decoded = text.includes('&')
    ? text.replace(ENCODED_TWICE, (entity) => decodeHTML(entity).replace(/[<>]/, entity))
    : text;
  return printable(decoded.replace(SPACES, ' ')).trim();
}

/** Letters put right for showing, where the language writes with the Arabic set of them. */
export function repaired(text: string, language: string): string {
  return PERSIAN_OR_URDU.test(language) ? text : repair(text);
}

/** A block with every text of it passed through `change`; undefined where nothing is left. */
export function mapBlock(block: Block, change: (text: string) => string): Block | undefined {
  switch (block.type) {
    case 'heading':
    case 'paragraph': {
      const text = change(block.text);
      return text ? { ...block, text } : undefined;
    }
    case 'quote': {
      const text = change(block.text);
      return text ? { ...block, text, ...(block.by ? { by: change(block.by) } : {}) } : undefined;
    }
    case 'list': {
      const items = block.items.map(change).filter(Boolean);
      return items.length ? { ...block, items } : undefined;
    }
    case 'table': {
      const rows = block.rows.map((row) => row.map(change)).filter((row) => row.some(Boolean));
      if (!rows.length) return undefined;
      return { ...block, rows, ...(block.caption ? { caption: change(block.caption) } : {}) };
    }
    case 'image': {
      const { type, url, alt, caption, credit } = block;
      return {
        type,
        url,
        ...(alt ? { alt: change(alt) } : {}),
        ...(caption ? { caption: change(caption) } : {}),
        ...(credit ? { credit: change(credit) } : {}),
      };
    }
    case 'entry': {
      const text = change(block.text);
      const title = block.title ? change(block.title) : '';
      const { time } = block;
      if (!text && !title) return undefined;
      return { type: 'entry', text, ...(title ? { title } : {}), ...(time ? { time } : {}) };
    }
    case 'embed':
      return block.title ? { ...block, title: change(block.title) } : block;
  }
}

/** The folded words of a text joined by single spaces: what two lines are compared by. */
export function plainWords(text: string): string {
  return fold(text)
    .replace(/[^\p{L}\p{N}]{2,}|[^\p{L}\p{N} ]/gu, ' ')
    .trim();
}
