import { deepEqual, equal, ok } from 'node:assert/strict';
import type { Browser } from 'playwright-core';
import { ADMINISTRATOR_ID } from '../../dev/demo/stage.js';
import type { Team } from '../../dev/local-teams/directory.js';
import { addDays, danishDayOf } from '../../src/domain/round/deadline.js';
import { da } from '../../src/text/messages.js';
import { azurite } from '../support/azurite.js';
import { read } from '../support/open-round.js';
import { type Stage, setStage } from '../support/stage.js';
import { partOfSweep } from '../support/sweep.js';
import { BROWSER_TEST_MS, shareBrowser } from './shared-browser.js';
import { type Device, openTeams, type TeamsWindow } from './teams-window.js';

const { request, roundForm, roundPreview, roundStarted, settingUp } = da;

/** Three teams of a municipality of middle size, as they are before anybody has thought of the bot. */
const TEAMS: Readonly<Record<string, readonly string[]>> = {
  Rådhuset: ['Sekretariatet', 'Kultur og Fritid', 'Job og Borgerservice', 'Økonomi og Personale', 'Byggeri'],
  Velfærd: ['Ældre og Sundhed', 'Social og Handicap', 'Børn og Familie', 'Skole og Dagtilbud'],
  'Teknik, Klima og Miljø': ['Plan', 'Vej, Park og Natur', 'Affald', 'Klima'],
};
const SECRETARIAT = 'Sekretariatet';

/** What a secretary may have to do, from an empty store to a round that is sent. The product's promise. */
const GESTURES_MAX = 25;

describe('moving in, in the browser', function () {
  this.timeout(BROWSER_TEST_MS);
  let browser: Browser;
  let stage: Stage;
  let teams: TeamsWindow;

  before(async function () {
    browser = await shareBrowser(this);
    await azurite();
  });
  beforeEach(async () => {
    stage = await setStage({ hasPage: true });
    stage.teams.addPerson('Karen Lund', { aadObjectId: ADMINISTRATOR_ID });
  });
  afterEach(async () => {
    try {
      await teams.close();
    } finally {
      await stage.stop();
    }
  });

  /** The channels whose newest thread is a request card. */
  const asked = () =>
    stage.teams.teams
      .flatMap(({ channels }) => channels)
      .filter((channel) => read(stage.teams.threads(channel).at(-1)?.messages[0]?.card).includes(request.heading));

  async function openAs(device: Device): Promise<void> {
    teams = await openTeams(browser, stage.teams.serviceUrl, { person: 'Karen Lund', device });
  }

  /** From *opsætning* in the channel that shall be the secretariat's to a round that is sent to all. */
  async function moveIn(departments: number): Promise<void> {
    await teams.open(SECRETARIAT);
    await teams.command('opsætning');
    const { heading: placing } = settingUp.placeQuestion();
    await teams.card(placing).press(settingUp.placeHere);
    const setup = teams.card(settingUp.heading);
    await setup.says(settingUp.unbound);
    await setup.press(settingUp.bind);
    await setup.says(settingUp.bound(departments));
    await setup.press(settingUp.newRound);
    const form = teams.card(roundForm.heading);
    await form.type(roundForm.title, 'Opfølgning på borgerrådgiverens beretning');
    await form.type(roundForm.report, 'Borgerrådgiverens beretning 2026');
    await form.type(roundForm.deadline, addDays(danishDayOf(new Date()), 14));
    await form.press(roundForm.preview);
    const preview = teams.card(roundPreview.heading);
    await preview.says(roundPreview.recipients(departments));
    await preview.press(roundPreview.start);
    await teams.card(roundStarted.heading).says(/får kortet/u);
    await stage.teams.until(() => asked().length === departments, `${departments} request cards`);
  }

  for (const device of partOfSweep(['desktop', 'phone'] as const, 1)) {
    it(`takes at most ${GESTURES_MAX} gestures from nothing to a round of 12 departments in three teams (${device})`, async () => {
      for (const [name, channels] of Object.entries(TEAMS)) {
        const team = stage.teams.addTeam(name);
        for (const channel of channels) stage.teams.addChannel(team, channel);
      }
      await openAs(device);
      await teams.switchOn(...Object.keys(TEAMS));
      await moveIn(12);
      equal(asked().length, 12);
      ok(teams.gestures.length <= GESTURES_MAX, `${teams.gestures.length}: ${teams.gestures.join(', ')}`);
    });
  }

  it('takes no more for 98 departments in 98 teams', async function () {
    // Some hundred cards are drawn, and as many rows written.
    this.timeout(4 * BROWSER_TEST_MS);
    const rooms = Array.from({ length: 98 }, (_, index) => stage.teams.addTeam(`Fagområde ${index + 1}`));
    const townHall = stage.teams.addTeam('Rådhuset');
    stage.teams.addChannel(townHall, SECRETARIAT);
    const [secretary] = stage.teams.people;
    ok(secretary);
    const added = (team: Team) => stage.teams.installBot(team, secretary);
    for (const team of [...rooms, townHall])
      deepEqual(
        (await added(team)).filter((status) => status >= 300),
        [],
      );
    await openAs('desktop');
    await moveIn(98);
    ok(teams.gestures.length <= GESTURES_MAX, `${teams.gestures.length}`);
  });
});
