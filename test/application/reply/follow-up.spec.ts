import assert from 'node:assert/strict';
import type { SendResult } from '../../../src/application/ports.js';
import { declineReply } from '../../../src/application/reply/decline-reply.js';
import { acceptDecline, nudge, type SendBackRequest, sendBack } from '../../../src/application/reply/follow-up.js';
import { showFollowedUp } from '../../../src/application/reply/followed-up-department.js';
import { submitReply } from '../../../src/application/reply/submit-reply.js';
import { compileNotat } from '../../../src/domain/notat/notat.js';
import { standingOf } from '../../../src/domain/reply/standing.js';
import type { Round } from '../../../src/domain/round/round.js';
import { aDepartmentId, anAddress, aReminder, aRoundId, aSecretary, START } from '../../support/builders.js';
import { createScriptedMessenger, interceptCommits, refusedWith, sentAs } from '../../support/fakes.js';
import {
  aFollowUp,
  answeredByAll,
  aPress,
  aReply,
  COLLEAGUE,
  commitsOf,
  delivered,
  departmentOf,
  FIRST_SEEN,
  HEAD,
  type Municipality,
  NOTHING_SEEN,
  notatsPosted,
  openRound,
  requestsPosted,
  typing,
} from '../municipality.js';

const COMMENT = 'Skriv gerne et eksempel.';

function aSendBack(round: Round, changes: Partial<SendBackRequest> = {}): SendBackRequest {
  return { ...aFollowUp(round, 0), seen: FIRST_SEEN, comment: COMMENT, ...changes };
}

/** The first department finds that the report is not its area. */
async function declined(municipality: Municipality, round: Round): Promise<void> {
  const request = { ...aPress(round, 0, { press: 'ikke-os' }), reason: 'Ikke os.', instead: 'Fagområde 1' };
  assert.equal((await declineReply(municipality, request)).kind, 'declined');
}

async function notatOf({ rounds, clock }: Municipality, round: Round) {
  const overview = await rounds.readOverview(round.id);
  assert.ok(overview);
  return compileNotat(overview, clock.now());
}

async function tasksOf(municipality: Municipality, act: (deps: Municipality) => Promise<unknown>): Promise<unknown> {
  const [commit] = await commitsOf(municipality, act);
  return commit?.changes.flatMap((change) => (change.change === 'insert delivery' ? [change.delivery.task] : []));
}

describe('a department on the secretariat’s card', () => {
  it('is shown as it stands', async () => {
    const { municipality, round } = await openRound();
    await submitReply(municipality, aReply(round, 0));
    const department = await departmentOf(municipality, round);
    assert.deepEqual(await showFollowedUp(municipality, aFollowUp(round, 0)), { kind: 'shown', department });
  });

  for (const [name, changes] of [
    ['another tenant’s channel of the same id', { address: anAddress({ tenantId: 'en-anden' }, 'sekretariatet') }],
    ['a round that is not there', { roundId: aRoundId('ukendt') }],
    ['a department that is not asked', { departmentId: aDepartmentId('ukendt') }],
  ] as const) {
    it(`is nobody’s to see or follow up from ${name}`, async () => {
      const { municipality, round } = await openRound();
      const request = aFollowUp(round, 0, changes);
      const commits = await commitsOf(municipality, async (deps) => {
        assert.deepEqual(await showFollowedUp(deps, request), { kind: 'unknown' });
        assert.deepEqual(await nudge(deps, request), { kind: 'unknown' });
        assert.deepEqual(await sendBack(deps, { ...request, seen: NOTHING_SEEN, comment: COMMENT }), {
          kind: 'unknown',
        });
        assert.deepEqual(await acceptDecline(deps, { ...request, inNotat: true }), { kind: 'unknown' });
      });
      assert.deepEqual(commits, []);
    });
  }
});

describe('sending a reply back', () => {
  it('keeps the comment with who and when, and the reply as it was', async () => {
    const { municipality, round } = await openRound();
    await submitReply(municipality, aReply(round, 0));
    municipality.clock.advance(1_000);
    assert.equal((await sendBack(municipality, aSendBack(round))).kind, 'done');
    const { sentBack, reply } = await departmentOf(municipality, round);
    const at = new Date(START.getTime() + 1_000);
    assert.deepEqual(sentBack, { comment: COMMENT, by: aSecretary(), at });
    assert.equal(reply?.number, 1);
    const line = (await municipality.rounds.readAudit(round.id)).at(-1);
    assert.deepEqual([line?.act, line?.by, line?.departmentId], ['sent back', aSecretary(), 'd0']);
  });

  it('tells the department in its thread, and shows its request card anew', async () => {
    const { municipality, round } = await openRound();
    await submitReply(municipality, aReply(round, 0));
    assert.deepEqual(await tasksOf(municipality, (deps) => sendBack(deps, aSendBack(round))), [
      { kind: 'refresh cards', departmentId: 'd0', mayComplete: false, also: undefined },
      { kind: 'post department notice', departmentId: 'd0', notice: 'sent back' },
    ]);
  });

  it('leaves the department awaited, and no notat is complete meanwhile', async () => {
    const { municipality, round } = await openRound(2);
    await submitReply(municipality, aReply(round, 0));
    await sendBack(municipality, aSendBack(round));
    await submitReply(municipality, aReply(round, 1));
    await delivered(municipality);
    assert.equal(standingOf(await departmentOf(municipality, round)).kind, 'awaited');
    assert.deepEqual(notatsPosted(municipality.messenger), []);
    const { status, rows, counts } = await notatOf(municipality, round);
    assert.deepEqual([status, rows.map(({ answer }) => answer.kind)], ['interim', ['awaited', 'reply']]);
    assert.deepEqual([counts.answered, counts.asked], [1, 2]);
  });

  it('keeps back a notat that was owed when the reply was sent back', async () => {
    const { municipality, round } = await openRound(2);
    await answeredByAll(municipality, round);
    await sendBack(municipality, aSendBack(round));
    await delivered(municipality);
    assert.deepEqual(notatsPosted(municipality.messenger), []);
  });

  it('is answered by a new version, even in the same words, and then the notat is complete', async () => {
    const { municipality, round } = await openRound(2);
    await answeredByAll(municipality, round);
    await sendBack(municipality, aSendBack(round));
    const again = aReply(round, 0, { seen: FIRST_SEEN, press: 'igen' });
    assert.equal((await submitReply(municipality, again)).kind, 'stored');
    const { reply, sentBack } = await departmentOf(municipality, round);
    assert.deepEqual([reply?.number, sentBack], [2, undefined]);
    await delivered(municipality);
    const [notat] = notatsPosted(municipality.messenger);
    assert.equal(notat?.notat.status, 'complete');
    assert.deepEqual(
      notat?.record.versions.map(({ version }) => version),
      [2, 1],
    );
  });

  it('may be answered by a proposal, and the department is awaited until a head has sent it', async () => {
    const { municipality, round } = await openRound(2, { heads: [HEAD] });
    await submitReply(municipality, aReply(round, 0, { by: HEAD }));
    await sendBack(municipality, aSendBack(round));
    const answer = aReply(round, 0, { by: COLLEAGUE, seen: FIRST_SEEN, press: 'forslag' });
    assert.equal((await submitReply(municipality, answer)).kind, 'proposed');
    assert.equal(standingOf(await departmentOf(municipality, round)).kind, 'awaited');
  });

  it('again takes the newer comment', async () => {
    const { municipality, round } = await openRound();
    await submitReply(municipality, aReply(round, 0));
    await sendBack(municipality, aSendBack(round));
    await sendBack(municipality, aSendBack(round, { comment: 'Og et tal.', press: 'to' }));
    assert.equal((await departmentOf(municipality, round)).sentBack?.comment, 'Og et tal.');
  });

  it('asks a department that had declined all the same', async () => {
    const { municipality, round } = await openRound();
    await declined(municipality, round);
    assert.equal((await sendBack(municipality, aSendBack(round, { seen: NOTHING_SEEN }))).kind, 'done');
    const { decline, sentBack } = await departmentOf(municipality, round);
    assert.deepEqual([decline, sentBack?.comment], [undefined, COMMENT]);
  });

  it('does not reach a reply that the secretariat has not seen', async () => {
    const { municipality, round } = await openRound();
    await submitReply(municipality, aReply(round, 0));
    await submitReply(municipality, aReply(round, 0, { answer: typing('Rettet'), seen: FIRST_SEEN, press: 'ret' }));
    const commits = await commitsOf(municipality, async (deps) => {
      assert.equal((await sendBack(deps, aSendBack(round, { seen: FIRST_SEEN }))).kind, 'overtaken');
    });
    assert.deepEqual(commits, []);
  });

  it('judges again when the reply is corrected in between', async () => {
    const { municipality, round } = await openRound();
    await submitReply(municipality, aReply(round, 0));
    const rounds = interceptCommits(municipality.rounds, async ({ number, proceed }) => {
      const correction = { answer: typing('Rettet'), seen: FIRST_SEEN, press: 'ret' };
      if (number === 1) await submitReply(municipality, aReply(round, 0, correction));
      return proceed();
    });
    assert.equal((await sendBack({ ...municipality, rounds }, aSendBack(round))).kind, 'overtaken');
    assert.equal((await departmentOf(municipality, round)).sentBack, undefined);
  });

  it('is too late, or too early, where there is nothing to send back', async () => {
    const { municipality, round } = await openRound();
    assert.equal((await sendBack(municipality, aSendBack(round, { seen: NOTHING_SEEN }))).kind, 'too late');
  });

  it('twice with one press is done once', async () => {
    const { municipality, round } = await openRound();
    await submitReply(municipality, aReply(round, 0));
    const kinds = [];
    for (const _ of [1, 2]) kinds.push((await sendBack(municipality, aSendBack(round))).kind);
    assert.deepEqual(kinds, ['done', 'unchanged']);
  });

  const REFUSED: readonly (readonly [what: string, comment: unknown, kind: string])[] = [
    ['no comment', ' ', 'missing'],
    ['too long a comment', 'x'.repeat(1_001), 'too long'],
    ['a CPR number in the comment', 'Nævn ikke 311299-4321', 'cpr number'],
  ];
  for (const [what, comment, kind] of REFUSED) {
    it(`is refused with ${what}, and nothing is written`, async () => {
      const { municipality, round } = await openRound();
      await submitReply(municipality, aReply(round, 0));
      const commits = await commitsOf(municipality, async (deps) => {
        const outcome = await sendBack(deps, aSendBack(round, { comment }));
        assert.ok(outcome.kind === 'refused');
        assert.equal(outcome.problem.kind, kind);
      });
      assert.deepEqual(commits, []);
    });
  }
});

describe('nudging a department', () => {
  it('tells it in its thread, shows its card anew, and counts the reminder', async () => {
    const { municipality, round } = await openRound();
    const before = await departmentOf(municipality, round);
    assert.deepEqual(await tasksOf(municipality, (deps) => nudge(deps, aFollowUp(round, 0))), [
      { kind: 'refresh cards', departmentId: 'd0', mayComplete: false, also: undefined },
      { kind: 'post department notice', departmentId: 'd0', notice: 'nudged' },
    ]);
    const { presses, changes } = await departmentOf(municipality, round);
    const reminders = [aReminder({ step: 'asked for' })];
    assert.deepEqual(await departmentOf(municipality, round), { ...before, presses, changes, reminders });
    const line = (await municipality.rounds.readAudit(round.id)).at(-1);
    assert.deepEqual([line?.act, line?.by, line?.departmentId], ['nudged', aSecretary(), 'd0']);
  });

  it('twice with one press is done once, with two presses twice', async () => {
    const { municipality, round } = await openRound();
    const kinds = [];
    for (const press of ['a', 'a', 'b']) kinds.push((await nudge(municipality, aFollowUp(round, 0, { press }))).kind);
    assert.deepEqual(kinds, ['done', 'unchanged', 'done']);
    const notices = (await municipality.rounds.readDeliveries(round.id)).filter(
      ({ task }) => task.kind === 'post department notice',
    );
    assert.equal(notices.length, 2);
  });

  const word = '403 BotNotInConversationRoster';
  for (const [how, outcome, trouble] of [
    ['was refused', refusedWith(403, 'BotNotInConversationRoster'), { fate: 'stopped', what: 'post request', word }],
    ['is still tried in vain', refusedWith(500), undefined],
  ] as const) {
    describe(`whose card ${how}`, () => {
      async function withoutCard() {
        const teams: { trouble: SendResult | undefined } = { trouble: outcome };
        const messenger = createScriptedMessenger((sending, number) => teams.trouble ?? sentAs(sending, number));
        const opened = await openRound(1);
        const municipality = { ...opened.municipality, messenger };
        await delivered(municipality);
        assert.deepEqual((await departmentOf(municipality, opened.round)).trouble, trouble);
        return { municipality, round: opened.round, teams };
      }

      it('sends the card again, at once and in place of a notice, and tells no more that it could not be', async () => {
        const { municipality, round, teams } = await withoutCard();
        teams.trouble = undefined;
        const nudged = await nudge(municipality, aFollowUp(round, 0));
        const department = await departmentOf(municipality, round);
        assert.deepEqual([nudged, department.trouble], [{ kind: 'request again', department }, undefined]);
        await delivered(municipality);
        assert.equal(requestsPosted(municipality.messenger).length, 2);
        const deliveries = await municipality.rounds.readDeliveries(round.id);
        const request = deliveries.find(({ task }) => task.kind === 'post request');
        assert.deepEqual([request?.state, request?.attempts], ['sent', 1]);
        assert.equal(deliveries.filter(({ task }) => task.kind === 'post department notice').length, 0);
        const line = (await municipality.rounds.readAudit(round.id)).at(-1);
        assert.deepEqual([line?.act, line?.departmentId], ['nudged', 'd0']);
        assert.equal((await nudge(municipality, aFollowUp(round, 0, { press: 'igen' }))).kind, 'done');
      });

      it('twice with one press is told the same while the card is on its way, and done once', async () => {
        const { municipality, round } = await withoutCard();
        const kinds = [];
        for (const _ of [1, 2]) kinds.push((await nudge(municipality, aFollowUp(round, 0))).kind);
        assert.deepEqual(kinds, ['request again', 'request again']);
        assert.equal((await municipality.rounds.readAudit(round.id)).filter(({ act }) => act === 'nudged').length, 1);
      });

      it('says so again when the card meets the same trouble once more', async () => {
        const { municipality, round } = await withoutCard();
        await nudge(municipality, aFollowUp(round, 0));
        await delivered(municipality);
        assert.equal(requestsPosted(municipality.messenger).length, 2);
        assert.deepEqual((await departmentOf(municipality, round)).trouble, trouble);
      });

      it('judges again when the card is delivered in between', async () => {
        const { municipality, round, teams } = await withoutCard();
        await nudge(municipality, aFollowUp(round, 0, { press: 'først' }));
        await delivered(municipality);
        teams.trouble = undefined;
        const rounds = interceptCommits(municipality.rounds, async ({ number, proceed }) => {
          if (number === 1) {
            await nudge(municipality, aFollowUp(round, 0, { press: 'en anden' }));
            await delivered(municipality);
          }
          return proceed();
        });
        assert.equal((await nudge({ ...municipality, rounds }, aFollowUp(round, 0))).kind, 'done');
      });
    });
  }

  it('is too late when it has declined, from a card that is older than that', async () => {
    const { municipality, round } = await openRound();
    await declined(municipality, round);
    const commits = await commitsOf(municipality, async (deps) => {
      assert.equal((await nudge(deps, aFollowUp(round, 0))).kind, 'too late');
    });
    assert.deepEqual(commits, []);
  });

  it('is too late when it has answered', async () => {
    const { municipality, round } = await openRound();
    await submitReply(municipality, aReply(round, 0));
    const commits = await commitsOf(municipality, async (deps) => {
      assert.equal((await nudge(deps, aFollowUp(round, 0))).kind, 'too late');
    });
    assert.deepEqual(commits, []);
  });
});

describe('accepting a decline', () => {
  it('excuses the department, with who and when, and shows it on its card', async () => {
    const { municipality, round } = await openRound();
    await declined(municipality, round);
    municipality.clock.advance(1_000);
    const tasks = await tasksOf(municipality, (deps) => acceptDecline(deps, { ...aFollowUp(round, 0), inNotat: true }));
    assert.deepEqual(tasks, [{ kind: 'refresh cards', departmentId: 'd0', mayComplete: true, also: undefined }]);
    const department = await departmentOf(municipality, round);
    const at = new Date(START.getTime() + 1_000);
    assert.deepEqual(department.decline?.accepted, { inNotat: true, by: aSecretary(), at });
    assert.equal(standingOf(department).kind, 'excused');
  });

  it('with a row says in the notat that it is not their area', async () => {
    const { municipality, round } = await openRound();
    await declined(municipality, round);
    await acceptDecline(municipality, { ...aFollowUp(round, 0), inNotat: true });
    const { rows, counts } = await notatOf(municipality, round);
    assert.deepEqual([rows[0]?.answer, rows.length, counts.asked, counts.notTheirs], [{ kind: 'not theirs' }, 3, 2, 1]);
  });

  it('without a row leaves the department out of the notat', async () => {
    const { municipality, round } = await openRound();
    await declined(municipality, round);
    await acceptDecline(municipality, { ...aFollowUp(round, 0), inNotat: false });
    const { rows, counts } = await notatOf(municipality, round);
    assert.deepEqual(
      [rows.map(({ department }) => department), counts.asked, counts.notTheirs],
      [['Fagområde 1', 'Fagområde 2'], 2, 0],
    );
  });

  it('of the last one missing completes the notat', async () => {
    const { municipality, round } = await openRound(2);
    await declined(municipality, round);
    await submitReply(municipality, aReply(round, 1));
    await delivered(municipality);
    assert.deepEqual(notatsPosted(municipality.messenger), []);
    await acceptDecline(municipality, { ...aFollowUp(round, 0), inNotat: false });
    await delivered(municipality);
    assert.deepEqual(
      notatsPosted(municipality.messenger).map(({ notat }) => notat.rows.map(({ department }) => department)),
      [['Fagområde 1']],
    );
  });

  it('changed from a row to none posts the notat anew, as it then is', async () => {
    const { municipality, round } = await openRound(2);
    await declined(municipality, round);
    await submitReply(municipality, aReply(round, 1));
    for (const inNotat of [true, false]) {
      municipality.clock.advance(1_000);
      await acceptDecline(municipality, { ...aFollowUp(round, 0, { press: String(inNotat) }), inNotat });
      await delivered(municipality);
    }
    assert.deepEqual(
      notatsPosted(municipality.messenger).map(({ notat }) => notat.rows.length),
      [2, 1],
    );
  });

  it('does not stop the department from answering all the same', async () => {
    const { municipality, round } = await openRound();
    await declined(municipality, round);
    await acceptDecline(municipality, { ...aFollowUp(round, 0), inNotat: false });
    assert.equal((await submitReply(municipality, aReply(round, 0))).kind, 'stored');
    assert.equal((await notatOf(municipality, round)).rows[0]?.answer.kind, 'reply');
  });

  it('is too late where nothing is declined, or the department has been asked again', async () => {
    const { municipality, round } = await openRound();
    const request = { ...aFollowUp(round, 0), inNotat: true };
    assert.equal((await acceptDecline(municipality, request)).kind, 'too late');
    await declined(municipality, round);
    await sendBack(municipality, aSendBack(round, { seen: NOTHING_SEEN, press: 'tilbage' }));
    assert.equal((await acceptDecline(municipality, request)).kind, 'too late');
  });

  it('twice with one press is done once', async () => {
    const { municipality, round } = await openRound();
    await declined(municipality, round);
    const kinds = [];
    for (const _ of [1, 2]) {
      kinds.push((await acceptDecline(municipality, { ...aFollowUp(round, 0), inNotat: true })).kind);
    }
    assert.deepEqual(kinds, ['done', 'unchanged']);
  });

  it('as it has been accepted already changes nothing', async () => {
    const { municipality, round } = await openRound();
    await declined(municipality, round);
    await acceptDecline(municipality, { ...aFollowUp(round, 0), inNotat: true });
    const commits = await commitsOf(municipality, async (deps) => {
      const again = { ...aFollowUp(round, 0, { press: 'en anden' }), inNotat: true };
      assert.equal((await acceptDecline(deps, again)).kind, 'unchanged');
    });
    assert.deepEqual(commits, []);
  });
});
