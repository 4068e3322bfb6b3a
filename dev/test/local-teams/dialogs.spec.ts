import { deepEqual, equal, match, ok, rejects, throws } from 'node:assert/strict';
import type { Message } from '../../local-teams/conversations.js';
import { readDialogAnswer } from '../../local-teams/dialog-answer.js';
import type { Dialog } from '../../local-teams/dialogs.js';
import type { Channel, Person } from '../../local-teams/directory.js';
import type { LocalTeams } from '../../local-teams/local-teams.js';
import {
  callConnector,
  cardMessage,
  continues,
  type StandInBot,
  settle,
  startStandInBot,
  startTeamsFor,
} from './stand-in-bot.js';

const CARD = {
  type: 'AdaptiveCard',
  version: '1.5',
  body: [{ type: 'Input.Text', id: 'svar', value: 'Kladde' }],
  actions: [
    {
      type: 'Action.Submit',
      title: 'Skriv i stort felt',
      data: { round: 'r1', msteams: { type: 'task/fetch', lost: true } },
    },
    {
      type: 'Action.Submit',
      title: 'Uden felter',
      associatedInputs: 'none',
      data: { round: 'r1', msteams: { type: 'task/fetch' } },
    },
    { type: 'Action.Submit', title: 'Gammel', data: { round: 'r1' } },
  ],
};
const FIELD = { type: 'Input.Text', id: 'svar', value: 'Medbragt' };
const IN_DIALOG = {
  type: 'AdaptiveCard',
  version: '1.5',
  body: [FIELD, { type: 'ActionSet', actions: [{ type: 'Action.Submit', title: 'I et sæt', data: {} }] }],
  actions: [
    { type: 'Action.Submit', title: 'Send', data: { round: 'r1', department: 'd1' } },
    { type: 'Action.OpenUrl', title: 'Læs', url: 'https://example.com' },
  ],
};
const PROBLEM = { ...IN_DIALOG, body: [{ type: 'TextBlock', text: 'Svaret er tomt' }, FIELD] };
const opens = continues(IN_DIALOG);
const task = (value: unknown) => ({ status: 200, body: { task: value } });

describe('local Teams: dialogs', () => {
  let bot: StandInBot;
  let teams: LocalTeams;
  let anne: Person;
  let channel: Channel;
  let posted: Message;

  beforeEach(async () => {
    bot = await startStandInBot();
    teams = await startTeamsFor(bot);
    ({ anne, channel } = await settle(teams));
    await callConnector(teams, 'POST', ['conversations', channel.id, 'activities'], cardMessage(CARD));
    posted = await teams.until(() => teams.threads(channel)[0]?.messages[0], 'the card');
  });
  afterEach(async () => {
    await teams.stop();
    await bot.stop();
  });

  const heard = () => bot.heard.at(-1)?.activity;
  async function open(): Promise<Dialog> {
    bot.answer = () => opens;
    const { dialog } = await teams.openDialog(anne, posted, 'Skriv i stort felt');
    ok(dialog !== undefined);
    return dialog;
  }

  describe('opening', () => {
    it('asks the bot with the button’s own data and the fields of the card, and shows what it answers', async () => {
      bot.answer = () => opens;
      const shown = await teams.openDialog(anne, posted, 'Skriv i stort felt', { svar: 'Halvt' });
      deepEqual([heard()?.type, heard()?.name, heard()?.replyToId], ['invoke', 'task/fetch', posted.id]);
      deepEqual(heard()?.value, {
        data: { round: 'r1', svar: 'Halvt', msteams: { type: 'task/fetch' } },
        context: { theme: 'default' },
      });
      equal(heard()?.conversation?.id, `${channel.id};messageid=${posted.id}`);
      deepEqual([shown.status, shown.error, shown.invokeResponse], [200, undefined, opens.body]);
      const { title, height, width, card, inputs, isOpen } = shown.dialog ?? {};
      deepEqual([title, height, width, isOpen], ['Skriv svar', 'medium', 600, true]);
      deepEqual([card, inputs], [IN_DIALOG, { svar: 'Medbragt' }]);
      equal(teams.inputsSeenBy(anne, posted)['svar'], 'Halvt');
    });

    it('leaves the fields out where the button takes none, or the client brings none', async () => {
      bot.answer = () => opens;
      const data = { round: 'r1', msteams: { type: 'task/fetch' } };
      await teams.openDialog(anne, posted, 'Uden felter');
      deepEqual(heard()?.value.data, data);
      await teams.openDialog(anne, posted, 'Skriv i stort felt', { svar: 'Halvt' }, { withoutInputs: true });
      deepEqual(heard()?.value.data, data);
    });

    it('is from a phone where the person has one, and tells no message where the client does not', async () => {
      bot.answer = () => opens;
      await teams.openDialog(anne, posted, 'Uden felter', {}, { client: 'phone', withoutReplyToId: true });
      equal(heard()?.entities?.[0]?.['platform'], 'iOS');
      equal(heard()?.value.data.svar, 'Kladde');
      equal('replyToId' in (heard() ?? {}), false);
    });

    it('can be answered with a text alone', async () => {
      bot.answer = () => task({ type: 'message', value: 'Runden er lukket' });
      const { dialog, error } = await teams.openDialog(anne, posted, 'Skriv i stort felt');
      deepEqual([dialog?.text, dialog?.card, dialog?.isOpen, error], ['Runden er lukket', undefined, true, undefined]);
      await rejects(teams.submitDialog(dialog as Dialog, 'Send'), /shows a text and has no buttons/u);
    });

    for (const [what, answer, options] of [
      ['fails', { status: 500 }, {}],
      ['answers nothing', { status: 200 }, {}],
      ['answers too late', opens, { isAnswerLate: true }],
      ['has no task', { status: 200, body: {} }, {}],
      ['has half a task', task({ type: 'continue' }), {}],
    ] as const) {
      it(`shows an error and no dialog when the bot ${what}, and keeps what is typed in the card`, async () => {
        bot.answer = () => answer;
        const shown = await teams.openDialog(anne, posted, 'Skriv i stort felt', { svar: 'Halvt' }, options);
        equal(shown.dialog, undefined);
        match(String(shown.error), /^Something went wrong/u);
        equal(teams.inputsSeenBy(anne, posted)['svar'], 'Halvt');
      });
    }

    it('is a message with the data of the button in a client that has no dialogs', async () => {
      await teams.press(anne, posted, 'Skriv i stort felt', { svar: 'Halvt' }, { as: 'submit' });
      const data = { round: 'r1', msteams: { type: 'task/fetch', lost: true }, svar: 'Halvt' };
      deepEqual([heard()?.type, heard()?.value], ['message', data]);
    });

    it('is for buttons that open one, and pressing is for the others', async () => {
      await rejects(teams.openDialog(anne, posted, 'Gammel'), /'Gammel' opens no dialog: use press/u);
      await rejects(teams.press(anne, posted, 'Skriv i stort felt'), /opens a dialog: use openDialog/u);
      await rejects(teams.openDialog(anne, posted, 'Skriv i stort felt', { andet: 'x' }), /has no field andet/u);
    });
  });

  describe('submitting', () => {
    it('sends the button’s data and the fields of the dialog, and an empty answer closes it', async () => {
      const dialog = await open();
      bot.answer = () => ({ status: 200 });
      const shown = await teams.submitDialog(dialog, 'Send', { svar: 'Et langt svar' });
      deepEqual([heard()?.name, heard()?.replyToId], ['task/submit', posted.id]);
      deepEqual(heard()?.value, {
        data: { round: 'r1', department: 'd1', svar: 'Et langt svar' },
        context: { theme: 'default' },
      });
      deepEqual([shown.status, shown.dialog, shown.error, dialog.isOpen], [200, undefined, undefined, false]);
      await rejects(teams.submitDialog(dialog, 'Send'), /the dialog is closed/u);
    });

    it('does not tell the message where the client does not', async () => {
      await teams.submitDialog(await open(), 'Send', {}, { withoutReplyToId: true });
      deepEqual([heard()?.name, 'replyToId' in (heard() ?? {})], ['task/submit', false]);
    });

    it('shows the card of the answer in the same dialog, without what was typed in the old one', async () => {
      const dialog = await open();
      bot.answer = () => continues(PROBLEM);
      const shown = await teams.submitDialog(dialog, 'Send', { svar: 'x' });
      equal(shown.dialog, dialog);
      deepEqual([dialog.card, dialog.inputs], [PROBLEM, { svar: 'Medbragt' }]);
    });

    it('shows a text in place of the card', async () => {
      const dialog = await open();
      bot.answer = () => task({ type: 'message', value: 'Modtaget' });
      await teams.submitDialog(dialog, 'Send');
      deepEqual([dialog.text, dialog.card, dialog.isOpen], ['Modtaget', undefined, true]);
    });

    for (const [what, answer, options] of [
      ['fails', { status: 500 }, {}],
      ['answers too late', { status: 200 }, { isAnswerLate: true }],
      ['has no task', { status: 200, body: {} }, {}],
    ] as const) {
      it(`leaves the dialog with what is typed, and an error, when the bot ${what}`, async () => {
        const dialog = await open();
        bot.answer = () => answer;
        const shown = await teams.submitDialog(dialog, 'Send', { svar: 'Et langt svar' }, options);
        match(String(shown.error), /^Something went wrong/u);
        deepEqual([shown.dialog, dialog.isOpen, dialog.card], [dialog, true, IN_DIALOG]);
        deepEqual(dialog.inputs, { svar: 'Et langt svar' });
      });
    }

    it('is delivered again with the same id and with new ones', async () => {
      const dialog = await open();
      bot.answer = () => ({ status: 200 });
      const before = bot.heard.length;
      const { redelivered } = await teams.submitDialog(dialog, 'Send', {}, { redeliveries: { sameId: 1, newId: 1 } });
      const ids = bot.heard.slice(before).map(({ activity }) => activity.id);
      deepEqual([redelivered.length, ids.length, new Set(ids).size], [2, 3, 2]);
    });

    it('by a button outside the actions of the card does nothing on a phone', async () => {
      const dialog = await open();
      const dead = /'I et sæt' does nothing here/u;
      await rejects(teams.submitDialog(dialog, 'I et sæt', {}, { client: 'phone' }), dead);
      await rejects(teams.submitDialog(dialog, 'I et sæt', {}, { hasDeadActionSets: true }), dead);
      await rejects(teams.submitDialog(dialog, 'Læs'), /Action.OpenUrl 'Læs' is the client's own affair/u);
      bot.answer = () => ({ status: 200 });
      equal((await teams.submitDialog(dialog, 'I et sæt')).status, 200);
    });
  });

  describe('closing', () => {
    it('loses what is typed, and tells the bot nothing', async () => {
      const dialog = await open();
      bot.answer = () => ({ status: 500 });
      await teams.submitDialog(dialog, 'Send', { svar: 'Et langt svar' });
      const before = bot.heard.length;
      teams.closeDialog(dialog);
      deepEqual([dialog.isOpen, dialog.inputs, bot.heard.length], [false, {}, before]);
      equal((await open()).inputs['svar'], 'Medbragt');
    });

    it('while the bot works shows nothing of its answer', async () => {
      const dialog = await open();
      bot.answer = () => {
        teams.closeDialog(dialog);
        return continues(PROBLEM);
      };
      const shown = await teams.submitDialog(dialog, 'Send');
      deepEqual([shown.status, shown.dialog, dialog.isOpen, dialog.card], [200, undefined, false, undefined]);
    });
  });

  it('does not take a dialog of a wrong shape, and says what is wrong', async () => {
    bot.answer = () => task({ type: 'continue', value: { height: 'small', width: 'small', card: {} } });
    await rejects(teams.openDialog(anne, posted, 'Skriv i stort felt'), /the bot’s dialog has no title/u);
  });
});

describe('local Teams: the shape of a dialog', () => {
  const attachment = { contentType: 'application/vnd.microsoft.card.adaptive', content: { type: 'AdaptiveCard' } };
  const GOOD = { title: 'Svar', height: 'large', width: 300, card: attachment };
  const EXECUTE = { type: 'Action.Execute', title: 'Send', verb: 'send' };

  it('is a title, a height and a width, and a card as an attachment', () => {
    deepEqual(readDialogAnswer({ task: { type: 'continue', value: GOOD } }), {
      kind: 'continue',
      content: { ...GOOD, card: attachment.content },
    });
  });

  for (const [what, value, wrong] of [
    ['title', { ...GOOD, title: '' }, /no title/u],
    ['height', { ...GOOD, height: undefined }, /the height of the bot’s dialog is missing/u],
    ['width', { ...GOOD, width: 'huge' }, /the width of the bot’s dialog is "huge"/u],
    ['number of pixels', { ...GOOD, width: 0 }, /the width of the bot’s dialog is 0/u],
    ['attachment', { ...GOOD, card: attachment.content }, /is no attachment of the type/u],
    ['card', { ...GOOD, card: { ...attachment, content: {} } }, /is no AdaptiveCard/u],
    ['button', { ...GOOD, card: withActions(EXECUTE) }, /has the Action.Execute 'Send', which is dead there/u],
    ['page', { title: 'Svar', url: 'https://example.com' }, /is a web page/u],
    ['dialog', 'Svar', /a dialog that is no object/u],
  ] as const) {
    it(`is not that of an answer with a wrong ${what}`, () => {
      throws(() => readDialogAnswer({ task: { type: 'continue', value } }), wrong);
    });
  }

  it('is not that of a message without text, or of another type', () => {
    throws(() => readDialogAnswer({ task: { type: 'message', value: '' } }), /a message without text/u);
    throws(() => readDialogAnswer({ task: { type: 'cancel', value: 'x' } }), /a task of the type 'cancel'/u);
  });

  function withActions(...actions: readonly unknown[]) {
    return { ...attachment, content: { ...attachment.content, actions } };
  }
});
