import { deepEqual, equal, ok } from 'node:assert/strict';
import { ADMINISTRATOR_ID } from '../../dev/demo/stage.js';
import type { Message } from '../../dev/local-teams/conversations.js';
import type { Channel, Person, Team } from '../../dev/local-teams/directory.js';
import {
  auditKey,
  channelKey,
  deliveryKey,
  departmentKey,
  indexKey,
  nameClaimKey,
  type RowKey,
  roundKey,
  secretariatClaimKey,
} from '../../src/adapters/table/keys.js';
import type { Properties } from '../../src/adapters/table/row.js';
import { departmentNameKey } from '../../src/domain/channel/department-name.js';
import { operationId } from '../../src/domain/ids.js';
import { da } from '../../src/text/messages.js';
import { type GoldenRow, goldenRows, writtenThen } from '../adapters/table/golden-rows.js';
import { tableStores } from '../application/table-stores.js';
import { AZURITE_START_MS, azurite } from '../support/azurite.js';
import { aDepartmentId, aRoundId, START } from '../support/builders.js';
import { newestOfBot, read } from '../support/open-round.js';
import { type Stage, setStage } from '../support/stage.js';
import { asStored } from './a-town.js';
import { say, shown } from './speaking.js';

/** The day of the commits that are in version 0.1. */
const DAY_OF_0_1 = '2026-11-23';

/** The team of the golden rows; not all of them tell one. */
const TEAM_OF_0_1 = '19:forvaltningen@thread.tacv2';

const ROUND = aRoundId('runde-1');

type Body = Readonly<Record<string, unknown>>;

/** A row's content as 0.1 wrote it: the first of the kind that is as it must be. */
function bodyOf01(kind: string, is: (text: string) => boolean): Body {
  const found = goldenRows(kind)
    .filter(({ since }) => since.startsWith(DAY_OF_0_1))
    .map(textOf)
    .find(is);
  ok(found, `a ${kind} of 0.1`);
  return JSON.parse(found) as Body;
}

function textOf(row: GoldenRow): string {
  return JSON.stringify('body' in row ? row.body : row.properties);
}

const says =
  (...parts: readonly string[]) =>
  (text: string) =>
    parts.every((part) => text.includes(part));

/** Each step goes on from the one before, as in a round. */
describe('an installation of 0.1, started as today’s bot with an administrator', () => {
  let stage: Stage;
  let team: Team;
  let secretariat: Channel;
  let lunch: Channel;
  let children: Channel;
  let school: Channel;
  let secretary: Person;
  let colleague: Person;
  let head: Person;

  before(async function () {
    this.timeout(AZURITE_START_MS);
    await azurite();
    stage = await setStage();
    const { teams } = stage;
    team = teams.addTeam('Rådhuset');
    [secretariat, lunch, children, school] = ['Sekretariatet', 'Frokost', 'Børn', 'Skole'].map((name) =>
      teams.addChannel(team, name),
    ) as [Channel, Channel, Channel, Channel];
    const administrator = teams.addPerson('Karen Lund', { aadObjectId: ADMINISTRATOR_ID });
    secretary = teams.addPerson('Søren Kjær');
    colleague = teams.addPerson('Ulla Østergaard');
    head = teams.addPerson('Åse Brøndum');
    await teams.installBot(team, administrator);
    await writeAs01(administrator.tenantId);
    await stage.restart();
  });
  after(async () => stage.stop());

  async function put(key: RowKey, properties: Properties): Promise<void> {
    equal((await stage.table.transact([{ change: 'insert', row: { key, properties } }])).kind, 'done');
  }

  /** The rows of an open round in a tenant, with both departments asked: the first has no heads, the second has one. */
  async function writeAs01(tenantId: string): Promise<void> {
    const here = (body: Body): Body =>
      JSON.parse(
        JSON.stringify(body)
          .replaceAll('"kommunen"', JSON.stringify(tenantId))
          .replaceAll('19:forvaltningen@thread.tacv2', team.id)
          .replaceAll('19:sekretariatet@thread.tacv2', secretariat.id)
          .replaceAll('19:boern@thread.tacv2', children.id)
          .replaceAll('https://smba.trafficmanager.net/emea/', stage.teams.serviceUrl)
          .replaceAll('"leder"', JSON.stringify(head.aadObjectId))
          .replaceAll('"language":"en"', '"language":null'),
      ) as Body;
    /** The same for the other department. */
    const ofSchool = (body: Body): Body =>
      JSON.parse(
        JSON.stringify(body)
          .replaceAll(children.id, school.id)
          .replaceAll('"boern"', '"skole"')
          .replaceAll('request-boern', 'request-skole')
          .replaceAll('Børn og Familie', 'Skoleområdet'),
      ) as Body;

    const office = here(bodyOf01('channel', says('"secretariat"', TEAM_OF_0_1)));
    await put(channelKey(tenantId, secretariat.id), writtenThen(office));
    await put(secretariatClaimKey(tenantId), { channelId: secretariat.id });
    const withoutHeads = here(bodyOf01('channel', says('"heads":[]')));
    const withHead = ofSchool(here(bodyOf01('channel', says('"heads":[{'))));
    const departments = [
      { id: aDepartmentId('boern'), name: 'Børn og Familie', channel: children, registered: withoutHeads },
      { id: aDepartmentId('skole'), name: 'Skoleområdet', channel: school, registered: withHead },
    ];
    const asked = here(bodyOf01('department', says('"heads":[]', '"reply":null', '"presses":[]', '"decline":null')));
    const sent = here(bodyOf01('delivery', says('"post request"', '"sent"')));
    const invitations: Body[] = [];
    for (const [position, { id, name, channel, registered }] of departments.entries()) {
      const own = position === 0 ? (body: Body) => body : ofSchool;
      await put(channelKey(tenantId, channel.id), writtenThen(registered));
      await put(nameClaimKey(tenantId, departmentNameKey(name)), { channelId: channel.id });
      const { department, address } = registered as { readonly department: Body; readonly address: Body };
      invitations.push({ department, address });
      await put(departmentKey(ROUND, id), writtenThen({ ...own(asked), department, position }));
      const posted = await postRequest(tenantId, channel, id);
      await put(deliveryKey(ROUND, `request-${id}`), writtenThen({ ...own(sent), posted }));
    }
    const round = here(bodyOf01('round', says('"open"', TEAM_OF_0_1)));
    const plan = { ...(round['plan'] as Body), invitations };
    await put(roundKey(ROUND), writtenThen({ ...round, plan }));
    await put(indexKey(ROUND, START), writtenThen(here(bodyOf01('index entry', () => true))));
    for (const [ordinal, act] of ['planned', 'confirmed', 'started'].entries()) {
      const line = here(bodyOf01('audit line', says(`"act":"${act}"`)));
      await put(auditKey(ROUND, START, operationId('dengang'), ordinal), writtenThen(line));
    }
  }

  /** A request card of 0.1, as the bot of that time posted it. */
  async function postRequest(tenantId: string, channel: Channel, departmentId: string): Promise<object> {
    const data = { verb: 'reply.send', roundId: ROUND, departmentId, basedOn: 0 };
    const content = {
      type: 'AdaptiveCard',
      version: '1.4',
      body: [{ type: 'Input.Text', id: 'reply', isMultiline: true }],
      actions: [{ type: 'Action.Execute', title: 'Send svar', verb: 'reply.send', data }],
    };
    const activity = {
      type: 'message',
      attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content }],
    };
    const response = await fetch(`${stage.teams.serviceUrl}v3/conversations`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ isGroup: true, tenantId, channelData: { channel: { id: channel.id } }, activity }),
    });
    equal(response.status, 201);
    const { id, activityId } = (await response.json()) as { readonly id: string; readonly activityId: string };
    return { conversationId: id, activityId };
  }

  /** Waits for a card in the secretariat's channel. */
  function given(heading: string): Promise<Message> {
    const look = () =>
      stage.teams
        .threads(secretariat)
        .flatMap(({ messages }) => messages)
        .find(({ card }) => read(card).startsWith(heading));
    return stage.teams.until(look, heading);
  }

  const inSecretariat = async (person: Person, text: string) =>
    read((await say(stage.teams, person, secretariat, text)).card);

  it('everyone in the secretariat’s team goes on with the open round, as before', async () => {
    for (const person of [secretary, colleague]) {
      const status = await inSecretariat(person, 'status');
      ok(status.includes(da.status.progress(0, 2)), status);
    }
  });

  it('departments answer on the cards that they have: anyone where there are no heads, and else the head', async () => {
    for (const [person, channel] of [
      [colleague, children],
      [head, school],
    ] as const) {
      const card = await stage.teams.press(
        person,
        newestOfBot(stage.teams, channel),
        { verb: 'reply.send' },
        { reply: 'Vi ringer nu til borgeren samme dag.' },
      );
      ok(shown(card).startsWith(da.receipt.heading), shown(card));
    }
  });

  it('the complete notat comes, and someone of the team closes the round', async () => {
    const complete = await given(da.notat.completeHeading);
    await stage.teams.press(secretary, complete, { verb: 'round.prepare-closing' });
    const closed = await stage.teams.press(secretary, complete, { verb: 'round.close' });
    ok(shown(closed).startsWith(da.closing.underWay().heading), shown(closed));
    await given(da.notat.finalHeading(1));
    const audit = await tableStores(stage.table).rounds.readAudit(ROUND);
    deepEqual(audit.find(({ act }) => act === 'closed')?.by, asStored(secretary));
    deepEqual(
      audit.slice(0, 3).map(({ act }) => act),
      ['planned', 'confirmed', 'started'],
    );
  });

  it('once a secretary has been named, others no longer may', async () => {
    const named = await inSecretariat(secretary, `sekretær @${secretary.name}`);
    ok(named.startsWith(da.setup.secretaries([asStored(secretary)]).heading), named);
    const refused = await inSecretariat(colleague, 'status');
    ok(refused.startsWith(da.rights.notSecretary(false).heading), refused);
    const status = await inSecretariat(secretary, 'status');
    ok(status.includes(da.status.progress(2, 2)), status);
    const moved = read((await say(stage.teams, secretary, lunch, 'tilknyt sekretariatet')).card);
    ok(moved.startsWith(da.rights.notAdministrator().heading), moved);
    const lines = await tableStores(stage.table).registryAudit.read(secretary.tenantId);
    deepEqual(
      lines.map(({ act, by, reason }) => [act, by, reason]),
      [
        ['secretaries named', asStored(secretary), undefined],
        ['refused', asStored(colleague), 'not secretary'],
        ['refused', asStored(secretary), 'not administrator'],
      ],
    );
  });
});
