import { deepEqual, equal, ok } from 'node:assert/strict';
import type { Browser } from 'playwright-core';
import { da } from '../../src/text/messages.js';
import {
  type AskedDepartment,
  askDepartment,
  DEPARTMENT,
  HEAD,
  OTHER_DEPARTMENT,
  prepareBrowser,
} from './asked-department.js';
import { BROWSER_TEST_MS } from './shared-browser.js';
import { storedReplies } from './stored-replies.js';
import type { TeamsWindow } from './teams-window.js';

const { request, receipt, time, written, question, dialog } = da;

const TEXT = 'Vi har lært, at borgerne skal have besked med det samme.';
const QUESTION = 'Skal de selvejende institutioner være med?';
const CORRECTED = 'Vi har lært, at borgerne skal have besked samme dag.';

/** Whether the heading of a card can be read without scrolling. */
async function isInSight({ page }: TeamsWindow, heading: string): Promise<boolean> {
  const box = await page.getByRole('heading', { name: heading, exact: true }).last().boundingBox();
  const height = page.viewportSize()?.height ?? 0;
  return box !== null && box.y >= 0 && box.y + box.height <= height;
}

describe('answering in the browser', function () {
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

  for (const [device, before] of [
    ['desktop', []],
    ['phone', ['open the list']],
  ] as const) {
    it(`takes the channel, the text and one press (${device})`, async () => {
      const teams = await asked.openAs(HEAD, device);
      await teams.open(DEPARTMENT);
      await teams.card(request.heading).type(request.field, TEXT);
      await teams.card(request.heading).press(request.send);
      await teams.card(receipt.heading).says(HEAD, TEXT);
      deepEqual(teams.gestures, [...before, `open ${DEPARTMENT}`, `type in ${request.field}`, `press ${request.send}`]);
      if (device === 'phone') equal(await isInSight(teams, receipt.heading), true);
    });

    it(`takes one message and one press to ask the secretariat (${device})`, async () => {
      const teams = await asked.openAs(HEAD, device);
      await teams.open(DEPARTMENT);
      await teams.command(QUESTION);
      await teams.card(written.heading).press(written.ask);
      await teams.card(written.asked().heading).says(written.asked().text);
      deepEqual(teams.gestures, [...before, `open ${DEPARTMENT}`, `write ${QUESTION}`, `press ${written.ask}`]);
      await teams.open('Sekretariatet');
      await teams.card(question.openHeading).says(QUESTION);
    });

    it(`takes two presses and the reason to ask for more time (${device})`, async () => {
      const teams = await asked.openAs(HEAD, device);
      await teams.open(DEPARTMENT);
      await teams.card(request.heading).press(time.open);
      await teams.card(time.heading).type(time.reason, 'Vi venter på tal.');
      await teams.card(time.heading).press(time.send);
      await teams.card(request.heading).says(/^I har bedt om frist/u);
      deepEqual(teams.gestures, [
        ...before,
        `open ${DEPARTMENT}`,
        `press ${time.open}`,
        `type in ${time.reason}`,
        `press ${time.send}`,
      ]);
    });
  }

  it('has what a head needs first on the card itself, large enough for a finger, in two rows below it (phone)', async () => {
    const teams = await asked.openAs(HEAD, 'phone');
    await teams.open(DEPARTMENT);
    const card = teams.card(request.heading);
    const tops: number[] = [];
    for (const name of [question.open, time.open, request.send, request.nil, dialog.open]) {
      const box = await card.button(name).boundingBox();
      ok(box !== null && box.height >= 44, `${name} is ${box?.height} px high`);
      if ([request.send, request.nil, dialog.open].includes(name)) tops.push(box.y);
    }
    ok(new Set(tops).size <= 2, `${tops}`);
  });

  it('takes the channel and one press where there are no remarks', async () => {
    const teams = await asked.openAs(HEAD);
    await teams.open(DEPARTMENT);
    await teams.card(request.heading).press(request.nil);
    await teams.card(receipt.heading).says(HEAD, receipt.nil);
    deepEqual(teams.gestures, [`open ${DEPARTMENT}`, `press ${request.nil}`]);
  });

  it('says what is missing, and shows the answer to a colleague who has the channel open', async () => {
    const teams = await asked.openAs(HEAD);
    const colleague = await asked.openAs('Jonas Bech');
    for (const each of [teams, colleague]) await each.open(DEPARTMENT);
    await teams.card(request.heading).press(request.send);
    await teams.card(request.heading).says(request.problem({ kind: 'empty' }));
    await teams.card(request.heading).type(request.field, TEXT);
    await teams.card(request.heading).press(request.send);
    await colleague.card(receipt.heading).says(HEAD, TEXT);
  });

  it('keeps what is typed when the channel is left, until it is sent', async () => {
    const teams = await asked.openAs(HEAD);
    await teams.open(DEPARTMENT);
    await teams.card(request.heading).type(request.field, TEXT);
    await teams.open(OTHER_DEPARTMENT);
    await teams.open(DEPARTMENT);
    await teams.card(request.heading).press(request.send);
    await teams.card(receipt.heading).says(HEAD, TEXT);
  });

  it('can be done with the keyboard alone', async () => {
    const teams = await asked.openAs(HEAD);
    const { keyboard } = teams.page;
    await teams.tabTo(teams.place(DEPARTMENT));
    await keyboard.press('Enter');
    const card = teams.card(request.heading);
    await card.says(request.report);
    await teams.tabTo(card.field(request.field));
    await keyboard.type(TEXT);
    await teams.tabTo(card.button(request.send));
    await keyboard.press('Enter');
    await teams.card(receipt.heading).says(HEAD, TEXT);
    await asked.shownToAll();

    await teams.tabTo(teams.card(receipt.heading).button(receipt.correct));
    await keyboard.press('Enter');
    const correcting = teams.card(request.correctingHeading);
    await correcting.says(request.correcting);
    await teams.tabTo(correcting.field(request.field));
    await keyboard.press('ControlOrMeta+a');
    await keyboard.type(CORRECTED);
    await teams.tabTo(correcting.button(request.send));
    await keyboard.press('Space');
    await teams.card(receipt.heading).says(receipt.version(2), CORRECTED);
    deepEqual(teams.gestures, []);
    deepEqual(await storedReplies(asked.stage, DEPARTMENT), [TEXT, CORRECTED]);
  });

  it('lets a command be written with the keyboard alone, the bot’s name completed by Tab', async () => {
    const teams = await asked.openAs('Karen Lund');
    const { keyboard } = teams.page;
    await teams.tabTo(teams.place('Sekretariatet'));
    await keyboard.press('Enter');
    await teams.tabTo(teams.newPost());
    await keyboard.type('@Not');
    await keyboard.press('Tab');
    await keyboard.type('status');
    await keyboard.press('Enter');
    await teams.card(da.status.progress(0, 2)).says(DEPARTMENT);
  });
});
