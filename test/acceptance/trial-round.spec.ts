import { deepEqual, equal, ok } from 'node:assert/strict';
import { ADMINISTRATOR_ID } from '../../dev/demo/stage.js';
import { partsOf } from '../../dev/local-teams/card-actions.js';
import type { Message } from '../../dev/local-teams/conversations.js';
import type { Channel, Person, Team } from '../../dev/local-teams/directory.js';
import { addDays, danishDayOf } from '../../src/domain/round/deadline.js';
import { da } from '../../src/text/messages.js';
import { NOTAT_WORDS } from '../../src/text/notat/notat-words.js';
import { AZURITE_START_MS, azurite } from '../support/azurite.js';
import { read } from '../support/open-round.js';
import { readNotat } from '../support/read-notat.js';
import { type Stage, setStage } from '../support/stage.js';
import { say, shown } from './speaking.js';

const { roundPreview, trial, status, receipt, notat, request } = da;

const TITLE = 'Opfølgning på tilsynets rapport';
const TRIAL_TITLE = trial.title(TITLE);
const TEAMS = ['Velfærd', 'Kultur og Fritid', 'Teknik og Miljø'];
const NAMES = Array.from({ length: 12 }, (_, index) => `Fagområde ${index + 1}`);

interface Place {
  readonly name: string;
  readonly team: Team;
  readonly channel: Channel;
  readonly head: Person;
}

/** Each step goes on from the one before, as in a round. */
describe('a round that is tried in the secretariat’s channel before it is sent', () => {
  let stage: Stage;
  let secretariat: Channel;
  let secretary: Person;
  let places: readonly Place[];
  /** The message with the form, which is the preview for whoever has filled it in. */
  let form: Message;
  /** What there was before the trial: in each department's channel, and in each head's feed. */
  let earlier: readonly (readonly number[])[];

  before(async function () {
    this.timeout(AZURITE_START_MS);
    await azurite();
    stage = await setStage();
    const { teams } = stage;
    secretariat = teams.addChannel(teams.addTeam('Rådhuset'), 'Sekretariatet');
    const owners = TEAMS.map((name) => teams.addTeam(name));
    secretary = teams.addPerson('Karen Lund', { aadObjectId: ADMINISTRATOR_ID });
    for (const team of teams.teams) await teams.installBot(team, secretary);
    places = NAMES.map((name, index) => {
      const team = owners[index % owners.length];
      ok(team);
      return { name, team, channel: teams.addChannel(team, name), head: teams.addPerson(`Chef ${index + 1}`) };
    });
    await say(teams, secretary, secretariat, 'tilknyt sekretariatet');
    for (const { channel, name, head } of places) {
      await say(teams, secretary, channel, `tilknyt ${name}`);
      await say(teams, secretary, channel, `chef @${head.name}`);
    }
    earlier = reached();
  });
  after(async () => stage.stop());

  /** How many threads there are in each department's channel, and lines in its head's feed. */
  function reached(): readonly (readonly number[])[] {
    const { teams } = stage;
    return places.map(({ channel, head }) => [teams.threads(channel).length, teams.feedOf(head).length]);
  }

  const inSecretariat = (text: string) => say(stage.teams, secretary, secretariat, text);

  const press = async (message: Message, verb: string, typed: Record<string, string> = {}) =>
    shown(await stage.teams.press(secretary, message, { verb }, typed));

  /** The cards that begin the bot's threads in a channel. */
  function rootsIn(channel: Channel): readonly Message[] {
    return stage.teams
      .threads(channel)
      .flatMap(({ messages }) => messages[0] ?? [])
      .filter(({ from }) => from === 'bot');
  }

  /** Waits for a card that begins a thread. */
  function given(what: string, isIt: (said: string) => boolean, channel = secretariat): Promise<Message> {
    return stage.teams.until(() => rootsIn(channel).find(({ card }) => isIt(read(card))), what);
  }

  /** The card about a department, among those of the trial, when it says this. */
  function cardOf(name: string, says = ''): Promise<Message> {
    const title = `${TRIAL_TITLE} – ${name}`;
    return given(`${name}: ${says}`, (said) => said.split('\n').includes(title) && said.includes(says));
  }

  it('is previewed when every channel has been tried', async () => {
    form = await inSecretariat('ny runde');
    const deadline = addDays(danishDayOf(new Date()), 14);
    const said = await press(form, 'round.preview', { title: TITLE, report: 'Rapporten', deadline });
    ok(said.startsWith(roundPreview.heading) && said.includes(roundPreview.allTried(12)), said);
  });

  it('says which departments cannot be reached, and what to do about it', async () => {
    const [, culture] = places;
    ok(culture);
    await stage.teams.removeBot(culture.team, secretary);
    const edit = await press(form, 'round.edit');
    ok(edit.startsWith(da.roundForm.heading));
    await stage.restart();
    const said = await press(form, 'round.preview');
    const theirs = places.filter(({ team }) => team === culture.team);
    ok(said.includes(roundPreview.notReached(theirs.length)), said);
    ok(said.includes(theirs.map(({ name }) => name).join(' · ')), said);
    ok(/fjernet fra teamet/u.test(said), said);
    await stage.teams.installBot(culture.team, secretary);
    const again = await press(form, 'round.try-channels');
    ok(again.includes(roundPreview.allTried(12)), again);
    earlier = reached();
  });

  it('comes in the secretariat’s channel alone, and tells nobody else', async () => {
    const said = await press(form, 'round.try');
    ok(said.startsWith(roundPreview.heading) && said.includes(trial.started), said);
    await given('the card of the trial', (card) => card.startsWith(trial.openHeading));
    for (const name of NAMES) {
      const card = read((await cardOf(name)).card);
      ok(card.startsWith(request.heading) && card.includes(trial.whoseCard(name)), card);
    }
    deepEqual(reached(), earlier);
    deepEqual(stage.teams.feedOf(secretary), []);
  });

  it('goes on after a restart, and everyone there can answer', async () => {
    await stage.restart();
    for (const [index, name] of NAMES.entries()) {
      const said = await press(await cardOf(name), 'reply.send', { reply: `Svar nummer ${index + 1}.` });
      ok(said.startsWith(receipt.heading) && said.includes(TRIAL_TITLE), said);
      if (index === 5) {
        const progress = read((await inSecretariat('status')).card);
        ok(progress.startsWith(status.progress(6, 12)) && progress.includes(TRIAL_TITLE), progress);
      }
    }
  });

  it('has a notat that says that it is a trial’s, on its card and in the document', async () => {
    const { card } = await given('the notat', (said) => said.startsWith(trial.notatHeading(notat.completeHeading)));
    ok(card);
    const links = [...partsOf(card)].filter(({ type }) => type === 'Action.OpenUrl');
    const response = await fetch(String(links[0]?.['url']));
    equal(response.status, 200);
    ok(decodeURIComponent(response.headers.get('content-disposition') ?? '').includes('Prøverunde'));
    const { headings, introduction, rows } = await readNotat(new Uint8Array(await response.arrayBuffer()));
    deepEqual(headings, [TRIAL_TITLE, 'Fagområdernes svar']);
    ok(
      introduction.some((line) => line.includes(NOTAT_WORDS.trialNotat)),
      introduction.join('\n'),
    );
    deepEqual(
      rows.map(({ department }) => department),
      NAMES,
    );
  });

  it('is ended without a final notat, and its cards say that it is over', async () => {
    const ends = await press(await inSecretariat('afslut'), 'round.end-trial');
    ok(ends.startsWith(trial.endedHeading) && ends.includes('Intet er sendt til fagområderne'), ends);
    await given('the card of the ended trial', (said) => said.startsWith(trial.endedHeading));
    for (const name of NAMES) await cardOf(name, receipt.locked);
    ok(!rootsIn(secretariat).some(({ card }) => read(card).includes(notat.finalHeading(1))));
    deepEqual(reached(), earlier);
  });

  it('leaves the round as it was: it is started, and asks every department', async () => {
    const started = await press(form, 'round.start');
    ok(started.startsWith(da.roundStarted.heading), started);
    for (const { name, channel, head } of places) {
      const { card } = await given(`the card of ${name}`, (said) => said.includes(TITLE), channel);
      const said = read(card);
      ok(said.startsWith(request.heading) && !said.includes(TRIAL_TITLE), said);
      equal(stage.teams.feedOf(head).length, 1, head.name);
    }
    const progress = read((await inSecretariat('status')).card);
    ok(progress.startsWith(status.progress(0, 12)) && !progress.includes(TRIAL_TITLE), progress);
  });
});
