import assert from 'node:assert/strict';
import { createOnce } from '../../../src/adapters/teams/once.js';
import { MESSAGES_REMEMBERED } from '../../../src/domain/limits.js';

describe('what is done once', () => {
  it('is waited for by everyone who asks meanwhile', async () => {
    const once = createOnce(2);
    let runs = 0;
    let finish: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const ended: string[] = [];
    const ask = async (who: string) => {
      await once('a', async () => {
        runs += 1;
        await held;
      });
      ended.push(who);
    };
    const all = [ask('first'), ask('second')];
    await Promise.resolve();
    assert.deepEqual([runs, ended], [1, []]);
    finish();
    await Promise.all(all);
    await ask('third');
    assert.deepEqual([runs, ended], [1, ['first', 'second', 'third']]);
  });

  it('is done again when it failed, which all who waited are told', async () => {
    const once = createOnce(2);
    const fail = () => Promise.reject(new Error('nej'));
    const [first, second] = await Promise.allSettled([once('a', fail), once('a', fail)]);
    assert.deepEqual([first.status, second.status], ['rejected', 'rejected']);
    let runs = 0;
    await once('a', async () => {
      runs += 1;
    });
    assert.equal(runs, 1);
  });

  it('is forgotten when so many others have come since, the oldest first', async () => {
    const once = createOnce(MESSAGES_REMEMBERED);
    const runs: string[] = [];
    const ask = (name: string) => once(name, async () => void runs.push(name));
    for (let number = 0; number <= MESSAGES_REMEMBERED; number += 1) await ask(String(number));
    runs.length = 0;
    await ask('1');
    await ask('0');
    assert.deepEqual(runs, ['0']);
  });
});
