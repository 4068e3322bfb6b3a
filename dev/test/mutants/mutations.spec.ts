import assert from 'node:assert/strict';
import { compiled, mutationsOf } from '../../mutants/mutations.js';

function changesOf(source: string): readonly string[] {
  return mutationsOf(source).map(({ change }) => change);
}

describe('the mutations of a module', () => {
  for (const [source, changes] of [
    ['f = a === b', ['f = a === b → ;', '=== → !==']],
    ['a < b', ['a < b → ;', '< → <=']],
    ['a >= b', ['a >= b → ;', '>= → >']],
    ['a && !b', ['a && !b → ;', '&& → ||', '!b → b']],
    ['a ?? b', ['a ?? b → ;', 'a ?? b → a']],
    ['const f = 5_000 + a', ['+ → -', '5_000 → 5001']],
    ["const f = ['a', '', `b`]", ["['a', '', `b`] → []", "'a' → ''", "`b` → ''"]],
    [`const f = \`a\${b}\``, [`\`a\${b}\` → ''`]],
    ["const f = { 'a-b': true }", ['true → false']],
    ['function f() { return a }', ['a → undefined']],
    ['const f = () => a', ['a → undefined']],
    ['const f = a ? b : c', ['a ? b : c → a ? c : b']],
    ['const f = a.filter(b)', ['a.filter(b) → a']],
    ['const f = a?.some(b)', ['some → every']],
    ['switch (a) { case b: c(); case d: }', ['case b: c(); → case b:', 'c(); → ;']],
    ['if (isA(b)) c()', ['isA(b) → false', 'c() → ;']],
  ] as const) {
    it(`are, of ${source}`, () => {
      assert.deepEqual(changesOf(source), changes);
    });
  }

  it('leave types, imports and what is undefined already alone', () => {
    const source = `
      import a from 'a';
      export * from 'b';
      interface C { readonly d: 'e' | 1 }
      type F = 'g';
      const h = i as 'j';
      function k(): true { return undefined }`;
    assert.deepEqual(changesOf(source), []);
  });

  it('say where they are, in a way that outlasts the moving of lines', () => {
    const source = 'function f() {\n  const g = () => {\n    return a < b;\n  };\n}';
    const [mutation] = mutationsOf(`\n${source}`).filter(({ change }) => change === '< → <=');
    assert.deepEqual(mutation, {
      line: 4,
      within: 'f',
      lineText: 'return a < b;',
      change: '< → <=',
      source: `\n${source.replace('<', '<=')}`,
    });
  });

  it('give a module that runs', async () => {
    const [mutation] = mutationsOf('export const a: number = 1;');
    const url = `data:text/javascript,${encodeURIComponent(compiled(mutation?.source ?? ''))}`;
    assert.equal((await import(url)).a, 2);
  });
});
