/**
 * The first schema. Times are milliseconds since 1970 UTC. Texts that many rows share (sources,
 * stories, copy groups, keyphrases, names) are kept once and pointed at by number.
 */
export const articles = `
CREATE TABLE sources (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  source TEXT
);

CREATE TABLE stories (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  articles INTEGER NOT NULL DEFAULT 0,
  outlets INTEGER NOT NULL DEFAULT 0,
  first INTEGER NOT NULL DEFAULT 0,
  last INTEGER NOT NULL DEFAULT 0,
  rank REAL NOT NULL DEFAULT 0
);
CREATE INDEX stories_by_rank ON stories (rank, number);

CREATE TABLE story_links (
  story INTEGER NOT NULL,
  place INTEGER NOT NULL,
  related INTEGER NOT NULL,
  PRIMARY KEY (story, place)
) WITHOUT ROWID;
CREATE INDEX story_links_by_related ON story_links (related);

CREATE TABLE copy_groups (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE
);

CREATE TABLE articles (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  hash BLOB NOT NULL,
  at INTEGER NOT NULL,
  source INTEGER NOT NULL,
  story INTEGER NOT NULL,
  copy_group INTEGER,
  copy_how TEXT,
  original TEXT,
  topic TEXT,
  sample INTEGER NOT NULL DEFAULT 0,
  published TEXT,
  collected TEXT NOT NULL,
  url TEXT,
  image TEXT,
  title TEXT NOT NULL,
  lead TEXT NOT NULL
);
CREATE INDEX articles_by_time ON articles (at);
CREATE INDEX articles_by_source ON articles (source, at);
CREATE INDEX articles_by_topic ON articles (topic, at) WHERE topic IS NOT NULL;
CREATE INDEX articles_by_story ON articles (story, at, source);
CREATE INDEX articles_by_copy_group ON articles (copy_group) WHERE copy_group IS NOT NULL;
CREATE INDEX articles_by_url ON articles (url) WHERE url IS NOT NULL;
CREATE INDEX articles_of_sample ON articles (sample) WHERE sample = 1;

CREATE TABLE contents (
  seq INTEGER PRIMARY KEY,
  content BLOB NOT NULL
);

CREATE TABLE versions (
  seq INTEGER NOT NULL,
  version INTEGER NOT NULL,
  at TEXT NOT NULL,
  content BLOB NOT NULL,
  PRIMARY KEY (seq, version)
);

CREATE TABLE keyphrases (
  number INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  text TEXT NOT NULL,
  articles INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE article_keyphrases (
  label INTEGER NOT NULL,
  at INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  PRIMARY KEY (label, at, seq)
) WITHOUT ROWID;

CREATE TABLE entities (
  number INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  text TEXT NOT NULL,
  type TEXT NOT NULL,
  articles INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE article_entities (
  label INTEGER NOT NULL,
  at INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  PRIMARY KEY (label, at, seq)
) WITHOUT ROWID;

CREATE TABLE settings (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) WITHOUT ROWID;

-- Counts what changes in rows already there, so that readers know when to read them anew.
CREATE TABLE revision (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  revision INTEGER NOT NULL
);
INSERT INTO revision VALUES (1, 0);

-- Texts come analysed and folded: the tokenizer splits at spaces and leaves the rest as it is.
CREATE VIRTUAL TABLE search USING fts5 (
  title_words, title_stems, body_words, body_stems, keywords,
  content = '', contentless_delete = 1, detail = full,
  tokenize = "ascii tokenchars '!#$%&*+,-./:;<=>?@[\\]^_{|}~'''"
);
-- A batch of articles is written as one segment, not cut at the megabyte that is the default.
INSERT INTO search (search, rank) VALUES ('hashsize', 8388608);
`;
