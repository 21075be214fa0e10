/**
 * Keyphrases of akec-train by three published methods, each in a plain reading of its paper over our words, stop
 * words and stems, for `score.mjs keyphrases`. Usage: tsx eval/keyphrases-baselines.ts kp-miner|yake|textrank > RUN.jsonl
 */
import { read, type Word } from '../src/analyse/reading.js';
import { jsonLines, plainArticle } from './articles.js';

interface Phrase {
  text: string;
  stems: string[];
  count: number;
  first: number;
}

const content = ({ lexeme, kind }: Word) =>
  !lexeme.functional && kind === 'arabic' && lexeme.bare.length > 1;

/** Runs of content words, all their parts of up to `most` words. */
function phrases(words: Word[], text: string, most: number): Phrase[] {
  const found = new Map<string, Phrase>();
  for (let from = 0; from < words.length; from += 1) {
    const stems: string[] = [];
    for (let to = from; to < Math.min(words.length, from + most); to += 1) {
      if (!content(words[to]!) || (to > from && words[to]!.apart)) break;
      stems.push(words[to]!.lexeme.stem);
      const key = stems.join(' ');
      const phrase = found.get(key);
      if (phrase) phrase.count += 1;
      else
        found.set(key, {
          text: text.slice(words[from]!.start, words[to]!.end),
          stems: [...stems],
          count: 1,
          first: from,
        });
    }
  }
  return [...found.values()];
}

type Method = (words: Word[], text: string) => Array<[string, number]>;

/** El-Beltagy and Rafea 2009: at least 2 times (Arabic: 2), first seen within 400 words; tf × idf, longer ones boosted. */
const kpMiner: Method = (words, text) => {
  const candidates = phrases(words, text, 5).filter(
    ({ count, first }) => count >= 2 && first <= 400,
  );
  const compounds = candidates.filter(({ stems }) => stems.length > 1);
  const boost = Math.min(3, candidates.length / (compounds.length * 2.3 || 1));
  const rarity = new Map(words.map(({ lexeme }) => [lexeme.stem, lexeme.rarity]));
  return candidates.map(({ text: phrase, stems, count }) => [
    phrase,
    count * (stems.length > 1 ? 4.7 * boost : Math.max(0, (rarity.get(stems[0]!) ?? 5) - 2.5)),
  ]);
};

/** Campos et al. 2020: words by casing-free features (frequency, position, sentence spread, relatedness); low is good. */
const yake: Method = (words, text) => {
  const byStem = new Map<
    string,
    { tf: number; sentences: number[]; left: Set<string>; right: Set<string> }
  >();
  words.forEach(({ lexeme, sentence }, i) => {
    const entry = byStem.get(lexeme.stem) ?? {
      tf: 0,
      sentences: [],
      left: new Set<string>(),
      right: new Set<string>(),
    };
    byStem.set(lexeme.stem, entry);
    entry.tf += 1;
    entry.sentences.push(sentence);
    if (i > 0 && !words[i]!.apart) entry.left.add(words[i - 1]!.lexeme.stem);
    if (words[i + 1] && !words[i + 1]!.apart) entry.right.add(words[i + 1]!.lexeme.stem);
  });
  const tfs = words.filter(content).map(({ lexeme }) => byStem.get(lexeme.stem)!.tf);
  const mean = tfs.reduce((a, b) => a + b, 0) / (tfs.length || 1);
  const deviation = Math.sqrt(tfs.reduce((a, b) => a + (b - mean) ** 2, 0) / (tfs.length || 1));
  const maxTf = Math.max(1, ...tfs);
  const all = new Set(words.map(({ sentence }) => sentence)).size || 1;
  const score = (stem: string) => {
    const { tf, sentences, left, right } = byStem.get(stem)!;
    const median = sentences[Math.floor(sentences.length / 2)]!;
    const position = Math.log(Math.log(3 + median));
    const frequency = tf / (mean + deviation);
    const related = 1 + (left.size / tf + right.size / tf) * (tf / maxTf);
    const spread = new Set(sentences).size / all;
    return (related * position) / (frequency / related + spread / related);
  };
  return phrases(words, text, 3).map(({ text: phrase, stems, count }) => {
    const each = stems.map(score);
    const product = each.reduce((a, b) => a * b, 1);
    const sum = each.reduce((a, b) => a + b, 0);
    return [phrase, -product / (count * (1 + sum))];
  });
};

/** Mihalcea and Tarau 2004: PageRank over words that stand within 3 of each other; a phrase sums its words. */
const textRank: Method = (words, text) => {
  const kept = words.filter(content);
  const edges = new Map<string, Map<string, number>>();
  const link = (a: string, b: string) => {
    const out = edges.get(a) ?? new Map<string, number>();
    edges.set(a, out.set(b, (out.get(b) ?? 0) + 1));
  };
  kept.forEach(({ lexeme }, i) => {
    for (let j = i + 1; j < Math.min(kept.length, i + 3); j += 1) {
      link(lexeme.stem, kept[j]!.lexeme.stem);
      link(kept[j]!.lexeme.stem, lexeme.stem);
    }
  });
  let rank = new Map([...edges.keys()].map((stem) => [stem, 1]));
  for (let step = 0; step < 20; step += 1) {
    const next = new Map([...edges.keys()].map((stem) => [stem, 0.15]));
    for (const [stem, out] of edges) {
      const total = [...out.values()].reduce((a, b) => a + b, 0);
      for (const [other, weight] of out)
        next.set(other, next.get(other)! + (0.85 * rank.get(stem)! * weight) / total);
    }
    rank = next;
  }
  return phrases(words, text, 3).map(({ text: phrase, stems }) => [
    phrase,
    stems.reduce((sum, stem) => sum + (rank.get(stem) ?? 0), 0),
  ]);
};

const methods: Record<string, Method> = { 'kp-miner': kpMiner, yake, textrank: textRank };
const method = methods[process.argv[2] ?? ''];
if (!method) {
  console.error(`usage: tsx eval/keyphrases-baselines.ts ${Object.keys(methods).join('|')}`);
  process.exit(2);
}
for (const { id, body } of jsonLines<{ id: string; body: string }>(
  'gold/keyphrases/akec-train.jsonl',
)) {
  const { words, text } = read(plainArticle(id, '', body)).body;
  const ranked = method(words, text).sort((a, b) => b[1] - a[1]);
  console.log(JSON.stringify({ id, keyphrases: ranked.slice(0, 10).map(([phrase]) => phrase) }));
}
