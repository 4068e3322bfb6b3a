import { deepEqual, equal, ok } from 'node:assert/strict';
import { PATIENT } from '../../../test/support/patience.js';
import { startLocalTeams } from '../../local-teams/local-teams.js';
import { parseSavedTeams } from '../../local-teams/saved-teams.js';
import {
  callConnector,
  cardMessage,
  consentMessage,
  fileInfoMessage,
  putFile,
  settle,
  startStandInBot,
  startTeamsFor,
  TENANT,
} from './stand-in-bot.js';

const CARD = {
  type: 'AdaptiveCard',
  body: [{ type: 'Input.Text', id: 'svar' }],
  actions: [{ type: 'Action.Execute', title: 'Send', verb: 'send' }],
};
const RECEIPT = { type: 'AdaptiveCard', body: [{ type: 'TextBlock', text: 'Modtaget' }] };
const UPDATED = { ...CARD, body: [{ type: 'TextBlock', text: 'Rettet' }] };

describe('local Teams: saved and started again', () => {
  it('holds everything it held, under the same ids', async () => {
    const bot = await startStandInBot();
    const first = await startTeamsFor(bot);
    const { anne, team, channel } = await settle(first);
    const guest = first.addPerson('Eva Lind', { isGuest: true, title: 'Revisor' });
    await first.removeMember(first.addTeam('Uden bot'), guest, anne);
    const { message: root } = await first.write(anne, channel, '@Notatbot hjælp');
    const conversation = ['conversations', root.thread.conversationId, 'activities'];
    const { body: posted } = await callConnector(first, 'POST', conversation, cardMessage(CARD));
    await callConnector(first, 'PUT', [...conversation, posted.id], cardMessage(CARD));
    await first.write(guest, first.personalChat(guest), 'Hej');
    bot.answer = () => ({ status: 200, body: { type: 'application/vnd.microsoft.card.adaptive', value: RECEIPT } });
    const [, card] = root.thread.messages;
    ok(card !== undefined);
    await first.press(anne, card, 'Send', { svar: 'Ja' });
    const targeted = { ...cardMessage(CARD), recipient: { id: guest.id } };
    await callConnector(
      first,
      'POST',
      ['conversations', channel.id, 'activities'],
      targeted,
      '?isTargetedActivity=true',
    );
    first.markRead(anne, channel);
    first.blockBot(guest, 'MessageWritesBlocked');
    const saved = parseSavedTeams(JSON.stringify(first.save()));
    await first.stop();
    ok(saved !== undefined);

    const account = { id: '28:notatbot', name: 'Notatbot' };
    const second = await startLocalTeams({
      botEndpoint: bot.endpoint,
      port: 0,
      bot: account,
      tenantId: TENANT,
      saved,
      ...PATIENT,
    });
    try {
      const { serviceUrl } = second;
      deepEqual(plain(second.save()), plain({ ...saved, serviceUrl }));
      const [anneAgain, guestAgain] = second.people;
      const [teamAgain, other] = second.teams;
      ok(anneAgain && guestAgain && teamAgain && other);
      deepEqual([second.hasBot(teamAgain), second.hasBot(other)], [true, false]);
      deepEqual([second.blocksBot(anneAgain), second.blocksBot(guestAgain)], [false, true]);
      deepEqual(teamAgain, team);
      const [thread] = second.threads(channel);
      const [rootAgain, cardAgain] = thread?.messages ?? [];
      ok(rootAgain && cardAgain);
      deepEqual(second.cardSeenBy(anneAgain, cardAgain), RECEIPT);
      deepEqual(second.cardSeenBy(guestAgain, cardAgain), CARD);
      deepEqual([second.unread(anneAgain, channel), second.unread(guestAgain, channel)], [0, 3]);
      const [, forGuest] = second.threads(channel);
      equal(forGuest?.messages[0]?.onlyFor, guestAgain);

      // What the bot has kept of a conversation still leads there.
      const { status } = await callConnector(second, 'PUT', [...conversation, posted.id], cardMessage(UPDATED));
      deepEqual([status, cardAgain.edits], [200, 2]);
      deepEqual(second.cardSeenBy(anneAgain, cardAgain), UPDATED);
      equal(second.personalChat(guestAgain).messages[0]?.text, 'Hej');
      const { message: next } = await second.write(anneAgain, channel, 'Videre');
      ok(Number(next.id) > Number(cardAgain.id));
    } finally {
      await second.stop();
      await bot.stop();
    }
  });

  it('names the files that were sent, without what they held', async () => {
    const bot = await startStandInBot();
    const account = { id: '28:notatbot', name: 'Notatbot' };
    const first = await startTeamsFor(bot);
    const { anne } = await settle(first);
    const chat = ['conversations', first.personalChat(anne).conversationId, 'activities'];
    await first.sendFile(anne, { name: 'skabelon.docx', bytes: Buffer.from('PK') }, { text: 'Her' });
    const { body: posted } = await callConnector(first, 'POST', chat, consentMessage('notat.docx', 2));
    const asked = first.personalChat(anne).messages.find(({ id }) => id === posted.id);
    ok(asked !== undefined);
    await first.answerConsent(anne, asked, 'accept');
    const { uploadInfo } = bot.heard.at(-1)?.activity.value ?? {};
    await putFile(uploadInfo.uploadUrl, Buffer.from('PK'));
    await callConnector(first, 'POST', chat, fileInfoMessage(uploadInfo));
    const before = plain(first.personalChat(anne).messages.map(({ files }) => files));
    const saved = parseSavedTeams(JSON.stringify(first.save()));
    await first.stop();
    ok(saved !== undefined);

    const second = await startLocalTeams({
      botEndpoint: bot.endpoint,
      port: 0,
      bot: account,
      tenantId: TENANT,
      saved,
      ...PATIENT,
    });
    try {
      const [anneAgain] = second.people;
      ok(anneAgain !== undefined);
      const { messages } = second.personalChat(anneAgain);
      deepEqual(plain(messages.map(({ files }) => files)), before);
      deepEqual(second.filesOf(anneAgain), []);
      const [, askedAgain] = messages;
      ok(askedAgain !== undefined);
      equal((await second.answerConsent(anneAgain, askedAgain, 'accept')).status, 200);
    } finally {
      await second.stop();
      await bot.stop();
    }
  });

  it('is also made of what was saved before there were files', async () => {
    const bot = await startStandInBot();
    const teams = await startTeamsFor(bot);
    try {
      const { anne, channel } = await settle(teams);
      await teams.write(anne, channel, 'Hej');
      const saved = JSON.stringify(teams.save());
      equal(saved.includes('"files"'), false);
      ok(parseSavedTeams(saved) !== undefined);
    } finally {
      await teams.stop();
      await bot.stop();
    }
  });

  it('is not made of what is no saved Teams', () => {
    for (const text of ['', '{', 'null', '{"version":2}', '{"version":1,"tenantId":"t"}']) {
      equal(parseSavedTeams(text), undefined, text);
    }
  });
});

describe('local Teams: a client’s patience', () => {
  it('ends with an error, while the bot still has the press', async () => {
    const bot = await startStandInBot();
    const account = { id: '28:notatbot', name: 'Notatbot' };
    const options = { botEndpoint: bot.endpoint, port: 0, bot: account, tenantId: TENANT };
    const teams = await startLocalTeams({ ...options, ...PATIENT, clientWaitsMs: 1 });
    try {
      const { anne, channel } = await settle(teams);
      await callConnector(teams, 'POST', ['conversations', channel.id, 'activities'], cardMessage(CARD));
      const card = teams.threads(channel)[0]?.messages[0];
      ok(card !== undefined);
      const heard = new Promise<() => void>((hear) => {
        bot.answer = () => new Promise((resolve) => hear(() => resolve({ status: 200, body: {} })));
      });
      const { status, toast } = await teams.press(anne, card, 'Send');
      deepEqual([status, toast], [504, 'Something went wrong. Please try again.']);
      const answer = await heard;
      answer();
      await teams.until(() => teams.traffic.some(({ activity }) => activity?.type === 'invoke'), 'the late answer');
    } finally {
      await teams.stop();
      await bot.stop();
    }
  });
});

function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}
