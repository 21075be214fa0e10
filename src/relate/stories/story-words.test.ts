import { expect, test } from 'vitest';
import { related, relationsIn, type Draft } from '../testing.js';

const report = (id: string, title: string, hour: number, also = ''): Draft => ({
  id,
  title,
  body: `انهار سد [وادي الحور] فجر اليوم وغمرت المياه قرى [السهل الأخضر] وشردت مئات الأسر.\n${also}`,
  at: `2024-06-01T0${hour}:00:00Z`,
  source: id,
});

const DAM = [
  report('a', 'انهيار سد [وادي الحور] بعد أمطار غزيرة', 1),
  report('b', 'انهيار سد [وادي الحور] يغمر قرى [السهل الأخضر]', 2, 'ووصلت نجدة من [مرسى].'),
  report('c', 'انهيار سد [وادي الحور] يشرد مئات الأسر', 3),
  report('d', 'شاهد.. انهيار سد [وادي الحور] يغمر قرى [السهل الأخضر]', 4, 'سكان [الحور] بخير.'),
];

test('a story is titled by a headline that tells the event, not by one that announces a picture', async () => {
  const { relater, store } = await related(DAM);
  const story = (await relater.story(relationsIn(store).get('d')!.story))!;
  expect(story.articles).toHaveLength(4);
  expect(story.title).toBe('انهيار سد وادي الحور يغمر قرى السهل الأخضر');
});

test('its names are what several reports name, and no part of a name stands beside the whole', async () => {
  const { relater, store } = await related(DAM);
  const story = (await relater.story(relationsIn(store).get('a')!.story))!;
  expect(story.names.sort()).toEqual(['السهل الأخضر', 'وادي الحور']);
});

test.each([
  ['a desk of the agency before it', 'عام / انهيار سد [وادي الحور] يشرد مئات الأسر'],
  ['a question', 'انهيار سد [وادي الحور] يشرد مئات الأسر.. لماذا؟'],
  ['a promise', 'تفاصيل انهيار سد [وادي الحور] وكيف يشرد مئات الأسر'],
  ['the headline beside it', '.. وانهيار سد [وادي الحور] يشرد مئات الأسر'],
])('a headline with %s gives way to a plain one', async (_, title) => {
  const plain = 'انهيار سد [وادي الحور] يشرد مئات الأسر';
  const { relater, store } = await related([
    report('a', plain, 1),
    report('b', plain, 2),
    report('c', title, 3),
    report('d', title, 4),
  ]);
  const story = (await relater.story(relationsIn(store).get('a')!.story))!;
  expect(story.articles).toHaveLength(4);
  expect(story.title).toBe('انهيار سد وادي الحور يشرد مئات الأسر');
});

test('an outlet that tells it again and again does not title it by its own words', async () => {
  const { relater, store } = await related([
    report('a', 'انهيار سد [وادي الحور] يشرد مئات الأسر', 1),
    report('b', 'سد [وادي الحور] ينهار ويشرد مئات الأسر', 2),
    report('c', 'انهيار سد [وادي الحور] يشرد الأسر', 6),
    ...[3, 4, 5].map((hour) => ({
      ...report(`r${hour}`, 'متابعة مراسلنا من موقع كارثة [وادي الحور]', hour),
      source: 'channel',
    })),
  ]);
  const story = (await relater.story(relationsIn(store).get('a')!.story))!;
  expect(story.articles).toHaveLength(6);
  expect(story.title).toBe('انهيار سد وادي الحور يشرد الأسر');
});

test('names and terms say nothing twice, in whatever order or spelling, and not what one report alone says', async () => {
  const { relater, store } = await related([
    {
      ...report('a', 'انهيار سد [وادي الحور] قرب [جوزيف بلات]', 1),
      phrases: ['مركز الإنقاذ والإيواء', 'وادي الحور الكبير'],
    },
    {
      ...report('b', 'انهيار سد [وادي الحور] قرب [جوزف بلات]', 2),
      phrases: ['مركز الإيواء والإنقاذ'],
    },
    {
      ...report('c', 'انهيار سد [وادي الحور] قرب [جوزيف بلات]', 3),
      phrases: ['مركز الإيواء والإنقاذ', 'خيمة زرقاء'],
    },
    {
      ...report('d', 'انهيار سد [وادي الحور] قرب [جوزف بلات]', 4, 'وشكر الأهالي [سامر].'),
      phrases: ['مركز الإنقاذ والإيواء', 'وادي الحور الكبير'],
    },
  ]);
  const story = (await relater.story(relationsIn(store).get('a')!.story))!;
  expect(story.articles).toHaveLength(4);
  expect(story.names).toHaveLength(3);
  expect(story.names.filter((name) => name.startsWith('جوز'))).toHaveLength(1);
  expect(story.names).not.toContain('سامر');
  expect(story.terms).toHaveLength(1);
  expect(story.terms[0]).toMatch(/^مركز /);
});
