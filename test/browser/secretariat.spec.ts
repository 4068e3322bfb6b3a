import { deepEqual, equal } from 'node:assert/strict';
import type { Browser } from 'playwright-core';
import { da } from '../../src/text/messages.js';
import { readNotat } from '../support/read-notat.js';
import {
  type AskedDepartment,
  askDepartment,
  DEPARTMENT,
  HEAD,
  OTHER_DEPARTMENT,
  prepareBrowser,
} from './asked-department.js';
import { BROWSER_TEST_MS } from './shared-browser.js';
import type { TeamsWindow } from './teams-window.js';

const { request, receipt, decline, followUp, status, notat, closing } = da;

const SECRETARY = 'Karen Lund';
const TEXT = 'Vi følger op hver måned.';
const REASON = 'Rapporten handler om noget andet.';
const COMMENT = 'Skriv gerne et eksempel.';

describe('the secretariat in the browser', function () {
  this.timeout(BROWSER_TEST_MS);
  let browser: Browser;
  let asked: AskedDepartment;
  let teams: TeamsWindow;

  before(async function () {
    browser = await prepareBrowser(this);
  });
  beforeEach(async () => {
    asked = await askDepartment(browser);
    teams = await asked.openAs(HEAD);
    await teams.open(DEPARTMENT);
  });
  afterEach(async () => asked.close());

  /** Opens the secretariat's card about the department that is the first choice in the status. */
  async function lookAt(answered: number): Promise<void> {
    await teams.be(SECRETARY);
    await teams.open('Sekretariatet');
    await teams.command('status');
    const shown = teams.card(status.progress(answered, 2));
    await shown.field(status.choose).selectOption({ label: DEPARTMENT });
    await shown.press(status.show);
    await teams.card(followUp.heading).says(DEPARTMENT);
  }

  it('sends a reply back and closes the round: the row says that the department has not answered, and so do the counts', async () => {
    await teams.card(request.heading).type(request.field, TEXT);
    await teams.card(request.heading).press(request.send);
    await teams.card(receipt.heading).says(TEXT);

    await lookAt(1);
    await teams.card(followUp.heading).press(followUp.sendBack);
    await teams.card(followUp.heading).type(followUp.comment, COMMENT);
    await teams.card(followUp.heading).press(followUp.sendBackNow);
    await teams.card(followUp.heading).says(followUp.state({ kind: 'awaited', why: 'returned' }));

    await teams.command('afslut');
    const check = teams.card(closing.heading);
    await check.says(closing.missing(2), DEPARTMENT, OTHER_DEPARTMENT, closing.missingExplained);
    await check.press(closing.close);

    const final = teams.card(notat.finalHeading(1));
    await final.says(`${notat.counts({ asked: 2, answered: 0, nil: 0, late: 0, notTheirs: 0 })}.`);
    const { rows } = await readNotat(await teams.download(final, notat.download));
    deepEqual(rows, [
      { department: DEPARTMENT, paragraphs: ['Har ikke svaret'] },
      { department: OTHER_DEPARTMENT, paragraphs: ['Har ikke svaret'] },
    ]);
  });

  it('accepts a decline with either of the buttons that have one verb', async () => {
    await teams.card(request.heading).press('Flere indstillinger');
    await teams.page.getByRole('menuitem', { name: request.decline }).click();
    await teams.card(decline.heading).type(decline.reason, REASON);
    await teams.card(decline.heading).press(decline.send);
    await teams.card(decline.declinedHeading).says(REASON);

    // The bot posts the secretariat's card about it by itself.
    await teams.be(SECRETARY);
    await teams.open('Sekretariatet');
    await teams.card(followUp.heading).says(DEPARTMENT, REASON);
    await teams.card(followUp.heading).press(followUp.acceptLeftOut);
    await teams.card(followUp.heading).says('Fagområdet er udeladt af notatet.');
    equal(await teams.card(followUp.heading).button(followUp.acceptLeftOut).count(), 0);
    await teams.card(followUp.heading).press(followUp.acceptInNotat);
    await teams.card(followUp.heading).says('Notatet skriver, at rapporten ikke vedrører fagområdet.');
  });
});
