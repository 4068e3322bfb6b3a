import assert from 'node:assert/strict';
import fc from 'fast-check';
import { inRoundOrder, mayAnswer } from '../../../src/domain/channel/department.js';
import { aDepartment, aDepartmentId, aPerson, aRegisteredDepartment, START } from '../../support/builders.js';

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
