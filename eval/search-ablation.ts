/**
 * What each part of search adds or takes away: the ARCD questions over the passages and both corpora, scored in
 * memory by the formula of FTS5's bm25, so that all variants are measured in one pass over the texts.
 *
 *     tsx eval/search-ablation.ts [--step 1]
 *
 * The first block adds one part after another, the second takes one away from the whole. Even and odd questions
 * are shown apart: what helps in one half only is chance.
 */
import { parseArgs } from 'node:util';
import { isFunctionWord, isQuestionWord } from '../src/arabic/function-words/function-words.js';
import { stemBy } from '../src/arabic/stems/stem.js';
import { eachToken, type TokenKind } from '../src/arabic/words/tokenise.js';
import { searchWords } from '../src/analyse/search-text.js';
import { light10 } from './search-baselines.js';
import { scoreRankings, searchDocuments, searchQuestions } from './search-data.js';

const { values } = parseArgs({ options: { step: { type: 'string', default: '1' } } });

/** A word of a text in one of the forms below. */
type Form = (folded: string, kind: TokenKind, written: string) => string[];

const arabic = (of: (word: string) => string): Form => {
  const known = new Map<string, string[]>();
  return (folded, kind) => {
    if (kind !== 'arabic' && kind !== 'hashtag') return [folded];
    let found = known.get(folded);
    if (found === undefined) known.set(folded, (found = [of(folded)]));
    return found;
  };
};

const forms = {
  written: (_, __, written) => [written],
  folded: (folded) => [folded],
  light10: arabic(light10),
  clitics: arabic((word) => stemBy(word, { endings: false, plurals: false })),
  endings: arabic((word) => stemBy(word, { endings: true, plurals: false })),
  plurals: arabic((word) => stemBy(word, { endings: true, plurals: true })),
  names: (folded, kind) => searchWords({ folded, kind }).map(({ stem }) => stem),
} satisfies Record<string, Form>;
type FormName = keyof typeof forms;

interface Variant {
  form: FormName;
  /** Weight of the title, where the body has 1. */
  title: number;
  /** A second column of folded words. */
  words: boolean;
  /** Function and question words of the question are asked for too. */
  functionWords: boolean;
  brevity: boolean;
}

const NOTHING: Variant = {
  form: 'written',
  title: 1,
  words: false,
  functionWords: true,
  brevity: false,
};
const WHOLE: Variant = {
  form: 'names',
  title: 3,
  words: true,
  functionWords: false,
  brevity: true,
};

const documents = searchDocuments(Number(values.step));
const questions = searchQuestions();
console.log(`${documents.length} texts, ${questions.length} questions`);

/** What an article has of a term. */
interface Posting {
  document: number;
  title: number;
  body: number;
}

function eachForm(text: string, form: Form, take: (term: string, folded: string) => void): void {
  eachToken(text, (start, end, folded, kind) => {
    for (const term of form(folded, kind, text.slice(start, end))) take(term, folded);
  });
}

const names = Object.keys(forms) as FormName[];
/** The terms of each question, with those that are function words. */
const asked = names.map((name) =>
  questions.map(({ query }) => {
    const terms = new Map<string, boolean>();
    eachForm(query, forms[name], (term, folded) => {
      const idle = isFunctionWord(folded) || isQuestionWord(folded);
      terms.set(term, (terms.get(term) ?? true) && idle);
    });
    return terms;
  }),
);
const postings = asked.map(
  (all) =>
    new Map(all.flatMap((terms) => [...terms.keys()].map((term) => [term, [] as Posting[]]))),
);
const lengths = new Float64Array(documents.length);
documents.forEach(({ title = '', body = '' }, document) => {
  eachToken(`${title}\n${body}`, () => lengths[document]!++);
  names.forEach((name, at) => {
    const lists = postings[at] as Map<string, Posting[]>;
    const count = (text: string, field: 'title' | 'body') =>
      eachForm(text, forms[name], (term) => {
        const list = lists.get(term);
        if (!list) return;
        let last = list.at(-1);
        if (last?.document !== document) list.push((last = { document, title: 0, body: 0 }));
        last[field]++;
      });
    count(title, 'title');
    count(body, 'body');
  });
});
const meanLength = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;

/** Ranked ids of one question. */
function rank(question: number, variant: Variant): string[] {
  const scores = new Map<number, number>();
  const add = (name: FormName, title: number, body: number) => {
    const at = names.indexOf(name);
    const terms = asked[at]?.[question] as Map<string, boolean>;
    const content = [...terms].filter(([, idle]) => !idle);
    const used = variant.functionWords || content.length === 0 ? [...terms] : content;
    for (const [term] of used) {
      const list = postings[at]?.get(term) ?? [];
      const rarity = Math.log((documents.length - list.length + 0.5) / (list.length + 0.5));
      for (const found of list) {
        const frequency = title * found.title + body * found.body;
        const length = (lengths[found.document] as number) / meanLength;
        const gain = (frequency * 2.2) / (frequency + 1.2 * (0.25 + 0.75 * length));
        const before = scores.get(found.document) ?? 0;
        scores.set(found.document, before + Math.max(1e-6, rarity) * gain);
      }
    }
  };
  add(variant.form, variant.title, 1);
  if (variant.words) add('folded', variant.title / 3, 0.5);
  const shortened = ([document, score]: [number, number]): [number, number] =>
    variant.brevity
      ? [document, score * (2 * (lengths[document] as number) + 100) ** -0.1]
      : [document, score];
  return [...scores]
    .map(shortened)
    .sort((a, b) => b[1] - a[1])
    .slice(0, 100)
    .map(([document]) => documents[document]?.id ?? '');
}

function report(name: string, variant: Variant): void {
  const rankings = new Map(questions.map(({ qid }, at) => [qid, rank(at, variant)]));
  const ranking = ({ qid }: { qid: string }) => rankings.get(qid) ?? [];
  const half = (rest: number) =>
    scoreRankings(
      questions.filter((_, at) => at % 2 === rest),
      ranking,
    ).ndcg.toFixed(4);
  const { ndcg, recall } = scoreRankings(questions, ranking);
  console.log(
    `${name.padEnd(36)} ndcg@10 ${ndcg.toFixed(4)} (even ${half(0)}, odd ${half(1)})  recall@100 ${recall.toFixed(4)}`,
  );
}

let grown = NOTHING;
report('words as written', grown);
const steps: Array<[string, Partial<Variant>]> = [
  ['+ folded letters', { form: 'folded' }],
  ['+ without function words', { functionWords: false }],
  ['+ clitics off', { form: 'clitics' }],
  ['+ endings off', { form: 'endings' }],
  ['+ broken plurals', { form: 'plurals' }],
  ['+ names by their key', { form: 'names' }],
  ['+ title weighs 3', { title: 3 }],
  ['+ a column of folded words', { words: true }],
  ['+ brevity', { brevity: true }],
];
for (const [name, change] of steps) report(name, (grown = { ...grown, ...change }));
report('the whole', WHOLE);
const without: Array<[string, Partial<Variant>]> = [
  ['- function words asked for', { functionWords: true }],
  ['- folded words instead of stems', { form: 'folded' }],
  ['- light10 instead of stems', { form: 'light10' }],
  ['- endings left on', { form: 'clitics' }],
  ['- no broken plurals, no names', { form: 'endings' }],
  ['- no names by their key', { form: 'plurals' }],
  ['- title weighs 1', { title: 1 }],
  ['- no column of folded words', { words: false }],
  ['- no brevity', { brevity: false }],
];
for (const [name, change] of without) report(name, { ...WHOLE, ...change });
