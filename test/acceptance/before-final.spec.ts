import { equal, match, ok } from 'node:assert/strict';
import type { Message } from '../../dev/local-teams/conversations.js';
import { da } from '../../src/text/messages.js';
import { AZURITE_START_MS, azurite } from '../support/azurite.js';
import { type OpenRound, openRound, read } from '../support/open-round.js';
import { readNotat } from '../support/read-notat.js';
import { type Stage, setStage } from '../support/stage.js';

const UNTIDY = 'Vi har  skrevet vores "gamle" breve om.';
const TIDY = 'Vi har skrevet vores ”gamle” breve om.';
const OTHER = 'Vi holder et fast møde hver måned om det, vi har lært.';
const MENDED = 'Vi holder et fast møde hver måned om det, borgerne har lært os.';
const REASON = 'Byrådet har bedt om et eksempel.';

describe('what happens before a notat is final, and after', () => {
  let stage: Stage;
  let round: OpenRound;

  before(async function () {
    this.timeout(AZURITE_START_MS);
    await azurite();
  });
  beforeEach(async () => {
    stage = await setStage();
    round = await openRound(stage.teams, ['Socialområdet', 'Skoleområdet', 'Kulturområdet']);
  });
  afterEach(async () => stage.stop());

  function asked(index: number) {
    const department = round.asked[index];
    ok(department);
    return department;
  }

  async function headPresses(index: number, button: string, typed: Record<string, string> = {}): Promise<string> {
    const { head, request } = asked(index);
    const { card, toast } = await stage.teams.press(head, request, button, typed);
    return toast ?? read(card);
  }

  async function until(index: number, words: string): Promise<void> {
    await stage.teams.until(() => read(asked(index).request.card).includes(words), words);
  }

  /** Waits for a card in the secretariat's channel. */
  async function given(heading: string): Promise<Message> {
    const { teams } = stage;
    const found = () =>
      teams
        .threads(round.town.secretariat)
        .flatMap(({ messages }) => messages)
        .findLast(({ card }) => read(card).startsWith(heading));
    return teams.until(found, heading);
  }

  async function pressed(message: Message, button: string, typed: Record<string, string> = {}): Promise<string> {
    const { card, toast } = await stage.teams.press(round.town.secretary, message, button, typed);
    return toast ?? read(card);
  }

  async function command(text: string, heading: string): Promise<Message> {
    await stage.teams.write(round.town.secretary, round.town.secretariat, `@Notatbot ${text}`);
    return given(heading);
  }

  /** The value of the choice with that title on a card. */
  function choiceOf({ card }: Message, title: string): string {
    const found = new RegExp(`"title":"${title}","value":"([^"]+)"`, 'u').exec(JSON.stringify(card));
    ok(found?.[1]);
    return found[1];
  }

  it('is told, mended with consent, closed, read by every department, opened again, and closed once more', async () => {
    await headPresses(0, da.request.send, { reply: UNTIDY });
    await headPresses(1, da.request.send, { reply: OTHER });

    // Who is missing, and what the notat will say of it.
    const check = await command('afslut', da.closing.heading);
    match(
      read(check.card),
      /Ét fagområde mangler\nKulturområdet\n[^\n]+\n[^\n]*\n?Notatet skriver: ”Har ikke svaret”/u,
    );
    match(await pressed(check, da.closing.mendAll), new RegExp(da.closing.mending(1, false), 'u'));
    await until(0, da.edit.heading);
    match(await headPresses(0, da.edit.accept), new RegExp(`^${da.receipt.heading}[\\s\\S]*${TIDY}`, 'u'));

    // Other words, by hand; the department keeps its own.
    const status = await command('status', da.status.progress(2, 3));
    await pressed(status, da.status.show, { departmentId: choiceOf(status, 'Skoleområdet') });
    await pressed(status, da.edit.open);
    const form = await given(da.followUp.heading);
    match(await pressed(form, da.edit.propose, { reply: MENDED }), /Fagområdet har ikke svaret på den/u);
    await until(1, da.edit.heading);
    match(read(asked(1).request.card), /borgerne har lært os/u);
    await headPresses(1, da.edit.dismiss, { line: 'Det er vores egne ord.' });

    // Closed without the one that is missing: every department may read what all have written.
    const again = await command('afslut', da.closing.heading);
    match(await pressed(again, da.closing.close), new RegExp(`^${da.closing.underWay().heading}`, 'u'));
    const first = await given(da.notat.finalHeading(1));
    for (const index of [0, 1, 2]) await until(index, 'Notatet er endeligt: notat 1');
    const { head, request } = asked(2);
    const { dialog } = await stage.teams.openDialog(head, request, da.receipt.readNotat);
    ok(dialog);
    const shown = read(dialog.card);
    ok(shown.includes(TIDY) && shown.includes(OTHER) && shown.includes('Har ikke svaret'), shown);
    const link = /http[^"]+\/notat\/[\w.-]+/u.exec(JSON.stringify(dialog.card))?.[0];
    ok(link);
    const file = new Uint8Array(await (await fetch(link)).arrayBuffer());
    equal((await readNotat(file)).rows.length, 3);

    // Opened again: a lasting mark in both channels.
    await pressed(first, da.notat.reopen, { reason: REASON });
    for (const index of [0, 1, 2]) await until(index, REASON);
    await stage.teams.until(() => read(first.card).includes(REASON), 'the mark on the notat');
    await headPresses(2, da.request.send, { reply: 'Vi låner nu ud til alle.' });
    const last = await command('afslut', da.closing.heading);
    await pressed(last, da.closing.close);
    const second = await given(da.notat.finalHeading(2));
    match(read(second.card), /Ændret siden notat 1\nNyt svar: Kulturområdet/u);
    await stage.teams.until(() => read(first.card).includes('Notat 2 er endeligt'), 'the newer one on the first');
    for (const index of [0, 1, 2]) await until(index, 'Notatet er endeligt: notat 2');
    match(read(asked(0).request.card), new RegExp(REASON, 'u'));
  });
});
