/**
 * The import table of docs/architecture.md as ESLint configuration: which folder of src/ may
 * import which. An import that is not listed is an error, so the dependencies go one way.
 */
const folders = [
  'arabic',
  'model',
  'collect',
  'extract',
  'analyse',
  'relate',
  'store',
  'web',
  'cli',
];
const rootFiles = ['pipeline', 'desk', 'sample-run', 'collecting'];

/** Folder → the other folders of ours that it may import. */
const mayImport = {
  arabic: [],
  model: [],
  collect: ['model'],
  extract: ['arabic', 'model'],
  analyse: ['arabic', 'model'],
  relate: ['arabic', 'model'],
  store: ['model'],
  web: ['arabic', 'model', 'analyse', 'relate', 'store', 'collect', 'extract', ...rootFiles],
};

/** Root files (the journey and what opens it) may import every door, but no surface. */
const rootMayNotImport = ['web', 'cli'];

const forbid = (names) => [
  'error',
  {
    patterns: [
      {
        regex: `^\\.\\.?/(?:\\.\\./)*(?:src/)?(?:${names.join('|')})(?:/|\\.js$)`,
        message: 'Not in the import table of docs/architecture.md.',
      },
    ],
  },
];

export const importTable = [
  ...Object.entries(mayImport).map(([folder, allowed]) => ({
    files: [`src/${folder}/**/*.{ts,tsx}`],
    rules: {
      'no-restricted-imports': forbid(
        [...folders, ...rootFiles].filter((name) => name !== folder && !allowed.includes(name)),
      ),
    },
  })),
  { files: ['src/*.ts'], rules: { 'no-restricted-imports': forbid(rootMayNotImport) } },
];
