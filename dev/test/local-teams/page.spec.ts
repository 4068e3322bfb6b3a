import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { once } from 'node:events';
import { get as httpGet, type IncomingMessage, request } from 'node:http';
import { createInterface, type Interface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { PATIENT } from '../../../test/support/patience.js';
import type { Channel, Person } from '../../local-teams/directory.js';
import type { LocalTeams } from '../../local-teams/local-teams.js';
import type { DialogShownView, Overview, PlaceView, PressView } from '../../local-teams/page-view.js';
import { startTeamsWithPage } from '../../local-teams/teams-page.js';
import {
  callConnector,
  cardMessage,
  consentMessage,
  continues,
  fileInfoMessage,
  message,
  putFile,
  type StandInBot,
  settle,
  startStandInBot,
  TENANT,
} from './stand-in-bot.js';

const FIELD = { type: 'Input.Text', id: 'svar' };
const SEND = {
  type: 'Action.Execute',
  title: 'Send',
  verb: 'send',
  associatedInputs: 'none',
  fallback: { type: 'Action.Submit', title: 'Send', data: { verb: 'send' } },
};
const OPEN = { type: 'Action.Submit', title: 'Skriv', data: { msteams: { type: 'task/fetch' } } };
const CARD = { type: 'AdaptiveCard', body: [FIELD], actions: [SEND, OPEN] };
const IN_DIALOG = {
  type: 'AdaptiveCard',
  body: [FIELD, { type: 'ActionSet', actions: [{ type: 'Action.Submit', title: 'Midt i', data: {} }] }],
  actions: [{ type: 'Action.Submit', title: 'Gem', data: {} }],
};
const RECEIPT = { type: 'AdaptiveCard', body: [{ type: 'TextBlock', text: 'Modtaget' }] };

describe('local Teams: the page', () => {
  let bot: StandInBot;
  let teams: LocalTeams;
  let anne: Person;
  let channel: Channel;

  beforeEach(async () => {
    bot = await startStandInBot();
    const botAccount = { id: '28:notatbot', name: 'Notatbot' };
    teams = await startTeamsWithPage({
      botEndpoint: bot.endpoint,
      port: 0,
      bot: botAccount,
      tenantId: TENANT,
      ...PATIENT,
    });
    ({ anne, channel } = await settle(teams));
  });
  afterEach(async () => {
    await teams.stop();
    await bot.stop();
  });

  async function get<Value>(path: string, query: Record<string, string> = {}): Promise<Value> {
    const response = await fetch(`${teams.serviceUrl}local/${path}?${new URLSearchParams(query)}`);
    equal(response.status, 200);
    return (await response.json()) as Value;
  }
  async function post<Value>(path: string, body: unknown, status = 200): Promise<Value> {
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(`${teams.serviceUrl}local/${path}`, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
    });
    const answer = await response.text();
    equal(response.status, status, answer);
    return JSON.parse(answer) as Value;
  }
  const placeOf = (person: Person) => get<PlaceView>('place', { person: person.id, place: channel.id });
  async function postCard(): Promise<string> {
    const { body } = await callConnector(teams, 'POST', ['conversations', channel.id, 'activities'], cardMessage(CARD));
    return body.id;
  }
  const openDialog = async (inputs = {}) =>
    post<DialogShownView>('dialog/open', { person: anne.id, message: await postCard(), action: 'Skriv', inputs });
  const submit = (dialog: string | undefined, action: string, status?: number, person = anne) =>
    post<DialogShownView>('dialog/submit', { person: person.id, dialog, action, inputs: { svar: 'Ja' } }, status);
  const pressSend = (posted: string) =>
    post<PressView>('press', { person: anne.id, message: posted, action: { verb: 'send' }, inputs: { svar: 'Ja' } });

  describe('what it shows', () => {
    it('is teams, channels and people, who is from elsewhere, and where the bot is', async () => {
      teams.addPerson('Eva Lind', { isGuest: true, title: 'Revisor' });
      teams.addPerson('Tom Berg', { tenantId: 'another' });
      const { people, teams: shown, botName } = await get<Overview>('state');
      deepEqual(
        people.map(({ name, title, kind }) => [name, title, kind]),
        [
          ['Anne Jensen', '', 'member'],
          ['Eva Lind', 'Revisor', 'guest'],
          ['Tom Berg', '', 'outsider'],
        ],
      );
      deepEqual(
        shown.map(({ name, hasBot, channels }) => [name, hasBot, channels.map((each) => each.name)]),
        [['Rådhuset', true, ['General', 'Socialområdet']]],
      );
      equal(botName, 'Notatbot');
    });

    it('counts what each person has not read, place by place', async () => {
      const bo = teams.addPerson('Bo Dam');
      await teams.write(bo, channel, 'Hej');
      const unread = async (person: Person) => {
        const { people, teams: shown } = await get<Overview>('state', { person: person.id });
        return [shown[0]?.channels[1]?.unread, people.find(({ id }) => id === person.id)?.unread];
      };
      deepEqual(
        [await unread(anne), await unread(bo)],
        [
          [1, 1],
          [0, 0],
        ],
      );
      await post('read', { person: anne.id, place: channel.id });
      deepEqual(await unread(anne), [0, 0]);
    });

    it('is what is written, in threads, as the person sees it', async () => {
      const { message: first } = await post<{ message: string }>('write', {
        person: anne.id,
        place: channel.id,
        text: '@Notatbot hjælp',
      });
      await post('write', { person: anne.id, place: channel.id, thread: first, text: 'Og tak' });
      const { threads } = await placeOf(anne);
      deepEqual(
        threads.map(({ id, messages }) => [id, messages.map((each) => [each.text, each.from.isMe])]),
        [
          [
            first,
            [
              ['@Notatbot hjælp', true],
              ['Og tak', true],
            ],
          ],
        ],
      );
      equal(bot.heard.filter(({ activity }) => activity.type === 'message').length, 1);
    });

    it('says of a thread that its first message is deleted, as long as there are replies', async () => {
      const posted = await postCard();
      const path = ['conversations', `${channel.id};messageid=${posted}`, 'activities'];
      const { body: reply } = await callConnector(teams, 'POST', path, message('Svar'));
      const shown = async () =>
        (await placeOf(anne)).threads.map(({ isRootDeleted, messages }) => [
          isRootDeleted,
          messages.map(({ id }) => id),
        ]);
      deepEqual(await shown(), [[false, [posted, reply.id]]]);
      await callConnector(teams, 'DELETE', [...path, posted]);
      deepEqual(await shown(), [[true, [reply.id]]]);
      await callConnector(teams, 'DELETE', [...path, reply.id]);
      deepEqual(await shown(), []);
    });

    it('is the personal chat, each person their own', async () => {
      await post('write', { person: anne.id, place: 'chat', text: 'status' });
      const bo = teams.addPerson('Bo Dam');
      const chatOf = ({ id }: Person) => get<PlaceView>('place', { person: id, place: 'chat' });
      deepEqual(
        (await chatOf(anne)).threads[0]?.messages.map((each) => each.text),
        ['status'],
      );
      deepEqual((await chatOf(bo)).threads[0]?.messages, []);
    });

    it('is each person’s own activity feed, where each line leads, and what is drawn as a mention', async () => {
      const tag = '<at>Anne Jensen</at>';
      const entities = [{ type: 'mention', text: tag, mentioned: { id: anne.id, name: 'Anne Jensen' } }];
      const body = [{ type: 'TextBlock', text: `Til ${tag}` }];
      const card = { type: 'AdaptiveCard', body, msteams: { entities } };
      const mentioning = { ...cardMessage(card), summary: 'Svar i dag' };
      await callConnector(teams, 'POST', ['conversations', channel.id, 'activities'], mentioning);
      const chat = teams.personalChat(anne).conversationId;
      await callConnector(teams, 'POST', ['conversations', chat, 'activities'], message('Hej'));
      const bo = teams.addPerson('Bo Dam');
      const feedOf = async ({ id }: Person) => (await get<Overview>('state', { person: id })).feed;
      await post('read', { person: anne.id, place: 'chat' });
      const shown = (await feedOf(anne)).map(({ place, channel: named, summary, isRead }) => [
        place,
        named,
        summary,
        isRead,
      ]);
      deepEqual(shown, [
        ['chat', undefined, 'Hej', true],
        [channel.id, 'Rådhuset / Socialområdet', 'Svar i dag', false],
      ]);
      deepEqual(await feedOf(bo), []);
      const [posted] = (await placeOf(bo)).threads[0]?.messages ?? [];
      deepEqual([posted?.id, posted?.mentions], [(await feedOf(anne))[1]?.message, [tag]]);
    });

    it('is the traffic both ways, with statuses', async () => {
      await post('write', { person: anne.id, place: 'chat', text: 'status' });
      await postCard();
      const traffic = await get<{ direction: string; status: number }[]>('traffic');
      deepEqual(
        traffic.slice(-2).map(({ direction, status }) => [direction, status]),
        [
          ['to bot', 200],
          ['from bot', 201],
        ],
      );
    });

    it('is told of as it changes', async () => {
      const [events] = (await once(httpGet(`${teams.serviceUrl}local/events`), 'response')) as [IncomingMessage];
      const next = nextVersion(createInterface({ input: events }));
      const before = await next();
      equal((await get<Overview>('state')).version, before);
      await callConnector(teams, 'POST', ['conversations', channel.id, 'activities'], message('Hej'));
      ok((await next()) !== before);
      events.destroy();
    });
  });

  describe('pressing', () => {
    it('shows the person the answer, and says nothing beside it', async () => {
      bot.answer = () => ({ status: 200, body: { type: 'application/vnd.microsoft.card.adaptive', value: RECEIPT } });
      const posted = await postCard();
      deepEqual(await pressSend(posted), { status: 200, isError: false });
      deepEqual((await placeOf(anne)).threads[0]?.messages[0]?.card, RECEIPT);
    });

    it('passes on what the bot says, and that something went wrong', async () => {
      const posted = await postCard();
      bot.answer = () => ({ status: 200, body: { type: 'application/vnd.microsoft.activity.message', value: 'Nej' } });
      deepEqual(await pressSend(posted), { status: 200, isError: false, toast: 'Nej' });
      bot.answer = () => ({ status: 500 });
      match(String((await pressSend(posted)).toast), /^Something went wrong/u);
    });

    it('refuses what is not there, in words', async () => {
      const body = { person: anne.id, message: '1', action: 'Send' };
      deepEqual(await post('press', body, 400), { error: 'there is no such message' });
      deepEqual(await post('write', { person: 'x', place: channel.id, text: 'x' }, 400), {
        error: 'there is no such person',
      });
      await post('write', { person: anne.id }, 400);
      await post('nothing', {}, 400);
    });
  });

  describe('dialogs', () => {
    it('are opened, show the answer to what is submitted, and are closed by the bot', async () => {
      bot.answer = () => continues(IN_DIALOG);
      const { dialog, ...shown } = await openDialog();
      deepEqual(shown, { status: 200, isError: false });
      deepEqual(dialog, {
        id: dialog?.id,
        title: 'Skriv svar',
        height: 'medium',
        width: 600,
        mentions: [],
        card: IN_DIALOG,
      });
      bot.answer = () => ({ status: 500 });
      const failed = await submit(dialog?.id, 'Gem');
      deepEqual([failed.isError, failed.dialog], [true, dialog]);
      match(String(failed.toast), /^Something went wrong/u);
      bot.answer = () => ({ status: 200, body: { task: { type: 'message', value: 'Modtaget' } } });
      equal((await submit(dialog?.id, 'Gem')).dialog?.text, 'Modtaget');
      await post('dialog/close', { person: anne.id, dialog: dialog?.id });
      deepEqual(await submit(dialog?.id, 'Gem', 400), { error: 'there is no such dialog' });

      bot.answer = () => continues(IN_DIALOG);
      const { dialog: second } = await openDialog();
      bot.answer = () => ({ status: 200 });
      deepEqual(await submit(second?.id, 'Gem'), { status: 200, isError: false });
      await submit(second?.id, 'Gem', 400);
    });

    it('are each person’s own', async () => {
      bot.answer = () => continues(IN_DIALOG);
      const { dialog } = await openDialog();
      await submit(dialog?.id, 'Gem', 400, teams.addPerson('Bo Dam'));
    });
  });

  it('shows a message to one person to that person alone, as such', async () => {
    const bo = teams.addPerson('Bo Dam');
    const activity = { ...message('Ikke gemt'), recipient: { id: anne.id } };
    const path = ['conversations', channel.id, 'activities'];
    await callConnector(teams, 'POST', path, activity, '?isTargetedActivity=true');
    const shownTo = async (person: Person) =>
      (await placeOf(person)).threads.flatMap(({ messages }) => messages.map(({ isOnlyForMe }) => isOnlyForMe));
    deepEqual([await shownTo(anne), await shownTo(bo)], [[true], []]);
  });

  describe('files', () => {
    const chat = () => get<PlaceView>('place', { person: anne.id, place: 'chat' });
    const filesShown = async () => (await chat()).threads[0]?.messages.flatMap(({ files }) => files);
    const chatPath = () => ['conversations', teams.personalChat(anne).conversationId, 'activities'];
    const open = (href: string) => send(teams, 'GET', href, { 'sec-fetch-site': 'same-origin' });

    it('are sent to the bot, and can be opened by whoever sent them', async () => {
      const content = Buffer.from('PK').toString('base64');
      await post('file', { person: anne.id, name: 'Ny skabelon.docx', content, text: 'Her' });
      deepEqual(Buffer.from(teams.filesOf(anne)[0]?.bytes ?? []).toString(), 'PK');
      equal(bot.heard.at(-1)?.activity.attachments?.[0]?.name, 'Ny skabelon.docx');
      const [shown] = (await filesShown()) ?? [];
      ok(shown?.kind === 'file' && shown.href !== undefined);
      deepEqual([shown.name, shown.isOwn], ['Ny skabelon.docx', true]);
      const before = teams.traffic.length;
      equal(await open(shown.href), 200);
      equal(teams.traffic.length, before);
      await post('file', { person: anne.id, name: 'x', content: 'not base64!' }, 400);
    });

    it('are asked leave for, allowed, and then to be opened', async () => {
      const { body: posted } = await callConnector(teams, 'POST', chatPath(), consentMessage('notat.docx', 2048));
      deepEqual(await filesShown(), [
        { kind: 'consent', name: 'notat.docx', description: 'Notatet som Word-dokument', sizeInBytes: 2048 },
      ]);
      const answer = { person: anne.id, message: posted.id, answer: 'accept' };
      deepEqual(await post<PressView>('consent', answer), { status: 200, isError: false });
      const { uploadInfo } = bot.heard.at(-1)?.activity.value ?? {};
      await callConnector(teams, 'PUT', [...chatPath(), posted.id], fileInfoMessage(uploadInfo));
      deepEqual(await filesShown(), [{ kind: 'file', name: 'notat.docx', isOwn: true }]);
      await putFile(uploadInfo.uploadUrl, Buffer.from('PK'));
      const [shown] = (await filesShown()) ?? [];
      ok(shown?.kind === 'file' && shown.href !== undefined);
      equal(await open(shown.href), 200);
    });

    it('are declined, and say what went wrong', async () => {
      const { body: posted } = await callConnector(teams, 'POST', chatPath(), consentMessage('notat.docx', 1));
      bot.answer = () => ({ status: 500 });
      const declined = await post<PressView>('consent', { person: anne.id, message: posted.id, answer: 'decline' });
      deepEqual([declined.status, declined.isError], [500, true]);
      match(String(declined.toast), /^Something went wrong/u);
      await post('consent', { person: anne.id, message: posted.id, answer: 'perhaps' }, 400);
    });

    it('elsewhere are links to there, where the web has them', async () => {
      const at = (contentUrl: string) => fileInfoMessage({ name: 'a', contentUrl, uniqueId: 'A', fileType: '' });
      await callConnector(teams, 'POST', chatPath(), at('https://kommune.example/a'));
      await callConnector(teams, 'POST', chatPath(), at('javascript:alert(1)'));
      deepEqual(await filesShown(), [
        { kind: 'file', name: 'a', isOwn: false, href: 'https://kommune.example/a' },
        { kind: 'file', name: 'a', isOwn: false },
      ]);
    });
  });

  describe('what hurts', () => {
    const presses = () => bot.heard.map(({ activity }) => activity).filter(({ replyToId }) => replyToId !== undefined);

    it('is off until it is switched on, and is told to everyone', async () => {
      const { hurts, version } = await get<Overview>('state');
      deepEqual(new Set(Object.values(hurts)), new Set([false]));
      await post('hurts', { forgetsTyped: true });
      const after = await get<Overview>('state');
      deepEqual(after.hurts, { ...hurts, forgetsTyped: true });
      ok(after.version !== version);
      await post('hurts', { unknown: true }, 400);
    });

    it('is a dead Action.Execute: its Action.Submit is sent', async () => {
      await post('hurts', { noExecute: true });
      await pressSend(await postCard());
      deepEqual(
        presses().map(({ type, value }) => [type, value]),
        [['message', { verb: 'send', svar: 'Ja' }]],
      );
    });

    it('is an answer that comes too late: the bot has the press, the person an error', async () => {
      await post('hurts', { lateAnswers: true });
      bot.answer = () => ({ status: 200, body: { type: 'application/vnd.microsoft.card.adaptive', value: RECEIPT } });
      const posted = await postCard();
      const { status, toast, isError } = await pressSend(posted);
      deepEqual([status, isError, presses().length], [504, true, 1]);
      match(String(toast), /^Something went wrong/u);
      deepEqual((await placeOf(anne)).threads[0]?.messages[0]?.card, CARD);
    });

    for (const [hurt, ids] of [
      ['twiceSameId', 1],
      ['twiceNewId', 2],
    ] as const) {
      it(`is a press that arrives twice, with ${ids === 1 ? 'the same id' : 'a new id'}`, async () => {
        await post('hurts', { [hurt]: true });
        await pressSend(await postCard());
        equal(presses().length, 2);
        equal(new Set(presses().map(({ id }) => id)).size, ids);
      });
    }

    it('is that neither message nor fields come along to a dialog, and no message with an Action.Submit', async () => {
      await post('hurts', { noReplyToId: true, noInputsToDialog: true, noExecute: true });
      bot.answer = () => continues(IN_DIALOG);
      const { dialog } = await openDialog({ svar: 'Halvt' });
      await submit(dialog?.id, 'Gem');
      await pressSend(await postCard());
      deepEqual(
        bot.heard.slice(-3).map(({ activity: { replyToId, value } }) => [replyToId, (value.data ?? value).svar]),
        [
          [undefined, undefined],
          [undefined, 'Ja'],
          [undefined, 'Ja'],
        ],
      );
    });

    it('is a dialog that the bot is asked for, and the client does not show', async () => {
      await post('hurts', { dialogsFail: true });
      bot.answer = () => continues(IN_DIALOG);
      const shown = await openDialog();
      deepEqual([shown.isError, shown.dialog], [true, undefined]);
      equal(bot.heard.at(-1)?.activity.name, 'task/fetch');
    });

    for (const hurt of ['deadActionSets', 'phone'] as const) {
      it(`is a button in an ActionSet of a dialog, which is dead (${hurt})`, async () => {
        await post('hurts', { [hurt]: true });
        bot.answer = () => continues(IN_DIALOG);
        const { dialog } = await openDialog();
        await submit(dialog?.id, 'Midt i', 502);
        equal((await submit(dialog?.id, 'Gem')).status, 200);
      });
    }

    it('is that messages to one person are refused, and only those, until it is switched off', async () => {
      const activity = { ...message('Ikke gemt'), recipient: { id: anne.id } };
      const posting = async (query: string) =>
        (await callConnector(teams, 'POST', ['conversations', channel.id, 'activities'], activity, query)).status;
      await post('hurts', { targetedRefused: true });
      await post('hurts', { phone: true });
      const statuses = [await posting('?isTargetedActivity=true'), await posting('')];
      await post('hurts', { targetedRefused: false });
      deepEqual([...statuses, await posting('?isTargetedActivity=true')], [403, 201, 201]);
    });

    it('is a phone, which says so and sends its fields whatever the action asks', async () => {
      const posted = await postCard();
      await pressSend(posted);
      await post('hurts', { phone: true });
      await pressSend(posted);
      deepEqual(
        presses().map(({ value, entities }) => [value.action.data, entities?.[0]?.['platform']]),
        [
          [{}, 'Web'],
          [{ svar: 'Ja' }, 'iOS'],
        ],
      );
    });
  });

  it('blocks the bot for one person, and lets it again', async () => {
    const bo = teams.addPerson('Bo Dam');
    const blocks = async (person: Person) => (await get<Overview>('state', { person: person.id })).blocksBot;
    for (const isBlocked of [true, false]) {
      await post('block', { person: anne.id, isBlocked });
      deepEqual([await blocks(anne), await blocks(bo)], [isBlocked, false]);
      equal(teams.blocksBot(anne), isBlocked);
    }
  });

  it('shows a chat that the bot began', async () => {
    const wanted = { members: [{ id: anne.aadObjectId }], tenantId: TENANT, activity: message('Du mangler at svare') };
    await callConnector(teams, 'POST', ['conversations'], wanted);
    const { threads } = await get<PlaceView>('place', { person: anne.id, place: 'chat' });
    deepEqual(
      threads.map(({ messages }) => messages.map(({ text: words, from }) => [words, from.name])),
      [[['Du mangler at svare', 'Notatbot']]],
    );
    equal((await get<Overview>('state', { person: anne.id })).chatUnread, 1);
  });

  it('installs and removes the bot', async () => {
    const [team] = teams.teams;
    for (const isInstalled of [false, true]) {
      await post('install', { person: anne.id, team: team?.id, isInstalled });
      equal((await get<Overview>('state')).teams[0]?.hasBot, isInstalled);
    }
  });

  it('serves its own files, and no others', async () => {
    const page = await fetch(teams.serviceUrl);
    match(String(page.headers.get('content-security-policy')), /default-src 'none'/u);
    const files = [...(await page.text()).matchAll(/(?:src|href)="(?<path>\/[^"]+)"/gu)].map(
      ({ groups }) => groups?.['path'],
    );
    ok(files.length > 2);
    for (const path of files) equal((await fetch(new URL(String(path), teams.serviceUrl))).status, 200, path);
    for (const path of ['page/..%2f..%2fpackage.json', 'page/none.js', 'package.json']) {
      equal((await fetch(`${teams.serviceUrl}${path}`)).status, 404, path);
    }
  });

  it('leaves the connector where it was', async () => {
    equal((await callConnector(teams, 'GET', ['teams', channel.teamId])).status, 200);
    equal((await callConnector(teams, 'GET', ['nothing'])).status, 404);
  });

  describe('other web pages in the same browser', () => {
    const own = () => new URL(teams.serviceUrl).host;
    const JSON_TYPE = { 'content-type': 'application/json' };
    const hello = () => JSON.stringify({ person: anne.id, place: channel.id, text: 'Hej' });

    for (const [who, headers, status] of [
      ['is refused under a name that was made to lead here', { ...JSON_TYPE, host: 'evil.example:3979' }, 403],
      ['is refused from another origin', { ...JSON_TYPE, origin: 'https://evil.example' }, 403],
      ['is refused from another port of this machine', { ...JSON_TYPE, origin: 'http://127.0.0.1:1' }, 403],
      ['is refused from another site', { ...JSON_TYPE, 'sec-fetch-site': 'cross-site' }, 403],
      ['is refused without an origin of its own', { ...JSON_TYPE, origin: 'null' }, 403],
      ['is refused as anything but JSON, as a form sends it', { 'content-type': 'text/plain' }, 415],
    ] as const) {
      it(`may not act: writing ${who}`, async () => {
        deepEqual(await send(teams, 'POST', '/local/write', headers, hello()), status);
        deepEqual(teams.threads(channel), []);
      });
    }

    it('may not look either', async () => {
      for (const path of ['/', '/local/state', '/local/events']) {
        equal(await send(teams, 'GET', path, { host: 'evil.example' }), 403, path);
        equal(await send(teams, 'GET', path, { 'sec-fetch-site': 'cross-site' }), 403, path);
      }
    });

    it('are told apart from the page itself', async () => {
      const headers = { ...JSON_TYPE, origin: `http://${own()}`, 'sec-fetch-site': 'same-origin' };
      equal(await send(teams, 'POST', '/local/write', headers, hello()), 200);
      equal(await send(teams, 'GET', '/local/state', { host: `localhost:${new URL(teams.serviceUrl).port}` }), 200);
    });

    it('cannot use any other method', async () => {
      equal(await send(teams, 'PUT', '/local/write', JSON_TYPE, hello()), 405);
      equal(await send(teams, 'OPTIONS', '/local/write', {}), 405);
    });
  });
});

/** With headers that `fetch` would not let a test choose. @returns the status */
async function send(
  teams: LocalTeams,
  method: string,
  path: string,
  headers: Readonly<Record<string, string>>,
  body = '',
): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const sent = request(new URL(path, teams.serviceUrl), { method, headers }, (response) => {
      text(response).then(() => resolve(response.statusCode), reject);
    });
    sent.once('error', reject);
    sent.end(body);
  });
}

function nextVersion(lines: Interface): () => Promise<string> {
  const iterator = lines[Symbol.asyncIterator]();
  return async () => {
    for (;;) {
      const { value, done } = await iterator.next();
      if (done === true) throw new Error('the events ended');
      if (value.startsWith('data: ')) return JSON.parse(value.slice('data: '.length)).version;
    }
  };
}
