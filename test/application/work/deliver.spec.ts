import assert from 'node:assert/strict';
import { EventEmitter, once } from 'node:events';
import { answerOnBehalf } from '../../../src/application/reply/answer-on-behalf.js';
import { declineReply } from '../../../src/application/reply/decline-reply.js';
import { nudge } from '../../../src/application/reply/follow-up.js';
import { submitReply } from '../../../src/application/reply/submit-reply.js';
import { startRound } from '../../../src/application/round/start-round.js';
import { deliverDue } from '../../../src/application/work/deliver.js';
import type { PostedMessage } from '../../../src/domain/channel/channel.js';
import { operationId, type RoundId } from '../../../src/domain/ids.js';
import type { Round } from '../../../src/domain/round/round.js';
import {
  CLAIM_MS,
  claim,
  type Delivery,
  type DeliveryTask,
  MAX_ATTEMPTS,
  newDelivery,
} from '../../../src/domain/work/delivery.js';
import { aDepartmentId, aNotatId, aPerson, aPosted, START } from '../../support/builders.js';
import {
  type Commit,
  createScriptedMessenger,
  interceptCommits,
  type ScriptedMessenger,
  sentAs,
} from '../../support/fakes.js';
import {
  aFollowUp,
  answeredByAll,
  aPress,
  aReply,
  createMunicipality,
  delivered,
  type Municipality,
  NOTHING_SEEN,
  opened,
  planned,
  ROUND_CARD,
  requestsPosted,
  SECRETARIAT,
  typing,
} from '../municipality.js';

const FIRST = aDepartmentId('d0');
const FAILING = '19:d0@thread.tacv2';

async function openRound(
  size = 3,
  messenger: ScriptedMessenger = createScriptedMessenger(),
): Promise<{ readonly municipality: Municipality; readonly round: Round }> {
  const municipality = { ...(await createMunicipality(size)), messenger };
  return { municipality, round: await opened(municipality) };
}

/** Answers as told in the first department's channel, and "sent" everywhere else. */
function failingFor(answer: Parameters<typeof createScriptedMessenger>[0]): ScriptedMessenger {
  return createScriptedMessenger((sending, number) =>
    sending.address.channelId === FAILING && answer !== undefined ? answer(sending, number) : sentAs(sending, number),
  );
}

async function deliveryOf({ rounds }: Municipality, roundId: RoundId, id: string): Promise<Delivery> {
  const stored = await rounds.readDelivery(roundId, id);
  assert.ok(stored);
  return stored.value;
}

async function owe(municipality: Municipality, { id }: Round, task: DeliveryTask): Promise<void> {
  const delivery = newDelivery('ekstra', task, municipality.clock.now());
  await municipality.rounds.commit(id, operationId('owe'), [{ change: 'insert delivery', delivery }]);
}

async function statesOf({ rounds }: Municipality, { id }: Round): Promise<readonly string[]> {
  return (await rounds.readDeliveries(id)).map(({ state }) => state);
}

function eventsOf({ log }: Municipality, level: 'warn' | 'error'): readonly string[] {
  return log.entries.filter((entry) => entry.level === level).map(({ event }) => event);
}

describe('delivering', () => {
  it('gives up what ends its worker every time', async () => {
    const { municipality, round } = await openRound(1);
    const stored = await municipality.rounds.readDelivery(round.id, 'request-d0');
    assert.ok(stored);
    let abandoned = stored.value;
    for (let tries = 0; tries < MAX_ATTEMPTS; tries += 1) abandoned = claim(abandoned, 'gone', START);
    await municipality.rounds.commit(round.id, operationId('abandon'), [
      { change: 'replace delivery', delivery: abandoned, etag: stored.etag },
    ]);
    municipality.clock.advance(CLAIM_MS);
    await delivered(municipality);
    assert.deepEqual(requestsPosted(municipality.messenger), []);
    assert.equal((await deliveryOf(municipality, round.id, 'request-d0')).state, 'failed');
  });

  it('posts every department its request once, in its own channel, and shows the round as started', async () => {
    const { municipality, round } = await openRound(120);
    await delivered(municipality);
    await delivered(municipality);
    const channels = municipality.departments.map(({ address }) => address.channelId);
    assert.deepEqual([...requestsPosted(municipality.messenger)].sort(), channels.sort());
    assert.equal(municipality.messenger.asked.length, 121);
    assert.deepEqual(new Set(await statesOf(municipality, round)), new Set(['sent']));
    assert.deepEqual(
      municipality.messenger.asked.find(({ message }) => message.kind === 'round card'),
      { address: SECRETARIAT, replaced: ROUND_CARD, message: { kind: 'round card', round } },
    );
  });

  it('remembers where each request ended up', async () => {
    const { municipality, round } = await openRound(1);
    await delivered(municipality);
    const { posted, attempts } = await deliveryOf(municipality, round.id, 'request-d0');
    assert.equal(attempts, 1);
    assert.ok(posted?.conversationId.startsWith(`${FAILING};messageid=`));
  });

  it('lets each delivery be tried by one, however many workers there are', async () => {
    const { municipality, round } = await openRound(120);
    await Promise.all(['a', 'b', 'c'].map((worker) => delivered({ ...municipality, worker })));
    assert.equal(municipality.messenger.asked.length, 121);
    assert.deepEqual(new Set(await statesOf(municipality, round)), new Set(['sent']));
    assert.ok((await municipality.rounds.readDeliveries(round.id)).every(({ attempts }) => attempts === 1));
  });

  it('sends nothing of a round that is not open', async () => {
    const municipality = await createMunicipality();
    const { id } = await planned(municipality);
    await municipality.index.add({ roundId: id, tenantId: SECRETARIAT.tenantId, createdAt: START });
    await municipality.rounds.commit(id, operationId('owe'), [
      {
        change: 'insert delivery',
        delivery: newDelivery('for-tidligt', { kind: 'post request', departmentId: FIRST }, START),
      },
    ]);
    await delivered(municipality);
    assert.deepEqual(municipality.messenger.asked, []);
    assert.deepEqual(
      (await municipality.rounds.readDeliveries(id)).map(({ attempts }) => attempts),
      [0],
    );
  });

  it('stops between two deliveries when the process is to stop, and leaves the rest for later', async () => {
    const { municipality } = await openRound(5);
    await deliverDue(municipality, () => municipality.messenger.asked.length === 2);
    assert.equal(municipality.messenger.asked.length, 2);
    await delivered(municipality);
    assert.equal(municipality.messenger.asked.length, 6);
  });

  it('begins no round when the process is to stop', async () => {
    const { municipality, round } = await openRound();
    await deliverDue(municipality, () => true);
    assert.deepEqual(new Set(await statesOf(municipality, round)), new Set(['pending']));
  });

  it('says in the log how each delivery went, in ids and codes only', async () => {
    const { municipality, round } = await openRound(
      1,
      failingFor(() => ({ kind: 'refused', reason: '403' })),
    );
    await delivered(municipality);
    const fields = { roundId: round.id, delivery: 'request-d0', task: 'post request', state: 'failed', attempts: 1 };
    assert.deepEqual(municipality.log.entries, [
      { level: 'warn', event: 'delivery not made', fields: { ...fields, reason: '403' } },
      {
        level: 'info',
        event: 'delivery settled',
        fields: { ...fields, delivery: 'started', task: 'update round card', state: 'sent', reason: undefined },
      },
    ]);
  });
});

describe('showing a change to everyone in the channel', () => {
  /** What was sent since the request cards went out, by an answer on this card. */
  async function sentAfterAnswer(posted: Partial<PostedMessage>) {
    const { municipality, round } = await openRound(2);
    await delivered(municipality);
    const before = municipality.messenger.asked.length;
    await submitReply(municipality, aReply(round, 0, { posted: aPosted(posted) }));
    await delivered(municipality);
    return { municipality, round, sent: municipality.messenger.asked.slice(before) };
  }

  it('is done on the card that was used and on the request card, as the department then stands', async () => {
    const used = { conversationId: `${FAILING};messageid=7`, activityId: '7' };
    const { municipality, round, sent } = await sentAfterAnswer(used);
    const request = (await deliveryOf(municipality, round.id, 'request-d0')).posted;
    const department = (await municipality.rounds.readDepartment(round.id, FIRST))?.value;
    const { address } = aReply(round, 0);
    const message = { kind: 'department card', department };
    assert.deepEqual(sent, [
      { address, replaced: used, message },
      { address, replaced: request, message },
    ]);
  });

  it('is done once where the request card is the card that was used', async () => {
    const { municipality, round, sent } = await sentAfterAnswer({ activityId: '1' });
    assert.deepEqual(
      sent.map(({ replaced }) => replaced?.activityId),
      ['1'],
    );
    assert.equal((await deliveryOf(municipality, round.id, 'update-request-d0-1')).state, 'unneeded');
  });

  it('needs no update of a request card that is not posted: it will be posted as things stand', async () => {
    const { municipality, round } = await openRound(
      1,
      failingFor(() => ({ kind: 'try again', reason: '429', waitMs: 30_000 })),
    );
    await delivered(municipality);
    await submitReply(municipality, aReply(round, 0));
    await delivered(municipality);
    const states = await municipality.rounds.readDeliveries(round.id);
    const update = states.find(({ task }) => task.kind === 'update request card');
    assert.equal(update?.state, 'unneeded');
  });
});

describe('words to a department', () => {
  const noticesIn = ({ messenger }: Municipality) =>
    messenger.asked.flatMap(({ address, thread, message }) =>
      message.kind === 'department notice' ? [{ address, thread, message }] : [],
    );

  it('are added to the thread of its request card, about the department as it stands', async () => {
    const { municipality, round } = await openRound(2);
    await delivered(municipality);
    await nudge(municipality, aFollowUp(round, 0));
    await delivered(municipality);
    assert.deepEqual(noticesIn(municipality), [
      {
        address: aReply(round, 0).address,
        thread: (await deliveryOf(municipality, round.id, 'request-d0')).posted,
        message: {
          kind: 'department notice',
          department: (await municipality.rounds.readDepartment(round.id, FIRST))?.value,
          notice: 'nudged',
        },
      },
    ]);
  });

  it('begin a thread where it is not known where the request card has been posted', async () => {
    const { municipality, round } = await openRound(
      1,
      createScriptedMessenger((sending, number) =>
        sending.message.kind === 'department card' ? { kind: 'sent', posted: undefined } : sentAs(sending, number),
      ),
    );
    await delivered(municipality);
    await nudge(municipality, aFollowUp(round, 0));
    await delivered(municipality);
    assert.deepEqual(
      noticesIn(municipality).map(({ thread }) => thread),
      [undefined],
    );
  });

  it('wait for the request card while that is tried again', async () => {
    let isBusy = true;
    const { municipality, round } = await openRound(
      1,
      createScriptedMessenger((sending, number) =>
        isBusy ? { kind: 'try again', reason: '500', waitMs: undefined } : sentAs(sending, number),
      ),
    );
    await nudge(municipality, aFollowUp(round, 0));
    await delivered(municipality);
    assert.deepEqual(noticesIn(municipality), []);
    isBusy = false;
    for (let pass = 0; pass < 2; pass += 1) {
      municipality.clock.advance(CLAIM_MS);
      await delivered(municipality);
    }
    const thread = (await deliveryOf(municipality, round.id, 'request-d0')).posted;
    assert.ok(thread);
    assert.deepEqual(
      noticesIn(municipality).map((notice) => notice.thread),
      [thread],
    );
  });

  it('are the card itself where the request card was given up', async () => {
    const { municipality, round } = await openRound(
      1,
      createScriptedMessenger((sending, number) =>
        sending.message.kind === 'department card' && sending.message.department.reply === undefined
          ? { kind: 'refused', reason: '403' }
          : sentAs(sending, number),
      ),
    );
    await delivered(municipality);
    const answer = {
      ...aFollowUp(round, 0),
      answer: typing('Vi svarer for jer.'),
      keepCpr: undefined,
      seen: NOTHING_SEEN,
    };
    await answerOnBehalf(municipality, answer);
    await delivered(municipality);
    assert.deepEqual(noticesIn(municipality), []);
    const posted = municipality.messenger.asked.flatMap(({ message }) =>
      message.kind === 'department card' ? [message.department.reply?.number] : [],
    );
    assert.deepEqual(posted, [undefined, 1]);
  });

  it('are not said when they are no longer true by the time they are delivered', async () => {
    const { municipality, round } = await openRound(2);
    await nudge(municipality, aFollowUp(round, 0));
    await submitReply(municipality, aReply(round, 0));
    await delivered(municipality);
    assert.deepEqual(noticesIn(municipality), []);
    const settled = await municipality.rounds.readDeliveries(round.id);
    assert.equal(settled.find(({ task }) => task.kind === 'post department notice')?.state, 'unneeded');
  });
});

describe('a decline', () => {
  it('is posted to the secretariat, with the department as it stands', async () => {
    const { municipality, round } = await openRound(1);
    await declineReply(municipality, { ...aPress(round, 0), reason: 'Ikke os.', instead: '' });
    await delivered(municipality);
    const department = (await municipality.rounds.readDepartment(round.id, FIRST))?.value;
    assert.deepEqual(
      municipality.messenger.asked.filter(({ message }) => message.kind === 'follow-up'),
      [{ address: SECRETARIAT, replaced: undefined, message: { kind: 'follow-up', department } }],
    );
  });
});

describe('a notat that takes several messages', () => {
  it('is one thread: the first message begins it, the others follow in order, each once', async () => {
    const { municipality, round } = await openRound(1, createScriptedMessenger(sentAs, 3));
    await answeredByAll(municipality, round);
    await delivered(municipality);
    for (const _ of [1, 2]) {
      municipality.clock.advance(60_000);
      await delivered(municipality);
    }
    const sent = municipality.messenger.asked.flatMap(({ message, thread }, index) =>
      message.kind === 'notat' ? [{ part: message.part, thread: thread?.activityId, number: String(index + 1) }] : [],
    );
    const [first] = sent;
    assert.deepEqual(
      sent.map(({ part, thread }) => [part, thread]),
      [
        [1, undefined],
        [2, first?.number],
        [3, first?.number],
      ],
    );
  });

  it('waits with the others while the first is not posted', async () => {
    const { municipality, round } = await openRound(
      1,
      createScriptedMessenger(
        (sending, number) =>
          sending.message.kind === 'notat' && municipality.clock.now().getTime() < START.getTime() + 5_000
            ? { kind: 'try again', reason: '429', waitMs: 5_000 }
            : sentAs(sending, number),
        2,
      ),
    );
    await answeredByAll(municipality, round);
    for (const ms of [0, 1_000, 4_000, 60_000]) {
      municipality.clock.advance(ms);
      await delivered(municipality);
    }
    assert.deepEqual(
      municipality.messenger.asked.flatMap(({ message }) => (message.kind === 'notat' ? [message.part] : [])),
      [1, 1, 2],
    );
    assert.deepEqual(
      municipality.log.entries.filter(({ level }) => level === 'error'),
      [],
    );
  });
});

describe('a delivery that does not succeed', () => {
  it('is tried again when the service asked for, not before', async () => {
    const { municipality, round } = await openRound(
      2,
      failingFor((sending, number) =>
        requestsPosted(municipality.messenger).filter((channel) => channel === FAILING).length === 1
          ? { kind: 'try again', reason: '429', waitMs: 30_000 }
          : sentAs(sending, number),
      ),
    );
    await delivered(municipality);
    municipality.clock.advance(29_999);
    await delivered(municipality);
    assert.equal((await deliveryOf(municipality, round.id, 'request-d0')).attempts, 1);
    municipality.clock.advance(1);
    await delivered(municipality);
    const { state, attempts } = await deliveryOf(municipality, round.id, 'request-d0');
    assert.deepEqual([state, attempts], ['sent', 2]);
  });

  it('is spread by the jitter', async () => {
    const { municipality, round } = await openRound(
      1,
      failingFor(() => ({ kind: 'uncertain', reason: 'lost' })),
    );
    await delivered({ ...municipality, jitter: () => 1 });
    const { dueAt } = await deliveryOf(municipality, round.id, 'request-d0');
    assert.equal(dueAt.getTime() - START.getTime(), 1_000);
  });

  it('does not keep the others waiting', async () => {
    const { municipality } = await openRound(
      5,
      failingFor(() => ({ kind: 'uncertain', reason: 'lost' })),
    );
    await delivered(municipality);
    assert.equal(municipality.messenger.asked.length, 6);
  });

  it('does not stop the others when the messenger throws, and is tried again', async () => {
    const cause = new Error('A bug.');
    const { municipality, round } = await openRound(
      5,
      failingFor(() => {
        throw cause;
      }),
    );
    await delivered(municipality);
    assert.equal(municipality.messenger.asked.length, 6);
    const { state, lastFailure } = await deliveryOf(municipality, round.id, 'request-d0');
    assert.deepEqual([state, lastFailure], ['pending', 'internal error']);
    const logged = municipality.log.entries.find(({ level }) => level === 'error');
    assert.deepEqual([logged?.event, logged?.cause], ['delivery failed inside', cause]);
  });

  it(`is given up after ${MAX_ATTEMPTS} tries, and then noted with its department`, async () => {
    const { municipality, round } = await openRound(
      1,
      failingFor(() => ({ kind: 'try again', reason: '503', waitMs: undefined })),
    );
    for (let pass = 0; pass < MAX_ATTEMPTS + 5; pass += 1) {
      await delivered(municipality);
      municipality.clock.advance(900_000);
    }
    assert.equal(requestsPosted(municipality.messenger).length, MAX_ATTEMPTS);
    const department = await municipality.rounds.readDepartment(round.id, FIRST);
    assert.equal(department?.value.undelivered, '503');
  });

  it('is noted with its department at once when the channel refuses the request', async () => {
    const { municipality, round } = await openRound(
      2,
      failingFor(() => ({ kind: 'refused', reason: '403 BotNotInRoster' })),
    );
    await delivered(municipality);
    const overview = await municipality.rounds.readOverview(round.id);
    assert.deepEqual(
      overview?.departments.map(({ undelivered }) => undelivered),
      ['403 BotNotInRoster', undefined],
    );
  });

  it('is not noted when it was an update: the department has its card', async () => {
    const { municipality, round } = await openRound(
      1,
      createScriptedMessenger((sending, number) =>
        sending.replaced === undefined ? sentAs(sending, number) : { kind: 'refused', reason: '404' },
      ),
    );
    await submitReply(municipality, aReply(round, 0));
    await delivered(municipality);
    assert.equal((await deliveryOf(municipality, round.id, 'update-d0-1')).state, 'failed');
    assert.equal((await municipality.rounds.readDepartment(round.id, FIRST))?.value.undelivered, undefined);
  });

  it('is not noted when the department has answered: an uncertain post had arrived after all', async () => {
    const { municipality, round } = await openRound(
      1,
      failingFor(({ replaced }) => {
        if (replaced !== undefined) return { kind: 'sent', posted: replaced };
        const isFirst = requestsPosted(municipality.messenger).length === 1;
        return isFirst ? { kind: 'uncertain', reason: 'lost' } : { kind: 'refused', reason: '403' };
      }),
    );
    await delivered(municipality);
    await submitReply(municipality, aReply(round, 0));
    municipality.clock.advance(CLAIM_MS);
    await delivered(municipality);
    assert.equal((await deliveryOf(municipality, round.id, 'request-d0')).state, 'failed');
    assert.equal((await municipality.rounds.readDepartment(round.id, FIRST))?.value.undelivered, undefined);
  });

  it('never overwrites an answer that comes while it is being noted', async () => {
    const { municipality, round } = await openRound(
      1,
      failingFor(() => ({ kind: 'refused', reason: '403' })),
    );
    const rounds = interceptCommits(municipality.rounds, async ({ changes, proceed }) => {
      if (changes.some(({ change }) => change === 'replace department')) {
        await submitReply(municipality, aReply(round, 0));
      }
      return proceed();
    });
    await delivered({ ...municipality, rounds });
    const department = (await municipality.rounds.readDepartment(round.id, FIRST))?.value;
    assert.equal(department?.reply?.number, 1);
    assert.equal((await deliveryOf(municipality, round.id, 'request-d0')).state, 'failed');
  });

  for (const task of [
    { kind: 'post request', departmentId: aDepartmentId('ukendt') },
    { kind: 'update card', departmentId: aDepartmentId('ukendt'), posted: aPosted() },
    { kind: 'update request card', departmentId: aDepartmentId('ukendt'), unless: undefined },
    { kind: 'post department notice', departmentId: aDepartmentId('ukendt'), notice: 'nudged' },
    { kind: 'post decline', departmentId: aDepartmentId('ukendt') },
    { kind: 'post notat', notatId: aNotatId('ukendt') },
    { kind: 'post notat part', notatId: aNotatId('ukendt'), part: 2 },
  ] as const) {
    it(`has failed for good when there is nothing to ${task.kind} from`, async () => {
      const { municipality, round } = await openRound(1);
      await owe(municipality, round, task);
      await delivered(municipality);
      assert.equal((await deliveryOf(municipality, round.id, 'ekstra')).state, 'failed');
      assert.equal(municipality.messenger.asked.length, 2);
    });
  }
});

describe('a worker that is lost', () => {
  it('leaves its claim to another, once the claim has lapsed', async () => {
    const { municipality, round } = await openRound(1);
    const stored = await municipality.rounds.readDelivery(round.id, 'request-d0');
    assert.ok(stored);
    const delivery = claim(stored.value, 'en-død-arbejder', START);
    const change = { change: 'replace delivery', delivery, etag: stored.etag } as const;
    await municipality.rounds.commit(round.id, operationId('claim'), [change]);
    await delivered(municipality);
    assert.deepEqual(requestsPosted(municipality.messenger), []);
    municipality.clock.advance(CLAIM_MS);
    await delivered(municipality);
    assert.deepEqual(requestsPosted(municipality.messenger), [FAILING]);
    assert.equal((await deliveryOf(municipality, round.id, 'request-d0')).attempts, 2);
  });

  it('and comes back does not overwrite what another has made of its delivery', async () => {
    const { municipality, round } = await openRound(
      1,
      failingFor(async (sending, number) => {
        if (requestsPosted(municipality.messenger).length > 1) return sentAs(sending, number);
        municipality.clock.advance(CLAIM_MS);
        await delivered({ ...municipality, worker: 'worker-2' });
        return { kind: 'refused', reason: 'too late' };
      }),
    );
    await delivered(municipality);
    const { state, lastFailure } = await deliveryOf(municipality, round.id, 'request-d0');
    assert.deepEqual([state, lastFailure], ['sent', undefined]);
    assert.ok(eventsOf(municipality, 'warn').includes('delivery claim lost'));
  });

  it('does not overwrite its own later try either, which a slow one has outlived', async () => {
    const tries = new EventEmitter();
    const [secondBegan, firstSettled] = [once(tries, 'second began'), once(tries, 'first settled')];
    let second = Promise.resolve();
    const { municipality, round } = await openRound(
      1,
      failingFor(async (sending, number) => {
        if (requestsPosted(municipality.messenger).length > 1) {
          tries.emit('second began');
          await firstSettled;
          return sentAs(sending, number);
        }
        municipality.clock.advance(CLAIM_MS);
        second = delivered(municipality);
        await secondBegan;
        return { kind: 'refused', reason: 'too late' };
      }),
    );
    await delivered(municipality);
    tries.emit('first settled');
    await second;
    const { state, attempts } = await deliveryOf(municipality, round.id, 'request-d0');
    assert.deepEqual([state, attempts], ['sent', 2]);
  });

  /** Three requests and the round's card, each claimed and settled. */
  const COMMITS = 8;

  for (let fatal = 1; fatal <= COMMITS; fatal += 1) {
    it(`at commit ${fatal} of ${COMMITS} leaves nothing undone for good`, async () => {
      const { municipality, round } = await openRound(3);
      const commits: Commit[] = [];
      const rounds = interceptCommits(municipality.rounds, async (commit) => {
        if (commits.push(commit) >= fatal) throw new Error('The process died.');
        return commit.proceed();
      });
      await delivered({ ...municipality, rounds });
      assert.ok(commits.length >= fatal);
      assert.ok(eventsOf(municipality, 'error').includes('round not delivered'));
      municipality.clock.advance(CLAIM_MS);
      await delivered({ ...municipality, worker: 'worker-2' });
      assert.deepEqual(await statesOf(municipality, round), ['sent', 'sent', 'sent', 'sent']);
      assert.equal(new Set(requestsPosted(municipality.messenger)).size, 3);
    });
  }
});

describe('a round that cannot be delivered', () => {
  it('does not stop the others, and is told in the log', async () => {
    const { municipality, round } = await openRound(1);
    municipality.clock.advance(1_000);
    const newer = await opened(municipality);
    const cause = new Error('An unreadable row.');
    const rounds = {
      ...municipality.rounds,
      readDueDeliveries: async (id: RoundId, now: Date, limit: number) => {
        if (id === newer.id) throw cause;
        return municipality.rounds.readDueDeliveries(id, now, limit);
      },
    };
    await delivered({ ...municipality, rounds });
    assert.deepEqual(new Set(await statesOf(municipality, round)), new Set(['sent']));
    assert.deepEqual(
      municipality.log.entries.filter(({ level }) => level === 'error'),
      [{ level: 'error', event: 'round not delivered', fields: { roundId: newer.id }, cause }],
    );
  });

  it('is passed by when the index knows it but the store does not', async () => {
    const municipality = await createMunicipality();
    const { id } = await planned(municipality);
    await municipality.index.add({
      roundId: `${id}-slettet` as RoundId,
      tenantId: SECRETARIAT.tenantId,
      createdAt: START,
    });
    await delivered(municipality);
    assert.deepEqual(municipality.log.entries, []);
  });
});

describe('delivering several rounds', () => {
  it('posts each round’s requests, and none of a round that is only planned', async () => {
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
});
