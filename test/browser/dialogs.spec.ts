import { deepEqual, equal } from 'node:assert/strict';
import type { Browser } from 'playwright-core';
import { da } from '../../src/text/messages.js';
import { partOfSweep } from '../support/sweep.js';
import { type AskedDepartment, askDepartment, DEPARTMENT, DEPUTY, HEAD, prepareBrowser } from './asked-department.js';
import { holdUpdates } from './held-updates.js';
import { BROWSER_TEST_MS } from './shared-browser.js';
import { storedReplies } from './stored-replies.js';
import type { ShownDialog, TeamsWindow } from './teams-window.js';

const { request, receipt, dialog: words, question } = da;

const BEGUN = 'Vi har lært, at borgerne';
const TEXT = 'Vi har lært, at borgerne skal have besked med det samme.';
const OTHER = 'Vi svarer nu altid samme dag.';
const QUESTION = 'Skal de selvejende institutioner være med?';

/** The switches as the developer panel names them. */
const HURTS = {
  forgetsTyped: 'Indtastet tekst forsvinder',
  lateAnswers: 'Svar kommer for sent',
  twiceSameId: 'Tryk leveres to gange, samme id',
  twiceNewId: 'Tryk leveres to gange, nyt id',
  noReplyToId: 'Beskedens id mangler',
  dialogsFail: 'Dialoger kan ikke åbnes',
  dialogsClose: 'Dialogen lukker ved et uheld',
  noInputsToDialog: 'Tekst følger ikke med i dialogen',
  deadActionSets: 'Knapper midt i en dialog mangler',
  targetedRefused: 'Beskeder til én person afvises',
  phone: 'Klienten er en telefon',
} as const;

type Hurt = keyof typeof HURTS;

const WRONG = 'Something went wrong';

describe('the dialog with the large field, in the browser', function () {
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

  async function inChannel(person: string, ...hurts: readonly Hurt[]): Promise<TeamsWindow> {
    const teams = await asked.openAs(person);
    for (const hurt of hurts) await teams.switchOn(HURTS[hurt]);
    await teams.open(DEPARTMENT);
    return teams;
  }
  async function openDialog(teams: TeamsWindow): Promise<ShownDialog> {
    await teams.card(request.heading).press(words.open);
    const dialog = teams.dialog();
    await dialog.says(words.row);
    return dialog;
  }
  const stored = () => storedReplies(asked.stage, DEPARTMENT);

  describe('while two heads write at once', () => {
    it('takes along what stands in the card, and is not touched when a colleague sends from theirs', async () => {
      const mette = await inChannel(HEAD);
      const bo = await inChannel(DEPUTY);

      // Mette begins in the card, and goes on in the dialog.
      await mette.card(request.heading).type(request.field, BEGUN);
      const dialog = await openDialog(mette);
      equal(await dialog.typed(words.field), BEGUN);
      await dialog.says(words.fromCard);
      await dialog.type(words.field, TEXT);

      // Bo writes in the card, and sends. The card shows everyone the receipt, behind the dialog too.
      await bo.card(request.heading).type(request.field, OTHER);
      await bo.card(request.heading).press(request.send);
      await bo.card(receipt.heading).says(OTHER);
      await asked.shownToAll();
      equal(await dialog.typed(words.field), TEXT);

      // Mette sends, and sees both texts. Nothing is replaced before she sends again.
      await dialog.press(request.send);
      await dialog.says(/^Svaret er ikke gemt: Bo Lind har svaret/u, OTHER);
      equal(await dialog.typed(words.field), TEXT);
      deepEqual(await stored(), [OTHER]);
      await dialog.press(request.send);
      await dialog.says(receipt.heading);
      await dialog.close();
      await bo.card(receipt.heading).says(receipt.version(2), TEXT);
      deepEqual(await stored(), [OTHER, TEXT]);
    });

    it('sends, and the truth takes the place of what a colleague has only typed in the card', async () => {
      const mette = await inChannel(HEAD);
      const bo = await inChannel(DEPUTY, 'forgetsTyped');
      const dialog = await openDialog(mette);
      await dialog.type(words.field, TEXT);
      await bo.card(request.heading).says(request.hint);
      await bo.card(request.heading).type(request.field, OTHER);
      await dialog.press(request.send);
      await dialog.says(receipt.heading);
      await bo.card(receipt.heading).says(HEAD, TEXT);
      deepEqual(await stored(), [TEXT]);
    });

    it('keeps a draft for each of the two, which the other never sees', async () => {
      const mette = await inChannel(HEAD);
      const bo = await inChannel(DEPUTY);
      for (const [teams, text] of [
        [mette, TEXT],
        [bo, OTHER],
      ] as const) {
        const dialog = await openDialog(teams);
        await dialog.type(words.field, text);
        await dialog.press(words.saveOwn);
        await dialog.says(words.saved().heading);
        await dialog.close();
      }
      for (const [teams, text] of [
        [mette, TEXT],
        [bo, OTHER],
      ] as const) {
        const dialog = await openDialog(teams);
        equal(await dialog.typed(words.field), text);
        await dialog.close();
      }
      deepEqual(await stored(), []);
    });
  });

  it('can be used with the keyboard alone, and gives the focus back', async () => {
    const teams = await inChannel(HEAD);
    const { keyboard } = teams.page;
    const card = teams.card(request.heading);
    await teams.tabTo(card.button(words.open));
    await keyboard.press('Enter');
    const dialog = teams.dialog();
    await dialog.says(words.row);
    await teams.tabTo(dialog.field(words.field));
    await keyboard.type(TEXT);
    await teams.tabTo(dialog.button(words.saveOwn));
    await keyboard.press('Enter');
    await dialog.says(words.saved().heading);
    await keyboard.press('Escape');
    await dialog.isClosed();
    await teams.tabTo(card.button(words.open));
    await keyboard.press('Space');
    await dialog.says(words.row);
    equal(await dialog.typed(words.field), TEXT);
    await teams.tabTo(dialog.button(request.send));
    await keyboard.press('Enter');
    await dialog.says(receipt.heading);
    await keyboard.press('Escape');
    await teams.card(receipt.heading).says(HEAD, TEXT);
    deepEqual(await stored(), [TEXT]);
  });

  it('asks the secretariat, and goes on with the reply', async () => {
    const teams = await inChannel(HEAD);
    const dialog = await openDialog(teams);
    await dialog.type(words.field, TEXT);
    await dialog.press('Flere indstillinger');
    await teams.page.getByRole('menuitem', { name: question.open }).click();
    await dialog.type(question.field, QUESTION);
    await dialog.press(question.send);
    await dialog.says(question.sent);
    equal(await dialog.typed(words.field), TEXT);
    await dialog.press(request.send);
    await dialog.says(receipt.heading);
    await dialog.close();
    await teams.card(receipt.heading).says(TEXT);
    await teams.open('Sekretariatet');
    await teams.card(question.openHeading).says(QUESTION);
  });

  /** What each hurt does to a person who writes in the dialog and sends. A run tries some of them. */
  const HURT: Readonly<Record<string, () => Promise<void>>> = {
    'is closed by accident: what was kept is there again, and what was not is lost': async () => {
      const teams = await inChannel(HEAD, 'dialogsClose');
      const dialog = await openDialog(teams);
      await dialog.type(words.field, TEXT);
      await dialog.press(words.saveOwn);
      await dialog.says(words.saved().heading);
      await dialog.type(words.field, OTHER);
      await dialog.clickBeside();
      await dialog.isClosed();
      const again = await openDialog(teams);
      equal(await again.typed(words.field), TEXT);
    },
    'gets no text from the card, which still has it when the dialog is closed': async () => {
      const teams = await inChannel(HEAD, 'noInputsToDialog');
      await teams.card(request.heading).type(request.field, TEXT);
      const dialog = await openDialog(teams);
      equal(await dialog.typed(words.field), '');
      await dialog.close();
      equal(await teams.card(request.heading).typed(request.field), TEXT);
    },
    'cannot be opened: the card’s own field does the same': async () => {
      const teams = await inChannel(HEAD, 'dialogsFail');
      const card = teams.card(request.heading);
      await card.type(request.field, TEXT);
      await card.press(words.open);
      await card.isNoted(WRONG);
      equal(await card.typed(request.field), TEXT);
      await card.press(request.send);
      await teams.card(receipt.heading).says(TEXT);
      deepEqual(await stored(), [TEXT]);
    },
    'gets its answers too late: the text stays, and sending again stores it once': async () => {
      const teams = await inChannel(HEAD);
      const dialog = await openDialog(teams);
      const updates = holdUpdates(asked.stage.teams);
      await asked.stage.teams.until(() => true, 'the dialog');
      await (await asked.openAs(DEPUTY)).switchOn(HURTS.lateAnswers);
      await dialog.type(words.field, TEXT);
      await dialog.press(request.send);
      await dialog.isNoted(WRONG);
      equal(await dialog.typed(words.field), TEXT);
      await dialog.press(request.send);
      await dialog.isNoted(WRONG);
      updates.release();
      await asked.shownToAll();
      deepEqual(await stored(), [TEXT]);
    },
    ...Object.fromEntries(
      (['noReplyToId', 'deadActionSets', 'twiceSameId', 'twiceNewId', 'phone', 'targetedRefused'] as const).map(
        (hurt) => [
          `is sent from once, though: ${HURTS[hurt]}`,
          async () => {
            const teams = await inChannel(HEAD, hurt);
            const dialog = await openDialog(teams);
            await dialog.type(words.field, TEXT);
            await dialog.press(request.send);
            await dialog.says(receipt.heading);
            await dialog.close();
            await teams.card(receipt.heading).says(HEAD, TEXT);
            deepEqual(await stored(), [TEXT]);
          },
        ],
      ),
    ),
  };
  for (const what of partOfSweep(Object.keys(HURT), 2)) it(what, async () => HURT[what]?.());

  it('loses no word that was sent with every hurt at once', async () => {
    const { dialogsFail: _, lateAnswers: __, ...together } = HURTS;
    const teams = await inChannel(HEAD, ...(Object.keys(together) as (keyof typeof together)[]));
    const dialog = await openDialog(teams);
    await dialog.press(request.send);
    await dialog.says(words.problem({ kind: 'empty' }));
    await dialog.type(words.field, TEXT);
    await dialog.press(words.saveOwn);
    await dialog.says(words.saved().heading);
    await dialog.clickBeside();
    await dialog.isClosed();

    // Now no dialog opens, and no answer comes in time. The card's field is all there is.
    await teams.switchOn(HURTS.dialogsFail);
    await teams.switchOn(HURTS.lateAnswers);
    const card = teams.card(request.heading);
    await card.press(words.open);
    await card.isNoted(WRONG);
    await card.type(request.field, OTHER);
    await card.press(request.send);
    await teams.card(receipt.heading).says(OTHER);
    deepEqual(await stored(), [OTHER]);
  });
});
