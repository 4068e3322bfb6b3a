import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { buildMunicipality, type Municipality } from '../../dev/demo/municipality.js';
import { type Story, tellStory } from '../../dev/demo/story.js';
import type { Message } from '../../dev/local-teams/conversations.js';
import type { Person } from '../../dev/local-teams/directory.js';
import { PERSONAL_VERBS } from '../../src/cards/buttons.js';
import { da } from '../../src/text/messages.js';
import { AZURITE_START_MS, azurite } from '../support/azurite.js';
import { newestOfBot, read } from '../support/open-round.js';
import { type Stage, setStage } from '../support/stage.js';

const NAME = 'Børn og Unge';

describe('a head who wants messages in the chat', () => {
  let stage: Stage;
  let town: Municipality;
  let story: Story;
  let mette: Person;

  before(async function () {
    this.timeout(AZURITE_START_MS);
    await azurite();
  });
  beforeEach(async () => {
    stage = await setStage();
    const { teams } = stage;
    town = buildMunicipality(teams, [NAME]);
    story = tellStory(teams, town, {
      title: 'Opfølgning på tilsynets rapport',
      report: 'Tilsynets rapport',
      intro: ['Rapporten blev forelagt i oktober.'],
      replies: [{ department: NAME, paragraphs: [] }],
    });
    await play(0, 2);
    const [department] = town.departments;
    ok(department);
    mette = department.head;
    await teams.write(town.secretary, department.channel, `@Notatbot chef @${mette.name}`);
    await teams.write(mette, teams.personalChat(mette), 'besked her');
    match(read(newestInChat().card), new RegExp(da.personalNotices.chosenHere().heading, 'u'));
    teams.markRead(mette, teams.personalChat(mette));
  });
  afterEach(async () => stage.stop());

  /** Steps of the story: the bot is added, the channels are registered, and a round is planned and started. */
  async function play(from: number, to: number): Promise<void> {
    for (const step of story.steps.slice(from, to)) await step.play(() => undefined);
  }

  function newestInChat(): Message {
    const message = stage.teams.personalChat(mette).messages.findLast(({ from }) => from === 'bot');
    ok(message);
    return message;
  }

  /** What the head has been notified of, the newest first, except the answers to what the head has written. */
  function notified(): readonly (readonly [why: string, summary: string])[] {
    return stage.teams
      .feedOf(mette)
      .filter(({ summary }) => summary.includes('tilsynets rapport'))
      .map(({ why, summary }) => [why, summary]);
  }

  it('is notified there of a request, and not in the channel, where the card names the head', async () => {
    await play(2, 4);
    await stage.teams.until(() => notified().length > 0, 'a message in the chat');
    await stage.idle();
    deepEqual(
      notified().map(([why]) => why),
      ['chat'],
    );
    match(notified()[0]?.[1] ?? '', /^Sekretariatet beder om jeres svar på ”Opfølgning/u);
    const shown = read(newestInChat().card);
    match(shown, /Sekretariatet beder om et svar[\s\S]*Børn og Unge: ”Opfølgning på tilsynets rapport”/u);
    match(shown, /Du får beskeden her, fordi du har valgt det\./u);
    const [department] = town.departments;
    ok(department);
    match(read(newestOfBot(stage.teams, department.channel).card), /Mette Holm svarer for fagområdet\./u);
  });

  it('stops it with one press, whatever the client, and is then mentioned in the channel', async () => {
    await play(2, 4);
    await stage.teams.until(() => notified().length > 0, 'a message in the chat');
    const { toast } = await stage.teams.press(mette, newestInChat(), { verb: PERSONAL_VERBS.tellInChannel });
    match(toast ?? '', /^Du får besked i kanalen fra nu af/u);
    await stage.teams.write(mette, stage.teams.personalChat(mette), 'besked her');
    const message = stage.teams.personalChat(mette).messages.find(({ card }) => /beder om et svar/u.test(read(card)));
    ok(message);
    const { status } = await stage.teams.press(
      mette,
      message,
      { verb: PERSONAL_VERBS.tellInChannel },
      {},
      { as: 'submit' },
    );
    equal(status, 200);
    match(read(newestInChat().card), /Du får besked i kanalen fra nu af/u);
  });

  it('is mentioned in the channel after blocking the bot', async () => {
    stage.teams.blockBot(mette);
    await play(2, 4);
    await stage.teams.until(() => notified().length > 0, 'a mention in the channel');
    deepEqual(
      notified().map(([why, summary]) => [why, summary.slice(0, 31)]),
      [['mention', 'Sekretariatet venter på jer: Sv']],
    );
  });
});
