/** Something written as one with a word; folded. */
export interface Affix {
  text: string;
  /** What stands in its place in the plain word: teh marbuta before «ت». */
  becomes: string;
  /** How many letters the word must have besides. */
  least: number;
  /** Decades by which forms with it are rarer than the plain word. */
  cost: number;
}

const affix = (text: string, cost: number, least: number, becomes = ''): Affix => ({
  text,
  becomes,
  least,
  cost,
});

const CONJUNCTIONS = [affix('', 0, 0), affix('و', 1.3, 3), affix('ف', 2.2, 3)];
/** Prepositions, the future and the article, which one word has one of, or a preposition and the article. */
const INNER = [
  affix('ال', 0.3, 2),
  affix('بال', 1.3, 3),
  affix('لل', 1.4, 2),
  affix('كال', 2.3, 3),
  affix('ب', 1.2, 3),
  affix('ل', 1.3, 3),
  affix('ك', 2.4, 3),
  affix('س', 1.2, 4),
];

/** Every combination of clitics that may stand before a word, none of them empty. */
const CLITICS: readonly Affix[] = CONJUNCTIONS.flatMap((first) => [
  ...(first.text ? [first] : []),
  ...INNER.map((second) =>
    affix(first.text + second.text, first.cost + second.cost, first.text ? 3 : second.least),
  ),
]);

/** Pronouns, the accusative, duals, plurals and the feminine; one word may have two («شركاتها»). */
const ENDINGS: readonly Affix[] = [
  ...['تها', 'ته', 'تهم', 'تنا', 'تهما', 'تي', 'تك', 'تهن', 'تكم'].map((text) =>
    affix(text, 1.4, 3, 'ه'),
  ),
  // «أعضائها», «أعضاؤه»: the final hamza of «أعضاء» on a carrier, which folding made plain.
  ...['ايه', 'ايها', 'ايهم', 'ايهما', 'ايهن', 'اينا', 'ايك', 'ايكم'].map((text) =>
    affix(text, 1.4, 2, 'اء'),
  ),
  ...['اوه', 'اوها', 'اوهم', 'اوهما', 'اونا'].map((text) => affix(text, 1.5, 2, 'اء')),
  affix('وون', 1.2, 3, 'ي'), // «لاجئون»
  affix('ه', 1.2, 3),
  affix('ها', 1.2, 3),
  affix('هم', 1.6, 3),
  affix('نا', 2, 3),
  affix('هما', 2.3, 3),
  affix('هن', 2.6, 3),
  affix('كم', 2.5, 3),
  affix('كما', 3, 3),
  affix('ا', 1.3, 3),
  affix('ات', 0.9, 3, 'ه'),
  affix('ات', 1, 3),
  affix('ين', 1, 3),
  affix('ون', 1.2, 3),
  affix('تان', 2, 3, 'ه'),
  affix('تين', 1.9, 3, 'ه'),
  affix('ان', 1.8, 3),
  affix('ي', 2, 4),
  affix('و', 2.2, 4),
];

const NO_AFFIXES: readonly Affix[] = [];

function groupedBy(affixes: readonly Affix[], letterOf: (text: string) => number) {
  const groups = new Map<number, Affix[]>();
  for (const one of affixes) {
    const letter = letterOf(one.text);
    groups.set(letter, [...(groups.get(letter) ?? []), one]);
  }
  return groups;
}

const clitics = groupedBy(CLITICS, (text) => text.charCodeAt(0));
const endings = groupedBy(ENDINGS, (text) => text.charCodeAt(text.length - 1));

/** The clitics that a word may have by its first letter. */
export function cliticsOf(word: string): readonly Affix[] {
  return clitics.get(word.charCodeAt(0)) ?? NO_AFFIXES;
}

/** The endings that a word may have by its last letter, in their order. */
export function endingsOf(word: string): readonly Affix[] {
  return endings.get(word.charCodeAt(word.length - 1)) ?? NO_AFFIXES;
}
