import { ownCopy } from '../arabic/letters/own-copy.js';
import { eachToken, type Token } from '../arabic/words/tokenise.js';
import { sentences } from '../arabic/words/sentences.js';
import type { Place } from '../model/analysis.js';
import type { Article } from '../model/article.js';
import { blockText } from '../model/text.js';
import { afterDatelines } from './dateline.js';
import { lexemeOf, type Lexeme } from './lexeme.js';
import { StemNumbers } from './stem-numbers.js';

/** A word where it stands in an article. */
export interface Word extends Token {
  lexeme: Lexeme;
  /** The number that its stem has in `Reading.stems`. */
  stemNumber: number;
  /** Something other than a space stands between the word before and this one. */
  apart: boolean;
  /** Code of the last mark that stands between the word before and this one («"», «(»); 0 where none does. */
  mark: number;
  /** «على» with the letter that the name «علي» never has: folding makes them one. */
  on: boolean;
  /** Index of the sentence, counted over title and body. */
  sentence: number;
  /** Index in reading order over title and body; a title made from the body's beginning does not count. */
  at: number;
}

/** A title or a body as all steps of the analysis read it. */
export interface Passage {
  field: Place['field'];
  text: string;
  words: Word[];
  /** Ranges of `text`: sentences, and whether each is a sub-heading. */
  sentences: Array<{ start: number; end: number; heading: boolean }>;
}

/** An article, read once for every step. */
export interface Reading {
  title: Passage;
  body: Passage;
  stems: StemNumbers;
  /** Where the body's first sentence begins after its dateline; 0 where it has none. */
  opening: number;
  /** The title only repeats how the body begins: it was made from it, and says nothing of its own. */
  titleIsOpening: boolean;
  /** All of the body was read. */
  whole: boolean;
}

/** Longer bodies are read up to here: no article is longer, and a hostile one must not cost more. */
const MAX_BODY = 200_000;

/** Splits an article's title and body into words with what is known of each. */
export function read(article: Pick<Article, 'title' | 'blocks'>): Reading {
  const stems = new StemNumbers();
  const title = readPassage('title', ownCopy(article.title), [], stems, 0, 0);
  const texts: string[] = [];
  const headings: number[] = [];
  let length = 0;
  for (const block of article.blocks) {
    const text = blockText(block);
    if (!text) continue;
    if (texts.length) length += 1;
    if (block.type === 'heading') headings.push(length);
    texts.push(text);
    length += text.length;
    if (length > MAX_BODY) break;
  }
  // In one row, as it is read letter by letter: `+=` would make a string of strings.
  let body = texts.length === 1 ? ownCopy(texts[0]!) : texts.join('\n');
  const whole = body.length <= MAX_BODY;
  if (!whole) body = body.slice(0, MAX_BODY);
  const titleIsOpening = body.startsWith(article.title.replace(/…$/u, ''));
  const before = titleIsOpening ? 0 : title.words.length;
  const passage = readPassage('body', body, headings, stems, before, title.sentences.length);
  const opening = afterDatelines(body, passage.sentences, passage.words);
  return { title, body: passage, stems, opening, titleIsOpening, whole };
}

function readPassage(
  field: Place['field'],
  text: string,
  headings: number[],
  stems: StemNumbers,
  firstWord: number,
  firstSentence: number,
): Passage {
  const headingStarts = new Set(headings);
  const spans = sentences(text).map((span) => ({
    ...span,
    heading: headingStarts.has(span.start),
  }));
  const words: Word[] = [];
  let sentence = 0;
  let previousEnd = 0;
  /** As at the beginning: what comes next stands apart. */
  let afterHashtag = true;
  eachToken(text, (start, end, folded, kind) => {
    while (sentence + 1 < spans.length && start >= spans[sentence + 1]!.start) sentence += 1;
    const mark = lastMark(text, previousEnd, start);
    const lexeme = lexemeOf(folded);
    words.push({
      start,
      end,
      folded,
      kind,
      lexeme,
      stemNumber: stems.ofWord(lexeme),
      on: folded === 'علي' && text[end - 1] === 'ى',
      apart: afterHashtag || kind === 'hashtag' || mark !== 0,
      mark,
      sentence: firstSentence + sentence,
      at: firstWord + words.length,
    });
    previousEnd = end;
    afterHashtag = kind === 'hashtag';
  });
  return { field, text, words, sentences: spans };
}

function lastMark(text: string, from: number, to: number): number {
  for (let i = to - 1; i >= from; i -= 1) {
    const code = text.charCodeAt(i);
    if (code !== 0x20 && code !== 0xa0 && code !== 0x09) return code;
  }
  return 0;
}
