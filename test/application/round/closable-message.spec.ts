import assert from 'node:assert/strict';
import { isClosable } from '../../../src/application/round/closable-message.js';
import { aPosted } from '../../support/builders.js';
import { delivered, openRound, ROUND_CARD, SECRETARIAT } from '../municipality.js';

describe('a message that Luk takes away', () => {
  it('is an answer in a thread, and not what begins one, nor the overview of a round', async () => {
    const { municipality } = await openRound(1);
    await delivered(municipality);
    const { conversationId } = ROUND_CARD;
    const isTakenAway = (activityId: string, changes = {}) =>
      isClosable(municipality, SECRETARIAT.tenantId, aPosted({ conversationId, activityId, ...changes }));
    assert.equal(await isTakenAway('2'), true);
    assert.equal(await isTakenAway('2', { conversationId: conversationId.replace(/=.*$/u, '=2') }), false);
    const inThread = { conversationId: `${SECRETARIAT.channelId};messageid=0` };
    assert.equal(await isTakenAway(ROUND_CARD.activityId, inThread), false);
  });
});
