import { deepEqual, match, ok } from 'node:assert/strict';
import type { Message } from '../../dev/local-teams/conversations.js';
import { da } from '../../src/text/messages.js';
import { AZURITE_START_MS, azurite } from '../support/azurite.js';
import { type OpenRound, openRound, read } from '../support/open-round.js';
import { readNotat } from '../support/read-notat.js';
import { type Stage, setStage } from '../support/stage.js';

const NIL = 'Ingen bemærkninger';

/** What is sent, by its kind, and the paragraphs of its row in the Word file. */
const TAKEN: readonly (readonly [kind: string, what: string, reply: string, paragraphs: readonly string[]])[] = [
  [
    'lists',
    'of two levels of Word',
    '•\tVi øver os i:\no\tat lytte\no\tat spørge',
    ['Vi øver os i:', 'at lytte', 'at spørge'],
  ],
  [
    'lists',
    'with items of two lines',
    '1. Vi ringer,\n   før vi skriver.\n2. Vi spørger.',
    ['1. Vi ringer, før vi skriver.', '2. Vi spørger.'],
  ],
  [
    'prose',
    'dates',
    '3. marts: kursus holdt\n9. april: kursus gentaget',
    ['3. marts: kursus holdt', '9. april: kursus gentaget'],
  ],
  ['prose', 'a signature', 'Vi øver os stadig.\n- Birthe', ['Vi øver os stadig.', '- Birthe']],
  ['tables', 'with an empty cell', 'Måned\tOpkald\tBreve\nMaj\t\t4', ['Måned | Opkald | Breve', 'Maj | | 4']],
  ['letters', 'joined', 'En e\uFB00ektiv pro\uFB01l er vigtig.', ['En effektiv profil er vigtig.']],
  [
    'numbers',
    'two on two lines',
    'Vi har lukket sag 120523\n2023 var et travlt år.',
    ['Vi har lukket sag 120523', '2023 var et travlt år.'],
  ],
  ['nil', 'in words', 'ingen bemærkninger.', [NIL]],
];

/** Two telephone numbers and an address, as people write them. */
const REACHED = 'Vi kan nås på 3151 3151, på 31.51.31.51 og på post@søby.dk.';

const ASKED = [...TAKEN.map((_, index) => `Gruppe ${index + 1}`), 'Gruppe med knap', 'Gruppe med afslag'];

describe('replies as people write them, over HTTP', () => {
  let stage: Stage;
  let round: OpenRound;
  let notat: Message;

  before(async function () {
    this.timeout(AZURITE_START_MS);
    await azurite();
    stage = await setStage();
    round = await openRound(stage.teams, ASKED);
  });
  after(async () => stage.stop());

  async function send(index: number, reply: string, button: string = da.request.send): Promise<string> {
    const department = round.asked[index];
    ok(department);
    return read((await stage.teams.press(department.head, department.request, button, { reply })).card);
  }

  for (const [index, [kind, what, reply]] of TAKEN.entries()) {
    it(`${kind}: takes ${what}`, async () => {
      match(await send(index, reply), new RegExp(`^${da.receipt.heading}`, 'u'));
    });
  }

  it('nil: takes the button with its own words in the field as nothing to add', async () => {
    match(await send(TAKEN.length, 'Ingen bemærkninger!', da.request.nil), new RegExp(`^${da.receipt.heading}`, 'u'));
  });

  it('letters: takes what nobody can see for an empty field', async () => {
    match(await send(TAKEN.length + 1, '\u3164\u2800\u115F'), /Feltet er tomt/u);
  });

  it('numbers: finds a CPR number with its day, month and year apart', async () => {
    match(await send(TAKEN.length + 1, 'Det gælder 31 12 99-4321.'), /CPR-nummer i svaret/u);
  });

  it('stand in the Word file as they were meant', async () => {
    await send(TAKEN.length + 1, REACHED);
    const { teams } = stage;
    notat = await teams.until(
      () =>
        teams
          .threads(round.town.secretariat)
          .flatMap(({ messages }) => messages)
          .find(({ card }) => read(card).startsWith(da.notat.completeHeading)),
      'the complete notat',
    );
    const link = /http[^"]+\/notat\/[\w.-]+/u.exec(JSON.stringify(notat.card))?.[0];
    ok(link);
    const { rows } = await readNotat(new Uint8Array(await (await fetch(link)).arrayBuffer()));
    deepEqual(
      rows.map(({ paragraphs }) => paragraphs.map((text) => text.replace(/\s+/gu, ' ').trim())),
      [...TAKEN.map(([, , , paragraphs]) => paragraphs), [NIL], [REACHED]],
    );
  });

  it('addresses: are each asked about once before the round is closed', async () => {
    const { card } = await stage.teams.press(round.town.secretary, notat, da.notat.close);
    const found = (kind: 'phone number' | 'e-mail address') => read(card).split(da.closing.finding[kind]).length - 1;
    deepEqual([found('phone number'), found('e-mail address')], [2, 1]);
  });

  it('dates: names a deadline that is too far off or cannot be read, and lives on', async () => {
    const { secretary, secretariat } = round.town;
    const { message } = await stage.teams.write(secretary, secretariat, '@Notatbot ny runde');
    const form = message.thread.messages.findLast(({ from }) => from === 'bot');
    ok(form);
    for (const deadline of ['9999-12-31', '2O27-03-04', '20270-03-04']) {
      const values = { title: 'Eftersyn', report: 'Eftersynet', introduction: '', deadline };
      const { card } = await stage.teams.press(secretary, form, { verb: 'round.preview' }, values);
      match(read(card), deadline.startsWith('9999') ? /for langt ude i fremtiden/u : new RegExp(deadline, 'u'));
    }
    ok((await fetch(new URL('/healthz', stage.endpoint))).ok);
  });

  it('toggles: takes the boolean for on', async () => {
    const { secretary, secretariat } = round.town;
    const { message } = await stage.teams.write(secretary, secretariat, '@Notatbot ny runde');
    const form = message.thread.messages.findLast(({ from }) => from === 'bot');
    ok(form);
    const values = { title: 'Eftersyn', report: 'Eftersynet', showOrigins: true };
    // The stand-in's own client sends texts alone, and so its type has nothing else.
    const { card } = await stage.teams.press(secretary, form, { verb: 'round.preview' }, values as never);
    match(JSON.stringify(card), /"value":"true"/u);
  });
});
