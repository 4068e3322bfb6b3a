import assert from 'node:assert/strict';
import { showVersions } from '../../../src/application/reply/show-versions.js';
import { submitReply } from '../../../src/application/reply/submit-reply.js';
import { requestDeliveryId } from '../../../src/domain/work/delivery.js';
import { anAddress, aRoundId } from '../../support/builders.js';
import {
  aReply,
  createMunicipality,
  delivered,
  departmentOf,
  FIRST_SEEN,
  opened,
  SECRETARIAT,
  typing,
} from '../municipality.js';

const CHANNEL = anAddress({}, 'd0');
const HERE = { address: CHANNEL, thread: undefined };

describe('the versions of a reply', () => {
  it('are all that the channel’s department has given, oldest first', async () => {
    const municipality = await createMunicipality();
    const round = await opened(municipality);
    await submitReply(municipality, aReply(round, 0, { answer: typing('Det første.'), press: 'a' }));
    await submitReply(municipality, aReply(round, 0, { answer: typing('Det andet.'), press: 'b', seen: FIRST_SEEN }));
    const outcome = await showVersions(municipality, HERE);
    assert.ok(outcome.kind === 'versions');
    assert.deepEqual(
      outcome.versions.map(({ number, content }) => [number, content]),
      [
        [1, { kind: 'text', text: 'Det første.' }],
        [2, { kind: 'text', text: 'Det andet.' }],
      ],
    );
  });

  it('are of the newest round that asks the department', async () => {
    const municipality = await createMunicipality();
    const older = await opened(municipality);
    await submitReply(municipality, aReply(older, 0));
    municipality.clock.advance(1_000);
    const newer = await opened(municipality);
    const createdAt = municipality.clock.now();
    await municipality.index.add({ roundId: aRoundId('others'), tenantId: 'another', createdAt });
    const outcome = await showVersions(municipality, HERE);
    assert.ok(outcome.kind === 'versions');
    assert.deepEqual([outcome.department.roundId, outcome.versions], [newer.id, []]);
  });

  it('are of the round whose card began the thread, closed or not', async () => {
    const municipality = await createMunicipality();
    const older = await opened(municipality);
    await submitReply(municipality, aReply(older, 0));
    await delivered(municipality);
    municipality.clock.advance(1_000);
    await opened(municipality);
    const asked = await departmentOf(municipality, older);
    const delivery = await municipality.rounds.readDelivery(older.id, requestDeliveryId(asked.department.id));
    const thread = delivery?.value.posted?.conversationId;
    assert.ok(thread);
    const outcome = await showVersions(municipality, { ...HERE, thread });
    assert.ok(outcome.kind === 'versions');
    assert.deepEqual([outcome.department.roundId, outcome.versions.length], [older.id, 1]);
  });

  it('are none before the department has been asked', async () => {
    const municipality = await createMunicipality();
    const createdAt = municipality.clock.now();
    await municipality.index.add({ roundId: aRoundId('gone'), tenantId: CHANNEL.tenantId, createdAt });
    assert.deepEqual(await showVersions(municipality, HERE), { kind: 'no round' });
  });

  it('are for a department’s own channel', async () => {
    const municipality = await createMunicipality();
    await opened(municipality);
    assert.deepEqual(await showVersions(municipality, { ...HERE, address: SECRETARIAT }), { kind: 'not department' });
    assert.deepEqual(await showVersions(municipality, { ...HERE, address: anAddress({}, 'ukendt') }), {
      kind: 'not department',
    });
  });
});
