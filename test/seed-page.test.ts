import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { temporary, warraq } from './warraq.js';

const page = join(dirname(fileURLToPath(import.meta.url)), '../../shared/seed/page.txt');
const { directory, remove } = temporary();
const db = join(directory, 'data');
afterAll(() => remove());

interface Extracted {
  id: string;
  source: string;
  keywords: string[];
  blocks: Array<{ type: string; text?: string }>;
  readAlso: Array<{ title: string; text?: string }>;
  similar: Array<{ title: string }>;
}

/** The page that everything serves; it belongs to its publisher and stands beside the checkout. */
describe.skipIf(!existsSync(page))('the seed page (skipped where ../shared is absent)', () => {
  let extracted: Extracted;
  beforeAll(async () => {
    const run = await warraq('extract', page);
    extracted = run.lines()[0] as unknown as Extracted;
    await warraq('import', page, '--db', db);
  });

  test('is read as an article, its source, its keywords, a read-also article and ten titles', () => {
    const texts = extracted.blocks.map(({ text }) => text ?? '');
    expect(extracted.blocks.filter(({ type }) => type === 'heading')).toHaveLength(4);
    expect(texts.some((text) => text.endsWith(' و'))).toBe(false);
    expect(extracted.source).toBe('البوابة');
    expect(extracted.readAlso).toHaveLength(1);
    expect(extracted.readAlso[0]!.text!.length).toBeGreaterThan(1500);
    expect(extracted.similar).toHaveLength(10);
    expect(extracted.keywords.join(' ')).not.toMatch(/[یک]|التشابه|الوصف|التاريخ/);
  });

  test('its keyphrases are whole and hold no furniture', async () => {
    const run = await warraq('keyphrases', page);
    const { keyphrases } = run.lines()[0] as { keyphrases: string[] };
    expect(keyphrases).toContain('قوات حفظ السلام الروسية');
    expect(keyphrases.join('، ')).toContain('ناغورني كاراباخ');
    expect(keyphrases.join('، ')).not.toMatch(/التشابه|الوصف|في المنطقة|أكثر من|[یک]/);
  });

  test('the ceasefire of another conflict is neither similar nor the next read', async () => {
    const [own] = (await warraq('export', '--db', db)).lines();
    const run = await warraq('similar', String(own!.id), '--db', db);
    expect(run.lines()[0]).toMatchObject({ similar: [] });
  });
});
