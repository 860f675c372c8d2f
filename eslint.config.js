import js from '@eslint/js';
import reactHooks from 'eslint-plugin-react-hooks';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** Names no code may use, with the reason a reader gets. */
const banned = [
  {
    selector: "MemberExpression[object.name='Math'][property.name='random']",
    message:
      'Random numbers are functions of (seed, purpose, index): use src/numeric, so that every run can be repeated.',
  },
  {
    selector: 'MemberExpression[property.name=/^(dataSync|arraySync)$/]',
    message: 'Blocks until the device is idle; await data() outside the training burst instead.',
  },
];
const bannedDefaultExport = {
  selector: 'ExportDefaultDeclaration, ExportSpecifier[exported.name="default"]',
  message: 'Export by name: one thing, one name, everywhere.',
};

export default defineConfig(
  globalIgnores(['dist/', 'coverage/', 'test-results/', 'playwright-report/', '.cache/']),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
      'no-restricted-syntax': ['error', ...banned, bannedDefaultExport],
      eqeqeq: 'error',
      // A leading underscore says: left out on purpose.
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      // Numbers and booleans print unambiguously; everything else must be turned into words on purpose.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // Implementations of an asynchronous interface may have nothing to wait for, but must still reject, not throw.
      '@typescript-eslint/require-await': 'off',
    },
  },
  { files: ['src/**'], rules: { 'no-console': 'error' } },
  { files: ['src/cli/**'], rules: { 'no-console': 'off' } },
  {
    files: ['**/*.tsx', 'src/**/use*.ts'],
    extends: [reactHooks.configs.flat.recommended],
    rules: { 'react-hooks/exhaustive-deps': 'error' },
  },
  {
    // Tools demand a default export of their configuration.
    files: ['**/*.config.{js,ts}', '.*.{cjs,mjs}'],
    rules: { 'no-restricted-syntax': ['error', ...banned] },
  },
  {
    // Plain Node, typed by JSDoc and checked by `npm run types`, which knows the globals.
    files: ['scripts/**', '*.config.js', '.*.{cjs,mjs}'],
    rules: { 'no-undef': 'off' },
  },
  { files: ['.*.cjs'], languageOptions: { sourceType: 'commonjs' } },
);
