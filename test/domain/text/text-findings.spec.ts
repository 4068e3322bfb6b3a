import assert from 'node:assert/strict';
import fc from 'fast-check';
import { FINDINGS_IN_A_TEXT } from '../../../src/domain/limits.js';
import { type FindingKind, findingsIn } from '../../../src/domain/text/text-findings.js';

const kindsIn = (text: string): readonly FindingKind[] => findingsIn(text).map(({ kind }) => kind);

const FOUND: Readonly<Partial<Record<FindingKind, readonly string[]>>> = {
  'leftover field': [
    '{navn}',
    '{{titel}}',
    '<<felt>>',
    '<navn på borger>',
    '«Fornavn»',
    '[[navn]]',
    '[Skriv her]',
    '[udfyld senere]',
    '[INDSÆT tal]',
    '[XX]',
    '[?]',
    'antal (?)',
    'antal ??',
    'Klik eller tryk her for at skrive tekst.',
    'Klik her for at angive tekst.',
    'Klik eller tryk for at angive en dato.',
    'Vælg et element.',
    'Skriv svaret her.',
    'Click or tap here to enter text.',
    'Choose an item.',
    'Fejl! Henvisningskilde ikke fundet.',
    'Fejl! Bogmærke er ikke defineret.',
    'Fejl! Der er ingen tekst med den anførte typografi i dokumentet.',
    'Error! Reference source not found.',
    'Error! Bookmark not defined.',
    '#REFERENCE!',
    '#I/T',
    '#DIV/0!',
    '#####',
    'se tallet [KH1]',
    'Kommenteret [KH1]',
    'Formateret: Skrifttype: 11',
    'Lorem ipsum dolor',
    'i alt XX sager',
    'den xx. xx',
    'xx.xx.xxxx',
    'XXX',
    'TODO',
    'tbd',
    'DD-MM-ÅÅÅÅ',
    'dd.mm.åååå',
    'borgeren NN',
    'borgeren N.N.',
    'INDSÆT tal',
  ],
  blank: ['antal: ____', 'antal: ......', 'antal: ……'],
  'cpr number': ['sagen om 010190-1234', 'sagen om 61 01 90-1234'],
  'ten digits': ['faktura 9912345678', 'faktura 0101901235'],
  'e-mail address': [
    'skriv til anna.b@mail.dk',
    'skriv til info@københavn.dk',
    'skriv til åse.bø@kommune.example.dk',
    'skriv til info @ kommune.dk',
    'skriv til info (at) kommune.dk',
    'skriv til info＠kommune.dk',
  ],
  'phone number': [
    'ring 12345678',
    'ring 12 34 56 78',
    'på 21772177',
    'på 13132026',
    'på 32122026',
    'på 20261313',
    'på 21 77 21 77',
    'på 2177 2177',
    'på 21.77.21.77',
    'på 21-77-21-77',
    'på 2177-2177',
    'på +45 21 77 21 77',
    'på +4521772177',
    'på (+45) 2177 2177',
    'på 0045 21772177',
    'på +46 70 123 45 67',
    'tlf.: 21 772 177',
    'tlf. 20242025',
    'telefonnummer: 2024 2025',
  ],
  'street address': [
    'Hun bor Nørregade 12',
    'Hun bor Nørregade 12, 2. th., 8000 Aarhus C',
    'Hun bor Ny Kongensgade 3B, st. tv',
    'Hun bor H.C. Andersens Boulevard 12',
    'Hun bor Strandvejen 104 A, 2900 Hellerup',
    'Hun bor Bakkedal 7, 4. sal, 9000 Aalborg',
    'Hun bor Åbrinken 4, 8700 Horsens',
    'Hun bor Solhøj 4, 8700 Horsens',
    'Hun bor Søndervangen 45',
  ],
  'double space': ['to  mellemrum'],
  'space before mark': ['et mellemrum , her', 'et mellemrum .', 'hvad nu ?'],
  'straight quote': ['det ny" brev'],
};

const NOT_FOUND = [
  'Det er sket. Alle 12 skoler er med.',
  'Alle 12 skoler er med.',
  'Planen for Torvet 2026 følges.',
  'Skolevej 3 km fra byen, Havnevej 40 pct. færdig.',
  'Vi fik 14 sager i 2025, 3 flere end i 2024.',
  'Beløbet var 1.234.567 kr. (sag 2025-4711).',
  'Beløbet var 12.345.678 kr., og 12 345 678 kr. i alt.',
  'Beløbet var 21772177 kr.',
  'Det ”nye” brev … og så videre [...].',
  'Mødet er den 3. december 2026 kl. 12.30.',
  'Mødet er den 28.02.2026, 08.30-10.00.',
  'Perioden er 2023-2024 og 2024 2025.',
  'Filen er fra 20261224 og 24122026.',
  'Filen er fra 20261231 og 31122026, 01012026 og 12012026.',
  'J.nr. 00.01.00-A26-3-25.',
  'Sagsnr. 24-12345678 og sag 21772177.',
  'CVR-nr. 29189846 og EAN 5790001234567.',
  'Sagen om 010190-XXXX.',
  'Der var en fejl! Vi har rettet den.',
  'På vej 3 gange, og 2. udgave 12 steder.',
  'Priserne er 12 @ 14.50.',
  'Kapitel XXI (se [1] og [2]).',
  'Følg os på #navneliste.',
  'Filen hedder .docx, og prisen er 5 % :-)',
];

describe('what a careful reader would ask about', () => {
  for (const [kind, texts] of Object.entries(FOUND)) {
    for (const text of texts) {
      it(`is found once, as ${kind}, in: ${text}`, () => assert.deepEqual(kindsIn(text), [kind]));
    }
  }

  for (const text of NOT_FOUND) {
    it(`is not found in: ${text}`, () => assert.deepEqual(kindsIn(text), []));
  }

  it('is told once for each place, as the gravest of what it may be', () => {
    assert.deepEqual(kindsIn('{navn  "x" @ y.dk , 21 77 21 77}'), ['leftover field']);
    assert.deepEqual(kindsIn('010190  1234'), ['cpr number']);
    assert.deepEqual(kindsIn('ord  , ord'), ['space before mark']);
    assert.deepEqual(kindsIn('Ring 2177 2177 eller 21.77.21.77, a@b.dk'), [
      'e-mail address',
      'phone number',
      'phone number',
    ]);
  });

  for (const [text, proposal] of [
    ['to  mellemrum', 'to mellemrum'],
    ['et mellemrum , her', 'et mellemrum, her'],
    ['det ny" brev', 'det ny” brev'],
    [`${'a '.repeat(20)}det ny" brev${' a'.repeat(20)}`, '…a a a a a a a det ny” brev a a a a a a a…'],
  ] as const) {
    it(`is mended where that needs no person: ${proposal}`, () => {
      assert.deepEqual(
        findingsIn(text).map((finding) => finding.proposal),
        [proposal],
      );
    });
  }

  it('is only shown where a person must mend it', () => {
    const [finding] = findingsIn('Sagen om {navn} er lukket.');
    assert.deepEqual(finding, { kind: 'leftover field', excerpt: 'Sagen om {navn} er lukket.' });
  });

  it('is shown in one line', () => {
    assert.equal(findingsIn('Sagen\nom\t{navn}')[0]?.excerpt, 'Sagen om {navn}');
  });

  it('is told in the order of place among those of its kind, whichever pattern found it', () => {
    const text = `Her står TODO${' ord'.repeat(20)} {navn}${' ord'.repeat(20)} TBD${' ord'.repeat(20)} [XX] til sidst.`;
    assert.deepEqual(
      findingsIn(text).map(({ excerpt }) => /TODO|navn|TBD|XX/u.exec(excerpt)?.[0]),
      ['TODO', 'navn', 'TBD', 'XX'],
    );
  });

  it('does not tell a CPR number beside it', () => {
    const [number, quote] = findingsIn('Sagen "010190-1234.');
    assert.equal(number?.excerpt, 'Sagen "010190-1234.');
    assert.deepEqual([quote?.excerpt, quote?.proposal], ['Sagen "######-####.', 'Sagen ”######-####.']);
  });

  it(`is at most ${FINDINGS_IN_A_TEXT} places in a text, the gravest first`, () => {
    const kinds = kindsIn(`${'"'.repeat(10_000)} a@b.dk`);
    assert.equal(kinds.length, FINDINGS_IN_A_TEXT);
    assert.equal(kinds[0], 'e-mail address');
  });

  it('never lies over another, and never parts a character, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...' "ab1234@.{}[]XÆ😀\n-'), maxLength: 200 }), (text) => {
        for (const { excerpt } of findingsIn(text)) assert.doesNotMatch(excerpt, /\p{Surrogate}/u);
      }),
    );
  });
});
