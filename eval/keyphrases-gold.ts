const fold = (text: string) =>
  text
    .normalize('NFKC')
    .replace(/[\u064B-\u065F\u0670\u0640\u200B-\u200F\u202A-\u202E]/g, '')
    .replace(/[أإآٱ]/g, 'ا')
    .replace(/[ىی]/g, 'ي')
    .replace(/ک/g, 'ك')
    .replace(/ة/g, 'ه')
    .replace(/ؤ/g, 'و')
    .replace(/ئ/g, 'ي')
    .toLowerCase();

function stem(word: string): string {
  let rest = word;
  for (const prefix of ['وال', 'بال', 'كال', 'فال', 'لل', 'ال', 'و'])
    if (rest.startsWith(prefix) && rest.length - prefix.length >= (prefix === 'و' ? 3 : 2)) {
      rest = rest.slice(prefix.length);
      break;
    }
  for (const suffix of ['ها', 'ان', 'ات', 'ون', 'ين', 'يه', 'ه', 'ي'])
    if (rest.endsWith(suffix) && rest.length - suffix.length >= 2)
      rest = rest.slice(0, -suffix.length);
  return rest;
}

/** Two phrases count as the same when these are equal: the rule of the scorer of akec. */
export function goldKey(phrase: string): string {
  return (fold(phrase).match(/[\p{L}\p{N}]+/gu) ?? []).map(stem).join(' ');
}
