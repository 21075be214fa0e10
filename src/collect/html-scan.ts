import { Parser, type Handler } from 'htmlparser2';

const voidElements = new Set(
  'area base br col embed hr img input link meta source track wbr'.split(' '),
);

/** The parser's own work grows with the square of the depth; pages are not that deep, attacks are. */
const deepest = 4000;

export function isVoidElement(name: string): boolean {
  return voidElements.has(name);
}

/** Runs `handler` over HTML of any quality; ends early at hostile nesting. Throws nothing of its own. */
export function scanHtml(
  html: string,
  handler: Partial<Pick<Handler, 'onopentag' | 'ontext' | 'onclosetag'>>,
): void {
  let depth = 0;
  const parser = new Parser({
    onopentag(name, attributes, implied) {
      if (!voidElements.has(name) && ++depth > deepest) throw new RangeError('nested too deep');
      handler.onopentag?.(name, attributes, implied);
    },
    ontext: (text) => handler.ontext?.(text),
    onclosetag(name, implied) {
      if (!voidElements.has(name)) depth--;
      handler.onclosetag?.(name, implied);
    },
  });
  try {
    parser.write(html);
    parser.end();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
}
