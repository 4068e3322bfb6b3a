import { deepEqual, equal, match, ok, rejects } from 'node:assert/strict';
import type { Message } from '../../local-teams/conversations.js';
import type { Channel, Person } from '../../local-teams/directory.js';
import type { LocalTeams } from '../../local-teams/local-teams.js';
import {
  callConnector,
  consentMessage,
  fileInfoMessage,
  message,
  putFile,
  type StandInBot,
  settle,
  startStandInBot,
  startTeamsFor,
  TENANT,
} from './stand-in-bot.js';

const TEMPLATE = { name: 'Brevskabelon æøå.DOCX', bytes: Buffer.from('PK en skabelon') };
const NOTAT = Buffer.from('PK et notat');

describe('local Teams: files', () => {
  let bot: StandInBot;
  let teams: LocalTeams;
  let anne: Person;
  let channel: Channel;

  beforeEach(async () => {
    bot = await startStandInBot();
    teams = await startTeamsFor(bot);
    ({ anne, channel } = await settle(teams));
  });
  afterEach(async () => {
    await teams.stop();
    await bot.stop();
  });

  const heard = () => bot.heard.at(-1)?.activity;
  const chatPath = () => ['conversations', teams.personalChat(anne).conversationId, 'activities'];
  const postInChat = (activity: unknown) => callConnector(teams, 'POST', chatPath(), activity);

  async function askLeave(name = 'notat.docx'): Promise<Message> {
    const { body } = await postInChat(consentMessage(name, NOTAT.length));
    const posted = teams.personalChat(anne).messages.find(({ id }) => id === body.id);
    ok(posted !== undefined);
    return posted;
  }
  async function acceptedUpload(asked: Message) {
    await teams.answerConsent(anne, asked, 'accept');
    return heard()?.value.uploadInfo;
  }

  describe('from a person', () => {
    it('reach the bot as a message with an address that needs no login', async () => {
      const { message: sent, status } = await teams.sendFile(anne, TEMPLATE);
      equal(status, 200);
      const activity = heard();
      const [file] = teams.filesOf(anne);
      const { downloadUrl } = activity?.attachments?.[0]?.content ?? {};
      equal(activity?.type, 'message');
      equal(activity.id, sent.id);
      equal(activity.conversation?.id, teams.personalChat(anne).conversationId);
      equal(activity.text, undefined);
      deepEqual(activity.attachments, [
        {
          contentType: 'application/vnd.microsoft.teams.file.download.info',
          contentUrl: file?.contentUrl,
          name: TEMPLATE.name,
          content: { downloadUrl, uniqueId: file?.uniqueId, fileType: 'docx' },
        },
      ]);
      const fetched = await fetch(downloadUrl);
      equal(fetched.status, 200);
      deepEqual(Buffer.from(await fetched.arrayBuffer()), TEMPLATE.bytes);
    });

    it('come with what is written along with them', async () => {
      await teams.sendFile(anne, TEMPLATE, { text: 'Brug denne & ingen anden', client: 'phone' });
      const activity = heard();
      equal(activity?.text, 'Brug denne & ingen anden');
      deepEqual(
        activity.attachments?.map(({ contentType }) => contentType),
        ['application/vnd.microsoft.teams.file.download.info', 'text/html'],
      );
      equal(activity.entities?.[0]?.['platform'], 'iOS');
    });

    it('are the person’s own, and a second of the same name gets another', async () => {
      const bo = teams.addPerson('Bo Dam');
      for (const person of [anne, bo, anne]) await teams.sendFile(person, TEMPLATE);
      const namesOf = (person: Person) => teams.filesOf(person).map(({ name }) => name);
      deepEqual(namesOf(anne), ['Brevskabelon æøå.DOCX', 'Brevskabelon æøå 1.DOCX']);
      deepEqual(namesOf(bo), ['Brevskabelon æøå.DOCX']);
    });

    it('cannot be fetched where their owner opens them: that takes a login', async () => {
      const { file } = await teams.sendFile(anne, TEMPLATE);
      equal((await fetch(file.contentUrl)).status, 401);
    });

    it('cannot be fetched under an address that nobody was given', async () => {
      equal((await fetch(`${teams.serviceUrl}drive/download/guessed`)).status, 404);
      equal((await fetch(`${teams.serviceUrl}drive/nothing`)).status, 404);
      equal((await fetch(`${teams.serviceUrl}drive/download/guessed`, { method: 'POST' })).status, 405);
    });

    it('can be made to fail on their way', async () => {
      await teams.sendFile(anne, TEMPLATE);
      const { downloadUrl } = heard()?.attachments?.[0]?.content ?? {};
      teams.faults.next({ method: 'GET', path: /^\/drive\/download\// }, { status: 503 });
      deepEqual([(await fetch(downloadUrl)).status, (await fetch(downloadUrl)).status], [503, 200]);
      deepEqual(
        teams.traffic.slice(-2).map(({ direction, method, status }) => [direction, method, status]),
        [
          ['from bot', 'GET', 503],
          ['from bot', 'GET', 200],
        ],
      );
    });
  });

  describe('from the bot', () => {
    it('are asked leave for, in a card that everyone in the chat sees', async () => {
      const asked = await askLeave();
      deepEqual(asked.files, [
        {
          kind: 'consent',
          name: 'notat.docx',
          description: 'Notatet som Word-dokument',
          sizeInBytes: NOTAT.length,
          acceptContext: { notat: 7 },
          declineContext: { notat: 7, why: 'no' },
        },
      ]);
    });

    it('are taken at the address that an accepted card gives, and are then in the person’s drive', async () => {
      const asked = await askLeave();
      const { status, toast } = await teams.answerConsent(anne, asked, 'accept');
      deepEqual([status, toast], [200, undefined]);
      const { type, name, value, replyToId, conversation, from, channelData } = heard() ?? {};
      deepEqual([type, name, replyToId], ['invoke', 'fileConsent/invoke', asked.id]);
      deepEqual([conversation?.conversationType, from?.aadObjectId], ['personal', anne.aadObjectId]);
      deepEqual(channelData.tenant, { id: TENANT });
      const { uploadInfo, ...answered } = value;
      deepEqual(answered, { type: 'fileUpload', action: 'accept', context: { notat: 7 } });
      deepEqual([uploadInfo.name, uploadInfo.fileType], ['notat.docx', 'docx']);
      deepEqual(teams.filesOf(anne), []);

      const taken = await putFile(uploadInfo.uploadUrl, NOTAT);
      equal(taken.status, 201);
      deepEqual(await taken.json(), { id: uploadInfo.uniqueId, name: 'notat.docx', size: NOTAT.length, file: {} });
      const [file] = teams.filesOf(anne);
      deepEqual([file?.uniqueId, file?.contentUrl], [uploadInfo.uniqueId, uploadInfo.contentUrl]);
      deepEqual(Buffer.from(file?.bytes ?? []), NOTAT);
    });

    it('are declined with the other context, and without an address', async () => {
      await teams.answerConsent(anne, await askLeave(), 'decline');
      deepEqual(heard()?.value, { type: 'fileUpload', action: 'decline', context: { notat: 7, why: 'no' } });
    });

    it('are answered again, as long as the bot leaves the card there', async () => {
      const asked = await askLeave();
      const first = await acceptedUpload(asked);
      const second = await acceptedUpload(asked);
      deepEqual([first.name, second.name], ['notat.docx', 'notat 1.docx']);
      ok(first.uploadUrl !== second.uploadUrl);
      await callConnector(teams, 'DELETE', [...chatPath(), asked.id]);
      await rejects(teams.answerConsent(anne, asked, 'accept'), /is deleted/u);
    });

    it('are answered more than once at the same time, when Teams tries again', async () => {
      const asked = await askLeave();
      const before = bot.heard.length;
      const { redelivered } = await teams.answerConsent(anne, asked, 'accept', { redeliveries: { newId: 1 } });
      equal(redelivered.length, 1);
      const uploads = bot.heard.slice(before).map(({ activity }) => activity.value.uploadInfo.uploadUrl);
      deepEqual([uploads.length, new Set(uploads).size], [2, 1]);
    });

    it('leave the person with an error when the bot does not take the answer', async () => {
      bot.answer = () => ({ status: 501 });
      const { status, toast } = await teams.answerConsent(anne, await askLeave(), 'accept');
      deepEqual([status, toast], [501, 'Something went wrong. Please try again.']);
    });

    it('are pointed to in a card of their own', async () => {
      const asked = await askLeave();
      const uploadInfo = await acceptedUpload(asked);
      await putFile(uploadInfo.uploadUrl, NOTAT);
      const { status } = await callConnector(teams, 'PUT', [...chatPath(), asked.id], fileInfoMessage(uploadInfo));
      equal(status, 200);
      const { contentUrl, uniqueId } = uploadInfo;
      deepEqual(asked.files, [{ kind: 'info', name: 'notat.docx', contentUrl, uniqueId, fileType: 'docx' }]);
    });

    it('are for one person to answer: the one whose chat it is', async () => {
      const asked = await askLeave();
      await rejects(teams.answerConsent(teams.addPerson('Bo Dam'), asked, 'accept'), /is not in the person’s chat/u);
      const { body } = await postInChat(message('Hej'));
      const plain = teams.personalChat(anne).messages.find(({ id }) => id === body.id);
      ok(plain !== undefined);
      await rejects(teams.answerConsent(anne, plain, 'accept'), /has not one file consent card/u);
    });
  });

  describe('in a channel', () => {
    const channelPath = () => ['conversations', channel.id, 'activities'];
    const BAD = [400, 'BadArgument'];

    it('may not be asked leave for, in whatever way', async () => {
      const consent = consentMessage('notat.docx', 1);
      const { body: posted } = await callConnector(teams, 'POST', channelPath(), message('Hej'));
      const [thread] = teams.threads(channel);
      const threadPath = ['conversations', String(thread?.conversationId), 'activities'];
      const started = { isGroup: true, channelData: { channel: { id: channel.id } }, activity: consent };
      for (const answer of [
        await callConnector(teams, 'POST', channelPath(), consent),
        await callConnector(teams, 'POST', threadPath, consent),
        await callConnector(teams, 'PUT', [...threadPath, posted.id], consent),
        await callConnector(teams, 'POST', ['conversations'], started),
      ]) {
        deepEqual([answer.status, answer.body.error.code], BAD);
      }
      deepEqual(
        thread?.messages.map(({ text }) => text),
        ['Hej'],
      );
    });

    it('can be pointed to', async () => {
      const file = { name: 'notat.docx', contentUrl: 'https://kommune.example/n', uniqueId: 'A', fileType: 'docx' };
      equal((await callConnector(teams, 'POST', channelPath(), fileInfoMessage(file))).status, 201);
    });
  });

  describe('cards that Teams would not draw', () => {
    const CONSENT = 'application/vnd.microsoft.teams.card.file.consent';
    const INFO = 'application/vnd.microsoft.teams.card.file.info';
    for (const [what, attachment] of [
      ['a name', { contentType: CONSENT, content: { sizeInBytes: 1 } }],
      ['a size', { contentType: CONSENT, name: 'a.docx', content: { description: 'x' } }],
      ['a text for description', { contentType: CONSENT, name: 'a.docx', content: { sizeInBytes: 1, description: 1 } }],
      ['an address', { contentType: INFO, name: 'a.docx', content: { uniqueId: 'A', fileType: 'docx' } }],
      ['an id', { contentType: INFO, name: 'a.docx', contentUrl: 'https://x', content: { fileType: 'docx' } }],
    ] as const) {
      it(`are refused: one without ${what}`, async () => {
        const { status, body } = await postInChat({ type: 'message', attachments: [attachment] });
        deepEqual([status, body.error.code], [400, 'BadSyntax']);
        match(body.error.message, /file (?:consent |info )?card/u);
      });
    }
  });
});
