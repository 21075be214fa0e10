import { expect, test } from 'vitest';
import { draftOfDay as draft, related } from '../testing.js';

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
