import type { Browser } from 'playwright-core';
import { da } from '../../src/text/messages.js';
import { azurite } from '../support/azurite.js';
import { openRound, read } from '../support/open-round.js';
import { type Stage, setStage } from '../support/stage.js';
import { shareBrowser } from './shared-browser.js';
import { type Device, openTeams, type TeamsWindow } from './teams-window.js';

export const DEPARTMENT = 'Socialområdet';
export const OTHER_DEPARTMENT = 'Skoleområdet';
/** The department's, as the local municipality names its people. */
export const HEAD = 'Mette Holm';
export const DEPUTY = 'Bo Lind';

/** A round in which nobody has answered yet, to be seen in the browser. */
export interface AskedDepartment {
  readonly stage: Stage;
  /** Opens a window, which is closed with the rest. */
  openAs(person: string, device?: Device): Promise<TeamsWindow>;
  /** Resolves when everyone sees the receipt in the place of the department's card. */
  shownToAll(): Promise<void>;
  close(): Promise<void>;
}

/** Starts what the tests of a suite share, or skips it where there is no browser. */
export async function prepareBrowser(suite: Mocha.Context): Promise<Browser> {
  const browser = await shareBrowser(suite);
  await azurite();
  return browser;
}

export async function askDepartment(browser: Browser): Promise<AskedDepartment> {
  const stage = await setStage({ hasPage: true });
  stage.teams.addPerson(DEPUTY);
  const {
    asked: [asked],
  } = await openRound(stage.teams, [DEPARTMENT, OTHER_DEPARTMENT]);
  const windows: TeamsWindow[] = [];
  if (asked === undefined) throw new Error('nobody is asked');
  return {
    stage,
    async openAs(person, device = 'desktop') {
      const opened = await openTeams(browser, stage.teams.serviceUrl, { person, device });
      windows.push(opened);
      return opened;
    },
    async shownToAll() {
      await stage.teams.until(
        () => read(asked.request.card).startsWith(da.receipt.heading),
        'the receipt for everyone',
      );
    },
    async close() {
      try {
        for (const opened of windows) await opened.close();
      } finally {
        await stage.stop();
      }
    },
  };
}
