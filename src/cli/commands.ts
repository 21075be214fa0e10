import type { AddCommand } from './options.js';

/** A command by name; its file is loaded only when it is called, so that the others start fast. */
interface ListedCommand {
  name: string;
  summary: string;
  load: () => Promise<AddCommand>;
}

export const commands: ListedCommand[] = [
  {
    name: 'import',
    summary: 'bring files into the store',
    load: async () => (await import('./import.js')).addImport,
  },
  {
    name: 'extract',
    summary: 'read pages down to their articles',
    load: async () => (await import('./extract.js')).addExtract,
  },
  {
    name: 'keyphrases',
    summary: 'what articles are about',
    load: async () => (await import('./keyphrases.js')).addKeyphrases,
  },
  {
    name: 'entities',
    summary: 'people, places and organisations of articles',
    load: async () => (await import('./entities.js')).addEntities,
  },
  {
    name: 'brief',
    summary: 'two or three sentences of articles',
    load: async () => (await import('./brief.js')).addBrief,
  },
  {
    name: 'similar',
    summary: 'similar articles, each with its reason',
    load: async () => (await import('./similar.js')).addSimilar,
  },
  {
    name: 'stories',
    summary: 'the story and the copy group of each article',
    load: async () => (await import('./stories.js')).addStories,
  },
  {
    name: 'search',
    summary: 'find articles',
    load: async () => (await import('./search.js')).addSearch,
  },
  {
    name: 'sources',
    summary: 'what is collected: list, find, add, pause, retry, remove, OPML',
    load: async () => (await import('./sources.js')).addSources,
  },
  {
    name: 'collect',
    summary: 'visit the sources and bring in what is new',
    load: async () => (await import('./collect.js')).addCollect,
  },
  {
    name: 'serve',
    summary: 'the reader, the API and collecting, in one process',
    load: async () => (await import('./serve.js')).addServe,
  },
  {
    name: 'export',
    summary: 'print every article as a JSON line',
    load: async () => (await import('./export.js')).addExport,
  },
  {
    name: 'backup',
    summary: 'copy the live store',
    load: async () => (await import('./backup.js')).addBackup,
  },
  {
    name: 'check',
    summary: 'verify the store',
    load: async () => (await import('./check.js')).addCheck,
  },
  {
    name: 'reindex',
    summary: 'make the term index anew from the store',
    load: async () => (await import('./reindex.js')).addReindex,
  },
];
