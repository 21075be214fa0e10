/** The form of a text for showing: letters that scrapers and keyboards broke put right, nothing else changed. */
export function repair(text: string): string {
  return text
    .replace(/[\u200B\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF\0]/g, '')
    .replace(/ی/g, 'ي')
    .replace(/ک/g, 'ك');
}
