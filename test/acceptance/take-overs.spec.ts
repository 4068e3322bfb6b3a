import { deepEqual, equal, ok } from 'node:assert/strict';
import type { Channel, Person } from '../../dev/local-teams/directory.js';
import { da } from '../../src/text/messages.js';
import type { Notice } from '../../src/text/notice.js';
import { AZURITE_START_MS, azurite } from '../support/azurite.js';
import { read } from '../support/open-round.js';
import { asStored, aTown, loggedSince, rowsOf, SCHOOL, type Town } from './a-town.js';
import { forge, say, shown } from './speaking.js';

const { rights, setup, notices, registration, understanding } = da;

/** *Skole* with a Cyrillic о. */
const LOOK_ALIKE = 'Skоle';

describe('nobody takes over what is not theirs', () => {
  let town: Town;
  let guest: Person;
  let member: Person;

  before(async function () {
    this.timeout(AZURITE_START_MS);
    await azurite();
  });
  beforeEach(async () => {
    town = await aTown();
    ({ guest, member } = town.people);
  });
  afterEach(async () => town.stop());

  const write = async (person: Person, channel: Channel | 'own chat', text: string) =>
    read((await say(town.teams, person, channel, text)).card);

  const press = (person: Person, channel: Channel, verb: string, data: Readonly<Record<string, unknown>> = {}) =>
    forge({
      endpoint: town.endpoint,
      teams: town.teams,
      person,
      channel,
      data: { verb, roundId: town.roundId, departmentId: SCHOOL, basedOn: 0, draftSeen: 0, proposalSeen: 0, ...data },
    });

  const audit = () => town.stores.registryAudit.read(town.tenantId);

  /** The person is told why; nothing is written but a line that says so, and the log says it without names. */
  async function requireRefusal(
    by: Person,
    [act, reason]: readonly [string, string],
    { heading }: Pick<Notice, 'heading'>,
    tried: () => Promise<string>,
  ): Promise<void> {
    const [rows, lines, logged] = [await rowsOf(town), await audit(), town.log.length];
    const said = await tried();
    ok(said.startsWith(heading), said);
    deepEqual(
      loggedSince(town, logged).filter(({ msg }) => msg !== 'delivery settled'),
      [{ msg: 'not allowed', act, reason }],
    );
    const known = new Set(lines.map((line) => JSON.stringify(line)));
    const added = (await audit()).filter((line) => !known.has(JSON.stringify(line)));
    deepEqual(
      added.map((line) => [line.by, line.act, line.subject, line.reason]),
      [[asStored(by), 'refused', act, reason]],
    );
    const now = await rowsOf(town);
    deepEqual(
      [...now].filter(([key]) => rows.has(key)),
      [...rows],
    );
    equal(now.size, rows.size + 1);
  }

  /** The wish waits for the secretariat: the registration stays as it is. */
  async function requireRequest(person: Person, text: string): Promise<void> {
    const before = await town.stores.channels.list(town.tenantId);
    const said = await write(person, town.school, text);
    ok(said.startsWith(setup.asked().heading), said);
    deepEqual(await town.stores.channels.list(town.tenantId), before);
    const { act, by } = (await audit()).findLast((line) => line.act !== 'refused') ?? {};
    deepEqual([act, by], ['setup requested', asStored(person)]);
  }

  it('an outsider does not free the secretariat’s channel, nor register another, even while the place is free', async () => {
    const { administrator, secretary } = town.people;
    for (const person of [guest, member, secretary]) {
      const free = () => write(person, town.secretariat, 'frakobl');
      await requireRefusal(
        person,
        ['channel.unregister-secretariat', 'not administrator'],
        rights.notAdministrator(),
        free,
      );
      const take = () => write(person, town.lunch, 'tilknyt sekretariatet');
      await requireRefusal(
        person,
        ['channel.register-secretariat', 'not administrator'],
        rights.notAdministrator(),
        take,
      );
      const move = () => press(person, town.lunch, 'setup.move-secretariat', { channelId: town.secretariat.id });
      await requireRefusal(person, ['setup.move-secretariat', 'not administrator'], rights.notAdministrator(), move);
    }
    await write(administrator, town.secretariat, 'frakobl ja');
    equal(await town.stores.channels.secretariat(town.tenantId), undefined);
    const take = () => write(guest, town.lunch, 'tilknyt sekretariatet');
    await requireRefusal(guest, ['channel.register-secretariat', 'not administrator'], rights.notAdministrator(), take);
    const follow = () => write(guest, town.lunch, 'notat');
    await requireRefusal(guest, ['notat.compile', 'no secretariat'], rights.noSecretariat(), follow);
  });

  it('while there is no secretariat, there is nobody to run rounds or to ask', async () => {
    await write(town.people.administrator, town.secretariat, 'frakobl ja');
    for (const [channel, text, act] of [
      [town.secretariat, 'ny runde', 'round.new'],
      [town.school, 'tilknyt Ungdomsskolen', 'channel.register'],
      [town.school, 'frakobl', 'channel.unregister'],
      ['own chat', 'notat', 'notat.file'],
    ] as const) {
      const tried = () => write(member, channel, text);
      await requireRefusal(member, [act, 'no secretariat'], rights.noSecretariat(), tried);
    }
  });

  it('a guest does not become secretary, whether somebody is named or nobody is', async () => {
    const become = () => write(guest, town.secretariat, `sekretær @${guest.name}`);
    const act = ['channel.secretaries', 'not secretary'] as const;
    await requireRefusal(guest, act, rights.notSecretary(true), become);
    await write(town.people.administrator, town.secretariat, 'sekretær ingen');
    deepEqual((await town.stores.channels.secretariat(town.tenantId))?.secretaries, []);
    await requireRefusal(guest, act, rights.notSecretary(true), become);
  });

  it('a member does not rename a department, drop its heads, or become its head: the secretariat is asked', async () => {
    for (const text of [
      'tilknyt Ungdomsskolen',
      'frakobl',
      'tilknyt Dagtilbud',
      'chef ingen',
      `chef @${member.name}`,
    ]) {
      await requireRequest(member, text);
    }
    const [request] = (await town.stores.registryAudit.read(town.tenantId)).slice(-1);
    equal(request?.subject, `heads ${asStored(member).id}`);
    const decline = () => press(member, town.school, 'reply.open-decline');
    await requireRefusal(member, ['reply.open-decline', 'not head'], notices.onlyHeads([asStored(member)]), decline);
  });

  it('heads stay when the secretariat has granted that the channel is freed, and it is registered again', async () => {
    const { secretary, head } = town.people;
    await requireRequest(member, 'frakobl');
    const asked = town.teams.threads(town.secretariat).at(-1)?.messages[0];
    ok(asked);
    await town.teams.press(secretary, asked, setup.grant);
    await write(member, town.school, 'tilknyt Skole');
    const again = town.teams.threads(town.secretariat).at(-1)?.messages[0];
    ok(again !== undefined && again !== asked);
    await town.teams.press(secretary, again, setup.grant);
    const [school] = (await town.stores.channels.list(town.tenantId)).filter(
      ({ address }) => address.channelId === town.school.id,
    );
    ok(school?.purpose === 'department');
    deepEqual(school.department.heads, [asStored(head)]);
  });

  it('a name that looks like a department’s is nobody’s, not even when a secretary registers it', async () => {
    const before = await rowsOf(town);
    for (const person of [member, town.people.secretary]) {
      const said = await write(person, town.lunch, `tilknyt ${LOOK_ALIKE}`);
      ok(said.startsWith(registration.badName({ kind: 'mixed scripts', character: 'о' }).heading), said);
    }
    deepEqual(await rowsOf(town), before);
  });

  it('a guest runs no round, and gets no notat and no template', async () => {
    for (const [text, act] of [
      ['ny runde', 'round.new'],
      ['status', 'round.status'],
      ['notat', 'notat.compile'],
      ['afslut', 'round.check-closing'],
    ] as const) {
      const run = () => write(guest, town.secretariat, text);
      await requireRefusal(guest, [act, 'not secretary'], rights.notSecretary(true), run);
    }
    for (const verb of ['round.start', 'round.close', 'department.answer', 'round.reopen']) {
      const run = () => press(guest, town.secretariat, verb, { reply: 'Intet.', reason: 'Intet.' });
      await requireRefusal(guest, [verb, 'not secretary'], rights.notSecretary(true), run);
    }
    for (const [text, act] of [
      ['notat', 'notat.file'],
      ['skabelon', 'template.show'],
      ['skabelon standard', 'template.use-installations'],
    ] as const) {
      const get = () => write(guest, 'own chat', text);
      await requireRefusal(guest, [act, 'not secretary'], rights.notSecretary(true), get);
    }
    const chat = town.teams.personalChat(guest);
    await requireRefusal(guest, ['template.send', 'not secretary'], rights.notSecretary(true), async () => {
      await town.teams.sendFile(guest, { name: 'skabelon.docx', bytes: new Uint8Array(8) });
      return read(chat.messages.findLast(({ from }) => from === 'bot')?.card);
    });
  });

  it('the people of one department do not answer for another, with edited data or a copied card', async () => {
    const forAnother = ['reply.send', 'reply.nil', 'reply.decline', 'reply.approve', 'reply.save-draft', 'reply.show'];
    for (const verb of forAnother) {
      const edited = () => press(member, town.culture, verb, { departmentId: SCHOOL, reply: 'Ja.', reason: 'Nej.' });
      await requireRefusal(member, [verb, 'not asked here'], notices.notAsked(), edited);
      const copied = () => press(town.people.head, town.lunch, verb, { reply: 'Ja.', reason: 'Nej.' });
      await requireRefusal(town.people.head, [verb, 'not asked here'], notices.notAsked(), copied);
    }
    const followUp = () =>
      press(town.people.secretary, town.school, 'department.send-back', { comment: 'Skriv mere.' });
    await requireRefusal(
      town.people.secretary,
      ['department.send-back', 'not the secretariat’s channel'],
      rights.notSecretariatsChannel(undefined, true),
      followUp,
    );
  });

  it('whoever is no secretary any longer is refused on the form that they opened while they were', async () => {
    const { administrator, secretary } = town.people;
    const form = await say(town.teams, secretary, town.secretariat, 'ny runde');
    await write(administrator, town.secretariat, `sekretær @${administrator.name}`);
    await requireRefusal(secretary, ['round.preview', 'not secretary'], rights.notSecretary(false), async () =>
      shown(await town.teams.press(secretary, form, { verb: 'round.preview' }, { title: 'Opfølgning' })),
    );
  });

  it('whoever is no head any longer is refused on the card that they opened while they were', async () => {
    const { head, secretary, deputy } = town.people;
    const card = await say(town.teams, head, town.school, 'Rapporten handler ikke om os.');
    await town.teams.press(head, card, { verb: 'written.use' });
    const { card: form } = await town.teams.press(head, card, { verb: 'reply.open-decline' });
    ok(read(form).startsWith(da.decline.heading), read(form));
    await write(secretary, town.school, `chef @${deputy.name}`);
    await settled();
    await requireRefusal(head, ['reply.decline', 'not head'], notices.onlyHeads([asStored(deputy)]), async () =>
      shown(await town.teams.press(head, card, { verb: 'reply.decline' }, { reason: 'Det er ikke os.' })),
    );
  });

  it('on a card from before its department moved, the heads of now decide; a copy in the new channel is not asked', async () => {
    const { head, secretary, deputy } = town.people;
    const question = await say(town.teams, secretary, town.lunch, 'tilknyt Skole');
    await town.teams.press(secretary, question, setup.move);
    const decline = () => press(head, town.school, 'reply.open-decline');
    ok((await decline()).startsWith(da.decline.heading));
    await write(secretary, town.lunch, `chef @${deputy.name}`);
    await settled();
    await requireRefusal(head, ['reply.open-decline', 'not head'], notices.onlyHeads([asStored(deputy)]), decline);
    const copied = () => press(deputy, town.lunch, 'reply.open-decline');
    await requireRefusal(deputy, ['reply.open-decline', 'not asked here'], notices.notAsked(), copied);
    ok((await press(deputy, town.school, 'reply.open-decline')).startsWith(da.decline.heading));
  });

  it('who finds a secretary’s question on a card asks the secretariat with it, and moves nothing', async () => {
    const question = await say(town.teams, town.people.secretary, town.lunch, 'tilknyt Skole');
    const before = await town.stores.channels.list(town.tenantId);
    const pressed = await town.teams.press(member, question, setup.move);
    ok(shown(pressed).startsWith(setup.asked().heading), shown(pressed));
    deepEqual(await town.stores.channels.list(town.tenantId), before);
  });

  it('no other spelling of a command does more', async () => {
    const spellings = [
      'FRAKOBL',
      'frakobl!',
      '  frakobl  ',
      '"frakobl"',
      'unregister',
      'Tilknyt sekretariatet.',
      'tilknyt  "Sekretariatet"',
      'tilknyt kanalen til sekretariatet',
      'register the secretariat',
      'tilknyt the secretariat',
      'tilknyt sekretariatet!',
      `Sekretær: @${guest.name}`,
      `sekretærer @${guest.name} og @${member.name}`,
      `secretary @${guest.name}`,
      'sekretær ingen',
      'NY RUNDE',
      'New round',
      'status?',
      'Memo',
      'afslut runden',
      'close the round',
    ];
    const [before, lines] = [await rowsOf(town), await audit()];
    for (const text of spellings) {
      const said = await write(guest, town.secretariat, text);
      ok(
        [
          rights.notAdministrator().heading,
          rights.notSecretary(true).heading,
          notices.notUnderstood(true).heading,
          understanding.didYouMean(1),
          understanding.didYouMean(2),
        ].some((heading) => said.startsWith(heading)),
        `${text}: ${said}`,
      );
    }
    const now = await rowsOf(town);
    deepEqual(
      [...now].filter(([key]) => before.has(key)),
      [...before],
    );
    equal(now.size - before.size, (await audit()).length - lines.length);
    ok((await audit()).slice(lines.length).every(({ act }) => act === 'refused'));
  });

  /** Resolves when the bot owes nothing any more. */
  async function settled(): Promise<void> {
    for (;;) {
      const owed = await town.stores.rounds.readDeliveries(town.roundId);
      if (owed.every(({ state }) => state !== 'pending' && state !== 'claimed')) return;
    }
  }
});
