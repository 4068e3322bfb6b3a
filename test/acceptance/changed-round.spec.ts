import { equal, ok } from 'node:assert/strict';
import type { Message } from '../../dev/local-teams/conversations.js';
import { da } from '../../src/text/messages.js';
import { AZURITE_START_MS, azurite } from '../support/azurite.js';
import { type OpenRound, openRound, read } from '../support/open-round.js';
import { type Stage, setStage } from '../support/stage.js';
import { say, shown } from './speaking.js';

const NAMES = ['Børn og Familie', 'Kultur', 'Teknik'];
const QUESTION = 'Hvad har I lært, og hvad gør I nu?';
const REASON = 'Opgaven er flyttet til Kultur.';

describe('a round that is changed after it was sent, over HTTP', () => {
  let stage: Stage;
  let round: OpenRound;

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

  const inSecretariat = () =>
    stage.teams
      .threads(round.town.secretariat)
      .flatMap(({ messages }) => messages.filter(({ from }) => from === 'bot'));

  const cardSays = (messages: () => readonly Message[], ...sentences: readonly string[]) =>
    stage.teams.until(
      () => messages().findLast(({ card }) => sentences.every((sentence) => read(card).includes(sentence))),
      sentences.join(', '),
    );

  const write = (text: string) => say(stage.teams, round.town.secretary, round.town.secretariat, text);

  /** What the form has chosen, without some of it. */
  const idsIn = (form: Message) => {
    const found = JSON.stringify(form.card).match(/"id":"departments".*?"value":"(?<ids>[^"]*)"/u);
    return found?.groups?.['ids']?.split(',') ?? [];
  };

  it('the question is corrected: every card follows, and the receipt says that the reply still counts', async () => {
    await stage.teams.press(first().head, first().request, da.request.send, { reply: 'Vi lærte meget.' });
    const form = await write('ret runden');
    const answer = shown(await stage.teams.press(round.town.secretary, form, da.change.save, { question: QUESTION }));
    ok(answer.includes('Tre fagområder får rettelsen på deres kort om et øjeblik.'), answer);
    ok(answer.includes('Ét fagområde har allerede svaret.'), answer);
    await cardSays(() => [second().request], QUESTION, 'Rettet af sekretariatet');
    await cardSays(() => [first().request], QUESTION, 'Jeres svar gælder stadig.', da.receipt.correct);
  });

  it('a problem stands at its field and by the button, and what was typed is still there', async () => {
    const form = await write('ret runden');
    const answer = shown(
      await stage.teams.press(round.town.secretary, form, da.change.save, {
        title: '',
        introduction: 'Ny indledning.',
      }),
    );
    ok(answer.includes('Notatets titel mangler.'), answer);
    ok(answer.includes(da.change.refused(1)), answer);
  });

  it('a department is taken out: its card says why, and the notat is complete when the rest have answered', async () => {
    const form = await write('ret runden');
    const [one = '', other = ''] = idsIn(form);
    const typed = { departments: `${one},${other}`, reason: REASON };
    const answer = shown(await stage.teams.press(round.town.secretary, form, da.change.save, typed));
    ok(answer.includes('Ét fagområde skal ikke svare mere'), answer);
    await cardSays(() => [third().request], da.changed.withdrawnHeading('department'), REASON);
    await stage.teams.press(second().head, second().request, da.request.send, { reply: 'Vi gør mere.' });
    const notat = await cardSays(inSecretariat, 'Vi gør mere.', 'Vi lærte meget.');
    equal(read(notat.card).includes('Teknik'), false);
  });

  it('it is added again: it is told, and can answer', async () => {
    const form = await write('ret runden');
    const choices = [...JSON.stringify(form.card).matchAll(/"title":"(?<name>[^"]*)","value":"(?<id>[^"]*)"/gu)];
    const id = choices.find(({ groups }) => groups?.['name'] === 'Teknik')?.groups?.['id'] ?? '';
    const typed = { departments: [...idsIn(form), id].join(',') };
    await stage.teams.press(round.town.secretary, form, da.change.save, typed);
    await cardSays(() => third().request.thread.messages, 'Sekretariatet beder om jeres svar');
    await cardSays(() => [third().request], da.request.heading, QUESTION);
  });

  it('the whole round is called off: the numbers first, then every card says so, and there is no notat', async () => {
    const form = await write('træk tilbage');
    ok(read(form.card).includes('Tre kort i fagområdernes kanaler siger, at runden er trukket tilbage, og hvorfor.'));
    ok(read(form.card).includes('To fagområder har svaret.'), read(form.card));
    const { secretary } = round.town;
    const answer = shown(
      await stage.teams.press(secretary, form, da.withdrawal.withdraw, { reason: 'Rapporten er trukket tilbage.' }),
    );
    ok(answer.includes(da.withdrawal.underWay().heading), answer);
    for (const { request } of round.asked) {
      await cardSays(() => [request], da.changed.withdrawnHeading('round'), 'Rapporten er trukket tilbage.');
    }
    ok(read((await write('notat')).card).includes(da.withdrawal.noNotat().text));
    ok(read((await write('status')).card).includes(da.withdrawal.calledOffHeading));
  });
});
