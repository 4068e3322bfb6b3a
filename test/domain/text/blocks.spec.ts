import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Block, rowLine, toBlocks } from '../../../src/domain/text/blocks.js';

const word = fc.string({ unit: fc.constantFrom(...'abcæøåABCÆØÅ0123456789,:'), minLength: 1, maxLength: 8 });
const sentence = fc.array(word, { minLength: 1, maxLength: 5 });
const mark = fc.constantFrom('', '', '- ', '• ', '– ', '  * ', 'o  ', '1. ', '2) ', '12. ');
const line = fc.record({ mark, sentence, end: fc.constantFrom('\n', '\n', '\n\n', '\n \n') });
const lines = fc.array(line, { maxLength: 12 });

/** Everything a reader sees in the blocks but bullets, and the dashes that turned out to be none, in order. */
function wordsOf(blocks: readonly Block[]): readonly string[] {
  return blocks
    .flatMap(textsOf)
    .flatMap((text) => text.split(' '))
    .filter((each) => !/^[-–—*]?$/u.test(each));
}

function textsOf(block: Block): readonly string[] {
  if (block.kind === 'paragraph') return [block.text];
  if (block.kind === 'bullets') return block.items;
  if (block.kind === 'table') return block.rows.flat();
  return block.items.map(({ marker, text }) => `${marker} ${text}`);
}

const paragraph = (text: string) => ({ kind: 'paragraph', text }) as const;
const bullets = (...items: readonly string[]) => ({ kind: 'bullets', items }) as const;

describe('a text as blocks', () => {
  it('holds every word exactly once and in order, numbers as they were typed', () => {
    fc.assert(
      fc.property(lines, (written) => {
        const text = written.map((each) => each.mark + each.sentence.join(' ') + each.end).join('');
        const isNumber = (each: string) => /\d/u.test(each);
        const expected = written.flatMap((each) => [
          ...(isNumber(each.mark) ? [each.mark.trim()] : []),
          ...each.sentence,
        ]);
        assert.deepEqual(wordsOf(toBlocks(text)), expected);
      }),
      { numRuns: 1_000 },
    );
  });

  it('has no empty paragraph, list or item', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        for (const block of toBlocks(text)) {
          const texts = block.kind === 'table' ? block.rows.map((cells) => cells.join('')) : textsOf(block);
          assert.ok(texts.length > 0 && texts.every((each) => each.trim() !== ''));
        }
      }),
    );
  });

  it('is nothing for an empty text', () => {
    assert.deepEqual(toBlocks(''), []);
  });

  it('makes every line a paragraph, with or without an empty line between', () => {
    assert.deepEqual(toBlocks('Vi har lært.\nOg gjort noget.\n\nOg mere.'), [
      paragraph('Vi har lært.'),
      paragraph('Og gjort noget.'),
      paragraph('Og mere.'),
    ]);
  });

  it('makes neighbouring list lines one list, and keeps what stands around it', () => {
    assert.deepEqual(toBlocks('Vi har:\n- lært\n- gjort\nTak.'), [
      paragraph('Vi har:'),
      bullets('lært', 'gjort'),
      paragraph('Tak.'),
    ]);
  });

  for (const bullet of ['-', '–', '—', '*', '•', '·', '▪', '◦', '‣', '●', '○']) {
    it(`takes "${bullet}" for a bullet`, () => {
      assert.deepEqual(toBlocks(`${bullet} lært\n  ${bullet} gjort`), [bullets('lært', 'gjort')]);
    });
  }

  for (const [what, bullet] of [
    ['symbol fonts leave', '\uF0B7'],
    ['symbol fonts leave for a square', '\uF0A7'],
    ['lists have at other levels', '⁃'],
    ['operators look like', '∙'],
    ['are diamonds', '◆'],
    ['are triangles', '►'],
    ['are arrowheads', '➢'],
    ['are arrows', '→'],
    ['are ticks', '✓'],
    ['are heavy ticks', '✔'],
  ] as const) {
    it(`takes marks that ${what} for bullets (${bullet})`, () => {
      assert.deepEqual(toBlocks(`${bullet} lært\n${bullet}\tgjort`), [bullets('lært', 'gjort')]);
    });
  }

  for (const letter of ['o', '§', 'Ø', 'ü', 'q', 'v', 'n']) {
    it(`takes "${letter}" with a tab for a bullet, as Word pastes it`, () => {
      assert.deepEqual(toBlocks(`•\tVi har lært:\n${letter}\tat svare\n•\tVi følger op.`), [
        bullets('Vi har lært:', 'at svare', 'Vi følger op.'),
      ]);
    });
  }

  it('takes a bullet without a gap, and one whose words stand on the next line; nothing after it is no item', () => {
    assert.deepEqual(toBlocks('•lært\n•\nGjort\n•'), [bullets('lært', 'Gjort')]);
  });

  it('takes an "o" with a wide gap for a bullet, as mail programs paste it, and not one that is a word', () => {
    assert.deepEqual(toBlocks('o   lært'), [bullets('lært')]);
    assert.deepEqual(toBlocks('o lært'), [paragraph('o lært')]);
  });

  it('makes a single bullet a list', () => {
    assert.deepEqual(toBlocks('- lært'), [bullets('lært')]);
    assert.deepEqual(toBlocks('Vi har:\n- lært'), [paragraph('Vi har:'), bullets('lært')]);
    assert.deepEqual(toBlocks('Vi har lært.\n• gjort'), [paragraph('Vi har lært.'), bullets('gjort')]);
  });

  for (const line of ['- Karen', '– Karen Hansen, afdelingsleder', '— sagde borgeren.', '* ekskl. moms']) {
    it(`leaves a single dash or star after other text alone: ${line}`, () => {
      assert.deepEqual(toBlocks(`Vi har lært.\n${line}`), [paragraph('Vi har lært.'), paragraph(line)]);
      assert.deepEqual(toBlocks(`Vi har lært.\n\n${line}\n  Socialområdet`), [
        paragraph('Vi har lært.'),
        paragraph(line),
        paragraph('Socialområdet'),
      ]);
    });
  }

  for (const text of [
    '- et\n-\n- to',
    '-et\n-to',
    '–et\n–to',
    '‐ et\n‑ to',
    '-> et\n=> to',
    'o et\no to',
    '• et\no to',
    'ü et\nü to',
  ]) {
    it(`takes lines of what is typed in a hurry for a list: ${JSON.stringify(text)}`, () => {
      assert.deepEqual(toBlocks(text), [bullets('et', 'to')]);
    });
  }

  it('takes a number with its bracket at its word for an item', () => {
    const items = [
      { marker: '1)', text: 'skoler' },
      { marker: '2)', text: 'veje' },
    ];
    assert.deepEqual(toBlocks('1)skoler\n2)veje'), [{ kind: 'numbered', items }]);
  });

  for (const text of [
    '- 5 mio. kr. i 2025',
    '+ 3 mio. kr.\n- 2 mio. kr.\n= 1 mio. kr.',
    '−5 grader\n−3 grader',
    '− 5\n− 3',
  ]) {
    it(`keeps the signs of figures: ${JSON.stringify(text)}`, () => {
      assert.deepEqual(toBlocks(text), text.split('\n').map(paragraph));
    });
  }

  it('leaves a dash or a number that belongs to its word alone', () => {
    assert.deepEqual(toBlocks('-5 grader\n-7 grader'), [paragraph('-5 grader'), paragraph('-7 grader')]);
    assert.deepEqual(toBlocks('1.200 borgere\n1.300 borgere'), [
      paragraph('1.200 borgere'),
      paragraph('1.300 borgere'),
    ]);
  });

  for (const markers of [
    ['2.', '3)'],
    ['(1)', '(2)'],
    ['a)', 'b)'],
    ['A.', 'B.'],
    ['i.', 'ii.', 'iii.'],
    ['1.1', '1.2', '2.'],
    ['1.', 'a)', 'b)', '2.', 'a)', '3.'],
    ['9.', '10.', '12.'],
  ]) {
    it(`keeps the numbers of a numbered list as they were typed: ${markers.join(' ')}`, () => {
      const items = markers.map((marker) => ({ marker, text: 'lært' }));
      assert.deepEqual(toBlocks(markers.map((marker) => `${marker} lært`).join('\n')), [{ kind: 'numbered', items }]);
    });
  }

  it('takes a number without a gap, and one whose words stand on the next line', () => {
    const items = ['1.', '2.'].map((marker) => ({ marker, text: 'Vi har lært' }));
    assert.deepEqual(toBlocks('1.Vi har lært\n2.Vi har lært'), [{ kind: 'numbered', items }]);
    assert.deepEqual(toBlocks('1.\nVi har lært\n2.\nVi har lært'), [{ kind: 'numbered', items }]);
  });

  for (const [what, text] of [
    ['indented', '1. Vi har lært at svare,\n   Når borgeren spørger.\n2. Vi følger op.'],
    ['not indented', '1. Vi har lært at svare,\nnår borgeren spørger.\n2. Vi følger op.'],
  ] as const) {
    it(`lets a numbered item go on on the next line, ${what}`, () => {
      const [block] = toBlocks(text);
      assert.equal(block?.kind, 'numbered');
      assert.equal(block.items[0]?.text.toLowerCase(), 'vi har lært at svare, når borgeren spørger.');
      assert.equal(toBlocks(text).length, 1);
    });
  }

  it('lets an item go on with a sentence of its own only between two numbers', () => {
    const items = [
      { marker: '1.', text: 'Vi har lært. Det gør vi stadig.' },
      { marker: '2.', text: 'Vi følger op.' },
    ];
    assert.deepEqual(toBlocks('1. Vi har lært.\nDet gør vi stadig.\n2. Vi følger op.\nTak.'), [
      { kind: 'numbered', items },
      paragraph('Tak.'),
    ]);
  });

  it('keeps what stands below a numbered heading a paragraph of its own', () => {
    assert.deepEqual(toBlocks('1. Børn\nVi har lært.\n2. Unge\nVi følger op.'), [
      { kind: 'numbered', items: [{ marker: '1.', text: 'Børn' }] },
      paragraph('Vi har lært.'),
      { kind: 'numbered', items: [{ marker: '2.', text: 'Unge' }] },
      paragraph('Vi følger op.'),
    ]);
  });

  it('lets a bullet go on on the next line, and not over a heading', () => {
    assert.deepEqual(toBlocks('- lært at svare\nnår de spørger\n- gjort\n  Mere\nUnge:\n- nyt\n- mere'), [
      bullets('lært at svare når de spørger', 'gjort Mere'),
      paragraph('Unge:'),
      bullets('nyt', 'mere'),
    ]);
  });

  it('keeps bullets below a number in their place', () => {
    assert.deepEqual(toBlocks('1. Vi har lært\n   - at svare\n   - at skrive\n2. Vi følger op'), [
      { kind: 'numbered', items: [{ marker: '1.', text: 'Vi har lært' }] },
      bullets('at svare', 'at skrive'),
      { kind: 'numbered', items: [{ marker: '2.', text: 'Vi følger op' }] },
    ]);
  });

  it('takes a tab for four blanks, and a tab after a mark for no table', () => {
    assert.deepEqual(toBlocks('    - ét\n\t- to'), [bullets('ét', 'to')]);
    assert.deepEqual(toBlocks('  -\tét\n  -\tto'), [bullets('ét', 'to')]);
  });

  it('does not take a number with nothing after it for a list', () => {
    assert.deepEqual(toBlocks('3.'), [paragraph('3.')]);
  });

  it('takes a month for what a parenthesis counts', () => {
    assert.deepEqual(toBlocks('1) januar\n2) februar'), [
      {
        kind: 'numbered',
        items: [
          { marker: '1)', text: 'januar' },
          { marker: '2)', text: 'februar' },
        ],
      },
    ]);
  });

  it('does not take a sentence that begins with a date for a list', () => {
    const text = '3. december holder vi møde.';
    assert.deepEqual(toBlocks(text), [paragraph(text)]);
    assert.deepEqual(toBlocks(`- lært\n${text}`), [bullets('lært'), paragraph(text)]);
  });

  for (const lines of [
    ['18. september: møde', '2. oktober: opfølgning', '16. oktober: evaluering'],
    ['18. september: møde', '19. september: opfølgning'],
    ['18. og 19. sept.: møde', '20. sept.: opfølgning'],
    ['1. kvartal: 12 sager', '2. kvartal: 9 sager'],
    ['5. klasse har svaret', '6. klasse har ikke'],
    ['2025. Det var året.', '2026. Det er i år.'],
    ['9.00 Velkomst', '9.30 Oplæg', '10.15 Pause'],
    ['1.5 mio. kr. i drift', '1.7 mio. kr. i anlæg'],
    ['12. maj var vi færdige', '4. juni begyndte vi igen'],
    ['3) først', '1) så'],
    ['§ 12 om svar', '§ 13 om frister'],
    ['J. Hansen', 'K. Jensen'],
    ['A.P. Møller gav', 'B.S. gav også'],
  ]) {
    it(`does not take for a list: ${lines.join(' / ')}`, () => {
      assert.deepEqual(toBlocks(lines.join('\n')), lines.map(paragraph));
    });
  }

  it('ends a list at an empty line', () => {
    assert.deepEqual(toBlocks('- lært\n\n- gjort'), [bullets('lært'), bullets('gjort')]);
  });
});

describe('a table pasted as tabs', () => {
  const table = (...rows: readonly (readonly string[])[]) => ({ kind: 'table', rows }) as const;

  it('keeps its cells apart and in their column, empty ones too', () => {
    assert.deepEqual(toBlocks('Tal:\nÅr\tKlager\tMedhold\n2024\t\t3\n2025\t9\nSlut.'), [
      paragraph('Tal:'),
      table(['År', 'Klager', 'Medhold'], ['2024', '', '3'], ['2025', '9', '']),
      paragraph('Slut.'),
    ]);
  });

  it('may have no first heading, and an empty column between others, but none at the end', () => {
    assert.deepEqual(toBlocks('\tKlager\t\n2024\t9\t\n'), [table(['', 'Klager'], ['2024', '9'])]);
    assert.deepEqual(toBlocks('a\t\tb\nc\t\td'), [table(['a', '', 'b'], ['c', '', 'd'])]);
  });

  it('may be a single row of three cells, and not a tab between two words or before one', () => {
    assert.deepEqual(toBlocks('År\tKlager\tMedhold'), [table(['År', 'Klager', 'Medhold'])]);
    assert.deepEqual(toBlocks('Karen\tHansen'), [paragraph('Karen Hansen')]);
    assert.deepEqual(toBlocks('\tVi har\n\tgjort'), [paragraph('Vi har'), paragraph('gjort')]);
  });

  it('may have numbers in its first column, which are no list', () => {
    assert.deepEqual(toBlocks('1.\tKlager\t9\n2.\tMedhold\t3'), [table(['1.', 'Klager', '9'], ['2.', 'Medhold', '3'])]);
  });

  it('holds every cell once and in order, whatever they are', () => {
    const cell = fc.string({ unit: fc.constantFrom(...'abcæøå -1.'), maxLength: 5 }).map((text) => text.trim());
    const row = fc.array(cell, { minLength: 3, maxLength: 5 }).map(([first, ...rest]) => [`x${first}`, ...rest]);
    // Without a tab between words in any line it is no table: the tabs at the end of a line separate nothing.
    const rowsOfTable = fc
      .array(row, { minLength: 2, maxLength: 5 })
      .filter((rows) => rows.some(([, ...rest]) => rest.some((text) => text !== '')));
    fc.assert(
      fc.property(rowsOfTable, (rows) => {
        const [block, ...others] = toBlocks(rows.map((cells) => cells.join('\t')).join('\n'));
        assert.ok(block?.kind === 'table' && others.length === 0);
        for (const [index, cells] of rows.entries()) {
          assert.deepEqual(
            block.rows[index],
            Array.from(block.rows[0] ?? [], (_, column) => cells[column] ?? ''),
          );
        }
      }),
    );
  });
});

describe('a table’s row on one line', () => {
  it('has its cells in their places', () => assert.equal(rowLine(['2024', '', '3']), '2024 |  | 3'));
});

describe('where a list or a table ends', () => {
  const list = (...items: readonly (readonly [marker: string, text: string])[]): Block => ({
    kind: 'numbered',
    items: items.map(([marker, text]) => ({ marker, text })),
  });
  const plain = (text: string): Block => ({ kind: 'paragraph', text });

  it('counts the tabs of each table by themselves', () => {
    const rows = [['a', 'b', 'c']];
    assert.deepEqual(toBlocks('a\tb\tc\n\nVi ringer\tnu'), [{ kind: 'table', rows }, plain('Vi ringer nu')]);
    assert.deepEqual(toBlocks('x\ty\n\nz\tq'), [plain('x y'), plain('z q')]);
  });

  it('takes one number beside a bullet for no list', () => {
    const bullets: Block = { kind: 'bullets', items: ['ringer'] };
    assert.deepEqual(toBlocks('1. Kursus\n- ringer'), [plain('1. Kursus'), bullets]);
    assert.deepEqual(toBlocks('- ringer\n1. Kursus'), [bullets, plain('1. Kursus')]);
  });

  it('lets numbers in levels follow without a gap alone', () => {
    assert.deepEqual(toBlocks('1. A\n1.1 B\n1.3 C'), [list(['1.', 'A'], ['1.1', 'B']), plain('1.3 C')]);
    assert.deepEqual(toBlocks('2. A\n2.1 B\n3.2 C'), [list(['2.', 'A'], ['2.1', 'B']), plain('3.2 C')]);
    assert.deepEqual(toBlocks('2. A\n2.1 B\n3.1 C'), [list(['2.', 'A'], ['2.1', 'B'], ['3.1', 'C'])]);
  });
});
