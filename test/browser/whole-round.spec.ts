import { deepEqual, equal } from 'node:assert/strict';
import type { Browser } from 'playwright-core';
import { buildMunicipality, type Municipality } from '../../dev/demo/municipality.js';
import { addDays, danishDayOf } from '../../src/domain/round/deadline.js';
import { da } from '../../src/text/messages.js';
import { azurite } from '../support/azurite.js';
import { readNotat } from '../support/read-notat.js';
import { type Stage, setStage } from '../support/stage.js';
import { partOfSweep } from '../support/sweep.js';
import { holdUpdates } from './held-updates.js';
import { BROWSER_TEST_MS, shareBrowser } from './shared-browser.js';
import { storedReplies } from './stored-replies.js';
import { type Device, openTeams, type TeamsWindow } from './teams-window.js';

const { planning, request, receipt, roundForm, roundPreview, roundStarted, notat, registration } = da;

const DEPARTMENTS = ['Ældre og Sundhed', 'Social og Handicap', 'Børn og Familie', 'Skole og Dagtilbud'] as const;
const [ELDERLY, SOCIAL, FAMILY, SCHOOL] = DEPARTMENTS;
const NOT_ASKED = 'Vej, Park og Natur';
const TITLE = 'Opfølgning på borgerrådgiverens beretning';
const INTRODUCTION = 'Byrådet fik beretningen forelagt i oktober.';
const LESSON = 'Pårørende venter for længe på svar.';
const CORRECTED = 'Vi aftaler et fælles møde, før den unge fylder 18 år.';
const OF_FIRST = 'Skolerne skriver tidligere til forældrene.';
const OF_SECOND = 'Skolerne skriver tidligere til forældrene, og vi ringer til dem, der ikke svarer.';

// A run is at one of the widths, and npm run check:sweeps at both.
for (const device of partOfSweep(['desktop', 'phone'] as const, 1)) {
  describe(`a whole round in the browser, ${device} width`, function () {
    this.timeout(BROWSER_TEST_MS);
    let browser: Browser;
    let stage: Stage;
    let town: Municipality;
    let open: TeamsWindow[];

    before(async function () {
      browser = await shareBrowser(this);
      await azurite();
    });
    beforeEach(async () => {
      stage = await setStage({ hasPage: true });
      town = buildMunicipality(stage.teams, [...DEPARTMENTS, NOT_ASKED]);
      stage.teams.addPerson('Bo Lind');
      open = [];
    });
    afterEach(async () => {
      try {
        for (const teams of open) await teams.close();
      } finally {
        await stage.stop();
      }
    });

    async function openAs(person: string, on: Device): Promise<TeamsWindow> {
      const teams = await openTeams(browser, stage.teams.serviceUrl, { person, device: on });
      open.push(teams);
      return teams;
    }

    it('is set up, asked, answered by everyone in their own way, and ends with the notat', async () => {
      const teams = await openAs('Karen Lund', device);
      await setUp(teams);
      await startRound(teams);

      await teams.be('Mette Holm');
      await teams.open(ELDERLY);
      const asked = teams.card(request.heading);
      await asked.says(TITLE, roundForm.defaultQuestion);
      await asked.type(request.field, `${LESSON}\n- Alle får en kvittering.\n- Visitationen ringer.`);
      await asked.press(request.send);
      await teams.card(receipt.heading).says('Mette Holm', LESSON, 'Visitationen ringer.');

      await teams.be('Jonas Bech');
      await teams.open(SOCIAL);
      await teams.card(request.heading).press(request.nil);
      await teams.card(receipt.heading).says('Jonas Bech', receipt.nil);

      await teams.be('Aisha Rahman');
      await teams.open(FAMILY);
      await teams.card(request.heading).type(request.field, 'Vi aftaler et fælles møde.');
      await teams.card(request.heading).press(request.send);
      const changeable = teams.card(receipt.heading);
      await changeable.says('Vi aftaler et fælles møde.');
      await changeable.isEdited();
      await changeable.press(receipt.correct);
      const correcting = teams.card(request.correctingHeading);
      await correcting.says(request.correcting);
      equal(await correcting.typed(request.field), 'Vi aftaler et fælles møde.');
      await correcting.type(request.field, CORRECTED);
      await correcting.press(request.send);
      await teams.card(receipt.heading).says(receipt.version(2), CORRECTED);

      await askOnTheWay(teams);
      await answerAtOnce(teams);

      await teams.be('Karen Lund');
      await teams.open('Sekretariatet');
      const complete = teams.card(notat.completeHeading);
      const everyone = { asked: DEPARTMENTS.length, answered: DEPARTMENTS.length, nil: 1, late: 0, notTheirs: 0 };
      await complete.says(`${notat.counts(everyone)}.`);
      const { headings, introduction, rows } = await readNotat(await teams.download(complete, notat.download));
      deepEqual(headings, [TITLE, 'Fagområdernes svar']);
      equal(introduction.at(-1), INTRODUCTION);
      deepEqual(rows, [
        { department: ELDERLY, paragraphs: [LESSON, 'Alle får en kvittering.', 'Visitationen ringer.'] },
        { department: SOCIAL, paragraphs: [receipt.nil] },
        { department: FAMILY, paragraphs: [CORRECTED] },
        { department: SCHOOL, paragraphs: [OF_SECOND] },
      ]);
    });

    /** The bot is added to the team, and the secretary registers every channel. */
    async function setUp(teams: TeamsWindow): Promise<void> {
      await teams.switchOn(town.team.name);
      await teams.open('Sekretariatet');
      await teams.command('tilknyt sekretariatet');
      await teams.card(registration.secretariat([]).heading).says(registration.secretariat([]).text);
      for (const { name } of town.departments) {
        await teams.open(name);
        await teams.command(`tilknyt ${name}`);
        await teams.card(registration.department(name, false).heading).says(name);
      }
    }

    async function startRound(teams: TeamsWindow): Promise<void> {
      await teams.be('Karen Lund');
      await teams.open('Sekretariatet');
      await teams.command('ny runde');
      const form = teams.card(roundForm.heading);
      await form.type(roundForm.title, TITLE);
      await form.type(roundForm.report, 'Borgerrådgiverens beretning 2026');
      await form.press(planning.notatFields);
      await form.type(roundForm.reportLink, 'https://kommunen.example/beretning.pdf');
      await form.type(roundForm.introduction, INTRODUCTION);
      await form.type(roundForm.deadline, addDays(danishDayOf(new Date()), 14));
      await form.setChoice(NOT_ASKED, false);
      await form.press(roundForm.preview);
      const preview = teams.card(roundPreview.heading);
      await preview.says(TITLE, INTRODUCTION, roundPreview.recipients(DEPARTMENTS.length), roundPreview.nothingSent);
      await preview.press(roundPreview.start);
      await teams.card(roundStarted.heading).says(/^Fire fagområder får kortet/u);
    }

    /** The secretary asks how far it is, and fetches the notat as it stands. */
    async function askOnTheWay(teams: TeamsWindow): Promise<void> {
      await teams.be('Karen Lund');
      await teams.open('Sekretariatet');
      await teams.command('status');
      const progress = da.status.progress(3, DEPARTMENTS.length);
      await teams.card(progress).says(TITLE, SCHOOL);
      await teams.command('notat');
      const counts = { asked: DEPARTMENTS.length, answered: 3, nil: 1, late: 0, notTheirs: 0 };
      const interim = teams.card(`${notat.interimHeading}: ${notat.counts(counts)}`);
      await interim.says(CORRECTED);
      const { rows } = await readNotat(await teams.download(interim, notat.download));
      deepEqual(
        rows.slice(0, 3).map(({ paragraphs }) => paragraphs.at(-1)),
        ['Visitationen ringer.', receipt.nil, CORRECTED],
      );
    }

    /** Two people answer for one department, and neither has seen the other's answer yet. */
    async function answerAtOnce(first: TeamsWindow): Promise<void> {
      const second = await openAs('Bo Lind', device);
      await first.be('Peter Skov');
      for (const [teams, text] of [
        [first, OF_FIRST],
        [second, OF_SECOND],
      ] as const) {
        await teams.open(SCHOOL);
        await teams.card(request.heading).type(request.field, text);
      }
      const updates = holdUpdates(stage.teams);
      await first.card(request.heading).press(request.send);
      await first.card(receipt.heading).says('Peter Skov', OF_FIRST);
      const overtaken = second.card(request.heading);
      await overtaken.press(request.send);
      await overtaken.says(/Svaret er ikke gemt: Peter Skov har svaret/u, OF_FIRST);
      equal(await overtaken.typed(request.field), OF_SECOND);
      await overtaken.press(request.send);
      await second.card(receipt.heading).says('Bo Lind', receipt.version(2), OF_SECOND);
      updates.release();
      await first.card(receipt.heading).says('Bo Lind', receipt.version(2), OF_SECOND);
      deepEqual(await storedReplies(stage, SCHOOL), [OF_FIRST, OF_SECOND]);
    }
  });
}
