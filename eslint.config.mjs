import parser from '@typescript-eslint/parser';
import regexp from 'eslint-plugin-regexp';

/**
 * One thing only: every pattern in the product takes time in proportion to its text, whatever the text. Biome does the
 * rest of the linting, and has no rule for this. `npm run check:patterns` runs it; test/patterns.spec.ts plants patterns
 * that break each rule.
 */
export default [
  {
    files: ['{src,dev}/**/*.ts'],
    ignores: ['dev/test/**'],
    languageOptions: { parser },
    linterOptions: { noInlineConfig: true },
    plugins: { regexp },
    rules: {
      // Going back over what was matched: (a+)+b, or a+ beside a+.
      'regexp/no-super-linear-backtracking': ['error', { report: 'potential' }],
      // Beginning again at each character: \s+$ on a long run of spaces.
      'regexp/no-super-linear-move': ['error', { report: 'potential', ignoreSticky: false, ignorePartial: false }],
      // Two ways to match the same inside a loop: (a|a)+b.
      'regexp/no-dupe-disjunctions': ['error', { report: 'trivial', reportExponentialBacktracking: 'potential' }],
      // What is not known before it runs cannot be checked.
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
