import assert from 'node:assert/strict';
import type { Message } from '../../local-teams/conversations.js';
import type { Channel, Person } from '../../local-teams/directory.js';
import type { LocalTeams } from '../../local-teams/local-teams.js';
import { callConnector, cardMessage, type StandInBot, settle, startStandInBot, startTeamsFor } from './stand-in-bot.js';

const RECEIPT = { type: 'AdaptiveCard', body: [{ type: 'TextBlock', text: 'Modtaget' }] };
const CARD = {
  type: 'AdaptiveCard',
  version: '1.5',
  refresh: { action: { type: 'Action.Execute', title: 'Opdater', verb: 'refresh' } },
  body: [
    { type: 'Container', items: [{ type: 'Input.Text', id: 'svar', value: 'Kladde' }] },
    { type: 'Input.Text', id: 'note' },
    { type: 'Input.Toggle', id: 'endeligt', title: 'Endeligt', valueOn: 'ja', valueOff: 'nej' },
    { type: 'Input.Date', id: 'frist' },
    {
      type: 'ActionSet',
      actions: [
        {
          type: 'Action.Execute',
          id: 'send',
          title: 'Send svar',
          verb: 'reply',
          data: { round: 'r1', svar: 'overskrives' },
          fallback: { type: 'Action.Submit', title: 'Send svar', data: { round: 'r1', verb: 'reply' } },
        },
        { type: 'Action.Execute', title: 'Ryd', verb: 'clear', associatedInputs: 'None' },
        { type: 'Action.Submit', title: 'Gammel', data: { old: true } },
        { type: 'Action.Execute', title: 'Lukket', verb: 'closed', isEnabled: false },
      ],
    },
  ],
  actions: [
    { type: 'Action.OpenUrl', title: 'Læs', url: 'https://example.com' },
    { type: 'Action.Execute', title: 'To', verb: 'one' },
    { type: 'Action.Execute', title: 'To', verb: 'two' },
    { type: 'Action.Execute', title: 'Skriv det', verb: 'decide', data: { inNotat: true } },
    { type: 'Action.Execute', title: 'Udelad', verb: 'decide', data: { inNotat: false } },
  ],
};

const shows = (card: unknown) => ({
  status: 200,
  body: { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: card },
});
const says = (text: string) => ({
  status: 200,
  body: { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: text },
});

describe('local Teams: pressing a button', () => {
  let bot: StandInBot;
  let teams: LocalTeams;
  let anne: Person;
  let bo: Person;
  let channel: Channel;
  let posted: Message;

  beforeEach(async () => {
    bot = await startStandInBot();
    teams = await startTeamsFor(bot);
    ({ anne, channel } = await settle(teams));
    bo = teams.addPerson('Bo Holm');
    await callConnector(teams, 'POST', ['conversations', channel.id, 'activities'], cardMessage(CARD));
    posted = await teams.until(() => teams.threads(channel)[0]?.messages[0], 'the card');
  });
  afterEach(async () => {
    await teams.stop();
    await bot.stop();
  });

  const update = () =>
    callConnector(
      teams,
      'PUT',
      ['conversations', posted.thread.conversationId, 'activities', posted.id],
      cardMessage({ ...CARD, lang: 'da' }),
    );

  it('sends an Action.Execute as an invoke with every field, over the action’s own data', async () => {
    bot.answer = () => shows(RECEIPT);
    await teams.press(anne, posted, 'Send svar', { svar: 'Vi har lært meget' });
    const activity = bot.heard.at(-1)?.activity;
    assert.equal(activity?.type, 'invoke');
    assert.equal(activity.name, 'adaptiveCard/action');
    assert.deepEqual(activity.value, {
      action: {
        type: 'Action.Execute',
        id: 'send',
        title: 'Send svar',
        verb: 'reply',
        data: { round: 'r1', svar: 'Vi har lært meget', note: '', endeligt: 'nej' },
      },
      trigger: 'manual',
    });
    assert.equal(activity.replyToId, posted.id);
    assert.equal(activity.conversation?.id, `${channel.id};messageid=${posted.id}`);
  });

  it('finds an action by its verb, and leaves the fields out when the action takes none', async () => {
    await teams.press(anne, posted, { verb: 'clear' }, { svar: 'x' });
    assert.deepEqual(bot.heard.at(-1)?.activity.value.action.data, {});
  });

  it('shows the card of the answer to that person alone, until the bot updates the message', async () => {
    bot.answer = () => shows(RECEIPT);
    const pressed = await teams.press(anne, posted, 'Send svar');
    assert.equal(pressed.status, 200);
    assert.deepEqual(pressed.invokeResponse, shows(RECEIPT).body);
    assert.deepEqual(pressed.card, RECEIPT);
    assert.deepEqual(teams.cardSeenBy(anne, posted), RECEIPT);
    assert.deepEqual(teams.cardSeenBy(bo, posted), CARD);
    await update();
    assert.deepEqual(teams.cardSeenBy(anne, posted), { ...CARD, lang: 'da' });
    assert.equal(posted.edits, 1);
  });

  it('shows a message as a toast, and keeps the card and what was typed', async () => {
    bot.answer = () => says('Svaret er tomt');
    const pressed = await teams.press(anne, posted, 'Send svar', { svar: 'Mit svar' });
    assert.equal(pressed.toast, 'Svaret er tomt');
    assert.deepEqual(pressed.card, CARD);
    assert.equal(teams.inputsSeenBy(anne, posted)['svar'], 'Mit svar');
    assert.equal(teams.inputsSeenBy(bo, posted)['svar'], 'Kladde');
    await teams.press(anne, posted, 'Send svar', { note: 'Igen' });
    assert.deepEqual(bot.heard.at(-1)?.activity.value.action.data, {
      round: 'r1',
      svar: 'Mit svar',
      note: 'Igen',
      endeligt: 'nej',
    });
  });

  it('lets go of what was typed when the card is replaced or the message updated', async () => {
    bot.answer = () => shows(CARD);
    await teams.press(anne, posted, 'Send svar', { svar: 'Mit svar' });
    assert.equal(teams.inputsSeenBy(anne, posted)['svar'], 'Kladde');
    bot.answer = () => says('Nej');
    await teams.press(anne, posted, 'Send svar', { svar: 'Mit svar' });
    await update();
    assert.equal(teams.inputsSeenBy(anne, posted)['svar'], 'Kladde');
  });

  for (const [what, answer] of [
    ['fails', { status: 500, body: { message: 'no' } }],
    ['answers nothing', { status: 200 }],
    ['answers with an error', { status: 200, body: { statusCode: 400, type: 'application/vnd.microsoft.error' } }],
  ] as const) {
    it(`says that something went wrong when the bot ${what}, and keeps what was typed`, async () => {
      bot.answer = () => answer;
      const pressed = await teams.press(anne, posted, 'Send svar', { svar: 'Mit svar' });
      assert.equal(pressed.status, answer.status);
      assert.equal(pressed.toast, 'Something went wrong. Please try again.');
      assert.equal(teams.inputsSeenBy(anne, posted)['svar'], 'Mit svar');
    });
  }

  it('sends the fallback of an Action.Execute as a message when the client knows no universal actions', async () => {
    const pressed = await teams.press(anne, posted, 'Send svar', { svar: 'Mit svar' }, { as: 'submit' });
    const activity = bot.heard.at(-1)?.activity;
    assert.equal(activity?.type, 'message');
    assert.equal(activity.text, undefined);
    assert.deepEqual(activity.value, { round: 'r1', verb: 'reply', svar: 'Mit svar', note: '', endeligt: 'nej' });
    assert.equal(activity.replyToId, posted.id);
    assert.equal(
      activity.entities?.some(({ type }) => type === 'mention'),
      false,
    );
    assert.equal(pressed.invokeResponse, undefined);
    assert.deepEqual(pressed.card, CARD);
  });

  it('sends an Action.Submit as a message whatever the client', async () => {
    await teams.press(anne, posted, 'Gammel');
    assert.equal(bot.heard.at(-1)?.activity.type, 'message');
    assert.equal(bot.heard.at(-1)?.activity.value.old, true);
  });

  it('does not tell the message of an Action.Submit where the client does not, and always of an Action.Execute', async () => {
    const told = () => bot.heard.at(-1)?.activity.replyToId;
    await teams.press(anne, posted, 'Gammel', {}, { withoutReplyToId: true });
    assert.equal(told(), undefined);
    await teams.press(anne, posted, 'Send svar', {}, { withoutReplyToId: true });
    assert.equal(told(), posted.id);
  });

  it('delivers a press again with the same id and with new ones', async () => {
    bot.answer = () => shows(RECEIPT);
    const before = bot.heard.length;
    const options = { redeliveries: { sameId: 2, newId: 1 } };
    const { redelivered } = await teams.press(anne, posted, 'Send svar', {}, options);
    assert.equal(redelivered.length, 3);
    const sent = bot.heard.slice(before).map(({ activity }) => activity);
    assert.equal(sent.length, 4);
    assert.equal(new Set(sent.map(({ id }) => id)).size, 2);
    assert.equal(new Set(sent.map(({ value }) => JSON.stringify(value))).size, 1);
    await teams.press(bo, posted, 'Send svar', {}, { redeliveries: 1 });
    const [first, second] = bot.heard.slice(-2);
    assert.deepEqual(first?.activity, second?.activity);
  });

  it('names the button where several have one verb, and carries what that one does', async () => {
    for (const [title, inNotat] of [
      ['Skriv det', true],
      ['Udelad', false],
    ] as const) {
      await teams.press(anne, posted, { verb: 'decide', title });
      const sent = JSON.stringify(bot.heard.at(-1)?.activity.value);
      assert.ok(sent.includes(`"inNotat":${inNotat}`), sent);
    }
    await assert.rejects(teams.press(anne, posted, { verb: 'decide' }), /has 2 actions with the verb 'decide'/u);
  });

  it('refuses what a person could not do', async () => {
    const { message: plain } = await teams.write(anne, channel, 'Hej');
    await assert.rejects(teams.press(anne, plain, 'Send svar'), /has no card/u);
    await assert.rejects(
      teams.press(anne, posted, 'Findes ikke'),
      /no action 'Findes ikke'; it has 'Send svar' \(reply\)/u,
    );
    await assert.rejects(teams.press(anne, posted, 'Opdater'), /no action 'Opdater'/u);
    await assert.rejects(teams.press(anne, posted, 'To'), /has 2 actions 'To'/u);
    await assert.rejects(teams.press(anne, posted, 'Lukket'), /'Lukket' is disabled/u);
    await assert.rejects(teams.press(anne, posted, 'Læs'), /Action.OpenUrl 'Læs' is the client's own affair/u);
    await assert.rejects(teams.press(anne, posted, 'Ryd', {}, { as: 'submit' }), /'Ryd' has no Action.Submit/u);
    await assert.rejects(teams.press(anne, posted, 'Gammel', {}, { as: 'execute' }), /'Gammel' is no Action.Execute/u);
    await assert.rejects(teams.press(anne, posted, 'Send svar', { andet: 'x' }), /no field andet; it has svar, note/u);
    assert.equal(
      bot.heard.every(({ activity }) => activity.value === undefined),
      true,
    );
  });
});
