import assert from 'node:assert/strict';
import type { RoundDepartment } from '../../../src/domain/round/round.js';
import type { DepartmentNotice } from '../../../src/domain/work/delivery.js';
import { isNoticeTrue } from '../../../src/domain/work/notice-truth.js';
import {
  aDecline,
  aDepartmentId,
  aDraft,
  anAcceptedDecline,
  anAnswerToAll,
  aPerson,
  aProposal,
  aProposedEdit,
  aQuestion,
  aQuestionAnswer,
  aRoundDepartment,
  aSentBack,
  aTimeDecision,
  aTimeRequest,
  aVersion,
  START,
} from '../../support/builders.js';

const EXCUSED = { decline: aDecline({ accepted: anAcceptedDecline() }) };
const ON_BEHALF = { reply: aVersion({ isOnBehalf: true }) };

/** The answer comes a minute after the question, and this is later. */
const LATER = new Date(START.getTime() + 120_000);
const ANSWERED = { questions: [aQuestion({ answer: aQuestionAnswer() })] };

/** The department has answered, or it is the secretariat that must act. */
const OTHERS_ACT = [{ reply: aVersion() }, { decline: aDecline() }, EXCUSED, { timeRequest: aTimeRequest() }];

const CASES: Readonly<
  Record<DepartmentNotice, readonly [still: Partial<RoundDepartment>, not: Partial<RoundDepartment>[]]>
> = {
  nudged: [{}, OTHERS_ACT],
  'sent back': [{ reply: aVersion(), sentBack: aSentBack() }, [{ reply: aVersion({ number: 2 }) }]],
  'approval wanted': [{ proposal: aProposal() }, [{ reply: aVersion() }]],
  'answered on behalf': [ON_BEHALF, [{ reply: aVersion({ number: 2 }) }, { ...ON_BEHALF, sentBack: aSentBack() }]],
  reopened: [{}, OTHERS_ACT],
  'told again': [{}, OTHERS_ACT],
  'deadline moved': [{}, OTHERS_ACT],
  'question answered': [
    ANSWERED,
    [
      { questions: [aQuestion()] },
      { ...ANSWERED, reply: aVersion({ at: LATER }) },
      { ...ANSWERED, draft: aDraft({ at: LATER }) },
      { questions: [...ANSWERED.questions, aQuestion({ at: LATER })] },
    ],
  ],
  'answered to all': [
    { answersToAll: [anAnswerToAll()] },
    [
      {},
      { answersToAll: [anAnswerToAll({ askedBy: aDepartmentId() })] },
      { answersToAll: [anAnswerToAll()], draft: aDraft({ at: LATER }) },
      ...OTHERS_ACT.map((acted) => ({ ...acted, answersToAll: [anAnswerToAll()] })),
    ],
  ],
  'edit proposed': [
    { reply: aVersion(), proposedEdit: aProposedEdit() },
    [
      { reply: aVersion() },
      { reply: aVersion({ number: 2 }), proposedEdit: aProposedEdit() },
      { reply: aVersion(), proposedEdit: aProposedEdit(), proposal: aProposal() },
      { reply: aVersion(), proposedEdit: aProposedEdit({ dismissed: { line: '', by: aPerson(), at: LATER } }) },
    ],
  ],
  'time declined': [
    { timeRequest: aTimeRequest({ decision: aTimeDecision({ isGranted: false }) }) },
    [{}, { timeRequest: aTimeRequest({ decision: aTimeDecision({ isGranted: true }) }) }, ...OTHERS_ACT],
  ],
};

describe('a notice to a department', () => {
  for (const [name, [still, others]] of Object.entries(CASES)) {
    const notice = name as DepartmentNotice; // the keys of CASES are these, and no others

    it(`"${notice}" is for a department of which it is so`, () => {
      assert.equal(isNoticeTrue(notice, aRoundDepartment(still)), true);
      for (const changes of others) assert.equal(isNoticeTrue(notice, aRoundDepartment(changes)), false);
    });

    it(`"${notice}" is for nobody once the round is closed`, () => {
      assert.equal(isNoticeTrue(notice, aRoundDepartment({ ...still, isLocked: true })), false);
    });
  }
});
