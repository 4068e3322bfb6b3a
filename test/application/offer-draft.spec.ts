import assert from 'node:assert/strict';
import { offerDraft } from '../../src/application/offer-draft.js';
import { submitReply } from '../../src/application/submit-reply.js';
import { anAddress, aRoundId } from '../support/builders.js';
import {
  aReply,
  commitsOf,
  createMunicipality,
  departmentOf,
  locked,
  opened,
  openRound,
  SECRETARIAT,
} from './municipality.js';

const CHANNEL = anAddress({}, 'd0');
const NOTHING = { kind: 'nothing to answer' };

describe('what is written to the bot in a department’s channel', () => {
  it('is offered to be sent on a card, cleaned, and stored nowhere', async () => {
    const { municipality, round } = await openRound();
    const commits = await commitsOf(municipality, async (deps) => {
      const outcome = await offerDraft(deps, CHANNEL, '  Vi har lært noget.\r\n- Og mere ');
      const department = await departmentOf(municipality, round);
      assert.deepEqual(outcome, { kind: 'offer', department, text: 'Vi har lært noget.\n- Og mere' });
    });
    assert.deepEqual(commits, []);
    assert.equal((await departmentOf(municipality, round)).draft, undefined);
  });

  it('is for the newest round that asks the department', async () => {
    const { municipality } = await openRound();
    municipality.clock.advance(1_000);
    const newer = await opened(municipality);
    const createdAt = municipality.clock.now();
    await municipality.index.add({ roundId: aRoundId('andres'), tenantId: 'en-anden', createdAt });
    await municipality.index.add({ roundId: aRoundId('slettet'), tenantId: CHANNEL.tenantId, createdAt });
    const outcome = await offerDraft(municipality, CHANNEL, 'Vi har lært noget.');
    assert.ok(outcome.kind === 'offer');
    assert.equal(outcome.department.roundId, newer.id);
  });

  it('is offered as a correction where the department has answered', async () => {
    const { municipality, round } = await openRound();
    await submitReply(municipality, aReply(round, 0));
    const outcome = await offerDraft(municipality, CHANNEL, 'Og mere.');
    assert.ok(outcome.kind === 'offer');
    assert.equal(outcome.department.reply?.number, 1);
  });

  it('is nothing to answer with when it is empty', async () => {
    const { municipality } = await openRound();
    assert.deepEqual(await offerDraft(municipality, CHANNEL, ' \n '), NOTHING);
  });

  it('is nothing to answer with before a round has started', async () => {
    assert.deepEqual(await offerDraft(await createMunicipality(), CHANNEL, 'Vi har lært noget.'), NOTHING);
  });

  it('is nothing to answer with when the newest round is closed, whatever round came before it', async () => {
    const { municipality } = await openRound();
    municipality.clock.advance(1_000);
    await locked(municipality, await opened(municipality));
    assert.deepEqual(await offerDraft(municipality, CHANNEL, 'Vi har lært noget.'), NOTHING);
  });

  it('is nothing to answer with in a channel that is no department’s', async () => {
    const { municipality } = await openRound();
    for (const address of [SECRETARIAT, anAddress({}, 'ukendt')]) {
      assert.deepEqual(await offerDraft(municipality, address, 'Vi har lært noget.'), NOTHING);
    }
  });
});
