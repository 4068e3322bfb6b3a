import assert from 'node:assert/strict';
import { type FollowUp, followUpsFor } from '../../../src/domain/reply/follow-ups.js';
import type { RoundDepartment } from '../../../src/domain/round/round.js';
import {
  aDecline,
  aDraft,
  aNilReply,
  anAcceptedDecline,
  aProposal,
  aQuestion,
  aQuestionAnswer,
  aRoundDepartment,
  aSentBack,
  aTimeDecision,
  aTimeRequest,
  aVersion,
} from '../../support/builders.js';

const excused = (inNotat: boolean) => ({ decline: aDecline({ accepted: anAcceptedDecline({ inNotat }) }) });

const ROWS: readonly (readonly [what: string, Partial<RoundDepartment>, readonly FollowUp[]])[] = [
  ['has not answered', {}, ['answer', 'nudge', 'move deadline']],
  ['has asked for time', { timeRequest: aTimeRequest() }, ['grant time', 'decline time', 'answer', 'move deadline']],
  [
    'has got an answer to that',
    { timeRequest: aTimeRequest({ decision: aTimeDecision() }) },
    ['answer', 'nudge', 'move deadline'],
  ],
  [
    'has asked for time, and then declined',
    { timeRequest: aTimeRequest(), decline: aDecline() },
    ['accept in notat', 'accept left out', 'send back', 'answer'],
  ],
  ['has asked something', { questions: [aQuestion()] }, ['answer question', 'answer', 'nudge', 'move deadline']],
  [
    'has asked something, and answered',
    { questions: [aQuestion()], reply: aVersion() },
    ['answer question', 'send back', 'answer', 'propose edit'],
  ],
  [
    'has got an answer to its question',
    { questions: [aQuestion({ answer: aQuestionAnswer() })], reply: aVersion() },
    ['send back', 'answer', 'propose edit'],
  ],
  ['has a draft', { draft: aDraft() }, ['answer', 'nudge', 'move deadline']],
  ['waits for its head', { proposal: aProposal() }, ['answer', 'nudge', 'move deadline']],
  [
    'waits for its head beside a draft, of which one would be lost',
    { proposal: aProposal(), draft: aDraft() },
    ['nudge', 'move deadline'],
  ],
  [
    'waits for its head to say that there is nothing to say, beside a draft',
    { proposal: aProposal({ content: aNilReply() }), draft: aDraft() },
    ['answer', 'nudge', 'move deadline'],
  ],
  [
    'has declined, and so waits for the secretariat',
    { decline: aDecline() },
    ['accept in notat', 'accept left out', 'send back', 'answer'],
  ],
  ['is excused in the notat', excused(true), ['accept left out', 'send back', 'answer']],
  ['is left out of the notat', excused(false), ['accept in notat', 'send back', 'answer']],
  ['has answered', { reply: aVersion() }, ['send back', 'answer', 'propose edit']],
  ['has answered, with a correction that waits for its head', { reply: aVersion(), proposal: aProposal() }, ['answer']],
  [
    'has had its reply sent back',
    { reply: aVersion(), sentBack: aSentBack() },
    ['send back', 'answer', 'nudge', 'move deadline'],
  ],
];

describe('what the secretariat can do about a department', () => {
  for (const [what, changes, expected] of ROWS) {
    it(`that ${what}`, () => assert.deepEqual(followUpsFor(aRoundDepartment(changes)), expected));

    it(`is nothing once its round is closed, although it ${what}`, () => {
      assert.deepEqual(followUpsFor(aRoundDepartment({ ...changes, isLocked: true })), []);
    });
  }
});
