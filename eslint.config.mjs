import parser from '@typescript-eslint/parser';
import regexp from 'eslint-plugin-regexp';

/**
 * ESLint checks only one thing: every regular expression in the product runs in linear time for every text. Biome does
 * all other linting, and has no rule for this. `npm run check:patterns` runs it. test/patterns.spec.ts breaks each rule
 * once, and checks that the violation is found.
 */
export default [
  {
    files: ['{src,dev}/**/*.ts'],
    ignores: ['dev/test/**'],
    languageOptions: { parser },
    linterOptions: { noInlineConfig: true },
    plugins: { regexp },
    rules: {
      // Backtracking over text that has been matched: (a+)+b, or a+ next to a+.
      'regexp/no-super-linear-backtracking': ['error', { report: 'potential' }],
      // A new attempt at each character: \s+$ on a long run of spaces.
      'regexp/no-super-linear-move': ['error', { report: 'potential', ignoreSticky: false, ignorePartial: false }],
      // Two ways to match the same text inside a loop: (a|a)+b.
      'regexp/no-dupe-disjunctions': ['error', { report: 'trivial', reportExponentialBacktracking: 'potential' }],
      // A pattern that is put together at run time cannot be checked.
      'no-restricted-syntax': [
        'error',
        {
          selector:
            ':matches(NewExpression, CallExpression):matches([callee.name="RegExp"], [callee.property.name="RegExp"]):not([arguments.0.type="Literal"])',
          message: 'Write the pattern as a literal: one that is put together while the bot runs cannot be checked.',
        },
      ],
    },
  },
];
