import { equal, match, ok } from 'node:assert/strict';
import type { DepartmentChannel } from '../../dev/demo/municipality.js';
import type { Message } from '../../dev/local-teams/conversations.js';
import { addDays, danishDayOf } from '../../src/domain/round/deadline.js';
import { da } from '../../src/text/messages.js';
import { AZURITE_START_MS, azurite } from '../support/azurite.js';
import { type OpenRound, openRound, read } from '../support/open-round.js';
import { type Stage, setStage } from '../support/stage.js';
import { ofNewestRound } from './speaking.js';

const NEW_THREAD = { method: 'POST', path: /\/v3\/conversations$/u };

const UNDELIVERED = da.trouble.short({ fate: 'stopped', what: 'post request', word: '' });

describe('a request card that Teams does not take', () => {
  let stage: Stage;
  let round: OpenRound;
  let department: DepartmentChannel;
  let rounds = 0;

  before(async function () {
    this.timeout(AZURITE_START_MS);
    await azurite();
    stage = await setStage();
    round = await openRound(stage.teams, ['Kirkegårdene']);
    const [only] = round.town.departments;
    ok(only);
    department = only;
  });
  after(async () => stage.stop());

  /** Starts another round, and gives its title. */
  async function startAnother(): Promise<string> {
    const { teams } = stage;
    const { secretary } = round.town;
    rounds += 1;
    const title = `Eftersyn nummer ${rounds}`;
    const form = await say('ny runde');
    const values = { title, report: 'Eftersynet', introduction: '', deadline: addDays(danishDayOf(new Date()), 14) };
    await teams.press(secretary, form, { verb: 'round.preview' }, values);
    const { card } = await teams.press(secretary, form, { verb: 'round.start' });
    match(read(card), new RegExp(`^${da.roundStarted.heading}`, 'u'));
    return title;
  }

  async function say(text: string): Promise<Message> {
    const { message } = await stage.teams.write(round.town.secretary, round.town.secretariat, `@Notatbot ${text}`);
    const answer = message.thread.messages.findLast(({ from }) => from === 'bot');
    ok(answer);
    return ofNewestRound(stage.teams, round.town.secretary, answer);
  }

  /** Answers, and waits for the notat that then comes: it is a new thread too, and must not meet the next fault. */
  async function answer(request: Message, title: string): Promise<void> {
    const { teams } = stage;
    const { card } = await teams.press(department.head, request, da.request.send, { reply: 'Vi lærte meget.' });
    match(read(card), new RegExp(`^${da.receipt.heading}`, 'u'));
    const cards = () => teams.threads(round.town.secretariat).flatMap(({ messages }) => messages);
    const isNotat = ({ card: shown }: Message) => {
      const text = read(shown);
      return text.startsWith(da.notat.completeHeading) && text.includes(title);
    };
    await teams.until(() => cards().some(isNotat), 'the notat');
  }

  /** The status, asked for until it says that a card could not be delivered: the refusal is stored after it has been met. */
  async function undelivered(): Promise<Message> {
    for (let asked = 0; asked < 100; asked += 1) {
      const status = await say('status');
      if (read(status.card).includes(UNDELIVERED)) return status;
    }
    throw new Error('no status said that the card could not be delivered');
  }

  const roots = () => stage.teams.threads(department.channel).flatMap(({ messages: [root] }) => root ?? []);
  const requestOf = (title: string) => roots().find(({ card }) => read(card).includes(title));

  for (const status of [412, 502, 503]) {
    it(`once, with ${status}, is there all the same a little later`, async () => {
      stage.teams.faults.next(NEW_THREAD, { status });
      const title = await startAnother();
      const request = await stage.teams.until(() => requestOf(title), 'the card');
      equal(stage.teams.faults.pending, 0);
      await answer(request, title);
    });
  }

  it('for good is sent again when the secretariat sends a reminder', async () => {
    const { teams } = stage;
    teams.faults.next(NEW_THREAD, { status: 403, body: { error: { code: 'BotNotInConversationRoster' } } });
    const title = await startAnother();
    const before = roots().length;
    const status = await undelivered();
    const shown = await teams.press(round.town.secretary, status, { verb: 'department.show', title: da.status.show });
    ok(read(shown.card).includes(UNDELIVERED), read(shown.card));
    const nudged = await teams.press(round.town.secretary, status, da.followUp.nudge);
    ok(read(nudged.card).includes(da.followUp.requestAgain), read(nudged.card));
    ok(!read(nudged.card).includes(UNDELIVERED), read(nudged.card));
    const request = await teams.until(() => requestOf(title), 'the card');
    equal(roots().length, before + 1);
    ok(!read((await say('status')).card).includes(UNDELIVERED));
    await answer(request, title);
  });
});
