import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { ESLint } from 'eslint';

/** A pattern that takes more and more time for each character of some text, and the rule that finds it. */
const VIOLATIONS: readonly (readonly [rule: string, code: string])[] = [
  ['regexp/no-super-linear-move', 'export const a = (text: string) => text.replace(/[\\s.!?]+$/u, "");'],
  ['regexp/no-super-linear-move', 'export const a = (text: string) => text.replace(/ +$/gmu, "");'],
  ['regexp/no-super-linear-move', 'export const a = /\\s+$/u;'],
  ['regexp/no-super-linear-move', 'export const a = (text: string) => /[^@]+@/uy.test(text);'],
  ['regexp/no-super-linear-backtracking', 'export const a = (text: string) => /(a+)+b/u.test(text);'],
  ['regexp/no-super-linear-backtracking', 'export const a = /^(?:x)(?:\\s+(.*))?$/u;'],
  ['regexp/no-dupe-disjunctions', 'export const a = (text: string) => /^(?:a|a)+$/u.test(text);'],
  ['no-restricted-syntax', 'export const a = (word: string) => new RegExp(word, "u");'],
  ['no-restricted-syntax', 'export const a = (word: string) => RegExp("^" + word, "u");'],
  ['no-restricted-syntax', 'export const a = (word: string) => new globalThis.RegExp(word, "u");'],
];

const PERMITTED: readonly string[] = [
  'export const a = (text: string) => text.replace(/(?<! ) +$/gmu, "");',
  'export const a = (text: string) => text.replace(/\\s+/gu, " ");',
  'export const a = new RegExp("^[a-z]+$", "u");',
];

// `npm run check:patterns` looks at every pattern; here is shown what it would find.
describe('the patterns in src', () => {
  const eslint = new ESLint({ cwd: fileURLToPath(new URL('../../', import.meta.url)) });

  const rulesBrokenBy = async (code: string): Promise<readonly (string | null)[]> => {
    const [result] = await eslint.lintText(code, { filePath: 'src/domain/planted.ts' });
    return result?.messages.map(({ ruleId }) => ruleId) ?? [];
  };

  for (const [rule, code] of VIOLATIONS) {
    it(`are stopped by ${rule}: ${code}`, async () => {
      const found = await rulesBrokenBy(code);
      assert.ok(found.includes(rule), JSON.stringify(found));
    });

    it(`are stopped even where a comment asks for an exception: ${code}`, async () => {
      assert.ok((await rulesBrokenBy(`/* eslint-disable */\n${code}`)).includes(rule));
    });
  }

  for (const code of PERMITTED) {
    it(`may be ${code}`, async () => {
      assert.deepEqual(await rulesBrokenBy(code), []);
    });
  }
});
