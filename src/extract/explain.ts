import { blockText } from '../model/text.js';
import type { RawDocument } from '../model/document.js';
import { NOTHING_LEARNED, type SiteFurniture } from '../model/learned.js';
import { extract, type NotAnArticle } from './extract.js';
import type { Known, PageReading } from './html/read-page.js';
import { boxName, type HtmlElement } from './html/tree.js';
import { plainWords } from './text-cleaning.js';

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
  /** What earlier pages of this host taught, as far as it was used here: on how many pages each stood. */
  learned?: { host: string } & SiteFurniture;
}

const LONGEST_LIST = 60;

/** Reads a document, once, and tells why it was read as it was. Throws nothing. */
export function explainExtraction(
  document: RawDocument,
  known: Known = NOTHING_LEARNED,
): Explanation {
  const explanation: Explanation = {
    name: document.name,
    form: document.form,
    candidates: [],
    boxes: [],
    lines: [],
    times: [],
  };
  const extraction = extract(document, known, {
    decoded: ({ encoding, by }) => (explanation.encoding = { name: encoding, by }),
    reading: (reading) => explainReading(reading, known, explanation),
  });
  if ('refused' in extraction)
    explanation.refused = { why: extraction.why, reason: extraction.refused };
  return explanation;
}

function explainReading(reading: PageReading, known: Known, explanation: Explanation): void {
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
  const site = reading.host ? known.sites.get(reading.host) : undefined;
  if (!site) return;
  const gone = new Set([...reading.dropped.keys()].map(boxName));
  const lines = new Set(
    reading.cleaned.removed.map(({ piece }) => plainWords(blockText(piece.block))),
  );
  explanation.learned = {
    host: reading.host!,
    pages: site.pages,
    lines: site.lines.filter(({ line }) => lines.has(line)),
    boxes: site.boxes.filter(({ box }) => gone.has(box)),
  };
}

/** The four innermost steps to an element, as CSS writes them. */
function pathTo(element: HtmlElement): string {
  const steps: string[] = [];
  for (let at: HtmlElement | undefined = element; at?.parent && steps.length < 4; at = at.parent) {
    const { id, className } = at;
    const first = className.trim().split(/\s+/, 1)[0];
    steps.unshift(at.tag + (id ? `#${id.slice(0, 40)}` : first ? `.${first.slice(0, 40)}` : ''));
  }
  return steps.join(' > ');
}
