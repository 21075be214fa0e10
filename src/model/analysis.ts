import type { Span } from './article.js';

/** Where in an article: offsets into its title, or into `bodyText(article)`. */
export interface Place extends Span {
  field: 'title' | 'body';
}

/** An index term of an article with what its weight is made of. */
export interface Term {
  /** Stemmed and folded; multi-word terms (names) joined by `_`. */
  term: string;
  /** Occurrences in title, in the lead (first 60 words or so), and in all of title and body. */
  title: number;
  lead: number;
  count: number;
  kind: 'word' | 'name';
}

/** A keyphrase in its written form. */
export interface Keyphrase {
  text: string;
  /** Same for all written forms of it; the address of its page. */
  key: string;
  /** 0 to 1, best first. */
  score: number;
  places: Place[];
}

export type EntityType = 'person' | 'place' | 'organisation';

/** A mention of a person, place or organisation. */
export interface Entity extends Place {
  type: EntityType;
  /** As written at this place. */
  text: string;
  /** One canonical name for all its spellings and short mentions. */
  name: string;
  /** Same for all spellings of the name; the address of its page. */
  key: string;
  /** It stands in the dateline: it says where the reporter is and for whom, not what is reported. */
  dateline?: true;
  /** ISO 3166-1 alpha-2 of a place (or of the country that a nisba names), where known. */
  country?: string;
  /** Degrees north and east of a town, where known. */
  at?: [number, number];
}

/** Words that the article quotes, with who said them where it says so. */
export interface Quote extends Place {
  text: string;
  by?: string;
}

/** A number that the article states. */
export interface Figure extends Place {
  value: number;
  bound: 'exact' | 'about' | 'at-least' | 'at-most' | 'more-than' | 'less-than';
  /** What is counted, stemmed («قتيل»), where it can be told. */
  of?: string;
  unit?: string;
}

export type Topic =
  | 'politics'
  | 'economy'
  | 'sport'
  | 'technology'
  | 'culture'
  | 'health'
  | 'accidents'
  | 'weather'
  | 'society'
  | 'religion'
  | 'opinion';

/** A sentence chosen for the brief. */
export interface BriefSentence extends Place {
  text: string;
}

/** The words of an article as full-text search stores them: tokens joined by one space, in order. */
export interface SearchText {
  titleWords: string;
  titleStems: string;
  bodyWords: string;
  bodyStems: string;
}

/** A word where it stands, as analysis has read it. */
export interface ReadWord extends Span {
  /** Its form for finding. */
  folded: string;
  /** What sort of token it is: «arabic», «number» and others of `arabic`. */
  kind: string;
  lexeme: { readonly stem: string; readonly functional: boolean; readonly numeric: boolean };
}

/** The words of an article in order: what goes on from an analysis at once need not read the texts again. */
export interface ReadWords {
  title: readonly ReadWord[];
  /** Of `bodyText(article)`. */
  body: readonly ReadWord[];
}

/** What an article says. */
export interface Analysis {
  id: string;
  searchText: SearchText;
  terms: Term[];
  keyphrases: Keyphrase[];
  entities: Entity[];
  quotes: Quote[];
  figures: Figure[];
  topic?: { topic: Topic; confidence: number };
  brief: BriefSentence[];
  /** Where `bodyText(article)` begins after its dateline; absent where it has none. */
  opening?: number;
  /** For what goes on from here at once: they are not kept. Absent where not all of the text was read. */
  words?: ReadWords;
}

/** What of it the store keeps. */
export type StoredAnalysis = Pick<
  Analysis,
  'searchText' | 'keyphrases' | 'entities' | 'topic' | 'brief' | 'opening'
>;

/** How many of the user's own articles hold a term: sharpens keyphrases where a store is at hand. */
export interface DocumentFrequencies {
  documents: number;
  /** @param term as in `Term.term`, or the key of a keyphrase of several words: then as a keyphrase */
  frequency(term: string): number;
}
