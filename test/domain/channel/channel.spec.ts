import assert from 'node:assert/strict';
import { isSameChannel } from '../../../src/domain/channel/channel.js';
import { anAddress } from '../../support/builders.js';

describe('two channel addresses', () => {
  it('are the same channel whatever service address each was reached through', () => {
    assert.ok(isSameChannel(anAddress(), anAddress({ serviceUrl: 'https://smba.trafficmanager.net/emea/v2/' })));
  });

  it('are not the same in another tenant, or with another channel id', () => {
    assert.ok(!isSameChannel(anAddress(), anAddress({ tenantId: 'en-anden' })));
    assert.ok(!isSameChannel(anAddress(), anAddress({}, 'kultur')));
  });
});
