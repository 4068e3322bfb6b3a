import assert from 'node:assert/strict';
import { nameSecretaries } from '../../../src/application/channel/name-secretaries.js';
import { placeSecretariat } from '../../../src/application/channel/place-secretariat.js';
import { registerDepartment } from '../../../src/application/channel/register-department.js';
import { unregisterChannel } from '../../../src/application/channel/unregister-channel.js';
import { declineReply } from '../../../src/application/reply/decline-reply.js';
import { acceptDecline, nudge } from '../../../src/application/reply/follow-up.js';
import { closeRound } from '../../../src/application/round/close-round.js';
import { planRound } from '../../../src/application/round/plan-round.js';
import { reopenRound } from '../../../src/application/round/reopen-round.js';
import { startRound } from '../../../src/application/round/start-round.js';
import type { Round } from '../../../src/domain/round/round.js';
import { aChannelRequest, anAddress, aPosted, aSecretary } from '../../support/builders.js';
import { createScriptedMessenger, sentAs } from '../../support/fakes.js';
import {
  aFollowUp,
  answeredByAll,
  aPress,
  createMunicipality,
  delivered,
  formFor,
  type Municipality,
  notatsPosted,
  openRound,
  planned,
  SECRETARIAT,
} from '../municipality.js';

/** Where the secretariat is after it has been moved. */
const THERE = anAddress({}, 'raadhuset');
const by = aSecretary();

async function move(municipality: Municipality): Promise<void> {
  const outcome = await placeSecretariat(municipality, aChannelRequest(THERE), () => true);
  assert.equal(outcome.kind, 'moved');
}

/** A round that was started in the secretariat's old channel. Its requests have been sent. */
async function movedDuringRound(messenger = createScriptedMessenger()) {
  const { municipality, round } = await openRound(2);
  const deps = { ...municipality, messenger };
  await delivered(deps);
  await move(deps);
  return { municipality: deps, round };
}

/** Where notats and cards about departments have been posted. */
function placesOf({ messenger }: Municipality, kind: 'notat' | 'follow-up'): readonly string[] {
  return messenger.asked.flatMap(({ address, message }) => (message.kind === kind ? [address.channelId] : []));
}

function close(municipality: Municipality, { id }: Round) {
  const request = { roundId: id, address: THERE, by, press: 'afslut', keep: [], missing: [] };
  return closeRound(municipality, request);
}

describe('a round whose secretariat has been moved', () => {
  it('has what departments decline, and its notat, in the new channel', async () => {
    const { municipality, round } = await movedDuringRound();
    await declineReply(municipality, { ...aPress(round, 0, { press: 'afvis' }), reason: 'Ikke os.', instead: '' });
    await delivered(municipality);
    assert.deepEqual(placesOf(municipality, 'follow-up'), [THERE.channelId]);
    municipality.clock.advance(1_000);
    await answeredByAll(municipality, round);
    await delivered(municipality);
    assert.deepEqual(placesOf(municipality, 'notat'), [THERE.channelId]);
  });

  it('is followed up, closed and opened again from the new channel', async () => {
    const { municipality, round } = await movedDuringRound();
    const nudging = aFollowUp(round, 1, { address: THERE, press: 'påmind' });
    assert.equal((await nudge(municipality, nudging)).kind, 'done');
    await declineReply(municipality, { ...aPress(round, 0, { press: 'afvis' }), reason: 'Ikke os.', instead: '' });
    const accepting = { ...aFollowUp(round, 0, { address: THERE }), inNotat: true };
    assert.equal((await acceptDecline(municipality, accepting)).kind, 'done');
    await answeredByAll(municipality, round);
    assert.equal((await close(municipality, round)).kind, 'closing');
    await delivered(municipality);
    assert.equal(notatsPosted(municipality.messenger).at(-1)?.record.status, 'final');
    assert.deepEqual(new Set(placesOf(municipality, 'notat')), new Set([THERE.channelId]));
    const reopening = { roundId: round.id, address: THERE, by, press: 'genåbn', reason: 'En fejl.' };
    assert.equal((await reopenRound(municipality, reopening)).kind, 'reopening');
    await delivered(municipality);
    assert.equal((await municipality.rounds.readRound(round.id))?.value.state, 'open');
  });

  it('gets the rest of a notat there, and not in the old thread, when the move comes between its messages', async () => {
    const { municipality, round } = await openRound(1);
    const deps = { ...municipality, messenger: createScriptedMessenger(sentAs, 2) };
    await delivered(deps);
    await answeredByAll(deps, round);
    await delivered(deps);
    await move(deps);
    deps.clock.advance(60_000);
    await delivered(deps);
    const [first, second] = deps.messenger.asked.filter(({ message }) => message.kind === 'notat');
    assert.deepEqual([first?.address, first?.thread], [SECRETARIAT, undefined]);
    assert.deepEqual([second?.address, second?.thread], [THERE, undefined]);
  });

  it('is owed its notat, and gets it there, when it was moved before the notat was sent', async () => {
    const { municipality, round } = await openRound(1);
    await delivered(municipality);
    await answeredByAll(municipality, round);
    await move(municipality);
    await delivered(municipality);
    assert.deepEqual(placesOf(municipality, 'notat'), [THERE.channelId]);
  });

  it('is started there where it was planned before', async () => {
    const municipality = await createMunicipality(1);
    const round = await planned(municipality);
    await move(municipality);
    const again = { address: THERE, by, values: formFor(municipality), activityId: 'f', roundId: round.id };
    assert.equal((await planRound(municipality, again)).kind, 'planned');
    const posted = aPosted({ conversationId: `${THERE.channelId};messageid=9`, activityId: '9' });
    const outcome = await startRound(municipality, { address: THERE, by, roundId: round.id, posted });
    assert.equal(outcome.kind, 'started');
    await delivered(municipality);
    const card = municipality.messenger.asked.find(({ message }) => message.kind === 'desk');
    assert.deepEqual(card?.replaced, posted);
  });

  it('goes where the secretariat is at the time, however often it moves', async () => {
    const { municipality, round } = await movedDuringRound();
    const last = anAddress({}, 'borgmesteren');
    await placeSecretariat(municipality, aChannelRequest(last), () => true);
    await nameSecretaries(municipality, aChannelRequest(last), []);
    await answeredByAll(municipality, round);
    await delivered(municipality);
    assert.deepEqual(placesOf(municipality, 'notat'), [last.channelId]);
  });

  it('has its notat in the channel that planned it where no channel is the secretariat’s any more', async () => {
    const { municipality, round } = await openRound(1);
    await unregisterChannel(municipality, aChannelRequest(SECRETARIAT), 'secretariat');
    await answeredByAll(municipality, round);
    await delivered(municipality);
    assert.deepEqual(placesOf(municipality, 'notat'), [SECRETARIAT.channelId]);
  });

  it('waits with its notat while there is no secretariat and the channel that planned it is a department’s', async () => {
    const { municipality, round } = await openRound(1);
    await unregisterChannel(municipality, aChannelRequest(SECRETARIAT), 'secretariat');
    await registerDepartment(municipality, aChannelRequest(SECRETARIAT), 'Kultur', () => false);
    await answeredByAll(municipality, round);
    await delivered(municipality);
    assert.deepEqual(placesOf(municipality, 'notat'), []);
    await placeSecretariat(municipality, aChannelRequest(THERE), () => true);
    municipality.clock.advance(3_600_000);
    await delivered(municipality);
    assert.deepEqual(placesOf(municipality, 'notat'), [THERE.channelId]);
  });
});
