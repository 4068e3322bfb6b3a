import assert from 'node:assert/strict';
import { setImmediate } from 'node:timers/promises';
import { declineReply } from '../../../src/application/reply/decline-reply.js';
import { nudge } from '../../../src/application/reply/follow-up.js';
import { LANE_READ_MAX } from '../../../src/domain/limits.js';
import { DUTIES_DELIVERY_ID, inLane, newDelivery } from '../../../src/domain/work/delivery.js';
import { START } from '../../support/builders.js';
import { createScriptedMessenger, sentAs } from '../../support/fakes.js';
import {
  aFollowUp,
  aPress,
  createMunicipality,
  delivered,
  opened,
  openRound,
  requestsPosted,
  SECRETARIAT,
} from '../municipality.js';
import {
  answeringFirst,
  CHANNEL,
  createGate,
  deliveryOf,
  FIRST,
  failingFirst,
  passes,
  put,
  refusal,
  sentTo,
  statesOf,
  turns,
  until,
  whileWorking,
} from './processes.js';

/** A round that is open, and a messenger that is not answered in the first department's channel until the gate opens. */
async function hangingFirst(size: number) {
  const gate = createGate();
  const { municipality, round } = await openRound(size);
  const messenger = answeringFirst(async (sending, number) => {
    await gate.opened;
    return sentAs(sending, number);
  });
  return { municipality: { ...municipality, messenger }, round, gate };
}

describe('the lanes of a process', () => {
  it('are worked on several at a time', async () => {
    const gate = createGate();
    const { municipality } = await openRound(10);
    const messenger = createScriptedMessenger(async (sending, number) => {
      await gate.opened;
      return sentAs(sending, number);
    });
    await whileWorking({ ...municipality, messenger }, async (work) => {
      await until(() => messenger.asked.length === 11);
      gate.open();
      await work.idle();
    });
  });

  it('do not wait for a channel that does not answer', async () => {
    const { municipality, round, gate } = await hangingFirst(5);
    await whileWorking(municipality, async (work, told) => {
      await until(() => requestsPosted(municipality.messenger).length === 5);
      await nudge(told, aFollowUp(round, 1));
      await until(() => sentTo(municipality, '19:d1@thread.tacv2').length > 1);
      gate.open();
      await work.idle();
    });
  });

  it('send in order, one message at a time', async () => {
    const { municipality, round, gate } = await hangingFirst(2);
    await whileWorking(municipality, async (work, told) => {
      await nudge(told, aFollowUp(round, 0));
      await nudge(told, aFollowUp(round, 1));
      await until(() => sentTo(municipality, '19:d1@thread.tacv2').length === 2);
      assert.equal(sentTo(municipality).length, 1);
      gate.open();
      await work.idle();
      const kinds = sentTo(municipality).flatMap(({ replaced, message }) =>
        replaced === undefined ? [message.kind] : [],
      );
      assert.deepEqual(kinds, ['department card', 'department notice']);
    });
  });

  it('send everything, however much waits for one conversation', async () => {
    const { municipality, round } = await openRound(1);
    const departmentId = FIRST;
    for (let n = 0; n < LANE_READ_MAX + 5; n += 1) {
      const task = { kind: 'post department notice', departmentId, notice: 'nudged' } as const;
      await put(municipality, round, newDelivery(inLane(FIRST, `${1_000 + n}`), task, START));
    }
    await whileWorking(municipality, () =>
      until(async () => {
        municipality.time.pass(10_000);
        await turns();
        return !(await statesOf(municipality, round)).has('pending');
      }),
    );
    assert.deepEqual(await statesOf(municipality, round), new Set(['sent', 'unneeded']));
    // Each notice takes the place of the one before, so only the last need be sent.
    const last = await deliveryOf(municipality, round, inLane(FIRST, `${1_000 + LANE_READ_MAX + 4}`));
    assert.equal(last.state, 'sent');
  });

  it('of two rounds are one conversation where they have one channel', async () => {
    const { municipality, gate } = await hangingFirst(2);
    municipality.clock.advance(1_000);
    await opened(municipality);
    await whileWorking(municipality, async (work) => {
      await until(() => sentTo(municipality, '19:d1@thread.tacv2').length === 2);
      assert.equal(sentTo(municipality).length, 1);
      gate.open();
      await work.idle();
      assert.equal(sentTo(municipality).length, 2);
    });
  });

  it('serve the secretariat first', async () => {
    const { municipality, round } = await openRound(20);
    let declining: () => Promise<unknown> = async () => undefined;
    const messenger = createScriptedMessenger(async (sending, number) => {
      if (number === 5) await declining();
      return sentAs(sending, number);
    });
    const slow = { ...municipality, messenger, postsASecond: 1 };
    await whileWorking(slow, async (work, told) => {
      declining = () => declineReply(told, { ...aPress(round, 9), reason: 'Ikke os.', instead: '' });
      await work.idle();
    });
    const places = messenger.asked.map(({ address }) => address.channelId);
    assert.equal(places[0], SECRETARIAT.channelId);
    assert.equal(messenger.asked[5]?.message.kind, 'follow-up');
  });

  it('serve the round that has waited longest', async () => {
    const municipality = { ...(await createMunicipality(33)), postsASecond: 1 };
    const [many, few] = [municipality.departments.slice(3), municipality.departments.slice(0, 3)];
    await opened({ ...municipality, departments: many });
    municipality.clock.advance(1_000);
    await opened({ ...municipality, departments: few });
    await delivered(municipality);
    const posted = requestsPosted(municipality.messenger);
    assert.equal(posted.length, 33);
    const last = Math.max(...few.map(({ address }) => posted.indexOf(address.channelId)));
    assert.ok(last < 8, `the last of three came after ${last} others`);
  });
});

describe('several processes', () => {
  it('try each delivery once', async () => {
    const { municipality, round } = await openRound(60);
    await Promise.all(['a', 'b', 'c'].map((worker) => delivered({ ...municipality, worker })));
    assert.equal(municipality.messenger.asked.length, 61);
    assert.deepEqual(await statesOf(municipality, round), new Set(['sent', 'unneeded']));
    const made = (await municipality.rounds.readDeliveries(round.id)).filter(
      ({ id, task }) => id !== DUTIES_DELIVERY_ID && task.kind !== 'update desk',
    );
    assert.ok(made.every(({ attempts }) => attempts === 1));
  });

  it('never send to one conversation at the same time', async () => {
    const { municipality, round } = await openRound(10);
    const sending = new Map<string, number>();
    const messenger = createScriptedMessenger(async (message, number) => {
      const { channelId } = message.address;
      assert.equal(sending.get(channelId) ?? 0, 0);
      sending.set(channelId, 1);
      await setImmediate();
      sending.set(channelId, 0);
      return sentAs(message, number);
    });
    const deps = { ...municipality, messenger };
    await whileWorking(deps, async (one, told) => {
      await whileWorking(
        deps,
        async (other, alsoTold) => {
          for (const index of round.plan.invitations.keys()) {
            await nudge(index % 2 === 0 ? told : alsoTold, aFollowUp(round, index));
          }
          await until(async () => {
            await Promise.all([one.idle(), other.idle()]);
            passes(municipality, 2_000);
            return !(await statesOf(municipality, round)).has('pending');
          });
        },
        { worker: 'worker-2' },
      );
    });
    assert.equal(requestsPosted(messenger).length, 10);
    assert.equal(messenger.asked.filter(({ message }) => message.kind === 'department notice').length, 10);
  });

  it('leave a conversation alone in which another is sending, whatever else is owed there', async () => {
    const { municipality, round, gate } = await hangingFirst(1);
    const answered = createScriptedMessenger();
    await delivered({ ...municipality, messenger: answered });
    await nudge(municipality, aFollowUp(round, 0));
    assert.equal(sentTo(municipality).length, 0);
    await whileWorking(municipality, async (work) => {
      await until(() => sentTo(municipality).length === 1);
      await delivered({ ...municipality, messenger: answered, worker: 'worker-2' });
      assert.equal(requestsPosted(answered).length, 1);
      assert.equal(answered.asked.length, 2);
      gate.open();
      await work.idle();
      assert.equal(sentTo(municipality).length, 2);
    });
  });

  it('leave a delivery to the one that claims it first', async () => {
    const { municipality } = await openRound(1);
    const commit: typeof municipality.rounds.commit = async (id, operation, changes, onTags) => {
      const isClaim = changes.some((each) => 'delivery' in each && each.delivery.claimedBy === 'worker-1');
      return isClaim ? 'conflict' : municipality.rounds.commit(id, operation, changes, onTags);
    };
    await delivered({ ...municipality, rounds: { ...municipality.rounds, commit } });
    assert.deepEqual(sentTo(municipality), []);
  });
});

describe('a service that asks the bot to wait', () => {
  it('is left alone in that conversation, whatever the round', async () => {
    const { municipality } = await openRound(2);
    municipality.clock.advance(1_000);
    await opened(municipality);
    const messenger = failingFirst(refusal(429, { waitMs: 30_000 }));
    const deps = { ...municipality, messenger };
    await whileWorking(deps, async (work) => {
      await work.idle();
      assert.equal(sentTo(deps).length, 1);
      assert.equal(sentTo(deps, '19:d1@thread.tacv2').length, 2);
      passes(deps, 29_000);
      await work.idle();
      assert.equal(sentTo(deps).length, 1);
      passes(deps, 1_000);
      await work.idle();
      assert.equal(sentTo(deps).length, 3);
    });
  });

  it('is left alone altogether when it has refused three conversations', async () => {
    const { municipality } = await openRound(6);
    let refusals = 0;
    const messenger = createScriptedMessenger((sending, number) => {
      if (sending.address.channelId === SECRETARIAT.channelId || refusals === 3) return sentAs(sending, number);
      refusals += 1;
      return refusal(429, { waitMs: 30_000 });
    });
    await whileWorking({ ...municipality, messenger }, async (work) => {
      await until(() => refusals === 3);
      await turns();
      assert.equal(messenger.asked.length, 4);
      passes(municipality, 30_000);
      await work.idle();
      // The six cards, what was refused and the card of the round, which is drawn once more as the overview.
      assert.equal(messenger.asked.length, 11);
    });
  });
});

describe('a process that is to stop', () => {
  it('ends what is under way, begins nothing new, and leaves', async () => {
    const { municipality, round, gate } = await hangingFirst(3);
    await whileWorking({ ...municipality, postsASecond: 1 }, async (work, told) => {
      await until(() => sentTo(municipality).length === 1);
      const count = municipality.messenger.asked.length;
      const stopping = work.stop(60_000);
      await nudge(told, aFollowUp(round, 2));
      gate.open();
      await stopping;
      assert.equal(municipality.messenger.asked.length, count);
    });
    const at = municipality.clock.now();
    const left = await municipality.processes.report({ id: 'en-anden', at, owing: [] });
    assert.deepEqual(
      left.map(({ id }) => id),
      ['en-anden'],
    );
    assert.equal((await municipality.rounds.readDelivery(round.id, 'd0/0-request'))?.value.state, 'sent');
    await municipality.processes.remove('en-anden');
    await delivered(municipality);
    assert.equal(requestsPosted(municipality.messenger).length, 3);
    assert.ok(municipality.messenger.asked.some(({ message }) => message.kind === 'department notice'));
  });

  it('does not wait longer than it is told to for a channel that does not answer', async () => {
    const { municipality } = await hangingFirst(1);
    await whileWorking(municipality, async (work) => {
      await until(() => sentTo(municipality).length === 1);
      await work.stop(1_000);
    });
    assert.equal(sentTo(municipality, CHANNEL).length, 1);
  });

  it('stops although it cannot say that it leaves', async () => {
    const { municipality } = await openRound(1);
    const cause = new Error('The store is away.');
    const processes = { ...municipality.processes, remove: () => Promise.reject(cause) };
    await delivered({ ...municipality, processes });
    const errors = municipality.log.entries.filter(({ level }) => level === 'error');
    assert.deepEqual(
      errors.map(({ event, cause: logged }) => [event, logged]),
      [['process not removed', cause]],
    );
  });
});
