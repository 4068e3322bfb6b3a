import assert from 'node:assert/strict';
import fc from 'fast-check';
import { channelLink } from '../../../src/domain/channel/channel-link.js';

const CHANNEL = {
  tenantId: '6f0a3c52-8d0e-4a57-9a44-3b1f2f6f7c10',
  channelId: '19:abc@thread.tacv2',
  groupId: '0f6f4b0e-2f0b-4a57-9a44-3b1f2f6f7c10',
  name: 'Børn & Unge',
};

describe('the address of a channel', () => {
  it('names the channel, its team and its tenant', () => {
    assert.equal(
      channelLink(CHANNEL),
      'https://teams.microsoft.com/l/channel/19%3Aabc%40thread.tacv2/B%C3%B8rn%20%26%20Unge?groupId=0f6f4b0e-2f0b-4a57-9a44-3b1f2f6f7c10&tenantId=6f0a3c52-8d0e-4a57-9a44-3b1f2f6f7c10',
    );
  });

  it('leads to Teams and nowhere else, whatever the channel is called', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        const { origin, pathname, searchParams } = new URL(channelLink({ ...CHANNEL, name }));
        assert.equal(origin, 'https://teams.microsoft.com');
        assert.equal(pathname.split('/').length, 5);
        assert.deepEqual([...searchParams.keys()], ['groupId', 'tenantId']);
      }),
      { examples: [['..'], ['\ud800'], ['']] },
    );
  });
});
