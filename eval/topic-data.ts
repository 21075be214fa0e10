import { read } from '../src/analyse/reading.js';
import { topicFeatures } from '../src/analyse/topic/features.js';
import { jsonLines, plainArticle } from './articles.js';

/** The desks of ant-2018 as topics of ours. */
const TOPICS: Record<string, string> = {
  internationalNews: 'politics',
  middleEast: 'politics',
  economy: 'economy',
  sport: 'sport',
  technology: 'technology',
  culture: 'culture',
};

/** An article as the topic model sees it: weight by stem, with the desk it was printed under. */
export interface Labelled {
  outlet: string;
  topic: string;
  features: Map<string, number>;
  /** How often each stem stands in it: what naive Bayes counts. */
  counts: Map<string, number>;
}

interface Line {
  id: string;
  title: string;
  body: string;
  source: string;
  labels?: { category?: string };
}

/** Every n-th labelled article of ant-2018. */
export function labelledArticles(every: number): Labelled[] {
  const labelled: Labelled[] = [];
  jsonLines<Line>('corpus/ant-2018.jsonl.gz').forEach((line, index) => {
    const topic = TOPICS[line.labels?.category ?? ''];
    if (index % every || !topic) return;
    const reading = read(plainArticle(line.id, line.title, line.body));
    const counts = new Map<string, number>();
    for (const { lexeme } of [...reading.title.words, ...reading.body.words])
      if (!lexeme.functional) counts.set(lexeme.stem, (counts.get(lexeme.stem) ?? 0) + 1);
    const features = new Map<string, number>();
    for (const { lexeme, value } of topicFeatures(reading)) features.set(lexeme.stem, value);
    labelled.push({ outlet: line.source, topic, features, counts });
  });
  return labelled;
}
