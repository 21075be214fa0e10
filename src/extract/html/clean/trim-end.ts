import { hasText, type Piece } from '../pieces.js';
import type { Cleaned } from './cleaned.js';
import { isCreditLine, isSignature } from './line-rules.js';

/** Takes out headings, signatures and credits that nothing follows any more; credits are kept as such. */
export function trimEnd({ kept, removed, creditLines }: Cleaned): void {
  for (let at = kept.length - 1; at >= 0; at -= 1) {
    const piece = kept[at]!;
    if (!hasText(piece)) continue;
    const rule = trailing(piece);
    if (!rule) return;
    if (rule === 'source' && piece.block.type === 'paragraph') creditLines.push(piece.block.text);
    removed.push({ piece, rule });
    kept.splice(at, 1);
  }
}

/** What a piece is that nothing follows any more; undefined where it ends the text. */
function trailing({ block }: Piece): string | undefined {
  if (block.type === 'heading') return 'trailing-heading';
  if (block.type !== 'paragraph') return undefined;
  if (isSignature(block.text)) return 'signature';
  return isCreditLine(block.text) ? 'source' : undefined;
}
