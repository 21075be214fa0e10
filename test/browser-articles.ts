import type { EntityType, Topic } from '../src/model/analysis.js';
import type { Article, Block } from '../src/model/article.js';
import type { Source } from '../src/model/source.js';

/** The moment that the desk of these tests lives in. */
export const now = new Date('2026-03-14T15:30:00Z');

/** A time before `now`. */
export const hoursAgo = (hours: number) =>
  new Date(now.getTime() - hours * 3_600_000).toISOString();

export const sources: Source[] = [
  { id: 'nahr.example', name: 'صحيفة النهر', url: 'https://nahr.example/', kind: 'publisher' },
  { id: 'ufuq.example', name: 'أفق برس', url: 'https://ufuq.example/', kind: 'agency' },
  { id: 'manara.example', name: 'موقع المنارة', url: 'https://manara.example/', kind: 'publisher' },
  {
    id: 'saha.example',
    name: 'قناة الساحة',
    url: 'https://saha.example/',
    kind: 'channel',
    sample: true,
  },
];

export interface Draft {
  id: string;
  title: string;
  source: string;
  hours: number;
  story: string;
  topic?: Topic;
  keyphrases?: string[];
  names?: Array<[EntityType, string]>;
  brief?: number[];
  copyOf?: string;
  blocks: Array<string | Block>;
  more?: Partial<Article>;
}

const quake = [
  'ارتفع عدد ضحايا الزلزال الذي ضرب إقليم الوادي فجر أمس إلى 142 قتيلاً ونحو 900 جريح، وفق ما أعلنته هيئة الطوارئ الوطنية مساء السبت، في حين تواصل فرق الإنقاذ البحث عن ناجين تحت أنقاض عشرات المباني.',
  'وقال مدير الهيئة سليم الحداد إن الهزة التي بلغت قوتها 6.4 درجات ألحقت أضراراً بأكثر من ثلاثة آلاف منزل، وإن الطرق المؤدية إلى القرى الجبلية ما زالت مقطوعة بفعل الانهيارات الصخرية.',
];

export const drafts: Draft[] = [
  {
    id: 'quake-3',
    title: 'ارتفاع حصيلة زلزال الوادي إلى 142 قتيلاً وفرق الإنقاذ تسابق الوقت',
    source: 'nahr.example',
    hours: 2,
    story: 'quake',
    topic: 'accidents',
    keyphrases: [
      'زلزال الوادي',
      'هيئة الطوارئ الوطنية',
      'فرق الإنقاذ',
      'القرى الجبلية',
      'المساعدات الإنسانية',
    ],
    names: [
      ['person', 'سليم الحداد'],
      ['person', 'هالة منصور'],
      ['place', 'إقليم الوادي'],
      ['place', 'بلدة العين'],
      ['organisation', 'هيئة الطوارئ الوطنية'],
      ['organisation', 'الهلال الأحمر'],
    ],
    brief: [0, 4],
    blocks: [
      ...quake,
      { type: 'heading', level: 2, text: 'ليلة ثانية في العراء' },
      'وأمضى آلاف السكان ليلتهم الثانية في خيام نصبها الهلال الأحمر على أطراف بلدة العين، خشية الهزات الارتدادية التي تجاوز عددها الثلاثين حتى مساء السبت.',
      'وأفادت المتحدثة باسم الهلال الأحمر هالة منصور بأن أربع قوافل مساعدات وصلت إلى المنطقة محملة بالبطانيات والمياه والأدوية، وأن مستشفى ميدانياً سيبدأ استقبال المصابين صباح الأحد.',
      {
        type: 'quote',
        text: 'كل ساعة تمر تعني حياة. ما دام هناك صوت تحت الركام فلن يتوقف العمل.',
        by: 'سليم الحداد',
      },
      {
        type: 'image',
        url: 'https://nahr.example/photos/1.jpg',
        caption: 'رجال الإنقاذ يرفعون الأنقاض في بلدة العين',
        credit: 'أفق برس',
      },
      { type: 'heading', level: 3, text: 'أرقام الهيئة حتى مساء السبت' },
      {
        type: 'list',
        ordered: false,
        items: ['142 قتيلاً', 'نحو 900 جريح، 60 منهم في حال حرجة', 'أكثر من 3 آلاف منزل متضرر'],
      },
      {
        type: 'table',
        caption: 'قوة الهزات الكبرى',
        rows: [
          ['الوقت', 'القوة'],
          ['04:12', '6.4'],
          ['04:39', '5.1'],
        ],
      },
      { type: 'heading', level: 2, text: 'مساعدات من الجوار' },
      'وأعلنت دول مجاورة إرسال فرق إنقاذ وطائرات شحن، ووصلت أولاها إلى مطار الإقليم ظهر السبت وعلى متنها خمسون مسعفاً وكلاب مدربة على البحث.',
      {
        type: 'embed',
        kind: 'video',
        url: 'https://nahr.example/video/7',
        title: 'جولة في بلدة العين',
      },
    ],
    more: {
      byline: 'ريم الأسعد، بلدة العين',
      modified: hoursAgo(1),
      credits: [
        { text: 'أ ب', kind: 'agency', name: 'أفق برس' },
        { text: 'هيئة الطوارئ الوطنية', kind: 'official', name: 'هيئة الطوارئ الوطنية' },
      ],
      tags: ['زلزال', 'كوارث', 'عاجل'],
      section: 'أخبار محلية',
    },
  },
  {
    id: 'quake-3-copy',
    title: 'حصيلة زلزال الوادي ترتفع إلى 142 قتيلاً',
    source: 'manara.example',
    hours: 1.6,
    story: 'quake',
    topic: 'accidents',
    copyOf: 'quake-3',
    blocks: quake,
  },
  {
    id: 'quake-3-copy-2',
    title: 'زلزال الوادي: 142 قتيلاً ونحو 900 جريح',
    source: 'saha.example',
    hours: 1.2,
    story: 'quake',
    topic: 'accidents',
    copyOf: 'quake-3',
    blocks: quake,
    more: { sample: true },
  },
  {
    id: 'quake-2',
    title: '87 قتيلاً في زلزال الوادي وإعلان الطوارئ في الإقليم',
    source: 'ufuq.example',
    hours: 20,
    story: 'quake',
    topic: 'accidents',
    keyphrases: ['زلزال الوادي', 'حالة الطوارئ'],
    names: [['place', 'إقليم الوادي']],
    blocks: [
      'أعلنت الحكومة حالة الطوارئ في إقليم الوادي بعد أن بلغ عدد قتلى الزلزال 87 شخصاً، ودعت السكان إلى الابتعاد عن المباني المتصدعة.',
      'وفتحت المدارس والملاعب في المدن القريبة أبوابها لإيواء العائلات.',
    ],
  },
  {
    id: 'quake-1',
    title: 'زلزال بقوة 6.4 درجات يضرب إقليم الوادي',
    source: 'saha.example',
    hours: 34,
    story: 'quake',
    topic: 'accidents',
    keyphrases: ['زلزال الوادي'],
    names: [['place', 'إقليم الوادي']],
    blocks: [
      'ضرب زلزال بلغت قوته 6.4 درجات إقليم الوادي فجر الجمعة، وشعر به سكان المدن المجاورة، ولم ترد في الحال أنباء عن ضحايا.',
    ],
    more: { sample: true },
  },
  {
    id: 'relief',
    title: 'جسر جوي ينقل المساعدات إلى منكوبي الزلزال في القرى الجبلية',
    source: 'ufuq.example',
    hours: 0.4,
    story: 'quake',
    topic: 'accidents',
    keyphrases: ['جسر جوي', 'المساعدات الإنسانية', 'القرى الجبلية'],
    names: [
      ['place', 'إقليم الوادي'],
      ['organisation', 'الهلال الأحمر'],
    ],
    blocks: [
      'بدأت مروحيات الجيش بعد ظهر السبت نقل الغذاء والدواء إلى القرى الجبلية التي عزلها الزلزال، بعد أن تعذر فتح الطرق قبل حلول الليل.',
      { type: 'heading', level: 2, text: 'عشر رحلات في اليوم' },
      'وقال مسؤول في غرفة العمليات إن المروحيات ستنفذ عشر رحلات في اليوم، وإن الأولوية لإجلاء الجرحى والحوامل وكبار السن.',
    ],
  },
  {
    id: 'bank-1',
    title: 'المصرف المركزي يخفض سعر الفائدة نصف نقطة للمرة الأولى منذ عامين',
    source: 'manara.example',
    hours: 5,
    story: 'bank',
    topic: 'economy',
    keyphrases: ['سعر الفائدة', 'المصرف المركزي', 'معدل التضخم'],
    names: [['organisation', 'المصرف المركزي']],
    blocks: [
      'قرر المصرف المركزي خفض سعر الفائدة الأساسي نصف نقطة مئوية إلى 4.75 في المئة، في أول خفض منذ عامين، مستنداً إلى تراجع معدل التضخم ثلاثة أشهر متوالية.',
    ],
  },
  {
    id: 'bank-2',
    title: 'كيف يؤثر خفض الفائدة في القروض والودائع؟',
    source: 'nahr.example',
    hours: 4,
    story: 'bank',
    topic: 'economy',
    keyphrases: ['سعر الفائدة', 'القروض العقارية'],
    blocks: [
      'يتوقع خبراء أن تنخفض أقساط القروض العقارية الجديدة خلال أسابيع، وأن تتراجع عوائد الودائع القصيرة قبل غيرها.',
    ],
  },
  {
    id: 'match',
    title: 'الساحل يقلب تأخره بهدفين ويبلغ نهائي الكأس بعد مباراة مثيرة',
    source: 'saha.example',
    hours: 8,
    story: 'match',
    topic: 'sport',
    keyphrases: ['نهائي الكأس', 'نادي الساحل'],
    blocks: [
      'حجز نادي الساحل مقعده في نهائي الكأس بعد أن قلب تأخره بهدفين إلى فوز بثلاثة أهداف في مباراة امتدت إلى الوقت الإضافي.',
    ],
    more: { sample: true },
  },
  {
    id: 'tech',
    title: 'Apple تعلن حاسوباً محمولاً جديداً بشاشة قابلة للطي',
    source: 'ufuq.example',
    hours: 11,
    story: 'tech',
    topic: 'technology',
    blocks: [
      'كشفت الشركة عن حاسوب محمول بشاشة قابلة للطي يبدأ بيعه في الخريف، وقالت إن بطاريته تدوم يومين.',
    ],
  },
  {
    id: 'truce',
    title: 'طرفا النزاع في جزر المرجان يوقّعان هدنة لثلاثين يوماً برعاية إقليمية',
    source: 'nahr.example',
    hours: 14,
    story: 'truce',
    topic: 'politics',
    blocks: [
      'وقّع طرفا النزاع في جزر المرجان هدنة تبدأ منتصف الليل وتمتد ثلاثين يوماً، على أن تستأنف المحادثات في شأن إدارة الموانئ الأسبوع المقبل.',
    ],
  },
  {
    id: 'museum',
    title: 'متحف المدينة القديمة يعرض مخطوطات ورّاقي القرن الرابع الهجري',
    source: 'manara.example',
    hours: 27,
    story: 'museum',
    topic: 'culture',
    blocks: [
      'يعرض متحف المدينة القديمة أربعين مخطوطة نسخها ورّاقون في القرن الرابع الهجري، بعضها لم يُعرض من قبل.',
    ],
  },
  {
    id: 'hostile/1?',
    title: '<script>alert("x")</script> عنوان فيه وسم',
    source: 'ufuq.example',
    hours: 40,
    story: 'hostile',
    blocks: [
      '<img src=x onerror=alert(1)> نص الخبر & بقيته \u202e مقلوب',
      { type: 'embed', kind: 'post', url: 'javascript:alert(1)', title: 'منشور' },
      { type: 'image', url: 'data:text/html,<script>alert(1)</script>', alt: '"onload="alert(1)' },
    ],
    more: {
      url: 'javascript:alert(document.domain)',
      byline: '<b>كاتب</b>',
      tags: ['"><script>alert(2)</script>'],
    },
  },
  {
    id: 'english',
    title: 'Harbour authority publishes its yearly report',
    source: 'ufuq.example',
    hours: 44,
    story: 'english',
    blocks: [
      'The harbour authority published its yearly report on Thursday and counted 1,204 ships.',
    ],
    more: { language: 'en' },
  },
];
