import assert from 'node:assert/strict';
import { placeSecretariat } from '../../../src/application/channel/place-secretariat.js';
import { submitReply } from '../../../src/application/reply/submit-reply.js';
import { startRound } from '../../../src/application/round/start-round.js';
import { operationId } from '../../../src/domain/ids.js';
import { progressOf } from '../../../src/domain/round/progress.js';
import type { Round } from '../../../src/domain/round/round.js';
import { aChannelRequest, anAddress, aPerson } from '../../support/builders.js';
import { createScriptedMessenger } from '../../support/fakes.js';
import {
  aReply,
  createMunicipality,
  delivered,
  type Municipality,
  openRound,
  planned,
  ROUND_CARD,
  SECRETARIAT,
} from '../municipality.js';

/** The changes of ten seconds are gathered. */
const GATHERED_MS = 10_000;

/** How many have answered in each overview that was shown, and which message it is in; `new` where it was posted. */
function shown({ messenger }: Municipality): readonly string[] {
  return messenger.asked.flatMap(({ message, replaced }) =>
    message.kind === 'desk'
      ? [`${replaced?.activityId ?? 'new'}: ${progressOf(message.overview).answered.length}`]
      : [],
  );
}

async function later(municipality: Municipality): Promise<void> {
  municipality.clock.advance(GATHERED_MS);
  await delivered(municipality);
}

/** A round that has been open for a while. */
async function settled(count: number) {
  const { municipality, round } = await openRound(count);
  await delivered(municipality);
  await later(municipality);
  return { municipality, round, before: shown(municipality).length };
}

async function replaceRound({ rounds }: Municipality, { id }: Round, changes: Partial<Round>): Promise<void> {
  const present = await rounds.readRound(id);
  assert.ok(present);
  const change = { change: 'replace round', round: { ...present.value, ...changes }, etag: present.etag } as const;
  assert.equal(await rounds.commit(id, operationId('arrange', Object.keys(changes).join()), [change]), 'committed');
}

describe('the overview in the secretariat’s channel', () => {
  it('is the card from which the round was started', async () => {
    const { municipality, round } = await settled(2);
    assert.equal(shown(municipality)[0], `${ROUND_CARD.activityId}: 0`);
    assert.deepEqual((await municipality.rounds.readRound(round.id))?.value.desk, ROUND_CARD);
  });

  it('follows what happens, once for all changes of ten seconds', async () => {
    const { municipality, round, before } = await settled(4);
    for (const index of [0, 1, 2]) await submitReply(municipality, aReply(round, index));
    await delivered(municipality);
    assert.equal(shown(municipality).length, before);
    await later(municipality);
    assert.deepEqual(shown(municipality).slice(before), [`${ROUND_CARD.activityId}: 3`]);
    await later(municipality);
    assert.equal(shown(municipality).length, before + 1);
  });

  it('is not put off by a steady stream of changes', async () => {
    const { municipality, round, before } = await settled(6);
    for (const index of [0, 1, 2, 3]) {
      await submitReply(municipality, aReply(round, index));
      await delivered(municipality);
      await later(municipality);
    }
    assert.ok(shown(municipality).length >= before + 3);
  });

  it('is posted where the client did not tell which card was pressed, and is kept true from then on', async () => {
    const municipality = await createMunicipality(2);
    const round = await planned(municipality);
    await startRound(municipality, { address: SECRETARIAT, by: aPerson(), roundId: round.id, posted: undefined });
    await delivered(municipality);
    assert.deepEqual(shown(municipality), ['new: 0']);
    const desk = (await municipality.rounds.readRound(round.id))?.value.desk;
    assert.ok(desk);
    await submitReply(municipality, aReply(round, 0));
    await delivered(municipality);
    await later(municipality);
    assert.equal(shown(municipality).at(-1), `${desk.activityId}: 1`);
  });

  it('is found in a round that an older version of the bot has started', async () => {
    const { municipality, round, before } = await settled(2);
    await replaceRound(municipality, round, { desk: undefined });
    await submitReply(municipality, aReply(round, 0));
    await delivered(municipality);
    await later(municipality);
    assert.deepEqual(shown(municipality).slice(before), [`${ROUND_CARD.activityId}: 1`]);
    assert.deepEqual((await municipality.rounds.readRound(round.id))?.value.desk, ROUND_CARD);
  });

  it('is posted anew where the secretariat is now, once', async () => {
    const { municipality, round, before } = await settled(3);
    await placeSecretariat(municipality, aChannelRequest(anAddress({}, 'raadhuset')), () => true);
    for (const index of [0, 1]) {
      await submitReply(municipality, aReply(round, index));
      await delivered(municipality);
      await later(municipality);
    }
    const [posted, ...others] = shown(municipality).slice(before);
    assert.equal(posted, 'new: 1');
    assert.deepEqual(
      others.filter((each) => each.startsWith('new')),
      [],
    );
    const last = municipality.messenger.asked.findLast(({ message }) => message.kind === 'desk');
    assert.equal(last?.address.channelId, anAddress({}, 'raadhuset').channelId);
  });

  it('is posted anew where it is gone', async () => {
    const { municipality, round } = await settled(2);
    const gone = {
      kind: 'failed',
      failure: { kind: 'status', status: 404, code: 'ActivityNotFound', waitMs: undefined },
    } as const;
    const scripted = createScriptedMessenger((sending, number) =>
      sending.message?.kind === 'desk' && sending.replaced !== undefined
        ? gone
        : { kind: 'sent', posted: { conversationId: sending.address.channelId, activityId: `ny-${number}` } },
    );
    const there = { ...municipality, messenger: scripted };
    await submitReply(there, aReply(round, 0));
    await delivered(there);
    for (let minute = 0; minute < 6; minute += 1) {
      there.clock.advance(60_000);
      await delivered(there);
    }
    assert.deepEqual(
      shown(there).filter((each) => each.startsWith('new')),
      ['new: 1'],
    );
  });

  it('is not drawn of a round that is only planned, or gone, and waits for nobody where there is no secretariat', async () => {
    const { municipality, round, before } = await settled(1);
    await replaceRound(municipality, round, { state: 'planned' });
    await submitReply(municipality, aReply(round, 0));
    await delivered(municipality);
    await later(municipality);
    assert.equal(shown(municipality).length, before);
  });
});
