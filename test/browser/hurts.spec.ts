import { deepEqual, equal } from 'node:assert/strict';
import type { Browser } from 'playwright-core';
import { NIL_REMARK_MAX } from '../../src/domain/limits.js';
import { da } from '../../src/text/messages.js';
import { partOfSweep } from '../support/sweep.js';
import {
  type AskedDepartment,
  askDepartment,
  DEPARTMENT,
  DEPUTY,
  HEAD,
  OTHER_DEPARTMENT,
  prepareBrowser,
} from './asked-department.js';
import { holdUpdates } from './held-updates.js';
import { BROWSER_TEST_MS } from './shared-browser.js';
import { storedReplies } from './stored-replies.js';
import type { TeamsWindow } from './teams-window.js';

const { request, receipt } = da;

const TEXT = 'Vi har lært, at borgerne skal have besked med det samme.';
/** More than a sentence to go with no remarks, and the same corrected. */
const LONG = `${TEXT} `.repeat(6).trim();
const CORRECTED = 'Vi har lært, at borgerne skal have besked samme dag.';
const LONG_CORRECTED = `${CORRECTED} `.repeat(6).trim();

/** The switches as the developer panel names them. */
const FORGETS_TYPED = 'Indtastet tekst forsvinder';
const NO_EXECUTE = 'Action.Execute virker ikke';
const LATE_ANSWERS = 'Svar kommer for sent';
const TWICE_SAME_ID = 'Tryk leveres to gange, samme id';
const TWICE_NEW_ID = 'Tryk leveres to gange, nyt id';
const PHONE = 'Klienten er en telefon';

/** A run tries some of them, and `npm run check:sweeps` all. */
const TRIED: readonly string[] = partOfSweep(
  [
    'the client forgets what is typed',
    'the client forgets what is typed, and someone else has answered meanwhile',
    'Action.Execute is dead, and its Action.Submit fallback runs',
    'the bot’s answers come too late',
    'every press is delivered twice, the second time with the same id',
    'every press is delivered twice, the second time with a new id',
    'the client is a phone, which sends the fields along with every button',
  ],
  3,
);

/** One of them, if this run tries it. */
function hurt(what: string, run: () => Promise<void>): void {
  if (TRIED.includes(what)) it(what, run);
}

describe('no answer is lost or stored twice in the browser when', function () {
  this.timeout(BROWSER_TEST_MS);
  let browser: Browser;
  let asked: AskedDepartment;

  before(async function () {
    browser = await prepareBrowser(this);
  });
  beforeEach(async () => {
    asked = await askDepartment(browser);
  });
  afterEach(async () => asked.close());

  /** The department's channel as its head sees it, with a hurt switched on. */
  async function hurtBy(how: string, person = HEAD): Promise<TeamsWindow> {
    const teams = await asked.openAs(person);
    await teams.switchOn(how);
    await teams.open(DEPARTMENT);
    return teams;
  }
  async function send(teams: TeamsWindow, text: string, heading: string = request.heading): Promise<void> {
    await teams.card(heading).type(request.field, text);
    await teams.card(heading).press(request.send);
  }
  async function correct(teams: TeamsWindow, text: string): Promise<void> {
    await teams.card(receipt.heading).press(receipt.correct);
    await teams.card(request.correctingHeading).says(request.correcting);
    await send(teams, text, request.correctingHeading);
  }
  const stored = () => storedReplies(asked.stage, DEPARTMENT);

  /** What each press was sent as: its verb and the activity's id. */
  function presses(): readonly { readonly verb: string; readonly id: string }[] {
    return asked.stage.teams.traffic.flatMap(({ activity }) => {
      const { action } = (activity?.['value'] ?? {}) as { action?: { verb?: string } };
      return action?.verb?.startsWith('reply.') ? [{ verb: action.verb, id: String(activity?.['id']) }] : [];
    });
  }

  hurt('the client forgets what is typed', async () => {
    const teams = await hurtBy(FORGETS_TYPED);
    const card = teams.card(request.heading);
    await card.type(request.field, TEXT);
    await teams.open(OTHER_DEPARTMENT);
    await teams.open(DEPARTMENT);
    equal(await card.typed(request.field), '');

    await card.type(request.field, LONG);
    await card.press(request.nil);
    await card.says(request.problem({ kind: 'nil with text', max: NIL_REMARK_MAX }));
    equal(await card.typed(request.field), LONG);
    await card.press(request.send);
    await teams.card(receipt.heading).says(LONG);
    deepEqual(await stored(), [LONG]);
  });

  hurt('the client forgets what is typed, and someone else has answered meanwhile', async () => {
    const teams = await hurtBy(FORGETS_TYPED);
    const second = await hurtBy(FORGETS_TYPED, DEPUTY);
    const updates = holdUpdates(asked.stage.teams);
    await send(teams, TEXT);
    await teams.card(receipt.heading).says(TEXT);
    const overtaken = second.card(request.heading);
    await send(second, CORRECTED);
    await overtaken.says(/^Svaret er ikke gemt/u, TEXT);
    equal(await overtaken.typed(request.field), CORRECTED);
    await overtaken.press(request.send);
    await second.card(receipt.heading).says(receipt.version(2), CORRECTED);
    updates.release();
    await teams.card(receipt.heading).says(receipt.version(2), CORRECTED);
    deepEqual(await stored(), [TEXT, CORRECTED]);
  });

  hurt('Action.Execute is dead, and its Action.Submit fallback runs', async () => {
    const teams = await hurtBy(NO_EXECUTE);
    await teams.card(request.heading).press(request.send);
    await teams.card(request.heading).says(request.problem({ kind: 'empty' }));
    await send(teams, TEXT);
    await teams.card(receipt.heading).says(TEXT);
    await correct(teams, CORRECTED);
    await teams.card(receipt.heading).says(receipt.version(2), CORRECTED);
    deepEqual(await stored(), [TEXT, CORRECTED]);
    deepEqual(presses(), []);
  });

  hurt('the bot’s answers come too late', async () => {
    const teams = await hurtBy(LATE_ANSWERS);
    const card = teams.card(request.heading);
    const updates = holdUpdates(asked.stage.teams);
    await send(teams, TEXT);
    await card.isNoted('Something went wrong');
    equal(await card.typed(request.field), TEXT);
    deepEqual(await stored(), [TEXT]);

    await card.press(request.send);
    await asked.stage.teams.until(() => presses().length === 2, 'the second press');
    await card.isNoted('Something went wrong');
    updates.release();
    await teams.card(receipt.heading).says(HEAD, TEXT);
    deepEqual(await stored(), [TEXT]);
  });

  for (const [what, how, ids] of [
    ['the same id', TWICE_SAME_ID, 1],
    ['a new id', TWICE_NEW_ID, 2],
  ] as const) {
    hurt(`every press is delivered twice, the second time with ${what}`, async () => {
      const teams = await hurtBy(how);
      await send(teams, TEXT);
      await teams.card(receipt.heading).says(TEXT);
      await asked.shownToAll();
      const sent = presses().filter(({ verb }) => verb === 'reply.send');
      deepEqual([sent.length, new Set(sent.map(({ id }) => id)).size], [2, ids]);
      deepEqual(await stored(), [TEXT]);

      await correct(teams, CORRECTED);
      await teams.card(receipt.heading).says(receipt.version(2), CORRECTED);
      deepEqual(await stored(), [TEXT, CORRECTED]);
    });
  }

  hurt('the client is a phone, which sends the fields along with every button', async () => {
    const teams = await hurtBy(PHONE);
    await send(teams, TEXT);
    await teams.card(receipt.heading).says(TEXT);
    await asked.shownToAll();

    const card = teams.card(request.correctingHeading);
    await teams.card(receipt.heading).press(receipt.correct);
    await card.type(request.field, LONG_CORRECTED);
    await card.press(request.nil);
    await card.says(request.problem({ kind: 'nil with text', max: NIL_REMARK_MAX }));
    equal(await card.typed(request.field), LONG_CORRECTED);
    await card.press(request.send);
    await teams.card(receipt.heading).says(receipt.version(2), LONG_CORRECTED);
    deepEqual(await stored(), [TEXT, LONG_CORRECTED]);
    equal(teams.gestures.includes('open the list'), true);
  });
});
