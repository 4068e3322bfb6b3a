import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  departmentNameKey,
  inRoundOrder,
  mayAnswer,
  parseDepartmentName,
} from '../../../src/domain/channel/department.js';
import { DEPARTMENT_NAME_MAX, RAW_TEXT_MAX } from '../../../src/domain/limits.js';
import { aDepartment, aDepartmentId, aPerson, aRegisteredDepartment, START } from '../../support/builders.js';

describe('a department’s name', () => {
  it('is kept on one line, cleaned', () => {
    assert.deepEqual(parseDepartmentName('  Børn\u00A0og \r\nFamilie\u200B '), { ok: true, value: 'Børn og Familie' });
  });

  for (const name of [
    'Kultur & Fritid',
    'Teknik/Miljø (drift)',
    'Job, Vækst og Erhverv',
    'Skole - 0.-9. klasse',
    'IT + data',
  ]) {
    it(`may be "${name}"`, () => {
      assert.deepEqual(parseDepartmentName(name), { ok: true, value: name });
    });
  }

  for (const raw of ['', '  \n', '\u200B']) {
    it(`is missing when it is ${JSON.stringify(raw)}`, () => {
      assert.deepEqual(parseDepartmentName(raw), { ok: false, problem: { kind: 'missing' } });
    });
  }

  it(`may be ${DEPARTMENT_NAME_MAX} characters long, and no longer`, () => {
    assert.equal(parseDepartmentName('å'.repeat(DEPARTMENT_NAME_MAX)).ok, true);
    assert.deepEqual(parseDepartmentName('å'.repeat(DEPARTMENT_NAME_MAX + 1)), {
      ok: false,
      problem: { kind: 'too long', length: DEPARTMENT_NAME_MAX + 1, max: DEPARTMENT_NAME_MAX },
    });
  });

  it('is refused with its own length when it is too long to be cleaned', () => {
    const length = RAW_TEXT_MAX + 1;
    assert.deepEqual(parseDepartmentName(' '.repeat(length)), {
      ok: false,
      problem: { kind: 'too long', length, max: DEPARTMENT_NAME_MAX },
    });
  });

  it('names no person by number', () => {
    const problem = { kind: 'cpr number', certainty: 'certain' } as const;
    assert.deepEqual(parseDepartmentName('Sagen om 311299-4321'), { ok: false, problem });
  });

  for (const character of '[]<>*_`~\\#|{}$') {
    it(`has no "${character}", which cards would read as a mark`, () => {
      assert.deepEqual(parseDepartmentName(`Børn ${character} Familie`), {
        ok: false,
        problem: { kind: 'bad character', character },
      });
    });
  }

  it('is the same department’s whatever its case and spacing', () => {
    assert.equal(departmentNameKey(' BØRN  og familie'), departmentNameKey('Børn og Familie'));
    assert.equal(departmentNameKey('A\u030Aben'), departmentNameKey('åben'));
    assert.notEqual(departmentNameKey('Børn'), departmentNameKey('Born'));
  });
});

describe('a department’s answer', () => {
  const [head, deputy, other] = ['chef', 'souschef', 'medarbejder'].map((id) => aPerson({ id }));
  assert.ok(head !== undefined && deputy !== undefined && other !== undefined);

  it('may come from anyone where there are no heads', () => {
    assert.ok(mayAnswer(aDepartment({ heads: [] }), other));
  });

  it('may come from each of the heads, and from nobody else', () => {
    const department = aDepartment({ heads: [head, deputy] });
    assert.deepEqual(
      [head, deputy, other].map((person) => mayAnswer(department, person)),
      [true, true, false],
    );
  });

  it('may come from a head who has changed name, and not from a namesake', () => {
    const department = aDepartment({ heads: [head] });
    assert.ok(mayAnswer(department, { ...head, name: 'Åse Lindhardt' }));
    assert.ok(!mayAnswer(department, { ...other, name: head.name }));
  });
});

describe('the departments of a round', () => {
  const registered = (name: string, minute: number) =>
    aRegisteredDepartment({
      department: aDepartment({ id: aDepartmentId(name), name }),
      registeredAt: new Date(START.getTime() + minute * 60_000),
    });

  it('stand in the order they were registered in, whatever order they come in', () => {
    const departments = ['z', 'a', 'm'].map(registered);
    fc.assert(
      fc.property(fc.shuffledSubarray(departments, { minLength: 3 }), (shuffled) =>
        assert.deepEqual(inRoundOrder(shuffled), departments),
      ),
    );
  });

  it('stand by name, in the Danish alphabet, when they were registered at the same moment', () => {
    const names = inRoundOrder(
      ['Å', 'Z', 'Æ', 'A', 'Ø'].map((name, n) =>
        aRegisteredDepartment({ department: aDepartment({ id: aDepartmentId(`d${n}`), name }) }),
      ),
    ).map(({ department }) => department.name);
    assert.deepEqual(names, ['A', 'Z', 'Æ', 'Ø', 'Å']);
  });
});
