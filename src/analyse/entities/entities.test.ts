import { describe, expect, test } from 'vitest';
import { nameKey } from '../../arabic/names/name-key.js';
import { read } from '../reading.js';
import { findEntities } from './entities.js';

const namesIn = (text: string) =>
  findEntities(read({ title: '', blocks: [{ type: 'paragraph', text }] })).map(
    ({ type, name }) => `${type} ${name}`,
  );

test.each([
  'يبدأ المؤتمر الساعة العاشرة بتوقيت غرينتش',
  'ارتفع سعر خام برنت للعقود الآجلة',
  'وقال القادة إن المحادثات ناجحة',
  'تأخرت مفاوضات بريكست مرة أخرى',
])('what only looks like a name is nobody: %s', (text) => {
  expect(namesIn(text).filter((name) => name.startsWith('person'))).toEqual([]);
});

describe('people', () => {
  test.each([
    ['التقى وزير الخارجية سامح شكري نظيره الفرنسي في باريس', 'person سامح شكري'],
    ['قالت كوندوليزا رايس إن المحادثات ستستمر', 'person كوندوليزا رايس'],
    ['زار الملك محمد السادس مدينة طنجة', 'person محمد السادس'],
    ['وصل الشيخ محمد بن راشد آل مكتوم إلى الدوحة', 'person محمد بن راشد آل مكتوم'],
    ['واتفق بوتين مع نظيره', 'person فلاديمير بوتين'],
  ])('%s', (text, name) => {
    expect(namesIn(text)).toContain(name);
  });

  test.each([
    ['وأشار عباس إلى صعوبة الوضع', 'person عباس'],
    ['لوح الرئيس عمر حسن البشير بغصن الزيتون', 'person عمر حسن البشير'],
    ['قدم المدرب زين بلال الفريق للجمهور', 'person زين بلال'],
    ['وبايع معاوية بن أبي سفيان', 'person معاوية بن أبي سفيان'],
    ['قال أبو حمزة المصري ذلك', 'person أبو حمزة المصري'],
    ['ورأى نجيب عليوة أن السوق هادئة', 'person نجيب عليوة'],
    ['وقال الشيخ خليفة بن زايد آل نهيان ذلك', 'person خليفة بن زايد آل نهيان'],
    ['ثم جاء الحسن بن علي', 'person الحسن بن علي'],
    ['يقول جلال الدين الرومي ذلك', 'person جلال الدين الرومي'],
    ['وحضر الأمير سلطان بن سلمان بن عبدالعزيز', 'person سلطان بن سلمان بن عبدالعزيز'],
    ['وهي مسرحية لمحمد السعدني', 'person محمد السعدني'],
  ])('%s', (text, name) => {
    expect(namesIn(text)).toContain(name);
  });

  test('a given name that is a word as well is none beside another word', () => {
    expect(namesIn('سعيد بالنتيجة وكريم مع ضيوفه')).toEqual([]);
  });

  test('«على» with its own letter is no Ali', () => {
    expect(namesIn('شدد إردوغان على فابيان أن يعود')).not.toContain('person إردوغان على');
  });

  test.each([
    ['يلعب رئيس النادي رامون كالديرون دورا', 'person النادي رامون'],
    ['فعل ذلك لصالح الأطفال', 'person صالح الأطفال'],
    ['قال الإيرلندي خالد كيلي مسؤول الجماعة', 'person خالد كيلي مسؤول'],
    ['كان عبد الكريم الخطابي بأغادير', 'person عبد الكريم الخطابي بأغادير'],
  ])('%s: no %s', (text, name) => {
    expect(namesIn(text)).not.toContain(name);
  });

  test.each([
    ['وهذا سلوكا حضاريا'],
    ['أغان متوشحة بالألحان وأغنيتين شهيرتين'],
    ['قال مسؤول تركي إن القرار لصالح نظام جديد'],
    ['هذا ما أمضاه القاضي'],
    ['حصل على اعتماد مهني بتوفيق الله'],
  ])('no person in %s', (text) => {
    expect(namesIn(text).filter((name) => name.startsWith('person'))).toEqual([]);
  });

  test('a short name alone is found where the store knows whom it means, a common word never', () => {
    const people = new Map(
      [
        ['الرزاز', 'سالم الرزاز'],
        ['النهر', 'سالم النهر'],
      ].map(([short, full]) => [nameKey(short!), full!] as const),
    );
    const found = (text: string) =>
      findEntities(read({ title: '', blocks: [{ type: 'paragraph', text }] }), people).map(
        ({ name, text }) => [name, text],
      );
    expect(found('ومن المنتظر أن يحل الرزاز اليوم بالبلدة قرب النهر')).toEqual([
      ['سالم الرزاز', 'الرزاز'],
    ]);
    expect(found('كما عند كريم الرزاز أيضا').map(([name]) => name)).not.toContain('سالم الرزاز');
  });

  test('«على» is no later mention of a man called علي', () => {
    const names = namesIn('قال حسن علي إنه يعتمد على الله وعلى أهله');
    expect(names).toEqual(['person حسن علي']);
  });

  test('what is said of a person is not part of the name', () => {
    expect(namesIn('فازت سيرينا ويليامز المصنفة أولى')).toContain('person سيرينا ويليامز');
  });
});

test.each([
  ['نقل إلى مدينة الملك فهد الطبية أمس', ['organisation مدينة الملك فهد الطبية']],
  ['يشارك في قمة مجموعة بريكس هذا العام', ['organisation بريكس']],
  ['وصل إلى مطار الملك خالد الدولي', ['place مطار الملك خالد الدولي']],
  [
    'درس في جامعة الملك عبدالله للعلوم والتقنية',
    ['organisation جامعة الملك عبدالله للعلوم والتقنية'],
  ],
  ['صدر في 8 نيسان/أبريل بيان عن دور مالي جديد', []],
  ['وسافر إلى مالي', ['place مالي']],
])('%s', (text, names) => {
  expect(namesIn(text)).toEqual(names);
});

describe('marks around a name', () => {
  test('whom somebody told something is an outlet, even one called like a town', () => {
    expect(namesIn('وقال المدير لـ«الرياض» إن العمل يجري')).toEqual(['organisation الرياض']);
    expect(namesIn('وقال المدير في الرياض إن العمل يجري')).toEqual(['place الرياض']);
  });

  test('what is done «لـ» something is told nobody', () => {
    expect(namesIn('اشتبه في تحضيرهما لـ"هجوم كبير" أمس')).toEqual([]);
  });

  test('an agency alone in brackets', () => {
    expect(namesIn('جانب من الاجتماع (الفرنسية)')).toEqual(['organisation فرانس برس']);
  });

  test('quotation marks say where a name after its class word ends', () => {
    expect(namesIn('نشرت مجلة «أفكار وألوان» مقالا')).toContain('organisation أفكار وألوان');
  });
});

describe('clubs by how clubs are called', () => {
  test.each([
    ['خسر الفريق أمام سوانزي سيتي بهدف', 'organisation سوانزي سيتي'],
    ['انتقل اللاعب إلى دينامو زغرب صيفا', 'organisation دينامو زغرب'],
    ['لعب الحارس في صفوف وست بروميتش ألبيون', 'organisation وست بروميتش ألبيون'],
  ])('%s', (text, name) => {
    expect(namesIn(text)).toContain(name);
  });

  test.each([
    ['بلغ السعر مئة ريال سعودي'],
    ['يدخل نادي يونايتد الملعب'],
    ['أقيم في سولت ليك سيتي'],
  ])('none in %s', (text) => {
    expect(
      namesIn(text).filter((name) => /^organisation (?:ريال|نادي|ليك|سولت) /.test(name)),
    ).toEqual([]);
  });
});

describe('bodies that news calls without a class word', () => {
  test.each([
    ['ارتفع سهم كوكا كولا ومازدا أمس', ['organisation كوكا كولا', 'organisation مازدا']],
    ['كتبت نيوز أوف ذا وورلد عنه', ['organisation نيوز أوف ذا وورلد']],
    ['سافر على متن طيران الخليج', ['organisation طيران الخليج']],
    ['حل فولهام ضيفا على ستوك سيتي', ['organisation فولهام', 'organisation ستوك سيتي']],
    ['قدم ورشا في كانون الثاني وأودى الحادث بطفل', []],
  ])('%s', (text, names) => {
    expect(namesIn(text)).toEqual(names);
  });
});

describe('firms with all of their names', () => {
  test.each([
    ['وقعت شركة السهول للأسمنت عقدا', 'organisation السهول للأسمنت'],
    ['أعلنت شركة الخطوط الجوية الوطنية أرباحها', 'organisation الخطوط الجوية الوطنية'],
    ['باعت شركة سامسونج للإلكترونيات مصنعا', 'organisation سامسونج'],
  ])('%s', (text, name) => {
    expect(namesIn(text)).toContain(name);
  });
});

describe('teams called by their country or city', () => {
  test.each([
    [
      'خسرت البرازيل أمام فرنسا بهدفين في المونديال',
      ['organisation منتخب البرازيل', 'organisation منتخب فرنسا'],
    ],
    [
      'انتهت مباراة إيطاليا وألمانيا بالتعادل',
      ['organisation منتخب إيطاليا', 'organisation منتخب ألمانيا'],
    ],
    ['رحل المهاجم عن صفوف مانشستر', ['organisation مانشستر']],
  ])('%s', (text, names) => {
    expect(namesIn(text)).toEqual(names);
  });

  test.each([
    ['تعادل المنتخب البرازيلي', 'organisation منتخب البرازيل'],
    ['تعادل المنتخب الإنجليزي', 'organisation منتخب إنجلترا'],
    ['تعادل منتخب السعودية', 'organisation منتخب السعودية'],
  ])('one name however the country is said: %s', (text, name) => {
    expect(namesIn(text)).toEqual([name]);
  });

  test('a team keeps its country', () => {
    const text = 'فاز المنتخب على بلجيكا في كأس العالم';
    const [team] = findEntities(read({ title: '', blocks: [{ type: 'paragraph', text }] })).filter(
      ({ text: written }) => written === 'بلجيكا',
    );
    expect(team).toMatchObject({ type: 'organisation', name: 'منتخب بلجيكا', country: 'BE' });
  });

  test.each([
    ['أقيمت المباراة في ألمانيا بعد فوز كبير', 'place ألمانيا'],
    ['فوز قطر بتنظيم المونديال وبناء ملعب', 'place قطر'],
    ['لعب الفريق مباراة كييف بلا مدرب', 'place كييف'],
    ['تسبب خروج بريطانيا من الاتحاد في بيع لاعب', 'place بريطانيا'],
    ['خسرت روسيا أمام أوكرانيا في المحكمة', 'place أوكرانيا'],
  ])('the place itself in %s', (text, name) => {
    expect(namesIn(text)).toContain(name);
  });
});

test('«الجزيرة» is a channel, but not where things lie', () => {
  expect(namesIn('ذكرت الجزيرة أن الحرب انتهت')).toEqual(['organisation الجزيرة']);
  expect(namesIn('بنيت الحصون في الجزيرة وشمال الجزيرة')).toEqual([]);
});

describe('places', () => {
  test.each([
    ['صلى الناس في مسجد الحسن الثاني', 'place مسجد الحسن الثاني'],
    ['أقيم العرض في ملعب الكلية الحربية أمس', 'place ملعب الكلية الحربية'],
    ['وقف أمام مسجد فنسبري بارك شمالا', 'place مسجد فنسبري بارك'],
    ['تقع في منطقة "تيلمبافاتي" شرقا', 'place تيلمبافاتي'],
    ['عاش في نيو لينتون سنوات', 'place نيو لينتون'],
    ['تقع القرية في إقليم سيلاماكرت', 'place سيلاماكرت'],
    ['وقع الانفجار في حي الزيتون', 'place الزيتون'],
    ['سقطت القسطنطينية بعد حصار', 'place القسطنطينية'],
    ['انسحبوا من القدس الغربية ليلا', 'place القدس الغربية'],
    ['يزرع القمح في ريف تطوان وسطات', 'place سطات'],
  ])('%s', (text, name) => {
    expect(namesIn(text)).toContain(name);
  });

  test('particles are off, fused or not, but not a first letter that belongs to the name', () => {
    expect(namesIn('سافر من كاليفورنيا إلى لبنان وبالعراق وللصين')).toEqual([
      'place كاليفورنيا',
      'place لبنان',
      'place العراق',
      'place الصين',
    ]);
  });

  test('a noun with its pronoun is no town', () => {
    expect(namesIn('ونقلت الصحيفة عنه قوله إن الأسعار ارتفعت')).toEqual([]);
  });

  test('a region that is a word as well is none where nothing says so', () => {
    expect(namesIn('من هنا نجد أن الأجل القصير أفضل من اللون الأبيض')).toEqual([]);
  });

  test('a town that is a word counts only where the text calls it a town', () => {
    expect(namesIn('نشرت الصحيفة صور الحادث')).toEqual([]);
    expect(namesIn('وصل الوفد إلى مدينة صور صباحا')).toContain('place صور');
  });

  test('the first letter of a town of two words may be a particle, however short the word', () => {
    expect(namesIn('وصل إلى حيفا وتل أبيب وبالدار البيضاء')).toEqual([
      'place حيفا',
      'place تل أبيب',
      'place الدار البيضاء',
    ]);
  });

  test('a town has its country and its degrees', () => {
    const [paris] = findEntities(read({ title: 'زار باريس', blocks: [] }));
    expect(paris).toMatchObject({ country: 'FR', at: [48.85, 2.35] });
  });

  test('what is called after a place is not the place', () => {
    expect(namesIn('نص اتفاق الطائف على ذلك')).toEqual([]);
  });

  test('variants of a country are one name', () => {
    expect(new Set(namesIn('أمريكا والولايات المتحدة الأمريكية'))).toEqual(
      new Set(['place الولايات المتحدة']),
    );
  });
});

describe('organisations', () => {
  test.each([
    ['أعلنت وزارة التربية والتعليم النتائج', 'organisation وزارة التربية والتعليم'],
    ['وأكدت منظمة الصحة العالمية ذلك', 'organisation منظمة الصحة العالمية'],
    ['وفاز نادي الهلال بالبطولة', 'organisation الهلال'],
    ['نقلت أ ف ب عن مصدر', 'organisation فرانس برس'],
    ['وقال المعهد الوطني لرصد الأمواج إن', 'organisation المعهد الوطني لرصد الأمواج'],
    ['وقالت وزارة الخارجية المصرية السفير', 'organisation وزارة الخارجية المصرية'],
    ['عقد مجلس الأمن القومي اجتماعا', 'organisation مجلس الأمن القومي'],
    ['خسر أمام لوكوموف الروسي', 'organisation لوكوموف'],
    ['قالت المحكمة الإدارية العليا الواقعة في البلدة', 'organisation المحكمة الإدارية العليا'],
  ])('%s', (text, name) => {
    expect(namesIn(text)).toContain(name);
  });

  test('a short form that the article explains stands for the body, in either script', () => {
    const text =
      'حذرت هيئة تنظيم الملاحة النهرية (RNA) من الفيضان. وقالت RNA إن الخطر قائم. وأعلن اتحاد صناع السفن (السفانة) موقفه.';
    expect(namesIn(text).filter((name) => name.endsWith('هيئة تنظيم الملاحة النهرية')).length).toBe(
      3,
    );
    expect(namesIn(text)).toContain('organisation اتحاد صناع السفن');
  });

  test('spellings and short names of one body are one name', () => {
    expect(
      new Set(namesIn('قصفت داعش البلدة، وقال تنظيم الدولة الإسلامية إن مقاتليه انسحبوا')),
    ).toEqual(new Set(['organisation تنظيم الدولة الإسلامية']));
    expect(namesIn('قال حزب الله اللبناني إنه يرفض')).toContain('organisation حزب الله');
  });

  test('what a minister heads is no ministry of its own', () => {
    expect(namesIn('التقى وزير الخارجية الروسي نظيره')).toEqual([]);
    expect(namesIn('وأعلنت الخارجية الروسية ذلك')).toEqual(['organisation الخارجية الروسية']);
  });

  test('a movement of cars is no movement', () => {
    expect(namesIn('توقفت حركة المرور في الشارع')).toEqual([]);
  });
});
