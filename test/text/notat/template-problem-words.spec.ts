import assert from 'node:assert/strict';
import type { TemplatePlace } from '../../../src/domain/notat/template-place.js';
import type { TemplateProblem } from '../../../src/domain/notat/template-problem.js';
import { templatePlaceWords } from '../../../src/text/notat/template-place-words.js';
import { templateProblemWords } from '../../../src/text/notat/template-problem-words.js';

const HERE: TemplatePlace = { part: 'header', row: undefined, isInTextBox: false, near: 'Fjordby Kommune', others: 0 };

/** Every kind there is; one that is missing here does not compile. */
const EXAMPLES: { readonly [Kind in TemplateProblem['kind']]: readonly Extract<TemplateProblem, { kind: Kind }>[] } = {
  'not a document': [{ kind: 'not a document' }],
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
  'tracked changes': ['', 'slettet'].map((text) => ({ kind: 'tracked changes', count: 2, text, place: HERE })),
  'not clean': [{ kind: 'not clean', left: '{svar}' }],
  'long tag': [{ kind: 'long tag', tag: 'aaaaaa…', length: 1_000_000, max: 100, place: HERE }],
  'department too large': [{ kind: 'department too large', size: 300_000, max: 20_000 }],
  'more problems': [
    { kind: 'more problems', count: 1 },
    { kind: 'more problems', count: 12_000 },
  ],
  'unreadable part': [{ kind: 'unreadable part', part: 'word/document.xml' }],
  'foreign prefix': [{ kind: 'foreign prefix', part: 'word/document.xml', prefix: 'w' }],
  macros: [{ kind: 'macros' }],
  'fetched content': (['picture', 'object', 'other'] as const).map((what) => ({
    kind: 'fetched content',
    what,
    target: 'https://kommune.example/x',
    place: HERE,
  })),
  'embedded object': [{ kind: 'embedded object', place: HERE }],
  'unsafe field': [
    { kind: 'unsafe field', field: 'DDEAUTO', place: HERE },
    { kind: 'unsafe field', field: '', place: HERE },
  ],
  'stray brace': [{ kind: 'stray brace', text: '{titel', place: HERE }],
  'unknown tag': [
    { kind: 'unknown tag', tag: 'fagomrade', nearest: 'fagområde', place: HERE },
    { kind: 'unknown tag', tag: 'direktør', nearest: undefined, place: HERE },
  ],
  'markup tag': [{ kind: 'markup tag', tag: 'tekst', place: HERE }],
  'misplaced tag': [{ kind: 'misplaced tag', tag: 'tekst', loops: ['indledning', 'svar'], place: HERE }],
  'not a text': [{ kind: 'not a text', tag: 'svar', place: HERE }],
  'loop in loop': [{ kind: 'loop in loop', tag: 'fagområder', outer: 'svar', place: HERE }],
  'unclosed loop': [{ kind: 'unclosed loop', tag: 'punkt', place: HERE }],
  'unopened loop': ['punkt', ''].map((tag) => ({ kind: 'unopened loop', tag, place: HERE })),
  'loop across places': [{ kind: 'loop across places', tag: 'til', place: HERE }],
  'tag not filled': (
    ['alternative text', 'field code', 'chart', 'link', 'drawn text', 'setting', 'building block'] as const
  ).map((part) => ({ kind: 'tag not filled', tag: 'titel', place: { ...HERE, part } })),
  'lines run together': (['svar', 'indledning', 'fagområder'] as const).map((loop) => ({
    kind: 'lines run together',
    loop,
  })),
  'table missing': [{ kind: 'table missing' }],
  'tag missing': [
    { kind: 'tag missing', tag: 'titel', loop: undefined },
    { kind: 'tag missing', tag: 'nummer', loop: 'svar' },
  ],
  'line missing': (['afsnit', 'punkt', 'nummereret', 'bemærkning'] as const).flatMap((line) => [
    { kind: 'line missing', line, loop: 'svar' },
    { kind: 'line missing', line, loop: 'indledning' },
  ]),
  'cannot be filled': [{ kind: 'cannot be filled' }],
  'header row not marked': [{ kind: 'header row not marked' }],
  'not in Danish': [
    { kind: 'not in Danish', language: 'en-US', place: HERE },
    { kind: 'not in Danish', language: 'ikke et sprog', place: HERE },
    { kind: 'not in Danish', language: undefined, place: HERE },
  ],
  'heading missing': [{ kind: 'heading missing' }],
  'heading level skipped': [{ kind: 'heading level skipped', from: 1, to: 3 }],
  'list not marked': [
    { kind: 'list not marked', line: 'punkt' },
    { kind: 'list not marked', line: 'nummereret' },
  ],
  'picture without description': [{ kind: 'picture without description', place: HERE }],
  'empty lines': (['svar', 'indledning'] as const).map((loop) => ({ kind: 'empty lines', loop })),
  'tag left out': ['kle', 'dato', 'dokumenttype', 'oprindelser'].map((tag) => ({ kind: 'tag left out', tag })),
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

  it('is said with the names of languages', () => {
    const [problem = assert.fail()] = EXAMPLES['not in Danish'];
    assert.equal(
      templateProblemWords.da(problem).split('.')[0],
      'Tekstens sprog er engelsk (USA) og ikke dansk, så en skærmlæser læser den forkert op',
    );
  });

  it('is said in the words of each language', () => {
    for (const problem of ALL) assert.notEqual(templateProblemWords.da(problem), templateProblemWords.en(problem));
  });

  it('suggests the tag that was meant, and says where it is', () => {
    const problem = { kind: 'unknown tag', tag: 'fagomrade', nearest: 'fagområde', place: HERE } as const;
    assert.equal(
      templateProblemWords.da(problem),
      'Feltet {fagomrade} findes ikke. Mente du {fagområde}? Feltet står i et sidehoved, ved ”Fjordby Kommune”.',
    );
    assert.equal(
      templateProblemWords.en(problem),
      'There is no tag {fagomrade}. Did you mean {fagområde}? The tag is in a page header, near “Fjordby Kommune”.',
    );
  });

  it('says where in the words of someone who looks for it in Word', () => {
    const words = (place: Partial<TemplatePlace>) => templatePlaceWords.da({ ...HERE, ...place });
    assert.equal(words({ part: 'text', near: '' }), 'i teksten');
    assert.equal(words({ part: 'text', row: 2 }), 'i række 2 i en tabel, ved ”Fjordby Kommune”');
    assert.equal(words({ isInTextBox: true, row: 1, near: '' }), 'i række 1 i en tabel i en tekstboks i et sidehoved');
    assert.equal(words({ part: 'footnote', near: '', others: 1 }), 'i en fodnote og ét andet sted');
    assert.equal(words({ part: 'endnote', near: '', others: 12 }), 'i en slutnote og 12 andre steder');
    assert.equal(
      templatePlaceWords.en({ ...HERE, others: 1 }),
      'in a page header, near “Fjordby Kommune” and in one other place',
    );
  });

  it('never names what stands nowhere in Word: no library, no part of the file', () => {
    for (const words of [templateProblemWords.da, templateProblemWords.en]) {
      for (const problem of ALL.filter((each) => !('part' in each))) {
        assert.doesNotMatch(words(problem), /docxtemplater|\.xml|\b(?:loop|scope|parser|undefined)\b/iu);
      }
    }
  });

  it('says how large a file is and may be, and never that one above the limit is at it', () => {
    const problem = (size: number) => ({ kind: 'too large', size, max: 2_097_152 }) as const;
    assert.match(templateProblemWords.da(problem(3_500_000)), /fylder 3,4 MB, og den må højst fylde 2 MB/u);
    assert.match(templateProblemWords.en(problem(2_097_153)), /is 2\.1 MB, and may be at most 2 MB/u);
  });
});
