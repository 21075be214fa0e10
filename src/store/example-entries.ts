import type { Analysis } from '../model/analysis.js';
import type { Article, Block } from '../model/article.js';
import type { Relations } from '../model/relations.js';
import { testArticle } from '../model/testing.js';
import { bodyText } from '../model/text.js';
import type { Entry } from './store.js';

/** Articles for tests: as the journey would hand them over, analysed by splitting at spaces. */

const openings = [
  'أعلن البنك المركزي رفع سعر الفائدة',
  'وصلت قافلة الإغاثة إلى المدينة',
  'فاز الفريق المضيف بهدف متأخر',
  'كشفت الشركة عن هاتفها الجديد',
  'ضرب زلزال قوي سواحل الجزيرة',
];

export interface ExampleParts {
  article?: Partial<Article>;
  analysis?: Partial<Analysis>;
  relations?: Partial<Relations>;
}

/** The `n`th example: its day is the `n`th of 2020, its story that of its tens, its source one of three. */
export function exampleEntry(n: number, parts: ExampleParts = {}): Entry {
  const opening = openings[n % openings.length] as string;
  const blocks: Array<Block | string> = [
    `${opening}، بحسب بيان صدر مساء اليوم رقم ${n}.`,
    { type: 'heading', level: 2, text: 'خلفية' },
    'وكانت الجهات المعنية قد حذرت من ذلك قبل أسابيع.',
  ];
  const article = testArticle(`${opening} ${n}`, blocks, {
    id: `article-${n}`,
    source: `source-${n % 3}.example`,
    sourceName: ['البوابة', 'الميناء', 'صحيفة النهر'][n % 3] as string,
    url: `https://source-${n % 3}.example/${n}`,
    published: new Date(Date.UTC(2020, 0, n, 9)).toISOString(),
    collected: '2024-01-01T00:00:00.000Z',
    ...parts.article,
  });
  return {
    article,
    analysis: { ...exampleAnalysis(article, n), ...parts.analysis },
    relations: { story: `story-${Math.floor(n / 10)}`, ...parts.relations },
  };
}

function exampleAnalysis(article: Article, n: number): Analysis {
  const title = words(article.title);
  const body = words(bodyText(article));
  return {
    id: article.id,
    searchText: {
      titleWords: title.join(' '),
      titleStems: title.map(exampleStem).join(' '),
      bodyWords: body.join(' '),
      bodyStems: body.map(exampleStem).join(' '),
    },
    terms: [],
    keyphrases: [
      { text: `موضوع ${n % 4}`, key: `موضوع_${n % 4}`, score: 0.9, places: [] },
      { text: 'أخبار اليوم', key: 'اخبار_يوم', score: 0.4, places: [] },
    ],
    entities: [
      {
        type: 'place',
        text: 'المدينة',
        name: `مدينة ${n % 5}`,
        key: `مدينه_${n % 5}`,
        field: 'body',
        start: 0,
        end: 7,
      },
    ],
    quotes: [],
    figures: [],
    topic: { topic: n % 2 ? 'economy' : 'sport', confidence: 0.8 },
    brief: [{ field: 'body', start: 0, end: 10, text: body.slice(0, 3).join(' ') }],
  };
}

function words(text: string): string[] {
  return text
    .replace(/[إأآ]/g, 'ا')
    .replace(/ة/g, 'ه')
    .split(/[\s،]+|\.(?=\s|$)/)
    .filter(Boolean);
}

/** The article «ال» taken off. */
export function exampleStem(word: string): string {
  return word.replace(/^ال(?=...)/, '');
}
