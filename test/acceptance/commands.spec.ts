import { equal, match, ok } from 'node:assert/strict';
import { ADMINISTRATOR_ID } from '../../dev/demo/stage.js';
import type { Channel, Person } from '../../dev/local-teams/directory.js';
import { AZURITE_START_MS, azurite } from '../support/azurite.js';
import { openRound, read } from '../support/open-round.js';
import { type Stage, setStage } from '../support/stage.js';

describe('writing to the bot', () => {
  let stage: Stage;
  let karen: Person;
  let office: Channel;
  let other: Channel;

  before(async function () {
    this.timeout(AZURITE_START_MS);
    await azurite();
  });
  beforeEach(async () => {
    stage = await setStage();
    const team = stage.teams.addTeam('Rådhuset');
    office = stage.teams.addChannel(team, 'Sekretariatet');
    other = stage.teams.addChannel(team, 'Skole');
    karen = stage.teams.addPerson('Karen Lund', { aadObjectId: ADMINISTRATOR_ID });
    await stage.teams.installBot(team, karen);
  });
  afterEach(async () => stage.stop());

  async function say(text: string, channel = office): Promise<string> {
    const { message } = await stage.teams.write(karen, channel, `@Notatbot ${text}`);
    const answer = await stage.teams.until(
      () => message.thread.messages.find(({ from }) => from === 'bot'),
      `an answer to ${text}`,
    );
    return read(answer.card);
  }

  it('is answered with what can be written in a channel that is nobody’s yet', async () => {
    const help = await say('hjælp');
    for (const command of ['tilknyt Socialområdet', 'tilknyt sekretariatet', 'hjælp'])
      ok(help.includes(command), command);
    equal(await say(''), help);
  });

  it('is answered helpfully when it makes no sense', async () => {
    match(await say('hvad koster en fisk?'), /forstod jeg ikke[\s\S]*@Notatbot hjælp/u);
  });

  it('is answered in a personal chat with where to write', async () => {
    const chat = stage.teams.personalChat(karen);
    await stage.teams.write(karen, chat, 'status');
    const answer = await stage.teams.until(() => chat.messages.find(({ from }) => from === 'bot'), 'an answer');
    match(read(answer.card), /kanal/u);
  });

  it('is told to have a secretariat’s channel chosen before there are rounds', async () => {
    for (const command of ['ny runde', 'status', 'notat']) {
      match(await say(command), /Der er ikke noget sekretariat endnu/u);
    }
  });

  it('is told what is missing before a round can start', async () => {
    await say('tilknyt sekretariatet');
    match(await say('status'), /ingen runde/u);
    match(await say('ny runde'), /ingen fagområder/u);
  });

  it('keeps one channel for each department, and one for the secretariat', async () => {
    await say('tilknyt sekretariatet');
    match(await say('tilknyt sekretariatet', other), /Skal sekretariatet flytte hertil\?/u);
    match(await say('tilknyt Skole', other), /Kanalen er tilknyttet/u);
    match(await say('tilknyt Skole'), /Kanalen er sekretariatets/u);
    await say('frakobl');
    match(await say('tilknyt skole'), /Skal fagområdet flytte hertil\?/u);
    match(await say('frakobl', other), /ophævet/u);
    match(await say('tilknyt Skole'), /Kanalen er tilknyttet/u);
  });

  it('shows the whole form again, with what was filled in, when something is missing', async () => {
    await say('tilknyt sekretariatet');
    await say('tilknyt Skole', other);
    const { message } = await stage.teams.write(karen, office, '@Notatbot ny runde');
    const form = await stage.teams.until(() => message.thread.messages.find(({ from }) => from === 'bot'), 'a form');
    const { card } = await stage.teams.press(
      karen,
      form,
      { verb: 'round.preview' },
      { title: 'Opfølgning', reportLink: 'ftp://nej', deadline: '2020-01-01', departments: '' },
    );
    for (const sentence of [/Rapportens navn mangler/u, /https:/u, /Fristen/u, /mindst ét fagområde/u])
      match(read(card), sentence);
    equal(stage.teams.inputsSeenBy(karen, form)['title'], 'Opfølgning');
    equal(stage.teams.inputsSeenBy(karen, form)['reportLink'], 'ftp://nej');
  });

  it('shows everyone in the secretariat how far the round is that has started', async () => {
    const { town } = await openRound(stage.teams, ['Børn og Unge']);
    const form = stage.teams
      .threads(town.secretariat)
      .flatMap(({ messages }) => messages)
      .findLast(({ from }) => from === 'bot');
    await stage.teams.until(
      () => read(form?.card).startsWith('0 af 1 fagområde har svaret'),
      'the started round’s overview',
    );
  });
});
