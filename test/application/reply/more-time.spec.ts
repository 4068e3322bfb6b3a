import assert from 'node:assert/strict';
import { answerOnBehalf } from '../../../src/application/reply/answer-on-behalf.js';
import { type DecideTimeRequest, decideTime } from '../../../src/application/reply/decide-time.js';
import { declineReply } from '../../../src/application/reply/decline-reply.js';
import { acceptDecline } from '../../../src/application/reply/follow-up.js';
import { moveDeadline } from '../../../src/application/reply/move-deadline.js';
import { openAnswerCard } from '../../../src/application/reply/open-answer-card.js';
import { requestTime } from '../../../src/application/reply/request-time.js';
import { saveDraft } from '../../../src/application/reply/save-draft.js';
import { submitReply } from '../../../src/application/reply/submit-reply.js';
import { moveRoundDeadline } from '../../../src/application/round/move-round-deadline.js';
import type { PostedMessage } from '../../../src/domain/channel/channel.js';
import { COMMENT_MAX } from '../../../src/domain/limits.js';
import { standingOf } from '../../../src/domain/reply/standing.js';
import type { Round } from '../../../src/domain/round/round.js';
import { anAddress, aPerson, aSecretary } from '../../support/builders.js';
import { createScriptedMessenger, refusedWith, sentAs } from '../../support/fakes.js';
import {
  aDraftOf,
  aFollowUp,
  aPress,
  aReply,
  aRoundMove,
  aTimeAsked,
  COLLEAGUE,
  commitsOf,
  delivered,
  departmentOf,
  HEAD,
  LATER,
  locked,
  MOVE,
  type Municipality,
  NOT_ASKED_HERE,
  NOTHING_SEEN,
  openRound,
  SECRETARIAT,
  typing,
} from '../municipality.js';

const CPR = 'Borgeren 010203-1234 fik besked.';
const LINE = 'Brug dagene godt.';

async function asked(municipality: Municipality, round: Round): Promise<void> {
  assert.equal((await requestTime(municipality, aTimeAsked(round, 0))).kind, 'asked');
}

async function aDecision(
  municipality: Municipality,
  round: Round,
  changes: Partial<DecideTimeRequest> = {},
): Promise<DecideTimeRequest> {
  const requestSeen = (await departmentOf(municipality, round)).timeRequest?.at.getTime() ?? 0;
  return { ...aFollowUp(round, 0), requestSeen, isGranted: true, line: '', ...changes };
}

async function actsOf({ rounds }: Municipality, { id }: Round): Promise<readonly unknown[]> {
  const isOfTime = ({ act }: { act: string }) => act.startsWith('time') || act.startsWith('deadline');
  return (await rounds.readAudit(id)).filter(isOfTime).map(({ act, subject, reason }) => [act, subject, reason]);
}

/** The notices in the departments' threads, in order. */
function noticesIn({ messenger }: Municipality): readonly string[] {
  return messenger.asked.flatMap(({ message }) => (message.kind === 'department notice' ? [message.notice] : []));
}

/** What has been shown on the secretariat's card: whether it was posted or edited, and where the department stood. */
function decisionCards({ messenger }: Municipality): readonly string[] {
  return messenger.asked.flatMap(({ replaced, message }) => {
    if (message.kind !== 'follow-up') return [];
    const { timeRequest } = message.department;
    const decided = timeRequest?.decision === undefined ? 'undecided' : `granted ${timeRequest.decision.isGranted}`;
    const standing = standingOf(message.department);
    const stands = standing.kind === 'awaited' ? standing.why : standing.kind;
    return [
      `${replaced === undefined ? 'posted' : 'edited'}: ${stands}, ${timeRequest?.until ?? 'no request'}, ${decided}`,
    ];
  });
}

describe('asking for more time', () => {
  it('is kept with the department, told the secretariat, and written in the audit', async () => {
    const { municipality, round } = await openRound(1);
    await delivered(municipality);
    await asked(municipality, round);
    const { timeRequest } = await departmentOf(municipality, round);
    const { until, reason, by } = aTimeAsked(round, 0);
    assert.deepEqual(timeRequest, { until, reason, by, at: municipality.clock.now(), decision: undefined });
    assert.deepEqual(await actsOf(municipality, round), [['time requested', until, reason]]);
    await delivered(municipality);
    assert.deepEqual(decisionCards(municipality), [`posted: asked, ${LATER}, undecided`]);
    assert.deepEqual(noticesIn(municipality), []);
  });

  it('may be done by anyone in the channel, also where there is a head', async () => {
    const { municipality, round } = await openRound(1, { heads: [HEAD] });
    assert.equal((await requestTime(municipality, aTimeAsked(round, 0, { by: COLLEAGUE }))).kind, 'asked');
    const elsewhere = aTimeAsked(round, 0, { address: anAddress({}, 'et-andet-sted') });
    assert.deepEqual(await requestTime(municipality, elsewhere), NOT_ASKED_HERE);
    assert.deepEqual(await openAnswerCard(municipality, elsewhere), NOT_ASKED_HERE);
  });

  it('says what is wrong, and keeps nothing', async () => {
    const { municipality, round } = await openRound(1);
    const request = aTimeAsked(round, 0, { until: '2026-11-25', reason: '' });
    const outcome = await requestTime(municipality, request);
    assert.ok(outcome.kind === 'refused');
    assert.deepEqual(
      outcome.problems.map(({ field, kind }) => [field, kind]),
      [
        ['deadline', 'not later'],
        ['reason', 'reason'],
      ],
    );
    assert.equal((await departmentOf(municipality, round)).timeRequest, undefined);
  });

  it('for the same day once more changes nothing; for another day it replaces the request, on the same card', async () => {
    const { municipality, round } = await openRound(1);
    await asked(municipality, round);
    await delivered(municipality);
    const again = await requestTime(municipality, aTimeAsked(round, 0, { press: 'igen' }));
    assert.deepEqual([again.kind, again.kind === 'asked already' && again.until], ['asked already', LATER]);
    municipality.clock.advance(1_000);
    const other = aTimeAsked(round, 0, { press: 'en anden dag', until: '2026-12-11' });
    assert.equal((await requestTime(municipality, other)).kind, 'asked');
    await delivered(municipality);
    assert.deepEqual(decisionCards(municipality), [
      `posted: asked, ${LATER}, undecided`,
      'edited: asked, 2026-12-11, undecided',
    ]);
  });

  it('replaced before the card is sent, the newest request is on it', async () => {
    const { municipality, round } = await openRound(1);
    await asked(municipality, round);
    await requestTime(municipality, aTimeAsked(round, 0, { press: 'en anden dag', until: '2026-12-11' }));
    await delivered(municipality);
    assert.deepEqual(decisionCards(municipality), ['posted: asked, 2026-12-11, undecided']);
  });

  it('is too late once the department has answered, and impossible in a closed round', async () => {
    const { municipality, round } = await openRound(2);
    await submitReply(municipality, aReply(round, 0));
    assert.equal((await requestTime(municipality, aTimeAsked(round, 0, { press: 'sent' }))).kind, 'too late');
    await locked(municipality, round, 1);
    assert.equal((await requestTime(municipality, aTimeAsked(round, 1))).kind, 'locked');
  });

  it('keeps the text of the answer’s field as a draft, but not over a draft that was not seen', async () => {
    const { municipality, round } = await openRound(2);
    await requestTime(municipality, aTimeAsked(round, 0, { typed: 'Vi er i gang' }));
    assert.equal((await departmentOf(municipality, round)).draft?.text, 'Vi er i gang');
    await saveDraft(municipality, aDraftOf(round, 1, 'Et andet udkast', { press: 'kladde' }));
    await requestTime(municipality, aTimeAsked(round, 1, { typed: 'Vi er i gang' }));
    assert.equal((await departmentOf(municipality, round, 1)).draft?.text, 'Et andet udkast');
  });

  it('keeps no text that may not be kept', async () => {
    const { municipality, round } = await openRound(1);
    assert.equal((await requestTime(municipality, aTimeAsked(round, 0, { typed: CPR }))).kind, 'asked');
    assert.equal((await departmentOf(municipality, round)).draft, undefined);
  });
});

describe('deciding about more time', () => {
  it('moves the department’s deadline when it is given, and tells the department so', async () => {
    const { municipality, round } = await openRound(1);
    await delivered(municipality);
    await asked(municipality, round);
    await delivered(municipality);
    municipality.clock.advance(1_000);
    assert.equal((await decideTime(municipality, await aDecision(municipality, round, { line: LINE }))).kind, 'done');
    const { ask, timeRequest, deadlineMoves } = await departmentOf(municipality, round);
    assert.deepEqual([ask.deadline, timeRequest?.decision?.line, deadlineMoves[0]?.scope], [LATER, LINE, 'department']);
    assert.deepEqual((await actsOf(municipality, round)).at(-1), ['time granted', `2026-11-25 ${LATER}`, LINE]);
    await delivered(municipality);
    assert.deepEqual(noticesIn(municipality), ['deadline moved']);
    assert.deepEqual(decisionCards(municipality).at(-1), `edited: asked, ${LATER}, granted true`);
  });

  it('changes no deadline when it is not given, and tells the department why', async () => {
    const { municipality, round } = await openRound(1);
    await delivered(municipality);
    await asked(municipality, round);
    const decision = await aDecision(municipality, round, { isGranted: false, line: LINE });
    assert.equal((await decideTime(municipality, decision)).kind, 'done');
    const { ask, timeRequest } = await departmentOf(municipality, round);
    assert.deepEqual([ask.deadline, timeRequest?.decision?.isGranted], ['2026-11-25', false]);
    assert.deepEqual((await actsOf(municipality, round)).at(-1), ['time declined', LATER, LINE]);
    await delivered(municipality);
    assert.deepEqual(noticesIn(municipality), ['time declined']);
  });

  it('is done by the first who decides; the other is told who it was', async () => {
    const { municipality, round } = await openRound(1);
    await asked(municipality, round);
    const decision = await aDecision(municipality, round);
    await decideTime(municipality, { ...decision, isGranted: false });
    const other = await decideTime(municipality, { ...decision, by: aPerson(), press: 'en anden' });
    assert.ok(other.kind === 'decided');
    assert.deepEqual([other.decision.isGranted, other.decision.by], [false, aSecretary()]);
  });

  it('is about the request that the card showed', async () => {
    const { municipality, round } = await openRound(1);
    await asked(municipality, round);
    const decision = await aDecision(municipality, round);
    municipality.clock.advance(1_000);
    await requestTime(municipality, aTimeAsked(round, 0, { press: 'en anden dag', until: '2026-12-11' }));
    const outcome = await decideTime(municipality, decision);
    assert.ok(outcome.kind === 'replaced');
    assert.equal(outcome.until, '2026-12-11');
    assert.equal((await departmentOf(municipality, round)).ask.deadline, '2026-11-25');
  });

  it('is moot once the department has answered or declined, and impossible in a closed round', async () => {
    const { municipality, round } = await openRound(1);
    await asked(municipality, round);
    const decision = await aDecision(municipality, round);
    await declineReply(municipality, { ...aPress(round, 0, { press: 'nej' }), reason: 'Ikke os.', instead: '' });
    assert.equal((await decideTime(municipality, decision)).kind, 'moot');
    await submitReply(municipality, aReply(round, 0, { press: 'svar' }));
    assert.equal((await decideTime(municipality, decision)).kind, 'moot');
    await locked(municipality, round);
    assert.equal((await decideTime(municipality, decision)).kind, 'locked');
    assert.deepEqual(await decideTime(municipality, { ...decision, roundId: 'ukendt' as Round['id'] }), {
      kind: 'unknown',
    });
  });

  it('gives no day that is over, but may say no to it', async () => {
    const { municipality, round } = await openRound(1);
    await asked(municipality, round);
    municipality.clock.advance(30 * 86_400_000);
    const decision = await aDecision(municipality, round);
    const outcome = await decideTime(municipality, decision);
    assert.ok(outcome.kind === 'day passed');
    assert.equal(outcome.until, LATER);
    assert.equal((await decideTime(municipality, { ...decision, isGranted: false })).kind, 'done');
  });

  it('says what is wrong with the line, and decides nothing', async () => {
    const { municipality, round } = await openRound(1);
    await asked(municipality, round);
    for (const line of [CPR, 'x'.repeat(COMMENT_MAX + 1)]) {
      const outcome = await decideTime(municipality, await aDecision(municipality, round, { line }));
      assert.equal(outcome.kind, 'refused');
    }
    assert.equal((await departmentOf(municipality, round)).timeRequest?.decision, undefined);
  });

  it('is also done by a deadline that is moved as far, of the department or of the round', async () => {
    for (const move of [
      (deps: Municipality, round: Round) => moveDeadline(deps, { ...aFollowUp(round, 0), values: MOVE }),
      (deps: Municipality, round: Round) => moveRoundDeadline(deps, aRoundMove(round)),
    ]) {
      const { municipality, round } = await openRound(1);
      await delivered(municipality);
      await asked(municipality, round);
      await delivered(municipality);
      municipality.clock.advance(1_000);
      await move(municipality, round);
      await delivered(municipality);
      const { timeRequest } = await departmentOf(municipality, round);
      assert.equal(timeRequest?.decision?.isGranted, true);
      assert.ok((await actsOf(municipality, round)).some((line) => Array.isArray(line) && line[0] === 'time granted'));
      assert.deepEqual(decisionCards(municipality).at(-1), `edited: asked, ${LATER}, granted true`);
      assert.deepEqual(noticesIn(municipality), ['deadline moved']);
    }
  });

  it('leaves a request that a moved deadline does not meet', async () => {
    const { municipality, round } = await openRound(1);
    await asked(municipality, round);
    const values = { ...MOVE, deadline: '2026-12-01' };
    await moveDeadline(municipality, { ...aFollowUp(round, 0), values });
    assert.equal((await departmentOf(municipality, round)).timeRequest?.decision, undefined);
  });
});

describe('the secretariat’s card about what it must decide', () => {
  const REPLY = { answer: typing('Svar.'), keepCpr: undefined, seen: NOTHING_SEEN };

  it('is true after every change of the department, wherever that is made', async () => {
    const { municipality, round } = await openRound(1);
    await delivered(municipality);
    await declineReply(municipality, { ...aPress(round, 0, { press: 'nej' }), reason: 'Ikke os.', instead: '' });
    await delivered(municipality);
    await acceptDecline(municipality, { ...aFollowUp(round, 0), inNotat: true });
    await delivered(municipality);
    await answerOnBehalf(municipality, { ...aFollowUp(round, 0, { press: 'for dem' }), ...REPLY });
    await delivered(municipality);
    assert.deepEqual(decisionCards(municipality), [
      'posted: declined, no request, undecided',
      'edited: excused, no request, undecided',
      'edited: answered, no request, undecided',
    ]);
  });

  it('is made true where the department was changed while the card was on its way', async () => {
    const { municipality: made, round } = await openRound(1);
    await delivered(made);
    const messenger = createScriptedMessenger(async (sending, number) => {
      if (sending.message.kind === 'follow-up' && sending.replaced === undefined) {
        await submitReply(made, aReply(round, 0, { press: 'svar' }));
      }
      return sentAs(sending, number);
    });
    const municipality = { ...made, messenger };
    await asked(municipality, round);
    await delivered(municipality);
    assert.deepEqual(decisionCards(municipality), [
      `posted: asked, ${LATER}, undecided`,
      'edited: answered, no request, undecided',
    ]);
  });

  it('is one for each department: a new question takes the place of the one before', async () => {
    const { municipality, round } = await openRound(1);
    await asked(municipality, round);
    await delivered(municipality);
    const first = await cardOf(municipality, round);
    await decideTime(municipality, await aDecision(municipality, round, { isGranted: false }));
    await requestTime(municipality, aTimeAsked(round, 0, { press: 'igen' }));
    await delivered(municipality);
    assert.deepEqual(
      municipality.messenger.removed.filter(({ conversationId }) => conversationId.startsWith(SECRETARIAT.channelId)),
      [first],
    );
    assert.notDeepEqual(await cardOf(municipality, round), first);
  });

  it('is not posted when it is decided before it is sent, and not missed where somebody has deleted it', async () => {
    const { municipality: made, round } = await openRound(2);
    await asked(made, round);
    await decideTime(made, await aDecision(made, round));
    await delivered(made);
    assert.deepEqual(decisionCards(made), []);
    let isGone = false;
    const messenger = createScriptedMessenger((sending, number) =>
      isGone && sending.message.kind === 'follow-up'
        ? refusedWith(404, 'ActivityNotFoundInConversation')
        : sentAs(sending, number),
    );
    const municipality = { ...made, messenger };
    await requestTime(municipality, aTimeAsked(round, 1));
    await delivered(municipality);
    isGone = true;
    await submitReply(municipality, aReply(round, 1, { press: 'svar' }));
    await delivered(municipality);
    assert.equal((await municipality.rounds.readRound(round.id))?.value.trouble, undefined);
  });

  it('costs an answer one row more, and only where there is such a card', async () => {
    const { municipality, round } = await openRound(2);
    await asked(municipality, round);
    await delivered(municipality);
    const rowsOf = async (index: number) => {
      const [commit] = await commitsOf(municipality, (deps) =>
        submitReply(deps, aReply(round, index, { press: 'svar' })),
      );
      return commit?.changes.length;
    };
    assert.deepEqual([await rowsOf(0), await rowsOf(1)], [4, 3]);
  });
});

async function cardOf(municipality: Municipality, round: Round): Promise<PostedMessage> {
  const { decisionCard } = await departmentOf(municipality, round);
  assert.ok(decisionCard);
  return decisionCard;
}
