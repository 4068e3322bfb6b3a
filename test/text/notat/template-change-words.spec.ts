import assert from 'node:assert/strict';
import { type TemplateChange, weightiestChanges } from '../../../src/domain/notat/template-change.js';
import type { TemplatePlace } from '../../../src/domain/notat/template-place.js';
import { templateChangeWords } from '../../../src/text/notat/template-change-words.js';

const PLACE: TemplatePlace = { part: 'header', row: undefined, isInTextBox: false, near: 'Fjordby Kommune', others: 0 };

/** Every kind there is; one that is missing here does not compile. */
const EXAMPLES: { readonly [Kind in TemplateChange['kind']]: readonly Extract<TemplateChange, { kind: Kind }>[] } = {
  comments: [
    { kind: 'comments', count: 1, by: [], place: PLACE },
    { kind: 'comments', count: 1, by: ['Åse'], place: PLACE },
    { kind: 'comments', count: 14, by: ['Åse', 'Bo', 'Ida'], place: PLACE },
  ],
  'hidden text': [{ kind: 'hidden text', text: 'HUSK', place: PLACE }],
  'unseen header': [
    { kind: 'unseen header', part: 'header', text: 'Udkast' },
    { kind: 'unseen header', part: 'footer', text: 'Side' },
  ],
  'hidden tag': [{ kind: 'hidden tag', tag: '{#til}', place: PLACE }],
  'property shown': [
    { kind: 'property shown', property: 'AUTHOR', shows: undefined, place: PLACE },
    { kind: 'property shown', property: 'TITLE', shows: 'titel', place: PLACE },
    { kind: 'property shown', property: 'USERNAME', shows: undefined, place: PLACE },
    { kind: 'property shown', property: 'SAVEDATE', shows: undefined, place: PLACE },
  ],
  variables: [
    { kind: 'variables', names: ['Sag'], count: 1 },
    { kind: 'variables', names: ['Sag', 'Navn'], count: 2 },
    { kind: 'variables', names: ['Sag', 'Navn', 'Dato'], count: 20 },
  ],
  'tag respelt': [
    { kind: 'tag respelt', from: '{ Titel }', to: '{titel}' },
    { kind: 'tag respelt', from: '{titel}', to: '{titel}' },
  ],
  placeholder: [
    { kind: 'placeholder', text: 'Klik her for at skrive', place: PLACE },
    { kind: 'placeholder', text: '', place: PLACE },
  ],
  'field taken out': [
    { kind: 'field taken out', field: 'MERGEFIELD', text: '«Navn»', place: PLACE },
    { kind: 'field taken out', field: 'NEXT', text: '', place: PLACE },
  ],
  'list taken out': (['contents', 'captions', 'index', 'authorities'] as const).map((list) => ({
    kind: 'list taken out',
    list,
    place: PLACE,
  })),
  'field made text': [
    { kind: 'field made text', field: 'IF', text: 'Fortroligt', place: PLACE },
    { kind: 'field made text', field: 'IF', text: '', place: PLACE },
    { kind: 'field made text', field: 'DATE', text: '2026', place: PLACE },
  ],
  'link to file': [
    { kind: 'link to file', text: 'Vejledning', place: PLACE },
    { kind: 'link to file', text: '', place: PLACE },
  ],
  'pictures as copies': [
    { kind: 'pictures as copies', count: 1 },
    { kind: 'pictures as copies', count: 2 },
  ],
  'pictures taken out': [1, 2].map((count) => ({ kind: 'pictures taken out', count })),
  'controls made text': [
    { kind: 'controls made text', count: 1 },
    { kind: 'controls made text', count: 2 },
  ],
  'tracked formatting': [
    { kind: 'tracked formatting', count: 1 },
    { kind: 'tracked formatting', count: 3 },
  ],
  'linked picture': [{ kind: 'linked picture', place: PLACE }],
  'chart sources': [1, 3].map((count) => ({ kind: 'chart sources', count })),
  protection: [{ kind: 'protection' }],
  'macro button': [
    { kind: 'macro button', text: '[Klik her]', place: PLACE },
    { kind: 'macro button', text: '', place: PLACE },
  ],
  'attached template': [{ kind: 'attached template', name: 'Brevpapir.dotx' }],
  'word template': [{ kind: 'word template' }],
  'building blocks': [{ kind: 'building blocks' }],
  properties: [
    { kind: 'properties', by: undefined },
    { kind: 'properties', by: 'Åse Brøndum' },
  ],
  'part types': [{ kind: 'part types' }],
  'more changes': [
    { kind: 'more changes', count: 1 },
    { kind: 'more changes', count: 7 },
  ],
};
const ALL: readonly TemplateChange[] = Object.values(EXAMPLES).flat();

describe('what the bot takes out of a template, or mends in it', () => {
  it('is said in whole sentences, each change in its own', () => {
    for (const words of [templateChangeWords.da, templateChangeWords.en]) {
      const sentences = ALL.map(words);
      assert.equal(new Set(sentences).size, ALL.length);
      for (const sentence of sentences) {
        assert.match(sentence, /^[\p{Lu}\d].*\.$/u);
        assert.doesNotMatch(sentence, /undefined|null|NaN|\[object|\s\s|\s[.,:;!?]|\.\.|\$\{/u);
      }
    }
  });

  it('is said with whom, where and what', () => {
    assert.equal(
      templateChangeWords.da({ kind: 'comments', count: 14, by: ['Åse', 'Bo', 'Ida'], place: PLACE }),
      '14 kommentarer fra Åse, Bo og Ida er taget ud. Den første står i et sidehoved, ved ”Fjordby Kommune”.',
    );
    assert.match(
      templateChangeWords.da({ kind: 'property shown', property: 'LASTSAVEDBY', shows: undefined, place: PLACE }),
      /^Egenskaben ”senest gemt af” vises i et sidehoved, /u,
    );
    assert.equal(
      templateChangeWords.da({ kind: 'property shown', property: 'TIME', shows: undefined, place: PLACE }),
      'Egenskaben ”tidspunkt” vises i et sidehoved, ved ”Fjordby Kommune”. Den er taget ud, for den ville vise noget nyt, hver gang nogen åbner notatet. Skriv {dato}, hvis notatets dato skal stå der.',
    );
    assert.equal(
      templateChangeWords.da({ kind: 'field made text', field: 'DATE', text: '2026', place: PLACE }),
      'Word-feltet DATE er gjort til almindelig tekst, så det viser det samme i alle notater: ”2026”. Det står i et sidehoved, ved ”Fjordby Kommune”. Ret teksten i skabelonen, når der skal stå noget andet.',
    );
    assert.equal(
      templateChangeWords.da({ kind: 'variables', names: ['Sag', 'Navn', 'Dato'], count: 20 }),
      '20 dokumentvariabler er taget ud: ”Sag”, ”Navn”, ”Dato” og flere.',
    );
    assert.equal(
      templateChangeWords.da({ kind: 'field taken out', field: 'MERGEFIELD', text: '«Navn»', place: PLACE }),
      'Word-feltet MERGEFIELD er taget ud, for i et notat er der ikke noget at udfylde det med. Det stod i et sidehoved, ved ”Fjordby Kommune”, og det viste ”«Navn»”. Skriv det, der skal stå der, som almindelig tekst, eller brug et af Notatbots felter.',
    );
  });

  it('is told by its weight, and the rest is counted', () => {
    const told = weightiestChanges([...EXAMPLES['part types'], ...EXAMPLES.properties, ...EXAMPLES['hidden text']], 2);
    assert.deepEqual(
      told.map((change) => [change.kind, change.kind === 'more changes' && change.count]),
      [
        ['hidden text', false],
        ['properties', false],
        ['more changes', 2],
      ],
    );
  });
});
