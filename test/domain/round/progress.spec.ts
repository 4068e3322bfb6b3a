import assert from 'node:assert/strict';
import fc from 'fast-check';
import { progressOf } from '../../../src/domain/round/progress.js';
import type { RoundDepartment } from '../../../src/domain/round/round.js';
import {
  aDecline,
  aDepartment,
  aDepartmentId,
  aDraft,
  aNilReply,
  anAcceptedDecline,
  aProposal,
  aRoundDepartment,
  aSentBack,
  aVersion,
} from '../../support/builders.js';

const ANSWERED: readonly Partial<RoundDepartment>[] = [
  { reply: aVersion() },
  { reply: aVersion({ content: aNilReply() }) },
  { reply: aVersion(), proposal: aProposal(), draft: aDraft() },
  { reply: aVersion(), isLocked: true },
];
const EXCUSED: readonly Partial<RoundDepartment>[] = [true, false].map((inNotat) => ({
  decline: aDecline({ accepted: anAcceptedDecline({ inNotat }) }),
}));
const OUTSTANDING: readonly Partial<RoundDepartment>[] = [
  {},
  { draft: aDraft() },
  { proposal: aProposal() },
  { decline: aDecline() },
  { sentBack: aSentBack() },
  { reply: aVersion(), sentBack: aSentBack() },
  { isLocked: true },
];

const departments = fc
  .array(fc.constantFrom(...ANSWERED, ...EXCUSED, ...OUTSTANDING), { maxLength: 20 })
  .map((all) =>
    all.map((changes, position) =>
      aRoundDepartment({ department: aDepartment({ id: aDepartmentId(`d${position}`) }), position, ...changes }),
    ),
  );

describe('progress', () => {
  it('puts every department in one of three parts, each in the order given', () => {
    fc.assert(
      fc.property(departments, (all) => {
        const { answered, excused, outstanding } = progressOf({ departments: all, unreadable: [] });
        for (const part of [answered, excused, outstanding]) {
          assert.deepEqual(
            part,
            all.filter((department) => part.includes(department)),
          );
        }
        assert.equal(new Set([...answered, ...excused, ...outstanding]).size, all.length);
        assert.equal(answered.length + excused.length + outstanding.length, all.length);
      }),
    );
  });

  it('counts as answered those whose reply stands, a nil reply as any other', () => {
    const all = ANSWERED.map(aRoundDepartment);
    assert.deepEqual(progressOf({ departments: all, unreadable: [] }), {
      answered: all,
      excused: [],
      outstanding: [],
      unreadable: [],
      asked: all.length,
      isComplete: true,
    });
  });

  it('counts as excused those whose area it is not, in the notat or left out of it', () => {
    const all = EXCUSED.map(aRoundDepartment);
    assert.deepEqual(progressOf({ departments: all, unreadable: [] }), {
      answered: [],
      excused: all,
      outstanding: [],
      unreadable: [],
      asked: 0,
      isComplete: true,
    });
  });

  it('awaits those who have sent nothing, wait for a head or a decision, or were sent back', () => {
    const all = OUTSTANDING.map(aRoundDepartment);
    assert.deepEqual(progressOf({ departments: all, unreadable: [] }), {
      answered: [],
      excused: [],
      outstanding: all,
      unreadable: [],
      asked: all.length,
      isComplete: false,
    });
  });

  it('is complete when there are departments and none is outstanding', () => {
    fc.assert(
      fc.property(departments, (all) => {
        const { outstanding, isComplete } = progressOf({ departments: all, unreadable: [] });
        assert.equal(isComplete, all.length > 0 && outstanding.length === 0);
      }),
    );
  });

  it('asks those whose rows cannot be read, and is not complete before they can be', () => {
    const all = ANSWERED.map(aRoundDepartment);
    const unreadable = [{ departmentId: aDepartmentId('d9'), name: 'Veje', position: 9 }];
    const progress = progressOf({ departments: all, unreadable });
    assert.deepEqual([progress.unreadable, progress.asked, progress.isComplete], [unreadable, all.length + 1, false]);
  });

  it('is not complete for a round whose departments are not written yet', () => {
    assert.equal(progressOf({ departments: [], unreadable: [] }).isComplete, false);
  });
});
