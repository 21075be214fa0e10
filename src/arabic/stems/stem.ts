const PREFIXES = ['وال', 'بال', 'كال', 'فال', 'لل', 'ال', 'و'];
const SUFFIXES = ['ها', 'ان', 'ات', 'ون', 'ين', 'يه', 'ه', 'ي'];

/**
 * The stem of one folded word: what its inflected and clitic forms share.
 * @param word folded, as `Token.folded`
 */
export function stem(word: string): string {
  let rest = word;
  for (const prefix of PREFIXES) {
    if (rest.startsWith(prefix) && rest.length - prefix.length >= (prefix === 'و' ? 3 : 2)) {
      rest = rest.slice(prefix.length);
      break;
    }
  }
  for (const suffix of SUFFIXES) {
    if (rest.endsWith(suffix) && rest.length - suffix.length >= 3)
      return rest.slice(0, -suffix.length);
  }
  return rest;
}
