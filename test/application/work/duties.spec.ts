import assert from 'node:assert/strict';
import type { SendResult } from '../../../src/application/ports.js';
import { declineReply } from '../../../src/application/reply/decline-reply.js';
import { submitReply } from '../../../src/application/reply/submit-reply.js';
import { DIGEST_HOUR, REMINDER_HOUR } from '../../../src/domain/duties.js';
import { danishInstant } from '../../../src/domain/round/danish-time.js';
import type { Round } from '../../../src/domain/round/round.js';
import { DUTIES_DELIVERY_ID } from '../../../src/domain/work/delivery.js';
import { aLocalDate, aReminder, aSecretary } from '../../support/builders.js';
import { createScriptedMessenger, interceptCommits, refusedWith, type Sending, sentAs } from '../../support/fakes.js';
import {
  answeredByAll,
  aPress,
  aReply,
  delivered,
  departmentOf,
  type Municipality,
  openRound,
} from '../municipality.js';
import { sentTo, turns, until, whileWorking } from './processes.js';

/** The round's deadline is Wednesday the 25th, so the first reminder is due on Friday the 20th. */
const FRIDAY = aLocalDate('2026-11-20');
const DEADLINE_DAY = aLocalDate('2026-11-25');

/** Moves the clock to a full hour on Denmark's clocks, and lets a process do what is due then. */
async function at(municipality: Municipality, day = FRIDAY, hour = REMINDER_HOUR): Promise<void> {
  municipality.clock.advance(danishInstant(day, hour).getTime() - municipality.clock.now().getTime());
  await delivered(municipality);
}

async function opened(size = 2, messenger = createScriptedMessenger()) {
  const { municipality, round } = await openRound(size);
  const ready = { ...municipality, messenger };
  await delivered(ready);
  ready.clock.advance(60_000);
  return { municipality: ready, round };
}

function noticesOf({ messenger }: Municipality): readonly Sending[] {
  return messenger.asked.filter(({ message }) => message.kind === 'department notice');
}

function digestsOf({ messenger }: Municipality): readonly Sending[] {
  return messenger.asked.filter(({ message }) => message.kind === 'digest');
}

describe('a reminder', () => {
  it('is a reply in the thread of each silent department, numbered and in the audit', async () => {
    const { municipality, round } = await opened(2);
    await submitReply(municipality, aReply(round, 0));
    await at(municipality);
    const [only, ...others] = noticesOf(municipality);
    assert.deepEqual(others, []);
    const department = await departmentOf(municipality, round, 1);
    assert.deepEqual(only?.thread, department.cards?.[0]);
    assert.deepEqual(department.reminders, [aReminder({ at: municipality.clock.now() })]);
    const line = (await municipality.rounds.readAudit(round.id)).findLast(({ act }) => act === 'reminded');
    assert.deepEqual(
      [line?.by, line?.departmentId, line?.subject],
      [undefined, department.department.id, '1 before 3'],
    );
  });

  it('takes the place of the one before, and is gone once the department has answered', async () => {
    const { municipality, round } = await opened(1);
    await at(municipality);
    const { notice: first } = await departmentOf(municipality, round);
    await at(municipality, DEADLINE_DAY);
    const { notice: second, reminders } = await departmentOf(municipality, round);
    assert.deepEqual(
      reminders.map(({ number, step }) => [number, step]),
      [
        [1, 'before 3'],
        [2, 'on the day'],
      ],
    );
    assert.deepEqual(municipality.messenger.removed, [first?.posted]);
    await submitReply(municipality, aReply(round, 0));
    await delivered(municipality);
    assert.deepEqual(municipality.messenger.removed, [first?.posted, second?.posted]);
  });

  it('is not sent to a department that answers after it was owed', async () => {
    const { municipality, round } = await opened(1);
    const withoutSending = { ...municipality, messenger: createScriptedMessenger(() => refusedWith(503)) };
    await at(withoutSending);
    assert.equal((await departmentOf(municipality, round)).reminders.length, 1);
    await submitReply(municipality, aReply(round, 0));
    municipality.clock.advance(60_000);
    await delivered(municipality);
    assert.deepEqual(noticesOf(municipality), []);
  });

  it('is taken away again where the department answers while it is sent', async () => {
    let answer: () => Promise<unknown> = async () => undefined;
    const messenger = createScriptedMessenger(async (sending, number) => {
      if (sending.message.kind === 'department notice') await answer();
      return sentAs(sending, number);
    });
    const { municipality, round } = await opened(1, messenger);
    answer = () => submitReply(municipality, aReply(round, 0));
    await at(municipality);
    await delivered(municipality);
    assert.equal(noticesOf(municipality).length, 1);
    assert.equal(messenger.removed.length, 1);
    assert.equal((await departmentOf(municipality, round)).notice, undefined);
  });

  it('that could not be sent in working hours waits for the next morning', async () => {
    const { municipality } = await opened(1);
    const down = { ...municipality, messenger: createScriptedMessenger(() => refusedWith(503)) };
    await at(down);
    municipality.clock.advance(9 * 3_600_000);
    await delivered(municipality);
    assert.deepEqual(noticesOf(municipality), []);
    await at(municipality, aLocalDate('2026-11-23'), DIGEST_HOUR);
    assert.equal(noticesOf(municipality).length, 1);
  });

  it('that could not be sent until the next one is due is not sent beside it', async () => {
    const { municipality, round } = await opened(1);
    const down = { ...municipality, messenger: createScriptedMessenger(() => refusedWith(503)) };
    await at(down);
    await at(down, DEADLINE_DAY);
    municipality.clock.advance(4 * 3_600_000);
    await delivered(municipality);
    assert.equal(noticesOf(municipality).length, 1);
    assert.equal((await departmentOf(municipality, round)).reminders.length, 2);
  });

  it('is sent once by several processes', async () => {
    const { municipality } = await opened(60);
    municipality.clock.advance(danishInstant(FRIDAY, REMINDER_HOUR).getTime() - municipality.clock.now().getTime());
    await Promise.all(['a', 'b', 'c'].map((worker) => delivered({ ...municipality, worker })));
    await delivered(municipality);
    assert.equal(noticesOf(municipality).length, 60);
  });

  for (let fatal = 1; fatal <= 9; fatal += 1) {
    it(`is sent once where the process ends at commit ${fatal} of that morning`, async () => {
      const { municipality, round } = await opened(45);
      let commits = 0;
      const rounds = interceptCommits(municipality.rounds, async ({ number, proceed }) => {
        commits = number;
        if (number >= fatal) throw new Error('The process has ended.');
        return proceed();
      });
      municipality.clock.advance(danishInstant(FRIDAY, REMINDER_HOUR).getTime() - municipality.clock.now().getTime());
      await whileWorking({ ...municipality, rounds }, async () => {
        await until(() => commits >= fatal);
        await turns();
      });
      for (const waitMs of [61_000, 61_000, 3_600_000, 3_600_000]) {
        municipality.clock.advance(waitMs);
        await delivered({ ...municipality, worker: 'worker-2' });
      }
      for (const index of round.plan.invitations.keys()) {
        assert.equal((await departmentOf(municipality, round, index)).reminders.length, 1);
      }
      const channels = noticesOf(municipality).map(({ address }) => address.channelId);
      assert.equal(new Set(channels).size, channels.length);
    });
  }

  it('is never due again once the round is closed', async () => {
    const { municipality, round } = await opened(1);
    const closed: Round = { ...round, state: 'closed' };
    const present = await municipality.rounds.readRound(round.id);
    assert.ok(present);
    const change = { change: 'replace round', round: closed, etag: present.etag } as const;
    await municipality.rounds.commit(round.id, 'luk' as never, [change]);
    await at(municipality);
    assert.deepEqual(noticesOf(municipality), []);
    assert.equal((await municipality.rounds.readDelivery(round.id, DUTIES_DELIVERY_ID))?.value.state, 'unneeded');
  });
});

describe('the morning message', () => {
  it('tells the secretariat what is new, and takes the place of the one before', async () => {
    const { municipality, round } = await opened(3);
    await submitReply(municipality, aReply(round, 0));
    await at(municipality, aLocalDate('2026-11-10'), DIGEST_HOUR);
    await at(municipality, aLocalDate('2026-11-11'), DIGEST_HOUR);
    assert.equal(digestsOf(municipality).length, 1);
    await submitReply(municipality, aReply(round, 1));
    await at(municipality, aLocalDate('2026-11-12'), DIGEST_HOUR);
    assert.equal(digestsOf(municipality).length, 2);
    const [first] = sentTo(municipality, round.secretariat.channelId).filter(
      ({ message }) => message.kind === 'digest',
    );
    assert.ok(first);
    assert.equal(municipality.messenger.removed.length, 1);
  });

  /** A round with a morning message in its channel, and one that is due; its removal is answered so. */
  async function secondDigest(answer: SendResult) {
    let isFirst = true;
    const messenger = createScriptedMessenger(sentAs, 1, () => (isFirst ? answer : undefined));
    const { municipality, round } = await opened(3, messenger);
    await submitReply(municipality, aReply(round, 0));
    await at(municipality, aLocalDate('2026-11-10'), DIGEST_HOUR);
    municipality.clock.advance(60_000);
    await submitReply(municipality, aReply(round, 1));
    await at(municipality, aLocalDate('2026-11-11'), DIGEST_HOUR);
    const shown = digestsOf(municipality).length;
    isFirst = false;
    municipality.clock.advance(60_000);
    await delivered(municipality);
    return { shown, later: digestsOf(municipality).length, municipality };
  }

  it('waits until the one before could be taken away', async () => {
    const { shown, later } = await secondDigest(refusedWith(503));
    assert.deepEqual([shown, later], [1, 2]);
  });

  it('is sent where the one before can never be taken away', async () => {
    const { shown, municipality } = await secondDigest(refusedWith(403));
    assert.equal(shown, 2);
    assert.ok(municipality.log.entries.some(({ event }) => event === 'earlier digest not removed'));
  });

  it('tells of a decline that waits, and not of anything when all have answered', async () => {
    const { municipality, round } = await opened(2);
    await declineReply(municipality, { ...aPress(round, 0), reason: 'Ikke os.', instead: '' });
    await delivered(municipality);
    await at(municipality, aLocalDate('2026-11-10'), DIGEST_HOUR);
    assert.equal(digestsOf(municipality).length, 1);
    const { municipality: other, round: otherRound } = await opened(2);
    await answeredByAll(other, otherRound);
    await at(other, aLocalDate('2026-11-10'), DIGEST_HOUR);
    assert.deepEqual(digestsOf(other), []);
  });

  it('is sent once by several processes', async () => {
    const { municipality, round } = await opened(2);
    await submitReply(municipality, aReply(round, 0, { by: aSecretary() }));
    municipality.clock.advance(
      danishInstant(aLocalDate('2026-11-10'), DIGEST_HOUR).getTime() - municipality.clock.now().getTime(),
    );
    await Promise.all(['a', 'b', 'c'].map((worker) => delivered({ ...municipality, worker })));
    assert.equal(digestsOf(municipality).length, 1);
  });
});
