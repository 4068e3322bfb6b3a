import assert from 'node:assert/strict';
import { dismissWritten } from '../../../src/application/reply/dismiss-written.js';
import { offerDraft } from '../../../src/application/reply/offer-draft.js';
import { submitReply } from '../../../src/application/reply/submit-reply.js';
import type { PostedMessage } from '../../../src/domain/channel/channel.js';
import { THREAD_ROUNDS_MAX } from '../../../src/domain/limits.js';
import { requestDeliveryId } from '../../../src/domain/work/delivery.js';
import { anAddress, aRoundId } from '../../support/builders.js';
import {
  aReply,
  commitsOf,
  createMunicipality,
  delivered,
  departmentOf,
  locked,
  NOT_ASKED_HERE,
  opened,
  openRound,
  SECRETARIAT,
} from '../municipality.js';

const CHANNEL = anAddress({}, 'd0');
const HERE = { address: CHANNEL, thread: undefined };
const NOTHING = { kind: 'nothing to answer' };
const NOT_ASKED = { kind: 'not asked' };
const NONE_OPEN = { kind: 'none open' };

describe('what is written to the bot in a department’s channel', () => {
  it('may be an answer, cleaned, and is stored nowhere', async () => {
    const { municipality, round } = await openRound();
    const commits = await commitsOf(municipality, async (deps) => {
      const outcome = await offerDraft(deps, HERE, '  Vi har lært noget.\r\n- Og mere ');
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
    const outcome = await offerDraft(municipality, HERE, 'Vi har lært noget.');
    assert.ok(outcome.kind === 'offer');
    assert.equal(outcome.department.roundId, newer.id);
  });

  it('is offered as a correction where the department has answered', async () => {
    const { municipality, round } = await openRound();
    await submitReply(municipality, aReply(round, 0));
    const outcome = await offerDraft(municipality, HERE, 'Og mere.');
    assert.ok(outcome.kind === 'offer');
    assert.equal(outcome.department.reply?.number, 1);
  });

  it('is nothing to answer with when it is empty', async () => {
    const { municipality } = await openRound();
    assert.deepEqual(await offerDraft(municipality, HERE, ' \n '), NOTHING);
  });

  it('is no answer before a round has asked the department', async () => {
    assert.deepEqual(await offerDraft(await createMunicipality(), HERE, 'Vi har lært noget.'), NOT_ASKED);
  });

  it('is for the newest round that is open, where newer ones are closed', async () => {
    const { municipality, round } = await openRound();
    municipality.clock.advance(1_000);
    await locked(municipality, await opened(municipality));
    const outcome = await offerDraft(municipality, HERE, 'Vi har lært noget.');
    assert.ok(outcome.kind === 'offer');
    assert.equal(outcome.department.roundId, round.id);
    await locked(municipality, round);
    assert.deepEqual(await offerDraft(municipality, HERE, 'Vi har lært noget.'), NONE_OPEN);
  });

  it('is for the round whose card began the thread', async () => {
    const { municipality, round, threads } = await twoRounds();
    const outcome = await offerDraft(municipality, { ...HERE, thread: threads[0] }, 'Vi har lært noget.');
    assert.ok(outcome.kind === 'offer');
    assert.equal(outcome.department.roundId, round.id);
  });

  it('is told that the round is closed, in the thread of one that is', async () => {
    const { municipality, round, threads } = await twoRounds();
    await locked(municipality, round);
    const outcome = await offerDraft(municipality, { ...HERE, thread: threads[0] }, 'Vi har lært noget.');
    assert.deepEqual(outcome, { kind: 'locked', department: await departmentOf(municipality, round) });
  });

  it('is for the newest open round in every other thread', async () => {
    const { municipality, newer, threads } = await twoRounds();
    for (const thread of [threads[1], `${CHANNEL.channelId};messageid=7`]) {
      const outcome = await offerDraft(municipality, { ...HERE, thread }, 'Vi har lært noget.');
      assert.ok(outcome.kind === 'offer');
      assert.equal(outcome.department.roundId, newer.id);
    }
  });

  it('looks no further back than among the newest rounds', async () => {
    const { municipality, threads } = await twoRounds();
    for (let number = 0; number < THREAD_ROUNDS_MAX; number += 1) {
      const createdAt = new Date(municipality.clock.now().getTime() + number + 1);
      await municipality.index.add({ roundId: aRoundId(`n${number}`), tenantId: CHANNEL.tenantId, createdAt });
    }
    assert.deepEqual(await offerDraft(municipality, { ...HERE, thread: threads[0] }, 'Vi har lært noget.'), NOT_ASKED);
  });

  it('is nothing to answer with in a channel that is no department’s', async () => {
    const { municipality } = await openRound();
    for (const address of [SECRETARIAT, anAddress({}, 'ukendt')]) {
      assert.deepEqual(await offerDraft(municipality, { address, thread: undefined }, 'Vi har lært noget.'), NOTHING);
    }
  });
});

describe('taking away the card below a message', () => {
  it('spares a card that the department’s row names, and every card in another channel', async () => {
    const { municipality, round } = await openRound();
    await delivered(municipality);
    const { department, cards = [] } = await departmentOf(municipality, round);
    const [request] = cards;
    assert.ok(request);
    const dismissed = (posted: PostedMessage | undefined, address = CHANNEL) =>
      dismissWritten(municipality, { roundId: round.id, departmentId: department.id, address, posted });
    assert.equal((await dismissed(undefined)).kind, 'dismissed');
    assert.equal((await dismissed({ ...request, activityId: 'en anden' })).kind, 'dismissed');
    assert.equal((await dismissed(request)).kind, 'in use');
    assert.deepEqual(await dismissed(request, anAddress({}, 'et-andet-sted')), NOT_ASKED_HERE);
  });
});

/** Two open rounds that ask the same department, and the threads that their cards began in its channel. */
async function twoRounds() {
  const { municipality, round } = await openRound();
  municipality.clock.advance(1_000);
  const newer = await opened(municipality);
  await delivered(municipality);
  const threads = await Promise.all(
    [round, newer].map(async ({ id }) => {
      const { department } = await departmentOf(municipality, round);
      const delivery = await municipality.rounds.readDelivery(id, requestDeliveryId(department.id));
      return delivery?.value.posted?.conversationId;
    }),
  );
  assert.ok(threads.every((thread) => thread !== undefined) && threads[0] !== threads[1], JSON.stringify(threads));
  return { municipality, round, newer, threads };
}
