import { deepEqual, ok } from 'node:assert/strict';
import type { Browser } from 'playwright-core';
import type { Message } from '../../dev/local-teams/conversations.js';
import type { Channel } from '../../dev/local-teams/directory.js';
import { addDays, danishDayOf } from '../../src/domain/round/deadline.js';
import { da } from '../../src/text/messages.js';
import { azurite } from '../support/azurite.js';
import { type OpenRound, openRound, read } from '../support/open-round.js';
import { readNotat } from '../support/read-notat.js';
import { type Stage, setStage } from '../support/stage.js';
import { partOfSweep } from '../support/sweep.js';
import { BROWSER_TEST_MS, shareBrowser } from './shared-browser.js';
import { openTeams, type ShownCard, type TeamsWindow } from './teams-window.js';

const {
  change,
  closing,
  deadline,
  decline,
  desk,
  edit,
  followUp,
  notat,
  planning,
  question,
  receipt,
  request,
  status,
} = da;
const { roundForm, roundPreview } = da;

const SECRETARY = 'Karen Lund';
const SECRETARIAT = 'Sekretariatet';
const [ELDERLY, SOCIAL, FAMILY, SCHOOL] = ['Ældre og Sundhed', 'Social', 'Børn og Familie', 'Skole'] as const;
const [HEAD_OF_ELDERLY, HEAD_OF_SOCIAL, HEAD_OF_FAMILY] = ['Mette Holm', 'Jonas Bech', 'Aisha Rahman'] as const;
const FORGOTTEN = 'Kultur';

const LAST_YEARS = 'Opfølgning på tilsynets rapport';
const CORRECTED = 'Opfølgning på tilsynets rapport om plejen';
const OTHER = 'Status på handleplanen';

const UNTIDY = 'Vi ringer til  de pårørende.';
const TIDY = 'Vi ringer til de pårørende.';
const NOT_OURS = 'Rapporten handler ikke om os.';
const ASKED = 'Skal klubberne med?';
const ANSWER = 'Nej, kun skolerne.';
const TAKEN_OUT = 'Opgaven er flyttet til Børn og Familie.';
const MORE_TIME = 'I venter på tal fra regionen.';
const REOPENED = 'Byrådet vil have et eksempel med.';

/*
 * The story of a round as its secretary lives it, while another round is open beside it. Everything that the secretary
 * does is done in the page. What was before, and what concerns the other round, is arranged past it.
 */
for (const device of partOfSweep(['desktop', 'phone'] as const, 1)) {
  describe(`a round run from its overview, in the browser, ${device} width`, function () {
    // It is as long as three of the others.
    this.timeout(3 * BROWSER_TEST_MS);
    let browser: Browser;
    let stage: Stage;
    let last: OpenRound;
    let teams: TeamsWindow;

    before(async function () {
      browser = await shareBrowser(this);
      await azurite();
    });
    beforeEach(async () => {
      stage = await setStage({ hasPage: true });
      last = await openRound(stage.teams, [ELDERLY, SOCIAL, FAMILY, SCHOOL]);
      await closeLastYears();
      await startOther();
      teams = await openTeams(browser, stage.teams.serviceUrl, { person: SECRETARY, device });
    });
    afterEach(async () => {
      try {
        await teams.close();
      } finally {
        await stage.stop();
      }
    });

    /** What the bot answers to the secretary's words, past the page. */
    async function answered(text: string, channel: Channel = last.town.secretariat): Promise<Message> {
      const { message } = await stage.teams.write(last.town.secretary, channel, `@Notatbot ${text}`);
      return stage.teams.until(
        () => message.thread.messages.find(({ from }) => from === 'bot'),
        `an answer to ${text}`,
      );
    }

    async function closeLastYears(): Promise<void> {
      const check = await answered('afslut');
      await stage.teams.press(last.town.secretary, check, { verb: 'round.close' });
      await stage.teams.until(
        () =>
          stage.teams
            .threads(last.town.secretariat)
            .some(({ messages: [root] }) => read(root?.card).startsWith(notat.finalHeading(1))),
        'last year’s notat',
      );
    }

    /** A round about something else, for two of the departments, which is open all the time. */
    async function startOther(): Promise<void> {
      const { secretary } = last.town;
      const form = await answered('ny runde');
      const idOf = (name: string) =>
        new RegExp(`"title":"${name}","value":"([^"]+)"`, 'u').exec(JSON.stringify(form.card));
      const departments = [ELDERLY, SCHOOL].map((name) => idOf(name)?.[1]).join(',');
      const typed = {
        title: OTHER,
        report: 'Handleplanen',
        deadline: addDays(danishDayOf(new Date()), 7),
        departments,
      };
      await stage.teams.press(secretary, form, { verb: 'round.preview' }, typed);
      await stage.teams.press(secretary, form, { verb: 'round.start' });
      await everyoneSees(ELDERLY, OTHER);
      await everyoneSees(SCHOOL, OTHER);
    }

    /** Resolves when the newest card of a department's channel says all this. */
    async function everyoneSees(name: string, ...words: readonly string[]): Promise<void> {
      const channel = last.town.team.channels.find((each) => each.name === name);
      ok(channel, name);
      await stage.teams.until(
        () =>
          stage.teams
            .threads(channel)
            .map(({ messages: [root] }) => root)
            .filter((root) => root?.from === 'bot')
            .slice(-1)
            .some((root) => words.every((each) => read(root?.card).includes(each))),
        `${words.join(', ')} in ${name}`,
      );
    }

    /** Presses a button wherever it is: on the card, or in its menu. */
    async function choose(card: ShownCard, name: string): Promise<void> {
      const more = card.button('Flere indstillinger');
      await card.button(name).or(more).first().waitFor();
      if ((await card.button(name).count()) > 0) return card.press(name);
      await more.click();
      await teams.page.getByRole('menuitem', { name, exact: true }).click();
    }

    async function as(person: string, channel: string): Promise<void> {
      await teams.be(person);
      await teams.open(channel);
    }

    /** Asks for the rounds, and opens this year's, whose deadline is the later one. */
    async function openDesk(answers: number, of: number): Promise<ShownCard> {
      await stage.idle();
      await as(SECRETARY, SECRETARIAT);
      await teams.command('status');
      const list = teams.card(desk.list.openHeading);
      await list.says(desk.list.round(1, OTHER));
      await list.press(desk.list.open(2));
      // The overview that stays has the same heading until the list has become one.
      await list.button(desk.list.open(2)).waitFor({ state: 'detached' });
      return teams.card(status.progress(answers, of));
    }

    it('is rolled forward, started, corrected, decided, reminded, mended, closed, reopened and closed', async () => {
      await planAndStart();
      await departmentsAct();
      await decide();
      await correct();
      await giveTime();
      await remind();
      await mend();

      // Closed, opened again, and closed.
      await (await openDesk(1, 3)).press(desk.close);
      const check = teams.card(closing.heading);
      await check.says(closing.missing(2));
      await check.press(closing.close);
      const first = teams.card(notat.finalHeading(1));
      await first.says(CORRECTED);
      await choose(first, notat.showReopen);
      await first.type(notat.reopenReason, REOPENED);
      await first.press(notat.reopen);
      for (const name of [ELDERLY, FAMILY, FORGOTTEN]) await everyoneSees(name, REOPENED);
      await first.says(new RegExp(REOPENED, 'u'));

      await (await openDesk(1, 3)).press(desk.close);
      await teams.card(closing.heading).press(closing.close);
      const second = teams.card(notat.finalHeading(2));
      await second.says(notat.unchangedSinceFinal(1));
      const { headings, rows } = await readNotat(await teams.download(second, notat.download));
      deepEqual(headings, [CORRECTED, 'Fagområdernes svar']);
      deepEqual(rows, [
        { department: ELDERLY, paragraphs: [TIDY] },
        { department: FAMILY, paragraphs: ['Har ikke svaret'] },
        { department: FORGOTTEN, paragraphs: ['Har ikke svaret'] },
      ]);

      // The other round is as it was, on the card that stays.
      await teams.card(status.progress(0, 2)).says(OTHER, ELDERLY, SCHOOL);
    });

    /** From last year's, for tomorrow; and then at once after all. */
    async function planAndStart(): Promise<void> {
      await teams.open(SECRETARIAT);
      await teams.command('ny runde');
      const form = teams.card(roundForm.heading);
      const earlier = form.field(planning.previousRound);
      await earlier.selectOption(await earlier.locator('option', { hasText: LAST_YEARS }).getAttribute('value'));
      await form.press(planning.rollForward);
      await form.says(planning.rolledHeading, planning.rolledFrom(LAST_YEARS));
      await form.press(roundForm.preview);
      const preview = teams.card(roundPreview.heading);
      await preview.says(roundPreview.recipients(4));
      await preview.press(planning.showStartLater);
      await preview.type(planning.startDay, addDays(danishDayOf(new Date()), 1));
      await preview.type(planning.startTime, '09:00');
      await preview.press(planning.startLater);
      await preview.says(/Runden starter af sig selv/u, planning.decidedBy(SECRETARY));
      await preview.press(planning.startNow);
      for (const name of [ELDERLY, SOCIAL, FAMILY, SCHOOL]) await everyoneSees(name, LAST_YEARS, request.heading);
    }

    /** One answers, one declines, one asks. */
    async function departmentsAct(): Promise<void> {
      await as(HEAD_OF_ELDERLY, ELDERLY);
      await teams.card(request.heading).type(request.field, UNTIDY);
      await teams.card(request.heading).press(request.send);
      await teams.card(receipt.heading).says(receipt.correct);

      await as(HEAD_OF_SOCIAL, SOCIAL);
      await choose(teams.card(request.heading), request.decline);
      await teams.card(decline.heading).type(decline.reason, NOT_OURS);
      await teams.card(decline.heading).press(decline.send);
      await teams.card(decline.declinedHeading).says(NOT_OURS);

      await as(HEAD_OF_FAMILY, FAMILY);
      await choose(teams.card(request.heading), question.open);
      await teams.card(question.open).type(question.field, ASKED);
      await teams.card(question.open).press(question.send);
      await teams.card(request.heading).says(question.waits);
    }

    /** What waits for the secretariat is decided from where it stands. */
    async function decide(): Promise<void> {
      const shown = await openDesk(1, 4);
      await shown.says(desk.needs, SOCIAL);
      await shown.press(desk.decide);
      const about = teams.card(followUp.heading);
      await about.says(SOCIAL, NOT_OURS);
      await choose(about, followUp.acceptLeftOut);
      await everyoneSees(SOCIAL, decline.excusedHeading);

      const asked = teams.card(question.openHeading);
      // The field and the button have one name.
      await asked.field(question.answerField).and(teams.page.getByRole('textbox')).fill(ANSWER);
      await asked.press(question.answer);
      await teams.card(question.answeredHeading).says(ANSWER);
      await everyoneSees(FAMILY, ANSWER);
    }

    /** The title is another, one department is added, and one taken out. */
    async function correct(): Promise<void> {
      const channel = stage.teams.addChannel(last.town.team, FORGOTTEN);
      await answered(`tilknyt ${FORGOTTEN}`, channel);
      await choose(await openDesk(1, 3), change.heading);
      const form = teams.card(change.heading);
      await form.type(roundForm.title, CORRECTED);
      await overviewDrawnAnew();
      await form.setChoice(SCHOOL, false);
      await form.setChoice(FORGOTTEN, true);
      await form.type(change.reason, TAKEN_OUT);
      await form.press(change.save);
      const done = teams.card('Runden er rettet');
      await done.says(/Ét fagområde mere bliver spurgt/u);
      await everyoneSees(SCHOOL, TAKEN_OUT);
      await everyoneSees(FORGOTTEN, CORRECTED, request.heading);
      await everyoneSees(FAMILY, CORRECTED);
      await done.press(desk.closeMessage);
      await done.button(desk.closeMessage).waitFor({ state: 'detached' });
    }

    /** A department keeps a draft, past the page, and the overviews follow. */
    async function overviewDrawnAnew(): Promise<void> {
      const edits = () =>
        stage.teams
          .threads(last.town.secretariat)
          .flatMap(({ messages }) => messages)
          .reduce((sum, message) => sum + message.edits, 0);
      await stage.idle();
      const before = edits();
      const channel = last.town.team.channels.find(({ name }) => name === FAMILY);
      const head = last.asked.find(({ name }) => name === FAMILY)?.head;
      ok(channel && head);
      const card = stage.teams.threads(channel).findLast(({ messages: [root] }) => root?.from === 'bot')?.messages[0];
      ok(card);
      await stage.teams.press(head, card, request.saveDraft, { reply: 'Vi samler eksempler.' });
      await stage.teams.until(() => edits() > before, 'an overview drawn anew');
    }

    async function giveTime(): Promise<void> {
      const shown = await openDesk(1, 3);
      await shown.says(CORRECTED);
      await shown.field(status.choose).selectOption({ label: FAMILY });
      await shown.press(status.show);
      const about = teams.card(followUp.heading);
      await about.says(FAMILY);
      await choose(about, deadline.open);
      const form = teams.card(deadline.heading);
      await form.type(deadline.day, addDays(danishDayOf(new Date()), 500));
      await form.type(deadline.reason, MORE_TIME);
      await form.press(deadline.move);
      await everyoneSees(FAMILY, request.deadline(addDays(danishDayOf(new Date()), 500)));
    }

    async function remind(): Promise<void> {
      await (await openDesk(1, 3)).press(desk.remindAll);
      const asking = teams.card(desk.remindingAll.heading);
      await asking.says(new RegExp(desk.remindingAll.willBeReminded(2), 'u'));
      await asking.press(desk.remindingAll.send(2));
      await teams.card(status.progress(1, 3)).says(desk.remindingAll.wereReminded(2));
    }

    /** The double space is mended when the department accepts it. */
    async function mend(): Promise<void> {
      await teams.card(status.progress(1, 3)).press(desk.close);
      const check = teams.card(closing.heading);
      await check.says(closing.finding['double space']);
      await choose(check, closing.mendAll);
      await check.says(closing.mending(1, false));
      await choose(check, followUp.cancel);
      await check.button(closing.close).waitFor({ state: 'detached' });
      await teams.card(status.progress(1, 3)).says(CORRECTED);
      await everyoneSees(ELDERLY, edit.heading);
      await as(HEAD_OF_ELDERLY, ELDERLY);
      await teams.card(edit.heading).press(edit.accept);
      await teams.card(receipt.heading).says(TIDY);
    }
  });
}
