import assert from 'node:assert/strict';
import type { RoundStore } from '../../../src/application/ports.js';
import { UnfitTemplate, UnreadableRow } from '../../../src/application/ports.js';
import { startRound } from '../../../src/application/round/start-round.js';
import { createCompleteness } from '../../../src/application/work/completeness.js';
import { createOpenedRounds } from '../../../src/application/work/opened-rounds.js';
import { createOutbox } from '../../../src/application/work/outbox.js';
import { createPace } from '../../../src/application/work/pace.js';
import { LANES_MAX } from '../../../src/domain/limits.js';
import { inLane, type Lane, newDelivery, SECRETARIAT_LANE } from '../../../src/domain/work/delivery.js';
import { aDelivery, aDepartmentId, aNotatId, aPerson, aPosted, aRoundId, START } from '../../support/builders.js';
import { createSteppedTime } from '../../support/fakes.js';
import { createMemoryStores } from '../../support/memory-stores.js';
import {
  answeredByAll,
  createMunicipality,
  delivered,
  departmentOf,
  type Municipality,
  opened,
  openRound,
  planned,
  ROUND_CARD,
  requestsPosted,
  SECRETARIAT,
} from '../municipality.js';
import {
  answeringFirst,
  CHANNEL,
  deliveryOf,
  failingFirst,
  passes,
  put,
  REQUEST,
  refusal,
  statesOf,
  until,
  whileWorking,
} from './processes.js';

describe('what is owed', () => {
  it('is every department’s request, once and in its own channel, and the round shown as started', async () => {
    const { municipality, round } = await openRound(120);
    await delivered(municipality);
    await delivered(municipality);
    const channels = municipality.departments.map(({ address }) => address.channelId);
    assert.deepEqual([...requestsPosted(municipality.messenger)].sort(), channels.sort());
    assert.equal(municipality.messenger.asked.length, 121);
    assert.deepEqual(
      municipality.messenger.asked
        .filter(({ message }) => message.kind === 'desk')
        .map(({ address, replaced, message }) => [
          address,
          replaced,
          message.kind === 'desk' && message.overview.round,
        ]),
      [[SECRETARIAT, ROUND_CARD, round]],
    );
    assert.deepEqual(await statesOf(municipality, round), new Set(['sent', 'unneeded']));
  });

  it('remembers where each request is', async () => {
    const { municipality, round } = await openRound(1);
    await delivered(municipality);
    const { posted, attempts } = await deliveryOf(municipality, round);
    assert.equal(attempts, 1);
    assert.ok(posted?.conversationId.startsWith(`${CHANNEL};messageid=`));
    assert.deepEqual((await departmentOf(municipality, round)).cards, [posted]);
  });

  it('is not delivered before its round is open', async () => {
    const municipality = await createMunicipality();
    const round = await planned(municipality);
    await municipality.index.add({ roundId: round.id, tenantId: SECRETARIAT.tenantId, createdAt: START });
    const task = { kind: 'post request', departmentId: aDepartmentId('d0') } as const;
    await put(municipality, round, newDelivery(REQUEST, task, START));
    await delivered(municipality);
    assert.deepEqual(municipality.messenger.asked, []);
    assert.equal((await deliveryOf(municipality, round)).attempts, 0);
  });

  it('is delivered for each round that is open', async () => {
    const municipality = await createMunicipality(2);
    const first = await opened(municipality);
    const second = await planned(municipality);
    await delivered(municipality);
    assert.equal(requestsPosted(municipality.messenger).length, 2);
    await startRound(municipality, { address: SECRETARIAT, by: aPerson(), roundId: second.id, posted: ROUND_CARD });
    await answeredByAll(municipality, first);
    await delivered(municipality);
    assert.equal(requestsPosted(municipality.messenger).length, 4);
  });

  it('is told in the log when it is settled, in ids and codes only', async () => {
    const { municipality, round } = await openRound(1);
    const messenger = failingFirst(refusal(403, { code: 'BotNotInRoster' }));
    await delivered({ ...municipality, messenger });
    const fields = { roundId: round.id, attempts: 1 };
    const request = { ...fields, delivery: REQUEST, task: 'post request' };
    const started = { ...fields, delivery: inLane(SECRETARIAT_LANE, 'started'), task: 'update round card' };
    const entries = municipality.log.entries.filter(({ fields: { task } }) => task !== 'continue round');
    assert.deepEqual(
      entries.toSorted((one, other) => one.level.localeCompare(other.level)),
      [
        { level: 'info', event: 'delivery settled', fields: { ...started, state: 'sent', reason: undefined } },
        {
          level: 'warn',
          event: 'delivery not made',
          fields: { ...request, state: 'stopped', reason: '403 BotNotInRoster' },
        },
      ],
    );
  });

  for (const task of [
    { kind: 'post request', departmentId: aDepartmentId('ukendt') },
    { kind: 'refresh cards', departmentId: aDepartmentId('ukendt'), mayComplete: false, also: aPosted() },
    { kind: 'post department notice', departmentId: aDepartmentId('ukendt'), notice: 'nudged' },
  ] as const) {
    it(`is not needed where there is no department to ${task.kind} for`, async () => {
      const { municipality, round } = await openRound(1);
      await put(municipality, round, newDelivery(inLane(task.departmentId, 'ekstra'), task, START));
      await delivered(municipality);
      const { state } = await deliveryOf(municipality, round, inLane(task.departmentId, 'ekstra'));
      assert.equal(state, 'unneeded');
      assert.equal(municipality.messenger.asked.length, 2);
    });
  }

  for (const task of [
    { kind: 'post decline', departmentId: aDepartmentId('ukendt') },
    { kind: 'post troubles' },
    { kind: 'post notat', notatId: aNotatId('ukendt') },
    { kind: 'continue round' },
    { kind: 'compile if complete' },
  ] as const) {
    it(`is not needed where there is nothing to ${task.kind}`, async () => {
      const { municipality, round } = await openRound(1);
      await put(municipality, round, newDelivery(inLane(SECRETARIAT_LANE, 'ekstra'), task, START));
      await delivered(municipality);
      const { state } = await deliveryOf(municipality, round, inLane(SECRETARIAT_LANE, 'ekstra'));
      assert.equal(state, 'unneeded');
      assert.equal(municipality.messenger.asked.length, 2);
    });
  }
});

describe('a fault of the bot’s own', () => {
  it('in one delivery does not stop the others, and the delivery is tried again', async () => {
    const cause = new Error('A bug.');
    const { municipality, round } = await openRound(5);
    const messenger = answeringFirst(() => {
      throw cause;
    });
    await delivered({ ...municipality, messenger });
    assert.equal(messenger.asked.length, 6);
    const { state, lastFailure } = await deliveryOf(municipality, round);
    assert.deepEqual([state, lastFailure], ['pending', 'internal error']);
    const logged = municipality.log.entries.find(({ level }) => level === 'error');
    assert.deepEqual([logged?.event, logged?.cause], ['delivery failed inside', cause]);
  });

  it('is named by its kind, and not logged again, where a row cannot be read', async () => {
    const { municipality, round } = await openRound(1);
    await put(
      municipality,
      round,
      newDelivery('@secretariat/ekstra', { kind: 'post notat', notatId: aNotatId() }, START),
    );
    const readNotat = () => Promise.reject(new UnreadableRow('notat', 'notat', 'a newer version wrote it'));
    await delivered({ ...municipality, rounds: { ...municipality.rounds, readNotat } });
    const { state, lastFailure } = await deliveryOf(municipality, round, '@secretariat/ekstra');
    assert.deepEqual([state, lastFailure], ['pending', 'unreadable notat']);
    assert.ok(municipality.log.entries.every(({ level }) => level !== 'error'));
  });

  it('is not tried again by itself where the template would leave something in the notat', async () => {
    const { municipality, round } = await openRound(1);
    await put(
      municipality,
      round,
      newDelivery('@secretariat/ekstra', { kind: 'post notat', notatId: aNotatId() }, START),
    );
    const readNotat = () => Promise.reject(new UnfitTemplate('{svar}'));
    await delivered({ ...municipality, rounds: { ...municipality.rounds, readNotat } });
    const { state, lastFailure } = await deliveryOf(municipality, round, '@secretariat/ekstra');
    assert.deepEqual([state, lastFailure], ['stopped', 'unfit template']);
  });
});

describe('a lane that cannot be read', () => {
  /** The first department's lane cannot be read the first time, because of this. */
  async function lanesFailing(cause: Error) {
    const { municipality } = await openRound(3);
    let failures = 0;
    const readLane: RoundStore['readLane'] = async (id, lane, which) => {
      if (lane === 'd0' && failures === 0) {
        failures += 1;
        throw cause;
      }
      return municipality.rounds.readLane(id, lane, which);
    };
    return { ...municipality, rounds: { ...municipality.rounds, readLane } };
  }

  it('does not stop the others, is told in the log, and is tried again', async () => {
    const cause = new Error('The store is away.');
    const municipality = await lanesFailing(cause);
    await whileWorking(municipality, async () => {
      await until(() => requestsPosted(municipality.messenger).length === 2);
      passes(municipality, 1_000);
      await until(() => requestsPosted(municipality.messenger).length === 3);
    });
    const errors = municipality.log.entries.filter(({ level }) => level === 'error');
    assert.deepEqual(
      errors.map(({ event, cause: logged }) => [event, logged]),
      [['lane not worked on', cause]],
    );
  });

  it('because of an unreadable row waits for a quarter of an hour, and is not told again: the store has told it', async () => {
    const municipality = await lanesFailing(new UnreadableRow('delivery', 'row', 'it is corrupt'));
    const isDelivered = () => {
      municipality.time.pass(900_000);
      return requestsPosted(municipality.messenger).length === 3;
    };
    await whileWorking(municipality, () => until(isDelivered));
    assert.ok(municipality.log.entries.every(({ level }) => level !== 'error'));
  });
});

describe('the outbox of a process', () => {
  /** One that finds nothing in the store. */
  async function anOutbox(changes: Partial<Municipality> = {}) {
    const municipality = { ...(await createMunicipality(0, { stores: createMemoryStores() })), ...changes };
    const deps = {
      ...municipality,
      pace: createPace(municipality.time, 40, () => ({ kind: 'shared', between: 1 })),
      completeness: createCompleteness(municipality),
      opened: createOpenedRounds(municipality.rounds),
    };
    return createOutbox(deps);
  }

  it('knows so many lanes, and leaves the others to be found later, except the secretariat’s', async () => {
    const outbox = await anOutbox();
    const owe = (n: number, lane: Lane) => outbox.owe(aRoundId(`runde-${n}`), lane, aDelivery());
    assert.ok(outbox.hasRoom());
    for (let n = 0; n < LANES_MAX + 5; n += 1) owe(n, aDepartmentId());
    assert.ok(!outbox.hasRoom());
    assert.equal(outbox.owing().length, LANES_MAX);
    owe(LANES_MAX + 9, SECRETARIAT_LANE);
    assert.equal(outbox.owing().length, LANES_MAX + 1);
    await outbox.stop(0);
  });

  it('forgets a lane in which nothing is owed', async () => {
    const outbox = await anOutbox();
    outbox.owe(aRoundId(), aDepartmentId(), aDelivery());
    assert.deepEqual(outbox.owing(), [aRoundId()]);
    await outbox.idle();
    assert.deepEqual(outbox.owing(), []);
    await outbox.stop(0);
  });

  it('does not care for what is not owed', async () => {
    const outbox = await anOutbox();
    outbox.owe(aRoundId(), aDepartmentId(), aDelivery({ state: 'sent' }));
    assert.deepEqual(outbox.owing(), []);
    await outbox.stop(0);
  });

  it('lets answers come first that follow one another, for two seconds at the most', async () => {
    const stores = createMemoryStores();
    const begun: string[] = [];
    const readLane: RoundStore['readLane'] = (id, lane, which) => {
      begun.push(lane);
      return stores.rounds.readLane(id, lane, which);
    };
    const time = createSteppedTime();
    const outbox = await anOutbox({ time, rounds: { ...stores.rounds, readLane } });
    const begunAfter = async (ms: number) => {
      time.pass(ms);
      // No short wait passes by itself before the next turn of the event loop.
      for (let step = 0; step < 20; step += 1) await Promise.resolve();
      return [...begun];
    };
    outbox.owe(aRoundId(), aDepartmentId('first'), aDelivery());
    for (let answers = 0; answers < 40; answers += 1) {
      assert.deepEqual(await begunAfter(49), []);
      outbox.owe(aRoundId(), aDepartmentId('second'), aDelivery());
    }
    assert.deepEqual(await begunAfter(1_999 - 40 * 49), []);
    outbox.owe(aRoundId(), aDepartmentId('second'), aDelivery());
    assert.deepEqual(await begunAfter(1), ['first']);
    assert.deepEqual(await begunAfter(50), ['first', 'second']);
    await outbox.stop(0);
  });
});
