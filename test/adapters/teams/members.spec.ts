import assert from 'node:assert/strict';
import type { Person } from '../../../dev/local-teams/directory.js';
import type { LocalTeams } from '../../../dev/local-teams/local-teams.js';
import {
  type StandInBot,
  settle,
  startStandInBot,
  startTeamsFor,
  TENANT,
} from '../../../dev/test/local-teams/stand-in-bot.js';
import { ConnectorRefusal } from '../../../src/adapters/teams/connector-http-client.js';
import { createMembers } from '../../../src/adapters/teams/members.js';
import { TeamsAdapter } from '../../../src/adapters/teams/teams-adapter.js';
import type { Members } from '../../../src/application/ports.js';
import type { ChannelAddress } from '../../../src/domain/channel/channel.js';

describe('the members of a channel', () => {
  let bot: StandInBot;
  let teams: LocalTeams;
  let address: ChannelAddress;
  let anne: Person;
  let members: Members;

  beforeEach(async () => {
    bot = await startStandInBot();
    teams = await startTeamsFor(bot);
    const settled = await settle(teams);
    const { id, teamId } = settled.channel;
    anne = settled.anne;
    address = { tenantId: TENANT, teamId, channelId: id, serviceUrl: teams.serviceUrl };
    const adapter = new TeamsAdapter({ kind: 'unauthenticated' });
    members = createMembers((serviceUrl) => adapter.connector(serviceUrl));
  });
  afterEach(async () => {
    await teams.stop();
    await bot.stop();
  });

  const asked = () => teams.traffic.filter(({ direction }) => direction === 'from bot').length;
  const answering = (body: object) => teams.faults.next({}, { status: 200, body });

  it('are found by the id of a mention, under their Entra id', async () => {
    assert.deepEqual(await members.find(address, anne.id), {
      person: { id: anne.aadObjectId, name: 'Anne Jensen' },
      isGuest: false,
      isForeign: false,
    });
    assert.equal(asked(), 1);
  });

  it('are found where only the older name of the Entra id is given', async () => {
    answering({ id: anne.id, aadObjectId: '', objectId: anne.aadObjectId, name: 'Anne Jensen' });
    assert.deepEqual((await members.find(address, anne.id))?.person, { id: anne.aadObjectId, name: 'Anne Jensen' });
  });

  it('have one Entra id, however a service writes it', async () => {
    answering({ id: anne.id, aadObjectId: `{${anne.aadObjectId?.toUpperCase()}}`, name: 'Anne Jensen' });
    assert.equal((await members.find(address, anne.id))?.person.id, anne.aadObjectId);
  });

  it('have names of one clean line, or their id for none', async () => {
    answering({ id: anne.id, aadObjectId: anne.aadObjectId, name: ' Anne\u202E\nJensen ' });
    assert.equal((await members.find(address, anne.id))?.person.name, 'Anne Jensen');
    answering({ id: anne.id, aadObjectId: anne.aadObjectId });
    assert.equal((await members.find(address, anne.id))?.person.name, anne.aadObjectId);
  });

  it('are neither strangers, nor people of other tenants, nor whoever has no Entra id', async () => {
    const tom = teams.addPerson('Tom Berg', { tenantId: 'nabokommunen' });
    assert.equal(await members.find(address, '29:ukendt'), undefined);
    assert.equal(await members.find(address, tom.id), undefined);
    answering({ id: anne.id, name: 'Anne Jensen' });
    assert.equal(await members.find(address, anne.id), undefined);
  });

  const ROLES: readonly (readonly [what: string, listed: object, kind: string | undefined])[] = [
    ['a member of the tenant', { tenantId: TENANT, userRole: 'user' }, 'member'],
    ['a member, however the tenant is written', { tenantId: `{${TENANT.toUpperCase()}}` }, 'member'],
    ['a guest by role', { tenantId: 'nabokommunen', userRole: 'guest' }, 'guest'],
    ['a guest by role, in capitals', { tenantId: TENANT, userRole: 'Guest' }, 'guest'],
    ['a guest by user name', { tenantId: TENANT, userPrincipalName: 'tom_nabo.dk#EXT#@kommune.example' }, 'guest'],
    ['a person of another tenant', { tenantId: 'nabokommunen', userRole: 'user' }, 'foreign'],
    ['a person whose tenant is not told', { userRole: 'user', userPrincipalName: null }, 'foreign'],
    ['a person whose tenant is null', { tenantId: null, userRole: null }, 'foreign'],
    ['a guest whose tenant is not told', { userRole: 'guest' }, 'guest'],
    ['someone without an account', { tenantId: TENANT, userRole: 'anonymous' }, undefined],
  ];
  for (const [what, listed, kind] of ROLES) {
    it(`are told apart: ${what}`, async () => {
      answering({ id: anne.id, aadObjectId: anne.aadObjectId, name: 'Anne Jensen', ...listed });
      const member = await members.find(address, anne.id);
      assert.deepEqual(member && [member.isGuest, member.isForeign], kind && [kind === 'guest', kind === 'foreign']);
    });
  }

  it('are not bots and channels, which nobody is asked about', async () => {
    for (const id of ['28:notatbot', address.channelId]) assert.equal(await members.find(address, id), undefined);
    assert.equal(asked(), 0);
  });

  it('are not what the service does not know, such as a tag, or does not take for an id', async () => {
    for (const status of [404, 400]) {
      teams.faults.next({}, { status, body: { error: { code: 'BadArgument' } } });
      assert.equal(await members.find(address, 'MjQzMmI1N2ItMGFiZC00M2RiLWFhN2ItMTZl'), undefined);
    }
  });

  it('may have ids that begin with anything, as in other clients than Teams', async () => {
    assert.equal((await members.find(address, anne.aadObjectId))?.person.id, anne.aadObjectId);
  });

  it('are not known when the service does not say', async () => {
    teams.faults.next({}, { status: 503, body: {} });
    await assert.rejects(members.find(address, anne.id), ConnectorRefusal);
  });
});
