import { equal, ok } from 'node:assert/strict';
import { buildMunicipality, type Municipality } from '../../dev/demo/municipality.js';
import { type Story, tellStory } from '../../dev/demo/story.js';
import type { Message } from '../../dev/local-teams/conversations.js';
import type { Channel } from '../../dev/local-teams/directory.js';
import { da } from '../../src/text/messages.js';
import { AZURITE_START_MS, azurite } from '../support/azurite.js';
import { read } from '../support/open-round.js';
import { type Stage, setStage } from '../support/stage.js';
import { WHOLE_SWEEPS } from '../support/sweep.js';

const NAMES = ['Socialområdet', 'Skoleområdet'];
/** Ten are played by `npm run check:sweeps`. */
const ROUNDS = process.env[WHOLE_SWEEPS] === undefined ? 2 : 10;

describe('a department’s channel', () => {
  let stage: Stage;

  before(async function () {
    this.timeout(AZURITE_START_MS);
    await azurite();
    stage = await setStage();
  });
  after(() => stage.stop());

  async function newestAbout(channel: Channel, title: string): Promise<Message> {
    const newest = () => {
      const roots = stage.teams.threads(channel).map(({ messages }) => messages[0]);
      return roots.findLast((message) => message?.from === 'bot' && read(message.card).includes(title));
    };
    return stage.teams.until(newest, `a card about ${title}`);
  }

  /** A round in which the first department is reminded twice, and gives an answer that is sent back. */
  async function playRound(story: Story, town: Municipality, title: string): Promise<void> {
    const { teams } = stage;
    const { secretary, secretariat, departments } = town;
    const [first, second] = departments;
    ok(first && second);
    const steps = story.steps.slice(2);
    for (const step of steps.slice(0, 2)) await step.play(() => undefined);
    const card = await newestAbout(first.channel, title);
    const below = () => card.thread.messages.filter(({ id, from }) => id !== card.id && from === 'bot');
    const about = async (verb: string, typed = {}) => {
      const { message } = await teams.write(secretary, secretariat, '@Notatbot status');
      const status = await teams.until(() => message.thread.messages.find(({ from }) => from === 'bot'), 'the status');
      const departmentId = idIn(status, first.name);
      await teams.press(secretary, status, { verb: 'department.show', title: da.status.show }, { departmentId });
      if (verb !== 'department.send-back') return teams.press(secretary, status, { verb }, typed);
      await teams.press(secretary, status, { verb: 'department.open-send-back' });
      return teams.press(secretary, message.thread.messages.at(-1) ?? status, { verb }, typed);
    };

    const shows = (what: string, isSo: (texts: readonly string[]) => boolean) =>
      teams.until(() => (isSo(below().map(({ card: shown }) => read(shown))) ? true : undefined), what);
    const startsWith = (start: string) => (texts: readonly string[]) =>
      texts.length === 1 && texts[0]?.startsWith(start) === true;

    await about('department.nudge');
    await shows('the first reminder alone', startsWith('Påmindelse nr. 1'));
    await about('department.nudge');
    await shows('the second reminder in its place', startsWith('Påmindelse nr. 2'));
    await teams.press(first.head, card, { verb: 'reply.send' }, { reply: 'Vi har lært noget.' });
    await shows('nothing once the department has answered', ({ length }) => length === 0);
    await about('department.send-back', { comment: 'Skriv et eksempel.' });
    await shows('the comment', startsWith('Sekretariatet har skrevet'));
    await teams.until(() => (JSON.stringify(card.card).includes('reply.send') ? true : undefined), 'the field');
    await teams.press(first.head, card, { verb: 'reply.send' }, { reply: 'Vi ringer nu altid tilbage.' });
    await shows('nothing once it has answered anew', ({ length }) => length === 0);
    const other = await newestAbout(second.channel, title);
    await teams.press(second.head, other, { verb: 'reply.nil' });
    await newestAbout(secretariat, title);
    for (const step of steps.slice(-2)) await step.play(() => undefined);
    await stage.idle();
  }

  it(`has one message of the bot for each of ${ROUNDS} rounds, and nothing below them`, async function () {
    this.timeout(120_000);
    const { teams } = stage;
    const town = buildMunicipality(teams, NAMES);
    for (let number = 1; number <= ROUNDS; number += 1) {
      const title = `Opfølgning på beretning ${number} af ${ROUNDS}`;
      const story = tellStory(teams, town, {
        title,
        report: `Beretning ${number}`,
        intro: ['Byrådet har bedt om en status.'],
        replies: NAMES.map((department) => ({ department, paragraphs: [] })),
      });
      if (number === 1) for (const step of story.steps.slice(0, 2)) await step.play(() => undefined);
      await playRound(story, town, title);
    }
    const [first] = town.departments;
    ok(first);
    const cards = teams.threads(first.channel).flatMap(({ messages }) => messages.filter(({ from }) => from === 'bot'));
    const asked = cards.filter(({ card }) => !read(card).startsWith(da.registration.department('x', false).heading));
    equal(asked.length, ROUNDS);
    for (const { card } of asked)
      ok(read(card).startsWith(da.receipt.lockedHeading) || read(card).startsWith(da.receipt.heading));
  });
});

/** The id of a department that a status card lets one choose. */
function idIn({ card }: Message, name: string): string {
  const choice = new RegExp(`"title":"${name}[^"]*","value":"(?<id>[^"]+)"`, 'u').exec(JSON.stringify(card));
  const id = choice?.groups?.['id'];
  ok(id, `the status does not offer ${name}`);
  return id;
}
