import tseslint from 'typescript-eslint';
import { importTable } from './scripts/import-table.mjs';

export default tseslint.config(
  { ignores: ['dist', '**/node_modules', '**/fixtures', 'warraq-data'] },
  ...tseslint.configs.recommended,
  {
    files: ['**/*.{ts,tsx,mjs,js}'],
    rules: {
      eqeqeq: ['error', 'smart'],
      'no-console': 'off',
      'no-restricted-syntax': [
        'error',
        {
          selector: 'ExportDefaultDeclaration',
          message: 'Name what you export; no default exports.',
        },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': 'error',
      'no-control-regex': 'off',
      'no-misleading-character-class': 'off',
    },
  },
  { files: ['*.config.{ts,js}'], rules: { 'no-restricted-syntax': 'off' } },
  ...importTable,
);
