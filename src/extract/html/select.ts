import { selectAll } from 'css-select';
import { textOf, type HtmlElement } from './tree.js';

type Node = HtmlElement | string;

function attributeOf({ className, id, attribs }: HtmlElement, name: string): string | undefined {
  if (name === 'class') return className || undefined;
  return name === 'id' ? id || undefined : attribs[name];
}

/** Our tree as css-select walks it. */
const adapter = {
  isTag: (node: Node): node is HtmlElement => typeof node !== 'string',
  getAttributeValue: attributeOf,
  getChildren: (node: Node): Node[] => (typeof node === 'string' ? [] : [...node.children]),
  getName: ({ tag }: HtmlElement) => tag,
  getParent: ({ parent }: HtmlElement) => parent ?? null,
  getSiblings: (node: Node): Node[] =>
    typeof node === 'string' ? [node] : [...(node.parent?.children ?? [node])],
  getText: (node: Node) => (typeof node === 'string' ? node : textOf(node)),
  hasAttrib: (element: HtmlElement, name: string) => attributeOf(element, name) !== undefined,
  removeSubsets: (nodes: Node[]) => nodes,
};

/** The elements of a page that a CSS selector names, in document order. */
export function select(root: HtmlElement, selector: string): HtmlElement[] {
  return selectAll<Node, HtmlElement>(selector, [...root.children], { adapter });
}
