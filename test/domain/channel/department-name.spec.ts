import assert from 'node:assert/strict';
import fc from 'fast-check';
import { departmentNameKey, parseDepartmentName } from '../../../src/domain/channel/department-name.js';
import { DEPARTMENT_NAME_MAX, RAW_TEXT_MAX } from '../../../src/domain/limits.js';
import { accepted, refused } from '../../../src/domain/result.js';

describe('a department’s name', () => {
  it('is kept on one line, cleaned', () => {
    assert.deepEqual(parseDepartmentName('  Børn\u00A0og \r\nFamilie\u200B '), accepted('Børn og Familie'));
  });

  for (const name of [
    'Kultur & Fritid',
    'Plan, Byg & Miljø',
    'Børn/Unge',
    'Teknik/Miljø (drift)',
    'Skole #2',
    'Skole - 0.-9. klasse',
    'IT\\Digitalisering',
    'IT + data',
    'Hvem er vi?',
    'Café Ærø – Trần Hưng Đạo',
    'Школа 2',
    'Σχολείο 2',
    'ラーメン東京',
    '한국어 漢字',
    '2026',
    '🏫',
  ]) {
    it(`may be "${name}"`, () => {
      assert.deepEqual(parseDepartmentName(name), accepted(name));
    });
  }

  for (const [raw, name] of [
    ['ＨＲ', 'HR'],
    ['ﬁnans', 'finans'],
    ['Børn´s Hus', 'Børn’s Hus'],
    ['Skole ①', 'Skole 1'],
    ['Bo\u0308rn', 'Börn'],
    ['Sko\u200Dle\uFE0F', 'Skole'],
  ] as const) {
    it(`is kept as "${name}" when it is written as ${JSON.stringify(raw)}`, () => {
      assert.deepEqual(parseDepartmentName(raw), accepted(name));
    });
  }

  for (const raw of ['', '  \n', '\u200B', '\u200D']) {
    it(`is missing when it is ${JSON.stringify(raw)}`, () => {
      assert.deepEqual(parseDepartmentName(raw), refused({ kind: 'missing' }));
    });
  }

  it(`may be ${DEPARTMENT_NAME_MAX} characters long, and no longer`, () => {
    const longest = 'H'.repeat(DEPARTMENT_NAME_MAX);
    assert.deepEqual(parseDepartmentName('Ｈ'.repeat(DEPARTMENT_NAME_MAX)), accepted(longest));
    assert.deepEqual(
      parseDepartmentName('å'.repeat(DEPARTMENT_NAME_MAX + 1)),
      refused({ kind: 'too long', length: DEPARTMENT_NAME_MAX + 1, max: DEPARTMENT_NAME_MAX }),
    );
  });

  it('is as long as its form for storing is', () => {
    const length = 3 * 40;
    assert.deepEqual(
      parseDepartmentName('…'.repeat(40)),
      refused({ kind: 'too long', length, max: DEPARTMENT_NAME_MAX }),
    );
  });

  it('is refused with its own length when it is too long to be cleaned', () => {
    const length = RAW_TEXT_MAX + 1;
    assert.deepEqual(
      parseDepartmentName(' '.repeat(length)),
      refused({ kind: 'too long', length, max: DEPARTMENT_NAME_MAX }),
    );
  });

  it('is not given another form when it is longer than a name may be, since that could make it 18 times as long', () => {
    const length = RAW_TEXT_MAX;
    assert.deepEqual(
      parseDepartmentName('\uFDFA'.repeat(length)),
      refused({ kind: 'too long', length, max: DEPARTMENT_NAME_MAX }),
    );
  });

  for (const number of ['311299-4321', '３１１２９９-４３２１']) {
    it(`names no person by number: ${number}`, () => {
      const problem = { kind: 'cpr number', certainty: 'certain' } as const;
      assert.deepEqual(parseDepartmentName(`Sagen om ${number}`), refused(problem));
    });
  }

  for (const character of '[]<>*_`~|{}$') {
    it(`has no "${character}", which Teams would read as a mark of its own`, () => {
      assert.deepEqual(parseDepartmentName(`Børn ${character} Familie`), refused({ kind: 'bad character', character }));
    });
  }

  it('has no mark of Teams that comes from another form of it', () => {
    assert.deepEqual(parseDepartmentName('Børn ＊ Familie'), refused({ kind: 'bad character', character: '*' }));
  });

  for (const [what, raw, character] of [
    ['a digit of another script', 'Skole ٢', '٢'],
    ['a digit of another script beside letters of it', 'مدرسة ٢', '٢'],
    ['more than two marks on a letter', 'Sko\u0325\u0330\u0323le', '\u25CC\u0323'],
    ['a mark on nothing', '\u0301Skole', '\u25CC\u0301'],
    ['a mark on a space', 'Ny \u0301Skole', '\u25CC\u0301'],
    ['an annotation that nobody sees', 'Sko\uFFF9le', 'U+FFF9'],
    ['a sign for numbers that has no look of its own', 'Skole \u06002', 'U+0600'],
    ['a character that everyone may draw as they like', 'Skole \uE000', 'U+E000'],
    ['a letter of a script that nobody writes today', 'ᚱᚢᚾ', 'ᚱ'],
  ] as const) {
    it(`has not ${what}`, () => {
      assert.deepEqual(parseDepartmentName(raw), refused({ kind: 'bad character', character }));
    });
  }

  for (const [what, raw, character] of [
    ['a Cyrillic letter among Latin ones', 'Skоle', 'о'],
    ['a Latin letter among Cyrillic ones', 'Шкoла', 'o'],
    ['a Greek letter among Latin ones', 'Ηjemmepleje', 'Η'],
    ['a word of another script', 'Skole НА', 'Н'],
    ['a mark of another script', 'Sko\u0591le', '\u25CC\u0591'],
    ['as many letters of another script as of the Latin one', 'ab вг', 'в'],
  ] as const) {
    it(`has not ${what}`, () => {
      assert.deepEqual(parseDepartmentName(raw), refused({ kind: 'mixed scripts', character }));
    });
  }
});

describe('two names', () => {
  for (const [one, other] of [
    [' BØRN  og familie', 'Børn og Familie'],
    ['A\u030Aben', 'åben'],
    ['ＨＲ', 'HR'],
    ['ІТ', 'IT'],
    ['ΙΤ', 'IT'],
    ['ΒΟΗΚ', 'ВОНК'],
    ['Ё', 'Ë'],
    ['Skоle', 'Skole'],
    ['ΟΔΟΣ', 'οδοσ'],
    ['İT', 'it'],
    ['İ\u0307T', 'it'],
    ['Sko\u200Cle', 'Skole'],
    ['½ tid', '1⁄2 tid'],
    ...['\u2010', '\u2011', '\u2013', '\u2014', '\u2212', '\uFF0D'].map(
      (dash) => [`Pleje${dash}omsorg`, 'Pleje-omsorg'] as const,
    ),
    ...['\u2018', '\u2019', '\u201B', '\u02BC', '\u2032', '\u00B4', '`', '\uFF07'].map(
      (apostrophe) => [`Børn${apostrophe}s`, "Børn's"] as const,
    ),
  ] as const) {
    it(`are the same department’s: ${JSON.stringify(one)} and ${JSON.stringify(other)}`, () => {
      assert.equal(departmentNameKey(one), departmentNameKey(other));
    });
  }

  for (const [one, other] of [
    ['Børn', 'Born'],
    ['Børn', 'Boern'],
    ['Ældre', 'Aeldre'],
    ['Århus', 'Aarhus'],
    ['Å', 'A'],
    ['Skole', 'Skole?'],
    ['Pleje-omsorg', 'Plejeomsorg'],
    ["Børn's", 'Børns'],
    ['Skole 1', 'Skole #1'],
    ['Школа', 'Shkola'],
  ] as const) {
    it(`are two departments’: ${one} and ${other}`, () => {
      assert.notEqual(departmentNameKey(one), departmentNameKey(other));
    });
  }

  it('are the same department’s in another form when they are as long as a name may be', () => {
    const one = departmentNameKey('Ｈ'.repeat(DEPARTMENT_NAME_MAX));
    assert.equal(one, departmentNameKey('H'.repeat(DEPARTMENT_NAME_MAX)));
  });

  it('that were stored before names had one form have keys no longer than a name', () => {
    const key = departmentNameKey('\uFDFA'.repeat(DEPARTMENT_NAME_MAX));
    assert.equal(key, '\uFDFA'.repeat(DEPARTMENT_NAME_MAX));
    assert.equal(departmentNameKey(key), key);
  });
});

/** Any text of a name’s length, and more of what gives trouble. */
const anyName = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
      fc.integer({ min: 0, max: 0xff_ff }).map((unit) => String.fromCharCode(unit)),
      fc.constantFrom(
        ...'abcæøåÅI ıİ´`’ʼ-‐−ＨｏοОоΣσςйЁ',
        '\u0301',
        '\u0307',
        '\u200D',
        '\uFDFA',
        'ﬁ',
        '½',
        '…',
        '\uD83D',
      ),
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(''));
/** Names as nearly all departments have them. */
const danishName = fc.string({
  unit: fc.constantFrom(...'abcdeghiopxæøåABIÆØÅ019 /#?\\&,.'),
  minLength: 1,
  maxLength: 30,
});

describe('the names of departments', () => {
  it('parse to themselves once they are parsed', () => {
    fc.assert(
      fc.property(fc.oneof(anyName, danishName), (raw) => {
        const name = parseDepartmentName(raw);
        if (name.ok) assert.deepEqual(parseDepartmentName(name.value), name);
      }),
    );
  });

  it('have keys that are their own keys, and no longer than a name', () => {
    fc.assert(
      fc.property(anyName, (raw) => {
        const key = departmentNameKey(raw.slice(0, DEPARTMENT_NAME_MAX));
        assert.equal(departmentNameKey(key), key);
        assert.ok(key.length <= DEPARTMENT_NAME_MAX);
      }),
    );
  });

  it('have the same key before and after they are parsed', () => {
    fc.assert(
      fc.property(fc.oneof(anyName, danishName), (raw) => {
        const name = parseDepartmentName(raw);
        if (name.ok) assert.equal(departmentNameKey(name.value), departmentNameKey(raw));
      }),
    );
  });

  it('differ only in case and spacing when they are Danish and have equal keys', () => {
    fc.assert(
      fc.property(danishName, danishName, (one, other) => {
        const bare = (name: string) => name.toLocaleLowerCase('da').replace(/ +/gu, ' ').trim();
        assert.equal(departmentNameKey(one) === departmentNameKey(other), bare(one) === bare(other));
        assert.equal(departmentNameKey(one), bare(one));
      }),
    );
  });
});
