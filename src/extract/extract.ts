import type { Article } from '../model/article.js';
import type { RawDocument } from '../model/document.js';
import { NOTHING_LEARNED, type SiteLesson } from '../model/learned.js';
import type { Source } from '../model/source.js';
import { blockText } from '../model/text.js';
import { decode, type Decoded } from './decode.js';
import { finishArticle, type Draft } from './draft.js';
import { readEntry } from './entry.js';
import { readPage, type Known, type PageReading } from './html/read-page.js';
import { MAX_BYTES } from './limits.js';
import { readPageText } from './page-text/read-page-text.js';
import { readRecord } from './record.js';

/** Why a page is not an article. */
export type NotAnArticle =
  | 'empty'
  | 'front-page'
  | 'list-page'
  | 'error-page'
  | 'bot-wall'
  | 'cookie-wall'
  | 'login-page'
  | 'no-text'
  | 'too-large'
  | 'unreadable';

/**
 * What a page held: its own article first, then those it prints whole ('read also' in full),
 * each with its source; or why it holds none.
 */
export type Extraction = { articles: Article[]; sources: Source[]; lesson?: SiteLesson } | Refused;

/** Sees what reading a document goes through. */
export interface Watch {
  decoded?(decoded: Decoded): void;
  reading?(reading: PageReading): void;
}

/** A document that holds no article: one English sentence, without the document's name. */
export interface Refused {
  refused: string;
  why: NotAnArticle;
}

/**
 * Reads a document down to its article. Throws nothing: what cannot be read is refused with the reason.
 * @param known what earlier pages of each site, and the user, have taught; without it every page is read alone
 * @param watch sees the stages of reading, for explaining them
 */
export function extract(
  document: RawDocument,
  known: Known = NOTHING_LEARNED,
  watch?: Watch,
): Extraction {
  try {
    const read = readDrafts(document, known, watch);
    if ('refused' in read) return read;
    const extraction = finish(read.drafts);
    return read.lesson && 'articles' in extraction
      ? { ...extraction, lesson: read.lesson }
      : extraction;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { refused: `could not be read (${reason}); please report this page`, why: 'unreadable' };
  }
}

function readDrafts(
  document: RawDocument,
  known: Known,
  watch: Watch | undefined,
): { drafts: Draft[]; lesson?: SiteLesson | undefined } | Refused {
  switch (document.form) {
    case 'record': {
      const { body } = document.record;
      if (typeof body === 'string' && body.length > MAX_BYTES) return tooLarge(body.length);
      return { drafts: [readRecord(document)] };
    }
    case 'entry':
      return { drafts: [readEntry(document)] };
    case 'text':
    case 'html': {
      const { bytes } = document;
      if (!bytes.length) return { refused: 'is empty (0 bytes)', why: 'empty' };
      if (bytes.length > MAX_BYTES) return tooLarge(bytes.length);
      const form = document.form;
      const decoded = decode(bytes, form === 'html' ? { contentType: document.contentType } : {});
      if ('refused' in decoded) return decoded;
      watch?.decoded?.(decoded);
      if (document.form === 'html') return readPage(decoded.text, document, known, watch?.reading);
      return readPageText(decoded.text, document, known);
    }
  }
}

function tooLarge(size: number): Refused {
  const megabytes = (size / 1024 / 1024).toFixed(1);
  const limit = MAX_BYTES / 1024 / 1024;
  return {
    refused: `is too large (${megabytes} MB, the limit is ${limit} MB); split it or leave it out`,
    why: 'too-large',
  };
}

function finish(drafts: Draft[]): Extraction {
  const articles: Article[] = [];
  const sources = new Map<string, Source>();
  for (const draft of drafts) {
    const { article, source } = finishArticle(draft);
    if (!article.blocks.some((block) => /[\p{L}\p{N}]/u.test(blockText(block)))) {
      const visual = article.blocks.some(({ type }) => type === 'image' || type === 'embed');
      // Of an entry whose page is out of reach, a headline with its link is better than nothing.
      const headline = article.fromFeed && !article.titleDerived && article.title;
      if (!(visual && article.title) && !headline && !articles.length)
        return { refused: 'holds no text: nothing to read in its body', why: 'no-text' };
      if (!visual && !headline) continue;
    }
    articles.push(article);
    sources.set(source.id, source);
  }
  return { articles, sources: [...sources.values()] };
}
