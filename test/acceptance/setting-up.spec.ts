import { deepEqual, equal, ok } from 'node:assert/strict';
import { ADMINISTRATOR_ID } from '../../dev/demo/stage.js';
import { type Card, type InputValues, initialInputs } from '../../dev/local-teams/card-actions.js';
import type { Message } from '../../dev/local-teams/conversations.js';
import type { Channel, Person } from '../../dev/local-teams/directory.js';
import { da } from '../../src/text/messages.js';
import { partsOfType } from '../cards/card-parts.js';
import { AZURITE_START_MS, azurite } from '../support/azurite.js';
import { read } from '../support/open-round.js';
import { type Stage, setStage } from '../support/stage.js';
import { say } from './speaking.js';

const TEAMS = {
  'Børn og Unge': ['Dagtilbud', 'Skoler', 'PPR', 'Familie'],
  'Social og Sundhed': ['Hjemmepleje', 'Plejecentre', 'Psykiatri', 'Misbrug'],
  'Teknik og Miljø': ['Veje', 'Byggesag', 'Miljø', 'Affald'],
} as const;
const TWELVE = Object.values(TEAMS).flat();

const { settingUp, departmentForm } = da;

describe('setting up in one place', () => {
  let stage: Stage;
  let administrator: Person;
  let office: Channel;

  before(async function () {
    this.timeout(AZURITE_START_MS);
    await azurite();
  });
  beforeEach(async () => {
    stage = await setStage();
    const { teams } = stage;
    administrator = teams.addPerson('Karen Lund', { aadObjectId: ADMINISTRATOR_ID });
    const townHall = teams.addTeam('Rådhuset');
    office = teams.addChannel(townHall, 'Sekretariatet');
    await teams.installBot(townHall, administrator);
  });
  afterEach(async () => stage.stop());

  /** Teams that have the bot, each with these channels. */
  async function withTeams(channels: Readonly<Record<string, readonly string[]>>): Promise<void> {
    for (const [name, names] of Object.entries(channels)) {
      const team = stage.teams.addTeam(name);
      for (const each of names) stage.teams.addChannel(team, each);
      await stage.teams.installBot(team, administrator);
    }
  }

  /** What an administrator does first in a new municipality. @returns the message with the card *Opsætning* */
  async function begun(): Promise<Message> {
    const asked = await say(stage.teams, administrator, office, 'opsætning');
    await stage.teams.press(administrator, asked, settingUp.placeHere);
    return asked;
  }

  const press = (message: Message, title: string, typed: InputValues = {}) =>
    stage.teams.press(administrator, message, title, typed);

  /** The titles of the choices of a field of the card, by their values. */
  function choicesOf(card: Card, field: string): ReadonlyMap<string, string> {
    const input = partsOfType(card, 'Input.ChoiceSet').find(({ id }) => id === field);
    const choices = (input?.['choices'] ?? []) as readonly { readonly title: string; readonly value: string }[];
    return new Map(choices.map(({ title, value }) => [title, value]));
  }

  function chosen(card: Card, field: string, title: string): string {
    const value = choicesOf(card, field).get(title);
    ok(value, `no ${title} in ${[...choicesOf(card, field).keys()].join(', ')}`);
    return value;
  }

  /** The card as the administrator sees it now. */
  const seen = (message: Message) => stage.teams.cardSeenBy(administrator, message) ?? {};

  it('takes an administrator from nothing to the form for a round of 12 departments in four actions', async () => {
    await withTeams(TEAMS);
    const message = await begun();
    const proposals = [...choicesOf(seen(message), 'bind').keys()];
    deepEqual(proposals.map((title) => title.split(' – ')[0]).toSorted(), [...TWELVE].toSorted());
    await press(message, settingUp.bind);
    ok(read(seen(message)).includes(settingUp.bound(12)), read(seen(message)));
    deepEqual([...choicesOf(seen(message), 'department').keys()].toSorted(), [...TWELVE].toSorted());

    await press(message, settingUp.newRound);
    deepEqual([...choicesOf(seen(message), 'departments').keys()].toSorted(), [...TWELVE].toSorted());
  });

  it('names heads from the team’s roster by name, in a dialog, and shows them to the whole channel', async () => {
    await withTeams(TEAMS);
    const { teams } = stage;
    teams.addPerson('Bo Friis');
    const message = await begun();
    await press(message, settingUp.bind);
    const department = chosen(seen(message), 'department', 'Dagtilbud');
    const { dialog } = await teams.openDialog(administrator, message, settingUp.edit, { department });
    ok(dialog);
    equal(dialog.inputs['name'], 'Dagtilbud');
    const heads = chosen(dialog.card ?? {}, 'heads', 'Bo Friis');
    await teams.submitDialog(dialog, departmentForm.save, { name: 'Dagtilbud og Børnehaver', heads });
    ok(dialog.text?.includes(settingUp.saved('Dagtilbud og Børnehaver')), dialog.text);
    await teams.until(() => read(seen(message)).includes('chef: Bo Friis'), 'the heads for everyone');
    ok(read(seen(message)).includes('Dagtilbud og Børnehaver'));
  });

  it('keeps what is typed in the dialog when it cannot be stored', async () => {
    await withTeams(TEAMS);
    const message = await begun();
    await press(message, settingUp.bind);
    const department = chosen(seen(message), 'department', 'Skoler');
    const { dialog } = await stage.teams.openDialog(administrator, message, settingUp.edit, { department });
    ok(dialog);
    await stage.teams.submitDialog(dialog, departmentForm.save, { name: 'Dagtilbud' });
    ok(read(dialog.card).includes(departmentForm.problem({ kind: 'name taken', name: 'Dagtilbud' })));
    equal(dialog.inputs['name'], 'Dagtilbud');
  });

  it('orders the departments of the next round', async () => {
    await withTeams({ 'Børn og Unge': ['Skoler', 'Dagtilbud', 'Familie'] });
    const message = await begun();
    await press(message, settingUp.bind);
    await press(message, settingUp.sort);
    const department = chosen(seen(message), 'department', 'Skoler');
    await press(message, settingUp.move, { department, after: chosen(seen(message), 'after', settingUp.first) });
    deepEqual([...choicesOf(seen(message), 'department').keys()], ['Skoler', 'Dagtilbud', 'Familie']);
  });

  it('retires a department after it has asked, and adds one in a channel that has another', async () => {
    await withTeams({ 'Børn og Unge': ['Skoler', 'Dagtilbud'] });
    const { teams } = stage;
    const message = await begun();
    await press(message, settingUp.bind);
    const department = chosen(seen(message), 'department', 'Skoler');
    const { dialog } = await teams.openDialog(administrator, message, settingUp.edit, { department });
    ok(dialog);
    await teams.submitDialog(dialog, departmentForm.retire);
    ok(read(dialog.card).includes(departmentForm.retireQuestion('Skoler').text));
    await teams.submitDialog(dialog, departmentForm.retireNow);
    await teams.until(() => !choicesOf(seen(message), 'department').has('Skoler'), 'the card without it');

    const { dialog: adding } = await teams.openDialog(administrator, message, settingUp.add);
    ok(adding);
    const channel = chosen(adding.card ?? {}, 'channel', 'Dagtilbud i Børn og Unge');
    await teams.submitDialog(adding, departmentForm.save, { name: 'Sundhedspleje', channel });
    await teams.until(() => choicesOf(seen(message), 'department').has('Sundhedspleje'), 'the card with the new one');
    deepEqual([...choicesOf(seen(message), 'department').keys()], ['Dagtilbud', 'Sundhedspleje']);
  });

  it('binds 98 departments in 98 teams at once', async () => {
    const names = Array.from({ length: 98 }, (_, index) => `Afdeling ${index + 1}`);
    await withTeams(Object.fromEntries(names.map((name) => [`Team for ${name}`, [name]])));
    const message = await begun();
    equal(initialInputs(seen(message))['bind']?.split(',').length, 98);
    await press(message, settingUp.bind);
    ok(read(seen(message)).includes(settingUp.bound(98)), read(seen(message)));
    equal(choicesOf(seen(message), 'department').size, 98);
  });
});
