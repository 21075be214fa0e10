import { expect, test } from 'vitest';
import { related, type Draft } from '../testing.js';

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

function draft(id: string, title: string, lines: string[]): Draft {
  return { id, title, body: lines.join('\n'), at: `2024-05-0${id[1]}T10:00:00Z`, source: id };
}

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

test('a reason names nothing twice, no outlet and no stop word, and prefers the longer form of a name', async () => {
  const { relater } = await related([
    draft('r1', '[الوزير سامر] يلتقي [سامر القيسي] في [واحة البدر]', [
      'قالت [رويترز] إن [سامر القيسي] وصل إلى [واحة البدر] ونقلت [رويترز] عنه أن المحادثات جرت في [نيسان].',
    ]),
    draft('r2', '[سامر القيسي] يغادر [واحة البدر]', [
      'ذكرت [رويترز] أن [سامر القيسي] غادر [واحة البدر] وأن المحادثات التي جرت في [نيسان] انتهت، بحسب [رويترز].',
    ]),
  ]);
  const [first] = await relater.similar('r1');
  expect(first?.reason.about).toEqual(expect.arrayContaining(['سامر القيسي', 'واحة البدر']));
  expect(first?.reason.about.join(' ')).not.toMatch(/رويترز|نيسان/);
  expect(new Set(first?.reason.about).size).toBe(first?.reason.about.length);
});

test('beside a country alone a reason names the thing that both titles are about, no adjective of another noun', async () => {
  const { relater } = await related([
    draft('w1', '[سهلان]: النفايات تملأ الشوارع بعد إضراب العمال', [
      'تراكمت النفايات في شوارع [سهلان] بعد أسبوع من إضراب عمال النظافة عن العمل.',
    ]),
    draft('w2', 'جبال من النفايات في [سهلان] والسلطات الصحية تحذر', [
      'حذر أطباء في [سهلان] من أن النفايات المتراكمة تنشر الأمراض وطالبوا بإنهاء إضراب عمال النظافة.',
    ]),
    draft('w3', '[سهلان] تحصي المدارس الصحية', [
      'أحصت [سهلان] مدارسها وقالت إن النفايات والأمراض وإضراب عمال النظافة أضرت بها.',
    ]),
  ]);
  const reasons = new Map(
    (await relater.similar('w1')).map(({ id, reason }) => [id, reason.text] as const),
  );
  expect(reasons.get('w2')).toBe('عن: سهلان، النفايات');
  const other = (await relater.similar('w2')).find(({ id }) => id === 'w3');
  expect(other?.reason.text).not.toContain('الصحية');
});

test('a phrase of one article that the other has in title or lead says what a country alone does not', async () => {
  const { relater } = await related([
    {
      ...draft('p1', '[سهلان] تفتح باب التقديم', [
        'بدأت [سهلان] استقبال طلبات القروض السكنية للشباب عبر موقع جديد.',
      ]),
      phrases: ['القروض السكنية'],
    },
    draft('p2', 'شباب [سهلان] ينتظرون القروض السكنية', [
      'ينتظر آلاف الشباب في [سهلان] دورهم بعد أن قدموا طلباتهم عبر الموقع الجديد.',
    ]),
  ]);
  const [first] = await relater.similar('p1');
  expect(first?.reason.about).toEqual(['سهلان', 'القروض السكنية']);
});

test.each([
  ['سباق [سهلان] الكبير يبدأ غدا', 'فوز مفاجئ في سباق [سهلان] الكبير', 'سهلان الكبير'],
  [
    'حملة لمكافحة الحرائق في [سهلان]',
    'متطوعون يشاركون بمكافحة الحرائق حول [سهلان]',
    'مكافحة الحرائق',
  ],
])(
  'a thing of both titles is named with its noun, without the particle before it: %s',
  async (one, other, about) => {
    const { relater } = await related([
      draft('n1', one, [
        'تستعد البلدات القريبة من [سهلان] منذ أسابيع لهذا الموعد الذي ينتظره أهلها.',
      ]),
      draft('n2', other, [
        'خرج أهل البلدات القريبة من [سهلان] إلى الموعد الذي انتظروه منذ أسابيع.',
      ]),
    ]);
    const [first] = await relater.similar('n1');
    expect(first?.reason.about).toContain(about);
  },
);

test('where names and titles share nothing, a phrase that both texts hold says what they are about', async () => {
  const { relater } = await related([
    {
      ...draft('t1', 'قلوب أقوى مع المشي', [
        'يرى باحثون أن المشي كل صباح يقوي القلب.',
        'وتقل أمراض الشرايين لدى من يمشون ساعة كل يوم، ويتحسن النوم والمزاج وضغط الدم.',
      ]),
      phrases: ['أمراض الشرايين'],
    },
    draft('t2', 'ساعة من السباحة تكفي', [
      'يقول أطباء إن السباحة كل صباح تقوي القلب وتحسن النوم والمزاج وضغط الدم، وإن المسابح العامة مفتوحة قبل ساعات العمل لمن يريد، وإن الماء الدافئ يريح المفاصل والظهر ويخفف التعب، وإن المدربين يعلمون الكبار والصغار في ساعات قليلة من غير كلفة تذكر، وإن من تعلم في الصغر لا ينسى، وإن من بدأ في الكبر يجد لذة لا يجدها في غيرها، ويعود إليها كل أسبوع مرة أو مرتين مع أهله وأصحابه.',
      'ومن يسبحون ساعة كل يوم أقل عرضة لأمراض الشرايين من غيرهم بحسب باحثين.',
    ]),
  ]);
  const [first] = await relater.similar('t2');
  expect(first?.reason.text).toBe('عن: أمراض الشرايين');
});

test('a reason names one person once, however the name is spelt', async () => {
  const { relater } = await related([
    draft('v1', '[عبدالله السعيد] ينتقل إلى [نادي المرج]', [
      'قال [عبد الله السعيد] إنه سعيد بالانتقال إلى [نادي المرج].',
    ]),
    draft('v2', '[عبد الله السعيد] يصل إلى [نادي المرج]', [
      'وصل [عبدالله السعيد] إلى مقر [نادي المرج] وسعد به الجمهور.',
    ]),
  ]);
  const [first] = await relater.similar('v1');
  expect(first?.reason.about.filter((name) => name.includes('السعيد'))).toHaveLength(1);
});

test('beside one name a phrase that both texts hold says what of it', async () => {
  const words =
    'طرق قديمة سيارات كثيرة أرصفة ضيقة مدارس بعيدة مصانع جديدة حافلات قليلة أحياء مزدحمة بيوت صغيرة شتاء طويل ' +
    'صباح بارد مساء مظلم عمال متعبون أولاد صابرون أسوار عالية أسواق خالية جسور ناقصة ساحات واسعة مطاعم مغلقة ' +
    'مخازن مليئة محطات متباعدة أنفاق ضحلة إشارات معطلة خرائط ممزقة رحلات متأخرة تذاكر نافدة مواقف محجوزة ' +
    'حدائق جافة ينابيع عذبة مقاعد مكسورة أعمدة مائلة أبواب موصدة نوافذ مفتوحة سلالم حادة';
  const list = words.split(' ');
  const shuffled = list.map((_, at) => list[(at * 7) % list.length]!);
  const { relater } = await related([
    {
      ...draft('u1', '[سهلان] تطلب المال', [`في [سهلان] ${list.join(' ')}.`, 'والمال لخط المترو.']),
      phrases: ['خط المترو'],
    },
    draft('u2', 'وفد في [سهلان]', [`في [سهلان] ${shuffled.join(' ')}.`, 'وغدا خط المترو.']),
  ]);
  const [first] = await relater.similar('u2');
  expect(first?.reason.about).toEqual(['سهلان', 'خط المترو']);
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

test('words of both titles that «و» joins are two subjects', async () => {
  const { relater } = await related([
    draft('m1', 'ترميم جسر مرهون ورضوان يبدأ غدا', [
      'يبدأ العمال ترميم الجسر القديم بعد أن تصدعت حجارته في سيول الشتاء الماضي.',
    ]),
    draft('m2', 'عمال يغلقون جسر مرهون ورضوان أياما', [
      'أغلق العمال الجسر القديم لترميم حجارته التي تصدعت في سيول الشتاء الماضي.',
    ]),
  ]);
  const [first] = await relater.similar('m1');
  expect(first?.reason.about).toEqual(['جسر مرهون', 'رضوان']);
});

test('a short word with its article is a thing as well', async () => {
  const { relater } = await related([
    draft('g1', 'الذهب يتعافى من خسائره', [
      'ارتفع الذهب بعد تصريحات [مصرف سهلان] عن سعر الفائدة وضعف العملة.',
    ]),
    draft('g2', 'الذهب يهبط إلى أدنى مستوى', [
      'هبط الذهب قبل اجتماع [مصرف سهلان] الذي يحدد سعر الفائدة وقوة العملة.',
    ]),
  ]);
  const [first] = await relater.similar('g1');
  expect(first?.reason.about).toContain('الذهب');
});

test('the next read changes when a newer development arrives, and never is an article of before told as one', async () => {
  const first = draft('n1', 'انهيار جسر [وادي الريحان] ومقتل خمسة', [
    'انهار جسر [وادي الريحان] مساء أمس وقتل خمسة أشخاص وأغلقت السلطات الطريق.',
  ]);
  const second = draft('n2', 'لجنة تحقيق في انهيار جسر [وادي الريحان]', [
    'شكلت الحكومة لجنة تحقيق في انهيار جسر [وادي الريحان] الذي قتل خمسة أشخاص وستقدم تقريرها خلال شهر.',
  ]);
  const third = draft('n3', 'توقيف مقاول جسر [وادي الريحان] بعد الانهيار', [
    'أوقفت الشرطة مقاول جسر [وادي الريحان] بعد الانهيار الذي قتل خمسة أشخاص، بناء على طلب لجنة التحقيق.',
  ]);
  const early = await related([first, second]);
  expect(await early.relater.nextRead('n1')).toMatchObject({ id: 'n2', because: 'development' });
  expect(await early.relater.nextRead('n2')).toMatchObject({ id: 'n1', because: 'background' });
  const late = await related([first, second, third]);
  expect(await late.relater.nextRead('n1')).toMatchObject({ id: 'n3', because: 'development' });
});

test('the same event told again within hours is no next read; the development of the day after is', async () => {
  const at = (id: string, time: string, title: string, lines: string[]) => ({
    ...draft(id, title, lines),
    at: time,
  });
  const first = at('d1', '2024-05-01T08:00:00Z', 'غرق عبارة قرب [ميناء الزبد] وفقدان عشرين راكبا', [
    'غرقت عبارة قرب [ميناء الزبد] فجر الأربعاء وفقد عشرون راكبا بحسب خفر السواحل.',
    'وقال قبطان سفينة صيد إن الأمواج كانت عالية وإن العبارة مالت قبل أن تختفي.',
  ]);
  const again = at('d2', '2024-05-01T10:00:00Z', 'البحر يبتلع سفينة أمام [ميناء الزبد]', [
    'عادت سفن الإنقاذ إلى [ميناء الزبد] مساء دون أن تجد ركاب عبارة غرقت فجر الأربعاء.',
    'وكانت قد غادرت الجزيرة المجاورة محملة بالبضائع والسيارات متجهة إلى رصيفها المعتاد.',
  ]);
  const after = at('d3', '2024-05-02T09:00:00Z', 'انتشال أحياء من ركاب عبارة [ميناء الزبد]', [
    'انتشل خفر السواحل تسعة ركاب أحياء بعد يوم من غرق العبارة قرب [ميناء الزبد].',
    'ونقل الناجون إلى المستشفى ويستمر البحث عن بقية الركاب في البحر.',
  ]);
  const early = await related([first, again]);
  expect(await early.relater.nextRead('d1')).toBeUndefined();
  expect(await early.relater.nextRead('d2')).toBeUndefined();
  const late = await related([first, again, after]);
  expect(await late.relater.nextRead('d1')).toMatchObject({ id: 'd3', because: 'development' });
});
