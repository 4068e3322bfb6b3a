import assert from 'node:assert/strict';
import { type DeclineReplyRequest, declineReply, openDecline } from '../../../src/application/reply/decline-reply.js';
import { saveDraft } from '../../../src/application/reply/save-draft.js';
import { submitReply } from '../../../src/application/reply/submit-reply.js';
import { standingOf } from '../../../src/domain/reply/standing.js';
import type { Round } from '../../../src/domain/round/round.js';
import { aDepartmentId, anAddress, aRoundId, START } from '../../support/builders.js';
import { interceptCommits } from '../../support/fakes.js';
import {
  aDraftOf,
  aPress,
  aReply,
  COLLEAGUE,
  commitsOf,
  departmentOf,
  HEAD,
  NOT_ASKED_HERE,
  openRound,
  seenIn,
  typing,
} from '../municipality.js';

const REASON = 'Rapporten handler om plejehjem.';

function aDecline(round: Round, changes: Partial<DeclineReplyRequest> = {}): DeclineReplyRequest {
  return { ...aPress(round, 0, { press: 'ikke-os' }), reason: REASON, instead: '', ...changes };
}

describe('the form for “not our area”', () => {
  it('offers the round’s other departments', async () => {
    const { municipality, round } = await openRound(3);
    const outcome = await openDecline(municipality, aPress(round, 1));
    assert.equal(outcome.kind, 'form');
    assert.equal(outcome.department.department.id, 'd1');
    assert.deepEqual(outcome.others, ['Fagområde 0', 'Fagområde 2']);
  });

  it('is for the department’s own channel', async () => {
    const { municipality, round } = await openRound();
    const elsewhere = aPress(round, 0, { address: anAddress({}, 'd1') });
    assert.deepEqual(await openDecline(municipality, elsewhere), NOT_ASKED_HERE);
  });

  it('offers nobody when the round cannot be read as a whole', async () => {
    const { municipality, round } = await openRound();
    const rounds = { ...municipality.rounds, readOverview: async () => undefined };
    const outcome = await openDecline({ ...municipality, rounds }, aPress(round, 0));
    assert.equal(outcome.kind, 'form');
    assert.deepEqual(outcome.others, []);
  });
});

describe('declining', () => {
  it('is kept with its reason, who and when, until the secretariat has decided', async () => {
    const { municipality, round } = await openRound();
    const outcome = await declineReply(municipality, aDecline(round, { instead: ' Fagområde  2 ', by: COLLEAGUE }));
    assert.equal(outcome.kind, 'declined');
    const department = await departmentOf(municipality, round);
    assert.deepEqual(department.decline, {
      reason: REASON,
      instead: 'Fagområde 2',
      by: COLLEAGUE,
      at: START,
      accepted: undefined,
    });
    assert.equal(standingOf(department).kind, 'awaited');
  });

  it('tells the secretariat, shows the card anew, and is noted without its words', async () => {
    const { municipality, round } = await openRound();
    const [commit] = await commitsOf(municipality, (deps) => declineReply(deps, aDecline(round)));
    assert.deepEqual(
      commit?.changes.flatMap((change) => (change.change === 'insert delivery' ? [change.delivery.task.kind] : [])),
      ['refresh cards', 'post decline'],
    );
    const line = (await municipality.rounds.readAudit(round.id)).at(-1);
    assert.deepEqual([line?.act, line?.departmentId, line?.reason], ['declined', 'd0', undefined]);
  });

  it('leaves a draft as it is', async () => {
    const { municipality, round } = await openRound();
    await saveDraft(municipality, aDraftOf(round, 0, 'Vi er i gang', { press: 'kladde' }));
    await declineReply(municipality, aDecline(round));
    assert.equal((await departmentOf(municipality, round)).draft?.text, 'Vi er i gang');
  });

  const NO_NAMES: readonly unknown[] = ['', undefined, 7, '   ', 'x'.repeat(101), 'Skole [her](https://x.example)'];
  for (const instead of NO_NAMES) {
    it(`names nobody else for ${JSON.stringify(instead)?.slice(0, 30)}`, async () => {
      const { municipality, round } = await openRound();
      await declineReply(municipality, aDecline(round, { instead }));
      assert.equal((await departmentOf(municipality, round)).decline?.instead, undefined);
    });
  }

  const REFUSED: readonly (readonly [what: string, reason: unknown, kind: string])[] = [
    ['no reason', '  ', 'missing'],
    ['something that is no text', { reason: 1 }, 'missing'],
    ['too long a reason', 'x'.repeat(1_001), 'too long'],
    ['a CPR number in the reason', 'Sagen om 311299-4321', 'cpr number'],
  ];
  for (const [what, reason, kind] of REFUSED) {
    it(`is refused with ${what}, and nothing is written`, async () => {
      const { municipality, round } = await openRound();
      const commits = await commitsOf(municipality, async (deps) => {
        const outcome = await declineReply(deps, aDecline(round, { reason }));
        assert.ok(outcome.kind === 'refused');
        assert.equal(outcome.problem.kind, kind);
      });
      assert.deepEqual(commits, []);
    });
  }

  it('is for those who decide: anyone else is told so, before the form and after it, and nothing is written', async () => {
    const { municipality, round } = await openRound(2, { heads: [HEAD] });
    const commits = await commitsOf(municipality, async (deps) => {
      assert.equal((await openDecline(deps, aPress(round, 0, { by: COLLEAGUE }))).kind, 'not allowed');
      assert.equal((await declineReply(deps, aDecline(round, { by: COLLEAGUE }))).kind, 'not allowed');
    });
    assert.deepEqual(commits, []);
    assert.equal((await declineReply(municipality, aDecline(round, { by: HEAD }))).kind, 'declined');
  });

  for (const [name, changes] of [
    ['another department’s channel', { address: anAddress({}, 'd1') }],
    ['a round that is not there', { roundId: aRoundId('ukendt') }],
    ['a department that is not asked', { departmentId: aDepartmentId('ukendt') }],
  ] as const satisfies readonly (readonly [string, Partial<DeclineReplyRequest>])[]) {
    it(`is nobody’s when it comes from ${name}`, async () => {
      const { municipality, round } = await openRound();
      assert.deepEqual(await declineReply(municipality, aDecline(round, changes)), NOT_ASKED_HERE);
    });
  }

  it('twice with one press is done once; another press comes too late', async () => {
    const { municipality, round } = await openRound();
    const kinds = [];
    for (const press of ['a', 'a', 'b'])
      kinds.push((await declineReply(municipality, aDecline(round, { press }))).kind);
    assert.deepEqual(kinds, ['declined', 'unchanged', 'too late']);
    const acts = (await municipality.rounds.readAudit(round.id)).map(({ act }) => act);
    assert.equal(acts.filter((act) => act === 'declined').length, 1);
  });

  it('comes too late when the department has answered, or does so in between', async () => {
    const { municipality, round } = await openRound();
    const rounds = interceptCommits(municipality.rounds, async ({ number, proceed }) => {
      if (number === 1) await submitReply(municipality, aReply(round, 0));
      return proceed();
    });
    assert.equal((await declineReply({ ...municipality, rounds }, aDecline(round))).kind, 'too late');
    assert.equal((await departmentOf(municipality, round)).decline, undefined);
  });
});

describe('answering after having declined', () => {
  it('is an answer, and the decline is gone', async () => {
    const { municipality, round } = await openRound();
    await declineReply(municipality, aDecline(round));
    assert.equal((await submitReply(municipality, aReply(round, 0))).kind, 'stored');
    const { reply, decline } = await departmentOf(municipality, round);
    assert.deepEqual([reply?.number, decline], [1, undefined]);
  });

  it('is for a head alone: another’s proposal is not taken, and nothing is written', async () => {
    const { municipality, round } = await openRound(2, { heads: [HEAD] });
    await declineReply(municipality, aDecline(round, { by: HEAD }));
    const commits = await commitsOf(municipality, async (deps) => {
      const request = aReply(round, 0, { by: COLLEAGUE, answer: typing('Jo, vi har'), press: 'forslag' });
      assert.equal((await submitReply(deps, request)).kind, 'declined');
    });
    assert.deepEqual(commits, []);
    const own = aReply(round, 0, { by: HEAD, seen: await seenIn(municipality, round), press: 'svar' });
    assert.equal((await submitReply(municipality, own)).kind, 'stored');
  });
});
