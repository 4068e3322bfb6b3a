import assert from 'node:assert/strict';
import type { ConnectorCall, Operation } from '../../bench/connector/connector-calls.js';
import { breachesOf, mostInASecond } from '../../bench/connector/teams-windows.js';

describe('the judge of what comes to the connector', () => {
  it('finds no breach in what Teams allows', () => {
    assert.equal(breachesOf(callsAt('create', [0, 1, 2, 3, 4, 5, 6])), 0);
    assert.equal(breachesOf(callsAt('create', [0, 1, 2, 3, 4, 5, 6, 1_000, 2_001])), 0);
    assert.equal(breachesOf(inManyChannels(50, 0)), 0);
    assert.equal(breachesOf([...inManyChannels(50, 0), ...inManyChannels(50, 1_000)]), 0);
  });

  for (const [window, times] of [
    ['a second', [0, 1, 2, 3, 4, 5, 6, 999]],
    ['two seconds', [0, 1, 2, 3, 4, 5, 6, 1_001, 1_999]],
    ['half a minute', [...every(61, 495)]],
    ['an hour', [...every(1_801, 1_999)]],
  ] as const) {
    it(`finds one more in a conversation than ${window} allows`, () => {
      assert.equal(breachesOf(callsAt('create', times)), 1);
      assert.equal(breachesOf(callsAt('send', times)), 1);
    });
  }

  it('counts threads that are begun and messages that are sent apart, as Teams does', () => {
    assert.equal(breachesOf([...callsAt('create', [0, 1, 2, 3, 4]), ...callsAt('send', [5, 6, 7, 8, 9])]), 0);
  });

  it('knows no window for the updates of a conversation', () => {
    assert.equal(breachesOf(callsAt('update', every(49, 1))), 0);
  });

  it('finds the call that is the 51st of all within a second, whatever it is', () => {
    assert.equal(breachesOf([...inManyChannels(50, 0), ...callsAt('update', [999])]), 1);
  });

  it('says how many came in the fullest second', () => {
    assert.equal(mostInASecond([]), 0);
    assert.equal(mostInASecond(callsAt('update', [0, 500, 999, 1_000, 1_499, 1_500, 5_000])), 4);
  });
});

function callsAt(operation: Operation, times: readonly number[]): readonly ConnectorCall[] {
  return times.map((at) => ({ at, operation, conversation: '19:skole@thread.tacv2', activityId: '1', shows: '' }));
}

function inManyChannels(calls: number, at: number): readonly ConnectorCall[] {
  return Array.from({ length: calls }, (_, index) => ({
    at,
    operation: 'create',
    conversation: `19:${index}@thread.tacv2`,
    activityId: '1',
    shows: '',
  }));
}

/** That many times, so far apart in milliseconds. */
function every(times: number, ms: number): readonly number[] {
  return Array.from({ length: times }, (_, index) => index * ms);
}
