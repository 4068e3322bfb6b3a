import assert from 'node:assert/strict';
import { declineReply } from '../../../src/application/reply/decline-reply.js';
import { saveDraft } from '../../../src/application/reply/save-draft.js';
import { submitReply } from '../../../src/application/reply/submit-reply.js';
import type { PostedMessage } from '../../../src/domain/channel/channel.js';
import { operationId } from '../../../src/domain/ids.js';
import type { Round, RoundDepartment } from '../../../src/domain/round/round.js';
import { newDelivery } from '../../../src/domain/work/delivery.js';
import { aDelivery, aPlan, aPosted, aRound, aRoundDepartment, START } from '../../support/builders.js';
import { createScriptedMessenger, sentAs } from '../../support/fakes.js';
import {
  aDraftOf,
  aPress,
  aReply,
  createMunicipality,
  delivered,
  departmentOf,
  FIRST_SEEN,
  locked,
  type Municipality,
  openRound,
  requestsPosted,
} from '../municipality.js';
import {
  answeringFirst,
  CHANNEL,
  deliveryOf,
  FIRST,
  LOST,
  onlyOf,
  put,
  REQUEST,
  refusal,
  sentTo,
} from './processes.js';

const GONE = refusal(404, { code: 'ActivityNotFoundInConversation' });
/** A card in the department's channel that the bot did not post as a request. */
const USED = aPosted({ conversationId: `${CHANNEL};messageid=7`, activityId: '7' });

/** A round whose request card has been sent to its only department. */
async function requested(messenger = createScriptedMessenger()) {
  const { municipality, round } = await openRound(1);
  const deps = { ...municipality, messenger };
  await delivered(deps);
  const request = (await deliveryOf(deps, round)).posted;
  assert.ok(request);
  return { municipality: deps, round, request };
}

async function change({ rounds }: Municipality, round: Round, changes: Partial<RoundDepartment>): Promise<void> {
  const stored = await rounds.readDepartment(round.id, FIRST);
  assert.ok(stored);
  const department = { ...stored.value, ...changes };
  await rounds.commit(round.id, operationId('change', Object.keys(changes).join('-')), [
    { change: 'replace department', department, etag: stored.etag },
  ]);
}

/** The messages that have been updated, in order. */
function updatesIn(municipality: Municipality): readonly PostedMessage[] {
  return sentTo(municipality).flatMap(({ replaced }) => replaced ?? []);
}

describe('a change that everyone in the channel is to see', () => {
  it('is drawn on the request card, as the department then stands, and the card that was used points to it', async () => {
    const { municipality, round, request } = await requested();
    await submitReply(municipality, aReply(round, 0, { posted: USED }));
    await delivered(municipality);
    const department = await departmentOf(municipality, round);
    const message = { kind: 'department card', department };
    const { address } = aReply(round, 0);
    assert.deepEqual(sentTo(municipality).slice(1), [
      { address, replaced: request, message },
      { address, replaced: USED, message: { kind: 'department card copy', department, isSameThread: false } },
    ]);
  });

  it('is drawn once where the request card is the card that was used', async () => {
    const { municipality, round, request } = await requested();
    await submitReply(municipality, aReply(round, 0, { posted: request }));
    await delivered(municipality);
    assert.deepEqual(updatesIn(municipality), [request]);
  });

  it('is drawn together with the other changes that wait for it', async () => {
    const { municipality, round, request } = await requested();
    const posted = request;
    await saveDraft(municipality, aDraftOf(round, 0, 'Vi undersøger det.', { posted, press: 'kladde' }));
    municipality.clock.advance(1);
    await submitReply(municipality, aReply(round, 0, { posted, press: 'første', seen: { ...FIRST_SEEN, reply: 0 } }));
    municipality.clock.advance(1);
    const again = aReply(round, 0, { posted, press: 'andet', seen: FIRST_SEEN });
    await submitReply(municipality, { ...again, answer: { kind: 'text', typed: 'Et andet svar.' } });
    const refreshes = (await municipality.rounds.readDeliveries(round.id)).filter(
      ({ task }) => task.kind === 'refresh cards',
    );
    assert.ok(refreshes.length > 1);
    await delivered(municipality);
    assert.deepEqual(updatesIn(municipality), [request]);
    const settled = (await municipality.rounds.readDeliveries(round.id)).filter(
      ({ task }) => task.kind === 'refresh cards',
    );
    assert.deepEqual(
      settled.map(({ state }) => state),
      ['sent', ...refreshes.slice(1).map(() => 'unneeded')],
    );
  });

  it('is drawn on nothing where no card is known: the request will be posted as things stand', async () => {
    const { municipality, round } = await openRound(1);
    const messenger = answeringFirst(() => refusal(503));
    await delivered({ ...municipality, messenger });
    await submitReply(municipality, aReply(round, 0, { posted: undefined }));
    await delivered({ ...municipality, messenger });
    assert.equal((await onlyOf(municipality, round, 'refresh cards')).state, 'unneeded');
  });

  it('stands on one card, to which the others point, also when one of them is not taken at first', async () => {
    let isBusy = true;
    const messenger = createScriptedMessenger((sending, number) =>
      isBusy && sending.replaced?.activityId === '7' ? refusal(503) : sentAs(sending, number),
    );
    const { municipality, round, request } = await requested(messenger);
    await change(municipality, round, { cards: [request, USED, aPosted({ activityId: '8' })] });
    await submitReply(municipality, aReply(round, 0, { posted: request }));
    await delivered(municipality);
    assert.deepEqual(
      updatesIn(municipality).map(({ activityId }) => activityId),
      [request.activityId, '7', '8'],
    );
    assert.deepEqual(
      municipality.messenger.asked
        .flatMap(({ replaced, message }) => (replaced === undefined ? [] : [message.kind]))
        .slice(-3),
      ['department card', 'department card copy', 'department card copy'],
    );
    isBusy = false;
    municipality.clock.advance(2_000);
    await delivered(municipality);
    assert.equal(updatesIn(municipality).length, 6);
    assert.equal((await onlyOf(municipality, round, 'refresh cards')).state, 'sent');
  });

  it('is repeated when it is uncertain whether it was drawn', async () => {
    let isLost = true;
    const messenger = createScriptedMessenger((sending, number) => {
      if (!isLost || sending.address.channelId !== CHANNEL || sending.replaced === undefined)
        return sentAs(sending, number);
      isLost = false;
      return LOST;
    });
    const { municipality, round, request } = await requested(messenger);
    await submitReply(municipality, aReply(round, 0, { posted: request }));
    await delivered(municipality);
    municipality.clock.advance(2_000);
    await delivered(municipality);
    assert.deepEqual(updatesIn(municipality), [request, request]);
  });
});

describe('a card that is gone', () => {
  /** Answers that these messages are gone, and takes everything else. */
  const withoutMessages = (isGone: (posted: PostedMessage) => boolean) =>
    createScriptedMessenger((sending, number) =>
      sending.replaced !== undefined && sending.address.channelId === CHANNEL && isGone(sending.replaced)
        ? GONE
        : sentAs(sending, number),
    );

  async function deliveredThrice(municipality: Municipality): Promise<void> {
    for (let tries = 0; tries < 3; tries += 1) {
      await delivered(municipality);
      municipality.clock.advance(60_000);
    }
  }

  it('is believed to be gone at the third try, and then known no more', async () => {
    const { municipality, round, request } = await requested(withoutMessages(({ activityId }) => activityId === '7'));
    await submitReply(municipality, aReply(round, 0, { posted: USED }));
    await delivered(municipality);
    municipality.clock.advance(60_000);
    await delivered(municipality);
    assert.deepEqual((await departmentOf(municipality, round)).cards, [request, USED]);
    assert.equal((await onlyOf(municipality, round, 'refresh cards')).lastFailure, 'message gone');
    municipality.clock.advance(60_000);
    await delivered(municipality);
    assert.deepEqual((await departmentOf(municipality, round)).cards, [request]);
    assert.equal((await onlyOf(municipality, round, 'refresh cards')).state, 'sent');
    assert.equal(requestsPosted(municipality.messenger).length, 1);
  });

  it('is posted anew where it was the last, and the department may still answer', async () => {
    const { municipality, round, request } = await requested(
      withoutMessages(({ activityId }) => activityId === request.activityId),
    );
    await submitReply(municipality, aReply(round, 0, { posted: request }));
    await deliveredThrice(municipality);
    assert.equal(requestsPosted(municipality.messenger).length, 2);
    const { posted } = await deliveryOf(municipality, round);
    assert.notDeepEqual(posted, request);
    assert.deepEqual((await departmentOf(municipality, round)).cards, [posted]);
  });

  it('is not posted anew once the round is closed', async () => {
    const { municipality, round, request } = await requested(withoutMessages(() => true));
    await submitReply(municipality, aReply(round, 0, { posted: request }));
    await locked(municipality, round);
    await deliveredThrice(municipality);
    assert.equal(requestsPosted(municipality.messenger).length, 1);
  });

  it('does not hide that another card is refused for good', async () => {
    const messenger = createScriptedMessenger((sending, number) => {
      if (sending.replaced === undefined) return sentAs(sending, number);
      return sending.replaced.activityId === '7' ? refusal(413) : GONE;
    });
    const { municipality, round } = await requested(messenger);
    await submitReply(municipality, aReply(round, 0, { posted: USED }));
    await deliveredThrice(municipality);
    const { trouble, cards } = await departmentOf(municipality, round);
    assert.deepEqual([trouble?.word, cards], ['413', [USED]]);
  });
});

describe('a row of version 0.1', () => {
  /** The department’s row does not tell its cards; the delivery of its request does. */
  async function ofVersion01() {
    const { municipality, round } = await openRound(1);
    const posted = aPosted({ conversationId: `${CHANNEL};messageid=5`, activityId: '5' });
    await change(municipality, round, { cards: undefined });
    await put(municipality, round, aDelivery({ id: REQUEST, state: 'unneeded' }));
    await put(municipality, round, aDelivery({ id: `request-${FIRST}`, state: 'sent', posted }));
    return { municipality, round, posted };
  }

  /** Nothing has been sent yet, and what is owed stands in no lane. */
  async function planned01() {
    const municipality = await createMunicipality(1);
    const round = aRound({ state: 'open', plan: aPlan({ invitations: municipality.departments }) });
    const [invitation] = municipality.departments;
    assert.ok(invitation);
    const department = aRoundDepartment({ ...invitation, cards: undefined });
    const request = aDelivery({ id: `request-${FIRST}`, task: { kind: 'post request', departmentId: FIRST } });
    await municipality.rounds.commit(round.id, operationId('start'), [
      { change: 'insert round', round },
      { change: 'insert department', department },
      { change: 'insert delivery', delivery: request },
      { change: 'insert delivery', delivery: newDelivery('compile-1', { kind: 'compile if complete' }, START) },
    ]);
    const { id: roundId, createdAt, secretariat } = round;
    await municipality.index.add({ roundId, createdAt, tenantId: secretariat.tenantId });
    return { municipality, round };
  }

  it('has its request card and the card that was used redrawn, and remembers both', async () => {
    const { municipality, round, posted } = await ofVersion01();
    await submitReply(municipality, aReply(round, 0, { posted: USED }));
    await delivered(municipality);
    assert.deepEqual(updatesIn(municipality), [posted, USED]);
    assert.deepEqual((await departmentOf(municipality, round)).cards, [posted, USED]);
  });

  it('remembers each card that was used before the first redrawing', async () => {
    const { municipality, round, posted } = await ofVersion01();
    await saveDraft(municipality, aDraftOf(round, 0, 'Vi undersøger det.', { posted: USED, press: 'kladde' }));
    const other = aPosted({ conversationId: `${CHANNEL};messageid=8`, activityId: '8' });
    await declineReply(municipality, {
      ...aPress(round, 0, { posted: other, press: 'nej' }),
      reason: 'Ikke os.',
      instead: '',
    });
    await delivered(municipality);
    const known = (await departmentOf(municipality, round)).cards?.map(({ activityId }) => activityId);
    assert.deepEqual([...(known ?? [])].sort(), [posted.activityId, '7', '8'].sort());
  });

  it('that is owed is delivered in its lane, and its card is remembered', async () => {
    const { municipality, round } = await planned01();
    await delivered(municipality);
    assert.equal((await deliveryOf(municipality, round, `request-${FIRST}`)).state, 'unneeded');
    const { state, posted } = await deliveryOf(municipality, round);
    assert.equal(state, 'sent');
    assert.deepEqual((await departmentOf(municipality, round)).cards, [posted]);
    assert.equal((await deliveryOf(municipality, round, '@secretariat/0-compile-1')).state, 'unneeded');
  });
});
