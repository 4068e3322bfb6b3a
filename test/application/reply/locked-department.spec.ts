import assert from 'node:assert/strict';
import { nameLeaders } from '../../../src/application/channel/department-settings.js';
import { answerOnBehalf } from '../../../src/application/reply/answer-on-behalf.js';
import { approveReply } from '../../../src/application/reply/approve-reply.js';
import { showDepartment } from '../../../src/application/reply/asked-department.js';
import { declineReply } from '../../../src/application/reply/decline-reply.js';
import { acceptDecline, nudge, sendBack } from '../../../src/application/reply/follow-up.js';
import { showFollowedUp } from '../../../src/application/reply/followed-up-department.js';
import { saveDraft } from '../../../src/application/reply/save-draft.js';
import { submitReply } from '../../../src/application/reply/submit-reply.js';
import type { Round } from '../../../src/domain/round/round.js';
import { aChannelRequest } from '../../support/builders.js';
import {
  aDraftOf,
  aFollowUp,
  aPress,
  aReply,
  COLLEAGUE,
  commitsOf,
  departmentOf,
  FIRST_SEEN,
  HEAD,
  locked,
  type Municipality,
  openRound,
  typing,
} from '../municipality.js';

type UseCase = (municipality: Municipality, round: Round) => Promise<{ readonly kind: string }>;

const USE_CASES: readonly (readonly [what: string, carryOut: UseCase])[] = [
  ['an answer', (deps, round) => submitReply(deps, aReply(round, 0, { by: HEAD, seen: FIRST_SEEN, press: 'a' }))],
  ['a proposal', (deps, round) => submitReply(deps, aReply(round, 0, { by: COLLEAGUE, seen: FIRST_SEEN, press: 'b' }))],
  [
    'a text that is no answer',
    (deps, round) => submitReply(deps, aReply(round, 0, { answer: typing(''), press: 'c' })),
  ],
  ['a draft', (deps, round) => saveDraft(deps, aDraftOf(round, 0, 'En kladde', { press: 'd' }))],
  ['an approval', (deps, round) => approveReply(deps, aPress(round, 0, { by: HEAD, press: 'e' }))],
  [
    'a decline',
    (deps, round) => declineReply(deps, { ...aPress(round, 0, { by: HEAD, press: 'f' }), reason: 'x', instead: '' }),
  ],
  ['a nudge', (deps, round) => nudge(deps, aFollowUp(round, 0))],
  ['a comment', (deps, round) => sendBack(deps, { ...aFollowUp(round, 0), seen: FIRST_SEEN, comment: 'Mere' })],
  ['an accepted decline', (deps, round) => acceptDecline(deps, { ...aFollowUp(round, 0), inNotat: true })],
  [
    'an answer on its behalf',
    (deps, round) =>
      answerOnBehalf(deps, { ...aFollowUp(round, 0), answer: typing('Svar'), keepCpr: undefined, seen: FIRST_SEEN }),
  ],
];

/** The first department has answered, and its round is closed. */
async function closedRound() {
  const opened = await openRound(2, { heads: [HEAD] });
  await submitReply(opened.municipality, aReply(opened.round, 0, { by: HEAD, press: 'svaret' }));
  await locked(opened.municipality, opened.round);
  return opened;
}

describe('a department whose round is closed', () => {
  for (const [what, carryOut] of USE_CASES) {
    it(`takes no more: ${what} is told that it is locked, and nothing is written`, async () => {
      const { municipality, round } = await closedRound();
      const commits = await commitsOf(municipality, async (deps) => {
        assert.equal((await carryOut(deps, round)).kind, 'locked');
      });
      assert.deepEqual(commits, []);
    });
  }

  it('still says of an answer delivered again that it was carried out', async () => {
    const { municipality, round } = await closedRound();
    const again = aReply(round, 0, { by: HEAD, press: 'svaret' });
    assert.equal((await submitReply(municipality, again)).kind, 'unchanged');
  });

  it('tells someone who may not decide just that, and not that it is locked', async () => {
    const { municipality, round } = await closedRound();
    const request = aPress(round, 0, { by: COLLEAGUE, press: 'e' });
    assert.equal((await approveReply(municipality, request)).kind, 'not allowed');
  });

  it('can still be looked at, by itself and by the secretariat', async () => {
    const { municipality, round } = await closedRound();
    const department = await departmentOf(municipality, round);
    assert.deepEqual(await showDepartment(municipality, aPress(round, 0)), { kind: 'shown', department });
    assert.deepEqual(await showFollowedUp(municipality, aFollowUp(round, 0)), { kind: 'shown', department });
  });

  it('keeps the heads that it had, whoever is named later', async () => {
    const { municipality, round } = await closedRound();
    const { address } = aPress(round, 0);
    await nameLeaders(municipality, aChannelRequest(address), 'heads', [COLLEAGUE]);
    assert.deepEqual((await departmentOf(municipality, round)).department.heads, [HEAD]);
  });
});
