import assert from 'node:assert/strict';
import fc from 'fast-check';
import { progressOf } from '../../src/domain/progress.js';
import { aDepartment, aDepartmentId, aRoundDepartment, aVersion } from '../support/builders.js';

const departments = fc.array(fc.constantFrom('text', 'nil', undefined), { maxLength: 20 }).map((answers) =>
  answers.map((answer, position) =>
    aRoundDepartment({
      department: aDepartment({ id: aDepartmentId(`d${position}`) }),
      position,
      reply: answer === undefined ? undefined : aVersion(answer === 'nil' ? { content: { kind: 'nil' } } : {}),
    }),
  ),
);

describe('progress', () => {
  it('puts every department in one of two parts, each in the order given', () => {
    fc.assert(
      fc.property(departments, (all) => {
        const { answered, outstanding } = progressOf(all);
        assert.ok(answered.every(({ reply }) => reply !== undefined));
        assert.ok(outstanding.every(({ reply }) => reply === undefined));
        for (const part of [answered, outstanding]) {
          assert.deepEqual(
            part,
            all.filter((department) => part.includes(department)),
          );
        }
        assert.equal(answered.length + outstanding.length, all.length);
      }),
    );
  });

  it('is complete when there are departments and none is missing', () => {
    fc.assert(
      fc.property(departments, (all) => {
        const isComplete = all.length > 0 && all.every(({ reply }) => reply !== undefined);
        assert.equal(progressOf(all).isComplete, isComplete);
      }),
    );
  });

  it('counts a nil reply as an answer', () => {
    assert.ok(progressOf([aRoundDepartment({ reply: aVersion({ content: { kind: 'nil' } }) })]).isComplete);
  });

  it('is not complete for a round whose departments are not written yet', () => {
    assert.equal(progressOf([]).isComplete, false);
  });
});
