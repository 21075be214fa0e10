import { expect, test } from 'vitest';
import type { LabelTrend } from '../store/store.js';
import { risen } from './rising.js';

const groups = (from: number, count: number) => Array.from({ length: count }, (_, i) => from + i);

function label(text: string, of: number[], more: Partial<LabelTrend> = {}): LabelTrend {
  const key = text.replaceAll(' ', '_');
  return { kind: 'keyphrase', key, text, outlets: 3, groups: of, earlier: 0, ...more };
}

const texts = (labels: LabelTrend[]) =>
  risen({ articles: 100, earlier: 1400, labels }, 10).map(({ text }) => text);

test('what is always in the news does not rise, what is new in it does', () => {
  expect(
    texts([
      label('مجلس المدينة', groups(0, 20), { earlier: 280 }),
      label('زلزال الوادي', groups(30, 9)),
      label('أسعار الخبز', groups(50, 8), { earlier: 28 }),
    ]),
  ).toEqual(['زلزال الوادي', 'أسعار الخبز']);
});

test('a part of a better phrase, and another word for the same articles, are not said again', () => {
  expect(
    texts([
      label('زلزال الوادي', groups(0, 9)),
      label('الزلزال', groups(0, 6)),
      label('مقياس ريختر', groups(0, 8)),
      label('زلزال قديم', groups(70, 6)),
    ]),
  ).toEqual(['زلزال الوادي', 'زلزال قديم']);
});

test('a name that is only mentioned does not rise; one that the news is about does, as a name', () => {
  const name = { kind: 'entity' as const, type: 'person' as const };
  const [only, ...others] = risen(
    {
      articles: 100,
      earlier: 1400,
      labels: [
        label('سالم الناطق', groups(0, 15), name),
        label('ليلى الباني', groups(40, 12), name),
        label('ليلى الباني', groups(40, 6)),
      ],
    },
    10,
  );
  expect(only).toMatchObject({ text: 'ليلى الباني', kind: 'entity', articles: 12 });
  expect(others).toEqual([]);
});

test('of nothing nothing rises, and hardly anything where there are no days before', () => {
  expect(risen({ articles: 0, earlier: 0, labels: [] }, 5)).toEqual([]);
  const labels = [label('زلزال الوادي', groups(0, 2)), label('سوق السمك', groups(5, 8))];
  expect(risen({ articles: 40, earlier: 0, labels }, 5).map(({ text }) => text)).toEqual([
    'سوق السمك',
  ]);
});

test('of one piece of news a few sides rise, then other news', () => {
  expect(
    texts([
      label('زلزال الوادي', groups(0, 40)),
      label('الدفاع المدني', groups(0, 20)),
      label('المستشفى الميداني', groups(10, 12)),
      label('فرق الإنقاذ', groups(12, 8)),
      label('خيام الإيواء', groups(14, 7)),
      label('أسعار الخبز', groups(60, 6)),
    ]),
  ).toEqual(['زلزال الوادي', 'الدفاع المدني', 'أسعار الخبز']);
});
