import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NEWS } from './testing-news.js';
import { addAll, arrivalOf, related, relationsIn } from './testing.js';

const storiesOf = (relations: Map<string, { story: string }>) => {
  const groups = new Map<string, string[]>();
  for (const [id, { story }] of relations) groups.set(story, [...(groups.get(story) ?? []), id]);
  return [...groups.values()].map((ids) => ids.sort().join(' ')).sort();
};

test('a ceasefire in one conflict never brings the ceasefire of another', async () => {
  const { relater, relations } = await related(NEWS);
  const similar = await relater.similar('north-truce');
  expect(similar[0]?.id).toBe('north-truce-talks');
  expect(similar.map(({ id }) => id)).not.toContain('south-truce');
  expect(similar.map(({ id }) => id)).not.toContain('south-answer');
  expect(relations.get('north-truce')!.story).not.toBe(relations.get('south-truce')!.story);
  expect((await relater.nextRead('south-answer'))?.id).not.toBe('north-truce-talks');
});

test('the reason names what both articles are about, as written', async () => {
  const { relater } = await related(NEWS);
  const [first] = await relater.similar('north-truce');
  expect(first?.reason.text).toMatch(/^عن: .*نوران/);
  expect(first?.reason.about).toContain('سرمد');
});

test('agency copy with light edits, dateline and sign-off is one text with its earliest as original', async () => {
  const { relater, relations } = await related(NEWS);
  expect(relations.get('bank-copy')!.copies).toMatchObject({ original: 'bank' });
  expect(relations.get('bank')!.copies?.group).toBe(relations.get('bank-copy')!.copies?.group);
  expect((await relater.similar('bank')).map(({ id }) => id)).not.toContain('bank-copy');
});

test('the original is the earliest even where it arrives last', async () => {
  const { relations } = await related([...NEWS].reverse());
  expect(relations.get('bank-copy')!.copies).toMatchObject({ original: 'bank' });
});

test('a text with a grown figure is an update, of the same story and no copy', async () => {
  const { relations } = await related(NEWS);
  expect(relations.get('quake-later')!.copies).toBeUndefined();
  expect(relations.get('quake-later')!.story).toBe(relations.get('quake-first')!.story);
});

test('one text under two leads, each with another of its figures, is a copy', async () => {
  const body = [
    'وأضافت الإدارة أن القنوات الفرعية ستصل إلى الحقول قبل الصيف المقبل، وأن المزارعين سيدفعون رسما واحدا في العام بدل الرسوم الشهرية التي كانوا يشكون منها.',
    'وأوضح مهندس المشروع أن حراسا سيقيمون عند البوابات ليلا ونهارا، وأن مستوى الماء سيعلن كل صباح في ساحة السوق وعلى صفحة الإدارة.',
    'وقالت إدارة المياه في [وادي الحور] إن السد الجديد يتسع لنحو 45 مليون متر مكعب، وإن بناءه استغرق (7) أعوام وعمل فيه 1200 عامل من أبناء القرى المجاورة.',
  ].join('\n');
  const at = '2024-03-02T10:00:00Z';
  const { relations } = await related([
    ...NEWS,
    {
      id: 'dam',
      title: 'سد وادي الحور يبدأ العمل',
      body: `بدأ سد [وادي الحور] العمل بسعة 45 مليون متر مكعب.\n${body}`,
      at,
      source: 'daily',
    },
    {
      id: 'dam-again',
      title: 'سد وادي الحور بعد الانتظار',
      body: `دخل سد [وادي الحور] الخدمة بعد بناء دام 7 أعوام.\n${body}`,
      at,
      source: 'evening',
    },
  ]);
  expect(relations.get('dam-again')!.copies?.group).toBe(relations.get('dam')!.copies?.group);
  expect(relations.get('dam')!.copies).toBeDefined();
});

test('next read is the newest development, and nothing where there is none', async () => {
  const { relater } = await related(NEWS);
  expect(await relater.nextRead('quake-first')).toMatchObject({
    id: 'quake-aid',
    because: 'development',
  });
  expect(await relater.nextRead('match')).toBeUndefined();
});

test('next read is no line that announces a picture, though it is the newest', async () => {
  const line = {
    id: 'quake-picture',
    title: 'أهالي بلدة [وادي الحور] بعد الزلزال في صور',
    body: 'صور من بلدة [وادي الحور] بعد الزلزال الذي ضرب البلدة وناجين وخيام.',
    at: '2024-03-04T18:00:00Z',
    source: 'daily',
  };
  const { relater } = await related([...NEWS, line]);
  expect((await relater.similar('quake-first')).map(({ id }) => id)).toContain('quake-picture');
  expect((await relater.nextRead('quake-first'))?.id).toBe('quake-aid');
});

test('outside of its story the next of its kind, weeks later, is no development', async () => {
  const next = (day: number) => ({
    id: `rate-${day}`,
    title: 'البنك المركزي في [بحران] يبقي سعر الفائدة',
    body: 'أبقى البنك المركزي في [بحران] سعر الفائدة في اجتماعه الدوري دون تغيير، وقال المحافظ إن الأسعار ما زالت أعلى من المنتظر وإن الأجور في المصانع ترتفع.\nوسيجتمع مجلس البنك ثانية بعد ستة أسابيع لينظر في أثر القرار في القروض والودائع.',
    at: new Date(Date.parse('2024-03-02T10:00:00Z') + day * 86_400_000).toISOString(),
    source: 'daily',
  });
  const because = async (day: number) => {
    const { relater } = await related([...NEWS, next(day)]);
    return relater.nextRead('bank');
  };
  expect(await because(6)).toMatchObject({ id: 'rate-6', because: 'development' });
  expect(await because(40)).toBeUndefined();
});

test('background is what came before the event, not an earlier report of it', async () => {
  const { relater, relations } = await related([
    {
      id: 'talks',
      title: '[سرمد] و[نوران] تبحثان فتح الممر الجبلي',
      body: 'بحث وفدا [سرمد] و[نوران] فتح الممر الجبلي أمام التجارة بعد عام من إغلاقه، واتفقا على جولة جديدة.\nوقال الوفدان إن الخلاف على الجمارك والحراسة عند الممر لم يحل بعد.',
      at: '2024-02-20T08:00:00Z',
      source: 'daily',
    },
    {
      id: 'opened-first',
      title: 'فتح الممر الجبلي بين [سرمد] و[نوران]',
      body: 'فتحت [سرمد] و[نوران] الممر الجبلي أمام التجارة صباح اليوم بعد عام من إغلاقه.\nوعبرت عشر شاحنات محملة بالقمح والدواء، وصفق الأهالي على الجانبين.',
      at: '2024-03-01T08:00:00Z',
      source: 'north-post',
    },
    {
      id: 'opened-again',
      title: 'سوق [نوران] الكبير يستقبل أول القمح',
      body: 'استقبل السوق الكبير في [نوران] مساء أول شاحنات القمح، ويأمل الخبازون أن تنخفض الأسعار قبل العيد بعدما فتح الممر الجبلي مع [سرمد].\nوصفق الأهالي على الجانبين بعد عام من إغلاقه أمام التجارة، وبكت عجوز لم تر أختها منذ الشتاء.',
      at: '2024-03-01T17:00:00Z',
      source: 'coast-news',
    },
  ]);
  expect(relations.get('opened-again')!.story).toBe(relations.get('opened-first')!.story);
  expect(await relater.nextRead('opened-again')).toMatchObject({
    id: 'talks',
    because: 'background',
  });
});

test('a removed article leaves story, group, lists and reading', async () => {
  const { relater, store, relations } = await related(NEWS);
  const seq = store.saved.findIndex(({ article }) => article.id === 'bank-copy');
  const changes = await relater.remove([seq]);
  expect(changes).toContainEqual({ change: 'copies', article: 'bank', copies: null });
  const story = await relater.story(relations.get('bank')!.story);
  expect(story?.articles).toEqual(['bank']);
});

test('a story tells its title, span, sources and names', async () => {
  const { relater, relations } = await related(NEWS);
  const story = await relater.story(relations.get('quake-first')!.story);
  expect(story).toMatchObject({ first: '2024-03-03T04:00:00.000Z', names: ['وادي الحور'] });
  expect(story!.sources.length).toBeGreaterThan(1);
  expect(NEWS.map(({ title }) => title.replaceAll(/[[\]]/g, ''))).toContain(story!.title);
});

test('stories are the same in any order of arrival', async () => {
  const expected = storiesOf((await related(NEWS)).relations);
  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray(NEWS, { minLength: NEWS.length }), async (shuffled) => {
      expect(storiesOf((await related(shuffled)).relations)).toEqual(expected);
    }),
    { numRuns: 20 },
  );
});

test('no article is similar to itself, none is listed twice, scores fall', async () => {
  const { relater } = await related(NEWS);
  for (const { id } of NEWS) {
    const similar = await relater.similar(id);
    expect(similar.map((one) => one.id)).not.toContain(id);
    expect(new Set(similar.map((one) => one.id)).size).toBe(similar.length);
    const scores = similar.map(({ score }) => score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    for (const score of scores) expect(score).toBeGreaterThan(0);
    for (const score of scores) expect(score).toBeLessThanOrEqual(1);
  }
});

test('an article without words, names or a real date is kept as a story of its own', async () => {
  const { relater, relations } = await related([
    ...NEWS,
    { id: 'bare', title: '', body: '', at: 'no date' },
  ]);
  expect(relations.get('bare')!.copies).toBeUndefined();
  expect(await relater.similar('bare')).toEqual([]);
  expect(await relater.nextRead('bare')).toBeUndefined();
  expect(await relater.similar('unknown')).toEqual([]);
});

test('after tidying, store and relater agree on every story, and a second time finds nothing to do', async () => {
  const { relater, relations } = await related(NEWS);
  for (const change of await relater.tidy())
    if (change.change === 'story') relations.get(change.article)!.story = change.story;
  for (const [id, { story }] of relations)
    expect((await relater.story(story))?.articles).toContain(id);
  expect(await relater.tidy()).toEqual([]);
});

test('explains which stories and texts an article was compared with', async () => {
  const { relater, relations } = await related(NEWS);
  const told = await relater.explain('quake-later');
  expect(told['story']).toBe(relations.get('quake-later')!.story);
  expect(told['nearest']).toContainEqual(
    expect.objectContaining({ id: 'quake-first', copy: 'update' }),
  );
});

test('explains in words by which rule an article is where it is', async () => {
  const { relater, relations } = await related(NEWS);
  const quake = await relater.explain('quake-later');
  expect(quake).toMatchObject({
    rule: expect.stringMatching(/^in: /),
    stories: [{ own: true, story: relations.get('quake-first')!.story, articles: 2 }],
    nearest: expect.arrayContaining([
      expect.objectContaining({
        id: 'quake-first',
        rule: expect.stringContaining('newer version'),
      }),
    ]),
  });
  const match = await relater.explain('match');
  expect(match['rule']).toMatch(/^a story of its own/);
});

test('a seq that comes again after a failed save takes the place of the first', async () => {
  const { relater, store } = await related(NEWS.slice(0, 4));
  await relater.add(arrivalOf(4, NEWS[4]!));
  await addAll(NEWS.slice(4), relater, store);
  expect(relationsIn(store)).toEqual((await related(NEWS)).relations);
});
