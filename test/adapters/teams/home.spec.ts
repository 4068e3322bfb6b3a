import assert from 'node:assert/strict';
import { AASE } from '../../conversation/a-bot.js';
import { aMember } from '../../support/builders.js';
import { type ABotOnHttp, aBotOnHttp, aPress, sender } from './a-bot-on-http.js';

describe('the tenant of a person who presses', () => {
  let bot: ABotOnHttp;
  let looked: string[];
  beforeEach(async () => {
    looked = [];
    const find = async (_: unknown, memberId: string) => {
      looked.push(memberId);
      return aMember(AASE);
    };
    bot = await aBotOnHttp({}, { members: { find } });
  });
  afterEach(() => bot.stop());

  it('is looked up in the roster where the activity does not tell it', async () => {
    const { tenantId: _, ...from } = sender(AASE);
    await bot.post(aPress({}, { from }));
    assert.deepEqual(looked, [from['id']]);
    assert.equal((await bot.department()).reply?.number, 1);
  });

  it('is not looked up where the activity tells that it is the municipality’s', async () => {
    await bot.post(aPress({}, { from: sender(AASE) }));
    assert.deepEqual(looked, []);
    assert.equal((await bot.department()).reply?.number, 1);
  });
});
