import { expect, test } from 'vitest';
import { draftOfDay as draft, related, type Draft } from '../testing.js';

/** Pairs of subjects told in the same words, about invented places, clubs and people. */
const PAIRS: Record<string, [Draft[], Draft[]]> = {
  ceasefires: [
    [
      draft('c1', '[نورستان الغربية] تعلن وقفا لإطلاق النار مع [جبهة السهل]', [
        'أعلنت [نورستان الغربية] وقفا لإطلاق النار مع [جبهة السهل] بعد مفاوضات استمرت ثلاثة أيام برعاية دولية.',
        'وينص الاتفاق على انسحاب القوات وتبادل الأسرى وفتح الطرق أمام المساعدات الإنسانية.',
      ]),
      draft('c2', 'تبادل الأسرى بين [نورستان الغربية] و[جبهة السهل] يبدأ غدا', [
        'يبدأ غدا تبادل الأسرى بين [نورستان الغربية] و[جبهة السهل] تنفيذا لاتفاق وقف إطلاق النار.',
        'وقال مراقبون إن الطرق فتحت أمام المساعدات الإنسانية وإن انسحاب القوات يسير كما خطط له.',
      ]),
    ],
    [
      draft('c3', '[جزر الدر] تعلن وقفا لإطلاق النار مع [حركة البحر]', [
        'أعلنت [جزر الدر] وقفا لإطلاق النار مع [حركة البحر] بعد مفاوضات استمرت أسبوعا برعاية دولية.',
        'وينص الاتفاق على انسحاب القوات وتبادل الأسرى وفتح الموانئ أمام المساعدات الإنسانية.',
      ]),
    ],
  ],
  leagues: [
    [
      draft('l1', '[نادي الرملة] يفوز على [اتحاد الوادي] ويتصدر الدوري', [
        'فاز [نادي الرملة] على [اتحاد الوادي] بهدفين مقابل هدف وتصدر ترتيب الدوري قبل جولتين من النهاية.',
        'وسجل المهاجم هدف الفوز في الدقيقة الأخيرة من المباراة أمام جماهير غفيرة ملأت الملعب.',
      ]),
      draft('l2', '[نادي الرملة] على بعد نقطة من لقب الدوري', [
        'يحتاج [نادي الرملة] إلى نقطة واحدة ليحسم لقب الدوري بعد فوزه على [اتحاد الوادي] في الجولة الماضية.',
        'وقال المدرب إن المباراة القادمة أمام الجماهير ستكون صعبة وإن الفريق يستعد لها جيدا.',
      ]),
    ],
    [
      draft('l3', '[شباب المرفأ] يفوز على [نجم القلعة] ويتصدر الدوري', [
        'فاز [شباب المرفأ] على [نجم القلعة] بهدفين مقابل هدف وتصدر ترتيب الدوري قبل ثلاث جولات من النهاية.',
        'وسجل المدافع هدف الفوز في الدقيقة الأولى من المباراة أمام جماهير قليلة حضرت إلى الملعب.',
      ]),
    ],
  ],
  elections: [
    [
      draft('e1', 'إقبال كبير في الانتخابات البرلمانية في [سهلان] و[حزب البناء] يتقدم', [
        'شهدت الانتخابات البرلمانية في [سهلان] إقبالا كبيرا وتقدم [حزب البناء] في النتائج الأولية بعد فرز نصف الأصوات.',
        'وقالت لجنة الانتخابات إن النتائج النهائية ستعلن خلال يومين وإن المراقبين لم يسجلوا مخالفات كبيرة.',
      ]),
      draft('e2', '[حزب البناء] يفوز بأغلبية البرلمان في [سهلان]', [
        'فاز [حزب البناء] بأغلبية مقاعد البرلمان في [سهلان] بحسب النتائج النهائية التي أعلنتها لجنة الانتخابات.',
        'وبلغت نسبة الإقبال ستين في المئة وقال المراقبون إن الفرز جرى دون مخالفات كبيرة.',
      ]),
    ],
    [
      draft('e3', 'إقبال ضعيف في الانتخابات البرلمانية في [جبلان] و[كتلة الفلاحين] تتقدم', [
        'شهدت الانتخابات البرلمانية في [جبلان] إقبالا ضعيفا وتقدمت [كتلة الفلاحين] في النتائج الأولية بعد فرز ثلث الأصوات.',
        'وقالت لجنة الانتخابات إن النتائج النهائية ستعلن خلال أسبوع وإن المراقبين سجلوا بعض المخالفات.',
      ]),
    ],
  ],
};

const news = Object.values(PAIRS).flatMap(([one, other]) => [...one, ...other]);

test.each(Object.entries(PAIRS))(
  'of two %s in the same words the one never brings the other',
  async (_, [one, other]) => {
    const { relater } = await related(news);
    const [first, second] = one.map(({ id }) => id) as [string, string];
    const listed = (await relater.similar(first)).map(({ id }) => id);
    expect(listed[0]).toBe(second);
    for (const { id } of other) expect(listed).not.toContain(id);
    for (const { id } of other) expect(await relater.nextRead(id)).toBeUndefined();
  },
);

test('reports of one thing are listed together though their leads name other bodies', async () => {
  const { relater } = await related([
    draft('t1', 'بخار السجائر الإلكترونية يضر خلايا الرئة', [
      'قال باحثون في [جامعة الربوة] إن بخار السجائر الإلكترونية يضر خلايا الرئة ويضعف المناعة.',
      'وعرض الباحثون خلايا الرئة لبخار السجائر الإلكترونية يومين فالتهبت وضعفت.',
    ]),
    draft('t2', 'السجائر الإلكترونية تضعف مناعة الرئة', [
      'حذرت [هيئة الصحة في سهلان] من أن بخار السجائر الإلكترونية يضر خلايا الرئة ويضعف المناعة.',
      'وقالت إن خلايا الرئة التهبت بعد يومين من بخار السجائر الإلكترونية.',
    ]),
  ]);
  expect((await relater.similar('t1')).map(({ id }) => id)).toEqual(['t2']);
});

test('a ceasefire is of one conflict though the title names none: the text does again and again', async () => {
  const TITLE = 'بدء سريان وقف إطلاق النار وعودة النازحين إلى بيوتهم';
  const { relater } = await related([
    draft('s1', TITLE, [
      'بدأ سريان وقف إطلاق النار في [نورستان] وعاد النازحون إلى بيوتهم في [نورستان] بعد حرب طويلة.',
      'وقال نازح إن [نورستان] بيته، وفتحت الطرق إلى [نورستان] أمام المساعدات الإنسانية.',
    ]),
    draft('s2', TITLE, [
      'عاد النازحون في [جزر الدر] إلى بيوتهم مع بدء سريان وقف إطلاق النار الذي أنهى حرب [جزر الدر] الطويلة.',
      'وفتحت أمام المساعدات الإنسانية طرق [جزر الدر]، وقال نازح: بيتي في [جزر الدر].',
    ]),
  ]);
  expect(await relater.similar('s1')).toEqual([]);
  expect(await relater.nextRead('s1')).toBeUndefined();
});

test('an announcement that comes again in the same words months later, of somebody else, is listed as well', async () => {
  const fallen = (who: string, what: string) => [
    `أعلنت قيادة [جيش الريف] استشهاد الجندي ${who} خلال أداء واجبه في عملية حماية الحدود ${what}.`,
    'وتقدمت القيادة بالعزاء إلى أسرة الشهيد سائلة الله أن يتغمده بواسع رحمته وأن يلهم أهله الصبر والسلوان.',
  ];
  const { relater } = await related([
    draft('f1', '[جيش الريف]: استشهاد أربعة جنود', [
      'أعلنت قيادة [جيش الريف] استشهاد أربعة من جنودها خلال أداء واجبهم في عملية حماية الحدود.',
      'وتقدمت القيادة بالعزاء إلى أسر الشهداء.',
    ]),
    draft('f2', '[جيش الريف]: استشهاد الجندي حمود', fallen('حمود', 'الشرقية')),
    {
      ...draft('f3', '[جيش الريف]: استشهاد الجندي بدران', fallen('بدران', 'الغربية')),
      at: '2024-01-09T10:00:00Z',
    },
  ]);
  const listed = (await relater.similar('f1')).map(({ id }) => id);
  expect(listed.sort()).toEqual(['f2', 'f3']);
});

test('an explained score is the product of its parts', async () => {
  const { relater } = await related(news);
  const explained = await relater.similar('e1', { explain: true });
  expect(explained.length).toBeGreaterThan(0);
  for (const { score, parts = {} } of explained) {
    const product = Object.values(parts).reduce((so, { factor }) => so * factor, 1);
    expect(product).toBeCloseTo(score, 10);
    expect(Object.keys(parts)).toEqual(expect.arrayContaining(['terms', 'days', 'meaning']));
  }
});

const QUAKE =
  'هز زلزال عنيف مدينة [برج النخيل] فجر اليوم وأسفر عن عشرات الضحايا بحسب السلطات المحلية.';

test('of a text published twice one entry is listed, the original; none of a text that the page has', async () => {
  const report = `${QUAKE}\nوقال شاهد إن المباني القديمة انهارت كلها وإن الناس خرجوا إلى الشوارع في البرد القارس وباتوا ليلتهم هناك ينتظرون العون.`;
  const { relater } = await related([
    draft('q1', 'زلزال عنيف يهز [برج النخيل]', [
      'تواصل فرق الإنقاذ البحث عن ناجين من زلزال [برج النخيل] الذي ضرب المدينة فجرا وأوقع عشرات الضحايا.',
    ]),
    { ...draft('q2', 'شهود: مباني [برج النخيل] انهارت في الزلزال', [report]), source: 'first' },
    { ...draft('q3', 'شهود: مباني [برج النخيل] انهارت في الزلزال', [report]), source: 'second' },
  ]);
  const listed = async (leaveOut: string[] = []) =>
    (await relater.similar('q1', { leaveOut })).map(({ id }) => id);
  expect(await listed()).toEqual(['q2']);
  expect(await listed(['q2'])).toEqual([]);
  expect(await listed(['q3'])).toEqual([]);
});

test('what is alike in its manner only, with nothing that a reader can be told, is not listed', async () => {
  const { relater } = await related([
    draft('k1', 'هكذا بدأت الحكاية', [
      'كنا نجلس كل مساء ونتذكر أياما مضت ولم يبق منها غير ما نرويه لمن يأتي بعدنا.',
    ]),
    draft('k2', 'لا شيء يعود', [
      'نجلس في آخر المساء ونروي ما بقي من أيام مضت لمن يسمع، ونضحك مما كان يبكينا.',
    ]),
  ]);
  expect(await relater.similar('k1')).toEqual([]);
});

test('what is left out for want of a reason gives its place to the next', async () => {
  const evening = 'كنا نجلس كل مساء ونتذكر أياما مضت ولم يبق منها غير ما نرويه لمن يأتي بعدنا.';
  const { relater } = await related([
    draft('k1', 'هكذا بدأت الحكاية', [
      evening,
      'وكان جدي يبيع الفخار في [سوق مرهون] قبل أن يغلقوا أفران الفخار كلها.',
    ]),
    draft('k2', 'لا شيء يعود', [
      'نجلس في آخر المساء ونروي ما بقي من أيام مضت لمن يأتي ويسمع، ونتذكر ونضحك مما كان يبكينا.',
    ]),
    draft('k3', 'أفران الفخار في معرض عن حرف المدينة', [
      'افتتح المتحف معرضا عن حرف المدينة وعن الحدادين والنجارين والنساجين وصناع الزجاج، وفيه صور من [سوق مرهون] ومن أفران الفخار.',
      'ويستمر المعرض شهرا ويدخله الطلاب بلا رسوم، ويقول مديره إن الأدوات المعروضة جمعت من بيوت الصناع.',
    ]),
  ]);
  const ids = (await relater.similar('k1', { top: 1 })).map(({ id }) => id);
  expect(ids).toEqual(['k3']);
});
