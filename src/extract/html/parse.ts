import { Parser } from 'htmlparser2';
import { HtmlElement } from './tree.js';

/** Deeper elements become children of the deepest one allowed: no layout needs more. */
const MAX_DEPTH = 400;
const MAX_ELEMENTS = 200_000;
/** Elements open below the deepest level at which a page is no page any more. */
const MAX_BEYOND = 3000;
const PORTION = 1 << 16;
const MAX_ATTRIBUTE = 8192;
/** Elements whose text nobody reads; the scripts that hold data are kept apart. */
const SILENT = new Set(['style', 'template', 'object', 'applet', 'math']);
const DATA_SCRIPT = /json/i;
/** Where frameworks leave what a page was made from. */
const STATE = /__NEXT_DATA__|__NUXT|__(?:INITIAL|PRELOADED|APOLLO|REDUX)_?STATE__/;
const MAX_SCRIPT = 3_000_000;

/** A page as a tree, and the data that its scripts carry. */
export interface ParsedPage {
  root: HtmlElement;
  /** Text of `<script type="application/ld+json">`, in order. */
  jsonLd: string[];
  /** Other JSON in scripts (`__NEXT_DATA__` and the like). */
  dataScripts: string[];
  elements: number;
  /** The page had more elements than are read. */
  cut: boolean;
}

/** Parses markup of any quality within bounds of depth and number; never throws. */
export function parsePage(html: string): ParsedPage {
  const root = new HtmlElement('#root', {}, undefined, 0);
  const page: ParsedPage = { root, jsonLd: [], dataScripts: [], elements: 0, cut: false };
  let current = root;
  /** Open elements below `MAX_DEPTH` that were not made. */
  let beyond = 0;
  let silent = 0;
  let script: string[] | undefined;
  let scriptType = '';
  const parser = new Parser(
    {
      onopentag(tag, attribs) {
        if (tag === 'script') {
          script = [];
          scriptType = `${attribs.type ?? ''} ${attribs.id ?? ''}`;
          return;
        }
        if (SILENT.has(tag)) silent += 1;
        if (silent) return;
        if (page.elements >= MAX_ELEMENTS) {
          page.cut = true;
          return;
        }
        page.elements += 1;
        if (current.depth >= MAX_DEPTH) {
          beyond += 1;
          return;
        }
        if (tag === 'a') current = closeLink(current);
        const element = new HtmlElement(tag, attribs, current, current.depth + 1);
        current.children.push(element);
        current = element;
      },
      ontext(text) {
        if (script) script.push(text);
        else if (!silent) current.children.push(text);
      },
      onclosetag(tag) {
        if (tag === 'script') {
          keepScript(page, scriptType, script);
          script = undefined;
          return;
        }
        if (silent) {
          if (SILENT.has(tag)) silent -= 1;
          return;
        }
        if (beyond) {
          beyond -= 1;
          return;
        }
        if (current.tag === tag && current.parent) current = current.parent;
      },
    },
    { decodeEntities: true, lowerCaseTags: true, recognizeSelfClosing: false },
  );
  // In portions, so that a page that is beyond all bounds costs no more than the portion it is found in.
  for (let at = 0; at < html.length && !page.cut && beyond < MAX_BEYOND; at += PORTION)
    parser.write(html.slice(at, at + PORTION));
  page.cut ||= beyond >= MAX_BEYOND;
  parser.end();
  return page;
}

function keepScript(page: ParsedPage, type: string, script: string[] | undefined): void {
  if (!script) return;
  const isData =
    DATA_SCRIPT.test(type) || STATE.test(type) || STATE.test(script[0]?.slice(0, 200) ?? '');
  if (!isData) return;
  const text = script.join('');
  if (text.length > MAX_SCRIPT) return;
  if (/ld\+json/i.test(type)) page.jsonLd.push(text);
  else page.dataScripts.push(text);
}

/** An attribute's value, cut where it is absurdly long. */
export function attribute(element: HtmlElement, name: string): string | undefined {
  const value = element.attribs[name];
  return value && value.length > MAX_ATTRIBUTE ? value.slice(0, MAX_ATTRIBUTE) : value;
}

/** A link cannot stand in a link: one that was never closed ends where the next begins. */
function closeLink(current: HtmlElement): HtmlElement {
  let at: HtmlElement | undefined = current;
  for (let steps = 0; at && steps < 12; steps += 1, at = at.parent)
    if (at.tag === 'a') return at.parent ?? current;
  return current;
}
