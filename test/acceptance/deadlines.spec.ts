import { equal, ok } from 'node:assert/strict';
import type { DepartmentChannel } from '../../dev/demo/municipality.js';
import type { Message } from '../../dev/local-teams/conversations.js';
import { addDays, danishDayOf, type LocalDate } from '../../src/domain/round/deadline.js';
import { da } from '../../src/text/messages.js';
import { AZURITE_START_MS, azurite } from '../support/azurite.js';
import { type OpenRound, openRound, read } from '../support/open-round.js';
import { type Stage, setStage } from '../support/stage.js';
import { say, shown } from './speaking.js';

const NAMES = ['Børn og Familie', 'Kultur', 'Teknik'];
const REASON = 'Byrådets møde er flyttet.';

describe('deadlines over HTTP', () => {
  let stage: Stage;
  let round: OpenRound;
  const today = danishDayOf(new Date());

  before(async function () {
    this.timeout(AZURITE_START_MS);
    await azurite();
    stage = await setStage();
    round = await openRound(stage.teams, NAMES);
  });
  after(async () => stage.stop());

  type Asked = OpenRound['asked'][number];

  const [first, second, third] = [0, 1, 2].map((index) => (): Asked => {
    const asked = round.asked[index];
    ok(asked);
    return asked;
  }) as [() => Asked, () => Asked, () => Asked];

  /** The bot's messages in the secretariat's channel, the newest last. */
  const inSecretariat = () =>
    stage.teams
      .threads(round.town.secretariat)
      .flatMap(({ messages }) => messages.filter(({ from }) => from === 'bot'));

  const cardThatSays = (messages: () => readonly Message[], ...sentences: readonly string[]) =>
    stage.teams.until(
      () => messages().findLast(({ card }) => sentences.every((sentence) => read(card).includes(sentence))),
      sentences.join(', '),
    );

  const threadOf = ({ request }: Asked) => request.thread.messages;

  async function ask({ head, request }: Asked, until: LocalDate, reason = 'Vi venter på tal fra regionen.') {
    await stage.teams.press(head, request, { verb: 'reply.open-time' });
    return stage.teams.press(head, request, { verb: 'reply.ask-for-time' }, { until, reason });
  }

  /** The secretariat's card about a department that asks for time until a day. */
  const decisionCard = ({ name }: DepartmentChannel, until: LocalDate) =>
    cardThatSays(inSecretariat, name, da.date.weekday(until), da.time.line);

  it('a department asks for time, the secretariat gives it, and the thread is told', async () => {
    const until = addDays(today, 40);
    ok(shown(await ask(first(), until)).includes(da.time.asked(until)));
    const card = await decisionCard(first(), until);
    const { secretary } = round.town;
    const granted = shown(await stage.teams.press(secretary, card, da.time.grant, { line: 'Brug dagene godt.' }));
    ok(granted.includes(da.receipt.deadline(until)), granted);
    await cardThatSays(() => threadOf(first()), 'I har fået mere tid', 'Brug dagene godt.');
    await cardThatSays(() => [first().request], da.request.deadline(until));
    // Everyone in the secretariat's channel sees it.
    await stage.teams.until(() => !read(card.card).includes(da.time.line), 'the decision');
  });

  it('another is declined, with a line, and asks again for another day', async () => {
    const { secretary } = round.town;
    const [until, other] = [addDays(today, 41), addDays(today, 35)];
    await ask(second(), until);
    const card = await decisionCard(second(), until);
    await stage.teams.press(secretary, card, da.time.decline, { line: 'Byrådet venter ikke' });
    await cardThatSays(() => threadOf(second()), 'Sekretariatet kan ikke give mere tid', 'Byrådet venter ikke.');
    await cardThatSays(() => [second().request], da.time.notGiven(until, 'Byrådet venter ikke'));
    await ask(second(), other);
    const again = await decisionCard(second(), other);
    await stage.teams.until(() => !inSecretariat().includes(card), 'the earlier card to go');
    // The answer makes it moot, on the secretariat's card too.
    await stage.teams.press(second().head, second().request, da.request.send, { reply: 'Vi lærte meget.' });
    await stage.teams.until(() => !read(again.card).includes(da.time.line), 'the answer');
  });

  it('the round’s deadline is moved with frist: cards follow, those who must act are told, and a later one stays', async () => {
    const { secretary, secretariat } = round.town;
    const day = addDays(today, 30);
    const [yyyy, mm, dd] = day.split('-');
    const form = await say(
      stage.teams,
      secretary,
      secretariat,
      `frist ${dd}.${mm}.${yyyy} fordi byrådets møde er flyttet`,
    );
    const moved = shown(await stage.teams.press(secretary, form, da.deadline.move, { reason: REASON }));
    ok(moved.startsWith(da.deadline.moved(today, day, 0, 0).heading), moved);
    ok(moved.includes('To fagområder følger med. Ét fagområde beholder sin egen frist.'), moved);
    await cardThatSays(() => threadOf(third()), 'Fristen er flyttet', REASON);
    await cardThatSays(() => [third().request], da.request.deadline(day));
    await cardThatSays(() => [second().request], da.receipt.deadline(day));
    equal(read(first().request.card).includes(da.request.deadline(addDays(today, 40))), true);
    ok(threadOf(second()).every(({ card }) => !read(card).includes('Fristen er flyttet')));
  });
});
