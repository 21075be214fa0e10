/**
 * What is collected, and what is remembered of it. `due` is when the next visit is to be, in ms
 * since 1970; null for none; below zero for one asked for, since that moment. `seen`, the longest part of a state, lies apart from it.
 */
export const subscriptions = `
CREATE TABLE subscriptions (
  place INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  host TEXT NOT NULL,
  paused INTEGER NOT NULL,
  due INTEGER,
  subscription TEXT NOT NULL,
  state TEXT,
  push TEXT,
  seen TEXT
);
CREATE INDEX subscriptions_by_due ON subscriptions (due, id, host) WHERE due IS NOT NULL;
`;
