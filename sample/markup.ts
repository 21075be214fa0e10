import type { SampleArticle } from './articles.js';

/** Text made safe for HTML and XML, in elements and in attributes. */
export function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** What a design says for each kind of block; `between` goes after the paragraph of that number. */
export interface BlockMarkup {
  paragraph(text: string): string;
  heading(text: string): string;
  quote(text: string): string;
  list(items: string[]): string;
  table(rows: string[][]): string;
  readAlso(article: SampleArticle): string;
  entry?(time: string, title: string, text: string): string;
  picture?(name: string, caption: string): string;
  between?: Record<number, string>;
}

/** The blocks of an article as HTML. @param articles all, so that inserts find theirs */
export function renderBlocks(
  article: SampleArticle,
  articles: readonly SampleArticle[],
  markup: BlockMarkup,
): string {
  const out: string[] = [];
  let paragraphs = 0;
  for (const block of article.blocks) {
    switch (block.type) {
      case 'paragraph':
        out.push(markup.paragraph(escape(block.text)));
        out.push(markup.between?.[++paragraphs] ?? '');
        break;
      case 'heading':
        out.push(markup.heading(escape(block.text)));
        break;
      case 'quote':
        out.push(markup.quote(escape(block.text)));
        break;
      case 'list':
        out.push(markup.list(block.items.map(escape)));
        break;
      case 'table':
        out.push(markup.table(block.rows.map((row) => row.map(escape))));
        break;
      case 'entry':
        out.push(markup.entry?.(block.time, escape(block.title), escape(block.text)) ?? '');
        break;
      case 'picture':
        out.push(markup.picture?.(block.name, escape(block.caption)) ?? '');
        break;
      case 'read-also': {
        const other = articles.find((candidate) => candidate.slug === block.slug);
        if (!other) throw new Error(`${article.slug}: no article ${block.slug} to read also`);
        out.push(markup.readAlso(other));
      }
    }
  }
  return out.filter(Boolean).join('\n');
}

/** A table's rows as tr elements, the first one as heads. */
export function tableRows(rows: string[][]): string {
  return rows
    .map((row, index) => {
      const cell = index === 0 ? 'th' : 'td';
      return `<tr>${row.map((text) => `<${cell}>${text}</${cell}>`).join('')}</tr>`;
    })
    .join('');
}

const months = [
  ['يناير', 'كانون الثاني'],
  ['فبراير', 'شباط'],
  ['مارس', 'آذار'],
  ['أبريل', 'نيسان'],
  ['مايو', 'أيار'],
  ['يونيو', 'حزيران'],
  ['يوليو', 'تموز'],
  ['أغسطس', 'آب'],
  ['سبتمبر', 'أيلول'],
  ['أكتوبر', 'تشرين الأول'],
  ['نوفمبر', 'تشرين الثاني'],
  ['ديسمبر', 'كانون الأول'],
] as const;
const weekdays = ['الأحد', 'الاثنين', 'الثلاثاء', 'الأربعاء', 'الخميس', 'الجمعة', 'السبت'];

/** The parts of a time by the site's own clock. */
export function localTime(article: Pick<SampleArticle, 'published' | 'site'>) {
  const { offset } = article.site;
  const local = new Date(Date.parse(article.published) + offset * 60_000);
  const two = (value: number) => String(value).padStart(2, '0');
  const hours = local.getUTCHours();
  const month = months[local.getUTCMonth()] ?? months[0];
  return {
    day: local.getUTCDate(),
    month: local.getUTCMonth() + 1,
    year: local.getUTCFullYear(),
    weekday: weekdays[local.getUTCDay()] ?? '',
    monthName: month[0],
    easternMonthName: month[1],
    clock: `${two(hours)}:${two(local.getUTCMinutes())}`,
    clock12: `${two(hours % 12 || 12)}:${two(local.getUTCMinutes())} ${hours < 12 ? 'ص' : 'م'}`,
    dayMonth: `${two(local.getUTCDate())}/${two(local.getUTCMonth() + 1)}`,
    iso: `${local.toISOString().slice(0, 19)}+${two(Math.floor(offset / 60))}:${two(offset % 60)}`,
  };
}

/** Digits as the Arab East writes them. */
export function easternDigits(text: string | number): string {
  return String(text).replace(/\d/g, (digit) => String.fromCharCode(0x660 + Number(digit)));
}
