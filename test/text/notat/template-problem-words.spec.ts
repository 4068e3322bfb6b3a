import assert from 'node:assert/strict';
import type { TemplateProblem } from '../../../src/domain/notat/template-problem.js';
import { templateProblemWords } from '../../../src/text/notat/template-problem-words.js';

/** Every kind there is; one that is missing here does not compile. */
const EXAMPLES: { readonly [Kind in TemplateProblem['kind']]: readonly Extract<TemplateProblem, { kind: Kind }>[] } = {
  'not a document': [{ kind: 'not a document' }],
  'word template': [{ kind: 'word template' }],
  'too large': [{ kind: 'too large', size: 3_500_000, max: 2_097_152 }],
  'too large unpacked': [{ kind: 'too large unpacked', max: 10_485_760 }],
  'too many': (['parts', 'elements', 'attributes', 'tags'] as const).map((what) => ({
    kind: 'too many',
    what,
    count: 20_000,
    max: 1_000,
  })),
  'too complex': (['depth', 'attributes'] as const).map((what) => ({
    kind: 'too complex',
    what,
    part: 'word/document.xml',
    max: 100,
  })),
  'too heavy': [{ kind: 'too heavy' }],
  'long tag': [{ kind: 'long tag', tag: 'aaaaaa…', length: 1_000_000, max: 100 }],
  'department too large': [{ kind: 'department too large', size: 300_000, max: 20_000 }],
  'more problems': [
    { kind: 'more problems', count: 1 },
    { kind: 'more problems', count: 12_000 },
  ],
  'unreadable part': [{ kind: 'unreadable part', part: 'word/document.xml' }],
  macros: [{ kind: 'macros' }],
  'fetched content': (['template', 'picture', 'object', 'other'] as const).map((what) => ({
    kind: 'fetched content',
    what,
    target: 'https://kommune.example/x',
  })),
  'embedded object': [{ kind: 'embedded object' }],
  'unsafe field': [
    { kind: 'unsafe field', field: 'DDEAUTO' },
    { kind: 'unsafe field', field: '' },
  ],
  'stray brace': [{ kind: 'stray brace', text: '{titel' }],
  'unknown tag': [
    { kind: 'unknown tag', tag: 'fagomrade', nearest: 'fagområde' },
    { kind: 'unknown tag', tag: 'direktør', nearest: undefined },
  ],
  'markup tag': [{ kind: 'markup tag', tag: 'tekst' }],
  'misplaced tag': [{ kind: 'misplaced tag', tag: 'tekst', loops: ['indledning', 'svar'] }],
  'not a text': [{ kind: 'not a text', tag: 'svar' }],
  'loop in loop': [{ kind: 'loop in loop', tag: 'fagområder', outer: 'svar' }],
  'unclosed loop': [{ kind: 'unclosed loop', tag: 'punkt' }],
  'unopened loop': [{ kind: 'unopened loop', tag: 'punkt' }],
  'table missing': [{ kind: 'table missing' }],
  'tag missing': [
    { kind: 'tag missing', tag: 'titel', loop: undefined },
    { kind: 'tag missing', tag: 'nummer', loop: 'svar' },
  ],
  'line missing': (['afsnit', 'punkt', 'nummereret', 'bemærkning'] as const).flatMap((line) => [
    { kind: 'line missing', line, loop: 'svar' },
    { kind: 'line missing', line, loop: 'indledning' },
  ]),
  'cannot be filled': [{ kind: 'cannot be filled', reason: 'noget.' }],
  'header row not marked': [{ kind: 'header row not marked' }],
  'title missing': [{ kind: 'title missing' }],
  'not in Danish': [
    { kind: 'not in Danish', language: 'en-US' },
    { kind: 'not in Danish', language: undefined },
  ],
  'heading missing': [{ kind: 'heading missing' }],
  'heading level skipped': [{ kind: 'heading level skipped', from: 1, to: 3 }],
  'list not marked': [
    { kind: 'list not marked', line: 'punkt' },
    { kind: 'list not marked', line: 'nummereret' },
  ],
  'picture without description': [{ kind: 'picture without description' }],
  'tag left out': [{ kind: 'tag left out', tag: 'kle' }],
};
const ALL: readonly TemplateProblem[] = Object.values(EXAMPLES).flat();

describe('what is wrong with a template', () => {
  it('is said in whole sentences, each problem in its own', () => {
    for (const words of [templateProblemWords.da, templateProblemWords.en]) {
      const sentences = ALL.map(words);
      assert.equal(new Set(sentences).size, ALL.length);
      for (const sentence of sentences) {
        assert.match(sentence, /^\p{Lu}|^\{[#/]/u);
        assert.match(sentence, /[.?]$|: https:\S+$/u);
        assert.doesNotMatch(sentence, /undefined|null|NaN|\[object|\s\s|\s[.,:;!?]|\.\.|\$\{/u);
      }
    }
  });

  it('is said in the words of each language', () => {
    for (const problem of ALL) assert.notEqual(templateProblemWords.da(problem), templateProblemWords.en(problem));
  });

  it('suggests the tag that was meant', () => {
    const problem = { kind: 'unknown tag', tag: 'fagomrade', nearest: 'fagområde' } as const;
    assert.equal(templateProblemWords.da(problem), 'Feltet {fagomrade} findes ikke. Mente du {fagområde}?');
    assert.equal(templateProblemWords.en(problem), 'There is no tag {fagomrade}. Did you mean {fagområde}?');
  });

  it('says how large a file is and may be, and never that one above the limit is at it', () => {
    const problem = (size: number) => ({ kind: 'too large', size, max: 2_097_152 }) as const;
    assert.match(templateProblemWords.da(problem(3_500_000)), /fylder 3,4 MB, og den må højst fylde 2 MB/u);
    assert.match(templateProblemWords.en(problem(2_097_153)), /is 2\.1 MB, and may be at most 2 MB/u);
  });
});
