import { decodeHTML } from 'entities';

/** One line of plain text from what may be HTML: tags out, references resolved, spaces single. */
export function plainLine(written: string): string {
  const stripped = /<[a-z/!]/i.test(written) ? stripTags(written) : written;
  const decoded = /&[#\w]+;/.test(stripped) ? decodeHTML(stripped) : stripped;
  return decoded.replace(/[\s\u00a0]+/g, ' ').trim();
}

function stripTags(html: string): string {
  return html
    .replace(/<!--[\s\S]*?(?:-->|$)/g, '')
    .replace(/<(script|style)\b[\s\S]*?(?:<\/\1\s*>|$)/gi, '')
    .replace(/<\/?(?:p|div|br|li|h[1-6]|tr|td)\b[^>]*>/gi, ' ')
    .replace(/<\/?[a-z][^>]*>/gi, '');
}
