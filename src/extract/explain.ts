import { blockText } from '../model/text.js';
import type { RawDocument } from '../model/document.js';
import { NOTHING_LEARNED } from '../model/learned.js';
import { decode } from './decode.js';
import { extract, type NotAnArticle } from './extract.js';
import { readPieces } from './html/read-page.js';
import type { HtmlElement } from './html/tree.js';
import { MAX_BYTES } from './limits.js';

/** How a document was read, for `warraq extract --explain`. */
export interface Explanation {
  name: string;
  form: RawDocument['form'];
  /** Of bytes: the encoding and what told it. */
  encoding?: { name: string; by: string };
  refused?: { why: NotAnArticle; reason: string };
  /** Boxes that might hold the article, best first: the path to each, its score, and each judge's part of it. */
  candidates: Array<{ path: string; score: number; judges: Record<string, number> }>;
  /** The box that was taken: the best candidate, narrowed to the one within it that holds nearly all of its text. */
  winner?: string;
  /** Boxes left out before the election, with the reason. */
  boxes: Array<{ path: string; reason: string; characters: number }>;
  /** Lines taken out of the article, with the rule that took them. */
  lines: Array<{ rule: string; text: string }>;
  /** What the page says of its time, in the order of trust. */
  times: string[];
}

const LONGEST_LIST = 60;

/** Reads a document and tells why it was read as it was. Throws nothing. */
export function explainExtraction(document: RawDocument): Explanation {
  const explanation: Explanation = {
    name: document.name,
    form: document.form,
    candidates: [],
    boxes: [],
    lines: [],
    times: [],
  };
  const extraction = extract(document);
  if ('refused' in extraction)
    explanation.refused = { why: extraction.why, reason: extraction.refused };
  if (document.form !== 'html' || document.bytes.length > MAX_BYTES) return explanation;
  const decoded = decode(document.bytes, { contentType: document.contentType });
  if ('refused' in decoded) return explanation;
  explanation.encoding = { name: decoded.encoding, by: decoded.by };
  const reading = readPieces(decoded.text, document.url, document.fetchedAt, NOTHING_LEARNED.sites);
  explanation.candidates = reading.candidates.slice(0, 5).map(({ element, score, judges }) => ({
    path: pathTo(element),
    score: Math.round(score),
    judges: Object.fromEntries(
      Object.entries(judges)
        .filter(([, part]) => part)
        .map(([judge, part]) => [judge, Math.round(part)]),
    ),
  }));
  if (reading.winner) explanation.winner = pathTo(reading.winner);
  explanation.boxes = [...reading.dropped]
    .sort(([a], [b]) => b.chars - a.chars)
    .slice(0, LONGEST_LIST)
    .map(([element, reason]) => ({ path: pathTo(element), reason, characters: element.chars }));
  explanation.lines = reading.cleaned.removed
    .slice(0, LONGEST_LIST)
    .map(({ piece, rule }) => ({ rule, text: blockText(piece.block).slice(0, 120) }));
  explanation.times = reading.about.published.slice(0, 8);
  return explanation;
}

/** The four innermost steps to an element, as CSS writes them. */
function pathTo(element: HtmlElement): string {
  const steps: string[] = [];
  for (let at: HtmlElement | undefined = element; at?.parent && steps.length < 4; at = at.parent) {
    const { id, class: classes } = at.attribs;
    const first = classes?.trim().split(/\s+/, 1)[0];
    steps.unshift(at.tag + (id ? `#${id.slice(0, 40)}` : first ? `.${first.slice(0, 40)}` : ''));
  }
  return steps.join(' > ');
}
