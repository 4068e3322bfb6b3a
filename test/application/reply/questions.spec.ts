import assert from 'node:assert/strict';
import {
  type AnswerAllRequest,
  type AnswerQuestionRequest,
  answerAll,
  answerQuestion,
} from '../../../src/application/reply/answer-question.js';
import { askQuestion } from '../../../src/application/reply/ask-question.js';
import { declineReply } from '../../../src/application/reply/decline-reply.js';
import { openAnswerCard } from '../../../src/application/reply/open-answer-card.js';
import { saveDraft } from '../../../src/application/reply/save-draft.js';
import { submitReply } from '../../../src/application/reply/submit-reply.js';
import { closeRound } from '../../../src/application/round/close-round.js';
import { moveRoundDeadline } from '../../../src/application/round/move-round-deadline.js';
import { reopenRound } from '../../../src/application/round/reopen-round.js';
import { shareAnswers } from '../../../src/application/work/handlers/share-answers.js';
import { startWork } from '../../../src/application/work/start-work.js';
import type { TaskDependencies } from '../../../src/application/work/task.js';
import { operationId } from '../../../src/domain/ids.js';
import { COMMENT_MAX, QUESTIONS_KEPT, QUESTIONS_OPEN_MAX } from '../../../src/domain/limits.js';
import type { Question } from '../../../src/domain/reply/question.js';
import type { Round, RoundDepartment, RoundState } from '../../../src/domain/round/round.js';
import { aDelivery, anAddress, anAnswerToAll, aPerson, aPosted, aSecretary, aTrace } from '../../support/builders.js';
import { createScriptedMessenger, interceptCommits, refusedWith, sentAs } from '../../support/fakes.js';
import {
  aDraftOf,
  aFollowUp,
  aPress,
  aQuestionAsked,
  aReply,
  aRoundMove,
  COLLEAGUE,
  commitsOf,
  delivered,
  departmentOf,
  HEAD,
  locked,
  type Municipality,
  NOT_ASKED_HERE,
  openRound,
  SECRETARIAT,
} from '../municipality.js';

const ASKED = 'Skal de selvejende institutioner med?';
const ANSWER = 'Ja, tag dem med.';
const CPR = 'Borgeren 010203-1234 fik besked.';

/** A department asks, at a time of its own. */
async function asked(municipality: Municipality, round: Round, index = 0, text = ASKED): Promise<void> {
  municipality.clock.advance(1_000);
  const request = aQuestionAsked(round, index, { text, press: `spørg-${index}-${text}` });
  assert.equal((await askQuestion(municipality, request)).kind, 'asked');
}

async function questionOf(municipality: Municipality, round: Round, index = 0): Promise<Question> {
  const question = (await departmentOf(municipality, round, index)).questions.at(-1);
  assert.ok(question);
  return question;
}

/** The secretariat answers the newest question. */
async function anAnswer(
  municipality: Municipality,
  round: Round,
  changes: Partial<AnswerQuestionRequest> = {},
): Promise<AnswerQuestionRequest> {
  municipality.clock.advance(1_000);
  const { at } = await questionOf(municipality, round);
  return { ...aFollowUp(round, 0), asked: at.getTime(), text: ANSWER, posted: undefined, ...changes };
}

async function anAnswerForAll(
  municipality: Municipality,
  round: Round,
  changes: Partial<AnswerAllRequest> = {},
): Promise<AnswerAllRequest> {
  const asAllSeeIt = 'Skal selvejende institutioner med?';
  return { ...(await anAnswer(municipality, round)), asAllSeeIt, press: 'til alle', ...changes };
}

async function roundOf({ rounds }: Municipality, { id }: Round): Promise<Round> {
  const round = await rounds.readRound(id);
  assert.ok(round);
  return round.value;
}

async function departmentsOf(municipality: Municipality, round: Round): Promise<readonly RoundDepartment[]> {
  return Promise.all(round.plan.invitations.map((_, index) => departmentOf(municipality, round, index)));
}

async function actsOf({ rounds }: Municipality, { id }: Round): Promise<readonly unknown[]> {
  const acts: readonly string[] = ['question asked', 'question answered', 'answer shared'];
  return (await rounds.readAudit(id)).flatMap(({ act, departmentId, subject, reason }) =>
    acts.includes(act) ? [[act, departmentId, subject, reason]] : [],
  );
}

/** The notices in the departments' threads, each with its channel. */
function noticesIn({ messenger }: Municipality): readonly string[] {
  return messenger.asked.flatMap(({ address, message }) =>
    message.kind === 'department notice' ? [`${message.notice} ${address.channelId}`] : [],
  );
}

/** What has been shown on the secretariat's cards about questions. */
function questionCards({ messenger }: Municipality): readonly string[] {
  return messenger.asked.flatMap(({ replaced, message }) => {
    if (message.kind !== 'question') return [];
    const { question, department } = message;
    const stands = question.answer?.text ?? (department.isLocked ? 'closed' : 'open');
    return [`${replaced === undefined ? 'posted' : 'edited'}: ${question.text} ${stands}`];
  });
}

async function setState(municipality: Municipality, round: Round, state: RoundState): Promise<void> {
  const present = await municipality.rounds.readRound(round.id);
  assert.ok(present);
  const change = { change: 'replace round', round: { ...present.value, state }, etag: present.etag } as const;
  assert.equal(await municipality.rounds.commit(round.id, operationId('state', state), [change]), 'committed');
}

describe('asking the secretariat', () => {
  it('is kept with the department, shown to the secretariat, and written in the audit', async () => {
    const { municipality, round } = await openRound(1);
    await delivered(municipality);
    await asked(municipality, round);
    const at = municipality.clock.now();
    assert.deepEqual((await departmentOf(municipality, round)).questions, [
      { text: ASKED, by: aPerson(), at, card: undefined, answer: undefined },
    ]);
    assert.deepEqual(await actsOf(municipality, round), [['question asked', 'd0', at.toISOString(), ASKED]]);
    await delivered(municipality);
    assert.deepEqual(questionCards(municipality), [`posted: ${ASKED} open`]);
    assert.deepEqual(noticesIn(municipality), []);
    const { card } = await questionOf(municipality, round);
    assert.ok(card?.conversationId.startsWith(SECRETARIAT.channelId));
  });

  it('may be done by anyone in the channel, also where there is a head', async () => {
    const { municipality, round } = await openRound(1, { heads: [HEAD] });
    assert.equal((await askQuestion(municipality, aQuestionAsked(round, 0, { by: COLLEAGUE }))).kind, 'asked');
    const elsewhere = aQuestionAsked(round, 0, { address: anAddress({}, 'et-andet-sted') });
    assert.deepEqual(await askQuestion(municipality, elsewhere), NOT_ASKED_HERE);
    assert.deepEqual(await openAnswerCard(municipality, elsewhere), NOT_ASKED_HERE);
    assert.equal((await openAnswerCard(municipality, aQuestionAsked(round, 0))).kind, 'opened');
  });

  it('may be done in every state but a closed round, and changes nothing else', async () => {
    const { municipality, round } = await openRound(3);
    await submitReply(municipality, aReply(round, 0));
    await declineReply(municipality, { ...aPress(round, 1), reason: 'Ikke os.', instead: '' });
    for (const index of [0, 1]) {
      const before = await departmentOf(municipality, round, index);
      await asked(municipality, round, index);
      const { reply, decline } = await departmentOf(municipality, round, index);
      assert.deepEqual([reply, decline], [before.reply, before.decline]);
    }
    await locked(municipality, round, 2);
    assert.equal((await askQuestion(municipality, aQuestionAsked(round, 2))).kind, 'locked');
  });

  it('says what is wrong, and keeps nothing', async () => {
    const { municipality, round } = await openRound(1);
    for (const [text, kind] of [
      ['', 'missing'],
      ['x'.repeat(COMMENT_MAX + 1), 'too long'],
      [CPR, 'cpr number'],
    ] as const) {
      const outcome = await askQuestion(municipality, aQuestionAsked(round, 0, { text }));
      assert.ok(outcome.kind === 'refused');
      assert.equal(outcome.problem.kind, kind);
    }
    assert.deepEqual((await departmentOf(municipality, round)).questions, []);
  });

  it('is done once, however often the press comes, and also on another card while it waits', async () => {
    const { municipality, round } = await openRound(1);
    await asked(municipality, round);
    for (const press of [`spørg-0-${ASKED}`, 'fra et andet kort']) {
      const again = await askQuestion(municipality, aQuestionAsked(round, 0, { press }));
      assert.equal(again.kind, 'unchanged');
    }
    assert.equal((await departmentOf(municipality, round)).questions.length, 1);
  });

  it('comes to an end where many wait, until one of them is answered', async () => {
    const { municipality, round } = await openRound(1);
    for (let number = 1; number <= QUESTIONS_OPEN_MAX; number += 1) {
      await asked(municipality, round, 0, `Spørgsmål ${number}?`);
    }
    const more = aQuestionAsked(round, 0, { text: 'Og hvad så?', press: 'mere' });
    assert.equal((await askQuestion(municipality, more)).kind, 'too many');
    assert.equal((await answerQuestion(municipality, await anAnswer(municipality, round))).kind, 'done');
    assert.equal((await askQuestion(municipality, more)).kind, 'asked');
  });

  it('keeps the text of the answer’s field as a draft, but not over a draft that was not seen', async () => {
    const { municipality, round } = await openRound(2);
    await askQuestion(municipality, aQuestionAsked(round, 0, { typed: 'Vi er i gang' }));
    assert.equal((await departmentOf(municipality, round)).draft?.text, 'Vi er i gang');
    await saveDraft(municipality, aDraftOf(round, 1, 'Et andet udkast', { press: 'kladde' }));
    await askQuestion(municipality, aQuestionAsked(round, 1, { typed: 'Vi er i gang' }));
    assert.equal((await departmentOf(municipality, round, 1)).draft?.text, 'Et andet udkast');
  });
});

describe('answering a question', () => {
  it('comes to the department’s thread, and is shown on the secretariat’s card', async () => {
    const { municipality, round } = await openRound(2);
    await delivered(municipality);
    await asked(municipality, round);
    await delivered(municipality);
    assert.equal((await answerQuestion(municipality, await anAnswer(municipality, round))).kind, 'done');
    const { answer, at } = await questionOf(municipality, round);
    assert.deepEqual(answer, { text: ANSWER, by: aSecretary(), at: municipality.clock.now(), toAll: false });
    assert.deepEqual((await actsOf(municipality, round)).at(-1), ['question answered', 'd0', at.toISOString(), ANSWER]);
    await delivered(municipality);
    assert.deepEqual(noticesIn(municipality), [`question answered ${anAddress({}, 'd0').channelId}`]);
    assert.deepEqual(questionCards(municipality), [`posted: ${ASKED} open`, `edited: ${ASKED} ${ANSWER}`]);
  });

  it('is shown once: what the department does later changes nothing on that card', async () => {
    const { municipality, round } = await openRound(2);
    await asked(municipality, round);
    await delivered(municipality);
    await answerQuestion(municipality, await anAnswer(municipality, round));
    await delivered(municipality);
    assert.equal((await questionOf(municipality, round)).card, undefined);
    await submitReply(municipality, aReply(round, 0));
    await delivered(municipality);
    assert.equal(questionCards(municipality).length, 2);
  });

  it('is done by the first; the other is told the answer, and what they wrote is nowhere', async () => {
    const { municipality, round } = await openRound(1);
    await asked(municipality, round);
    const answer = await anAnswer(municipality, round);
    await answerQuestion(municipality, answer);
    for (const answering of [
      answerQuestion(municipality, { ...answer, by: aPerson(), press: 'en anden', text: 'Nej.' }),
      answerAll(municipality, { ...answer, by: aPerson(), press: 'til alle', text: 'Nej.', asAllSeeIt: ASKED }),
    ]) {
      const other = await answering;
      assert.ok(other.kind === 'answered already');
      assert.deepEqual([other.answer.text, other.answer.by], [ANSWER, aSecretary()]);
    }
    assert.deepEqual((await roundOf(municipality, round)).answersToAll, []);
  });

  it('is done once, however often the press comes', async () => {
    const { municipality, round } = await openRound(1);
    await asked(municipality, round);
    const answer = await anAnswer(municipality, round);
    await answerQuestion(municipality, answer);
    assert.equal((await answerQuestion(municipality, answer)).kind, 'unchanged');
    assert.equal((await actsOf(municipality, round)).length, 2);
  });

  it('says what is wrong, and answers nothing', async () => {
    const { municipality, round } = await openRound(1);
    await asked(municipality, round);
    for (const text of ['', CPR, 'x'.repeat(COMMENT_MAX + 1)]) {
      const outcome = await answerQuestion(municipality, await anAnswer(municipality, round, { text }));
      assert.ok(outcome.kind === 'refused');
      assert.deepEqual(
        outcome.problems.map(({ field }) => field),
        ['answer'],
      );
    }
    const all = await answerAll(municipality, await anAnswerForAll(municipality, round, { text: '', asAllSeeIt: CPR }));
    assert.ok(all.kind === 'refused');
    assert.deepEqual(
      all.problems.map(({ field, problem }) => [field, problem.kind]),
      [
        ['answer', 'missing'],
        ['question', 'cpr number'],
      ],
    );
    assert.equal((await questionOf(municipality, round)).answer, undefined);
  });

  it('is impossible in a closed round, in another tenant, and for a question that is kept no more', async () => {
    const { municipality, round } = await openRound(1);
    await asked(municipality, round);
    const answer = await anAnswerForAll(municipality, round);
    const gone = { ...answer, asked: answer.asked - 1 };
    const elsewhere = { ...answer, address: anAddress({ tenantId: 'en-anden' }, 'sekretariatet') };
    for (const act of [answerQuestion, answerAll] as const) {
      assert.equal((await act(municipality, gone)).kind, 'gone');
      assert.deepEqual(await act(municipality, elsewhere), { kind: 'unknown' });
    }
    await locked(municipality, round);
    for (const act of [answerQuestion, answerAll] as const)
      assert.equal((await act(municipality, answer)).kind, 'locked');
  });

  it('is told with the one before it, where that is still unread', async () => {
    const { municipality, round } = await openRound(1);
    await delivered(municipality);
    await asked(municipality, round, 0, 'Et?');
    const first = await anAnswer(municipality, round);
    await asked(municipality, round, 0, 'To?');
    await answerQuestion(municipality, first);
    await answerQuestion(municipality, await anAnswer(municipality, round, { press: 'det andet' }));
    await delivered(municipality);
    assert.equal(noticesIn(municipality).length, 1);
  });

  it('is taken away from the thread when the department has done something', async () => {
    const { municipality, round } = await openRound(2);
    await delivered(municipality);
    await asked(municipality, round);
    await answerQuestion(municipality, await anAnswer(municipality, round));
    await delivered(municipality);
    const { notice } = await departmentOf(municipality, round);
    assert.equal(notice?.notice, 'question answered');
    municipality.clock.advance(1_000);
    await submitReply(municipality, aReply(round, 0));
    await delivered(municipality);
    assert.deepEqual(municipality.messenger.removed, [notice.posted]);
  });
});

describe('the secretariat’s card about a question', () => {
  it('is true after every change of the department, also when the round is closed', async () => {
    const { municipality, round } = await openRound(2);
    await asked(municipality, round);
    await delivered(municipality);
    await submitReply(municipality, aReply(round, 0));
    await delivered(municipality);
    assert.deepEqual(questionCards(municipality), [`posted: ${ASKED} open`, `edited: ${ASKED} open`]);
    const missing = (await departmentsOf(municipality, round)).slice(1).map(({ department }) => department.id);
    const about = { roundId: round.id, address: SECRETARIAT, by: aSecretary() };
    await closeRound(municipality, { ...about, press: 'luk', keep: [], missing });
    await delivered(municipality);
    assert.equal(questionCards(municipality).at(-1), `edited: ${ASKED} closed`);
  });

  it('is not posted for what was answered before, or in a closed round', async () => {
    const { municipality, round } = await openRound(2);
    await asked(municipality, round);
    await answerQuestion(municipality, await anAnswer(municipality, round));
    await asked(municipality, round, 1);
    await locked(municipality, round, 1);
    await delivered(municipality);
    assert.deepEqual(questionCards(municipality), []);
  });

  it('is made true where the question was answered while the card was on its way', async () => {
    const { municipality: made, round } = await openRound(1);
    await delivered(made);
    const messenger = createScriptedMessenger(async (sending, number) => {
      if (sending.message.kind === 'question' && sending.replaced === undefined) {
        await answerQuestion(made, await anAnswer(made, round));
      }
      return sentAs(sending, number);
    });
    const municipality = { ...made, messenger };
    await asked(municipality, round);
    await delivered(municipality);
    assert.deepEqual(questionCards(municipality), [`posted: ${ASKED} open`, `edited: ${ASKED} ${ANSWER}`]);
  });

  it('is found by the press on it, where nobody knew whether it had arrived', async () => {
    const { municipality: made, round } = await openRound(1);
    await delivered(made);
    const messenger = createScriptedMessenger((sending, number) =>
      sending.message.kind === 'question' && sending.replaced === undefined
        ? { kind: 'failed', failure: { kind: 'no answer', reason: 'ECONNRESET' } }
        : sentAs(sending, number),
    );
    const municipality = { ...made, messenger };
    await asked(municipality, round);
    await delivered(municipality);
    const posted = aPosted({ conversationId: `${SECRETARIAT.channelId};messageid=9`, activityId: '9' });
    await answerQuestion(municipality, await anAnswer(municipality, round, { posted }));
    await delivered(municipality);
    const edited = messenger.asked.filter(({ message, replaced }) => message.kind === 'question' && replaced);
    assert.deepEqual(
      edited.map(({ replaced }) => replaced),
      [posted],
    );
  });

  it('is not missed where somebody has deleted it, and tried again where the service is busy', async () => {
    const { municipality: made, round } = await openRound(2);
    let answerOfTeams: 'gone' | 'busy' | undefined;
    const messenger = createScriptedMessenger((sending, number) => {
      if (sending.message.kind !== 'question' || answerOfTeams === undefined) return sentAs(sending, number);
      return answerOfTeams === 'gone' ? refusedWith(404, 'ActivityNotFoundInConversation') : refusedWith(503, '');
    });
    const municipality = { ...made, messenger };
    await asked(municipality, round);
    await delivered(municipality);
    answerOfTeams = 'busy';
    await submitReply(municipality, aReply(round, 0));
    await delivered(municipality);
    assert.ok((await questionOf(municipality, round)).card);
    answerOfTeams = 'gone';
    municipality.clock.advance(60_000);
    await delivered(municipality);
    assert.equal((await questionOf(municipality, round)).card, undefined);
    assert.equal((await roundOf(municipality, round)).trouble, undefined);
  });

  it('is left alone in a channel where the secretariat is no more', async () => {
    const { municipality, round } = await openRound(2);
    await asked(municipality, round);
    await delivered(municipality);
    const before = questionCards(municipality).length;
    await municipality.channels.move(
      SECRETARIAT,
      { purpose: 'secretariat', address: anAddress({}, 'nyt-sted'), secretaries: [], name: undefined },
      aTrace(),
    );
    await submitReply(municipality, aReply(round, 0));
    await delivered(municipality);
    assert.equal(questionCards(municipality).length, before);
    assert.equal((await questionOf(municipality, round)).card, undefined);
  });
});

describe('answering all departments', () => {
  it('is one change: the question, the round, what the audit tells, and what is owed', async () => {
    const { municipality, round } = await openRound(3);
    await asked(municipality, round);
    const request = await anAnswerForAll(municipality, round);
    const [commit, ...others] = await commitsOf(municipality, (deps) => answerAll(deps, request));
    assert.deepEqual(others, []);
    const at = municipality.clock.now();
    const { text, asAllSeeIt: question } = request;
    assert.deepEqual((await roundOf(municipality, round)).answersToAll, [
      { question, text, by: aSecretary(), at, askedBy: 'd0' },
    ]);
    assert.equal((await questionOf(municipality, round)).answer?.toAll, true);
    const subject = new Date(request.asked).toISOString();
    assert.deepEqual((await actsOf(municipality, round)).slice(1), [
      ['question answered', 'd0', subject, text],
      ['answer shared', 'd0', subject, question],
    ]);
    const owed = commit?.changes.flatMap((change) => (change.change === 'put delivery' ? [change.delivery.task] : []));
    assert.deepEqual(owed, [{ kind: 'share answers' }]);
  });

  it('shows it on every card, tells only those who must act, and the one that asked as usual', async () => {
    const { municipality, round } = await openRound(3);
    await delivered(municipality);
    await submitReply(municipality, aReply(round, 1));
    await asked(municipality, round);
    await delivered(municipality);
    await answerAll(municipality, await anAnswerForAll(municipality, round));
    await delivered(municipality);
    const { answersToAll } = await roundOf(municipality, round);
    for (const department of await departmentsOf(municipality, round)) {
      assert.deepEqual(department.answersToAll, answersToAll);
    }
    assert.deepEqual(noticesIn(municipality).toSorted(), [
      `answered to all ${anAddress({}, 'd2').channelId}`,
      `question answered ${anAddress({}, 'd0').channelId}`,
    ]);
  });

  it('is decided again where somebody has changed the round in the meantime', async () => {
    const { municipality, round } = await openRound(1);
    await asked(municipality, round);
    const request = await anAnswerForAll(municipality, round);
    let isFirst = true;
    const rounds = interceptCommits(municipality.rounds, async (commit) => {
      if (isFirst) {
        isFirst = false;
        await moveRoundDeadline(municipality, aRoundMove(round));
      }
      return commit.proceed();
    });
    assert.equal((await answerAll({ ...municipality, rounds }, request)).kind, 'done');
    const { answersToAll, deadlineMoves } = await roundOf(municipality, round);
    assert.deepEqual([answersToAll.length, deadlineMoves.length], [1, 1]);
  });

  it('reaches every department once, wherever the process that shares it is killed', async () => {
    const size = 45;
    const total = (await commitsOf((await answeredRound(size)).municipality, delivered)).length;
    for (let killedAt = 1; killedAt <= total; killedAt += Math.ceil(total / 12)) {
      const { municipality, round } = await answeredRound(size);
      let commits = 0;
      const rounds = interceptCommits(municipality.rounds, (commit) => {
        commits += 1;
        if (commits === killedAt) throw new Error('killed');
        return commits > killedAt ? new Promise(() => undefined) : commit.proceed();
      });
      const killed = startWork({ ...municipality, rounds, worker: 'dræbt' });
      await new Promise((resolve) => setTimeout(resolve, 20));
      void killed.stop(0);
      municipality.clock.advance(10 * 60_000);
      await delivered({ ...municipality, messenger: createScriptedMessenger() });
      for (const { answersToAll } of await departmentsOf(municipality, round)) {
        assert.equal(answersToAll.length, 1, `killed at ${killedAt}`);
      }
    }
  });

  it('waits while the round is closed or opened, and is owed again when it is opened', async () => {
    const { municipality, round } = await answeredRound(2);
    const missing = (await departmentsOf(municipality, round)).map(({ department }) => department.id);
    const about = { roundId: round.id, address: SECRETARIAT, by: aSecretary() };
    await closeRound(municipality, { ...about, press: 'luk', keep: [], missing });
    assert.deepEqual(await shared(municipality, round), { kind: 'not yet', reason: 'closing', waitMs: 5_000 });
    await setState(municipality, round, 'closed');
    assert.deepEqual(await shared(municipality, round), { kind: 'unneeded' });
    await Promise.all([0, 1].map((index) => locked(municipality, round, index)));
    await delivered(municipality);
    assert.deepEqual((await departmentOf(municipality, round, 1)).answersToAll, []);
    await reopenRound(municipality, { ...about, press: 'åbn', reason: 'Der mangler svar.' });
    await delivered(municipality);
    assert.equal((await departmentOf(municipality, round, 1)).answersToAll.length, 1);
  });

  it('is over in a round that is not there', async () => {
    const { municipality, round } = await openRound(1);
    assert.deepEqual(await shared(municipality, { ...round, id: 'ukendt' as Round['id'] }), { kind: 'unneeded' });
  });

  it('does not tell a department of what it has asked itself, nor twice of the same', async () => {
    const { municipality, round } = await answeredRound(1);
    await delivered(municipality);
    await delivered(municipality);
    assert.deepEqual(noticesIn(municipality), [`question answered ${anAddress({}, 'd0').channelId}`]);
    assert.equal(await shared(municipality, round).then(({ kind }) => kind), 'unneeded');
  });

  it('leaves a department with the newest of many', async () => {
    const { municipality, round } = await openRound(1);
    const present = await municipality.rounds.readRound(round.id);
    assert.ok(present);
    const answersToAll = Array.from({ length: QUESTIONS_KEPT + 2 }, (_, index) =>
      anAnswerToAll({ text: `Svar ${index}`, at: new Date(round.createdAt.getTime() + index) }),
    );
    const change = { change: 'replace round', round: { ...present.value, answersToAll }, etag: present.etag } as const;
    assert.equal(await municipality.rounds.commit(round.id, operationId('mange'), [change]), 'committed');
    await shared(municipality, round);
    const { answersToAll: kept } = await departmentOf(municipality, round);
    assert.deepEqual(kept, answersToAll.slice(-5));
  });
});

/** Does the delivery once. */
async function shared(municipality: Municipality, round: Round) {
  const task = { kind: 'share answers' } as const;
  const claimed = { roundId: round.id, task, delivery: aDelivery({ task }), lane: [], department: undefined };
  const deps: TaskDependencies = { ...municipality, completeness: { ask: async () => undefined } };
  return (await shareAnswers(deps, claimed)).outcome;
}

/** A round in which all are answered, before any department has got the answer. */
async function answeredRound(size: number) {
  const { municipality, round } = await openRound(size);
  await delivered(municipality);
  await asked(municipality, round);
  assert.equal((await answerAll(municipality, await anAnswerForAll(municipality, round))).kind, 'done');
  return { municipality, round };
}
