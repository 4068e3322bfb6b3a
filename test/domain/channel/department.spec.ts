import assert from 'node:assert/strict';
import fc from 'fast-check';
import { decidingHeads, inRoundOrder } from '../../../src/domain/channel/department.js';
import { aDepartment, aDepartmentId, aPerson, aRegisteredDepartment, START } from '../../support/builders.js';

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

describe('the heads of a department', () => {
  it('alone decide, unless what others send needs no approval', () => {
    const heads = [aPerson()];
    assert.deepEqual(decidingHeads(aDepartment({ heads, approval: true })), heads);
    assert.deepEqual(decidingHeads(aDepartment({ heads, approval: false })), []);
  });
});
