import { describe, expect, it } from 'vitest';
import { fold } from '../letters/fold.js';
import { isFunctionWord, isNewsFurniture, isQuestionWord, isStopPhrase } from './function-words.js';

describe('function words', () => {
  it.each(
    'في وفي بأن لأنه وبأنها التي والذين للذين كالتي وما لما بما كانت وسيكون فهو وهي منها عليهم لديها ولكن حيث بينما وذلك لهذا بعضهم'.split(
      ' ',
    ),
  )('%s is one', (word) => expect(isFunctionWord(fold(word))).toBe(true));

  it.each('سلام روسيا مجلس حرب اقتصاد بيروت الأحد محمد'.split(' '))('%s is none', (word) =>
    expect(isFunctionWord(fold(word))).toBe(false),
  );

  it('knows question words', () => {
    expect(['متى', 'كم', 'لماذا', 'بماذا'].map((word) => isQuestionWord(fold(word)))).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect(isQuestionWord(fold('مدينة'))).toBe(false);
  });
});

describe('stop phrases', () => {
  it.each([
    'في المنطقة',
    'أكثر من',
    'من جهته',
    'ومن جهتها',
    'على صعيد آخر',
    'في هذا السياق',
    'بالإضافة إلى',
    'وعلى الرغم من',
    'من المقرر أن',
    'في الوقت نفسه',
    'صاحب السمو الملكي',
  ])('%s is one', (phrase) => expect(isStopPhrase(fold(phrase))).toBe(true));

  it.each(['المنطقة', 'المنطقة الخضراء', 'وقف إطلاق النار', 'مجلس الأمن', 'أكثر من مليون'])(
    '%s is none',
    (phrase) => expect(isStopPhrase(fold(phrase))).toBe(false),
  );
});

describe('news furniture', () => {
  it.each(['أضاف', 'وتابع', 'بحسب', 'اليوم الخميس', 'وأضاف المصدر', 'وقال في بيان', 'مساء أمس'])(
    '%s is furniture',
    (phrase) => expect(isNewsFurniture(fold(phrase))).toBe(true),
  );

  it.each(['البنك المركزي', 'أضاف الرئيس', 'في', 'التي'])('%s is none', (phrase) =>
    expect(isNewsFurniture(fold(phrase))).toBe(false),
  );
});
