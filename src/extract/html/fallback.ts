import { decodeHTML } from 'entities';
import type { Block } from '../../model/article.js';
import { blockText } from '../../model/text.js';
import { htmlToBlocks } from './fragment.js';

const BODY_KEY =
  /^(?:articlebody|body|content|text|html|bodytext|body_text|contenthtml|content_html|bodyhtml|body_html|fulltext|full_text|story|richtext|description|value|paragraph)$/i;
/** Where a body keeps its parts. */
const PARTS_KEY =
  /^(?:blocks|paragraphs|components|elements|sections|items|nodes|children|parts)$/i;
const MAX_VISITED = 100_000;
const SHORTEST = 400;

/** Characters of shown text below which a page may keep its text in its data. */
const SHORT_PAGE = 300;
/** Below this, a page may show only the beginning of its text. */
const CUT_PAGE = 1500;

/**
 * What the page's data holds of the article, where that is much more than the page shows: nothing else is asked
 * of it. @param chars characters that the page shows
 */
export function blocksFromPage(
  chars: number,
  articleBody: string | undefined,
  scripts: readonly string[],
  base: string | undefined,
): Block[] {
  const cut = chars < CUT_PAGE && (articleBody?.length ?? 0) > chars * 2;
  if (chars >= SHORT_PAGE && !cut) return [];
  const blocks = blocksFromData(articleBody, chars < SHORT_PAGE ? scripts : [], base);
  const found = blocks.reduce((sum, block) => sum + blockText(block).length, 0);
  return found > chars * 1.5 ? blocks : [];
}

/**
 * The text of a page that a script would have filled in: JSON-LD `articleBody`, else the longest body of text
 * among the JSON that the page carries (`__NEXT_DATA__` and the like).
 */
function blocksFromData(
  articleBody: string | undefined,
  scripts: readonly string[],
  base: string | undefined,
): Block[] {
  if (articleBody && articleBody.length >= SHORTEST) return toBlocks(articleBody, base);
  let best: string | undefined;
  for (const script of scripts) {
    const text = longestBody(script);
    if (text && text.length > (best?.length ?? SHORTEST)) best = text;
  }
  return best ? toBlocks(best, base) : [];
}

function toBlocks(text: string, base: string | undefined): Block[] {
  const written = /&lt;\/?(?:p|br|div)\b/i.test(text) ? decodeHTML(text) : text;
  return htmlToBlocks(written, base).filter(
    (block) => block.type === 'image' || block.type === 'embed' || blockText(block),
  );
}

/** `JSON.parse("{…}")` */
const QUOTED = /JSON\.parse\(\s*("(?:[^"\\\n]|\\.)*")/;
/** Values of a script that is no JSON: `body: "<p>…"`. */
const ASSIGNED = /["']?([a-z_]{4,20})["']?\s*:\s*("(?:[^"\\\n]|\\.){400,}")/gi;

function longestBody(script: string): string | undefined {
  const data = dataOf(script);
  // Nuxt writes one flat list, whose objects hold places in it instead of values.
  const flat = Array.isArray(data) && isFlat(data) ? data : undefined;
  const stack: Array<{ value: unknown; named: boolean }> = [{ value: data, named: false }];
  let best: string | undefined;
  for (let visited = 0; stack.length && visited < MAX_VISITED; visited += 1) {
    const { value, named } = stack.pop()!;
    if (typeof value === 'string') {
      if (named && value.length > (best?.length ?? SHORTEST)) best = value;
    } else if (Array.isArray(value)) {
      const joined = named ? joinParagraphs(value) : undefined;
      if (joined && joined.length > (best?.length ?? SHORTEST)) best = joined;
      for (const inner of value.slice(0, 2000)) stack.push({ value: inner, named });
    } else if (value && typeof value === 'object')
      for (const [name, inner] of Object.entries(value))
        stack.push({
          value: typeof inner === 'number' ? textAt(flat, inner) : inner,
          named: BODY_KEY.test(name) || (named && PARTS_KEY.test(name)),
        });
  }
  return best;
}

/** The data of a script: JSON, JSON in a string, JSON that is assigned to a name, or else what it assigns by name. */
function dataOf(script: string): unknown {
  const quoted = QUOTED.exec(script)?.[1];
  for (const json of [
    script,
    quoted && parsed(quoted),
    script.slice(script.indexOf('{'), script.lastIndexOf('}') + 1),
  ]) {
    const data = typeof json === 'string' ? parsed(json) : undefined;
    if (data !== undefined) return data;
  }
  const values: Record<string, string> = {};
  for (const [, name, value] of script.matchAll(ASSIGNED)) {
    const text = parsed(value!);
    if (typeof text === 'string' && text.length > (values[name!]?.length ?? 0))
      values[name!] = text;
  }
  return values;
}

/** Does a list begin with a place in itself: `[["Reactive", 1], …]`, `[{"data": 1}, …]`? */
function isFlat([first]: unknown[]): boolean {
  const values = first && typeof first === 'object' ? Object.values(first) : [];
  return values.some((value) => value === 1);
}

/** The text at a place of a flat list, or the list of texts that it stands for. */
function textAt(flat: unknown[] | undefined, at: number): unknown {
  const value = flat?.[at];
  if (Array.isArray(value))
    return value.map((inner) => (typeof inner === 'number' ? flat![inner] : inner));
  return typeof value === 'string' ? value : undefined;
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

/** A body kept as a list of paragraphs: strings, or objects with their text under `text`, `content` or `html`. */
function joinParagraphs(list: unknown[]): string | undefined {
  const texts = list.slice(0, 2000).map((item) => paragraphOf(item));
  const found = texts.filter((text) => text.length > 30);
  return found.length >= 2 ? texts.filter(Boolean).join('\n') : undefined;
}

function paragraphOf(item: unknown, depth = 0): string {
  if (typeof item === 'string') return item;
  if (!item || typeof item !== 'object' || depth > 2) return '';
  const { text, content, html, value, data, children } = item as Record<string, unknown>;
  for (const inner of [text, content, html, value, data]) {
    const found = Array.isArray(inner) ? '' : paragraphOf(inner, depth + 1);
    if (found) return found;
  }
  return Array.isArray(children)
    ? children
        .slice(0, 200)
        .map((child) => paragraphOf(child, depth + 1))
        .join('')
    : '';
}
