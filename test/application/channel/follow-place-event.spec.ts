import assert from 'node:assert/strict';
import { type FollowPlaceDependencies, followPlaceEvent } from '../../../src/application/channel/follow-place-event.js';
import type { Members } from '../../../src/application/ports.js';
import { asDescribed } from '../../../src/domain/channel/described-team.js';
import type { KnownTeam } from '../../../src/domain/channel/known-team.js';
import { type PlaceChange, type PlaceEvent, teamAfter } from '../../../src/domain/channel/place-event.js';
import type { PlaceNews } from '../../../src/domain/channel/place-news.js';
import { whyNotReached } from '../../../src/domain/channel/reach.js';
import { TEAM_CHANNELS_MAX } from '../../../src/domain/limits.js';
import {
  aDepartment,
  aDepartmentId,
  aKnownTeam,
  anAddress,
  aPerson,
  aRegisteredDepartment,
  aSecretariat,
  aTrace,
  START,
  TENANT,
} from '../../support/builders.js';
import { createScriptedMessenger, refusedWith } from '../../support/fakes.js';
import { createMunicipality, type Municipality } from '../municipality.js';

const TEAM = '19:skoler@thread.tacv2';
const CHANNEL = '19:skole@thread.tacv2';
const OFFICE = '19:sekretariatets-team@thread.tacv2';
const DESK = anAddress({ teamId: OFFICE }, 'sekretariatet');
const METTE = aPerson({ id: 'mette', name: 'Mette Holm' });
const JONAS = aPerson({ id: 'jonas', name: 'Jonas Bech' });

const KNOWN = aKnownTeam({
  teamId: TEAM,
  name: 'Skoler',
  channels: [{ id: CHANNEL, name: 'Skole', kind: 'standard', isDeleted: false }],
});
const OFFICE_TEAM = aKnownTeam({
  teamId: OFFICE,
  name: 'Rådhuset',
  channels: [{ id: DESK.channelId, name: 'Sekretariatet', kind: 'standard', isDeleted: false }],
});
const SCHOOL = aRegisteredDepartment({
  address: anAddress({ teamId: TEAM, channelId: CHANNEL }),
  department: aDepartment({ id: aDepartmentId('skole'), name: 'Skole', heads: [METTE], deputies: [JONAS] }),
});

const LOST: PlaceNews = { kind: 'lost', why: 'archived', team: 'Skoler', departments: ['Skole'] };
const REGAINED: PlaceNews = { kind: 'regained', departments: ['Skole'] };

function anEvent(change: PlaceChange, changes: Partial<PlaceEvent> = {}): PlaceEvent {
  const { serviceUrl } = anAddress();
  return { tenantId: TENANT, teamId: TEAM, serviceUrl, teamName: undefined, groupId: undefined, change, ...changes };
}

const channelEvent = (
  kind: 'channel created' | 'channel renamed' | 'channel deleted' | 'channel restored',
  id = CHANNEL,
) => anEvent({ kind, channel: { id, name: 'Skole', kind: undefined } });

describe('what Teams tells of a team', () => {
  let municipality: Municipality;
  let deps: FollowPlaceDependencies;
  let inTeam: Set<string>;

  beforeEach(async () => {
    municipality = await createMunicipality(0);
    const secretariat = aSecretariat({ address: DESK, name: 'Sekretariatet (Rådhuset)' });
    await municipality.channels.move(aSecretariat().address, secretariat, aTrace());
    await municipality.channels.register(SCHOOL, aTrace());
    for (const team of [KNOWN, OFFICE_TEAM]) await municipality.knownTeams.put(team, undefined);
    inTeam = new Set([METTE.id, JONAS.id]);
    const members: Members = {
      find: async (_, id) =>
        inTeam.has(id) ? { person: aPerson({ id }), isGuest: false, isForeign: false } : undefined,
    };
    deps = { ...municipality, members };
  });

  const follow = (...events: readonly PlaceEvent[]) =>
    events.reduce((before, event) => before.then(() => followPlaceEvent(deps, event)), Promise.resolve());
  const told = () =>
    municipality.messenger.asked.map(({ address, message }) => {
      assert.equal(address.channelId, DESK.channelId);
      assert.ok(message.kind === 'place news', message.kind);
      return message.news;
    });
  const stored = async (teamId = TEAM): Promise<KnownTeam | undefined> =>
    (await municipality.knownTeams.find(TENANT, teamId))?.value;

  it('is told once, by whichever of two processes is first', async () => {
    const event = anEvent({ kind: 'team archived' });
    await Promise.all([follow(event), follow(event)]);
    await follow(event);
    assert.deepEqual(told(), [LOST]);
    assert.equal((await stored())?.state, 'archived');
  });

  it('is told again when the department can be reached again', async () => {
    await follow(anEvent({ kind: 'team archived' }), anEvent({ kind: 'team unarchived' }));
    assert.deepEqual(told(), [LOST, REGAINED]);
  });

  it('is told once while one reason takes the place of another', async () => {
    await follow(
      anEvent({ kind: 'team archived' }),
      anEvent({ kind: 'bot removed' }),
      anEvent({ kind: 'team deleted' }),
    );
    assert.deepEqual(told(), [LOST]);
    assert.equal((await stored())?.state, 'deleted');
    await follow(anEvent({ kind: 'team unarchived' }), anEvent({ kind: 'bot removed' }));
    assert.equal((await stored())?.state, 'deleted');
  });

  it('asks for the channels after an installation: those that are not listed have been deleted meanwhile', async () => {
    municipality.teamDirectory.teams.set(TEAM, {
      name: 'Skoler',
      groupId: 'gruppe',
      channels: [{ id: TEAM, name: undefined, kind: 'standard' }],
    });
    await follow(anEvent({ kind: 'bot upgraded' }));
    assert.deepEqual(told(), [{ ...LOST, why: 'channel deleted' }]);
    assert.deepEqual(
      (await stored())?.channels.map(({ id, isDeleted }) => [id, isDeleted]),
      [
        [TEAM, false],
        [CHANNEL, true],
      ],
    );
  });

  it('makes a team known that was not: with its channels, or with what the event tells', async () => {
    const other = '19:ny@thread.tacv2';
    const channels = [{ id: other, name: undefined, kind: 'standard' }] as const;
    municipality.teamDirectory.teams.set(other, { name: 'Nyt team', groupId: undefined, channels });
    await follow(anEvent({ kind: 'bot seen' }, { teamId: other }));
    assert.deepEqual((await stored(other))?.channels, [{ ...channels[0], isDeleted: false }]);
    const silent = '19:tavs@thread.tacv2';
    await follow(anEvent({ kind: 'bot seen' }, { teamId: silent, teamName: 'Tavst' }));
    assert.equal((await stored(silent))?.name, 'Tavst');
    await follow(anEvent({ kind: 'bot removed' }, { teamId: '19:ukendt@thread.tacv2', serviceUrl: undefined }));
    assert.equal(await stored('19:ukendt@thread.tacv2'), undefined);
    assert.deepEqual(municipality.teamDirectory.asked, [other, silent]);
    assert.deepEqual(told(), []);
  });

  it('changes nothing, and asks nobody, when somebody writes in a team that is known', async () => {
    await follow(anEvent({ kind: 'bot seen' }));
    assert.deepEqual(await stored(), KNOWN);
    assert.deepEqual(municipality.teamDirectory.asked, []);
  });

  it('shows that a team is back, when somebody writes in one that was lost', async () => {
    await follow(anEvent({ kind: 'bot removed' }), anEvent({ kind: 'bot seen' }));
    assert.deepEqual(told(), [{ ...LOST, why: 'bot removed' }, REGAINED]);
  });

  it('makes the secretariat’s stored name follow Teams, and tells nobody', async () => {
    await follow(anEvent({ kind: 'team renamed' }, { teamId: OFFICE, teamName: 'Byrådssekretariatet' }));
    const secretariat = await municipality.channels.secretariat(TENANT);
    assert.equal(secretariat?.name, 'Sekretariatet (Byrådssekretariatet)');
    assert.deepEqual(told(), []);
  });

  it('goes to the log alone where the secretariat itself is lost, which is told the state when it is back', async () => {
    await follow(anEvent({ kind: 'team archived' }, { teamId: OFFICE }), anEvent({ kind: 'bot removed' }));
    const lines = municipality.log.entries.map(({ event }) => event);
    assert.ok(lines.includes('secretariat not reached'));
    await follow(anEvent({ kind: 'team unarchived' }, { teamId: OFFICE }));
    const unreached = [{ why: 'bot removed', team: 'Skoler', departments: ['Skole'] }];
    assert.deepEqual(told().at(-1), { kind: 'back', unreached });
  });

  it('goes to the log alone where the secretariat cannot be told, or there is none', async () => {
    deps = { ...deps, messenger: createScriptedMessenger(() => refusedWith(403)) };
    await follow(anEvent({ kind: 'team archived' }));
    assert.ok(municipality.log.entries.some(({ event }) => event === 'place news not delivered'));
    await municipality.channels.remove(DESK, aTrace());
    await follow(anEvent({ kind: 'team unarchived' }));
    assert.deepEqual(told(), []);
  });

  it('never rejects: what fails is logged', async () => {
    const members: Members = { find: () => Promise.reject(new Error('no answer')) };
    await followPlaceEvent({ ...deps, members }, anEvent({ kind: 'people left', ids: [METTE.id] }));
    assert.deepEqual(municipality.log.entries.at(-1)?.event, 'place event not followed');
  });

  describe('about people', () => {
    const left = async () => {
      const channel = await municipality.channels.find(SCHOOL.address);
      assert.ok(channel?.purpose === 'department');
      return channel.left;
    };
    const leaves = (...ids: readonly (string | undefined)[]) => anEvent({ kind: 'people left', ids });

    it('is noted and told once of a head or a deputy, and says when no head is left', async () => {
      inTeam.delete(JONAS.id);
      await follow(leaves(JONAS.id), leaves(JONAS.id));
      inTeam.delete(METTE.id);
      await follow(leaves(METTE.id), leaves(METTE.id));
      assert.deepEqual(await left(), [JONAS.id, METTE.id]);
      assert.deepEqual(told(), [
        { kind: 'left', leavers: [{ department: 'Skole', people: [JONAS], isWithoutHead: false }] },
        { kind: 'left', leavers: [{ department: 'Skole', people: [METTE], isWithoutHead: true }] },
      ]);
    });

    it('is looked up for all heads and deputies where Teams does not tell who it is', async () => {
      inTeam.clear();
      await follow(leaves(undefined));
      assert.deepEqual(await left(), [METTE.id, JONAS.id]);
    });

    it('asks nobody about others, and takes the note away of somebody who is back', async () => {
      inTeam.delete(METTE.id);
      await follow(leaves('en-anden'));
      assert.deepEqual(await left(), []);
      await follow(leaves(METTE.id));
      inTeam.add(METTE.id);
      await follow(anEvent({ kind: 'people came', ids: [METTE.id] }));
      assert.deepEqual(await left(), []);
      assert.equal(told().length, 1);
    });
  });
});

describe('a team after an event', () => {
  const teamNow = (event: PlaceEvent, known: KnownTeam | undefined = KNOWN) => teamAfter(known, event, START);

  it('keeps a deleted channel deleted, whatever is told late, until it is restored', () => {
    const deleted = teamNow(channelEvent('channel deleted'));
    for (const kind of ['channel created', 'channel renamed'] as const) {
      assert.equal(teamNow(channelEvent(kind), deleted)?.channels[0]?.isDeleted, true);
    }
    assert.equal(teamNow(channelEvent('channel restored'), deleted)?.channels[0]?.isDeleted, false);
  });

  it('has no name for its first channel, and knows at most `TEAM_CHANNELS_MAX` channels', () => {
    assert.equal(teamNow(channelEvent('channel renamed', TEAM))?.channels[1]?.name, undefined);
    const [first] = KNOWN.channels;
    assert.ok(first);
    const channels = Array.from({ length: TEAM_CHANNELS_MAX }, (_, n) => ({ ...first, id: `19:${n}@thread.tacv2` }));
    assert.equal(teamNow(channelEvent('channel created'), { ...KNOWN, channels })?.channels.length, TEAM_CHANNELS_MAX);
  });

  it('counts a channel as deleted only where the list is whole, and the channel would be in it', () => {
    const [standard] = KNOWN.channels;
    assert.ok(standard);
    const hidden = { ...standard, id: '19:privat@thread.tacv2', kind: 'private' } as const;
    const known = { ...KNOWN, channels: [standard, hidden] };
    const described = asDescribed(known, { name: undefined, groupId: undefined, channels: [] });
    assert.deepEqual(
      described.channels.map(({ isDeleted }) => isDeleted),
      [true, false],
    );
    const many = Array.from({ length: TEAM_CHANNELS_MAX }, (_, n) => ({ ...standard, id: `19:${n}@thread.tacv2` }));
    const full = asDescribed(known, { name: 'Skoler', groupId: 'gruppe', channels: many.slice(1) });
    assert.equal(full.channels.length, TEAM_CHANNELS_MAX);
  });

  it('is reached as far as is known', () => {
    const address = { teamId: undefined, channelId: CHANNEL };
    assert.equal(whyNotReached(address, []), undefined);
    assert.equal(whyNotReached(address, [{ ...KNOWN, state: 'deleted' }]), 'deleted');
  });
});
