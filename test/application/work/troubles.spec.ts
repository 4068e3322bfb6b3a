import assert from 'node:assert/strict';
import { declineReply } from '../../../src/application/reply/decline-reply.js';
import { nudge } from '../../../src/application/reply/follow-up.js';
import { submitReply } from '../../../src/application/reply/submit-reply.js';
import { DEFAULT_CALENDAR } from '../../../src/domain/round/working-days.js';
import { nextWorkingHour } from '../../../src/domain/round/working-hours.js';
import { START } from '../../support/builders.js';
import { createScriptedMessenger, interceptCommits, sentAs } from '../../support/fakes.js';
import {
  aFollowUp,
  aPress,
  aReply,
  delivered,
  departmentOf,
  type Municipality,
  openRound,
  SECRETARIAT,
} from '../municipality.js';
import { answeringFirst, deliveryOf, failingFirst, LOST, onlyOf, refusal, sentTo } from './processes.js';

const HOUR_MS = 3_600_000;

/** A round that is open to so many departments, before anything has been sent. */
async function openTo(size: number, messenger = createScriptedMessenger()) {
  const { municipality, round } = await openRound(size);
  return { municipality: { ...municipality, messenger }, round };
}

/** What the secretariat has been told of troubles: each time, the words for the departments. */
function troublesTold({ messenger }: Municipality) {
  return messenger.asked.flatMap(({ address, message }) =>
    message.kind === 'troubles' && address.channelId === SECRETARIAT.channelId
      ? [message.overview.departments.map(({ trouble }) => trouble?.word)]
      : [],
  );
}

async function deliveredAfter(municipality: Municipality, ms: number): Promise<void> {
  municipality.clock.advance(ms);
  await delivered(municipality);
}

describe('a message that is not taken', () => {
  it('is tried again when the service asked for, not before', async () => {
    const { municipality, round } = await openTo(2, failingFirst(refusal(503, { waitMs: 30_000 })));
    await delivered(municipality);
    await deliveredAfter(municipality, 29_999);
    assert.equal((await deliveryOf(municipality, round)).attempts, 1);
    await deliveredAfter(municipality, 1);
    const { state, attempts } = await deliveryOf(municipality, round);
    assert.deepEqual([state, attempts], ['sent', 2]);
  });

  it('is tried again at a time that is spread by the jitter', async () => {
    const { municipality, round } = await openTo(1, failingFirst(refusal(503)));
    await delivered({ ...municipality, jitter: () => 1 });
    const { dueAt } = await deliveryOf(municipality, round);
    assert.equal(dueAt.getTime() - START.getTime(), 1_000);
  });

  it('is no trouble while it is tried again', async () => {
    const { municipality, round } = await openTo(1, failingFirst(refusal(503)));
    await delivered(municipality);
    assert.equal((await departmentOf(municipality, round)).trouble, undefined);
  });
});

describe('a message that is stopped', () => {
  it('is a trouble of its department, and of no other', async () => {
    const { municipality, round } = await openTo(2, failingFirst(refusal(403, { code: 'BotNotInRoster' })));
    await delivered(municipality);
    const trouble = { fate: 'stopped', what: 'post request', word: '403 BotNotInRoster' };
    assert.deepEqual((await departmentOf(municipality, round)).trouble, trouble);
    assert.equal((await departmentOf(municipality, round, 1)).trouble, undefined);
  });

  it('is a trouble also when it is an update', async () => {
    const messenger = answeringFirst((sending, number) =>
      sending.replaced === undefined ? sentAs(sending, number) : refusal(413),
    );
    const { municipality, round } = await openTo(1, messenger);
    await delivered(municipality);
    await submitReply(municipality, aReply(round, 0));
    await delivered(municipality);
    const trouble = { fate: 'stopped', what: 'refresh cards', word: '413' };
    assert.deepEqual((await departmentOf(municipality, round)).trouble, trouble);
  });

  it('is told to the secretariat a minute later, once for several', async () => {
    const messenger = createScriptedMessenger((sending, number) =>
      sending.message.kind === 'department card' ? refusal(403) : sentAs(sending, number),
    );
    const { municipality } = await openTo(3, messenger);
    await delivered(municipality);
    await deliveredAfter(municipality, 59_999);
    assert.deepEqual(troublesTold(municipality), []);
    await deliveredAfter(municipality, 1);
    await deliveredAfter(municipality, HOUR_MS);
    assert.deepEqual(troublesTold(municipality), [['403', '403', '403']]);
  });

  it('is not told when it is no trouble any more', async () => {
    const { municipality, round } = await openTo(1, failingFirst(refusal(403)));
    await delivered(municipality);
    await nudge(municipality, aFollowUp(round, 0));
    await deliveredAfter(municipality, 60_000);
    assert.deepEqual(troublesTold(municipality), []);
    assert.equal((await onlyOf(municipality, round, 'post troubles')).state, 'unneeded');
  });

  it('is told when there is a secretariat again', async () => {
    const { municipality, round } = await openTo(1, failingFirst(refusal(403)));
    await delivered(municipality);
    const channels = {
      ...municipality.channels,
      secretariat: async () => undefined,
      find: async () => municipality.departments[0],
    };
    await deliveredAfter({ ...municipality, channels }, 60_000);
    assert.equal((await onlyOf(municipality, round, 'post troubles')).lastFailure, 'no secretariat');
    await deliveredAfter(municipality, 900_000);
    assert.equal(troublesTold(municipality).length, 1);
  });

  it('is a trouble of the round where it is the secretariat’s, and is not told there', async () => {
    const messenger = createScriptedMessenger((sending, number) =>
      sending.message.kind === 'follow-up' ? refusal(413) : sentAs(sending, number),
    );
    const { municipality, round } = await openTo(1, messenger);
    await declineReply(municipality, { ...aPress(round, 0), reason: 'Ikke os.', instead: '' });
    await delivered(municipality);
    await deliveredAfter(municipality, HOUR_MS);
    const trouble = { fate: 'stopped', what: 'post decline', word: '413' };
    assert.deepEqual((await municipality.rounds.readRound(round.id))?.value.trouble, trouble);
    assert.deepEqual(troublesTold(municipality), []);
  });

  it('is not told about when it is the telling itself', async () => {
    const messenger = createScriptedMessenger((sending, number) => {
      if (sending.message.kind === 'troubles') return LOST;
      return sending.message.kind === 'department card' ? refusal(403) : sentAs(sending, number);
    });
    const { municipality, round } = await openTo(1, messenger);
    await delivered(municipality);
    await deliveredAfter(municipality, 60_000);
    await deliveredAfter(municipality, HOUR_MS);
    assert.equal(troublesTold(municipality).length, 1);
    assert.equal((await onlyOf(municipality, round, 'post troubles')).state, 'uncertain');
  });

  it('never undoes an answer that comes while it is noted', async () => {
    const { municipality, round } = await openTo(1, failingFirst(refusal(403)));
    let isAnswered = false;
    const rounds = interceptCommits(municipality.rounds, async ({ changes, proceed }) => {
      if (!isAnswered && changes.some(({ change }) => change === 'replace department')) {
        isAnswered = true;
        await submitReply(municipality, aReply(round, 0));
      }
      return proceed();
    });
    await delivered({ ...municipality, rounds });
    const { reply, trouble } = await departmentOf(municipality, round);
    assert.deepEqual([reply?.number, trouble], [1, undefined]);
    assert.equal((await deliveryOf(municipality, round)).state, 'stopped');
  });
});

describe('an uncertain message', () => {
  it('is sent again at the next working hour if it is a request card, and is then no trouble any more', async () => {
    const { municipality, round } = await openTo(1, failingFirst(LOST));
    await delivered(municipality);
    const trouble = { fate: 'uncertain', what: 'post request', word: 'ECONNRESET' };
    assert.deepEqual((await departmentOf(municipality, round)).trouble, trouble);
    const waitMs = nextWorkingHour(START, DEFAULT_CALENDAR).getTime() - START.getTime();
    await deliveredAfter(municipality, waitMs - 1);
    assert.equal(sentTo(municipality).length, 1);
    await deliveredAfter(municipality, 1);
    assert.equal(sentTo(municipality).length, 2);
    assert.equal((await departmentOf(municipality, round)).trouble, undefined);
  });

  it('is not sent again while the municipality is closed', async () => {
    const { municipality, round } = await openTo(1, failingFirst(LOST));
    await delivered({ ...municipality, calendar: { ...DEFAULT_CALENDAR, closedWeeks: [46] } });
    const { state, dueAt } = await deliveryOf(municipality, round);
    assert.deepEqual([state, dueAt.toISOString()], ['uncertain', '2026-11-16T07:00:00.000Z']);
  });

  it('is not sent again if somebody has used the request card meanwhile', async () => {
    const { municipality, round } = await openTo(1, failingFirst(LOST));
    await delivered(municipality);
    const request = aReply(round, 0);
    await submitReply(municipality, request);
    await deliveredAfter(municipality, HOUR_MS);
    assert.deepEqual(
      sentTo(municipality).map(({ replaced }) => replaced),
      [undefined, request.posted],
    );
    const { state, posted } = await deliveryOf(municipality, round);
    assert.deepEqual([state, posted], ['sent', request.posted]);
    assert.equal((await departmentOf(municipality, round)).trouble, undefined);
  });

  it('is never sent again if it is anything else, and is told to the secretariat', async () => {
    const messenger = answeringFirst((sending, number) =>
      sending.message.kind === 'department notice' ? LOST : sentAs(sending, number),
    );
    const { municipality, round } = await openTo(1, messenger);
    await delivered(municipality);
    await nudge(municipality, aFollowUp(round, 0));
    await delivered(municipality);
    for (let day = 0; day < 3; day += 1) await deliveredAfter(municipality, 24 * HOUR_MS);
    assert.equal(sentTo(municipality).filter(({ message }) => message.kind === 'department notice').length, 1);
    assert.equal((await onlyOf(municipality, round, 'post department notice')).state, 'uncertain');
    assert.deepEqual(troublesTold(municipality), [['ECONNRESET']]);
  });
});
