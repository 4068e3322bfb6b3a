import assert from 'node:assert/strict';
import { unreadableOf } from '../../../src/domain/round/round.js';
import { aDepartment, aDepartmentId, anAddress, aPlan, aRound, aRoundDepartment } from '../../support/builders.js';

const [FIRST, SECOND] = ['d0', 'd1'].map((id) => aDepartment({ id: aDepartmentId(id), name: `Fagområde ${id}` }));
const UNKNOWN = aDepartmentId('ukendt');

describe('the departments of a round that cannot be read', () => {
  assert.ok(FIRST && SECOND);
  const invitations = [FIRST, SECOND].map((department) => ({ department, address: anAddress({}, department.id) }));
  const plan = aPlan({ invitations });
  const read = [aRoundDepartment({ department: FIRST })];
  const second = { departmentId: SECOND.id, name: SECOND.name, position: 1 };

  it('are those whose rows are there and cannot be understood, with the name that the plan has', () => {
    for (const state of ['planned', 'starting', 'open', 'closed'] as const) {
      assert.deepEqual(unreadableOf(aRound({ plan, state }), read, [SECOND.id]), [second]);
    }
  });

  it('are also those whose rows are gone, once they have been written', () => {
    assert.deepEqual(unreadableOf(aRound({ plan, state: 'open' }), read, []), [second]);
    assert.deepEqual(unreadableOf(aRound({ plan, state: 'planned' }), read, []), []);
    assert.deepEqual(unreadableOf(aRound({ plan, state: 'starting' }), read, []), []);
  });

  it('come after the others, without a name, where the plan does not know them', () => {
    const all = [...read, aRoundDepartment({ department: SECOND })];
    assert.deepEqual(unreadableOf(aRound({ plan, state: 'open' }), all, [UNKNOWN]), [
      { departmentId: UNKNOWN, name: undefined, position: 2 },
    ]);
  });
});
