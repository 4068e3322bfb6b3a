import assert from 'node:assert/strict';
import { isPostedIn, isSameChannel } from '../../../src/domain/channel/channel.js';
import { anAddress, aPosted } from '../../support/builders.js';

describe('two channel addresses', () => {
  it('are the same channel whatever service address each was reached through', () => {
    assert.ok(isSameChannel(anAddress(), anAddress({ serviceUrl: 'https://smba.trafficmanager.net/emea/v2/' })));
  });

  it('are not the same in another tenant, or with another channel id', () => {
    assert.ok(!isSameChannel(anAddress(), anAddress({ tenantId: 'en-anden' })));
    assert.ok(!isSameChannel(anAddress(), anAddress({}, 'kultur')));
  });
});

describe('a message that the bot has posted', () => {
  it('is in the channel of its thread, and in no other', () => {
    const { channelId } = anAddress();
    for (const conversationId of [channelId, `${channelId};messageid=1`]) {
      assert.ok(isPostedIn(aPosted({ conversationId }), anAddress()), conversationId);
    }
    for (const conversationId of ['', `${channelId}-2;messageid=1`, '19:kultur@thread.tacv2;messageid=1']) {
      assert.ok(!isPostedIn(aPosted({ conversationId }), anAddress()), conversationId);
    }
  });
});
