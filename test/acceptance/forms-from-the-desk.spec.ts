import { deepEqual, equal, match, ok, rejects } from 'node:assert/strict';
import { type ActionChoice, findAction, type InputValues } from '../../dev/local-teams/card-actions.js';
import type { Message } from '../../dev/local-teams/conversations.js';
import { addDays, danishDayOf } from '../../src/domain/round/deadline.js';
import { da } from '../../src/text/messages.js';
import { AZURITE_START_MS, azurite } from '../support/azurite.js';
import { type OpenRound, openRound, read } from '../support/open-round.js';
import { type Stage, setStage } from '../support/stage.js';
import { shown } from './speaking.js';

const [SENT_BACK, MENDED, ASKING, HURRIED, ANSWERED_FOR, EXTENDED, PRIVATE, LAST] = [
  'Børn',
  'Kultur',
  'Plan',
  'Social',
  'Sundhed',
  'Teknik',
  'Voksne',
  'Ældre',
] as const;

const UNTIDY = 'Vi har  skrevet vores breve om.';
const WITH_NUMBER = 'Borgeren 010203-1234 fik besked.';
const NEW_TITLE = 'Opfølgning på tilsynets rapport om plejen';
const day = (days: number) => addDays(danishDayOf(new Date()), days);
const [OF_ALL, WANTED, LATER] = [day(400), day(500), day(600)] as const;

/** A form that has been opened, what is typed in it, and what is told when it is sent. */
interface Opened {
  readonly name: string;
  readonly message: Message;
  readonly typed: InputValues;
  readonly send: ActionChoice;
  readonly told: RegExp;
}

/*
 * The overview is drawn anew by itself when something in the round has changed. A form is opened from it, something is
 * typed, somebody else changes the round, and the form is sent with what stands in it, without being typed again.
 */
describe('forms that are opened from the overview, over HTTP', () => {
  let stage: Stage;
  let round: OpenRound;
  let desk: Message;

  before(async function () {
    this.timeout(AZURITE_START_MS);
    await azurite();
    stage = await setStage();
    round = await openRound(stage.teams, [SENT_BACK, MENDED, ASKING, HURRIED, ANSWERED_FOR, EXTENDED, PRIVATE, LAST]);
    await departmentPresses(SENT_BACK, { verb: 'reply.send' }, { reply: 'Vi har lært af det.' });
    await departmentPresses(MENDED, { verb: 'reply.send' }, { reply: UNTIDY });
    await departmentPresses(PRIVATE, { verb: 'reply.send' }, { reply: WITH_NUMBER });
    await departmentPresses(PRIVATE, { verb: 'reply.keep-cpr' }, { reply: WITH_NUMBER, reason: 'Sagen er offentlig.' });
    await departmentPresses(ASKING, { verb: 'question.open' });
    await departmentPresses(ASKING, { verb: 'question.ask' }, { question: 'Skal klubberne med?' });
    await departmentPresses(HURRIED, { verb: 'reply.open-time' });
    await departmentPresses(HURRIED, { verb: 'reply.ask-for-time' }, { until: WANTED, reason: 'Vi venter.' });
    desk = await stage.teams.until(
      () => inSecretariat().find(({ card }) => [ASKING, HURRIED].every((each) => needs(read(card)).includes(each))),
      'the overview with what waits',
    );
  });
  after(async () => stage.stop());

  const inSecretariat = () => stage.teams.threads(round.town.secretariat).flatMap(({ messages }) => messages);

  /** What the overview says first. */
  const needs = (text: string) => text.slice(text.indexOf(da.desk.needs), text.indexOf(da.status.outstanding));

  async function departmentPresses(name: string, button: ActionChoice, typed: InputValues = {}): Promise<void> {
    const asked = round.asked.find((each) => each.name === name);
    ok(asked);
    await stage.teams.press(asked.head, asked.request, button, typed);
  }

  const press = (message: Message, button: ActionChoice, typed?: InputValues) =>
    stage.teams.press(round.town.secretary, message, button, typed);

  /** Presses a button of the overview, or of what is read in its place. @returns the message that this opens */
  async function open(button: ActionChoice, typed?: InputValues): Promise<Message> {
    const before = desk.thread.messages.length;
    const { toast } = await press(desk, button, typed);
    equal(toast, `${da.notices.sentBelow(false).heading}. ${da.notices.sentBelow(false).text}`);
    equal(desk.thread.messages.length, before + 1);
    const message = desk.thread.messages.at(-1);
    ok(message);
    return message;
  }

  const idOf = (name: string) => round.asked.find((each) => each.name === name)?.channel && departmentIds().get(name);

  /** By name, as the overview's list has them. */
  const departmentIds = () =>
    new Map(
      [...JSON.stringify(desk.card).matchAll(/"title":"(?<name>[^"]*)","value":"(?<id>[^"]*)"/gu)].map(
        ({ groups = {} }) => [groups['name'] ?? '', groups['id'] ?? ''],
      ),
    );

  /** Opens a form about a department, which is read first in the place of the overview. */
  async function openAbout(name: string, button: ActionChoice): Promise<Message> {
    const about = await press(desk, da.status.show, { departmentId: idOf(name) ?? '' });
    match(shown(about), new RegExp(name, 'u'));
    const form = await open(button);
    await press(desk, da.desk.back);
    return form;
  }

  async function openAll(): Promise<readonly Opened[]> {
    const form = (
      name: string,
      message: Message,
      typed: InputValues,
      send: ActionChoice,
      told: string | RegExp,
    ): Opened => ({ name, message, typed, send, told: typeof told === 'string' ? new RegExp(told, 'u') : told });
    const forDepartment = { deadline: LATER, reason: 'I venter på tal.' };
    const hurried = await open(da.status.show, { departmentId: idOf(HURRIED) ?? '' });
    return [
      form('change', await open(da.change.heading), { title: NEW_TITLE }, da.change.save, 'Runden er rettet'),
      form(
        'deadline',
        await open(da.desk.moveDeadline),
        { deadline: OF_ALL, reason: 'Mødet er flyttet.' },
        da.deadline.move,
        'Fristen er flyttet',
      ),
      form('more time', hurried, { line: 'Det er i orden.' }, da.time.grant, 'Det er i orden.'),
      form(
        'sending back',
        await openAbout(SENT_BACK, { verb: 'department.open-send-back' }),
        { comment: 'Skriv gerne et eksempel.' },
        da.followUp.sendBackNow,
        'Skriv gerne et eksempel.',
      ),
      form(
        'an edit',
        await openAbout(MENDED, { verb: 'department.open-edit' }),
        { reply: 'Vi har skrevet alle breve om.' },
        da.edit.propose,
        /Rettelse foreslået/u,
      ),
      form(
        'an answer on behalf',
        await openAbout(ANSWERED_FOR, { verb: 'department.open-answer' }),
        { reply: 'Vi følger op hver måned.' },
        da.followUp.answerNow,
        'Vi følger op hver måned.',
      ),
      form(
        'a department’s deadline',
        await openAbout(EXTENDED, { verb: 'department.open-deadline' }),
        forDepartment,
        da.deadline.move,
        EXTENDED,
      ),
      form(
        'a question',
        await openAbout(ASKING, { verb: 'question.show' }),
        { answer: 'Ja, dem alle.', asAllSeeIt: 'Skal klubberne med?' },
        da.question.answer,
        'Ja, dem alle.',
      ),
      form(
        'the closing check',
        await open(da.desk.close),
        { 'finding-0': 'mend' },
        da.closing.close,
        // Or that the departments still follow the change, which is stored a moment before.
        new RegExp(`${da.closing.undecided.slice(0, 20)}|${da.closing.changing().heading}`, 'u'),
      ),
    ];
  }

  it('is a dialog for an edit of a reply with a CPR number, which the overview cannot draw away', async () => {
    await press(desk, da.status.show, { departmentId: idOf(PRIVATE) ?? '' });
    const { dialog } = await stage.teams.openDialog(round.town.secretary, desk, da.edit.open);
    ok(dialog);
    equal(dialog.inputs['reply'], WITH_NUMBER);
    await press(desk, da.desk.back);
    const before = desk.edits;
    await departmentPresses(SENT_BACK, { verb: 'reply.edit' });
    await departmentPresses(SENT_BACK, { verb: 'reply.send' }, { reply: 'Vi har lært meget af det.' });
    await stage.teams.until(() => desk.edits > before, 'the overview, drawn anew');
    await stage.teams.submitDialog(dialog, da.edit.propose, { reply: 'Borgeren fik besked.' });
    ok(dialog.text?.startsWith(da.edit.proposed().heading), dialog.text);
  });

  it('keep what is typed when the overview is drawn anew, can be sent, and tell there what was done', async () => {
    const forms = await openAll();
    equal(new Set(forms.map(({ message }) => message.id)).size, forms.length);

    // The person types while the bot cannot be reached, so nothing of it is stored.
    stage.teams.pointAt('http://127.0.0.1:1/');
    for (const { message, send, typed } of forms) await rejects(press(message, send, typed));
    stage.teams.pointAt(stage.endpoint);

    const before = desk.edits;
    await departmentPresses(LAST, { verb: 'reply.send' }, { reply: 'Vi gør mere.' });
    await stage.teams.until(() => desk.edits > before, 'the overview, drawn anew');
    deepEqual(
      forms.map(({ name, message }) => [name, message.edits]),
      forms.map(({ name }) => [name, 0]),
    );

    for (const { name, message, send, told } of forms) {
      const answer = await press(message, send);
      ok(told.test(shown(answer)), `${name}: ${shown(answer)}`);
    }

    // The overview follows.
    await stage.teams.until(
      () => read(desk.card).includes(NEW_TITLE) && !needs(read(desk.card)).includes(ASKING),
      'the overview after all this',
    );
    ok(read(desk.card).includes(da.desk.ownDeadline(LATER)), read(desk.card));
  });

  it('leave the overview as it is, and so does the notat, which is a message below it too', async () => {
    const { card } = desk;
    const notat = await open(da.desk.notat);
    ok(read(notat.card).startsWith(da.notat.interimHeading), read(notat.card));
    ok(findAction(card ?? {}, da.desk.notat));
  });

  it('alone can be closed: what the bot posts by itself stays, whatever the data of a press says', async () => {
    // Of each thread, and the overview: decisions, questions and the overview itself.
    const own = inSecretariat().filter(({ id, thread, card, from }) => {
      const begins = thread.kind === 'channel' && thread.rootId === id;
      return from === 'bot' && card !== undefined && (begins || id === desk.id);
    });
    ok(own.length >= 3, String(own.length));
    for (const message of own) {
      const data = { verb: 'message.close', openedBy: round.town.secretary.aadObjectId };
      const action = { type: 'Action.Execute', title: 'Luk', verb: 'message.close', data };
      const forged = { ...message, card: { ...message.card, actions: [action] } };
      const { toast } = await press(forged, 'Luk');
      equal(toast, `${da.desk.messageNotClosed().heading}. ${da.desk.messageNotClosed().text}`, read(message.card));
      ok(inSecretariat().includes(message));
    }
  });

  it('are shown to everyone as done, and taken away when they are closed', async () => {
    const form = desk.thread.messages.find(({ card }) => read(card).startsWith('Runden er rettet'));
    ok(form);
    const { length } = desk.thread.messages;
    await press(form, da.desk.closeMessage);
    await stage.teams.until(() => desk.thread.messages.length < length, 'the message, taken away');
  });
});
