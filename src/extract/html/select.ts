import { selectAll } from 'css-select';
import { textOf, type HtmlElement } from './tree.js';

type Node = HtmlElement | string;

/** Our tree as css-select walks it. */
const adapter = {
  isTag: (node: Node): node is HtmlElement => typeof node !== 'string',
  getAttributeValue: (element: HtmlElement, name: string) => element.attribs[name],
  getChildren: (node: Node): Node[] => (typeof node === 'string' ? [] : node.children),
  getName: ({ tag }: HtmlElement) => tag,
  getParent: ({ parent }: HtmlElement) => parent ?? null,
  getSiblings: (node: Node): Node[] =>
    typeof node === 'string' ? [node] : (node.parent?.children ?? [node]),
  getText: (node: Node) => (typeof node === 'string' ? node : textOf(node)),
  hasAttrib: ({ attribs }: HtmlElement, name: string) => attribs[name] !== undefined,
  removeSubsets: (nodes: Node[]) => nodes,
};

/** The elements of a page that a CSS selector names, in document order. */
export function select(root: HtmlElement, selector: string): HtmlElement[] {
  return selectAll<Node, HtmlElement>(selector, root.children, { adapter });
}
