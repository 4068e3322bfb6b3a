import assert from 'node:assert/strict';
import { shownCardOf } from '../../../src/domain/reply/shown-card.js';
import { decisionOf, isTelling, peopleTold, starterOf, undecidedIn } from '../../../src/domain/work/told.js';
import {
  aDecline,
  aDraft,
  anAcceptedDecline,
  anOverview,
  aPerson,
  aQuestion,
  aQuestionAnswer,
  aRound,
  aRoundDepartment,
  aSecretary,
  aTimeDecision,
  aTimeRequest,
  aVersion,
  START,
} from '../../support/builders.js';

const METTE = aPerson({ id: 'mette', name: 'Mette Holm' });
const JONAS = aPerson({ id: 'jonas', name: 'Jonas Bech' });

describe('who is told', () => {
  it('is named once, also who is a head and a deputy', () => {
    const department = { heads: [METTE], deputies: [JONAS, METTE] };
    assert.deepEqual(peopleTold('notice: nudged', { department }), [METTE, JONAS]);
  });

  it('is nobody in a department without heads, whoever its deputies are', () => {
    const department = { heads: [], deputies: [JONAS] };
    for (const kind of ['card: asked', 'card: approval', 'notice: nudged'] as const) {
      assert.deepEqual(peopleTold(kind, { department }), []);
    }
  });

  it('is the head alone in what was sent back, and nobody in what nobody must act on', () => {
    const department = { heads: [METTE], deputies: [JONAS] };
    assert.deepEqual(peopleTold('notice: sent back', { department }), [METTE]);
    assert.deepEqual(peopleTold('notat: final', { department, starter: METTE }), []);
    assert.deepEqual([isTelling('notat: final'), isTelling('notat: complete')], [false, true]);
  });

  it('is who has asked, once, as long as the department has done nothing since the answer', () => {
    const answered = aQuestion({ by: METTE, answer: aQuestionAnswer() });
    const questions = [answered, { ...answered, at: START }, aQuestion({ by: JONAS })];
    const department = { heads: [JONAS], deputies: [] };
    assert.deepEqual(peopleTold('notice: question answered', { department, questions }), [METTE]);
    const draft = aDraft({ at: new Date(START.getTime() + 120_000) });
    assert.deepEqual(peopleTold('notice: question answered', { department, questions, draft }), []);
    assert.deepEqual(peopleTold('notice: question answered', { department }), []);
  });

  it('is nobody where it is not known who started the round', () => {
    assert.deepEqual(peopleTold('decision: decline', {}), []);
  });

  it('is who started the round, or who planned it where a round does not say', () => {
    const round = aRound({ state: 'open', createdBy: METTE, startedBy: JONAS });
    assert.equal(starterOf(round), JONAS);
    assert.equal(starterOf({ ...round, startedBy: undefined }), METTE);
  });
});

describe('what the secretariat must decide about a department', () => {
  it('is its decline, or its wish for more time', () => {
    const declined = aRoundDepartment({ decline: aDecline() });
    assert.equal(decisionOf(declined), 'decline');
    assert.equal(undecidedIn(anOverview({ departments: [declined, aRoundDepartment()] })), 1);
    assert.equal(decisionOf(aRoundDepartment({ timeRequest: aTimeRequest() })), 'time request');
  });

  it('is no question, although the department waits for the secretariat then too', () => {
    const asking = aRoundDepartment({ questions: [aQuestion()] });
    assert.equal(decisionOf(asking), 'made');
    assert.equal(undecidedIn(anOverview({ departments: [asking, aRoundDepartment()] })), 1);
  });

  it('is nothing once it is decided, answered or closed', () => {
    const isGranted = { timeRequest: aTimeRequest({ decision: aTimeDecision({ by: aSecretary() }) }) };
    for (const changes of [{}, isGranted, { reply: aVersion() }, { decline: aDecline(), isLocked: true }]) {
      assert.equal(decisionOf(aRoundDepartment(changes)), 'made');
    }
  });

  it('is nothing where it has agreed that the department need not answer, as the card says', () => {
    const decline = aDecline({ accepted: anAcceptedDecline() });
    assert.equal(decisionOf(aRoundDepartment({ decline })), 'made');
    assert.deepEqual(shownCardOf(aRoundDepartment({ decline })), { kind: 'excused', decline });
  });
});
