import assert from 'node:assert/strict';
import { type Messenger, type SendResult, UnreadableRow } from '../../../src/application/ports.js';
import { nudge, sendBack } from '../../../src/application/reply/follow-up.js';
import { submitReply } from '../../../src/application/reply/submit-reply.js';
import { choosePreference } from '../../../src/application/work/choose-preference.js';
import { REMINDER_HOUR } from '../../../src/domain/duties.js';
import { operationId } from '../../../src/domain/ids.js';
import type { Person } from '../../../src/domain/person.js';
import { danishInstant } from '../../../src/domain/round/danish-time.js';
import type { Round } from '../../../src/domain/round/round.js';
import { aLocalDate, aPerson, TENANT } from '../../support/builders.js';
import { type ChatSending, createScriptedMessenger, refusedWith, sentAs } from '../../support/fakes.js';
import { aFollowUp, aReply, delivered, departmentOf, HEAD, type Municipality, openRound } from '../municipality.js';
import { LOST } from './processes.js';

const JONAS = aPerson({ id: 'jonas', name: 'Jonas Bech' });
const DIRECTOR = aPerson({ id: 'direktør', name: 'Ulla Østergaard' });

async function choose(municipality: Municipality, by: Person, isPersonal = true): Promise<void> {
  await choosePreference(municipality, { tenantId: TENANT, by, conversationId: `a:${by.id}`, isPersonal });
}

/** A round that is open to one department, whose heads want to be told personally. @param answer of the chats */
async function openTo(
  chosen: readonly Person[] = [HEAD],
  answer: (sending: ChatSending) => SendResult | undefined = () => undefined,
  heads: readonly Person[] = [HEAD, JONAS],
) {
  const { municipality: plain, round } = await openRound(1, { heads });
  const messenger = createScriptedMessenger(sentAs, 1, undefined, answer);
  const municipality = { ...plain, messenger };
  for (const person of chosen) await choose(municipality, person);
  return { municipality, round };
}

/** Lets so much time pass, and what is due then be done. */
async function later(municipality: Municipality, ms: number): Promise<void> {
  municipality.clock.advance(ms);
  await delivered(municipality);
}

/** Who was told what in which chat. */
function toldIn({ messenger }: Municipality) {
  return messenger.chats.map(({ conversationId, message }) => [
    conversationId,
    message.kind === 'personal notice' ? message.notice : message.kind,
  ]);
}

/** What the channel got: each card with those whom it does not mention, each notice with whom it mentions. */
function inChannel({ messenger }: Municipality): readonly (readonly unknown[])[] {
  return messenger.asked.flatMap(({ message, replaced }): readonly (readonly unknown[])[] => {
    if (replaced !== undefined) return [];
    if (message.kind === 'department card') return [['card', message.department.personally]];
    return message.kind === 'department notice' ? [[message.notice, message.mentions]] : [];
  });
}

const EVERYONE = { personally: [], only: undefined };

describe('whoever wants to be told personally', () => {
  it('is told of the request in the chat, and is not mentioned on the card', async () => {
    const { municipality, round } = await openTo();
    await delivered(municipality);
    assert.deepEqual(inChannel(municipality), [['card', [HEAD.id]]]);
    assert.deepEqual(toldIn(municipality), [[`a:${HEAD.id}`, 'request']]);
    assert.deepEqual((await departmentOf(municipality, round)).personally, [HEAD.id]);
    assert.deepEqual(municipality.messenger.opened, []);
  });

  it('is told of a notice in the same way', async () => {
    const { municipality, round } = await openTo();
    await delivered(municipality);
    await nudge(municipality, aFollowUp(round, 0));
    await delivered(municipality);
    assert.deepEqual(inChannel(municipality)[1], ['nudged', { personally: [HEAD.id], only: undefined }]);
    assert.deepEqual(toldIn(municipality)[1], [`a:${HEAD.id}`, 'nudged']);
  });

  it('is told of a notice of which nobody knows whether it has arrived, because it is not sent again', async () => {
    const { municipality: plain, round } = await openTo();
    const messenger = createScriptedMessenger((sending, number) =>
      sending.message.kind === 'department notice' ? LOST : sentAs(sending, number),
    );
    const municipality = { ...plain, messenger };
    await delivered(municipality);
    await nudge(municipality, aFollowUp(round, 0));
    await delivered(municipality);
    assert.deepEqual(toldIn(municipality)[1], [`a:${HEAD.id}`, 'nudged']);
  });

  it('is told nothing while the card could not be posted', async () => {
    const { municipality: plain } = await openTo();
    const municipality = { ...plain, messenger: createScriptedMessenger(() => refusedWith(503)) };
    await delivered(municipality);
    assert.deepEqual(toldIn(municipality), []);
  });

  it('is told nothing that is no longer true', async () => {
    let isDown = true;
    const { municipality, round } = await openTo([HEAD], () => (isDown ? refusedWith(503) : undefined));
    await delivered(municipality);
    assert.equal(municipality.messenger.chats.length, 1);
    isDown = false;
    await submitReply(municipality, aReply(round, 0, { by: HEAD }));
    await later(municipality, 60_000);
    assert.equal(municipality.messenger.chats.length, 1);
    assert.deepEqual(inChannel(municipality), [['card', [HEAD.id]]]);
  });

  it('is told again after a failure that passes', async () => {
    let isDown = true;
    const { municipality } = await openTo([HEAD], () => (isDown ? refusedWith(503) : undefined));
    await delivered(municipality);
    isDown = false;
    await later(municipality, 60_000);
    assert.equal(municipality.messenger.chats.length, 2);
    assert.equal(inChannel(municipality).length, 1);
  });

  it('is not told twice where nobody knows whether the message has arrived, and nobody is troubled', async () => {
    const { municipality, round } = await openTo([HEAD], () => LOST);
    await delivered(municipality);
    await later(municipality, 3_600_000);
    assert.equal(municipality.messenger.chats.length, 1);
    assert.equal((await municipality.rounds.readRound(round.id))?.value.trouble, undefined);
    assert.deepEqual(
      municipality.messenger.asked.filter(({ message }) => message.kind === 'troubles'),
      [],
    );
  });

  for (const status of [400, 403, 404]) {
    it(`is mentioned in the channel where Teams answers ${status}, and from then on`, async () => {
      const { municipality, round } = await openTo([HEAD], () => refusedWith(status, 'ConversationBlockedByUser'));
      await delivered(municipality);
      await later(municipality, 5_000);
      assert.deepEqual(inChannel(municipality), [
        ['card', [HEAD.id]],
        ['told again', { personally: [], only: [HEAD.id] }],
      ]);
      await nudge(municipality, aFollowUp(round, 0));
      await delivered(municipality);
      assert.deepEqual(inChannel(municipality)[2], ['nudged', EVERYONE]);
      assert.equal(municipality.messenger.chats.length, 1);
      assert.equal((await municipality.rounds.readRound(round.id))?.value.trouble, undefined);
    });
  }

  it('gets the notice itself in the channel where that was to be told', async () => {
    let isBlocked = false;
    const { municipality, round } = await openTo([HEAD], () => (isBlocked ? refusedWith(403) : undefined));
    await delivered(municipality);
    await submitReply(municipality, aReply(round, 0, { by: HEAD }));
    isBlocked = true;
    const back = { comment: 'Skriv mere.', seen: { reply: 1, draft: 0, proposal: 0 } };
    await sendBack(municipality, { ...aFollowUp(round, 0), ...back });
    await delivered(municipality);
    await later(municipality, 5_000);
    assert.deepEqual(inChannel(municipality).slice(1), [
      ['sent back', { personally: [HEAD.id], only: undefined }],
      ['sent back', { personally: [], only: [HEAD.id] }],
    ]);
    assert.equal(municipality.messenger.removed.length, 1);
  });

  it('is mentioned in one message together with others who cannot be told', async () => {
    const { municipality } = await openTo([HEAD, JONAS], () => refusedWith(403));
    await delivered(municipality);
    await later(municipality, 5_000);
    const [, again, ...others] = inChannel(municipality);
    assert.deepEqual(others, []);
    assert.equal(again?.[0], 'told again');
    assert.deepEqual(new Set(onlyOf(municipality)), new Set([HEAD.id, JONAS.id]));
  });

  it('is not mentioned again once the department has answered', async () => {
    const { municipality, round } = await openTo([HEAD], () => refusedWith(403));
    await delivered(municipality);
    await submitReply(municipality, aReply(round, 0, { by: HEAD }));
    await later(municipality, 5_000);
    assert.equal(inChannel(municipality).length, 1);
  });

  it('is mentioned in the channel after choosing that before the message is sent', async () => {
    let isDown = true;
    const { municipality } = await openTo([HEAD], () => (isDown ? refusedWith(503) : undefined));
    await delivered(municipality);
    isDown = false;
    await choose(municipality, HEAD, false);
    await later(municipality, 60_000);
    await later(municipality, 5_000);
    assert.equal(municipality.messenger.chats.length, 1);
    assert.deepEqual(inChannel(municipality)[1], ['told again', { personally: [], only: [HEAD.id] }]);
  });

  it('is told in the chat again after choosing anew', async () => {
    let isBlocked = true;
    const { municipality, round } = await openTo([HEAD], () => (isBlocked ? refusedWith(403) : undefined));
    await delivered(municipality);
    await later(municipality, 5_000);
    isBlocked = false;
    await choose(municipality, HEAD);
    await nudge(municipality, aFollowUp(round, 0));
    await delivered(municipality);
    assert.deepEqual(toldIn(municipality).at(-1), [`a:${HEAD.id}`, 'nudged']);
  });

  it('is told in the channel where the row of the choice cannot be read', async () => {
    const { municipality } = await openTo();
    const preferences = {
      ...municipality.preferences,
      find: () => Promise.reject(new UnreadableRow('preference', 'preference', 'it is corrupt')),
    };
    await delivered({ ...municipality, preferences });
    assert.deepEqual(inChannel(municipality), [['card', []]]);
    assert.deepEqual(toldIn(municipality), []);
  });
});

describe('the director of a department', () => {
  const [FIRST, SECOND, THIRD] = ['2026-11-26', '2026-11-30', '2026-12-02'].map((day) => aLocalDate(day));

  async function reminded(municipality: Municipality, days: readonly (typeof FIRST)[]): Promise<void> {
    for (const day of days) {
      assert.ok(day);
      const ms = danishInstant(day, REMINDER_HOUR).getTime() - municipality.clock.now().getTime();
      await later(municipality, ms);
    }
  }

  async function withDirector(
    director: Person,
    ...options: Parameters<typeof openTo>
  ): Promise<{ readonly municipality: Municipality; readonly round: Round }> {
    const opened = await openTo(...options);
    await directedBy(opened.municipality, opened.round, director);
    return opened;
  }

  async function directedBy({ rounds }: Municipality, { id }: Round, director: Person): Promise<void> {
    const [stored] = await rounds.readDepartments(id);
    assert.ok(stored);
    const department = { ...stored.value, department: { ...stored.value.department, director } };
    const change = { change: 'replace department', department, etag: stored.etag } as const;
    assert.equal(await rounds.commit(id, operationId('director', director.id), [change]), 'committed');
  }

  it('is told personally with the reminder after the second, in a chat that the bot begins', async () => {
    const { municipality } = await withDirector(DIRECTOR, []);
    await reminded(municipality, [FIRST, SECOND]);
    assert.deepEqual(toldIn(municipality), []);
    await reminded(municipality, [THIRD]);
    assert.deepEqual(toldIn(municipality), [[`a:${DIRECTOR.id}`, 'escalated']]);
    assert.deepEqual(municipality.messenger.opened, [DIRECTOR.id]);
  });

  it('is told though the director has chosen the channel: the director has no channel there', async () => {
    const { municipality } = await withDirector(DIRECTOR, []);
    await choose(municipality, DIRECTOR, false);
    await reminded(municipality, [FIRST, SECOND, THIRD]);
    assert.deepEqual(toldIn(municipality), [[`a:${DIRECTOR.id}`, 'escalated']]);
    assert.deepEqual(municipality.messenger.opened, []);
  });

  it('is only named where Teams refuses the message, and the log says so', async () => {
    const { municipality } = await withDirector(DIRECTOR, [], () => refusedWith(403));
    await reminded(municipality, [FIRST, SECOND, THIRD]);
    const sent = inChannel(municipality).length;
    await later(municipality, 5_000);
    assert.equal(inChannel(municipality).length, sent);
    const { fields } = municipality.log.entries.find(({ event }) => event === 'director not told') ?? {};
    assert.equal(fields?.['reason'], '403');
  });

  it('is told later where the chat cannot be begun at first, or nobody knows whether it was', async () => {
    const answers = [LOST, refusedWith(504), refusedWith(503)];
    const { municipality } = await withDirector(DIRECTOR, []);
    const { messenger } = municipality;
    const openChat: Messenger['openChat'] = async (place, personId) => {
      const failed = answers.shift();
      return failed?.kind === 'failed' ? failed : messenger.openChat(place, personId);
    };
    const failing = { ...municipality, messenger: { ...messenger, openChat } };
    await reminded(failing, [FIRST, SECOND, THIRD]);
    assert.deepEqual(toldIn(municipality), []);
    for (let tries = 1; tries <= 3; tries += 1) await later(failing, 60_000);
    assert.deepEqual(toldIn(municipality), [[`a:${DIRECTOR.id}`, 'escalated']]);
  });

  it('is not told once there is another director, or the department has answered', async () => {
    for (const change of [{ director: JONAS }, { answer: true }]) {
      let isDown = true;
      const { municipality, round } = await withDirector(DIRECTOR, [], () => (isDown ? refusedWith(503) : undefined));
      await reminded(municipality, [FIRST, SECOND, THIRD]);
      isDown = false;
      if (change.director === undefined) await submitReply(municipality, aReply(round, 0, { by: HEAD }));
      else await directedBy(municipality, round, change.director);
      await later(municipality, 60_000);
      assert.equal(municipality.messenger.chats.length, 1);
    }
  });

  it('who is a head too gets one message', async () => {
    const { municipality } = await withDirector(HEAD, [HEAD]);
    await reminded(municipality, [FIRST, SECOND, THIRD]);
    assert.deepEqual(toldIn(municipality).slice(-2), [
      [`a:${HEAD.id}`, 'nudged'],
      [`a:${HEAD.id}`, 'escalated'],
    ]);
  });
});

function onlyOf({ messenger }: Municipality): readonly string[] | undefined {
  const message = messenger.asked.at(-1)?.message;
  return message?.kind === 'department notice' ? message.mentions?.only : undefined;
}
